"""A form: the framework model of an Order as data, from which a plan copies its sections.

Reads a TOML file of the shape described in `resources/help/format-json.md`: some keys about the
form itself, then the same title, header and sections that a plan's JSON has. A new Order is a new
file; nothing in the code knows its chapters. Two more lists belong to the form alone: what to ask
when a plan is made (`questions`), and what belongs in the empty tables (`examples`).
"""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragapp.errors import FormError, cause, named
from dragapp.plan.codec import ShapeError, check_keys, decode
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import RichText, Run, rich
from dragapp.plan.section import Section
from dragapp.plan.situation import Question
from dragapp.plan.table_example import TableExample
from dragapp.plan.wording import fill, placeholders

_ABOUT = ("id", "version", "name", "valid_from", "replaces", "source")


@dataclass(frozen=True, slots=True)
class Form:
    """A framework model: who it is, since when it holds, and the plan it begins as.

    `questions` are asked when a plan is made; `examples` are shown in empty tables, by the keys of
    their sections.
    """

    id: str
    version: str
    name: str
    valid_from: str
    replaces: str
    source: str
    blank: Plan
    questions: tuple[Question, ...] = ()
    examples: dict[str, TableExample] = field(default_factory=dict)

    def new_plan(self, institution: Institution, year: int) -> Plan:
        """Copy the form into a plan of that institution and year, its placeholders filled."""
        plan = deepcopy(self.blank)
        plan.year, plan.institution = year, deepcopy(institution)
        words = placeholders(institution, year)
        plan.title = fill(plan.title, words)
        plan.letterhead = fill(plan.letterhead, words)
        header = plan.annex_header
        header.draft, header.adopted = fill(header.draft, words), fill(header.adopted, words)
        for section in plan.walk():
            _fill_section(section, words)
        return plan


def _fill_section(section: Section, words: dict[str, str]) -> None:
    section.heading = _fill_rich(section.heading, words)
    section.statement = _fill_rich(section.statement, words)
    for paragraph in (*section.before, *section.after):
        paragraph.text = _fill_rich(paragraph.text, words)
    if section.table:
        for column in section.table.columns:
            column.title, column.group = fill(column.title, words), fill(column.group, words)
        for row in section.table.walk():
            row.cells = {key: fill(text, words) for key, text in row.cells.items()}


def _fill_rich(text: RichText, words: dict[str, str]) -> RichText:
    return rich(*(Run(fill(run.text, words), run.bold, run.italic) for run in text))


def load_form(path: Path) -> Form:
    """Read a form file; raise FormError naming the file, the section and what is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        fault = f"nu poate fi citit: {cause(error)}"
        raise FormError(f"Modelul-cadru {named(path)} {fault}.") from error
    except UnicodeDecodeError as error:
        raise FormError(
            f"Modelul-cadru {named(path)} nu este un fișier TOML: octetul {error.start} nu este "
            "UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        # The line and the column are only in the English message.
        found = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"linia {found[1]}, coloana {found[2]}" if found else "la sfârșitul fișierului"
        raise FormError(f"Modelul-cadru {named(path)} nu este un fișier TOML: {where}.") from error
    try:
        return _read(data)
    except ShapeError as error:
        raise FormError(f"Modelul-cadru {named(path)} este greșit: {error}.") from error


@dataclass(slots=True)
class _Beside:
    """What a form file has beside the plan."""

    questions: list[Question] = field(default_factory=list)
    examples: list[TableExample] = field(default_factory=list)

    def check(self, blank: Plan) -> None:
        """See that the sections and columns that are spoken of are there."""
        sections = {section.key: section for section in blank.walk()}
        for question in self.questions:
            for key in question.sections:
                if key not in sections or not sections[key].statement:
                    fault = f"punctul „{key}” nu există sau nu are o propoziție"
                    raise ShapeError(f"questions „{question.section}”", fault)
        for example in self.examples:
            place = f"examples „{example.section}”"
            section = sections.get(example.section)
            if section is None or section.table is None:
                raise ShapeError(place, "punctul nu există sau nu are tabel")
            known = {column.key for column in section.table.columns}
            for key in example.cells:
                if key not in known:
                    raise ShapeError(place, f"coloana „{key}” nu există în tabel")


def _read(data: dict[str, Any]) -> Form:
    about: dict[str, str] = {}
    for name in _ABOUT:
        value = data.pop(name, "")
        if not isinstance(value, str) or (name in ("id", "version", "name") and not value):
            raise ShapeError("", f"cheia „{name}” lipsește sau nu este un text")
        about[name] = value
    extras = {name: data.pop(name) for name in ("questions", "examples") if name in data}
    beside = decode(_Beside, extras, "")
    blank = decode(Plan, {"year": 1, **data}, "")
    if not blank.sections:
        raise ShapeError("", "modelul nu are niciun capitol")
    check_keys(blank.sections)
    beside.check(blank)
    blank.form_id, blank.form_version = about["id"], about["version"]
    examples = {example.section: example for example in beside.examples}
    return Form(**about, blank=blank, questions=tuple(beside.questions), examples=examples)
