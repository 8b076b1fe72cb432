"""The office's own lists in the window: codes, acts, institutions, sources, right words.

One object for each open dossier; it tells when the lists have changed, in whatever way, undo
included. What is offered from them is made here once, not at every key press.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dragapp import resources
from dragapp.plan.acts import ActSearch, load_acts
from dragapp.plan.acts import with_own as acts_with_own
from dragapp.plan.distinct import distinct
from dragapp.plan.nomenclator_search import NomenclatorSearch
from dragapp.plan.nomenclator_search import with_own as codes_with_own
from dragapp.plan.own_lists import KEYS, OwnCode, OwnLists
from dragapp.plan.service_code import Nomenclator
from dragapp.ui.action_name import action_name

if TYPE_CHECKING:
    from dragapp.plan.acts import Act
    from dragapp.ui.session import Session

_INTO = "adaugă la listele mele"


def office_lists(session: Session) -> OfficeLists:
    """Return the lists of a session's dossier, the same object for everybody."""
    return session.findChild(OfficeLists) or OfficeLists(session)


class OfficeLists(QObject):
    """The own lists of one dossier. `lists` is read only: change it through the methods."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        lists = session.dossier.own_lists()
        super().__init__(session)
        self._session = session
        self.lists: OwnLists = lists
        session.changed.connect(self._catch_up)
        session.plan_replaced.connect(self._read)

    @property
    def may_change(self) -> bool:
        """Whether the lists can be changed; an approved plan does not freeze them."""
        return not self._session.dossier.read_only

    @cached_property
    def services(self) -> NomenclatorSearch:
        """The nomenclator with the own codes, to be searched."""
        return NomenclatorSearch(codes_with_own(_nomenclator(), self.lists.codes))

    @cached_property
    def acts(self) -> ActSearch:
        """The catalogue of acts with the own ones, to be searched."""
        return ActSearch(acts_with_own(_catalogue(), self.lists.acts))

    def replace(self, lists: OwnLists) -> None:
        """Make the lists those given, in one step that can be undone."""
        self._store("schimbă listele mele", lists)

    def add_word(self, word: str) -> None:
        """Add a right word to the spelling dictionary."""
        self._add("words", word, word)

    def add_party(self, name: str) -> None:
        """Add an institution."""
        self._add("parties", name, name)

    def add_funding(self, name: str) -> None:
        """Add a funding source."""
        self._add("funding", name, name)

    def add_code(self, code: OwnCode) -> None:
        """Add a service code, or replace the own one that is the same code."""
        self._add("codes", code, code.code)

    def add_act(self, act: Act) -> None:
        """Add an act, or replace the own record of it."""
        self._add("acts", act, act.label)

    def _add(self, name: str, thing: Any, shown: str) -> None:
        """Put a thing at the end of a list, or in the place of the one that is the same."""
        lists = deepcopy(self.lists)
        key: Callable[..., object] = KEYS[name]
        things: list[Any] = getattr(lists, name)
        known = [key(each) for each in things]
        if key(thing) in known:
            things[known.index(key(thing))] = thing
        else:
            things.append(thing)
        setattr(lists, name, distinct(things, KEYS[name]))
        self._store(action_name(_INTO, shown), lists)

    def _store(self, name: str, lists: OwnLists) -> None:
        if lists != self.lists:
            with self._session.act(name) as edit:
                edit.set_own_lists(lists)

    def _catch_up(self, touched: Any) -> None:
        if touched.own:
            self._read()

    def _read(self) -> None:
        lists = self._session.dossier.own_lists()
        if lists != self.lists:
            self.lists = lists
            for name in ("services", "acts"):
                self.__dict__.pop(name, None)
            self.changed.emit()


def _nomenclator() -> Nomenclator:
    return Nomenclator.load(resources.folder("nomenclator") / "nomenclator.csv")


def _catalogue() -> list[Act]:
    return load_acts(resources.read_text("acts/acts.toml"))
