"""Promise 15: Romanian text survives the whole way, from the dossier into every file."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dragapp.dossier.dossier import Dossier
from dragapp.formats.export import Target, export
from dragapp.formats.pdf.fonts import BOX
from dragapp.formats.plan_json import load_plan
from dragapp.plan.column import Column
from dragapp.plan.outline import Level, Node, Table
from dragapp.plan.plan import Plan
from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.section import Paragraph, Section
from dragapp.plan.text import clean
from tests.formats.pdf_text import page_texts
from tests.formats.xlsx_reading import texts

#: What Romanian offices type: both kinds of ș and ț, whole and composed, and the marks around them.
ROMANIAN = [*"aăâbceiîlnorsștțuAĂÂÎSȘTȚşţŞŢ", "s\u0327", "T\u0326", "a\u0306", "i\u0302"]
MARKS = [*"„”«»\"'’–—-.,;:()/%&<>+=@_…•➤❖☐ 0123456789\u00a0", "\n", "\r\n", "\t"]
#: Pictures that a typeface of the program has, and some that none has.
PICTURES = {"😀": "😀", "❤️": "❤", "☎": "☎", "🦄": BOX, "👍": BOX, "🇷🇴": BOX * 2, "👨‍👩‍👧": BOX * 3}
typed = st.lists(st.sampled_from([*ROMANIAN, *MARKS, *PICTURES]), min_size=1, max_size=60).map(
    "".join
)
anything = st.lists(
    st.sampled_from([*ROMANIAN, *MARKS, *PICTURES, "_x0041_", "_x005F_", "]]>", "\x00", "\ud800"])
    | st.characters(),
    max_size=60,
).map("".join)


def visible(text: str) -> bool:
    """Tell whether anything of a text is printed."""
    return any(letter.isalnum() for letter in text)


def stored(text: str, folder: Path) -> Plan:
    """Store a plan with a text as heading, in a paragraph and in a cell; return it read again."""
    path = folder / "comună.dosar"
    path.unlink(missing_ok=True)
    table = Table([Level("l", "rând")], [Column("c", "l", "Text")], [Node("n", "l")])
    table.rows[0].cells["c"] = text
    section = Section("s", "Servicii", heading=rich(text), table=table)
    section.before.append(Paragraph(rich("Text: ", Run(text, bold=True))))
    with Dossier.create(path, Plan(2024, sections=[section])) as dossier:
        return dossier.load(dossier.find())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder for all the examples of a test."""
    return tmp_path_factory.mktemp("drum")


@settings(max_examples=25)
@given(anything.filter(visible))
@example("Plan „2024”: șosea, țară, şosea, ţară 🙂\nrândul al doilea\r\n\tal treilea")
@example("=SUM(A1)")
@example("\uf0b7 bulină din Word")
def test_a_workbook_and_a_json_file_have_the_text_as_it_was_stored(folder: Path, text: str) -> None:
    plan = stored(clean(text), folder)
    assert plain(plan.sections[0].heading) == clean(text)
    export(plan, Target.JSON, folder / "plan.json")
    again = load_plan((folder / "plan.json").read_text(encoding="utf-8"), "plan.json")
    assert again == plan
    export(plan, Target.XLSX, folder / "plan.xlsx")
    # What Excel takes for an escaped letter is escaped in the file, and Excel alone undoes that.
    found = [
        re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", cell)
        for sheet in load_workbook(folder / "plan.xlsx").worksheets
        for cell in texts(sheet)
    ]
    expected = clean(text).replace("\uf0b7", "•")
    assert found.count(expected) == 2
    assert f"Text: {expected}" in found


def printed(text: str) -> str:
    """Return what is seen of a text on paper, without the spaces and the hyphens."""
    for picture, seen in PICTURES.items():
        text = text.replace(picture, seen)
    return bare(unicodedata.normalize("NFC", text))


def bare(text: str) -> str:
    # A hyphen at the end of a line is a mark of its own when the text is read out of the file.
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\ufffe")


@settings(max_examples=25)
@given(typed.filter(visible))
@example("Plan „2024”: șosea, țară, şosea, ţară 😀 🦄\nrândul al doilea\r\n\tal treilea")
def test_the_printed_text_is_what_was_stored(folder: Path, text: str) -> None:
    plan = stored(clean(text), folder)
    export(plan, Target.PDF, folder / "plan.pdf")
    found = bare("".join(page_texts(folder / "plan.pdf")))
    assert found.count(printed(text)) >= 3
    assert f"Text:{printed(text)}" in found
