"""The tables that compare our PDF of the annex with that of typst and of LibreOffice.

At the size of a town's plan, of a county's scaled to a number of pages, and of twice as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.bench.processes import Results, in_turn, measure
from tests.bench.report import Line, table

#: How long ours may take, as a share of the others' time; how much memory in MB, and its growth.
TYPST, LIBREOFFICE, MEMORY, GROWTH = 1.2, 0.25, 120.0, 2.2
TOWN, LONG = "piatra-neamt-2021", 176


def tables(folder: Path, *, quick: bool) -> Iterator[str]:
    """Measure one size after the other and return their tables."""
    town, long, double = (str(folder / name) for name in ("town", "long", "long-double"))
    measure("annex", "example", town, TOWN)
    measure("annex", "county", long, str(LONG))
    measure("annex", "county", double, str(2 * LONG))
    profile = str(folder / "libreoffice")
    office = bool(measure("libreoffice", "find", town, profile)["there"])
    for stem in (town, long):
        tasks: dict[str, tuple[str, ...]] = {"ours": ("annex", "ours", stem)}
        if find_spec("typst"):
            tasks["typst"] = ("annex", "by_typst", stem)
        if office:
            tasks["libreoffice"] = ("libreoffice", "made", stem, profile)
            tasks["its start"] = ("libreoffice", "started", stem, profile)
        found = in_turn(tasks, 1 if quick else 5)
        yield table(_title(stem, found), _lines(found))
    grown = in_turn({stem: ("annex", "ours", stem) for stem in (long, double)}, 1 if quick else 5)
    yield table(
        f"PDF of {_pages(double, 'ours')} pages against {_pages(long, 'ours')}",
        [
            Line("time", grown[double]["time"], grown[long]["time"], GROWTH),
            Line("memory", grown[double]["memory"], grown[long]["memory"], GROWTH, "MB"),
        ],
    )


def _title(stem: str, found: dict[str, Results]) -> str:
    others = ("typst", "libreoffice")
    counts = [f"{_pages(stem, name)} by {name}" for name in others if name in found]
    return ", ".join([f"PDF of {_pages(stem, 'ours')} pages", *counts])


def _pages(stem: str, maker: str) -> int:
    return int(measure("annex", "pages", f"{stem}.{maker}.pdf")["pages"])


def _lines(found: dict[str, Results]) -> Iterator[Line]:
    def of(maker: str, cost: str = "time") -> float | None:
        return found[maker][cost] if maker in found else None

    ours, typst, office, start = found["ours"], of("typst"), of("libreoffice"), of("its start")
    beyond = office - start if office and start else None
    yield Line("against typst", ours["time"], typst, TYPST)
    # A program calls LibreOffice as a process: its start is part of making the PDF.
    yield Line("against LibreOffice", ours["time"], office, LIBREOFFICE)
    yield Line("the same, with the start of ours", ours["shown"], office)
    yield Line("the same, without the start of LibreOffice", ours["time"], beyond)
    yield Line("memory", ours["memory"], MEMORY, 1.0, "MB")
    yield Line("memory against typst", ours["memory"], of("typst", "memory"), unit="MB")
    yield Line("memory against LibreOffice", ours["memory"], of("libreoffice", "memory"), unit="MB")
