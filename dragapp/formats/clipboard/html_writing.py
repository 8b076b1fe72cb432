"""A block as an HTML table that Excel, Calc and Word take in with its merged areas.

Texts are marked as texts, so that no spreadsheet makes a date of "1.2."; bare numbers written the
Romanian way are given as numbers.
"""

from __future__ import annotations

import re
from html import escape

from dragapp.plan.cell_block import BlockCell, CellBlock

_START = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n'
    '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\r\n'
    '<body>\r\n<!--StartFragment--><table border="1" cellspacing="0" cellpadding="3" '
    'style="border-collapse:collapse">\r\n'
)
_END = "</table><!--EndFragment-->\r\n</body>\r\n</html>\r\n"
_STYLE = "border:.5pt solid black;vertical-align:top;white-space:pre-wrap"
# Without it Excel would begin another row at each line end.
_LINE_END = '<br style="mso-data-placement:same-cell">'
#: Up to 15 digits, which a spreadsheet keeps; a zero in front belongs to no number.
_NUMBER = re.compile(
    r"-?(?=(?:[0-9][.,]?){1,15}\Z)(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,([0-9]+))?"
)


def write_html(block: CellBlock) -> str:
    """Write a block; reading it gives the same block."""
    head = "".join(_row(row, "th") for row in block.rows[: block.head_rows])
    body = "".join(_row(row, "td") for row in block.rows[block.head_rows :])
    if head:
        head = f"<thead>\r\n{head}</thead>\r\n"
    return f"{_START}{head}<tbody>\r\n{body}</tbody>\r\n{_END}"


def _row(cells: tuple[BlockCell | None, ...], tag: str) -> str:
    written = "".join(_cell(cell, tag) for cell in cells if cell)
    return f"<tr>{written}</tr>\r\n"


def _cell(cell: BlockCell, tag: str) -> str:
    spans = [
        f' {name}="{span}"'
        for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
        if span > 1
    ]
    value, number_format, calc_format = _read(cell.text)
    number = f' align="right" x:num="{value}" sdval="{value}"' if value else ""
    text = escape(cell.text, quote=False).replace("\n", _LINE_END)
    return (
        f'<{tag}{"".join(spans)}{number} sdnum="1048;0;{calc_format}" '
        f"style=\"{_STYLE};mso-number-format:'{number_format}'\">{text}</{tag}>"
    )


def _read(text: str) -> tuple[str, str, str]:
    """Return a number's value and its format for Excel and for Calc; no value for a text."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return "", r"\@", "@"
    value = text.replace(".", "").replace(",", ".")
    decimals = f".{'0' * len(found[1])}" if found[1] else ""
    grouped = "#,##0" if "." in text else "0"
    shown = grouped + decimals
    return value, re.sub(r"([#,.])", r"\\\1", shown), shown
