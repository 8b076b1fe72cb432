"""Measure everything at the county's size and at twice that, and print the table."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.bench import annexes
from tests.bench.processes import Results, in_turn, measure
from tests.bench.report import Line, table

START, EDIT, UNDO, GROWTH, PAUSE = 1.5, 1.5, 2.0, 2.2, 50.0
WHOLE = {
    "open and load": (("opened",), ("opened_bare",), "dosar"),
    "PDF of the annex": (("exported", "pdf"), ("pdf_bare",), "json"),
    "Excel of the annex": (("exported", "xlsx"), ("xlsx_bare",), "json"),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repeats, rougher numbers")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        sizes = {"county": 1.0, "double": 2.0}
        found = {name: _measured(Path(folder), name, scale, quick) for name, scale in sizes.items()}
    for name, lines in found.items():
        print(table(f"{name} size", lines) + "\n")
    pairs = zip(found["county"], found["double"], strict=True)
    grown = [
        Line(one.name, two.ours, one.ours, GROWTH, one.unit)
        for one, two in pairs
        if one.name != "start, welcome page"
    ]
    print(table("growth (double against county)", grown) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        for text in annexes.tables(Path(folder), quick=quick):
            print(text + "\n")


def _measured(folder: Path, name: str, scale: float, quick: bool) -> list[Line]:
    # In a process of its own: what this one has used, the system counts to all that it starts.
    measure("whole", "prepare", str(folder / name), str(scale))
    dossier = folder / f"{name}.dosar"
    return [
        *_starts(dossier, 3 if quick else 9),
        *_edits(dossier, 60 if quick else 400),
        *_whole(folder / name, 1 if quick else 3),
        *_pauses(dossier, 3 if quick else 5),
    ]


def _starts(dossier: Path, repeats: int) -> list[Line]:
    settings = str(dossier.parent / "settings")
    found = in_turn(
        {
            "empty": ("start", "empty", settings),
            "welcome": ("start", "welcome", settings),
            "dossier": ("start", "welcome", settings, str(dossier)),
        },
        repeats,
    )
    shown = {name: result["shown"] for name, result in found.items()}
    return [
        Line("start, welcome page", shown["welcome"], shown["empty"], START),
        # No limit: the window is there as soon as without a dossier, which is opened in it then.
        Line("start on the dossier", shown["dossier"], shown["empty"]),
    ]


def _edits(dossier: Path, repeats: int) -> list[Line]:
    found = measure("storing", "edit", str(dossier), str(repeats))
    large = measure("storing", "objective", str(dossier), str(max(repeats // 20, 5)))
    return [
        Line("store a cell, with undo", found["edit"], found["bare"], EDIT),
        Line("store a cell and read it again", found["refreshed"], found["bare"]),
        Line("undo of deleting an objective, against it", large["undo"], large["delete"], UNDO),
        Line("redo of deleting an objective, against it", large["redo"], large["delete"], UNDO),
    ]


def _whole(stem: Path, repeats: int) -> list[Line]:
    times: list[Line] = []
    memory: list[Line] = []
    for name, (ours, bare, kind) in WHOLE.items():
        path = str(stem.with_suffix(f".{kind}"))
        found = in_turn(
            {
                "ours": ("whole", ours[0], path, *ours[1:]),
                "bare": ("whole", bare[0], path),
            },
            repeats,
        )
        pair: tuple[Results, Results] = found["ours"], found["bare"]
        times.append(Line(name, pair[0]["time"], pair[1]["time"]))
        memory.append(Line(f"{name}: memory", pair[0]["memory"], pair[1]["memory"], unit="MB"))
    return times + memory


def _pauses(dossier: Path, repeats: int) -> list[Line]:
    settings = str(dossier.parent / "settings")
    found = measure("window", "pauses", str(dossier), settings, str(repeats))
    found.pop("shown")
    return [Line(f"pause: {name}", pause, PAUSE, 1.0) for name, pause in found.items()]


if __name__ == "__main__":
    main()
