"""The rows of a sheet as XML: texts, numbers, formulas with their values, looks and heights.

openpyxl can write them too, but several times slower, and formulas only without the values that
previews and Excel's Protected View show.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple, TypeAlias
from xml.sax.saxutils import escape

from dragapp.plan.rich import RichText

FONT = "Times New Roman"
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Formula(NamedTuple):
    """A formula, without its "=", and the value for programs that do not reckon."""

    text: str
    value: Decimal


class Emphasised(NamedTuple):
    """A text of one type size with runs in bold or italic."""

    runs: RichText
    size: int


Value: TypeAlias = str | Decimal | Formula | Emphasised | None


class Entry(NamedTuple):
    """What a cell holds and the number of its style. Its text is never read as a formula."""

    value: Value
    style: int


def row_xml(
    number: int, height: float, entries: list[Entry | None], columns: tuple[str, ...]
) -> str:
    """Return a row of the sheet; `height` is in points, `columns` are the columns' letters."""
    cells = [f'<row r="{number}" ht="{height:.2f}" customHeight="1">']
    for column, entry in zip(columns, entries, strict=True):
        if entry is None:
            continue
        value, style = entry
        start = f'<c r="{column}{number}" s="{style}"'
        if value is None:
            cells.append(f"{start}/>")
        elif isinstance(value, str):
            cells.append(f'{start} t="inlineStr"><is>{_text(value)}</is></c>')
        elif isinstance(value, Decimal):
            cells.append(f"{start}><v>{value:f}</v></c>")
        elif isinstance(value, Formula):
            formula = escape(value.text)
            cells.append(f"{start}><f>{formula}</f><v>{value.value:f}</v></c>")
        else:
            cells.append(f'{start} t="inlineStr"><is>{_runs(value)}</is></c>')
    cells.append("</row>")
    return "".join(cells)


def _text(text: str) -> str:
    if "_x" in text:
        # Excel takes "_x0041_" for an escaped letter.
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    return f'<t xml:space="preserve">{escape(text)}</t>'


def _runs(value: Emphasised) -> str:
    return "".join(
        f"<r><rPr>{'<b/>' if run.bold else ''}{'<i/>' if run.italic else ''}"
        f'<sz val="{value.size}"/><rFont val="{FONT}"/></rPr>{_text(run.text)}</r>'
        for run in value.runs
    )
