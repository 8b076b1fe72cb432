"""Looking for a social service in the nomenclator, and what the window says of each service.

Here the rows of the nomenclator get their Romanian words for the user; the office's own codes
stand behind the official ones and never replace one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragapp.plan.own_lists import OwnCode
from dragapp.plan.service_code import Entry, Nomenclator, service_key
from dragapp.plan.word_search import WordSearch

OWN = "own"
"""The status of an entry that the office added."""

_VALIDITY = {
    "in force 2022": "în vigoare (HG nr. 1.433/2022)",
    "in force 2022 (renamed)": "în vigoare, cu denumire schimbată prin HG nr. 1.433/2022",
    "probably in force 2022 (rows 11-12)": "probabil în vigoare (HG nr. 1.433/2022, de verificat)",
    "probably removed before 2022": "probabil eliminat înainte de 2022 (de verificat)",
    "doubtful (education)": "de verificat: posibil serviciu de educație",
    "in 2017 table": "în nomenclatorul din 2017",
    OWN: "cod adăugat de dumneavoastră",
}
_REGIMES = {
    "?": "de verificat",
    "cu cazare?": "cu cazare (de verificat)",
    "în comunitate?": "în comunitate (de verificat)",
}
#: What users call people whom the nomenclator calls otherwise.
_ALSO = {"vârstnic": "bătrâni", "dizabilități": "handicap"}


@dataclass(frozen=True, slots=True)
class Service:
    """A service as it is offered: the printed code, the official name and what is known of it.

    `validity` tells the user how sure the code is; `source` is the act that an own code names.
    """

    code: str
    name: str
    category: str
    beneficiaries: str
    regime: str
    validity: str
    own: bool = False
    source: str = ""


class NomenclatorSearch:
    """The services of a nomenclator by code, name, beneficiaries and category."""

    def __init__(self, nomenclator: Nomenclator) -> None:
        self._nomenclator = nomenclator
        self._search = WordSearch(nomenclator.entries, _texts)
        self._by_key = {key: entry for entry in nomenclator.entries for key in _keys(entry)}

    @property
    def version(self) -> str:
        """The loaded state of the law as one sentence, to show under the results."""
        return (
            "Nomenclatorul serviciilor sociale (HG nr. 867/2015), "
            f"versiunea încărcată: {self._nomenclator.version}; un cod mai nou poate lipsi."
        )

    def knows(self, typed: str) -> bool:
        """Tell whether a code is in the nomenclator or among the office's own, however spelled."""
        return service_key(typed) in self._by_key

    def find(self, typed: str) -> list[Service]:
        """Return the services for what was typed, the likeliest first; all for nothing typed.

        A code in another spelling is found too, and for a mistyped code the nearest ones.
        """
        entries = self._search.find(typed)
        named = self._by_key.get(service_key(typed))
        if named:
            entries = [named, *(entry for entry in entries if entry is not named)]
        elif not entries and any(letter.isdigit() for letter in typed):
            entries = list(self._nomenclator.lookup(typed).nearest)
        return [service(entry) for entry in entries]


def with_own(nomenclator: Nomenclator, codes: Iterable[OwnCode]) -> Nomenclator:
    """Return the nomenclator with the office's own codes behind the official ones.

    A code that the nomenclator knows, in whatever spelling, stays the official one.
    """
    official = nomenclator.entries
    known = {key for entry in official for key in _keys(entry)}
    added = []
    for own in codes:
        key = service_key(own.code)
        if key and key not in known:
            known.add(key)
            added.append(_entry(own))
    return Nomenclator((*official, *added), nomenclator.version)


def service(entry: Entry) -> Service:
    """Return an entry as it is offered to the user."""
    return Service(
        entry.display,
        entry.name,
        entry.category,
        entry.beneficiaries,
        _REGIMES.get(entry.regime, entry.regime),
        _VALIDITY.get(entry.status, entry.status),
        entry.status == OWN,
        entry.evidence if entry.status == OWN else "",
    )


def _entry(own: OwnCode) -> Entry:
    shown = " ".join(own.code.split())
    return Entry(
        shown, shown, (), own.category, own.name, own.beneficiaries, own.regime, OWN, own.source
    )


def _keys(entry: Entry) -> list[str]:
    return [service_key(code) for code in (entry.code, *entry.aliases)]


def _texts(entry: Entry) -> tuple[str, ...]:
    keys = " ".join(_keys(entry))
    people = f"{entry.beneficiaries} {entry.regime}"
    also = " ".join(word for part, word in _ALSO.items() if part in people)
    return entry.name, f"{entry.display} {keys}", people, entry.category, also
