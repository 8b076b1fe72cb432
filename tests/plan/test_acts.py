"""Acts as plans and decisions cite them; the wording is that of the form and of real decisions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.acts import (
    Act,
    ActKind,
    ActSearch,
    Case,
    citation,
    load_acts,
    short_citation,
    with_own,
)

RESOURCES = Path(__file__).parents[2] / "resources"
ACTS = load_acts((RESOURCES / "acts" / "acts.toml").read_text(encoding="utf-8"))
FORM = (RESOURCES / "forms" / "ordin-1086-2018.toml").read_text(encoding="utf-8")
SEARCH = ActSearch(ACTS)


def act(kind: ActKind, number: str, year: int) -> Act:
    return next(
        each for each in ACTS if (each.kind, each.number, each.year) == (kind, number, year)
    )


LAW_292 = act(ActKind.LAW, "292", 2011)
DECISION_797 = act(ActKind.GOVERNMENT_DECISION, "797", 2017)
ORDER = act(ActKind.ORDER, "1086", 2018)
LAW_24 = act(ActKind.LAW, "24", 2000)


def test_an_act_with_a_name_of_its_own() -> None:
    wanted = "Legea asistenței sociale nr. 292/2011, cu modificările și completările ulterioare"
    assert citation(LAW_292) == wanted
    assert citation(LAW_292, Case.GENITIVE) == wanted.replace("Legea", "Legii")
    assert short_citation(LAW_292) == "Legea nr. 292/2011"
    assert short_citation(LAW_292, Case.GENITIVE) == "Legii nr. 292/2011"


def test_a_decision_with_its_title() -> None:
    wanted = (
        "Hotărârea Guvernului nr. 797/2017 pentru aprobarea regulamentelor-cadru de organizare și "
        "funcționare ale serviciilor publice de asistență socială și a structurii orientative de "
        "personal, cu modificările și completările ulterioare"
    )
    assert citation(DECISION_797) == wanted
    assert short_citation(DECISION_797) == "Hotărârea Guvernului nr. 797/2017"


def test_an_order_has_its_issuer_and_the_thousands_dot() -> None:
    head = "Ordinul ministrului muncii și justiției sociale nr. 1.086/2018 privind aprobarea"
    assert citation(ORDER).startswith(head)
    assert short_citation(ORDER, Case.GENITIVE) == "Ordinului nr. 1.086/2018"
    assert citation(ORDER, published=True).endswith(
        ", publicat în Monitorul Oficial al României, Partea I, nr. 335 din 17 aprilie 2018"
    )


def test_a_republished_law_says_so_before_its_changes() -> None:
    end = "republicată, cu modificările și completările ulterioare"
    assert citation(LAW_24).endswith(f"actelor normative, {end}")
    assert citation(LAW_24, published=True).endswith(
        "republicată în Monitorul Oficial al României, Partea I, nr. 260 din 21 aprilie 2010, "
        "cu modificările și completările ulterioare"
    )


def test_a_joint_order_has_two_numbers() -> None:
    joint = Act(ActKind.ORDER, "1040/6296", 2024)
    assert citation(joint) == "Ordinul nr. 1.040/6.296/2024"


def test_local_decisions_name_their_council() -> None:
    county = act(ActKind.COUNTY_DECISION, "265", 2018)
    assert short_citation(county) == "Hotărârea Consiliului Județean Neamț nr. 265/2018"
    local = act(ActKind.LOCAL_DECISION, "273", 2018)
    assert citation(local, Case.GENITIVE) == (
        "Hotărârii Consiliului Local al Municipiului Piatra Neamț nr. 273/2018"
    )


@pytest.mark.parametrize(
    "cited", [LAW_292, DECISION_797, ORDER, LAW_24, act(ActKind.LAW, "350", 2005),
              act(ActKind.LAW, "34", 1998), act(ActKind.EMERGENCY_ORDINANCE, "57", 2019),
              act(ActKind.GOVERNMENT_DECISION, "867", 2015)],
    ids=lambda cited: cited.label,
)  # fmt: skip
def test_the_form_cites_the_act_word_for_word(cited: Act) -> None:
    said = {citation(cited, case) for case in Case}
    said |= {text.replace("Hotărârii", "Hotărârea") for text in said}
    said |= {text.replace("Ordonanței", "Ordonanța") for text in said}
    assert any(text in FORM for text in said)


def test_every_act_of_the_real_plans_is_in_the_catalogue() -> None:
    known = {(each.number, each.year) for each in ACTS}
    misprints = {("797", 2019), ("797", 2015)}
    pattern = re.compile(
        r"(?:Leg|Hot|H\.G\.|HCL|OUG|[Oo]rdin)[^;]{0,70}?\bnr\.? ?"
        r"([0-9]+)/([0-9.]+[./])*((?:19|20)[0-9]{2})"
    )
    sources = Path(__file__).parents[1] / "data" / "sources"
    cited = set()
    for path in sources.glob("*.txt"):
        for number, _, year in pattern.findall(path.read_text(encoding="utf-8")):
            cited.add((number, int(year)))
    assert len(cited) >= 10
    assert cited - misprints <= known


def test_every_act_can_be_cited_and_says_where_it_was_read() -> None:
    assert len(ACTS) >= 25
    for each in ACTS:
        assert each.source.endswith(".")
        assert each.name or each.title or each.subject
        assert not re.search(r"\s{2}|,,|\(\)", citation(each, published=True))
        assert each.validity
        assert each.title[:7] in ("", "privind", "pentru ")
        if each.publication or each.republication:
            assert "Monitorul Oficial" in citation(each, published=True)


def test_validity_is_said_with_the_right_ending() -> None:
    old = act(ActKind.LAW, "215", 2001)
    assert old.validity == "abrogată prin OUG nr. 57/2019; în vigoare până la 5 iulie 2019"
    assert ORDER.validity == "în vigoare în 2024"
    assert Act(ActKind.LAW, "1", 2000).validity == "valabilitate de verificat"
    amended = Act(ActKind.ORDER, "1", 2000, amended_by="OUG nr. 5/2025")
    assert amended.validity == "valabilitate de verificat; modificat prin OUG nr. 5/2025"
    assert DECISION_797.validity.endswith("modificată prin HG nr. 417/2018")


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("797", "HG nr. 797/2017"),
        ("797/2017", "HG nr. 797/2017"),
        ("hg 867", "HG nr. 867/2015"),
        ("1086", "Ordinul nr. 1.086/2018"),
        ("ordinul 1.086/2018", "Ordinul nr. 1.086/2018"),
        ("asistenta sociala", "Legea nr. 292/2011"),
        ("SUBVENTII", "Legea nr. 34/1998"),
        ("codul administrativ", "OUG nr. 57/2019"),
        ("tehnica legislativa", "Legea nr. 24/2000"),
        ("violenta domestica", "Legea nr. 217/2003"),
        ("hotararea guvernului 2017 regulament", "HG nr. 797/2017"),
        ("neamt strategie judeteana", "HCJ nr. 265/2018"),
    ],
)
def test_an_act_is_found(typed: str, label: str) -> None:
    assert SEARCH.find(typed)[0].label == label


def test_the_own_record_of_an_act_wins_and_own_acts_follow() -> None:
    titled = Act(ActKind.LAW, "52", 2003, title="privind transparența decizională")
    local = Act(ActKind.LOCAL_DECISION, "12", 2023, issuer="al Comunei Drăgușeni")
    every = with_own(ACTS, [titled, local])
    assert len(every) == len(ACTS) + 1
    assert every[-1] is local
    assert ActSearch(every).find("52/2003")[0] is titled


def test_two_councils_may_have_one_number() -> None:
    one = Act(ActKind.LOCAL_DECISION, "12", 2023, issuer="al Comunei Drăgușeni")
    other = Act(ActKind.LOCAL_DECISION, "12", 2023, issuer="al Comunei Ferești")
    assert one.key != other.key
    assert Act(ActKind.ORDER, "1.086", 2018).key == ORDER.key


@pytest.mark.parametrize(
    "text",
    [
        "acts = 1",
        "acts = [1]",
        "[[acts]]\nkind = 'Lege'",
        "[[acts]]\nkind = 'Decret'\nnumber = '1'\nyear = 2000",
        "[[acts]]\nkind = 'Lege'\nnumber = 1\nyear = 2000",
        "[[acts]]\nkind = 'Lege'\nnumber = '1'\nyear = 2000\nother = ''",
        "[[acts]]\nkind = 'Lege'\nnumber = '1'\nyear = 2000\n" * 2,
        "[[acts",
    ],
)
def test_a_faulty_catalogue_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="catalog"):
        load_acts(text)


@given(st.builds(Act, st.sampled_from(ActKind), st.text(), st.integers(), *[st.text()] * 8))
def test_any_act_of_the_user_can_be_cited_and_found(own: Act) -> None:
    assert citation(own, published=True)
    assert short_citation(own, Case.GENITIVE)
    assert own.validity
    assert ActSearch([own]).find("") == [own]
