"""The commands that need no window: examples, new, export.

Each prints at most one Romanian sentence on the error stream and returns an exit code: 0 done,
2 wrong usage, 3 a file that is missing, damaged, of another kind, newer, already there or not
writable.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from dragapp import __version__
from dragapp.errors import DragappError, ExampleMissing, FormatError, cause, named
from dragapp.plan.plan import Institution, Plan

COMMANDS = ("examples", "new", "export")
DONE, USAGE, FILE = 0, 2, 3


class UsageError(DragappError):
    """The command line asks for something that the program does not do."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(
            "Comanda nu este scrisă corect; „dragapp --help” arată comenzile și opțiunile lor."
        )


def run(arguments: Sequence[str]) -> int:
    """Carry out one command of `COMMANDS` and return its exit code."""
    return guarded(lambda: _dispatch(list(arguments)))


def guarded(action: Callable[[], None]) -> int:
    """Call an action; turn the program's errors into one sentence and an exit code."""
    try:
        action()
    except (UsageError, ExampleMissing) as error:
        print(error, file=sys.stderr)
        return USAGE
    except DragappError as error:
        print(error, file=sys.stderr)
        return FILE
    return DONE


def _dispatch(arguments: list[str]) -> None:
    command, rest = arguments[0], arguments[1:]
    {"examples": _examples, "new": _new, "export": _export}[command](rest)


def window_arguments(arguments: Sequence[str]) -> tuple[Path | None, str | None]:
    """Read `[DOSSIER]` or `--example NAME`.

    Raise UsageError for anything else, ExampleMissing for an unknown example.
    """
    parser = _Parser(
        prog="dragapp",
        description="Planul anual de acțiune privind serviciile sociale.",
        epilog="Comenzi fără fereastră: dragapp examples | dragapp new DOSSIER [--example NAME | "
        "--from FILE.json] | dragapp export DOSSIER [--year Y] [--revision R] [--pdf F] "
        "[--xlsx F] [--json F]",
    )
    parser.add_argument("--version", action="version", version=f"dragapp {__version__}")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("dossier", nargs="?", type=Path, metavar="DOSSIER")
    choice.add_argument("--example", metavar="NAME")
    read = parser.parse_args(arguments)
    if read.example is not None:
        from dragapp.examples import check_name

        check_name(read.example)
    return read.dossier, read.example


def _examples(arguments: list[str]) -> None:
    from dragapp.examples import example_names

    _Parser(prog="dragapp examples").parse_args(arguments)
    for name in example_names():
        print(name)


def _new(arguments: list[str]) -> None:
    from dragapp.dossier.dossier import Dossier
    from dragapp.examples import example
    from dragapp.forms import current_form

    parser = _Parser(prog="dragapp new")
    parser.add_argument("dossier", type=Path, metavar="DOSSIER")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--example", metavar="NAME")
    choice.add_argument("--from", dest="source", type=Path, metavar="FILE.json")
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

    parser = _Parser(prog="dragapp export")
    parser.add_argument("dossier", type=Path, metavar="DOSSIER")
    parser.add_argument("--year", type=int)
    parser.add_argument("--revision", type=int)
    for kind in Target:
        parser.add_argument(f"--{kind}", type=Path, metavar="F")
    read = parser.parse_args(arguments)
    targets = {kind: getattr(read, kind) for kind in Target if getattr(read, kind) is not None}
    if not targets:
        raise UsageError("Nu ați spus ce fișier să fie scris: --pdf, --xlsx sau --json.")
    paths = [path.resolve() for path in (read.dossier, *targets.values())]
    if len(set(paths)) < len(paths):
        raise UsageError("Fișierele exportate și dosarul trebuie să aibă nume diferite.")
    with Dossier.open(read.dossier) as dossier:
        plan = dossier.load(dossier.find(read.year, read.revision))
    for kind, path in targets.items():
        export(plan, kind, path)
