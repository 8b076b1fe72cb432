"""Plans to test the dossier with, by hand and at random, and a dump to compare dossiers by."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dragapp.dossier.dossier import Dossier
from dragapp.plan.column import Align, Column, ColumnKind
from dragapp.plan.outline import Level, Look, Node, Table
from dragapp.plan.plan import PAPER_KINDS, AnnexHeader, Decision, Institution, Paper, Plan
from dragapp.plan.printing import Printing
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import (
    Orientation,
    Paragraph,
    ParagraphKind,
    Scope,
    Section,
    State,
    StatementPlace,
)
from dragapp.plan.text import clean

#: A picture of two by two points, as a plan keeps it.
ARMS = (
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR4nGNg+A+EAAYAAf+T0eSJAAAAAElFTkSuQmCC"
)


def matrix() -> Table:
    """Return a table on four levels: objective, direction, measure, indicator."""
    return Table(
        levels=[
            Level("objective", "Obiectiv", Look.BANNER, "Obiectiv {1}."),
            Level("direction", "Direcție de acțiune", Look.MERGED, "{1}.", "nr"),
            Level("measure", "Măsură", Look.ROW),
            Level("indicator", "Indicator", Look.STACKED),
        ],
        columns=[
            Column("nr", "direction", "Nr. crt.", kind=ColumnKind.NUMBER_LABEL),
            Column("objective", "objective", "Obiectiv"),
            Column("direction", "direction", "Direcția de acțiune"),
            Column("measure", "measure", "Măsuri", italic=True),
            Column("indicator", "indicator", "Indicatori"),
            Column("target", "indicator", "Ținta", kind=ColumnKind.QUANTITY, printed=False),
            Column("budget", "measure", "Buget", "Resurse", ColumnKind.MONEY, "mii lei"),
            Column("term", "measure", "Termen", kind=ColumnKind.PERIOD),
        ],
        rows=[
            Node(
                "r-o1",
                "objective",
                cells={"objective": "Prevenirea separării copilului de părinți"},
                rows=[
                    Node(
                        "r-d1",
                        "direction",
                        "2",
                        {"direction": "Identificarea situațiilor de risc"},
                        [
                            Node(
                                "r-m1",
                                "measure",
                                cells={
                                    "measure": "Anchete sociale",
                                    "budget": "66.361,82 (2%)",
                                    "term": "Lunar",
                                },
                                rows=[
                                    Node("r-i1", "indicator", cells={"indicator": "Nr. anchete"}),
                                    Node("r-i2", "indicator", cells={"target": "38 Persoane"}),
                                ],
                            ),
                            Node("r-m2", "measure", cells={"measure": "Consiliere"}),
                            Node("r-m3", "measure", "", {"measure": "Informare", "budget": "-"}),
                        ],
                    ),
                    Node("r-m4", "measure", cells={"measure": "O măsură fără direcție"}),
                ],
            ),
            Node("r-o2", "objective", rows=[Node("r-d2", "direction")]),
        ],
    )


def services() -> Table:
    """Return a table on one level."""
    return Table(
        [Level("service", "Serviciu")],
        [
            Column("name", "service", "Denumire"),
            Column("code", "service", "Cod", kind=ColumnKind.SERVICE_CODE),
        ],
        [Node("r-s1", "service", cells={"name": "Centru de zi", "code": "8891 CZ-C-II"})],
    )


def sample_plan(year: int = 2024, revision: int = 0) -> Plan:
    """Return a small plan with some of everything."""
    return Plan(
        year,
        revision,
        "ordin-1086-2018",
        "1",
        "Plan anual de acțiune",
        "ROMÂNIA\nJUDEȚUL IAȘI",
        True,
        Institution("comună", "Drăgușeni", "Iași", mayor="Ion Țăran"),
        AnnexHeader("adopted", "Anexă la proiectul nr. {nr}", "Anexa nr. 1 la H.C.L. nr. {nr}"),
        Decision("12", "31.01.2024", votes_for="11"),
        Printing(large=True, annex_number="1", stamp=True),
        [Paper("draft", "30.297", "10.01.2024"), Paper("county_opinion", "ad.1131")],
        [
            Section(
                "preamble",
                "Preambul",
                heading=rich("PREAMBUL"),
                before=[
                    Paragraph(rich("Text ", Run("gros", bold=True), " și _semne_ > ~")),
                    Paragraph(rich("articol"), ParagraphKind.ITEM, 1, "{1}.", "3"),
                ],
                after=[Paragraph(rich("notă"), ParagraphKind.NOTE)],
            ),
            Section(
                "chapter-1",
                "Capitolul I",
                "Capitolul {I}.",
                sections=[
                    Section("existing", "Servicii existente", "{A}.", table=services()),
                    Section(
                        "proposed",
                        "Servicii propuse",
                        "{A}.",
                        state=State.NONE,
                        statement=rich("Nu este cazul."),
                        statement_place=StatementPlace.HEADING,
                        advice="Numai servicii licențiate.",
                    ),
                    Section("contracted", "Servicii contractate", "{A}.", run_in=True),
                ],
            ),
            Section(
                "objectives",
                "Obiective",
                orientation=Orientation.LANDSCAPE,
                totals=True,
                before=[Paragraph(rich("Matricea"))],
                table=matrix(),
            ),
            Section("decision", "Hotărâre", scope=Scope.DECISION, hidden=True),
        ],
    )


#: Any text the user could type, as it is stored.
texts = st.text(max_size=40).map(clean)
_riches = st.lists(st.builds(Run, texts, st.booleans(), st.booleans()), max_size=4).map(
    lambda runs: rich(*runs)
)
_numbers = st.none() | texts
paragraphs = st.builds(
    Paragraph, _riches, st.sampled_from(ParagraphKind), st.integers(0, 5), texts, _numbers
)


@st.composite
def tables(draw: st.DrawFn, prefix: str = "") -> Table:
    """Any table, its rows on any levels that may stand there."""
    order = [Look.BANNER, Look.MERGED, Look.ROW, Look.STACKED]
    some = st.lists(st.sampled_from(order), min_size=1, max_size=4)
    looks = sorted(draw(some.filter(lambda drawn: set(drawn) != {Look.BANNER})), key=order.index)
    table = Table([], [])
    for depth, look in enumerate(looks):
        table.levels.append(Level(f"l{depth}", draw(texts), look, draw(texts)))
        for place in range(1 if look == Look.BANNER else draw(st.integers(1, 3))):
            kind = draw(st.sampled_from([ColumnKind.TEXT, ColumnKind.MONEY, ColumnKind.PERIOD]))
            table.columns.append(
                Column(
                    f"c{depth}{place}",
                    f"l{depth}",
                    draw(texts),
                    draw(texts),
                    kind,
                    draw(st.sampled_from(["", "lei", "mii lei"])),
                    draw(st.sampled_from(Align)),
                    draw(st.booleans()),
                    draw(st.booleans()),
                )
            )
    count = 0

    def rows(above: int) -> list[Node]:
        nonlocal count
        made: list[Node] = []
        for _ in range(draw(st.integers(0, 3)) if above < len(looks) - 1 else 0):
            depth = draw(st.integers(above + 1, len(looks) - 1))
            count += 1
            node = Node(f"{prefix}r{count}", f"l{depth}", draw(_numbers))
            for column in table.columns_of(node.level):
                if text := draw(texts):
                    node.cells[column.key] = text
            node.rows = rows(depth)
            made.append(node)
        return made

    table.rows = rows(-1)
    return table


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan."""
    count = 0

    def sections(depth: int) -> list[Section]:
        nonlocal count
        made: list[Section] = []
        for _ in range(draw(st.integers(0, 2))):
            count += 1
            key = f"s{count}"
            section = Section(
                key,
                draw(texts),
                draw(texts),
                draw(_numbers),
                draw(_riches),
                draw(st.booleans()),
                draw(st.sampled_from(State)),
                draw(_riches),
                draw(st.sampled_from(StatementPlace)),
                draw(st.sampled_from(Scope)),
                draw(st.booleans()),
                draw(st.sampled_from(Orientation)),
                draw(st.booleans()),
                draw(texts),
                draw(st.lists(paragraphs, max_size=2)),
                draw(st.none() | tables(key)),
                draw(st.lists(paragraphs, max_size=2)),
            )
            section.sections = sections(depth + 1) if depth < 2 else []
            made.append(section)
        return made

    header = st.builds(
        AnnexHeader, st.sampled_from(["none", "draft", "adopted"]), texts, texts, texts
    )
    flags = [st.booleans()] * 5
    arms = st.sampled_from(["", ARMS])
    printing = st.builds(Printing, *flags, texts, *flags[:3], arms)
    papers = st.builds(Paper, st.sampled_from(list(PAPER_KINDS)), texts, texts, texts, texts)
    return Plan(
        draw(st.integers(1, 9999)),
        draw(st.integers(0, 99)),
        draw(texts),
        draw(texts),
        draw(texts),
        draw(texts),
        draw(st.booleans()),
        draw(st.builds(Institution, *[texts] * 12)),
        draw(header),
        draw(st.builds(Decision, *[texts] * 8)),
        draw(printing),
        draw(st.lists(papers, max_size=3)),
        sections(0),
    )


def dump(dossier: Dossier) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, ids included."""
    db = dossier._db
    return {
        table: sorted(db.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
        for table in db.table_names()
    }
