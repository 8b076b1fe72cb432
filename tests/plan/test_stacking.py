"""Lines of a stacked cell and the rows behind them."""

from __future__ import annotations

from dragapp.plan.outline import Node, Table
from dragapp.plan.stacking import lines_of, match_lines, put_lines
from tests.plan.test_layout import matrix, node


def indicators(*texts: str) -> tuple[Table, Node]:
    rows = [Node(f"i{at}", "indicator", cells={"indicator": text, "target": f"{at}"})
            for at, text in enumerate(texts)]  # fmt: skip
    measure = node("measure", "M", *rows)
    return matrix(measure), measure


def cells(measure: Node) -> list[tuple[str, str, str]]:
    return [(row.key[:2], row.cells.get("indicator", ""), row.cells.get("target", ""))
            for row in measure.rows]  # fmt: skip


def test_match_lines_prefers_the_same_text() -> None:
    assert match_lines(["a", "b", "c"], ["c", "a"]) == [2, 0]
    assert match_lines(["a", "b"], ["a", "x", "b"]) == [0, None, 1]
    assert match_lines(["a", "b"], ["a2", "b"]) == [0, 1]


def test_what_hangs_on_a_line_stays_with_it() -> None:
    table, measure = indicators("Nr. vizite", "Nr. dosare", "Nr. cazuri")
    put_lines(table, measure, "indicator", "indicator", "Nr. nou\n\n Nr. cazuri\nNr. vizite ")
    assert cells(measure) == [
        ("i1", "Nr. nou", "1"),
        ("i2", "Nr. cazuri", "2"),
        ("i0", "Nr. vizite", "0"),
    ]
    put_lines(table, measure, "indicator", "indicator", "")
    assert measure.rows == []


def test_other_columns_have_a_line_a_row() -> None:
    table, measure = indicators("Nr. vizite", "Nr. dosare")
    put_lines(table, measure, "indicator", "target", "45\n\n\n7")
    assert cells(measure)[:2] == [("i0", "Nr. vizite", "45"), ("i1", "Nr. dosare", "")]
    assert cells(measure)[2][1:] == ("", "7")
    assert lines_of(measure, "indicator", "target") == "45\n\n7"
