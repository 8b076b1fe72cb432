"""The reader against Hunspell: `data/spelling/hunspell.txt` has Hunspell 1.7's own verdicts.

The file has a word for half of the rules of the affix file, right (+) or wrong (-), with prefixes
and capitals, with letters changed and without diacritics.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dragapp.plan.text import fold
from dragapp.spelling.dictionary import Dictionary
from dragapp.spelling.letters import folded

VERDICTS = Path(__file__).parents[1] / "data" / "spelling" / "hunspell.txt"


def test_every_verdict_is_hunspell_s(romanian: Dictionary) -> None:
    lines = VERDICTS.read_text(encoding="utf-8").split()
    assert len(lines) > 1_000
    assert 0.3 < sum(line[0] == "+" for line in lines) / len(lines) < 0.7
    assert [line for line in lines if romanian.has(line[1:]) != (line[0] == "+")] == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("actiune", {"acțiune"}),
        ("varsta", {"vârstă", "vârsta"}),
        ("asistenta", {"asistenta", "asistentă", "asistența", "asistență"}),
        ("reinnoirii", {"reînnoirii"}),
        ("xyz", set()),
    ],
)
def test_all_words_of_the_same_letters_are_found(
    romanian: Dictionary, typed: str, words: set[str]
) -> None:
    assert set(romanian.forms(typed)) == words


def test_every_form_has_the_letters_asked_for(romanian: Dictionary) -> None:
    for stem in ("asistenta", "lucra", "copil", "roman", "reface"):
        for form in romanian.inflected(stem):
            assert form in romanian.forms(folded(form))
            assert folded(form) == fold(form)


def test_a_name_keeps_its_capital(romanian: Dictionary) -> None:
    assert romanian.has("Neamț")
    assert not romanian.has("neamțul-neamț")
    assert romanian.has("Asistență")
    assert not romanian.has("aSistență")
    assert not romanian.has("ASistență")
