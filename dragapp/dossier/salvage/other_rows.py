"""The tables around the plans: the town hall, papers, approvals, and what later versions add."""

from __future__ import annotations

from dragapp.dossier import row as stored
from dragapp.dossier.salvage.model import Model
from dragapp.dossier.salvage.rows import Loose, Rows, integer
from dragapp.dossier.salvage.sections import PLAN_TITLE
from dragapp.dossier.salvage.shape import Row

_INSTITUTION = "institution"


def settle_others(rows: Rows, model: Model) -> None:
    """See that every row is there once and refers to something; what cannot stay becomes loose."""
    if not rows.parts["plan"]:
        rows.make("plan", 1, title=PLAN_TITLE)
    for table, others in rows.others.items():
        if table != "cell":
            others[:] = _once(rows, model, table)
            others[:] = [row for row in others if _refers(rows, model, table, row)]
    _settle_institution(rows)


def _once(rows: Rows, model: Model, table: str) -> list[Row]:
    kept: dict[tuple[object, ...], Row] = {}
    keys = model.keys(table)
    for row in rows.others[table]:
        key = tuple(row[name] for name in keys)
        if key not in kept:
            kept[key] = row
        elif row != kept[key]:
            _loosen(rows, row)
    return list(kept.values())


def _refers(rows: Rows, model: Model, table: str, row: Row) -> bool:
    """Let a row refer to what there is; tell whether it can stay."""
    for column, target, key in model.references(table):
        there = {integer(each, key) or 0 for each in rows.of(target)}
        value = integer(row, column)
        if row[column] is None or value in there:
            continue
        if target == "plan" and value and column in model.keys(table):
            rows.make("plan", value, title=PLAN_TITLE)
        elif target == "plan":
            rows.move(row, column, max(there))
        elif model.may_be_empty(table, column):
            rows.move(row, column, None)
        else:
            _loosen(rows, row)
            return False
    return True


def _loosen(rows: Rows, row: Row) -> None:
    rows.loose += [Loose(value) for value in row.values() if isinstance(value, str) and value]


def _settle_institution(rows: Rows) -> None:
    """Where the town hall is lost, take it from the newest plan; where a plan is, the other way."""
    plans = sorted(rows.parts["plan"].values(), key=lambda row: integer(row, "year") or 0)
    there = rows.others[_INSTITUTION] or [{}]
    names = {name: f"{stored.PLAN_INSTITUTION.prefix}{name}" for name in stored.INSTITUTION.hints}
    named = {name: plans[-1][column] for name, column in names.items() if column in plans[-1]}
    rows.others[_INSTITUTION] = [{**named, **there[0], "id": 1}]
    for row in plans:
        for name, column in names.items():
            if name in there[0]:
                row.setdefault(column, there[0][name])
