"""Paragraphs that a PDF has broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.joining import joined_lines
from tests.plan.test_text import ANY_TEXT


@pytest.mark.parametrize(
    ("broken", "joined", "told"),
    [
        (
            "Planul urmărește dezvoltarea serviciilor sociale precum și crearea unor\n"
            "servicii sociale specializate pentru acoperirea unei problematice sociale,\n"
            "cât mai diverse.",
            "Planul urmărește dezvoltarea serviciilor sociale precum și crearea unor servicii "
            "sociale specializate pentru acoperirea unei problematice sociale, cât mai diverse.",
            "2 rânduri unite cu cele de dinainte",
        ),
        (
            "Hotărârea Guvernului nr.\n797/2017 pentru comuna\nDrăgușeni, în anul\n2024",
            "Hotărârea Guvernului nr. 797/2017 pentru comuna Drăgușeni, în anul 2024",
            "3 rânduri unite cu cele de dinainte",
        ),
        (
            "nivelul munici-\npiului și într-\nun centru",
            "nivelul municipiului și într-un centru",
            "2 cuvinte despărțite la capăt de rând",
        ),
        (
            "Strategia 2018-\n2023 este de\nla Consiliu",
            "Strategia 2018-\n2023 este de la Consiliu",
            "1 rând unit cu cel de dinainte",
        ),
    ],
)
def test_lines_of_a_paragraph_are_joined_and_counted(broken: str, joined: str, told: str) -> None:
    done = joined_lines(broken)
    assert (done.text, done.told) == (joined, told)


@pytest.mark.parametrize(
    "text",
    [
        "Bugetul local\nBugetul de stat",
        "CAPITOLUL I.\nDate privind administrarea",
        "Se aprobă planul.\nprimarul comunei",
        "- măsuri active;\n- măsuri pasive;",
        "Principii:\na) egalitatea;\nb) nediscriminarea",
        "persoane vârstnice\n• persoane cu dizabilități\n1. copii\nii. familii",
        "un paragraf\n\nși altul",
        "",
    ],
)
def test_lists_titles_and_paragraphs_stay_apart(text: str) -> None:
    assert (joined_lines(text).text, joined_lines(text).told) == (text, "")


@given(ANY_TEXT | st.text(st.sampled_from("aAș1 .,;:-\n(„\xad•)")))
def test_joining_again_changes_nothing_and_loses_no_letter(text: str) -> None:
    done = joined_lines(text)
    assert joined_lines(done.text).text == done.text
    kept = [sign for sign in text if sign not in " \n-\xad\u2010"]
    assert [sign for sign in done.text if sign not in " \n-\xad\u2010"] == kept
