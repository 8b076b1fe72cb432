"""The affix file of a Hunspell dictionary: which endings and beginnings a word may take.

What the Romanian dictionary uses is read: suffixes and prefixes under flags of one letter, of which
one of each may meet. A file that asks for more is refused, rather than half understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragapp.spelling.letters import folded

#: What only guides Hunspell's own suggestions, or says what this reader takes for granted.
_PASSED_OVER = {"TRY", "KEY", "REP", "MAP", "WORDCHARS", "NAME", "HOME", "VERSION", "LANG"}
_NOTHING = "0"


@dataclass(frozen=True, slots=True)
class Suffix:
    """An ending: `strip` goes from the stem's end, `add` comes, where the stem fits."""

    strip: str
    add: str
    condition: re.Pattern[str] | None

    def attached(self, stem: str) -> str | None:
        """Return the stem with the ending, None where the stem does not take it."""
        if not stem.endswith(self.strip) or (self.condition and not self.condition.search(stem)):
            return None
        return stem[: len(stem) - len(self.strip)] + self.add


@dataclass(frozen=True, slots=True)
class Prefix:
    """A beginning; it may stand before every stem of its flag."""

    flag: str
    add: str
    folded: str


@dataclass(slots=True)
class Affixes:
    """The endings by their folded letters, then by those they replace, then by flag."""

    suffixes: dict[str, dict[str, dict[str, list[Suffix]]]] = field(default_factory=dict)
    prefixes: list[Prefix] = field(default_factory=list)
    longest: int = 0


def read_affixes(text: str) -> Affixes:
    """Read an affix file; raise ValueError for a line that this reader does not understand."""
    affixes = Affixes()
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        # Behind the condition there may be a remark without a sign of its own.
        parts = line.partition("#")[0].split()[:5]
        if not parts or parts[0] in _PASSED_OVER or parts == ["SET", "UTF-8"]:
            continue
        if parts[0] not in ("SFX", "PFX") or len(parts) < 4 or "/" in parts[3]:
            raise ValueError(f"linia {number} din fișierul de terminații nu este înțeleasă: {line}")
        heads = len(parts) == 4 and parts[2] in ("Y", "N") and parts[3].isdecimal()
        if heads and parts[2] == "N":
            raise ValueError(f"regula {parts[1]} fără prefixe și sufixe împreună nu este înțeleasă")
        if not heads:
            _add(affixes, *parts)
    return affixes


def _add(
    affixes: Affixes, kind: str, flag: str, strip: str, add: str, condition: str = "."
) -> None:
    strip, add = strip.removeprefix(_NOTHING), add.removeprefix(_NOTHING)
    if len(flag) != 1 or (kind == "PFX" and (strip or condition != ".")):
        raise ValueError(f"regula {flag} din fișierul de terminații nu este înțeleasă")
    if kind == "PFX":
        affixes.prefixes.append(Prefix(flag, add, folded(add)))
        return
    pattern = None if condition == "." else re.compile(f"{condition}$")
    by_strip = affixes.suffixes.setdefault(folded(add), {})
    by_flag = by_strip.setdefault(folded(strip), {})
    by_flag.setdefault(flag, []).append(Suffix(strip, add, pattern))
    affixes.longest = max(affixes.longest, len(folded(add)))
