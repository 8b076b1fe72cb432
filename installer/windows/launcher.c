/* DragApp.exe: runs the program in the Python that lies beside it, and in no other.
 *
 * The Python is isolated (-I) by itself and by runtime\python311._pth, so nothing that is installed
 * or set on the computer changes what runs. Only what is missing is told here; whatever goes wrong
 * afterwards the program tells itself.
 */
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768

typedef int (*py_main)(int, wchar_t **);

static int cannot_start(const wchar_t *what)
{
    wchar_t told[LONGEST + 512];
    unsigned long code = GetLastError();
    _snwprintf(told, LONGEST + 511,
               L"DragApp nu poate porni: %ls (eroarea %lu).\n\n"
               L"Planurile dumneavoastră nu sunt atinse. Instalați programul din nou. Dacă l-ați "
               L"pornit dintr-o arhivă zip, dezarhivați mai întâi tot folderul DragApp.",
               what, code);
    told[LONGEST + 511] = 0;
    /* Where nobody sees the screen, as in a test, a box would wait for ever. */
    if (!GetEnvironmentVariableW(L"DRAGAPP_SILENT", NULL, 0))
        MessageBoxW(NULL, told, L"DragApp", MB_ICONERROR);
    return 3;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    static wchar_t folder[LONGEST], library[LONGEST];
    /* Another program's Qt must not lend its plugins. */
    static const wchar_t *foreign[] = {L"PYTHONHOME", L"PYTHONPATH", L"QT_PLUGIN_PATH",
                                       L"QT_QPA_PLATFORM_PLUGIN_PATH"};
    static wchar_t *first[] = {L"-I", L"-X", L"utf8", L"-m", L"dragapp"};
    const int added = sizeof first / sizeof *first;
    int given, count = 0;
    wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &given), **all, *end;
    HMODULE python;
    py_main run;

    (void)instance, (void)before, (void)line, (void)show;
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        SetEnvironmentVariableW(foreign[i], NULL);
    GetModuleFileNameW(NULL, folder, LONGEST - 1);
    end = wcsrchr(folder, L'\\');
    if (end)
        *end = 0;
    /* Python looks for what a module needs beside that module and here, not beside itself: the
     * spell checker's C++ library is there, and a computer need not have one of its own. */
    _snwprintf(library, LONGEST - 1, L"%ls\\runtime", folder);
    AddDllDirectory(library);
    _snwprintf(library, LONGEST - 1, L"%ls\\runtime\\python311.dll", folder);
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python)
        return cannot_start(L"lipsește sau este stricat fișierul runtime\\python311.dll");
    run = (py_main)(void *)GetProcAddress(python, "Py_Main");
    all = calloc(given + added + 1, sizeof *all);
    if (!run || !all || !arguments)
        return cannot_start(L"nu se poate folosi runtime\\python311.dll");
    all[count++] = arguments[0];
    for (int i = 0; i < added; i++)
        all[count++] = first[i];
    for (int i = 1; i < given; i++)
        all[count++] = arguments[i];
    return run(count, all);
}
