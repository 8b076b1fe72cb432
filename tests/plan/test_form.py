"""Form files: what they may hold, what is said of a broken one, and the plan they begin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragapp.errors import FormError
from dragapp.formats.plan_json import dump_plan
from dragapp.forms import current_form
from dragapp.plan.form import load_form
from dragapp.plan.plan import Institution
from dragapp.plan.rich import plain
from dragapp.plan.section import Scope, State
from dragapp.plan.wording import UAT_KINDS

OTHER = """
id = "alt-ordin"
version = "2"
name = "Alt ordin"
valid_from = "2030-01-01"
replaces = "ordin-1086-2018"
title = "PLANUL {UAT_GENITIV} PE {AN}"

[[sections]]
key = "part"
name = "Partea"
label = "Partea {A}"
heading = "Locuințe pentru {uat}"

[[sections.sections]]
key = "list"
name = "Lista"
before = ["Pentru {an}:", { kind = "item", label = "{a})", text = [{ b = "Atenție" }, " la {1}"] }]

[sections.sections.table]
levels = [{ key = "house", name = "casă" }]
columns = [{ key = "street", level = "house", title = "Strada din {uat}" }]
rows = [{ level = "house", cells = { street = "Principală" } }]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "alt-ordin.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_form_with_other_chapters_needs_no_code(tmp_path: Path) -> None:
    form = load_form(write(tmp_path, OTHER))
    plan = form.new_plan(Institution("oraș", "Lehliu Gară", "Călărași"), 2031)
    assert (plan.form_id, plan.form_version, plan.year) == ("alt-ordin", "2", 2031)
    assert plan.title == "PLANUL ORAȘULUI LEHLIU GARĂ PE 2031"
    assert plain(plan.section("part").heading) == "Locuințe pentru orașul Lehliu Gară"
    section = plan.section("list")
    assert [plain(paragraph.text) for paragraph in section.before] == [
        "Pentru 2031:",
        "Atenție la {1}",
    ]
    assert section.before[1].text[0].bold
    assert section.table
    assert section.table.columns[0].title == "Strada din orașul Lehliu Gară"
    assert section.table.rows[0].key


def test_a_new_plan_leaves_its_form_untouched(tmp_path: Path) -> None:
    form = load_form(write(tmp_path, OTHER))
    form.new_plan(Institution(name="Mica"), 2031).section("part").name = "alta"
    assert form.blank.section("part").name == "Partea"
    assert form.blank.title == "PLANUL {UAT_GENITIV} PE {AN}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "alt-ordin"\n', "", "„id”"),
        ('name = "Lista"', 'nume = "Lista"', "„part”, sections „list”: cheia „nume”"),
        ('name = "Partea"\n', "", "sections „part”: lipsește cheia „name”"),
        ('name = "Lista"', 'name = "Lista"\nstate = "gata"', "„list”, state: valoarea „gata”"),
        ('name = "Lista"', 'name = "Lista"\nhidden = "da"', "„list”, hidden: se aștepta true"),
        ('key = "list"', 'key = "part"', "cheia „part” lipsește sau apare de două ori"),
        ('level = "house", title', 'level = "flat", title', "„list”, table, columns „street”"),
        ("street = ", "road = ", "coloana „road”"),
        ('{ b = "Atenție" }', '{ u = "Atenție" }', "„list”, before [2], text"),
        ('[{ key = "house", name = "casă" }]', "[]", "„list”, table: un tabel are"),
        ("[[sections]]", "[[section]]", "cheia „section” nu este cunoscută"),
        ("version = ", "version ", "nu este un fișier TOML: linia 3, coloana 9"),
    ],
)
def test_a_broken_form_is_named_with_its_section_and_fault(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in OTHER
    with pytest.raises(FormError) as caught:
        load_form(write(tmp_path, OTHER.replace(old, new, 1)))
    assert "„alt-ordin.toml”" in str(caught.value)
    assert said in str(caught.value)


def test_a_form_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"lipsa\.toml"):
        load_form(tmp_path / "lipsa.toml")


@pytest.mark.parametrize(
    ("kind", "name", "title", "heading", "annex"),
    [
        ("comună", "Mica", "CONSILIULUI LOCAL AL COMUNEI MICA", "nivel local", "nr. 3"),
        ("oraș", "Huși", "CONSILIULUI LOCAL AL ORAȘULUI HUȘI", "nivel local", "nr. 2"),
        ("municipiu", "Iași", "CONSILIULUI LOCAL AL MUNICIPIULUI IAȘI", "nivel local", "nr. 2"),
        ("sector", "3", "CONSILIULUI LOCAL AL SECTORULUI 3", "nivel local", "nr. 1"),
        ("județ", "Iași", "CONSILIULUI JUDEȚEAN IAȘI", "nivel județean", "nr. 1"),
    ],
)
def test_every_kind_of_unit_is_named_and_declined(
    kind: str, name: str, title: str, heading: str, annex: str
) -> None:
    plan = current_form().new_plan(Institution(kind, name, "Iași"), 2026)
    assert kind in UAT_KINDS
    assert plan.title.split("\n")[2:] == [title, "PENTRU ANUL 2026"]
    assert heading in plain(plan.section("existing-services").heading)
    basis = " ".join(plain(p.text) for p in plan.section("decision-legal-basis").before)
    assert f"anexa {annex} la Hotărârea Guvernului nr. 797/2017" in basis
    county = "MUNICIPIUL BUCUREȘTI" if kind == "sector" else "JUDEȚUL IAȘI"
    assert plan.letterhead.split("\n")[1] == county


def test_the_form_of_the_order_begins_with_the_tabs_of_the_window_and_declares_nothing() -> None:
    plan = current_form().new_plan(Institution(name="Mica", county="Mureș"), 2026)
    assert [top.name for top in plan.sections] == [
        "Preambul",
        "Capitolul I",
        "Capitolul II",
        "Capitolul III",
        "Obiective",
        "Hotărâre",
    ]
    assert plan.section("decision").scope == Scope.DECISION
    assert all(section.state == State.TODO for section in plan.walk())
    assert all(section.advice for section in plan.walk())


def test_no_placeholder_is_left_in_a_new_plan() -> None:
    text = dump_plan(current_form().new_plan(Institution(), 2026))
    assert set(re.findall(r"\{[^\W\d_]\w+\}", text)) == {"{nr}", "{data}"}
