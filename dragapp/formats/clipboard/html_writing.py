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
_ROMANIAN = str.maketrans(".,", ",.")
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
    number, shown = _read(cell.text)
    # Calc reads the value and the format in the language named, Excel in English.
    calc = shown.translate(_ROMANIAN)
    value = (
        f' align="right" x:num="{number}" sdval="{number.translate(_ROMANIAN)}"' if number else ""
    )
    text = escape(cell.text, quote=False).replace("\n", _LINE_END)
    excel = re.sub(r"([#,.@])", r"\\\1", shown)
    return (
        f'<{tag}{"".join(spans)}{value} sdnum="1048;1048;{calc}" '
        f"style=\"{_STYLE};mso-number-format:'{excel}'\">{text}</{tag}>"
    )


def _read(text: str) -> tuple[str, str]:
    """Return a number's value and format, written the English way; of a text, only its format."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return "", "@"
    decimals = f".{'0' * len(found[1])}" if found[1] else ""
    return text.replace(".", "").replace(",", "."), ("#,##0" if "." in text else "0") + decimals
