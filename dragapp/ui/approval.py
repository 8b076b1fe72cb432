"""Approving a plan: its content is frozen and its annex kept as the council saw it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dragapp.annex.build import annex
from dragapp.errors import Cancelled
from dragapp.formats.pdf import pdf_bytes
from dragapp.ui import dialogs
from dragapp.ui.progress_dialog import working

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.session import Session

_APPROVE = (
    "După aprobare, conținutul planului rămâne așa cum l-a votat consiliul: nu mai poate fi "
    "schimbat, iar „Anulează” nu trece înapoi peste aprobare. Anexa se păstrează ca PDF în "
    "fișierul primăriei. Documentele hotărârii pot fi completate și mai departe."
)
_REOPEN = (
    "Planul va putea fi schimbat din nou, iar anexa păstrată la aprobare se șterge din fișier. "
    "O hotărâre comunicată nu se schimbă: redeschideți planul numai dacă a fost însemnat ca "
    "aprobat din greșeală."
)


def approve(window: MainWindow, session: Session) -> None:
    """Freeze the plan on screen, after a question."""
    if not dialogs.ask(window, "Planul a fost aprobat?", _APPROVE, "Planul a fost aprobat"):
        return
    try:
        with working(window, "Aprobare", "Se face anexa…") as progress:
            content = pdf_bytes(annex(session.plan), progress)
    except Cancelled:
        return
    session.approve(content, date.today())


def reopen(window: MainWindow, session: Session) -> None:
    """Let the plan on screen be changed again, after a question."""
    if dialogs.ask(window, "Redeschideți planul?", _REOPEN, "Redeschide planul"):
        session.reopen()
