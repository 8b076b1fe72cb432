"""Periods and terms as typed: in which months of the plan's year, and how often.

Reads months, dates, quarters, half-years, years, ranges of these and the usual rhythms, with or
without diacritics. Words it does not know are passed over, except those that turn a date into
another one ("înainte de", "cu excepția"). It finds what a calendar and a check may use; the typed
text stays the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragapp.plan.text import fold, plain

RHYTHMS = (
    "zilnic",
    "săptămânal",
    "lunar",
    "bimestrial",
    "trimestrial",
    "semestrial",
    "anual",
    "permanent",
)
_RHYTHM_BY_FOLDED = {fold(rhythm): rhythm for rhythm in RHYTHMS}
_MONTHS = ("ian", "feb", "mar", "apr", "mai", "iun", "iul", "aug", "sep", "oct", "noi", "dec")
_MONTH_BY_PREFIX = {name: number for number, name in enumerate(_MONTHS, 1)} | {"nov": 11}
_ROMAN = ("i", "ii", "iii", "iv")

_YEAR = r"(?:(?:19|20)[0-9]{2}(?![0-9]))"
_OF_YEAR = rf"(?:[ ,/.-]*(?:al? )?(?:anul(?:ui)? )?{_YEAR})?"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAYS = rf"{_DAY}(?: ?(?:-|,|si) ?{_DAY}){{0,9}}"
_PART = r"(?:al )?(?:iv|i{1,3}|[1-4])(?:-?lea)?(?![a-z0-9])"
_LONG_MONTHS = (
    "ianuarie|februarie|martie|aprilie|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie"
)
_SHORT_MONTHS = r"(?:ian|febr?|mart|apr|iun|iul|aug|sept?|oct|nov|dec)\b\.?|(?:mar|noi)\."
# "mai" is May after a day or "luna"; elsewhere a word behind it makes it "more" ("mai multe").
_MAY = r"mai\b(?(lead)|(?! (?!si\b|sau\b|pana\b|la\b|al?\b|anul)[a-z]))"
_TOKEN = re.compile(
    rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?(?![0-9]))"
    rf"|(?P<date>\b{_DAY}(?P<sign>[./-]){_MONTH}(?P=sign)(?:{_YEAR}|[0-9]{{2}}(?![0-9])))"
    rf"|(?P<month_year>\b{_MONTH}[./-]{_YEAR})"
    rf"|(?P<day_month>\b{_DAY}\.{_MONTH}(?![0-9]|\.[0-9]))"
    rf"|(?P<part>\b(?:(?:sem|trim|tr)(?:estr[a-z]*)?\.? ?|[st](?=[1-4])){_PART}"
    rf"(?: ?(?:,|si|-|/) ?{_PART}){{0,3}}{_OF_YEAR})"
    rf"|(?P<month>\b(?P<lead>{_DAYS} ?|lun(?:a|ii|ile) )?"
    rf"(?P<name>(?:{_LONG_MONTHS})\b|{_SHORT_MONTHS}|{_MAY}){_OF_YEAR})"
    r"|(?P<whole>\b(?:intreg(?:ul)?|tot|(?:par)?cursul|timpul) (?:anul(?:ui)?)\b)"
    rf"|(?P<year>\b{_YEAR})"
    rf"|(?P<rhythm>\b(?:{'|'.join(_RHYTHM_BY_FOLDED)})(?=[aei]?\b))"
    r"|(?P<limit>\b(?:exceptia|afara|inainte|dupa(?! caz)|fara|putin)\b)"
    r"|(?P<until>\bpana\b(?: (?:la|in|pe)\b)?)|(?P<since>\bincepand\b)|(?P<to>-|\bla\b)"
    r"|\b(?:si|sau|in|din|de|cu|pe|al?|anul(?:ui)?|lun(?:a|ii|ile)|data|perioada|intre|etc)\b"
    r"|(?P<unknown>[0-9]+(?:[./-][0-9]+)*|\w+)"
)


@dataclass(frozen=True)
class Period:
    """What a term says about the plan's year.

    `months` are the months (1-12) of the plan's year that the text covers, none of them where it
    names another year, and None where they cannot be told. `recurring` is one of RHYTHMS or None.
    `years` are the calendar years that the text names, ranges filled in.
    """

    months: frozenset[int] | None = None
    recurring: str | None = None
    years: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Span:
    """Months `first` to `last` of a year; a last month over 12 lies in a later year.

    Without a year it takes one from its neighbours, else the plan's.
    """

    first: int
    last: int
    year: int | None = None
    bare_year: bool = False

    @property
    def years(self) -> range:
        if self.year is None:
            return range(0)
        return range(self.year, max(self.year, self.year + (self.last - 1) // 12) + 1)

    def months_in(self, year: int) -> Iterator[int]:
        for month in range(self.first - 1, self.last):
            if self.year is None or self.year + month // 12 == year:
                yield month % 12 + 1


def parse_period(text: str, year: int) -> Period:
    """Read a period or a term of the plan of that year; never raises.

    `Semestrul II` gives the months 7-12, `Iulie și August 2021` 7 and 8 in a plan for 2021 and
    none in another, `Lunar` all twelve and the rhythm "lunar".
    """
    tokens = list(_TOKEN.finditer(" ".join(plain(fold(text)).split())))
    rhythms = [found["rhythm"] for found in tokens if found["rhythm"]]
    recurring = _RHYTHM_BY_FOLDED[rhythms[0]] if rhythms else None
    spans = _with_years(_join_ranges([mark for found in tokens for mark in _marks(found)], year))
    years = frozenset(named for span in spans for named in span.years)
    covering = [span for span in spans if not span.bare_year] or spans
    if recurring and not covering:
        covering = [_Span(1, 12)]
    limited = any(found["limit"] for found in tokens)
    if limited or not covering or any(span.last < span.first for span in spans):
        return Period(None, recurring, years)
    months = (month for span in covering for month in span.months_in(year))
    return Period(frozenset(months), recurring, years)


def _marks(found: re.Match[str]) -> Iterator[_Span | str]:
    """Turn a token into spans, or into its kind where it joins or parts spans."""
    token = found.group()
    named = re.search(f"{_YEAR}$", token)
    year = int(named.group()) if named else None
    numbers = [int(digits) for digits in re.findall("[0-9]{1,4}", token)]
    match found.lastgroup:
        case "iso":
            yield _Span(numbers[1], numbers[1], numbers[0])
        case "date":
            yield _Span(numbers[1], numbers[1], year or 2000 + numbers[2])
        case "month_year":
            yield _Span(numbers[0], numbers[0], year)
        case "day_month":
            yield _Span(numbers[1], numbers[1])
        case "part":
            yield from _parts(token[: named.start()] if named else token, year)
        case "month":
            month = _MONTH_BY_PREFIX[found["name"][:3]]
            yield _Span(month, month, year)
        case "whole" | "year":
            yield _Span(1, 12, year, bare_year=True)
        case str() as kind:
            yield kind


def _parts(token: str, year: int | None) -> Iterator[_Span | str]:
    """Yield the half-years or quarters that a token lists, and the signs of their ranges."""
    length = 6 if token.startswith("s") else 3
    listed = token.replace("-lea", "").rstrip("-")
    for part in re.findall(r"-|\b(?:iv|i{1,3})\b|[1-4]", listed):
        if part == "-":
            yield "to"
            continue
        number = int(part) if part.isdigit() else _ROMAN.index(part) + 1
        if number * length <= 12:
            yield _Span((number - 1) * length + 1, number * length, year)


def _join_ranges(marks: list[_Span | str], plan_year: int) -> list[_Span]:
    """Join the spans around a range sign; an open term reaches over the plan's year."""
    spans: list[_Span] = []
    for place, mark in enumerate(marks):
        if isinstance(mark, str):
            continue
        sign = marks[place - 1] if place else ""
        if sign in ("to", "until") and place > 1 and isinstance(marks[place - 2], _Span):
            spans[-1] = _range(spans[-1], mark)
        elif sign == "until":
            year = mark.year and min(mark.year, plan_year)
            spans.append(_range(_Span(1, 1, year), mark))
        elif sign == "since":
            year = mark.year and max(mark.year, plan_year)
            spans.append(_range(mark, _Span(12, 12, year)))
        else:
            spans.append(mark)
    return spans


def _range(start: _Span, end: _Span) -> _Span:
    """Return the span between two; a missing year is the other's, or the one next to it."""
    gap = end.year - start.year if start.year and end.year else int(start.first > end.last)
    year = start.year or (end.year and end.year - gap)
    return _Span(start.first, end.last + 12 * gap, year, start.bare_year and end.bare_year)


def _with_years(spans: list[_Span]) -> list[_Span]:
    """Give spans without a year the next one named after them, else the last one before."""
    for _ in range(2):
        known: int | None = None
        filled = []
        for span in reversed(spans):
            known = span.year or known
            filled.append(replace(span, year=known))
        spans = filled
    return spans
