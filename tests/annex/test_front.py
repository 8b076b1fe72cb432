"""What stands above the first chapter and below the last one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragapp.annex.blocks import AnnexLine, Letterhead, Signatures, Signer, Title
from dragapp.annex.build import annex
from dragapp.annex.printout import Printout, Purpose
from dragapp.examples import example
from dragapp.plan.plan import AnnexHeader, Decision, Institution, Paper, Plan
from dragapp.plan.printing import Printing, in_base64
from tests.annex.sections import kinds

BLANK = "__________"
HEADER = AnnexHeader(
    "draft",
    "Anexă la proiectul de hotărâre nr. {nr} din {data}",
    "Anexă la hotărârea nr. {nr} din {data}",
)


def front(**fields: object) -> Plan:
    people = Institution(
        name="Drăgușeni", county="Iași", mayor="Ion Pop", inspector="Ana Rusu", secretary="Viorica"
    )
    return replace(Plan(2024, institution=people, annex_header=HEADER), **fields)  # type: ignore[arg-type]


def header(plan: Plan) -> list[str]:
    return [block.text for block in kinds(annex(plan).blocks, AnnexLine)]


def test_the_header_of_a_draft_names_the_draft() -> None:
    papers = [Paper("approval_report", "1381", "16.04.2024"), Paper("draft", "514", "17.04.2024")]
    plan = front(papers=papers, decision=Decision("25", "26.04.2024"))
    assert header(plan) == ["Anexă la proiectul de hotărâre nr. 514 din 17.04.2024"]


def test_the_header_of_an_adopted_plan_names_the_decision() -> None:
    plan = front(
        papers=[Paper("draft", "514", "17.04.2024")],
        decision=Decision("25", "26.04.2024"),
        annex_header=replace(HEADER, state="adopted", extra="Pagini: 7\n\nExemplarul 1"),
    )
    assert header(plan) == [
        "Anexă la hotărârea nr. 25 din 26.04.2024",
        "Pagini: 7",
        "Exemplarul 1",
    ]


@pytest.mark.parametrize(
    ("state", "line_"),
    [
        ("draft", f"Anexă la proiectul de hotărâre nr. {BLANK} din {BLANK}"),
        ("adopted", f"Anexă la hotărârea nr. {BLANK} din {BLANK}"),
    ],
)
def test_what_is_not_known_yet_is_a_line_to_fill_by_hand(state: str, line_: str) -> None:
    assert header(front(annex_header=replace(HEADER, state=state))) == [line_]


def test_a_plan_without_annex_header() -> None:
    plan = front(annex_header=replace(HEADER, state="none", extra="rând"))
    assert header(plan) == []
    assert annex(plan).running_head == ""


def test_the_front_is_letterhead_header_and_title_in_this_order() -> None:
    plan = front(letterhead="ROMÂNIA\n\nPRIMĂRIA", title="PLANUL\nANUAL")
    assert [block for block in annex(plan).blocks if not isinstance(block, AnnexLine)] == [
        Letterhead(("ROMÂNIA", "PRIMĂRIA")),
        Title(("PLANUL", "ANUAL")),
    ]
    assert isinstance(annex(plan).blocks[1], AnnexLine)


def test_nothing_is_signed_that_was_not_asked_for() -> None:
    assert not kinds(annex(front()).blocks, Signatures)


@pytest.mark.parametrize("state", ["draft", "adopted"])
def test_who_drew_the_plan_up_signs_where_that_is_wanted(state: str) -> None:
    plan = front(
        signatures=True,
        annex_header=replace(HEADER, state=state),
        printing=Printing(prepared=True),
    )
    (signed,) = kinds(annex(plan).blocks, Signatures)
    assert signed.signers[-1] == Signer("Întocmit,", "Ana Rusu")
    (alone,) = kinds(annex(replace(plan, signatures=False)).blocks, Signatures)
    assert alone.signers == (Signer("Întocmit,", "Ana Rusu"),)


def test_a_draft_is_signed_by_the_mayor() -> None:
    (signed,) = kinds(annex(front(signatures=True)).blocks, Signatures)
    assert signed.signers == (Signer("Primar,", "Ion Pop"),)


def test_to_be_signed_there_is_room_and_the_stamps_place_and_to_be_published_neither() -> None:
    plan = front(signatures=True, printing=Printing(stamp=True, certified=True))
    signed, certified = kinds(annex(plan).blocks, Signatures)
    assert (signed.room, signed.stamp) == (True, True)
    assert certified.signers[0].role.startswith("Conform cu originalul")
    assert certified.signers[0].name == "Viorica"
    (published,) = kinds(annex(plan, Printout(Purpose.PUBLISH)).blocks, Signatures)
    assert (published.room, published.stamp) == (False, False)
    assert published.signers == signed.signers


def test_the_annex_number_stands_above_the_header_in_each_state() -> None:
    printing = Printing(annex_number="1")
    for state in ("none", "draft", "adopted"):
        plan = front(annex_header=replace(HEADER, state=state), printing=printing)
        assert header(plan)[0] == "Anexa nr. 1"
    assert not [text for text in header(front()) if text.startswith("Anexa nr.")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Anexă la hotărârea nr. {nr} din {data}", "la hotărârea nr. 25 din 26.04.2024"),
        ("ANEXA LA H.C.L. NR. {nr}", "LA H.C.L. NR. 25"),
        ("La hotărârea nr. {nr}", "La hotărârea nr. 25"),
    ],
)
def test_a_numbered_annex_does_not_say_twice_that_it_is_one(typed: str, printed: str) -> None:
    plan = front(
        annex_header=AnnexHeader("adopted", "", typed),
        decision=Decision("25", "26.04.2024"),
        printing=Printing(annex_number="1"),
    )
    assert header(plan) == ["Anexa nr. 1", printed]


def test_a_numbered_annex_is_named_in_one_breath_at_the_head_of_its_pages() -> None:
    plan = front(printing=Printing(annex_number="2"), decision=Decision("25", "26.04.2024"))
    plan.annex_header = replace(HEADER, state="adopted", extra="Exemplarul 1")
    assert annex(plan).running_head == (
        "Anexa nr. 2 la hotărârea nr. 25 din 26.04.2024, Exemplarul 1"
    )


def test_the_coat_of_arms_stands_in_the_letterhead_even_alone() -> None:
    plan = front(letterhead="", printing=Printing(arms=in_base64(b"\x89PNG\r\n\x1a\n...")))
    (letterhead,) = kinds(annex(plan).blocks, Letterhead)
    assert letterhead.arms == b"\x89PNG\r\n\x1a\n..."
    assert letterhead.alt == "Stema comunei Drăgușeni"


@pytest.mark.parametrize(
    ("named", "signs"), [("Prisăcaru Adina", "Prisăcaru Adina"), ("", "Viorica")]
)
def test_an_adopted_annex_is_signed_as_the_decision_is(named: str, signs: str) -> None:
    plan = front(
        signatures=True,
        annex_header=replace(HEADER, state="adopted"),
        decision=Decision(chair="Mihăiță Anișoara", secretary=named),
    )
    # Codul administrativ, art. 140: the chair signs, the secretary general countersigns.
    (signed,) = kinds(annex(plan).blocks, Signatures)
    assert [signer.name for signer in signed.signers] == ["Mihăiță Anișoara", signs]
    assert signed.signers[0].role == "Președinte de ședință,"
    assert signed.signers[1].role == "Contrasemnează,\nSecretar general,"


def test_the_document_says_whose_and_of_which_year_it_is() -> None:
    document = annex(example("draguseni-2024"))
    assert document.author == "Comuna Drăgușeni"
    assert document.title.startswith("PLANUL ANUAL DE ACȚIUNE PRIVIND SERVICIILE SOCIALE ADMINIST")
    assert document.subject == document.running_head == "Anexă la hotărârea nr. 25 din 26.04.2024"
    assert document.running_foot == (
        "Plan anual de acțiune privind serviciile sociale – comuna Drăgușeni, 2024"
    )
