"""Cleaning of rich text: letters as in plain text, emphasis where it was, lists left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.cleaning import cleaned
from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.rich_cleaning import cleaned_paragraphs, cleaned_parts
from dragapp.plan.section import Paragraph, ParagraphKind

_PIECES = st.sampled_from(
    ["Asistenţă ", "socială", "  ", "comu-", "\n", " ,", "\uf0b7 ", ".", "şi", "Ø ", "a"]
)
_RUNS = st.builds(
    Run, st.lists(_PIECES, max_size=6).map("".join), bold=st.booleans(), italic=st.booleans()
)
_PARAGRAPHS = st.lists(
    st.builds(
        lambda runs, item: Paragraph(
            rich(*runs), ParagraphKind.ITEM if item else ParagraphKind.PLAIN
        ),
        st.lists(_RUNS, max_size=3),
        st.booleans(),
    ),
    max_size=5,
)


@given(_PARAGRAPHS)
def test_letters_are_mended_as_in_plain_text(paragraphs: list[Paragraph]) -> None:
    done, _ = cleaned_paragraphs(paragraphs, join=False)
    texts = [cleaned(plain(each.text)).text for each in paragraphs]
    assert [plain(each.text) for each in done] == texts
    assert [each.kind for each in done] == [each.kind for each in paragraphs]


@given(_PARAGRAPHS, st.booleans())
def test_the_parts_together_are_the_whole(paragraphs: list[Paragraph], join: bool) -> None:
    whole, _ = cleaned_paragraphs(paragraphs, join=join)
    for part in reversed(cleaned_parts(paragraphs, join=join)):
        paragraphs[part.start : part.end] = part.paragraphs
    assert [plain(each.text) for each in paragraphs] == [plain(each.text) for each in whole]


def test_emphasis_stays_with_its_words() -> None:
    text = rich(
        "Art. 5 ",
        Run("Serviciile  sociale", bold=True),
        " se acordă ",
        Run("tuturor,", italic=True),
    )
    done, counts = cleaned_paragraphs([Paragraph(text), Paragraph(rich("potrivit legii."))])
    assert done == [
        Paragraph(
            rich(
                "Art. 5 ",
                Run("Serviciile sociale", bold=True),
                " se acordă ",
                Run("tuturor,", italic=True),
                " potrivit legii.",
            )
        )
    ]
    assert sum(counts.values()) == 2


def test_items_of_a_list_are_not_joined() -> None:
    items = [Paragraph(rich(text), ParagraphKind.ITEM, 0, "•") for text in ("unu, ", "doi")]
    done, _ = cleaned_paragraphs(items)
    assert [plain(each.text) for each in done] == ["unu,", "doi"]
