"""What leaves the program: the annex as PDF or on paper, the plan as workbook or data."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from dragapp.annex.blocks import Place
from dragapp.annex.build import annex
from dragapp.annex.extract import extract
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.formats.export import Target
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.replacing import replace_file
from dragapp.progress import Progress, silent
from dragapp.ui import files, settings
from dragapp.ui.export_job import export_plan, followed
from dragapp.ui.printout_dialog import PrintoutDialog
from dragapp.ui.saved import tell_saved

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.session import Session


class Output(QObject):
    """Saves and prints the plan of one session, in the window that shows it.

    It remembers which document was taken last of each plan, but for a section alone: that was
    wanted once.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(session)
        self.window, self.session = window, session
        self._last: dict[int, Printout] = {}

    def run(self, name: str) -> None:
        """Carry out the command of that name: print, show how it prints, or save a kind of file."""
        if not self.session.flush():
            return
        if name == "print":
            self._print()
        elif name == "printing":
            self._show_printing()
        elif name == Target.PDF:
            self._save_pdf()
        else:
            self._save(Target(name), "", WHOLE)

    def _print(self) -> None:
        from dragapp.ui import print_job

        if not print_job.has_printer():
            if print_job.offer_file(self.window):
                self._save_pdf()
            return
        printout = self._ask("Tipărește…")
        if printout is None:
            return
        title = files.plan_name(self.session.plan, self._described(printout))
        if print_job.print_document(self.window, title, partial(self._made, printout)):
            self._save_pdf(printout)

    def _show_printing(self) -> None:
        tabs = self.window.tabs
        if tabs:
            tabs.setCurrentWidget(tabs.general)
            tabs.general.show_printing()

    def _save_pdf(self, printout: Printout | None = None) -> None:
        wanted = printout or self._ask("Salvează PDF…")
        if wanted:
            self._save(Target.PDF, self._described(wanted), wanted)

    def _save(self, kind: Target, described: str, printout: Printout) -> None:
        plan = self.session.plan
        path = files.ask_export(self.window, plan, kind, described)
        if path and self._written(kind, path, printout):
            settings.keep_folder(path.parent, kind)
            tell_saved(self.window.notices, path)

    def _written(self, kind: Target, path: Path, printout: Printout) -> bool:
        if kind != Target.PDF or not self._is_kept(printout):
            return export_plan(self.window, self.session.plan, kind, path, printout)
        kept = self._made(printout)
        return followed(self.window, path, lambda _: replace_file(path, kept))

    def _ask(self, verb: str) -> Printout | None:
        """Ask which document is wanted; None where the user gives up."""
        plan, approved = self.session.plan, self.session.approval is not None
        last = self._last.get(plan.id, WHOLE)
        if plan.annex_header.state == "adopted":
            # What was adopted since is a draft no more.
            last = replace(last, draft=False)
        dialog = PrintoutDialog(self.window, verb, last, self._alone(), approved=approved)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        chosen = dialog.printout()
        if not chosen.section:
            self._last[plan.id] = chosen
        return chosen

    def _alone(self) -> Place | None:
        """Return the place of the section that is looked at, where it can be printed alone."""
        tabs = self.window.tabs
        chapter = tabs.chapter() if tabs else None
        editor = chapter.editor if chapter else None
        return extract(self.session.plan, editor.section.key) if editor else None

    def _is_kept(self, printout: Printout) -> bool:
        """Whether this document was kept in the dossier when the plan was approved."""
        return self.session.approval is not None and printout == WHOLE

    def _made(self, printout: Printout, progress: Progress = silent) -> bytes:
        """Return the document's PDF."""
        plan = self.session.plan
        if self._is_kept(printout):
            return self.session.dossier.approved_annex(plan.id)
        return pdf_bytes(annex(plan, printout), progress)

    def _described(self, printout: Printout) -> str:
        """Tell in a file's name what sets this document apart from the annex to be signed."""
        parts = []
        if printout.section:
            place = extract(self.session.plan, printout.section)
            parts.append(f"extras {(place.path or place.name) if place else ''}".strip())
        if printout.purpose == Purpose.PUBLISH:
            parts.append("de publicat")
        if self._is_kept(printout):
            parts.append("aprobat")
        if printout.draft:
            parts.append("proiect")
        return ", ".join(parts)
