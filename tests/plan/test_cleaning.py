"""Cleaning of text copied from PDF and Word: what offices paste, and what must stay as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.examples import example
from dragapp.plan.cell_block import block_of
from dragapp.plan.cleaning import cleaned, cleaned_block
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain
from tests.plan.test_text import ANY_TEXT

#: The signs that the patterns look for, so that they meet in every order.
FAULTS = st.text(
    st.sampled_from(
        "aAiIsStTnoxășş˘ˆ¸ıãþºªŃú\u0306\u0326\u0327\xad\u200b\u200d\xa0\t ,.;:'\"„“”()-\n\uf0b7·v"
        "ÄƒÈ™›Åâ€žŸÃ®Â°ĂČﬁ1…"
    )
)


@pytest.mark.parametrize(
    ("pasted", "expected", "told"),
    [
        (
            "acţiuni şi  Ţară",
            "acțiuni și Țară",
            "3 litere cu sedilă, 1 spațiu dublu",
        ),
        ("instituția publicã", "instituția publică", "1 literă din alt font"),
        ("InstituŃia Prefectului", "Instituția Prefectului", "1 literă din alt font"),
        (
            "ªcoala ºi grãdiniþa din oraº",
            "Școala și grădinița din oraș",
            "5 litere din alte fonturi",
        ),
        ("úi alte servicii", "și alte servicii", "1 literă din alt font"),
        ("Dra\u0306gus\u0326eni", "Drăgușeni", "2 litere descompuse"),
        ("ediţia s\u0327i", "ediția și", "1 literă descompusă, 2 litere cu sedilă"),
        (
            "fa˘ra˘ ada˘post s¸i t¸ara˘",
            "fără adăpost și țară",
            "6 semne desprinse de litere",
        ),
        ("f˘ar˘a, ¸si ˆın ˆIntre ¸Tar˘a", "fără, și în Între Țară", "7 semne desprinse de litere"),
        ("f˘ ar˘ a", "fără", "2 semne desprinse de litere"),
        ("a \u0306n s \u0326i", "ăn și", "2 semne desprinse de litere"),
        ("serviciilor ﬁnanțate ﬂuent", "serviciilor finanțate fluent", "2 ligaturi"),
        (
            "munici-\npiului Piatra Neamț, asisten-\n  ței",
            "municipiului Piatra Neamț, asistenței",
            "2 cuvinte despărțite la capăt de rând",
        ),
        ("munici\xad\npiu", "municipiu", "1 cuvânt despărțit la capăt de rând"),
        ("dintr-\nun centru", "dintr-un centru", "1 cuvânt despărțit la capăt de rând"),
        (
            "unității administrativ-\nteritoriale",
            "unității administrativ-teritoriale",
            "1 cuvânt despărțit la capăt de rând",
        ),
        ("socio\xadeconomic\u200b\ufeff", "socioeconomic", "3 caractere invizibile"),
        (
            "\uf0b7 una\n\uf0a7 doua\n\uf0d8 treia\n\uf0e0 alta",
            "• una\n▪ doua\n➤ treia\n• alta",
            "4 marcatori de listă",
        ),
        (
            "·\tUna\nØ  Doua\nü Treia\nv  Patra\no   Cincea\n§ Șasea",
            "• Una\n➤ Doua\n✓ Treia\n❖ Patra\n• Cincea\n▪ Șasea",
            "6 marcatori de listă",
        ),
        ("66\xa0361,82\u202flei", "66 361,82 lei", "2 spații speciale"),
        (" măsuri \n acțiuni", "măsuri\nacțiuni", "3 spații la capete de rând"),
        (
            "înregistrate în anul anterior etc .;",
            "înregistrate în anul anterior etc.;",
            "1 spațiu greșit lângă un semn de punctuație",
        ),
        (
            "Tel./fax : 0232 , ( după caz ) ; da !",
            "Tel./fax: 0232, (după caz); da!",
            "6 spații greșite lângă semne de punctuație",
        ),
        (
            "Centrul ,,Primii pași'' și „Castani“",
            "Centrul „Primii pași” și „Castani”",
            "3 semne de citare greșite",
        ),
    ],
)
def test_what_copying_breaks_is_mended_and_told(pasted: str, expected: str, told: str) -> None:
    done = cleaned(pasted)
    assert (done.text, done.told) == (expected, told)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "latin-1"])
@pytest.mark.parametrize("sign", "ăâîșțşţĂÂÎȘȚ„”“–…•")
def test_text_read_in_a_wrong_encoding_comes_back(sign: str, encoding: str) -> None:
    broken = "".join(
        bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in sign.encode("utf-8")
    )
    expected = {"ş": "ș", "ţ": "ț"}.get(sign, sign)
    assert cleaned(f"x{broken}y").text == f"x{expected}y"


def test_a_sentence_read_in_a_wrong_encoding_comes_back() -> None:
    sentence = "Părinții și copiii înscriși – „Primii pași” în municipiul Piatra Neamț"
    assert cleaned(sentence.encode().decode("latin-1")).text == sentence
    assert cleaned("PÄƒrinÅ£ii ÅŸi").text == "Părinții și"
    assert cleaned("cantina Č™i Č›ara â€žXâ€ť").text == "cantina și țara „X”"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hotărârea nr. ....... din ........... a Consiliului Local",
        "66.361,82 (2%) și 3.251.740,36 (98%/POCU)",
        "nr. și data: .....; str. 1 Mai, nr. 5…",
        "C’est une façade à São Paulo, 2º etaj, 25 ºC, Nº 5, 1ª",
        "Direcția dintr-o socio-economic s,i t,ara",
        "unu-\nDoi",
        "H O T Ă R Â R E A",
        "„Primii pași” (9 voturi \"pentru\")",
        "www.daspn.ro, index .html",
        "Ø 110 mm, § 5",
        "o persoană\nv. anexa",
        "👩\u200d👧 Kúria Gdańsk þ",
        "a\n\nb",
    ],
)  # fmt: skip
def test_what_needs_nothing_stays(text: str) -> None:
    done = cleaned(text)
    assert (done.text, done.told) == (text, "")


def texts(plan: Plan) -> list[str]:
    found = []
    for section in plan.walk():
        found += [plain(section.heading), plain(section.statement)]
        found += [plain(each.text) for each in (*section.before, *section.after)]
        if section.table:
            found += [text for row in section.table.walk() for text in row.cells.values()]
    return found


def test_real_plans_are_mended_only_where_a_reader_would() -> None:
    every = [
        text for name in ("draguseni-2024", "piatra-neamt-2021") for text in texts(example(name))
    ]
    changes = [(text, cleaned(text).told) for text in every if cleaned(text).text != text]
    assert [told for _, told in changes] == ["1 spațiu greșit lângă un semn de punctuație"] * 2
    assert all(" .;" in text or "etc ." in text or "fax :" in text for text, _ in changes)


@given(ANY_TEXT | FAULTS)
def test_cleaning_again_changes_nothing(text: str) -> None:
    done = cleaned(text)
    assert cleaned(done.text) == type(done)(done.text)
    assert bool(done.told) == (done.text != text)


WORDS = st.text(st.sampled_from("abcdefgăâîșțĂȘȚ0123456789"), min_size=1, max_size=6)


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["", ",", ";", ".", ":", "!", "?"])), min_size=1),
    st.sampled_from([" ", "\n"]),
)
def test_sound_text_stays(words: list[tuple[str, str]], blank: str) -> None:
    text = blank.join(word + mark for word, mark in words)
    assert cleaned(text).text == text


def test_a_block_is_cleaned_cell_by_cell_and_counted_whole() -> None:
    block, told = cleaned_block(block_of([["Părinţi", "şi  copii"], ["", "ţară"]]))
    assert block.texts() == [["Părinți", "și copii"], ["", "țară"]]
    assert told == "3 litere cu sedilă, 1 spațiu dublu"
