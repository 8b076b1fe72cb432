"""Pages are read as they are written; any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.manual.markup import (
    Headline,
    ItemList,
    Line,
    Paragraph,
    Table,
    Words,
    lines_of,
    plain,
    read,
)


def line(text: str) -> Line:
    return (Words(text),)


def test_a_page_is_read_into_blocks() -> None:
    source = """# Titlu

Un paragraf
pe două rânduri.

## Mai jos

1. întâi,
   cu urmare
2. apoi

- punct

| Tasta | Ce face |
| F1 | manualul |
"""
    assert read(source) == (
        Headline(1, line("Titlu")),
        Paragraph(line("Un paragraf pe două rânduri.")),
        Headline(2, line("Mai jos")),
        ItemList((line("întâi, cu urmare"), line("apoi")), numbered=True),
        ItemList((line("punct"),), numbered=False),
        Table((line("Tasta"), line("Ce face")), ((line("F1"), line("manualul")),)),
    )


def test_a_text_has_commands_keys_emphasis_and_links() -> None:
    (part,) = read("Alegeți **Fișier › Ieșire** (`Ctrl+Q`), *apoi* [mai departe](pdf).")
    assert lines_of(part)[0] == (
        Words("Alegeți "),
        Words("Fișier › Ieșire", bold=True),
        Words(" ("),
        Words("Ctrl+Q", key=True),
        Words("), "),
        Words("apoi", italic=True),
        Words(" "),
        Words("mai departe", target="pdf"),
        Words("."),
    )


@pytest.mark.parametrize("sign", ["*", "-", "Ctrl+*"])
def test_a_key_may_be_a_mark(sign: str) -> None:
    (part,) = read(f"Scrieți `{sign}`.")
    assert lines_of(part)[0][1] == Words(sign, key=True)


def test_a_citation_is_not_cut_at_the_end_of_a_line() -> None:
    (part,) = read("Legea nr. 292/2011, art. 112 alin. (3) lit. b), și nr. curent.")
    told = "Legea nr.\u00a0292/2011, art.\u00a0112 alin.\u00a0(3) lit.\u00a0b), și nr. curent."
    assert plain(lines_of(part)[0]) == told


@given(st.text(alphabet="ab *`[]()|#-1.\n", max_size=80))
def test_any_text_can_be_read(source: str) -> None:
    for part in read(source):
        lines_of(part)
