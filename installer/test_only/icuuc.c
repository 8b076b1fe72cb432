/*
 * A stand-in for icuuc.dll, a library of Windows 10 and later that Wine lacks. Qt's core imports
 * the names below for texts in old encodings, which the program has none of: each answer is "there
 * is no such encoding". It goes into a test's Wine prefix and nowhere else.
 */
#include <stddef.h>

#define EXPORTED __declspec(dllexport)

/* Values of ICU's UErrorCode. */
enum { FILE_ACCESS_ERROR = 4, UNSUPPORTED = 16 };

static void refuse(int *error, int code)
{
    if (error)
        *error = code;
}

EXPORTED void *ucnv_open(const char *name, int *error)
{
    refuse(error, FILE_ACCESS_ERROR);
    return NULL;
}

EXPORTED void ucnv_close(void *converter) {}
EXPORTED void ucnv_reset(void *converter) {}

/* No converter is ever open: what follows is only looked up when the library is loaded. */
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}

EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int index) { return NULL; }
EXPORTED signed char ucnv_getMaxCharSize(const void *converter) { return 1; }

EXPORTED const char *ucnv_getName(const void *converter, int *error)
{
    refuse(error, UNSUPPORTED);
    return NULL;
}

EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    refuse(error, UNSUPPORTED);
    return NULL;
}

EXPORTED void ucnv_getToUCallBack(const void *converter, void **action, const void **context) {}
EXPORTED void ucnv_getFromUCallBack(const void *converter, void **action, const void **context) {}

EXPORTED void ucnv_setToUCallBack(void *converter, void *action, const void *context,
                                  void **old_action, const void **old_context, int *error)
{
    refuse(error, UNSUPPORTED);
}

EXPORTED void ucnv_setFromUCallBack(void *converter, void *action, const void *context,
                                    void **old_action, const void **old_context, int *error)
{
    refuse(error, UNSUPPORTED);
}

EXPORTED void ucnv_cbToUWriteUChars(void *call, const void *source, int length, int offset,
                                    int *error)
{
    refuse(error, UNSUPPORTED);
}

EXPORTED void ucnv_cbFromUWriteUChars(void *call, const void **source, const void *end, int offset,
                                      int *error)
{
    refuse(error, UNSUPPORTED);
}

EXPORTED void ucnv_toUnicode(void *converter, void **target, const void *target_end,
                             const char **source, const char *source_end, int *offsets,
                             signed char flush, int *error)
{
    refuse(error, UNSUPPORTED);
}

EXPORTED void ucnv_fromUnicode(void *converter, char **target, const char *target_end,
                               const void **source, const void *source_end, int *offsets,
                               signed char flush, int *error)
{
    refuse(error, UNSUPPORTED);
}

EXPORTED int ucnv_toUCountPending(const void *converter, int *error)
{
    refuse(error, UNSUPPORTED);
    return 0;
}

EXPORTED int ucnv_fromUCountPending(const void *converter, int *error)
{
    refuse(error, UNSUPPORTED);
    return 0;
}
