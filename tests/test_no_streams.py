"""A program with windows has no streams on Windows: nothing fails for that, nothing is silent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragapp import telling
from dragapp.__main__ import main
from tests.command import FILE, WRONG

#: The program as Windows starts it from the desktop; what it shows in a box is printed.
DESKTOP = """
import sys
out, sys.stdin, sys.stdout, sys.stderr = sys.stdout, None, None, None
from dragapp import telling
telling._show = lambda text: out.write(text + "\\n")
from dragapp.__main__ import main
code = main(sys.argv[1:])
out.flush()
sys.exit(code)
"""


def desktop(*arguments: object, cwd: Path, code: str = DESKTOP) -> tuple[int, str]:
    """Start it without streams; return its exit code and what it showed."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_command_does_its_work(tmp_path: Path) -> None:
    made = tmp_path / "comună.dosar"
    assert desktop("new", made, "--example", "draguseni-2024", cwd=tmp_path) == (0, "")
    assert desktop("export", made, "--xlsx", tmp_path / "a.xlsx", cwd=tmp_path) == (0, "")
    assert (tmp_path / "a.xlsx").stat().st_size


@pytest.mark.parametrize("argument", ["examples", "--help", "--version"])
def test_what_only_prints_ends_well(argument: str, tmp_path: Path) -> None:
    assert desktop(argument, cwd=tmp_path) == (0, "")


def test_a_command_that_fails_waits_for_nobody(tmp_path: Path) -> None:
    assert desktop("export", tmp_path / "nu.dosar", "--pdf", "a.pdf", cwd=tmp_path) == (FILE, "")


def test_a_window_that_cannot_be_asked_for_says_why(tmp_path: Path) -> None:
    code, shown = desktop("unu.dosar", "doi.dosar", cwd=tmp_path)
    assert code == WRONG
    assert shown.startswith("Comanda nu este scrisă corect")


@pytest.mark.parametrize("name", ["preview", "spelling"])
def test_what_the_window_starts_does_nothing_by_itself(name: str, tmp_path: Path) -> None:
    from dragapp import preview, spelling

    command = {"preview": preview, "spelling": spelling}[name].COMMAND
    assert desktop(command, cwd=tmp_path) == (2, "")


def test_a_program_that_is_not_whole_says_so(tmp_path: Path) -> None:
    torn = 'import sys\nsys.modules["PySide6.QtWidgets"] = None\n' + DESKTOP
    code, shown = desktop(cwd=tmp_path, code=torn)
    assert code == 1
    assert "Instalați programul din nou" in shown
    assert "PySide6.QtWidgets" in shown


def test_where_nobody_sees_the_screen_no_box_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setenv(telling.SILENT, "1")
    monkeypatch.setattr(telling, "_show", pytest.fail)
    assert main(["unu.dosar", "doi.dosar"]) == WRONG
