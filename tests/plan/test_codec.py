"""Plans as dictionaries and as JSON: nothing is lost, nothing wrong is let in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragapp import resources
from dragapp.errors import FormatError
from dragapp.examples import example_names
from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.codec import decode, encode
from dragapp.plan.column import Align, Column, ColumnKind
from dragapp.plan.outline import Level, Look, Node, Table
from dragapp.plan.plan import (
    HEADER_STATES,
    PAPER_KINDS,
    AnnexHeader,
    Decision,
    Institution,
    Paper,
    Plan,
)
from dragapp.plan.printing import Printing
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import (
    Orientation,
    Paragraph,
    ParagraphKind,
    Scope,
    Section,
    State,
    StatementPlace,
)
from dragapp.plan.text import clean
from dragapp.plan.wording import UAT_KINDS
from tests.dossier.samples import ARMS

TEXT = st.text(max_size=12).map(clean)
FLAG = st.booleans()
TYPED = st.none() | TEXT
RICH = st.lists(st.builds(Run, TEXT, FLAG, FLAG), max_size=3).map(lambda runs: rich(*runs))
PARAGRAPHS = st.lists(
    st.builds(Paragraph, RICH, st.sampled_from(ParagraphKind), st.integers(0, 5), TEXT, TYPED),
    max_size=2,
)


@st.composite
def columns(draw: st.DrawFn, key: str, level: str) -> Column:
    return Column(
        key,
        level,
        draw(TEXT),
        draw(TEXT),
        draw(st.sampled_from([k for k in ColumnKind if k != ColumnKind.NUMBER_LABEL])),
        draw(st.sampled_from(["", "lei", "mii lei"])),
        draw(st.sampled_from(Align)),
        draw(FLAG),
        draw(FLAG),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    looks = draw(
        st.lists(st.sampled_from(Look), min_size=1, max_size=4, unique=True).filter(
            lambda drawn: drawn != [Look.BANNER]
        )
    )
    order = [Look.BANNER, Look.MERGED, Look.ROW, Look.STACKED]
    kept = sorted(looks, key=order.index)
    number = draw(st.sampled_from(["", "nr"]))
    levels = [Level(f"l{i}", draw(TEXT), look, draw(TEXT), number) for i, look in enumerate(kept)]
    made = [draw(columns(f"c{i}", level.key)) for i, level in enumerate(levels)]
    made.append(Column("nr", levels[0].key, kind=ColumnKind.NUMBER_LABEL))
    return Table(levels, made, draw(nodes(levels, 0)))


@st.composite
def nodes(draw: st.DrawFn, levels: list[Level], depth: int) -> list[Node]:
    made = []
    for _ in range(draw(st.integers(0, 2 if depth < len(levels) else 0))):
        at = draw(st.integers(depth, len(levels) - 1))
        text = draw(TEXT)
        key = f"r-{draw(st.uuids())}"
        cells = {f"c{at}": text} if text else {}
        made.append(Node(key, levels[at].key, draw(TYPED), cells, draw(nodes(levels, at + 1))))
    return made


@st.composite
def sections(draw: st.DrawFn, depth: int = 0) -> Section:
    return Section(
        key=f"s-{draw(st.uuids())}",
        name=draw(TEXT),
        label=draw(TEXT),
        number=draw(TYPED),
        heading=draw(RICH),
        run_in=draw(FLAG),
        state=draw(st.sampled_from(State)),
        statement=draw(RICH),
        statement_place=draw(st.sampled_from(StatementPlace)),
        scope=draw(st.sampled_from(Scope)),
        hidden=draw(FLAG),
        orientation=draw(st.sampled_from(Orientation)),
        totals=draw(FLAG),
        advice=draw(TEXT),
        before=draw(PARAGRAPHS),
        table=draw(st.none() | tables()),
        after=draw(PARAGRAPHS),
        sections=draw(st.lists(sections(depth + 1), max_size=2)) if depth < 2 else [],
    )


PLANS = st.builds(
    Plan,
    year=st.integers(1, 9999),
    revision=st.integers(0, 9999),
    form_id=TEXT,
    form_version=TEXT,
    title=TEXT,
    letterhead=TEXT,
    signatures=FLAG,
    institution=st.builds(Institution, st.sampled_from(sorted(UAT_KINDS)), TEXT, TEXT),
    annex_header=st.builds(AnnexHeader, st.sampled_from(sorted(HEADER_STATES)), TEXT, TEXT, TEXT),
    decision=st.builds(Decision, TEXT, TEXT, TEXT),
    printing=st.builds(
        Printing, FLAG, FLAG, FLAG, FLAG, FLAG, TEXT, FLAG, FLAG, FLAG, st.sampled_from(["", ARMS])
    ),
    papers=st.lists(st.builds(Paper, st.sampled_from(sorted(PAPER_KINDS)), TEXT, TEXT), max_size=2),
    sections=st.lists(sections(), max_size=2),
)

#: A text of JSON far too long for a message, with line ends.
LONG = "rând lung\\n" * 500
TWICE = '{"key": "%s", "name": "s"}'


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(PLANS)
def test_every_plan_is_read_back_as_it_was(plan: Plan) -> None:
    assert decode(Plan, encode(plan), "") == plan
    text = dump_plan(plan)
    assert load_plan(text, "plan.json") == plan
    assert dump_plan(load_plan(text, "plan.json")) == text


@pytest.mark.parametrize("name", example_names())
def test_an_example_is_written_again_byte_for_byte(name: str) -> None:
    text = resources.read_text(f"examples/{name}.json")
    assert dump_plan(load_plan(text, name)) == text


def test_what_is_typed_is_kept_and_only_what_cannot_be_stored_is_removed() -> None:
    plan = load_plan('{"format": 1, "year": 2026, "title": "  ş\\u0000 \\r\\n_x_ "}', "plan.json")
    assert plan.title == "  ş \n_x_ "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nu este JSON corect"),
        ("[]", "„format”"),
        ('{"year": 2026}', "„format”"),
        ('{"format": 2, "year": 2026}', "versiune mai nouă"),
        ('{"format": 1}', "lipsește cheia „year”"),
        ('{"format": 1, "year": "2026"}', "year: se aștepta un număr întreg, nu „2026”"),
        ('{"format": 1, "year": 0}', "year: numărul 0 nu este între 1 și 9999"),
        ('{"format": 1, "year": 2026, "revision": -1}', "revision: numărul -1"),
        (
            '{"format": 1, "year": 2026, "annex_header": {"state": "aprobat"}}',
            "state: valoarea „aprobat” nu este una dintre: none, draft, adopted",
        ),
        ('{"format": 1, "year": 2026, "papers": [{"kind": "adresă"}]}', "kind: valoarea „adresă”"),
        ('{"format": 1, "year": true}', "year: se aștepta un număr întreg"),
        ('{"format": 1, "year": 2026, "anul": 1}', "cheia „anul” nu este cunoscută"),
        ('{"format": 1, "year": 2026, "sections": {}}', "sections: se aștepta o listă"),
        (
            '{"format": 1, "year": 2026, "printing": {"arms": "ș"}}',
            "printing, arms: nu este o imagine PNG scrisă în base64",
        ),
        (
            '{"format": 1, "year": 2026, "printing": {"arms": "R0lGODlh"}}',
            "printing, arms: nu este o imagine PNG scrisă în base64",
        ),
        ('{"format": {"a": [1]}, "year": 2026}', "are formatul un obiect;"),
        ('{"format": [1], "year": 2026}', "are formatul o listă;"),
        ('{"format": true, "year": 2026}', "are formatul true;"),
        ('{"format": null, "year": 2026}', "are formatul null;"),
        (f'{{"format": {"[" * 900}{"]" * 900}}}', "are formatul o listă;"),
        (f'{{"format": "{LONG}", "year": 2026}}', "are formatul „rând lung rând"),
        (f'{{"format": {"9" * 4000}, "year": 2026}}', "are formatul 999"),
        (f'{{"format": 1, "year": {"9" * 4000}}}', "year: numărul 999"),
        (f'{{"format": 1, "year": 2026, "{LONG}": 1}}', "cheia „rând lung"),
        (f'{{"format": 1, "year": 2026, "{LONG}": 1, "{LONG}": 2}}', "apare de două ori"),
        (f'{{"format": 1, "year": 2026, "sections": [{{"key": "{LONG}"}}]}}', "cheia „name”"),
        (
            f'{{"format": 1, "year": 2026, "sections": [{TWICE % LONG}, {TWICE % LONG}]}}',
            "lipsește sau apare de două ori",
        ),
        (f'{{"format": 1, "year": 2026, "annex_header": {{"state": "{LONG}"}}}}', "draft, adopted"),
        ("[" * 100_000, "prea multe niveluri"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_its_name_and_fault(text: str, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        load_plan(text, "plan.json")
    assert "plan.json" in str(caught.value)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 300
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('[{"level": "b"}]', "nivelul „b” nu poate sta aici"),
        ('[{"level": "a", "rows": [{"level": "a"}]}]', "nivelul „a” nu poate sta aici"),
        ('[{"level": "a", "cells": {"y": "1"}}]', "coloana „y” nu este a nivelului „a”"),
        ('[{"level": "a", "cells": {"x": 1}}]', "se aștepta un text, nu 1"),
        ('[{"level": "a", "key": "k"}, {"level": "a", "key": "k"}]', "rândului „k”"),
        (f'[{{"level": "{LONG}", "key": "{LONG}"}}]', "nu poate sta aici"),
        (f'[{{"level": "a", "cells": {{"{LONG}": "1"}}}}]', "nu este a nivelului „a”"),
        (f'[{{"level": "a", "cells": {{"{LONG}": 1}}}}]', "se aștepta un text, nu 1"),
        (f'[{{"level": "a", "{LONG}": 1}}]', "nu este cunoscută"),
    ],
)
def test_rows_that_do_not_fit_their_table_are_refused(rows: str, said: str) -> None:
    table = (
        '{"levels": [{"key": "a", "name": "a"}], "columns": [{"key": "x", "level": "a"}], '
        f'"rows": {rows}}}'
    )
    section = f'{{"key": "s", "name": "s", "table": {table}}}'
    with pytest.raises(FormatError, match="„s”") as caught:
        load_plan(f'{{"format": 1, "year": 2026, "sections": [{section}]}}', "plan.json")
    assert said in str(caught.value)
    assert len(str(caught.value)) < 400
    assert str(caught.value).isprintable()


def test_the_plan_in_the_description_of_the_format_can_be_read() -> None:
    text = resources.read_text("help/format-json.md")
    plan = load_plan(text.split("```json\n")[1].split("```")[0], "format-json.md")
    assert [section.key for section in plan.walk()][1:] == [
        "existing-services",
        "proposed-services",
    ]
