"""Which DLLs Windows would not find, by the places where it looks."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from installer.closure import faults_of
from installer.pe_file import X86_64, PeFile

ADD = b"AddDllDirectory"


def pe(
    *,
    needs: dict[str, set[bytes]] | None = None,
    offers: set[bytes] | None = None,
    machine: int = X86_64,
    windows: tuple[int, int] = (6, 0),
) -> PeFile:
    frozen = {name: frozenset(functions) for name, functions in (needs or {}).items()}
    return PeFile(Path(), machine, windows, frozen, frozenset(offers or ()))


def payload(**others: PeFile) -> dict[PurePosixPath, PeFile]:
    """Return a payload that is as it should be, and other files by their places."""
    files = {
        "DragApp.exe": pe(needs={"kernel32.dll": {ADD}}),
        "runtime/python311.dll": pe(needs={"vcruntime140.dll": set()}),
        "runtime/python3.dll": pe(),
        "runtime/vcruntime140.dll": pe(),
        "runtime/vcruntime140_1.dll": pe(needs={"kernel32.dll": set()}, offers={b"handler"}),
        **others,
    }
    return {PurePosixPath(place): file for place, file in files.items()}


def test_what_lies_beside_is_found_and_windows_own_needs_not_be_there() -> None:
    module = pe(needs={"libffi-8.dll": set(), "KERNEL32.dll".lower(): {b"Sleep"}})
    assert not faults_of(payload(**{"runtime/_ctypes.pyd": module, "runtime/libffi-8.dll": pe()}))


def test_what_nobody_has_is_told() -> None:
    found = faults_of(payload(**{"runtime/x.pyd": pe(needs={"vcomp140.dll": set()})}))
    assert found == ["runtime/x.pyd imports vcomp140.dll, which Windows would not find"]


def test_a_module_of_a_package_finds_what_python_loaded_before() -> None:
    module = pe(needs={"vcruntime140.dll": set(), "python311.dll": set()})
    assert not faults_of(payload(**{"runtime/packages/PIL/_imaging.pyd": module}))


def test_pythons_folder_is_searched_only_where_the_launcher_adds_it() -> None:
    place = "runtime/packages/hunspell/hunspell.pyd"
    files = payload(**{place: pe(needs={"vcruntime140_1.dll": {b"handler"}})})
    assert not faults_of(files)
    files[PurePosixPath("DragApp.exe")] = pe(needs={"kernel32.dll": set()})
    launcher, module = faults_of(files)
    assert launcher == "DragApp.exe does not call AddDllDirectory"
    assert module.startswith(f"{place} imports vcruntime140_1.dll, which Windows would not find")
    assert module.endswith("it is only in runtime/vcruntime140_1.dll")


def test_a_package_finds_in_another_only_what_it_adds() -> None:
    libraries = {
        "runtime/packages/shiboken6/shiboken6.abi3.dll": pe(),
        "runtime/packages/PySide6/QtCore.pyd": pe(needs={"shiboken6.abi3.dll": set()}),
    }
    assert not faults_of(payload(**libraries))
    libraries["runtime/packages/PIL/x.pyd"] = pe(needs={"shiboken6.abi3.dll": set()})
    assert len(faults_of(payload(**libraries))) == 1


def test_plugins_of_qt_find_qt_but_nothing_beside_themselves() -> None:
    plugins = "runtime/packages/PySide6/plugins/imageformats"
    files = payload(
        **{
            "runtime/packages/PySide6/Qt6Gui.dll": pe(),
            f"{plugins}/qsvg.dll": pe(needs={"qt6gui.dll": set(), "other.dll": set()}),
            f"{plugins}/other.dll": pe(),
        }
    )
    (told,) = faults_of(files)
    assert "imports other.dll" in told


def test_a_function_that_the_dll_lacks_is_told() -> None:
    files = payload(
        **{
            "runtime/sqlite3.dll": pe(offers={b"sqlite3_open"}),
            "runtime/_sqlite3.pyd": pe(needs={"sqlite3.dll": {b"sqlite3_open", b"sqlite3_new"}}),
        }
    )
    (told,) = faults_of(files)
    assert told == "runtime/_sqlite3.pyd imports sqlite3_new of runtime/sqlite3.dll, which lacks it"


def test_other_processors_and_newer_windows_are_told() -> None:
    files = payload(
        **{"runtime/a.pyd": pe(machine=0x14C), "runtime/b.pyd": pe(windows=(10, 1))},
    )
    assert len(faults_of(files)) == 2
    assert not faults_of(payload(**{"runtime/c.pyd": pe(windows=(10, 0))}))


def test_an_empty_payload_is_no_good_one() -> None:
    assert faults_of({}) == ["the payload has no program file"]
