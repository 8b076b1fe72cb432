"""Prove that Windows finds whatever a program file of the payload needs, on a PC with nothing else.

Each DLL that one of them imports must be where Windows looks when it loads that file, or be one of
`windows_dlls`; the function imported must be in it. Where Windows looks (Microsoft,
"Dynamic-link library search order"):

* what is in memory already serves everyone who asks for that name: Python's own DLLs and what those
  need, since the launcher loads them first and Python then loads `python3.dll`;
* Python loads modules from the folder they lie in, that of `DragApp.exe`, and those that were
  added: `runtime` by the launcher, without which no module in `packages` would find there what
  Python itself has not loaded, and others by the packages that need them;
* Qt loads its plugins from the folder of the program or by PATH, where PySide6 adds its own.

Wine proves nothing of this: it brings the C++ libraries that a PC need not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from installer.pe_file import X86_64, PeFile, pe_paths, read
from installer.windows_dlls import WINDOWS_DLLS

_LAUNCHER = "DragApp.exe"
_RUNTIME = PurePosixPath("runtime")
_PACKAGES = _RUNTIME / "packages"
_PLUGINS = _PACKAGES / "PySide6" / "plugins"
#: Loaded by the launcher and by Python, before any package.
_FIRST = ("python311.dll", "python3.dll")
#: What packages add to the search when they are imported (`os.add_dll_directory`).
_ADDED = {"PySide6": ("shiboken6",), "hunspell": ("chunspell.libs",)}
_ADD = b"AddDllDirectory"
_WINDOWS_10 = (10, 0)


def faults(payload: Path) -> list[str]:
    """Return what would fail on Windows, in English, one line each; none is as it should be."""
    return faults_of(
        {
            PurePosixPath(path.relative_to(payload).as_posix()): read(path)
            for path in pe_paths(payload)
        }
    )


def faults_of(files: Mapping[PurePosixPath, PeFile]) -> list[str]:
    """Return what would fail with these files, by their places in the payload; see `faults`."""
    return _Payload(files).faults()


class _Payload:
    def __init__(self, files: Mapping[PurePosixPath, PeFile]) -> None:
        self._files = files
        self._by_lower = {str(path).lower(): path for path in files}
        launcher = files.get(PurePosixPath(_LAUNCHER))
        functions = launcher.needs.get("kernel32.dll", frozenset()) if launcher else frozenset()
        self._launcher_adds = _ADD in functions
        self._in_memory: dict[str, PurePosixPath] = {}
        for name in _FIRST:
            self._load(name)

    def faults(self) -> list[str]:
        if not self._files:
            return ["the payload has no program file"]
        found = [] if self._launcher_adds else [f"{_LAUNCHER} does not call {_ADD.decode()}"]
        for path, file in self._files.items():
            if file.machine != X86_64:
                found.append(f"{path} is not for x86-64 but {file.machine:#x}")
            if file.windows > _WINDOWS_10:
                found.append(f"{path} needs a Windows newer than 10: {file.windows}")
            for name, functions in file.needs.items():
                found += self._import_faults(path, name, functions)
        return found

    def _import_faults(
        self, path: PurePosixPath, name: str, functions: frozenset[bytes]
    ) -> list[str]:
        place = self._place(path, name)
        if place is None:
            if name in WINDOWS_DLLS:
                return []
            other = [str(each) for each in self._files if each.name.lower() == name]
            where = f"; it is only in {', '.join(other)}" if other else ""
            return [f"{path} imports {name}, which Windows would not find{where}"]
        missing = sorted(functions - self._files[place].offers)
        return [f"{path} imports {each.decode()} of {place}, which lacks it" for each in missing]

    def _load(self, name: str) -> None:
        """Note what Python brings into memory: a DLL of its folder and all that this needs."""
        place = self._by_lower.get(f"{_RUNTIME}/{name}".lower())
        if place and name not in self._in_memory:
            self._in_memory[name] = place
            for each in self._files[place].needs:
                self._load(each)

    def _place(self, path: PurePosixPath, name: str) -> PurePosixPath | None:
        """Return the file of ours that Windows takes for a DLL when it loads that file."""
        if name in self._in_memory and path != PurePosixPath(_LAUNCHER):
            return self._in_memory[name]
        lower = (str(folder / name).lower() for folder in self._searched(path))
        return next((self._by_lower[each] for each in lower if each in self._by_lower), None)

    def _searched(self, path: PurePosixPath) -> list[PurePosixPath]:
        program = PurePosixPath()
        if path.is_relative_to(_PLUGINS):
            return [program, _PACKAGES / "PySide6"]
        added = [_RUNTIME] if self._launcher_adds and path.suffix.lower() != ".exe" else []
        if path.is_relative_to(_PACKAGES):
            package = path.relative_to(_PACKAGES).parts[0]
            added += [_PACKAGES / each for each in _ADDED.get(package, ())]
        return [path.parent, program, *added]
