"""Edits of a plan's own data: title, institution, header, decision, papers, and whole plans."""

from __future__ import annotations

from typing import Any

from dragapp.dossier import row
from dragapp.dossier.edit_base import EditBase
from dragapp.dossier.place import close_gap, make_room
from dragapp.dossier.row import update
from dragapp.dossier.writing import write_paper, write_plan
from dragapp.errors import StorageError
from dragapp.plan.plan import Paper, Plan


class PlanEdit(EditBase):
    """Edits of plans and of what surrounds their sections."""

    def add_plan(self, plan: Plan) -> int:
        """Add a plan with everything in it and return its id.

        Raise StorageError where the dossier has one of that year and revision.
        """
        self._refuse_twin(plan.year, plan.revision, 0)
        self.touched.plans = True
        return write_plan(self._db, plan)

    def delete_plan(self, plan_id: int) -> None:
        """Delete a plan with everything in it."""
        self._one("SELECT id FROM plan WHERE id = ?", plan_id)
        self._db.execute("DELETE FROM plan WHERE id = ?", [plan_id])
        self.touched.plans = True

    def set_plan(self, plan_id: int, **fields: Any) -> None:
        """Change a plan's own fields, such as its title.

        Raise StorageError where another plan has that year and revision.
        """
        year, revision = self._one("SELECT year, revision FROM plan WHERE id = ?", plan_id)
        self._refuse_twin(fields.get("year", year), fields.get("revision", revision), plan_id)
        update(self._db, "plan", plan_id, row.PLAN.named(fields))
        self.touched.plan = True

    def set_institution(self, plan_id: int, **fields: Any) -> None:
        """Change a plan's copy of the institution; the newest plan's is also the next plan's."""
        update(self._db, "plan", plan_id, row.PLAN_INSTITUTION.named(fields))
        newest = self._one("SELECT id FROM plan ORDER BY year DESC, revision DESC LIMIT 1")
        if newest == (plan_id,):
            update(self._db, "institution", 1, row.INSTITUTION.named(fields))
        self.touched.plan = True

    def set_annex_header(self, plan_id: int, **fields: Any) -> None:
        """Change the lines above the annex's title."""
        update(self._db, "plan", plan_id, row.PLAN_HEADER.named(fields))
        self.touched.plan = True

    def set_decision(self, plan_id: int, **fields: Any) -> None:
        """Change the data of the council's decision."""
        update(self._db, "plan", plan_id, row.PLAN_DECISION.named(fields))
        self.touched.plan = True

    def set_printing(self, plan_id: int, **fields: Any) -> None:
        """Change how the annex is printed."""
        update(self._db, "plan", plan_id, row.PLAN_PRINTING.named(fields))
        self.touched.plan = True

    def add_paper(self, plan_id: int, paper: Paper, position: int | None = None) -> int:
        """Add a paper, at the end where no place is given, and return its id."""
        (count,) = self._one("SELECT count(*) FROM paper WHERE plan = ?", plan_id)
        place = count if position is None else position
        place = make_room(self._db, "paper", {"plan": plan_id}, place)
        self.touched.plan = True
        return write_paper(self._db, plan_id, place, paper)

    def set_paper(self, paper_id: int, **fields: Any) -> None:
        """Change a paper."""
        update(self._db, "paper", paper_id, row.PAPER.named(fields))
        self.touched.plan = True

    def delete_paper(self, paper_id: int) -> None:
        """Delete a paper."""
        plan_id, place = self._one("SELECT plan, position FROM paper WHERE id = ?", paper_id)
        self._db.execute("DELETE FROM paper WHERE id = ?", [paper_id])
        close_gap(self._db, "paper", {"plan": plan_id}, place)
        self.touched.plan = True

    def _refuse_twin(self, year: int, revision: int, plan_id: int) -> None:
        found = self._db.execute(
            "SELECT id FROM plan WHERE year = ? AND revision = ? AND id <> ?",
            [year, revision, plan_id],
        ).fetchone()
        if found:
            which = f"modificarea nr. {revision} a planului" if revision else "un plan"
            raise StorageError(
                f"Fișierul primăriei are deja {which} pentru anul {year}. "
                "Nimic nu a fost schimbat. Alegeți alt an sau deschideți planul care există."
            )
