"""Folding that keeps the way back agrees with folding, and with the letters that were typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.folding import fold_alike, fold_placed
from dragapp.plan.text import clean, fold

ROMANIAN = st.text("aăâîșțşţĂÂÎȘȚŞŢãXZ 2024„”–—•❖➤«»“’\u00a0,.-\n", max_size=30)
UNUSUAL = st.text("as\u0326\u0306ﬁßİ…ŉ\u00ad\u200dſ½ș", max_size=12)


@given(st.lists(ROMANIAN, max_size=5))
def test_romanian_texts_keep_their_places(texts: list[str]) -> None:
    for text, folded in zip(texts, fold_alike(texts), strict=True):
        assert folded.isascii()
        assert len(folded) == len(text)
        letters = "".join(c for c in folded if c.isalnum())
        assert letters == "".join(c for c in fold(text) if c.isalnum())


@given(st.lists(ROMANIAN | UNUSUAL | st.text(max_size=8), max_size=5))
def test_a_text_that_keeps_its_places_folds_as_any_other(texts: list[str]) -> None:
    cleaned = [clean(text) for text in texts]
    for text, folded in zip(cleaned, fold_alike(cleaned), strict=True):
        assert len(folded) == len(text)
        if folded.isascii():
            assert (folded, list(range(len(text)))) == fold_placed(text)


@given(UNUSUAL | st.text(max_size=20))
def test_each_folded_letter_knows_where_it_comes_from(text: str) -> None:
    folded, places = fold_placed(text)
    assert len(folded) == len(places)
    assert places == sorted(places)
    for letter, place in zip(folded, places, strict=True):
        assert letter in fold_placed(text[place])[0]
