"""Own lists as a file: nothing is lost on the way, and a bad file is told in Romanian."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.errors import FormatError
from dragapp.formats.own_lists import dump_lists, load_lists
from dragapp.plan.acts import Act, ActKind
from dragapp.plan.own_lists import OwnCode, OwnLists
from tests.dossier.test_own_lists import LISTS


def test_a_file_gives_the_lists_back() -> None:
    text = dump_lists(LISTS)
    assert load_lists(text, "liste.json") == LISTS
    assert load_lists("\ufeff" + text, "liste.json") == LISTS
    assert dump_lists(load_lists(text, "liste.json")) == text
    assert "Parohia Drăgușeni" in text


def test_empty_lists_are_a_short_file() -> None:
    assert json.loads(dump_lists(OwnLists())) == {"kind": "liste-dragapp", "version": 1}


names = st.lists(st.text("aăș -„8", min_size=1).map(str.strip).filter(bool), max_size=3)
codes = st.lists(st.builds(OwnCode, st.text("89CZI-", min_size=3).filter(lambda c: c.strip("-"))))


@given(codes, names, names)
def test_any_lists_come_back_without_repetitions(
    own: list[OwnCode], parties: list[str], words: list[str]
) -> None:
    lists = OwnLists(own, [Act(ActKind.LAW, "1", 2000)], parties, [], words)
    read = load_lists(dump_lists(lists), "x")
    assert set(read.words) == {" ".join(word.split()) for word in words}
    assert read.acts == lists.acts
    assert len(read.codes) <= len(own)
    assert load_lists(dump_lists(read), "x") == read


def file(**parts: object) -> str:
    return json.dumps({"kind": "liste-dragapp", "version": 1, **parts})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "linia 1, coloana 1"),
        ("{", "linia 1"),
        ("[]", "nu conține liste"),
        ('{"format": 1}', "nu conține liste"),
        ("1" * 5000, "nu poate fi citit"),
        ("[" * 100_000, "nu poate fi citit"),
        (file(version=2), "versiunea 2"),
        (file(version=True), "versiunea true"),
        (file(other=[]), "cheia „other” nu este cunoscută"),
        (file(words=7), "words: se aștepta o listă, nu 7"),
        (file(words=["a", ""]), "words [2]: se aștepta un text"),
        (file(words=[None]), "words [1]: se aștepta un text, nu null"),
        (file(codes=["8810 ID-I"]), "codes [1]: se aștepta un obiect"),
        (file(codes=[{"name": "x"}]), "lipsește cheia „code”"),
        (file(codes=[{"code": " - "}]), "codes [1]: lipsește codul"),
        (file(acts=[{"kind": "Decret", "number": "1", "year": 2000}]), "„Decret”"),
        (file(acts=[{"kind": "Lege", "number": " ", "year": 2000}]), "nu are un număr"),
        (file(acts=[{"kind": "Lege", "number": "1", "year": 10**30}]), "nu are un număr"),
        (file(acts=[{"kind": "Lege", "number": "1", "year": "2000"}]), "un număr întreg"),
        ('{"kind": "liste-dragapp", "version": 1, "words": [], "words": []}', "de două ori"),
    ],
)
def test_a_bad_file_is_told_with_what_to_do(text: str, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        load_lists(text, "liste.json")
    message = str(caught.value)
    assert said in message
    assert "„liste.json”" in message
    assert "Listele dumneavoastră au rămas cum erau." in message
    assert message.endswith(".")


def test_texts_are_cleaned() -> None:
    assert load_lists(file(words=["  o\x00\tlistă \n"]), "x").words == ["o listă"]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["kind", "code", "number", "year", "x"]),
                                      inner, max_size=4), max_leaves=12),
       st.sampled_from(["codes", "acts", "parties", "words", "version"]))  # fmt: skip
def test_any_json_is_read_or_refused(value: object, key: str) -> None:
    try:
        lists = load_lists(file(**{key: value}), "x")
    except FormatError:
        return
    assert load_lists(dump_lists(lists), "x") == lists
