"""The commands that need no window: examples, new, export.

Each prints at most one Romanian sentence on the error stream and returns an exit code: 0 done,
2 wrong usage, 3 a file that is missing, damaged, of another kind, newer, already there or not
writable.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from dragapp import __version__
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.errors import DragappError, ExampleMissing, FormatError, cause, named
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.text import clean

COMMANDS = ("examples", "new", "export")
DONE, USAGE, FILE = 0, 2, 3
HELP = """\
Planul anual de acțiune privind serviciile sociale.

  dragapp [F.dosar]         deschide fereastra, pe fișierul primăriei dacă este dat
  dragapp --example NUME    deschide o copie a unui exemplu
  dragapp examples          scrie numele exemplelor
  dragapp new F.dosar [--example NUME | --from FIȘIER.json]
                            face un fișier al primăriei; nu înlocuiește unul care există
  dragapp export F.dosar [--year AN] [--revision NUMĂR] [--pdf F] [--xlsx F] [--json F]
                         [--publish] [--draft] [--section CHEIE]
                            scrie planul cel mai nou sau pe cel ales; înlocuiește fișierele F;
                            PDF-ul este anexa de semnat (a unui plan aprobat, cea păstrată),
                            de publicat cu --publish, cu PROIECT pe fiecare pagină cu --draft,
                            numai un punct, după cheia lui din JSON, cu --section
  dragapp --version         scrie versiunea programului
"""


class UsageError(DragappError):
    """The command line asks for something that the program does not do."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, command: str = "") -> None:
        super().__init__(f"dragapp {command}".strip(), allow_abbrev=False)

    def print_help(self, file: object = None) -> None:
        # Consoles and files of older Windows cannot hold every Romanian letter.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        print(HELP, end="")

    def _print_message(self, message: str, file: object = None) -> None:
        # On Windows there may be no streams, which argparse does not expect.
        print(message, end="")

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            "Comanda nu este scrisă corect; „dragapp --help” arată comenzile și opțiunile lor."
        )


def _print_error(text: str) -> None:
    # Where there is no stream, nobody may be there to close a box either: the exit code tells.
    if sys.stderr:
        print(text, file=sys.stderr)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command of `COMMANDS` and return its exit code."""
    return guarded(lambda: _dispatch(list(arguments)))


def guarded(action: Callable[[], None], tell: Callable[[str], None] = _print_error) -> int:
    """Call an action; turn the program's errors into one sentence and an exit code."""
    _write_every_letter()
    try:
        action()
    except DragappError as error:
        # A message may quote what is in a file: line ends and controls do not reach the terminal.
        tell(clean(" ".join(str(error).split())))
        return USAGE if isinstance(error, UsageError | ExampleMissing) else FILE
    return DONE


def _write_every_letter() -> None:
    """Write UTF-8 into files and pipes, for which Windows takes an encoding without ș and ț.

    A console knows best what it can show, and so does who chose an encoding for Python.
    """
    if os.environ.get("PYTHONIOENCODING"):
        return
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def _dispatch(arguments: list[str]) -> None:
    command, rest = arguments[0], arguments[1:]
    {"examples": _examples, "new": _new, "export": _export}[command](rest)


def window_arguments(arguments: Sequence[str]) -> tuple[Path | None, str | None]:
    """Read `[DOSSIER]` or `--example NAME`.

    Raise UsageError for anything else, ExampleMissing for an unknown example.
    """
    parser = _Parser()
    parser.add_argument("--version", action="version", version=f"dragapp {__version__}")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("dossier", nargs="?", type=_file_path)
    choice.add_argument("--example")
    read = parser.parse_args(arguments)
    if read.example is not None:
        from dragapp.examples import check_name

        check_name(read.example)
    return read.dossier, read.example


def _file_path(text: str) -> Path:
    path = Path(text)
    if not path.name:
        raise UsageError(
            "Lipsește numele fișierului: calea se termină cu el, ca în „acte/plan.pdf”."
        )
    return path


def _examples(arguments: list[str]) -> None:
    from dragapp.examples import example_names

    _Parser("examples").parse_args(arguments)
    for name in example_names():
        print(name)


def _new(arguments: list[str]) -> None:
    from dragapp.dossier.dossier import Dossier
    from dragapp.examples import example
    from dragapp.forms import current_form

    parser = _Parser("new")
    parser.add_argument("dossier", type=_file_path)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--example")
    choice.add_argument("--from", dest="source", type=_file_path)
    read = parser.parse_args(arguments)
    if read.example is not None:
        plan = example(read.example)
    elif read.source is not None:
        plan = plan_from_file(read.source)
    else:
        plan = current_form().new_plan(Institution(), date.today().year)
    Dossier.create(read.dossier, plan).close()


def plan_from_file(path: Path) -> Plan:
    """Read a plan from a JSON file; raise FormatError where it cannot be read."""
    from dragapp.formats.plan_json import load_plan

    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FormatError(f"Fișierul {named(path)} nu a putut fi citit: {cause(error)}.") from error
    except UnicodeDecodeError as error:
        raise FormatError(
            f"Fișierul {named(path)} nu este JSON corect: octetul {error.start} nu este UTF-8."
        ) from error
    return load_plan(text, path.name)


def _export(arguments: list[str]) -> None:
    from dragapp.dossier.dossier import Dossier
    from dragapp.formats.export import Target, export
    from dragapp.formats.replacing import replace_file

    parser = _Parser("export")
    parser.add_argument("dossier", type=_file_path)
    parser.add_argument("--year", type=int)
    parser.add_argument("--revision", type=int)
    for kind in Target:
        parser.add_argument(f"--{kind}", type=_file_path)
    parser.add_argument("--publish", action="store_true")
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--section", default="")
    read = parser.parse_args(arguments)
    targets = {kind: getattr(read, kind) for kind in Target if getattr(read, kind) is not None}
    if not targets:
        raise UsageError("Nu ați spus ce fișier să fie scris: --pdf, --xlsx sau --json.")
    paths = [os.path.realpath(path) for path in (read.dossier, *targets.values())]
    if len(set(paths)) < len(paths):
        raise UsageError("Fișierele exportate și fișierul primăriei trebuie să aibă nume diferite.")
    purpose = Purpose.PUBLISH if read.publish else Purpose.SIGN
    printout = Printout(purpose, read.draft, read.section)
    if printout != WHOLE and Target.PDF not in targets:
        raise UsageError("--publish, --draft și --section sunt numai pentru --pdf.")
    with Dossier.open(read.dossier, write=False) as dossier:
        plan = dossier.load(dossier.find(read.year, read.revision))
        kept = printout == WHOLE and dossier.approval(plan.id) is not None
        approved = dossier.approved_annex(plan.id) if kept else b""
    if read.section:
        _check_section(plan, read.section)
    for kind, path in targets.items():
        if kind == Target.PDF and approved:
            replace_file(path, approved)
        else:
            export(plan, kind, path, printout=printout)


def _check_section(plan: Plan, key: str) -> None:
    """Raise UsageError where nothing can be printed of the section of that key alone."""
    from dragapp.annex.extract import extract

    if key not in {section.key for section in plan.walk()}:
        raise UsageError(
            f"Planul nu are niciun punct cu cheia „{key}”. Cheile sunt în fișierul scris cu --json."
        )
    if extract(plan, key) is None:
        raise UsageError(
            f"Punctul „{plan.section(key).name}” nu se tipărește: este ascuns sau ține de textul "
            "hotărârii."
        )
