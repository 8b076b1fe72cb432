"""A table's columns: described once, read by the window, the PDF, Excel, totals and checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a column's cells hold; cells keep the text as typed and are only read through this."""

    TEXT = "text"
    NUMBER_LABEL = "number_label"
    SERVICE_CODE = "service_code"
    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    PERIOD = "period"
    PARTIES = "parties"


class Align(StrEnum):
    """Where a cell's text stands."""

    AUTO = "auto"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


_NATURAL = {
    ColumnKind.NUMBER_LABEL: Align.CENTER,
    ColumnKind.SERVICE_CODE: Align.LEFT,
    ColumnKind.MONEY: Align.RIGHT,
    ColumnKind.PERCENT: Align.RIGHT,
    ColumnKind.PERIOD: Align.LEFT,
}


@dataclass(slots=True)
class Column:
    """One column. `level` is the key of the level whose rows own its cells.

    Neighbours with the same non-empty `group` share a heading above their own. `unit` ("lei",
    "mii lei" or "") is for reading and adding money and is never printed; the printed unit is part
    of the heading, as typed. A column that is not `printed` shows in the window only.
    """

    key: str
    level: str
    title: str = ""
    group: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    unit: str = ""
    align: Align = Align.AUTO
    italic: bool = False
    printed: bool = True
    id: int = field(default=0, compare=False)

    @property
    def alignment(self) -> Align:
        """The alignment in effect: the chosen one, else the natural one of the kind."""
        return self.align if self.align != Align.AUTO else _NATURAL.get(self.kind, Align.LEFT)
