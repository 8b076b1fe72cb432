"""The spell-checker on real plans and on the mistakes that they have."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp import resources
from dragapp.forms import current_form
from dragapp.plan.acts import citation, load_acts
from dragapp.plan.nomenclator_search import NomenclatorSearch
from dragapp.plan.periods_offered import periods_offered
from dragapp.plan.places import letters, texts
from dragapp.plan.plan import Institution
from dragapp.plan.remembered import FUNDING
from dragapp.plan.service_code import Nomenclator
from dragapp.spelling.dictionary import Dictionary
from dragapp.spelling.speller import Speller, read_romanian
from tests import sources


def wrong(speller: Speller, text: str) -> set[str]:
    return {word.word for word in speller.mistakes(text)}


def test_a_plan_with_diacritics_has_no_false_alarm(speller: Speller) -> None:
    assert wrong(speller, sources.source("draguseni-2024")) == set()


def test_the_mistakes_of_a_real_plan_are_found(speller: Speller) -> None:
    found = wrong(speller, sources.source("piatra-neamt-2021"))
    assert {"dezintituzionalizării", "acedem", "Anteprescolară", "sanatatii", "fara"} <= found
    undiacritic = {word for word in found if word.isascii()} - {"acedem", "Contribu"}
    assert found - undiacritic == {"dezintituzionalizării", "acedem", "Anteprescolară", "Contribu"}
    assert all(speller.suggestions(word)[0] != word for word in undiacritic)


def test_what_the_program_brings_is_right(speller: Speller) -> None:
    plan = current_form().new_plan(Institution(name="Drăgușeni", county="Iași"), 2025)
    said = [letters(text) for _, text in texts(plan)]
    said += [section.advice for section in plan.walk()] + [s.name for s in plan.walk()]
    said += [
        f"{citation(act)} {act.subject} {act.source} {act.validity}"
        for act in load_acts(resources.read_text("acts/acts.toml"))
    ]
    search = NomenclatorSearch(Nomenclator.load(resources.read_text("nomenclator/nomenclator.csv")))
    for hit in search.find(""):
        said += [hit.name, hit.category, hit.beneficiaries, hit.regime, hit.validity]
    said += [search.version, *FUNDING, *periods_offered(2025)]
    assert wrong(speller, "\n".join(said)) <= {"lexcafe", "sintact", "legislatie"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("actiune", "acțiune"),
        ("Varstnice", "Vârstnice"),
        ("imbunatatirea", "îmbunătățirea"),
        ("cetatenilor", "cetățenilor"),
        ("publicã", "publică"),
        ("si", "și"),
        ("in", "în"),
        ("fara", "fără"),
        ("cînd", "când"),
        ("sînt", "sunt"),
        ("beneficari", "beneficiari"),
        ("socilae", "sociale"),
        ("acțiunne", "acțiune"),
        ("înformare", "informare"),
        ("acedem", "accedem"),
        ("Mediacl", "Medical"),
        ("dezintituzionalizării", "dezinstituționalizării"),
        ("socialeadministrate", "sociale administrate"),
    ],
)
def test_the_right_word_comes_first(speller: Speller, typed: str, meant: str) -> None:
    assert not speller.is_right(typed)
    assert speller.suggestions(typed)[0] == meant


def test_every_word_typed_without_diacritics_finds_its_own(speller: Speller) -> None:
    plan = current_form().new_plan(Institution(name="Drăgușeni", county="Iași"), 2025)
    plain = str.maketrans("ăâîșțĂÂÎȘȚ", "aaistAAIST")
    for _, text in texts(plan):
        for word in letters(text).replace("/", " ").split():
            typed = word.strip(".,;:()„”…").translate(plain)
            if typed != word and typed.isalpha() and not speller.is_right(typed):
                assert word.strip(".,;:()„”…") in speller.suggestions(typed)


@pytest.mark.parametrize(
    "word",
    ["într-o", "s-a", "dintr-un", "acţiune", "s\u0326i", "socio-economic", "DGASPC-ul", "8810", "I",
     "medico-sociale", "feedback-ul", "administrativ-teritorială", "alin", "peer", "Mihăiță"],
)  # fmt: skip
def test_right_words_are_let_pass(speller: Speller, word: str) -> None:
    assert speller.is_right(word)


@pytest.mark.parametrize("word", ["intr-o", "fărăă", "drepturiile", "SErvicii", "într-socila"])
def test_wrong_words_are_noticed(speller: Speller, word: str) -> None:
    assert not speller.is_right(word)


def test_the_office_s_own_words_are_right_and_suggested(speller: Speller) -> None:
    assert not speller.is_right("Zgrunțești-Deal")
    speller.set_own(["Zgrunțești", "castani", " zebrăuți "])
    assert speller.is_right("Zgrunțești-Deal")
    assert speller.is_right("Zgrunţeşti")
    assert speller.is_right("Castani")
    assert speller.is_right("zebrăuți")
    assert not speller.is_right("zgrunțești")
    assert speller.suggestions("Zgruntesti")[0] == "Zgrunțești"
    speller.set_own([])
    assert not speller.is_right("zebrăuți")


def test_suggestions_are_as_many_as_asked_and_none_is_what_was_typed(speller: Speller) -> None:
    for word in ("actiune", "serviciil", "qqqq", "copii", "asistenta"):
        found = speller.suggestions(word, 3)
        assert len(found) <= 3
        assert len(set(found)) == len(found)
        assert word not in found


def test_nothing_is_read_until_it_is_used_and_then_once(romanian: Dictionary) -> None:
    read: list[str] = []

    def reading() -> Dictionary:
        read.append("read")
        return romanian

    speller = Speller(["a"], reading)
    assert not speller.ready
    assert speller.is_right("8810 CR")
    assert not read
    threads = [threading.Thread(target=speller.load) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert speller.ready
    assert speller.is_right("acțiune")
    assert read == ["read"]


def test_a_damaged_dictionary_is_told_at_each_use(tmp_path: Path) -> None:
    def reading() -> Dictionary:
        raise OSError("gone")

    speller = Speller(read=reading)
    for _ in range(2):
        with pytest.raises(OSError, match="gone"):
            speller.load()
    assert not speller.ready


def test_both_lists_say_how_many_words_they_have() -> None:
    for name in ("ro_RO.dic", "servicii-sociale.dic"):
        count, *listed = resources.read_text(f"spelling/{name}").splitlines()
        assert abs(int(count) - len(listed)) <= 1
    assert read_romanian().has("dezinstituționalizării")


def test_importing_the_window_s_speller_reads_no_file() -> None:
    code = "import dragapp.spelling.speller as s; print(s.Speller().ready)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.text(max_size=12) | st.text("aăsș-'z", max_size=8))
def test_any_word_can_be_judged(text: str) -> None:
    speller = _SHARED
    assert speller.is_right(text) in (True, False)
    if len(text) < 9:
        assert len(speller.suggestions(text)) <= 7


_SHARED = Speller()
