"""Windows programs run on Linux, under Wine, each test in a Windows of its own.

    with Screen() as display:
        windows = Prefix(folder, display=display)
        windows.make()
        ended = windows.run(setup, "/S", timeout=300)
        windows.stop()

A prefix is a folder that holds a drive `C:` and a registry: an empty Windows 10, where the user
is no administrator's guest but owns everything. The whole of Linux is its drive `Z:`.
An exit code of a Windows program proves little: look at what it left behind.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from types import TracebackType
from typing import IO

#: What Windows 10 has and Wine lacks, by the library's name, and what each needs of Windows.
_STAND_INS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
_SOURCES = Path(__file__).parent / "test_only"
_COMPILER = "x86_64-w64-mingw32-gcc"
#: Wine's own: no debugger and no installer of .NET or of a browser may open a window and wait,
#: and nothing is put in the menus of the developer's desktop.
_LEFT_OUT = "winedbg.exe=d;mscoree=;mshtml=;winemenubuilder.exe=d"
#: Microsoft's libraries for C++, which Wine has and a Windows need not: only those that a program
#: brings along, where Windows looks for them.
_BROUGHT = "msvcp140,msvcp140_1,msvcp140_2,vcruntime140,vcruntime140_1=n"
#: What a developer may have set for Linux programs, and would lead Windows ones astray.
_FOREIGN = ("PYTHON", "QT_", "LD_", "VIRTUAL_ENV", "XDG_", "PYTEST_", "WINE")
#: Fonts of Windows' own windows, and what is as wide as they are: Wine would take any.
_WINDOWS_FONTS = ("Segoe UI", "MS Shell Dlg 2", "Tahoma")
_FONTS, _STAND_IN = r"HKCU\Software\Wine\Fonts\Replacements", "Liberation Sans"
#: Seconds for what lingers after a program that ended, and still holds its output.
_AFTERWARDS = 5


@dataclass(frozen=True)
class Ended:
    """A Windows program that ended; `code` is None where it was stopped for taking too long."""

    code: int | None
    output: str


class Prefix:
    """One Windows: its drive, its registry and the programs that run in it."""

    def __init__(self, path: Path, *, display: str | None = None) -> None:
        """Name the folder, and the X display (":21") where its windows are shown, if any."""
        self.path = path.absolute()
        self.display = display

    @property
    def drive(self) -> Path:
        """The folder that is its drive `C:`."""
        return self.path / "drive_c"

    @property
    def home(self) -> Path:
        """The user's folder, as %USERPROFILE% names it."""
        return self.drive / "users" / getpass.getuser()

    def make(self) -> None:
        """Make an empty Windows 10, unless there is one; raises CalledProcessError, OSError."""
        done = self.path / "made"
        if done.exists():
            return
        (self.path / "linux-home").mkdir(parents=True, exist_ok=True)
        self._expect("wineboot", "-i")
        self.set_version("win10")
        for name, needed in _STAND_INS.items():
            library = self.drive / "windows" / "system32" / f"{name}.dll"
            how = [_COMPILER, "-O2", "-s", "-shared", "-o", str(library)]
            subprocess.run([*how, str(_SOURCES / f"{name}.c"), *needed], check=True)
        for name in _WINDOWS_FONTS:
            self._expect("reg", "add", _FONTS, "/v", name, "/d", _STAND_IN, "/f")
        done.touch()

    def set_version(self, version: str) -> None:
        """Make it another Windows: "win10", "win81", "win7"."""
        self._expect("winecfg", "-v", version)

    def _expect(self, program: str, *arguments: str) -> None:
        ended = self.run(program, *arguments, timeout=300)
        if ended.code != 0:
            raise subprocess.CalledProcessError(ended.code or -1, program, ended.output)

    def environment(self, **more: str) -> dict[str, str]:
        """Return the variables with which its programs are started, and `more` besides."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_FOREIGN)}
        kept.pop("DISPLAY", None)
        return {
            **kept,
            # Wine links Documents and the like into this folder.
            "HOME": str(self.path / "linux-home"),
            # File names with Romanian letters are read as what they are.
            "LC_ALL": "C.UTF-8",
            "WINEPREFIX": str(self.path),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"{_LEFT_OUT};{_BROUGHT}",
            **({"DISPLAY": self.display} if self.display else {}),
            **{_handed_over(name): value for name, value in more.items()},
        }

    def run(
        self,
        program: Path | str,
        *arguments: Path | str,
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
        folder: Path | None = None,
        show: bool = False,
    ) -> Ended:
        """Run a program to its end and return all that it wrote, both streams together.

        Arguments are:
            program: a file of Linux, or the name of one of Windows' own ("reg").
            arguments: paths are handed over as Windows names them.
            env: variables besides those of `environment`.
            timeout: seconds, after which it is killed.
            folder: where it is started; this process's folder else.
            show: print each line as it comes.
        """
        started = self.start(program, *arguments, env=env, folder=folder)
        assert started.stdout is not None
        reader = _Reader(started.stdout, show=show)
        try:
            code: int | None = started.wait(timeout)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            started.kill()
            started.wait()
        return Ended(code, reader.text())

    def start(
        self,
        program: Path | str,
        *arguments: Path | str,
        env: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start a program and return at once; its `stdout` must be read. See `run`."""
        words = [self.windows_path(w) if isinstance(w, Path) else w for w in (program, *arguments)]
        # Not a file for its output: Wine's programs were seen to crash with one.
        return subprocess.Popen(
            ["wine", *words],
            env=self.environment(**(env or {})),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def stop(self) -> None:
        """End every program that still runs in it."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False)
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=False, timeout=60)

    def windows_path(self, path: Path) -> str:
        r"""Return what Windows calls a file of Linux: `C:\…` on its drive, `Z:\…` else."""
        absolute = path.absolute()
        if absolute.is_relative_to(self.drive):
            return str(PureWindowsPath("C:/", *absolute.relative_to(self.drive).parts))
        return str(PureWindowsPath("Z:/", *absolute.parts[1:]))

    def unix_path(self, path: str) -> Path:
        r"""Return the file of Linux that Windows calls `C:\…` or `Z:\…`."""
        windows = PureWindowsPath(path)
        roots = {"c:": self.drive, "z:": Path("/")}
        return roots[windows.drive.casefold()].joinpath(*windows.parts[1:])

    def registry_value(self, key: str, name: str = "") -> str | int | None:
        r"""Return a value of the registry, the key's own without a name; None where there is none.

        Arguments are:
            key: as `reg` takes it, "HKCU\Software\Classes\.dosar".
            name: the value's name, in any letter case.
        """
        return self.registry_values(key).get(name.casefold())

    def registry_values(self, key: str) -> dict[str, str | int]:
        """Return all the values of one key by their names in small letters; see above."""
        export = self.drive / "windows" / "temp" / "exported.reg"
        export.unlink(missing_ok=True)
        # What `reg query` prints has lost its diacritics; what it exports has not.
        self.run("reg", "export", key, export, "/y")
        if not export.exists():
            return {}
        text = export.read_text(encoding="utf-16")
        export.unlink()
        # The first group of lines is the file's title, the third begins with a key below.
        own = re.split(r"(?m)^\[.*\]\r?$", text)[1:2]
        return _exported_values("".join(own))


def _handed_over(name: str) -> str:
    """Return the name under which Wine gives a variable to a Windows program."""
    # Else it takes these for settings of Linux's own and keeps them.
    return f"WINE{name}" if name.startswith(("QT_", "TEMP", "TMP")) else name


def _exported_values(text: str) -> dict[str, str | int]:
    values: dict[str, str | int] = {}
    joined = re.sub(r",\\\r?\n\s*", ",", text)
    for line in joined.splitlines():
        found = re.match(r'(@|"(?:[^"\\]|\\.)*")=(.*)$', line)
        if found:
            name = "" if found[1] == "@" else _unquoted(found[1])
            values[name.casefold()] = _exported_value(found[2])
    return values


def _exported_value(written: str) -> str | int:
    if written.startswith('"'):
        return _unquoted(written)
    kind, _, digits = written.partition(":")
    if kind == "dword":
        return int(digits, 16)
    octets = bytes.fromhex(digits.replace(",", ""))
    # Texts with variables, and lists of texts.
    return octets.decode("utf-16-le").rstrip("\0") if kind in {"hex(2)", "hex(7)"} else digits


def _unquoted(written: str) -> str:
    return re.sub(r"\\(.)", r"\1", written[1:-1])


class _Reader:
    """Reads a program's output while it runs, so that it never waits for a reader."""

    def __init__(self, stream: IO[bytes], *, show: bool) -> None:
        self._stream = stream
        self._show = show
        self._lines: list[bytes] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        with self._stream:
            for line in self._stream:
                self._lines.append(line)
                if self._show:
                    sys.stdout.write(_text(line))
                    sys.stdout.flush()

    def text(self) -> str:
        """Return what was written; a program's offspring may hold its output for ever."""
        self._thread.join(_AFTERWARDS)
        return _text(b"".join(self._lines))


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "replace").replace("\r\n", "\n")


class Screen:
    """An X display without a screen, for windows that nobody looks at but the tests."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self._size = f"{width}x{height}x24"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> str:
        """Start it on a free number and return its name, ":5"."""
        server = shutil.which("Xvfb")
        if server is None:
            raise FileNotFoundError("Xvfb")
        reading, writing = os.pipe()
        command = [server, "-displayfd", str(writing), "-screen", "0", self._size]
        self._process = subprocess.Popen(
            [*command, "-nolisten", "tcp"],
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            # It tells its number once it can be used, and nothing where it could not start.
            number = told.readline().strip().decode("ascii")
        if not number:
            raise OSError(f"Xvfb: {self._process.wait()}")
        return f":{number}"

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
