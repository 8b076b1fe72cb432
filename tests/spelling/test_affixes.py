"""Affix files: what the Romanian one uses is read, what would be misunderstood is refused."""

from __future__ import annotations

import pytest

from dragapp.spelling.affixes import read_affixes
from dragapp.spelling.dictionary import Dictionary

RULES = """\
SET UTF-8
TRY aăâ
REP 1
REP ce che
# adjective
SFX t Y 3
SFX t 0 u eț
SFX t eț ață ieț   remark without a sign
SFX t eț eață [^i]eț # remark
PFX o Y 1
PFX o 0 ne .
"""


def forms(listed: str, *words: str) -> list[str]:
    dictionary = Dictionary(read_affixes(RULES), listed.split())
    return [word for word in words if dictionary.has(word)]


def test_an_ending_is_added_where_the_stem_fits() -> None:
    words = ("isteț", "istețu", "isteață", "istață", "băieț", "băieață", "băiață", "istețul")
    assert forms("isteț/t băieț/t", *words) == ["isteț", "istețu", "isteață", "băieț", "băiață"]


def test_a_prefix_goes_with_its_flag_and_with_endings() -> None:
    assert forms("isteț/to", "neisteț", "neisteață", "neneisteț") == ["neisteț", "neisteață"]
    assert forms("isteț/t", "neisteț", "neisteață") == []


@pytest.mark.parametrize(
    "line",
    [
        "COMPOUNDFLAG x",
        "FLAG long",
        "SET ISO8859-2",
        "NEEDAFFIX z",
        "SFX t 0 u/o eț",
        "SFX t N 3",
        "SFX tt 0 u eț",
        "PFX o r ne r",
        "SFX t",
    ],
)
def test_what_this_reader_would_misunderstand_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="nu este înțeleasă"):
        read_affixes(f"SET UTF-8\n{line}\n")
