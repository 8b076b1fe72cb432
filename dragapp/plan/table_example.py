"""What belongs in an empty table: a sentence and a row of a real plan, both the form's."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.plan.column import ColumnKind
from dragapp.plan.outline import Table


@dataclass(frozen=True, slots=True)
class TableExample:
    """The example for the table of a section, by its key.

    `words` says what belongs there, `plan` whose row `cells` is: texts by the keys of columns of
    any level, with the diacritics that the real plan lacks.
    """

    section: str
    words: str
    plan: str = ""
    cells: dict[str, str] = field(default_factory=dict)

    def row(self, table: Table) -> str:
        """Return the row in words, for what the table has columns of; empty for nothing."""
        said: list[str] = []
        for column in table.columns:
            text = self.cells.get(column.key, "").rstrip(";")
            if text and text != "-":
                whose = column.title.rstrip("*").strip() if column.kind == ColumnKind.MONEY else ""
                said.append(f"{whose}: {text}" if whose else text)
        return " · ".join(said)
