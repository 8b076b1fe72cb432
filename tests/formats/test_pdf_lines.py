"""Words broken into lines: nothing lost, nothing too wide, hyphens only where they help."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyphen import Pyphen

from dragapp.examples import example, example_names
from dragapp.formats.pdf import fonts
from dragapp.formats.pdf.fonts import Style, printable, width
from dragapp.formats.pdf.hyphens import SOFT_HYPHEN, _positions, joints, syllables
from dragapp.formats.pdf.lines import Line, Measure, break_lines
from dragapp.formats.pdf.words import plain_words, words
from dragapp.formats.plan_json import dump_plan
from dragapp.plan.rich import Run

LETTERS = st.text(
    st.sampled_from("aăâbcdeîimnoșțu 1.,-/\n➤中\u00a0\u0326") | st.characters(codec="utf-8"),
    max_size=200,
)


def drawn(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.sets) for line in lines]


def set_text(text: str, across: float, **manner: bool) -> list[str]:
    return drawn(break_lines(plain_words(text), Measure(10, across, across, **manner)))


@settings(deadline=None)
@given(LETTERS, st.floats(3, 300), st.booleans(), st.booleans())
def test_every_letter_is_set_once_and_in_order(
    text: str, across: float, justified: bool, hyphenated: bool
) -> None:
    lines = set_text(text, across, justified=justified, hyphenated=hyphenated)
    found = "".join(line.removesuffix(SOFT_HYPHEN) for line in lines)
    joined = printable(text).replace("\n", "")
    whole = "".join(glyphs.text for glyphs in fonts.shape(joined, Style.REGULAR))
    assert "".join(found.split()) == "".join(whole.split())


@settings(deadline=None)
@given(LETTERS, st.floats(20, 300))
def test_no_line_is_wider_than_its_column(text: str, across: float) -> None:
    for line in break_lines(plain_words(text), Measure(10, across, across)):
        assert line.width <= across + 0.01


def test_a_typed_line_end_is_a_line_end_and_an_empty_line_stays() -> None:
    # The space at a line's end is seen by nobody and keeps the words apart for those who listen.
    assert set_text("unu\ndoi\n\npatru", 200) == ["unu ", "doi ", "", "patru"]


def test_wrapped_lines_end_in_a_space_so_that_words_stay_apart_for_a_reader() -> None:
    assert set_text("Grad de ocupare", 40, hyphenated=False) == ["Grad de ", "ocupare"]


def test_a_word_that_fits_a_line_of_its_own_is_left_whole_in_a_ragged_column() -> None:
    assert set_text("76 beneficiari", 55) == ["76 ", "beneficiari"]


def test_a_word_too_long_for_its_column_is_hyphenated_in_romanian() -> None:
    first, second = set_text("responsabilitățile", 55)
    assert first.endswith(SOFT_HYPHEN)
    assert first[:-1] + second == "responsabilitățile"
    assert len(first) - 1 in syllables("responsabilitățile")


def test_what_stands_before_a_slash_is_left_whole_where_that_fits_a_line() -> None:
    assert set_text("53 beneficiari/centru", 50) == ["53 ", "beneficiari/", "centru"]


def test_the_last_word_of_a_paragraph_is_not_hyphenated() -> None:
    text = "Primăria și consiliul local al comunei Drăgușeni"
    for across in range(60, 200, 3):
        assert set_text(text, across, justified=True)[-1].endswith("Drăgușeni")


def test_a_space_of_its_own_kind_holds_words_together() -> None:
    assert set_text("nr.\u00a025 din 2024", 30) == ["nr.\u00a025 ", "din ", "2024"]


def test_codes_dates_and_addresses_are_not_hyphenated() -> None:
    assert syllables("8790CR-PFA-II") == ()
    assert syllables("www.primaria.ro") == ()
    assert joints("2018-2023") == ()
    assert joints("273/27.09.2018") == ()
    assert joints("calificare/recalificare") == (11,)


@pytest.mark.parametrize(
    "divided",
    ["rea-li-zează", "ju-de-țeană", "oportu-ni-tă-ți-lor", "ne-ram-bur-sa-bile", "vârst-nice"],
)
def test_diphthongs_and_beginnings_of_syllables_are_left_whole(divided: str) -> None:
    word = divided.replace("-", "")
    ends = (0, *syllables(word), len(word))
    assert "-".join(word[a:b] for a, b in pairwise(ends)) == divided


def test_an_ending_stays_with_its_word_and_a_name_of_two_words_divides() -> None:
    for whole in ("centrându-se", "site-ului", "feedback-ul,", "ONG-urilor", "într-un"):
        assert joints(whole) == ()
    assert joints("modelului-cadru") == (10,)
    assert joints("administrativ-teritoriale") == (14,)
    assert joints("beneficiari/an") == (12,)


def test_styles_may_change_inside_a_word() -> None:
    (word,) = words((Run("prima", bold=True), Run("ria")))
    assert word.parts == (("prima", Style.BOLD), ("ria", Style.REGULAR))
    assert width("prima", Style.BOLD) + width("ria") == word.width


@given(st.characters())
def test_every_visible_character_is_drawn_by_a_font_that_has_it(letter: str) -> None:
    for style in (Style.REGULAR, Style.BOLD | Style.ITALIC):
        for glyphs in fonts.shape(printable(letter).replace("\n", ""), style):
            assert glyphs.font in (*fonts.SERIF, fonts.SYMBOLS)
            assert fonts._advances(glyphs.font).draws(glyphs.text)


def test_romanian_letters_come_from_the_serif_and_bullets_from_the_symbols() -> None:
    (serif,) = fonts.shape("ăâîșțĂÂÎȘȚşţ„”–", Style.ITALIC)
    assert serif.font == "LiberationSerif-Italic"
    assert {glyphs.font for glyphs in fonts.shape("➤❖☐", Style.REGULAR)} == {"DejaVuSans"}


def test_bullets_pasted_from_word_become_what_they_showed() -> None:
    assert printable("\uf0b7 text") == "• text"


def test_an_abbreviation_goes_along_with_its_number_to_the_next_line() -> None:
    lines = set_text("aprobat prin Hotărârea Guvernului nr. 867/2015", 190, hyphenated=False)
    assert lines == ["aprobat prin Hotărârea Guvernului ", "nr. 867/2015"]
    # Where both do not fit a line, they are parted rather than one of them cut.
    assert set_text("Legea nr. 867/2015", 50, hyphenated=False) == ["Legea nr. ", "867/2015"]


def test_a_chapter_is_not_parted_from_its_number() -> None:
    lines = set_text("finanțarea serviciilor – Capitolul I;", 135, hyphenated=False)
    assert lines == ["finanțarea serviciilor – ", "Capitolul I;"]
    assert set_text("în baza Legii 34/1998", 85, hyphenated=False) == ["în baza ", "Legii 34/1998"]
    apart = set_text("finanțarea serviciilor – Capitolul întâi", 135, hyphenated=False)
    assert apart == ["finanțarea serviciilor – Capitolul ", "întâi"]


def test_words_are_divided_where_pyphen_divides_them() -> None:
    pyphen = Pyphen(lang="ro_RO", left=2, right=3)
    plans = (example(name) for name in example_names())
    typed = " ".join(dump_plan(plan) for plan in plans).lower()
    for word in set(re.findall(r"[^\W\d_]{6,}", typed)):
        places = [place for place in _positions(word) if 2 <= place <= len(word) - 3]
        assert places == pyphen.positions(word)
