"""What is offered in the cells of the plan on screen, made anew when nobody is typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from dragapp.plan.offering import Offering
from dragapp.ui.office_lists import office_lists
from dragapp.ui.session import Session

#: How long after a change the offers are made anew, in milliseconds; not together with the state
#: of the plan, which is told before.
_PAUSE = 600


def plan_offers(session: Session) -> PlanOffers:
    """Return the offers of a session, the same object for everybody."""
    return session.findChild(PlanOffers) or PlanOffers(session)


class PlanOffers(QObject):
    """Keeps the offering of the plan on screen."""

    def __init__(self, session: Session) -> None:
        lists = office_lists(session)
        super().__init__(session)
        self._session, self._lists = session, lists
        self._made: Offering | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._make)
        self._pause.start()
        session.changed.connect(lambda _: self._pause.start())
        session.plan_replaced.connect(self._forget)
        self._lists.changed.connect(self._forget)

    def now(self) -> Offering:
        """Return the offers; those of a moment ago where a change has only just been stored.

        So that the key that opens a cell never waits for the whole plan to be looked through.
        """
        if self._made is None:
            self._make()
        assert self._made is not None
        return self._made

    def _forget(self) -> None:
        self._made = None
        self._pause.start()

    def _make(self) -> None:
        self._pause.stop()
        if not self._session.closed:
            lists = self._lists
            self._made = Offering(self._session.plan, lists.services, lists.lists)
