"""The words on real plans and on the mistakes that they have."""

from __future__ import annotations

import subprocess
import sys
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
from dragapp.spelling.lexicon import Lexicon
from dragapp.spelling.words import words
from tests import sources

#: What remains of a word when its diacritics are not typed.
PLAIN = str.maketrans("ăâîșțĂÂÎȘȚ", "aaistAAIST")


def wrong(lexicon: Lexicon, text: str) -> set[str]:
    return {word.word for word in words(text) if not lexicon.is_right(word.word)}


def test_a_plan_with_diacritics_has_no_false_alarm(lexicon: Lexicon) -> None:
    assert wrong(lexicon, sources.source("draguseni-2024")) == set()


def test_the_mistakes_of_a_real_plan_are_found_and_nothing_else(lexicon: Lexicon) -> None:
    found = wrong(lexicon, sources.source("piatra-neamt-2021"))
    assert {"dezintituzionalizării", "acedem", "Anteprescolară", "sanatatii", "fara"} <= found
    undiacritic = {word for word in found if word.isascii()} - {"acedem", "Contribu"}
    assert found - undiacritic == {"dezintituzionalizării", "acedem", "Anteprescolară", "Contribu"}
    assert all(lexicon.suggestions(word)[0].translate(PLAIN) == word for word in undiacritic)


def test_what_the_program_brings_is_right(lexicon: Lexicon) -> None:
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
    assert wrong(lexicon, "\n".join(said)) <= {"lexcafe", "sintact", "legislatie"}


def test_words_typed_without_diacritics_come_first(lexicon: Lexicon) -> None:
    plans = sources.source("draguseni-2024") + sources.source("piatra-neamt-2021")
    typed = {
        (plain, word.word)
        for word in words(plans)
        if (plain := word.word.translate(PLAIN)) != word.word
        and lexicon.is_right(word.word)
        and not lexicon.is_right(plain)
    }
    assert len(typed) > 200
    missed = {(plain, word) for plain, word in typed if lexicon.suggestions(plain)[0] != word}
    assert len(missed) <= 0.03 * len(typed), missed
    assert all(word in lexicon.suggestions(plain) for plain, word in missed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("actiune", "acțiune"),
        ("Varstnice", "Vârstnice"),
        ("imbunatatirea", "îmbunătățirea"),
        ("masura", "măsură"),
        ("judeteana", "județeană"),
        ("reinnoirii", "reînnoirii"),
        ("intr-o", "într-o"),
        ("publicã", "publică"),
        ("acþiune", "acțiune"),
        ("º", ""),
        ("fara", "fără"),
        ("cînd", "când"),
        ("sînt", "sunt"),
        ("Sînt", "Sunt"),
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
def test_the_right_word_comes_first(lexicon: Lexicon, typed: str, meant: str) -> None:
    if meant:
        assert not lexicon.is_right(typed)
        assert lexicon.suggestions(typed)[0] == meant
    else:
        assert lexicon.is_right(typed)


@pytest.mark.parametrize(
    "word",
    ["într-o", "s-a", "dintr-un", "acţiune", "s\u0326i", "socio-economic", "DGASPC-ul", "8810", "I",
     "medico-sociale", "feedback-ul", "administrativ-teritorială", "alin", "peer", "Mihăiță",
     "Neamț", "Asistență", "semirezidențiale", "vouchere", "telemedicinei", "plurianuală",
     "adicțiilor", "tabletele"],
)  # fmt: skip
def test_right_words_are_let_pass(lexicon: Lexicon, word: str) -> None:
    assert lexicon.is_right(word)


@pytest.mark.parametrize(
    "word",
    ["intr-o", "fărăă", "drepturiile", "SErvicii", "într-socila", "aSistență"],
)
def test_wrong_words_are_noticed(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.is_right(word)


def test_the_office_s_own_words_are_right_and_suggested(lexicon: Lexicon) -> None:
    assert not lexicon.is_right("Zgrunțești-Deal")
    lexicon.set_own(["Zgrunțești", "castani", " zebrăuți "])
    assert lexicon.is_right("Zgrunțești-Deal")
    assert lexicon.is_right("Zgrunţeşti")
    assert lexicon.is_right("Castani")
    assert lexicon.is_right("zebrăuți")
    assert not lexicon.is_right("zgrunțești")
    assert lexicon.suggestions("Zgruntesti")[0] == "Zgrunțești"
    lexicon.set_own([])
    assert not lexicon.is_right("zebrăuți")


def test_suggestions_are_as_many_as_asked_and_none_is_what_was_typed(lexicon: Lexicon) -> None:
    for word in ("actiune", "serviciil", "qqqq", "benefic-ari", "aistaistaistaistaistaistaist"):
        found = lexicon.suggestions(word, 3)
        assert len(found) <= 3
        assert len(set(found)) == len(found)
        assert word not in found


def test_a_missing_dictionary_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"servicii-sociale\.dic"):
        Lexicon(tmp_path)
    (tmp_path / "servicii-sociale.dic").write_text("0\n")
    with pytest.raises(OSError, match=r"ro_RO\.aff"):
        Lexicon(tmp_path)


def test_a_folder_with_romanian_letters_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "Dicționarul primăriei"
    folder.mkdir()
    for path in resources.folder("spelling").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    lexicon = Lexicon(folder)
    assert lexicon.is_right("acțiune")
    assert lexicon.is_right("dezinstituționalizării")


def test_both_lists_say_how_many_words_they_have() -> None:
    for name in ("ro_RO.dic", "servicii-sociale.dic"):
        count, *listed = resources.read_text(f"spelling/{name}").splitlines()
        assert abs(int(count) - len(listed)) <= 1


def test_the_window_s_part_does_not_load_the_library() -> None:
    code = (
        "import sys, dragapp.spelling.words, dragapp.spelling.messages; "
        "print('hunspell' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.slow
@given(st.text(max_size=12) | st.text("aăsș-'zÎ\u0326", max_size=8))
def test_any_word_can_be_judged(text: str) -> None:
    assert _SHARED.is_right(text) in (True, False)
    if len(text) < 9:
        assert len(_SHARED.suggestions(text)) <= 7


_SHARED = Lexicon()
