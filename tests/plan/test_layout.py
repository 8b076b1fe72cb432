"""Outlines as printed rows: the tables of the two real plans, and what they do not show."""

from __future__ import annotations

from dragapp.examples import example
from dragapp.plan.column import Column, ColumnKind
from dragapp.plan.layout import LaidRow, lay_out
from dragapp.plan.outline import Level, Look, Node, Table


def shown(row: LaidRow) -> list[str | None]:
    """Return the row as printed; None where a cell reaches over."""
    return [cell.shown if cell else None for cell in row.cells]


def printed(plan: str, section: str) -> list[LaidRow]:
    table = example(plan).section(section).table
    assert table
    return lay_out(table, printed_only=True).rows


def matrix(*rows: Node) -> Table:
    return Table(
        levels=[
            Level("objective", "obiectiv", Look.BANNER, "Obiectiv {1}."),
            Level("direction", "direcție", Look.MERGED, "{1}.", "nr"),
            Level("measure", "măsură", Look.ROW, "{1}."),
            Level("indicator", "indicator", Look.STACKED),
        ],
        columns=[
            Column("objective", "objective"),
            Column("nr", "direction", kind=ColumnKind.NUMBER_LABEL),
            Column("direction", "direction"),
            Column("measure", "measure"),
            Column("indicator", "indicator"),
            Column("target", "indicator", printed=False),
            Column("term", "measure"),
        ],
        rows=list(rows),
    )


def node(level: str, text: str = "", *rows: Node, number: str | None = None) -> Node:
    return Node(f"{level}-{text}", level, number, {level: text} if text else {}, list(rows))


def lines(table: Table) -> list[list[str | None]]:
    return [shown(row) for row in lay_out(table, printed_only=True).rows]


def test_a_centre_is_one_line_above_its_service() -> None:
    centre, service = printed("piatra-neamt-2021", "existing-services")[10:12]
    assert centre.look == Look.BANNER
    assert shown(centre) == ["6", "Centrul Social Pietricica", *[None] * 8]
    name = centre.cells[1]
    assert name
    assert name.colspan == 9
    assert shown(service) == [
        "", "8730 CR-V-I", "Servicii in centru rezidential", "102 Varstnici cu risc", "100%",
        "1486", "-", "684", "940", "-",
    ]  # fmt: skip


def test_the_third_campaign_reaches_over_its_two_objectives() -> None:
    rows = printed("piatra-neamt-2021", "information-campaigns")
    assert len(rows) == 7
    number, campaign, objective, *_ = rows[2].cells
    assert number
    assert campaign
    assert objective
    assert (number.shown, number.rowspan, campaign.rowspan) == ("3.", 2, 2)
    assert objective.rowspan == 1
    assert shown(rows[3])[:4] == [
        None, None, "Reactivarea Comitetului Comunitar Consultativ", "Semestrul II",
    ]  # fmt: skip
    assert shown(rows[4])[0] == "4."


def test_the_matrix_of_a_commune() -> None:
    rows = printed("draguseni-2024", "objectives-matrix")
    spans = [row.cells[0].rowspan if row.cells[0] else 0 for row in rows]
    assert spans == [4, 0, 0, 0, 2, 0, 2, 0, 1, 1, 1, 1, 2, 0, 1, 2, 0, 2, 0]
    numbers = [row.cells[0].shown for row in rows if row.cells[0]]
    banner = (
        "Obiectiv 4. Dezvoltarea unei culturi proactive și participative în rândul populației "
        "și beneficiarilor de servicii sociale"
    )
    assert numbers == ["", "2.", "3.", "", "", "", "", "3.", banner, "1.", "2."]
    measure = shown(rows[8])[2]
    assert measure == "2. Aplicarea standardelor de calitate privind serviciile sociale acordate;"
    assert shown(rows[11])[2:] == [
        "5. Promovarea de propuneri de îmbunătățire a serviciilor sociale;",
        "Nr. propuneri\nNr. hotărâri de consiliu local de îmbunătățire a serviciilor sociale",
        "Bugetul local",
        "Primăria Drăgușeni",
        "2024",
    ]


