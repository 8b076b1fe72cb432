"""Reading of the tables in the HTML that Excel, Calc, Word and browsers put on the clipboard.

What these programs write is no sound HTML: the fragment begins inside a table, elements are left
open, Office adds conditions and styles of its own. Nothing here fails on any text.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from dragapp.formats.clipboard.html_grid import HtmlCell, HtmlTable, cells_of
from dragapp.formats.clipboard.html_lines import HtmlLines, mark
from dragapp.formats.clipboard.html_nest import OpenTable, unframed
from dragapp.formats.clipboard.html_style import Style, is_exact, is_hidden, is_loose
from dragapp.plan.cell_block import BlockCell, CellBlock, block
from dragapp.plan.label import ordinal

_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "main", "nav", "ol", "p", "pre", "section", "ul"),
    )
)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"))
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_PARTS = _GROUPS | {"table", "tr", "td", "th"}
#: What a new element of a kind closes if it is still open in the same cell.
_CLOSED_BY = {"li": {"li"}, "p": {"p"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}
#: Cells that Word and Excel add for programs that cannot draw rows of different widths.
_CRUTCH = re.compile(r"\[if\s+!?support\s*misaligned", re.I)
#: What Windows puts before the HTML: where it begins and ends.
_WINDOWS_HEADER = re.compile(r"\AVersion:[^<]*")
_DEEPEST = 400
_MOST_NESTED = 40
#: An end that never closes its tag is read only up to this length: the library is slow there.
_LONGEST_REST = 10_000


def read_html(text: str) -> CellBlock | None:
    """Read the tables of any HTML, one below the other; None where there is no table.

    Raise TooLarge for more cells than a plan's table can have.
    """
    reader = _Reader()
    reader.feed(_WINDOWS_HEADER.sub("", text))
    if len(reader.rawdata) <= _LONGEST_REST:
        reader.close()
    reader.finish()
    rows: list[list[BlockCell | None]] = []
    head_rows = 0
    for table in unframed(reader.tables):
        cells, head = cells_of(table)
        if not rows:
            head_rows = head
        elif head and cells[:head] == rows[:head]:
            # The next page repeats the head.
            cells = cells[head:]
        rows += cells
    outside = [line for line in reader.outside.result().split("\n") if line]
    return block(rows, head_rows, outside) if rows else None


class _Reader(HTMLParser):
    """Gathers tables; the text outside of them goes to `outside`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[HtmlTable] = []
        self.outside = HtmlLines()
        self._open: list[tuple[str, Style]] = []
        self._nest: list[OpenTable] = []
        self._lists: list[tuple[str, int]] = []
        self._mark: str | None = None
        self._crutch = False

    def finish(self) -> None:
        """Close what was left open."""
        while self._nest:
            self._end_table()

    @property
    def _cell(self) -> HtmlCell | None:
        return self._nest[-1].cell if self._nest else None

    @property
    def _lines(self) -> HtmlLines:
        return self._cell.lines if self._cell else self.outside

    @property
    def _style(self) -> Style:
        return self._open[-1][1] if self._open else Style()

    def parse_html_declaration(self, i: int) -> int:
        """Skip a declaration; the library fails on those it does not know, such as Office's."""
        end = self.rawdata.find(">", i)
        if end < 0:
            return -1
        text = self.rawdata[i + 2 : end]
        if _CRUTCH.match(text):
            self._crutch = True
        elif text.startswith("[endif"):
            self._crutch = False
        return end + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the start of an element."""
        if self._crutch:
            return
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag in _PARTS or tag == "body":
            self._leave_head()
        hidden = is_hidden(tag, given)
        if not self._style.hidden:
            if tag in _PARTS:
                self._start_part(tag, given, hidden=hidden)
            elif tag == "col" and self._nest:
                self._nest[-1].table.describe_columns(_number(given.get("span")), hidden=hidden)
            else:
                self._start_text(tag, given)
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        self._open.append((tag, self._style.within(tag, given.get("style", ""), hidden=hidden)))

    def _leave_head(self) -> None:
        """Close a head that was left open."""
        head = next((at for at, (tag, _) in enumerate(self._open) if tag == "head"), None)
        if head is not None:
            del self._open[head:]

    def _start_text(self, tag: str, given: dict[str, str]) -> None:
        self._close_any(_CLOSED_BY.get(tag, set()))
        if tag == "br":
            self._lines.end_line()
        elif tag == "li":
            kind, number = self._lists.pop() if self._lists else ("", 0)
            if "value" in given:
                number = _number(given["value"])
            self._lists.append((kind, number + 1))
            counted = kind and 0 < number < 10_000
            self._lines.begin_item(f"{ordinal(number, kind)}." if counted else "•")
        elif tag in _BLOCKS:
            self._lines.begin_block()
        if tag == "ul":
            self._lists.append(("", 1))
        elif tag == "ol":
            kind = given.get("type", "")
            number = _number(given.get("start"))
            self._lists.append((kind if kind in ("a", "A", "i", "I") else "1", number))

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element, be it open or not."""
        if self._crutch:
            return
        if tag in _PARTS:
            self._end_part(tag)
            return
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._close_any({tag})
        if tag in _BLOCKS and not self._style.hidden:
            self._lines.begin_block()

    def _close_any(self, tags: set[str]) -> None:
        """Close the innermost element of these kinds, if one is open in the cell."""
        for at in range(len(self._open) - 1, -1, -1):
            tag = self._open[at][0]
            if tag in tags:
                self._close_to(at)
                return
            if tag in _PARTS or (tag in ("ul", "ol") and "li" in tags):
                return

    def _close_to(self, depth: int) -> None:
        del self._open[depth:]
        if self._mark is not None and not self._style.list_mark:
            if self._mark:
                self._lines.begin_item(self._mark)
            self._mark = None

    def handle_data(self, data: str) -> None:
        """Take a text."""
        style = self._style
        if style.hidden or self._crutch:
            return
        if style.list_mark:
            self._mark = self._mark or mark(data, symbols=style.symbols)
            return
        if data.strip():
            if self._cell:
                self._cell.own_text = True
            elif self._nest:
                self.outside.begin_block()
        if style.spaces:
            data = data.replace("\xa0", " ")
        self._lines.add(data, exact=style.exact)

    def _start_part(self, tag: str, given: dict[str, str], *, hidden: bool) -> None:
        if tag == "table" and len(self._nest) >= _MOST_NESTED:
            return
        if tag == "table" or not self._nest:
            self._start_table()
        table = self._nest[-1]
        if tag in _GROUPS:
            self._close_parts(_GROUPS | {"tr", "td", "th"})
            table.end_row()
            table.in_head = tag == "thead"
        elif tag == "tr":
            self._close_parts({"tr", "td", "th"})
            table.start_row(hidden=hidden)
        elif tag in ("td", "th"):
            self._close_parts({"td", "th"})
            css = given.get("style", "")
            cell = HtmlCell(
                HtmlLines(exact=is_exact(css)),
                _number(given.get("rowspan")),
                _number(given.get("colspan")),
                loose=is_loose(css),
                head=tag == "th",
            )
            table.start_cell(cell, kept=not hidden)

    def _start_table(self) -> None:
        if self._nest and self._cell is None:
            # A table that stands between the rows of another one follows it.
            self._end_table()
        if not self._nest:
            self.outside.begin_block()
        self._nest.append(OpenTable(len(self._open)))

    def _close_parts(self, tags: frozenset[str] | set[str]) -> None:
        """Close the open parts of the innermost table from the outermost of these kinds on."""
        for at in range(self._nest[-1].depth, len(self._open)):
            if self._open[at][0] in tags:
                self._close_to(at)
                return

    def _end_part(self, tag: str) -> None:
        if not self._nest:
            return
        if tag == "table":
            self._end_table()
            return
        self._close_parts({tag})
        table = self._nest[-1]
        if tag in ("td", "th"):
            table.cell = None
            return
        table.end_row()
        if tag == "thead":
            table.in_head = False

    def _end_table(self) -> None:
        done = self._nest.pop()
        self._close_to(done.depth)
        if self._cell:
            done.put_into(self._cell)
        else:
            self.tables.append(done.table)


def _number(text: str | None) -> int:
    """Read the number that an attribute begins with; 1 where there is none."""
    found = re.match(r"\s*([0-9]{1,9})", text or "")
    return int(found[1]) if found else 1
