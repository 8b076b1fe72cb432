"""The command line's contract: what each command does, refuses and leaves behind."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.examples import example_names
from tests.command import FILE, WRONG, Outcome, Run, names, started

EXAMPLES = ["draguseni-2024", "piatra-neamt-2021"]


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], (None, None)),
        (["a b.dosar"], (Path("a b.dosar"), None)),
        (["--example", "draguseni-2024"], (None, "draguseni-2024")),
        (["./new"], (Path("new"), None)),
    ],
)
def test_without_a_command_the_window_opens(
    run: Run,
    arguments: list[str],
    opened: tuple[Path | None, str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[Path | None, str | None]] = []

    def start(path: Path | None, name: str | None) -> int:
        asked.append((path, name))
        return 7

    monkeypatch.setattr("dragapp.ui.start.start", start)
    assert run(*arguments).code == 7
    assert asked == [opened]


def test_an_unknown_example_opens_no_window(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragapp.ui.start.start", pytest.fail)
    run("--example", "bucurești").refused(WRONG, "bucurești", *EXAMPLES)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--bogus"],
        ["a.dosar", "b.dosar"],
        ["a.dosar", "--example", "draguseni-2024"],
        ["--example"],
        ["--exam", "draguseni-2024"],
        ["examples", "all"],
        ["new"],
        ["new", "a.dosar", "b.dosar"],
        ["new", "a.dosar", "--example", "draguseni-2024", "--from", "plan.json"],
        ["new", "a.dosar", "--from"],
        ["export"],
        ["export", "a.dosar"],
        ["export", "--pdf", "a.pdf"],
        ["export", "a.dosar", "--year", "2024"],
        ["export", "a.dosar", "--year", "MMXXIV", "--pdf", "a.pdf"],
        ["export", "a.dosar", "--revision", "1.5", "--pdf", "a.pdf"],
        ["export", "a.dosar", "--pd", "a.pdf"],
        ["export", "a.dosar", "--docx", "a.docx"],
    ],
)
def test_wrong_usage_is_told_and_makes_nothing(
    run: Run, arguments: list[str], user_folder: Path
) -> None:
    run(*arguments).refused(WRONG)
    assert names(user_folder / "work") == []


@pytest.mark.parametrize("path", ["", ".", "/", "./", "//"])
@pytest.mark.parametrize(
    "before",
    [
        [],
        ["new"],
        ["new", "a.dosar", "--from"],
        ["export", "--pdf", "a.pdf"],
        ["export", "a.dosar", "--pdf"],
        ["export", "a.dosar", "--xlsx"],
        ["export", "a.dosar", "--json"],
    ],
)
def test_a_path_without_a_file_name_is_wrong_usage(
    run: Run, before: list[str], path: str, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragapp.ui.start.start", pytest.fail)
    run(*before, path).refused(WRONG, "numele fișierului")
    assert names(user_folder / "work") == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "ascii"])
def test_help_can_be_written_to_any_console(tmp_path: Path, encoding: str) -> None:
    shown = started("export", "--help", cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    shown.done()
    for command in ("examples", "new", "export", "--revision", "--version"):
        assert command in shown.out
    assert ("fișierul primăriei" in shown.out) == (encoding == "utf-8")


@pytest.mark.parametrize("arguments", [["export", "nu.dosar", "--pdf", "a.pdf"], ["doi", "trei"]])
def test_what_is_piped_keeps_every_letter(tmp_path: Path, arguments: list[str]) -> None:
    # A system that takes another encoding for pipes: Windows by itself, others with these.
    system = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": ""}
    as_always = started(*arguments, cwd=tmp_path)
    assert started(*arguments, cwd=tmp_path, **system) == as_always
    assert re.search("[țș]", as_always.err)


def test_help_that_is_piped_keeps_every_letter(tmp_path: Path) -> None:
    shown = started("--help", cwd=tmp_path, PYTHONUTF8="0", LC_ALL="C", PYTHONIOENCODING="")
    shown.done()
    assert "fișierul primăriei" in shown.out


def test_the_examples_are_named_a_line_each(run: Run) -> None:
    assert run("examples") == Outcome(0, "draguseni-2024\npiatra-neamt-2021\n", "")


def test_a_new_dossier_holds_an_empty_plan(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "comuna.dosar"
    run("new", path).done()
    assert names(tmp_path) == ["comuna.dosar"]
    with Dossier.open(path) as opened:
        plan = opened.load(opened.find())
    assert plan.form_id == "ordin-1086-2018"
    assert plan.institution.name == ""


def test_a_new_dossier_of_an_unknown_example_is_not_made(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.dosar", "--example", "iași").refused(WRONG, "iași", *EXAMPLES)
    assert names(tmp_path) == []


def test_new_never_touches_what_is_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.dosar"
    path.write_bytes(b"al meu")
    for more in ([], ["--example", "draguseni-2024"]):
        run("new", path, *more).refused(FILE, "„a.dosar”", "Există deja")
    assert path.read_bytes() == b"al meu"
    run("new", tmp_path).refused(FILE, "Există deja")
    assert names(tmp_path) == ["a.dosar"]


@pytest.mark.parametrize("place", ["lipsă/a.dosar", "fișier/a.dosar", "fișier/x/a.dosar"])
def test_new_in_a_folder_that_is_none(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "fișier").write_text("text", "utf-8")
    run("new", tmp_path / place).refused(FILE, "„a.dosar”", "nu a putut fi făcut")
    assert names(tmp_path) == ["fișier"]


def test_new_under_a_name_that_no_disk_takes(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / ("ă" * 300)).refused(FILE, "numele fișierului este prea lung")
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that nobody may write in")
def test_new_where_nobody_may_write(run: Run) -> None:
    run("new", "/proc/self/a.dosar").refused(FILE, "„a.dosar”")


@pytest.mark.parametrize("name", EXAMPLES)
def test_from_example_to_files_in_another_folder(tmp_path: Path, name: str) -> None:
    listed = started("examples", cwd=tmp_path)
    listed.done()
    assert listed.out.split() == EXAMPLES == example_names()
    started("new", "a.dosar", "--example", name, cwd=tmp_path).done()
    targets = ["--pdf", "a.pdf", "--xlsx", "a.xlsx", "--json", "a.json"]
    started("export", "a.dosar", *targets, cwd=tmp_path).done()
    started("new", "b.dosar", "--from", "a.json", cwd=tmp_path).done()
    started("export", "b.dosar", "--json", "b.json", cwd=tmp_path).done()
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert names(tmp_path) == ["a.dosar", "a.json", "a.pdf", "a.xlsx", "b.dosar", "b.json"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["new"], WRONG),
        (["new", "a.dosar", "--example", "iași"], WRONG),
        (["new", "x/a.dosar"], FILE),
        (["new", "a.dosar", "--from", "lipsă.json"], FILE),
        (["export", "a.dosar"], WRONG),
        (["export", "a.dosar", "--pdf", "a.pdf"], FILE),
    ],
)
def test_a_refusal_reaches_the_shell(tmp_path: Path, arguments: list[str], code: int) -> None:
    started(*arguments, cwd=tmp_path).refused(code)
    assert names(tmp_path) == []


def test_a_refusal_can_be_written_to_any_console(tmp_path: Path) -> None:
    shown = started("export", "șă.dosar", "--pdf", "a.pdf", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert shown.code == FILE
    assert "Traceback" not in shown.err


def test_commands_need_neither_qt_nor_a_screen(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from dragapp.__main__ import main\n"
        "heavy = ('PySide6', 'reportlab', 'openpyxl')\n"
        "done = [main(['examples']), main(['new', 'a.dosar', '--example', 'draguseni-2024']),\n"
        "    main(['export', 'a.dosar', '--json', 'a.json'])]\n"
        "print(done, [name for name in heavy if name in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines()[-1] == "[0, 0, 0] []"