def test_measures_may_stand_without_a_direction_and_without_an_objective() -> None:
    measures = (node("measure", "Prima"), node("measure", "A doua"))
    assert lines(matrix(*measures)) == [
        ["", "", "1. Prima", "", ""],
        ["", "", "2. A doua", "", ""],
    ]
    under = node("objective", "Sprijin", node("measure", "Singura"))
    assert lines(matrix(under)) == [
        ["Obiectiv 1. Sprijin", None, None, None, None],
        ["", "", "1. Singura", "", ""],
    ]


def test_a_service_without_a_centre_takes_the_next_number_of_the_centres() -> None:
    table = example("piatra-neamt-2021").section("existing-services").table
    assert table
    table.rows.append(Node("r-new", "service", cells={"name": "Fără centru"}))
    assert shown(lay_out(table).rows[-1])[:3] == ["8", "", "Fără centru"]


def test_a_banner_without_a_name_prints_nothing_and_its_rows_count_on() -> None:
    table = matrix(
        node("objective", "", node("direction", "A", node("measure", "a"))),
        node("objective", "", node("direction", "B", node("measure", "b"))),
    )
    assert lines(table) == [["1.", "A", "1. a", "", ""], ["2.", "B", "1. b", "", ""]]
    assert [row.silent for row in lay_out(table).rows] == [True, False, True, False]


def test_a_merged_row_without_rows_below_shows_where_they_are_made() -> None:
    (row,) = lay_out(matrix(node("direction", "Singură"))).rows
    assert shown(row)[:3] == ["1.", "Singură", ""]
    makers = [cell.maker.key if cell and cell.maker else "" for cell in row.cells]
    assert makers == ["", "", *["direction-Singură"] * 4]


def test_indicators_are_lines_of_one_cell_that_belongs_to_the_measure() -> None:
    measure = node("measure", "M", node("indicator", "Nr. vizite"), node("indicator", "Nr. dosare"))
    (row,) = lay_out(matrix(measure), printed_only=True).rows
    cell = row.cells[3]
    assert cell
    assert (cell.text, cell.node) == ("Nr. vizite\nNr. dosare", measure)


def test_columns_that_are_not_printed_are_on_the_screen_only() -> None:
    table = matrix(node("measure", "M"))
    assert "target" in [column.key for column in lay_out(table).columns]
    assert "target" not in [column.key for column in lay_out(table, printed_only=True).columns]


def test_an_emptied_number_is_printed_empty_and_not_counted() -> None:
    torn = node("direction", "ruptă", node("measure", "x", number=""), number="")
    table = matrix(torn, node("direction", "întreagă", node("measure", "y")))
    assert [row[:3] for row in lines(table)] == [["", "ruptă", "x"], ["1.", "întreagă", "1. y"]]


def test_lines_with_several_printed_columns_get_a_row_each_on_paper() -> None:
    table = Table(
        [Level("measure", "măsură"), Level("indicator", "indicator", Look.STACKED)],
        [
            Column("measure", "measure", "Măsura"),
            Column("indicator", "indicator", "Indicator"),
            Column("target", "indicator", "Țintă"),
        ],
        [
            Node("m", "measure", None, {"measure": "Vizite"}, [
                Node("i", "indicator", None, {"indicator": "Nr. vizite", "target": "45"}),
                Node("j", "indicator", None, {"indicator": "Nr. anchete", "target": "7"}),
            ]),
        ],
    )  # fmt: skip
    printed = lay_out(table, printed_only=True).rows
    assert [[cell and cell.shown for cell in row.cells] for row in printed] == [
        ["Vizite", "Nr. vizite", "45"],
        [None, "Nr. anchete", "7"],
    ]
    assert len(lay_out(table).rows) == 1
