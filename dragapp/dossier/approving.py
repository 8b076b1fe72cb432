"""The approval of a plan by the council: from then on its content stays as it was voted.

A voted annex is not edited: it is changed by another decision (Codul administrativ, art. 197; Legea
24/2000, art. 71 for material errors). The database itself refuses changes; the papers around the
decision may still be added to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Approval:
    """When a plan was marked as approved in the program."""

    day: date


def read_approval(db: Database, plan_id: int) -> Approval | None:
    """Return a plan's approval, None while it may still be changed."""
    found = db.execute("SELECT date FROM approval WHERE plan = ?", [plan_id]).fetchone()
    return Approval(date.fromisoformat(found[0])) if found else None


def read_annex(db: Database, plan_id: int) -> bytes | None:
    """Return the PDF of the annex as it was approved."""
    found = db.execute("SELECT annex FROM approval WHERE plan = ?", [plan_id]).fetchone()
    return bytes(found[0]) if found else None


def write_approval(db: Database, plan_id: int, day: date, annex: bytes) -> None:
    """Freeze a plan with the PDF of its annex."""
    db.execute(
        "INSERT INTO approval (plan, date, annex) VALUES (?, ?, ?)",
        [plan_id, day.isoformat(), annex],
    )


def delete_approval(db: Database, plan_id: int) -> None:
    """Let a plan be changed again."""
    db.execute("DELETE FROM approval WHERE plan = ?", [plan_id])
