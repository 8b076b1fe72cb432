"""Tables in HTML, as Excel, Calc, Word and browsers exchange them.

The samples in tests/data/clipboard are what these programs write for such tables.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.formats.clipboard import read_clipboard
from dragapp.formats.clipboard.html_reading import read_html
from dragapp.formats.clipboard.html_writing import write_html
from dragapp.plan.cell_block import BlockCell, CellBlock, TooLarge, block_of
from tests.blocks import blocks

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "clipboard"


def sample(name: str) -> CellBlock:
    block = read_html((SAMPLES / f"{name}.html").read_text(encoding="utf-8"))
    assert block
    return block


def cells(html: str) -> list[list[str | None]]:
    block = read_html(html)
    assert block
    return [[cell.text if cell else None for cell in row] for row in block.rows]


def test_a_merged_and_multi_line_table_of_excel() -> None:
    block = sample("excel")
    assert block.texts() == [
        ["Nr. crt.", "Campanie", "Obiective", "Perioada în care se va desfășura campania", "Buget"],
        [
            "1.",
            "Implicarea comunității\nîn prevenire",
            'Acțiuni de conștientizare a "comunității" & informare',
            "Lunar",
            "66.361,82",
        ],
        ["", "", "Reactivarea CCC", "Semestrul II", ""],
        ["2", "Un text care trece peste vecinele goale", "", "", ""],
        ["Obiectiv 4. Dezvoltarea unei culturi", "", "", "", ""],
    ]
    assert block.rows[1][:2] == (
        BlockCell("1.", rowspan=2),
        BlockCell("Implicarea comunității\nîn prevenire", rowspan=2),
    )
    assert block.rows[2][:2] == (None, None)
    # Text that runs over empty neighbours is not merged with them; a title over all columns is.
    assert block.rows[3][1] == BlockCell("Un text care trece peste vecinele goale")
    assert block.rows[4] == (BlockCell("Obiectiv 4. Dezvoltarea unei culturi", 1, 5), *[None] * 4)


def test_a_merged_and_multi_line_table_of_calc() -> None:
    block = sample("calc")
    assert block.texts()[1:4] == [
        [
            "1.",
            "Implicarea comunității\nîn prevenire",
            "Acțiuni de conștientizare",
            "Lunar",
            'Serviciul A\nCentrul "Castani"',
            "66,361.82",
        ],
        ["", "", "Reactivarea CCC", "Semestrul II", "Serviciul B", ""],
        ["2.", "Sărbătorirea", "Zile & <eroi>", "1 Iunie, 1 Octombrie etc.", "", "10000"],
    ]
    assert block.rows[1][1] == BlockCell("Implicarea comunității\nîn prevenire", rowspan=2)
    assert block.texts()[4] == [""] * 6


def test_a_table_of_word_with_lists_merging_and_a_repeated_head() -> None:
    block = sample("word")
    assert block.texts() == [
        ["Nr. crt.", "Direcții de acțiune", "Măsuri/activități", "Indicatori"],
        [
            "2.",
            "• Asigurarea personalului adecvat pentru desfășurarea serviciilor sociale",
            "1. Formarea continuă a personalului;",
            "Nr. persoane care urmează stagii\nNr. stagii",
        ],
        ["", "", "Utilizarea\ninstrumentelor", ""],
    ]
    assert block.head_rows == 1
    assert block.rows[2][:2] == (None, None)
    assert block.outside == ("Capitolul III.1",)


def test_a_table_of_a_web_page_with_open_elements_and_a_table_inside() -> None:
    block = sample("browser")
    assert block.texts() == [
        ["Denumire", "Capacitate"],
        ["Centrul de zi „Castani”", "30 copii\n6 educatori"],
        ["• Cantina\n• Spălătoria", "100\n  persoane"],
    ]
    assert block.head_rows == 1
    assert block.outside == ("Centre de zi",)


def test_the_header_of_the_windows_format_is_no_content() -> None:
    header = "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n"
    text = f"{header}<html><body><!--StartFragment--><td>a<td>b<!--EndFragment--></html>"
    block = read_html(text)
    assert block
    assert block.texts() == [["a", "b"]]
    assert block.outside == ()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c", ""]]),
        ("<tr><td>fără tabel</td></tr>", [["fără tabel"]]),
        ("<table><td>un&nbsp;rând<p>doi</p><br><p>patru</p></td>", [["un\xa0rând\ndoi\n\npatru"]]),
        ("<table><td> a \n b&#x219; &lt;i&gt; </td>", [["a bș <i>"]]),
        ("<table><td>&nbsp;</td><td><br></td></table>", [["", ""]]),
        ("<table><td>a.&nbsp; b</td></table>", [["a.  b"]]),
        ("<table><td><div>a</div><div>b</div></td></table>", [["a\nb"]]),
        ("<table><tr><td>a<!-- c -->b<?xml x?>c</td></table>", [["abc"]]),
        ("<table><tr><td>a<![foo[x]]>b</td></table>", [["ab"]]),
        ("<table><td>1</td><td style='display: none'>2</td><td>3</td></table>", [["1", "3"]]),
        ("<table><td>a<comment>notă</comment><script>x()</script></td></table>", [["a"]]),
        ("<head><title>t<table><td>a</td></table>", [["a"]]),
        ("<table><tr></tr><tr><td>a</td></tr></table>", [["a"]]),
        ("<table><td><ol start=3><li>c<li>d</ol></td></table>", [["3. c\n4. d"]]),
        ("<table><td><ol type=a><li>x<ul><li>y</ul><li>z</ol></table>", [["a. x\n• y\nb. z"]]),
        ("<table><td><ul><li><p>a</p></li><li><div>b</div></ul></table>", [["• a\n• b"]]),
        ("<table><td colspan=2>a</td><tr><td>b<td>c</table>", [["a", None], ["b", "c"]]),
        ("<table><td rowspan=0>a<td>b<tr><td>c</table>", [["a", "b"], [None, "c"]]),
        ("<table><td rowspan=9>a<td>b<tr><td>c</table>", [["a", "b"], [None, "c"]]),
        # Columns and rows in which nothing begins cannot be seen.
        ("<table><td colspan=3>a<td>b<tr><td colspan=3>c<td>d</table>", [["a", "b"], ["c", "d"]]),
        ("<table><td rowspan=2>a<td rowspan=2>b</tr><tr></tr></table>", [["a", "b"]]),
        # A frame around tables is no table; otherwise a table inside a cell is lines of text.
        ("<table><td><table><td>a<td>b</table></td></table>", [["a", "b"]]),
        ("<table><td>t<table><td>a<td>b</table></td></table>", [["t\na b"]]),
        ("<table><td>a</table><p>x</p><table><td>b<td>c</table>", [["a", ""], ["b", "c"]]),
    ],
)  # fmt: skip
def test_what_programs_write_is_read_as_it_looks(
    html: str, expected: list[list[str | None]]
) -> None:
    assert cells(html) == expected


def test_a_head_repeated_on_the_next_page_is_read_once() -> None:
    page = "<table><thead><tr><td>Cap</td></tr></thead><tr><td>{}</td></tr></table>"
    assert cells(page.format("a") + page.format("b")) == [["Cap"], ["a"], ["b"]]


def test_a_merged_cell_that_begins_hidden_is_seen_where_it_goes_on() -> None:
    html = (
        "<table><col><col style='display:none'><col>"
        "<tr style='display:none'><td rowspan=2>E</td><td>x</td><td>y</td></tr>"
        "<tr><td colspan=2>F</td></tr></table>"
    )
    assert cells(html) == [["E", "F"]]


@pytest.mark.parametrize("html", ["", "<p>text</p>", "a < b", "<table></table>", "<br/>", "</td>"])
def test_html_without_a_table_has_none(html: str) -> None:
    assert read_html(html) is None


def test_a_huge_span_costs_nothing() -> None:
    many = "<tr><td colspan=999999999 rowspan=999999999>a</td><td>b</td></tr>"
    assert cells(f"<table>{many}</table>") == [["a", "b"]]
    run = "<tr><td>a</td><td colspan=16383 style='mso-ignore:colspan'></td></tr>"
    assert cells(f"<table>{run * 300}</table>")[299] == ["a"]


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_html("<table>" + "<tr><td>a" * 3_000 + "<td>b" * 3_000 + "</table>")
    with pytest.raises(TooLarge):
        read_html("<table>" + "<tr>" + "<td rowspan=9 colspan=1000>a" * 300 + "<tr><td>b</table>")


TAGS = (
    *("table", "tr", "td", "th", "tbody", "thead", "p", "div", "br", "ul", "ol", "li"),
    *("span", "col", "pre", "head", "body", "style", "xml", "b"),
)
PIECES = st.one_of(
    st.sampled_from(TAGS).flatmap(
        lambda tag: st.sampled_from(
            (
                f"<{tag}>",
                f"</{tag}>",
                f"<{tag}/>",
                f"<{tag} rowspan=3 colspan=2>",
                f"<{tag} style='display:none'>",
                f"<{tag} style='mso-list:Ignore'>",
                f"<{tag} style='mso-ignore:colspan' colspan=3>",
                f"<{tag} style='white-space:pre'>",
            )
        )
    ),
    st.sampled_from(
        ("text", " ", "\n", "&nbsp;", "&#0;", "<", "<!--", "-->", "<![if !x]>", "<![endif]>", "<![")
    ),
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(st.characters(exclude_categories=())))
def test_any_html_is_a_rectangle_or_nothing(html: str) -> None:
    block = read_html(html)
    if block is None:
        return
    assert {len(row) for row in block.rows} == {block.width}
    assert 0 <= block.head_rows <= block.height
    covered = {
        (row + down, column + across)
        for row, line in enumerate(block.rows)
        for column, cell in enumerate(line)
        if cell
        for down in range(cell.rowspan)
        for across in range(cell.colspan)
    }
    assert len(covered) == block.height * block.width
    areas = sum(cell.rowspan * cell.colspan for line in block.rows for cell in line if cell)
    assert areas == len(covered)


@given(st.lists(PIECES, max_size=8).map(lambda pieces: "<table>" + "".join(pieces) * 500))
def test_deep_and_long_nonsense_is_read(html: str) -> None:
    with suppress(TooLarge):
        read_html(html)


@given(blocks(heads=True))
def test_what_is_written_is_read_back(block: CellBlock) -> None:
    assert read_html(write_html(block)) == block


@given(blocks())
def test_what_is_written_is_plain_and_closed(block: CellBlock) -> None:
    written = write_html(block)
    assert len(re.findall("<td", written)) == sum(1 for row in block.rows for cell in row if cell)
    assert written.count("<td") == written.count("</td>")
    assert written.count("<!--StartFragment-->") == written.count("<!--EndFragment-->") == 1


def test_texts_stay_texts_and_numbers_become_numbers() -> None:
    written = write_html(
        block_of([["1.2.", "66.361,82", "10.000", "2024", "0123", "-5", "1,5 lei"]])
    )
    assert re.findall(r'x:num="([^"]*)"', written) == ["66361.82", "10000", "2024", "-5"]
    # Calc reads a value in the language that is named with it: 0 came of 66361.82 in Romanian.
    assert re.findall(r'sdval="([^"]*)" sdnum="1048;1048;([^"]*)"', written) == [
        ("66361,82", "#.##0,00"), ("10000", "#.##0"), ("2024", "0"), ("-5", "0"),
    ]  # fmt: skip
    assert re.findall(r"mso-number-format:'([^']*)'", written) == [
        r"\@", r"\#\,\#\#0\.00", r"\#\,\#\#0", "0", r"\@", "0", r"\@",
    ]  # fmt: skip


def test_line_ends_stay_inside_a_cell_of_excel() -> None:
    assert 'a<br style="mso-data-placement:same-cell">b' in write_html(block_of([["a\nb"]]))


def test_a_header_row_is_written_as_one() -> None:
    written = write_html(CellBlock((((BlockCell("Cap"),)), ((BlockCell("a"),))), head_rows=1))
    assert re.findall("<(t[hd]) ", written) == ["th", "td"]
    assert read_clipboard("", written).head_rows == 1
