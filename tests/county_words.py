"""Words of a county's plan: what real plans say, in pieces that make up a long one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from tests.sources import NAMES, pieces, source

_T = TypeVar("_T")

PEOPLE = (
    "persoane vârstnice",
    "copii aflați în situație de risc",
    "persoane adulte cu dizabilități",
    "victime ale violenței domestice",
    "persoane fără adăpost",
    "tineri care părăsesc sistemul de protecție",
    "familii monoparentale",
    "persoane cu diferite adicții",
)
TOWNS = (
    "Bicaz",
    "Târgu Neamț",
    "Roman",
    "Războieni",
    "Piatra Neamț",
    "Roznov",
    "Săbăoani",
    "Grințieș",
    "Tupilați",
    "Păstrăveni",
)
SAINTS = ("„Sfântul Nicolae”", "„Împreună”", "„Speranța”", "„Primii pași”", "„Ozana”", "„Ceahlăul”")
CENTRES = (
    "Complexul de servicii pentru {people}",
    "Centrul de îngrijire și asistență pentru {people}",
    "Centrul de zi pentru {people}",
    "Locuințe protejate pentru {people}",
)
#: Codes of the nomenclator, as they are typed.
SERVICES = (
    ("8790 CR-D-I", "Centru de abilitare și reabilitare pentru persoane adulte cu dizabilități"),
    ("8730 CR-V-I", "Cămin pentru persoane vârstnice"),
    ("8891 CZ-C-II", "Centru de zi pentru copii aflați în situație de risc de separare de părinți"),
    ("8790 CR-VD-I", "Centru de primire în regim de urgență a victimelor violenței domestice"),
    ("8810 ID-I", "Îngrijire la domiciliu pentru persoane vârstnice"),
    ("8899 CPDH-I", "Cantină socială și masă caldă"),
)
VERBS = (
    "Dezvoltarea",
    "Menținerea",
    "Îmbunătățirea",
    "Creșterea accesului la",
    "Monitorizarea",
    "Diversificarea",
    "Actualizarea bazei de date privind",
    "Evaluarea nevoii de",
)
THINGS = (
    "serviciilor de îngrijire la domiciliu",
    "serviciilor de consiliere psihologică și juridică",
    "rețelei de asistență medicală comunitară",
    "parteneriatelor cu organizațiile neguvernamentale",
    "sprijinului acordat părinților și reprezentanților legali",
    "standardelor minime de calitate",
    "programelor de integrare pe piața muncii",
)
INDICATORS = (
    "Nr. beneficiari evaluați",
    "Nr. anchete sociale",
    "Nr. planuri personalizate de intervenție",
    "Nr. vizite în teren",
    "Nr. protocoale de parteneriat încheiate",
    "Procentul cazurilor soluționate în termen",
    "Nr. persoane care urmează stagii de formare",
)
FUNDS = (
    "Bugetul județean",
    "Bugetul de stat",
    "Bugetele locale",
    "Fonduri externe nerambursabile (PEO 2021–2027)",
    "Contribuții ale beneficiarilor",
    "Donații și sponsorizări",
)
PARTIES = (
    "Direcția Generală de Asistență Socială și Protecția Copilului Neamț",
    "Agenția Județeană pentru Plăți și Inspecție Socială Neamț",
    "Agenția Județeană pentru Ocuparea Forței de Muncă Neamț",
    "Direcția de Sănătate Publică Neamț",
    "Inspectoratul Școlar Județean Neamț",
    "Serviciile publice de asistență socială ale comunelor",
    "Organizațiile neguvernamentale acreditate",
    "Inspectoratul de Poliție Județean Neamț",
)
TERMS = ("2024", "Lunar", "Trimestrial", "Semestrul I", "Semestrul II", "31.12.2024", "Permanent")
MONEY = ("-", "*", "0 lei", "Nu este cazul")


class Speaker:
    """Says something new at each call, the same things in every run."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._sentences = [
            piece.replace("*", "")
            for name in NAMES
            for piece in pieces(source(name))
            if 90 < len(piece) < 500
        ]

    def one(self, words: Sequence[_T]) -> _T:
        """Return one of some phrases."""
        return self._random.choice(words)

    def lines(self, words: Sequence[str], count: int) -> str:
        """Return different phrases, one a line."""
        return "\n".join(self._random.sample(words, count))

    def number(self, least: int, most: int) -> int:
        """Return a number between two, both included."""
        return self._random.randint(least, most)

    def task(self) -> str:
        """Return what is to be done, as objectives and measures say it."""
        town, people = self.one(TOWNS), self.one(PEOPLE)
        return f"{self.one(VERBS)} {self.one(THINGS)} pentru {people} din zona {town}"

    def centre(self) -> str:
        """Return a centre's name."""
        name = self.one(CENTRES).format(people=self.one(PEOPLE))
        return f"{name} {self.one(SAINTS)} {self.one(TOWNS)}"

    def money(self) -> str:
        """Return an amount in lei as it is typed, or what stands in its place."""
        if self.number(0, 4) == 0:
            return self.one(MONEY)
        amount = f"{self.number(1_000, 9_999_999):,}".replace(",", ".")
        cents = f",{self.number(0, 99):02}" if self.number(0, 2) == 0 else ""
        share = f" ({self.number(2, 98)}%)" if self.number(0, 9) == 0 else ""
        return amount + cents + share

    def sentence(self) -> str:
        """Return a sentence of a real plan."""
        return self.one(self._sentences)

    def prose(self, length: int) -> str:
        """Return sentences of exactly that many characters."""
        text = self.sentence()
        while len(text) < length:
            text += " " + self.sentence()
        return text[: length - 1].rstrip(" ,;.").ljust(length - 1, ".") + "."
