"""Cut, copy and paste in a table: what is selected, where it goes, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from dragapp.dossier.pasting import carry_out_slowly
from dragapp.errors import DragappError
from dragapp.formats.clipboard.copying import copied
from dragapp.plan.counted import counted
from dragapp.plan.layout import LaidCell
from dragapp.plan.paste import Paste, Where
from dragapp.plan.paste_report import done
from dragapp.ui.areas import selection_of
from dragapp.ui.cleaning_dialog import CleaningDialog, Proposal, proposals
from dragapp.ui.clipboard_data import block_of_clipboard, put_block
from dragapp.ui.paste_choices import PasteChoices
from dragapp.ui.paste_dialog import PasteDialog
from dragapp.ui.selected_cells import selected_cells
from dragapp.ui.table_editor import TableEditor
from dragapp.ui.table_typing import type_text, typed_text

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit
    from dragapp.ui.main_window import MainWindow

#: How long the status bar tells what was done, in milliseconds.
_TOLD = 12_000
_KEY = "clipboard"
#: So many changes are stored after the event that has prepared them.
_MANY = 100


class TableClipboard:
    """The clipboard's commands on one table."""

    def __init__(self, window: MainWindow, table: TableEditor) -> None:
        self.window, self.table = window, table
        self.session, self.section = table.session, table.section

    def run(self, name: str) -> None:
        """Carry out a command; what is typed in an open cell is stored before."""
        self.window.notices.drop(_KEY)
        if not self.session.flush():
            return
        if name != "copy" and name != "copy_heads" and self.session.read_only:
            self._warn(_FROZEN if self.session.approval else _READ_ONLY)
            return
        if name == "cut":
            self.cut()
        elif name in ("copy", "copy_heads"):
            self.copy(head=name == "copy_heads")
        elif name == "clean":
            self.clean()
        else:
            self.paste(clean=name == "paste_clean")

    def copy(self, *, head: bool = False) -> bool:
        """Copy what is selected; tell whether there was anything."""
        chosen = selected_cells(self.table)
        if chosen is None:
            self._warn("Alegeți întâi celulele pe care vreți să le copiați.")
            return False
        put_block(copied(self.table.model.layout_now, chosen.rows, chosen.columns, head=head))
        down = counted(len(chosen.rows), "rând", "rânduri")
        across = counted(len(chosen.columns), "coloană", "coloane")
        told = f"Copiat: {down}, {across}{', cu capul de tabel' if head else ''}."
        if not chosen.whole:
            told += " Celulele dintre cele alese au fost copiate și ele."
        self._tell(told)
        return True

    def cut(self) -> None:
        """Copy what is selected and empty it."""
        if self.copy():
            self.table.clear("decupează celulele")
            self._tell("Celulele au fost copiate și golite. Ctrl+Z le aduce înapoi.")

    def paste(self, *, clean: bool = False) -> None:
        """Paste what was copied; where something is unclear, show first what goes where."""
        try:
            choices = PasteChoices(block_of_clipboard(), self._where(), clean=clean)
            paste = choices.paste(self.table.model.table)
        except DragappError as error:
            self._warn(str(error))
            return
        if paste.asks:
            dialog = PasteDialog(self.window, self.table, choices)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                self._tell("Nu s-a lipit nimic.")
                self.table.view.setFocus()
                return
            paste = dialog.paste
        self._store(paste, choices.mended)

    def _where(self) -> Where:
        chosen = selected_cells(self.table)
        if chosen is None:
            seen = tuple(self.table.view.columns_in_sight())
            return Where(self.table.model.rowCount(), columns=seen)
        return chosen.where()

    def _store(self, paste: Paste, mended: str) -> None:
        """Carry a paste out in one step of undo, then select what was pasted."""
        told = f"{done(paste)} Curățat: {mended}." if mended else done(paste)
        if paste.is_empty:
            self._tell(told)
            return
        cells = paste.cells or [(key, "") for key in paste.added]
        first, more = (cells[0], tuple(cells[1:])) if cells else (("", ""), ())

        def steps(edit: Edit) -> Iterator[int]:
            return carry_out_slowly(edit, self.section, paste)

        spot = self.session.spot(self.section, *first, more=more)
        self.session.act_slowly(
            _name(paste),
            steps,
            spot,
            lambda: self._stored(cells, told),
            later=len(paste.cells) > _MANY,
        )

    def _stored(self, cells: list[tuple[str, str]], told: str) -> None:
        """Select what was changed, unless the user has gone elsewhere, and tell of it."""
        self._tell(told)
        if not isValid(self.table) or not self.table.isVisible():
            return
        view, flags = self.table.view, QItemSelectionModel.SelectionFlag
        indexes = self.table.model.places_of(cells)
        if indexes:
            chooser = view.selectionModel()
            chooser.setCurrentIndex(indexes[0], flags.NoUpdate)
            chooser.select(selection_of(indexes), flags.ClearAndSelect)
            view.scrollTo(indexes[0])
        view.setFocus()

    def clean(self) -> None:
        """Mend what copying has broken in the selected texts, after showing it."""
        chosen = selected_cells(self.table)
        table = self.table.model.table
        found = chosen.cells if chosen else ()
        cells = [(row, cell) for row, cell in found if cell.node and cell.text]
        if not cells:
            self._warn("Alegeți întâi celulele al căror text vreți să îl curățați.")
            return
        texts = [
            (f"{_heading(cell)}, rândul {row + 1}", typed_text(table, cell)) for row, cell in cells
        ]

        def propose(join: bool) -> list[Proposal]:
            return proposals(texts, join)

        dialog = CleaningDialog(self.window, propose)
        if not dialog.found:
            self._tell("Nu este nimic de curățat în celulele alese.")
            return
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        changed = [(cells[each.place][1], each.after) for each in dialog.agreed()]
        places = [(cell.node.key, cell.column.key) for cell, _ in changed if cell.node]
        told = f"Curățat: {dialog.told}."

        def steps(edit: Edit) -> Iterator[None]:
            # The lines of a cell go with its first column; their other columns come before.
            for cell, new in reversed(changed):
                type_text(edit, self.section, cell, new)
                yield

        spot = self.session.spot(self.section, *places[0], more=tuple(places[1:]))
        self.session.act_slowly("curăță textul", steps, spot, lambda: self._stored(places, told))

    def _tell(self, text: str) -> None:
        self.window.statusBar().showMessage(text, _TOLD)

    def _warn(self, text: str) -> None:
        self.window.notices.tell(_KEY, text)


_FROZEN = (
    "Planul este aprobat, deci conținutul lui nu se mai schimbă: puteți copia din el, dar nu "
    "puteți lipi, decupa sau curăța. Nimic nu a fost schimbat."
)
_READ_ONLY = (
    "Fișierul este deschis numai pentru citire: puteți copia din el, dar nu puteți lipi, decupa "
    "sau curăța. Nimic nu a fost schimbat."
)


def _heading(cell: LaidCell) -> str:
    return cell.column.title.strip() or cell.column.group.strip() or "Coloana"


def _name(paste: Paste) -> str:
    """Name the action as undo shows it."""
    if paste.added and not paste.changes:
        return f"lipește {counted(len(paste.added), 'rând', 'rânduri')}"
    return f"lipește în {counted(len(paste.cells), 'celulă', 'celule')}"
