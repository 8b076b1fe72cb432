"""The closing signatures and the place of the stamp, measured where they are drawn."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from dragapp.annex.blocks import Block, Document, Layout, PageTurn, Signatures, Signer
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.pdf.page import sheet_for
from dragapp.formats.pdf.signatures import STAMP
from tests.formats.pdf_text import Glyph, glyphs, letters_of, rules
from tests.formats.sample_document import FRONT, item, plain_text

DAY = date(2024, 4, 26)
MIDDLE = 595.2756 / 2
CHAIR = Signer("Președinte de ședință,", "Mihăiță Anișoara")
SECRETARY = Signer("Contrasemnează,\nSecretar general,", "Prisăcaru Viorica Adina")
INSPECTOR = Signer("Întocmit,", "Ana Rusu")
ADVISER = Signer("Avizat,", "Dan Sava")
PEOPLE = (CHAIR, SECRETARY, INSPECTOR, ADVISER)
CERTIFYING = Signatures((Signer("Conform cu originalul,\nSecretar general,", "Prisăcaru V."),))

Box = tuple[float, float, float, float]


def pages(*blocks: Block, large: bool = False) -> list[list[Glyph]]:
    return glyphs(made(*blocks, large=large))


def made(*blocks: Block, large: bool = False) -> bytes:
    layout = Layout(large, bound=False)
    return pdf_bytes(Document("Plan", "Comuna", "Anexă", "", "", blocks, layout=layout), day=DAY)


def page(*blocks: Block, large: bool = False) -> list[Glyph]:
    (only,) = pages(plain_text(FRONT, "Text."), *blocks, large=large)
    return only


def box(found: list[Glyph]) -> Box:
    return (
        min(glyph.left for glyph in found),
        min(glyph.bottom for glyph in found),
        max(glyph.right for glyph in found),
        max(glyph.top for glyph in found),
    )


def boxes(drawn: list[Glyph], signers: tuple[Signer, ...]) -> list[Box]:
    texts = [text for each in signers for text in (each.role, each.name) if text]
    return [box(letters_of(drawn, text)) for text in texts]


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] and other[0] < one[2] and one[1] + 2 < other[3] and other[1] + 2 < one[3]
    )


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("room", [False, True])
@pytest.mark.parametrize("count", range(1, 5))
def test_the_stamp_is_beside_the_first_signer_and_covers_nothing(
    count: int, *, room: bool, landscape: bool, large: bool
) -> None:
    signers = PEOPLE[:count]
    turn = PageTurn(landscape)
    (drawn,) = pages(
        turn, plain_text(FRONT, "Text."), Signatures(signers, room, stamp=True), large=large
    )
    found = [box(letters_of(drawn, STAMP)), *boxes(drawn, signers)]
    assert not any(overlap(one, other) for one, other in combinations(found, 2))
    stamp, role, name = found[:3]
    assert name[1] - 1 < stamp[1] < stamp[3] < role[3] + 1


@pytest.mark.parametrize("large", [False, True])
def test_a_stamp_without_signers_has_its_place(*, large: bool) -> None:
    drawn = page(Signatures((), stamp=True), large=large)
    stamp, text = box(letters_of(drawn, STAMP)), box(letters_of(drawn, "Text."))
    assert stamp[3] < text[1] - 20
    assert stamp[2] < MIDDLE
    assert STAMP not in "".join(glyph.letter for glyph in page(Signatures(())))


def test_no_stamp_is_printed_that_was_not_asked_for() -> None:
    assert STAMP not in "".join(glyph.letter for glyph in page(Signatures(PEOPLE)))


@pytest.mark.parametrize("stamp", [False, True])
def test_one_signer_stands_in_the_right_half_and_two_left_and_right(*, stamp: bool) -> None:
    alone = boxes(page(Signatures((CHAIR,), stamp=stamp)), (CHAIR,))
    assert all(each[0] > MIDDLE for each in alone)
    left, right = (
        boxes(page(Signatures((CHAIR, SECRETARY), stamp=stamp)), (each,))
        for each in (CHAIR, SECRETARY)
    )
    assert all(each[2] < MIDDLE for each in left)
    assert all(each[0] > MIDDLE for each in right)


@pytest.mark.parametrize("stamp", [False, True])
def test_a_certification_stands_below_the_right_one_of_two_signers(*, stamp: bool) -> None:
    drawn = page(Signatures((CHAIR, INSPECTOR), stamp=stamp), CERTIFYING)
    above, below = (box(letters_of(drawn, text)) for text in ("Ana Rusu", "Prisăcaru V."))
    assert above[0] + above[2] == pytest.approx(below[0] + below[2], abs=2)


@pytest.mark.parametrize("stamp", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_no_name_is_broken_for_want_of_room_beside_others(*, stamp: bool, large: bool) -> None:
    drawn = page(Signatures(PEOPLE[:3], stamp=stamp), large=large)
    for signer in PEOPLE[:3]:
        found = letters_of(drawn, signer.name)
        assert max(each.bottom for each in found) - min(each.bottom for each in found) < 1


def test_with_room_there_is_a_hand_of_it_and_without_the_name_follows_the_role() -> None:
    for signer in (CHAIR, SECRETARY):
        gaps = []
        for room in (True, False):
            role, name = boxes(page(Signatures((CHAIR, SECRETARY), room)), (signer,))
            gaps.append(role[1] - name[3])
        assert gaps[0] > 30
        assert -2 < gaps[1] < 4


@pytest.mark.parametrize("room", [True, False])
def test_a_missing_name_is_a_line_to_sign_on_only_where_there_is_room(*, room: bool) -> None:
    named, bare = (
        rules(made(plain_text(FRONT, "Text."), Signatures((Signer(CHAIR.role, name),), room)))
        for name in (CHAIR.name, "")
    )
    assert bare - named == (1 if room else 0)


@pytest.mark.parametrize("large", [False, True])
def test_a_certification_stays_with_the_signatures_and_both_with_some_text(*, large: bool) -> None:
    height = sheet_for(Layout(large), landscape=False).height
    signed = Signatures((CHAIR, SECRETARY), stamp=True)
    for lines in range(int(height / 15) - 20, int(height / 15) + 1):
        text = item(FRONT, "-", "\n".join(["rând"] * lines))
        last = pages(text, signed, CERTIFYING, large=large)[-1]
        words = "".join(glyph.letter for glyph in last)
        assert words.count("rând") >= 2
        assert words.index("rând") < words.index("Președinte") < words.index("Conform")
        above, below = box(letters_of(last, CHAIR.name)), box(letters_of(last, "Conform cu"))
        assert above[1] - below[3] > 25
