"""What the office adds of its own: codes, acts, institutions, funding sources, right words.

The lists belong to the dossier, so that they survive a change of computer. They are plain lists;
how they are stored and carried to another dossier is said in `dossier` and in `formats`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, fields

from dragapp.plan.acts import Act
from dragapp.plan.counted import counted
from dragapp.plan.distinct import distinct, same
from dragapp.plan.service_code import service_key


@dataclass(frozen=True, slots=True)
class OwnCode:
    """A service code that the nomenclator lacks; `source` is the act that brought it."""

    code: str
    name: str = ""
    category: str = ""
    beneficiaries: str = ""
    regime: str = ""
    source: str = ""


@dataclass(slots=True)
class OwnLists:
    """The lists of an office, each in the order in which things were added.

    `parties` are institutions responsible for something, `funding` sources of money, `words`
    spellings that are right.
    """

    codes: list[OwnCode] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    funding: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


#: What makes two things of a list the same thing.
KEYS: dict[str, Callable[..., Hashable]] = {
    "codes": lambda own: service_key(own.code),
    "acts": lambda own: own.key,
    "parties": same,
    "funding": same,
    "words": lambda own: own,
}
_NOUNS = {
    "codes": ("cod", "coduri"),
    "acts": ("act normativ", "acte normative"),
    "parties": ("instituție", "instituții"),
    "funding": ("sursă de finanțare", "surse de finanțare"),
    "words": ("cuvânt", "cuvinte"),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """Two sets of lists as one, and how many things each list gained.

    `known` counts what was there already; there the office's own form was kept.
    """

    lists: OwnLists
    added: dict[str, int]
    known: int

    def summary(self) -> str:
        """Say it in Romanian: "S-au adăugat 2 coduri și 1 cuvânt; 3 existau deja."."""
        parts = [counted(self.added[name], *_NOUNS[name]) for name in KEYS if self.added[name]]
        *first, last = parts or ["nimic"]
        gained = f"{', '.join(first)} și {last}" if first else last
        verb = "Nu s-a adăugat" if not parts else "S-au adăugat"
        if len(parts) == 1 and sum(self.added.values()) == 1:
            verb = "S-a adăugat"
        known = "1 exista deja" if self.known == 1 else f"{self.known} existau deja"
        return f"{verb} {gained}{f'; {known}' if self.known else ''}."


def merged(own: OwnLists, brought: OwnLists) -> Merged:
    """Add to an office's lists what another's have more; neither is changed."""
    lists, added, known = OwnLists(), {}, 0
    for spec in fields(OwnLists):
        mine, theirs = getattr(own, spec.name), getattr(brought, spec.name)
        both = distinct((*mine, *theirs), KEYS[spec.name])
        setattr(lists, spec.name, both)
        had = len(distinct(mine, KEYS[spec.name]))
        added[spec.name] = len(both) - had
        known += len(distinct(theirs, KEYS[spec.name])) - added[spec.name]
    return Merged(lists, added, known)
