"""Plans from JSON files: `new --from` loses no letter and refuses what is no plan."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from dragapp.__main__ import main
from dragapp.examples import example_names
from dragapp.formats.plan_json import dump_plan
from dragapp.plan.plan import Plan
from tests.command import FILE, Run, names
from tests.formats.pdf_text import letters, page_texts
from tests.plan.test_codec import PLANS

LONG = "Persoane vârstnice și copii aflați în situație de risc. " * 1786


def plan_json(cell: str, *, rows: bool = True) -> str:
    """Return a plan whose texts and one cell are this text, as JSON of plain ASCII."""
    row = {"key": "r-1", "level": "l", "cells": {"a": cell, "b": "332"}}
    table = {
        "levels": [{"key": "l", "name": "serviciu"}],
        "columns": [
            {"key": "a", "level": "l", "title": "Serviciul"},
            {"key": "b", "level": "l", "title": "Buget", "kind": "money", "unit": "lei"},
        ],
        "rows": [row] if rows else [],
    }
    section = {"key": "s", "name": "s", "heading": cell, "before": [cell], "table": table}
    plan = {"format": 1, "year": 2024, "title": cell, "sections": [section]}
    return json.dumps(plan)


def made(run: Run, folder: Path, text: str) -> dict[str, Path]:
    """Make a dossier from JSON and export it to all three files; return their paths."""
    (folder / "plan.json").write_text(text, encoding="utf-8")
    run("new", folder / "a.dosar", "--from", folder / "plan.json").done()
    paths = {kind: folder / f"a.{kind}" for kind in ("pdf", "xlsx", "json")}
    options = [part for kind, path in paths.items() for part in (f"--{kind}", path)]
    run("export", folder / "a.dosar", *options).done()
    return paths


def again(run: Run, folder: Path) -> bytes:
    """Make a second dossier from the export `a.json` and return the bytes of its export."""
    run("new", folder / "b.dosar", "--from", folder / "a.json").done()
    run("export", folder / "b.dosar", "--json", folder / "b.json").done()
    return (folder / "b.json").read_bytes()


def cells(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [
        str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


@pytest.mark.parametrize("name", example_names())
def test_an_example_comes_back_byte_for_byte(run: Run, tmp_path: Path, name: str) -> None:
    run("new", tmp_path / "a.dosar", "--example", name).done()
    run("export", tmp_path / "a.dosar", "--json", tmp_path / "a.json").done()
    assert again(run, tmp_path) == (tmp_path / "a.json").read_bytes()


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(PLANS)
def test_every_plan_comes_back_byte_for_byte(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second, path = (Path(folder) / name for name in ("1.json", "2.json", "a.dosar"))
        first.write_text(dump_plan(plan), encoding="utf-8", newline="\n")
        assert main(["new", str(path), "--from", str(first)]) == 0
        assert main(["export", str(path), "--json", str(second)]) == 0
        assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("rând\r\nrând\rrând", "rând\nrând\nrând"),
        ("un\ttab", "un tab"),
        ("nul\x00 clopot\x07 escape\x1b sfârșit", "nul clopot escape sfârșit"),
        ("surogat \ud800 singur \udfff", "surogat  singur "),
        ("  spații  ", "  spații  "),
        ("emoji 👩‍👧 steag 🇷🇴 𝄞", "emoji 👩‍👧 steag 🇷🇴 𝄞"),
        ("עברית العربية", "עברית العربية"),
        ("=1+1", "=1+1"),
        ("<b>&amp;</b> _x0041_", "<b>&amp;</b> _x0041_"),
        ("ş ţ vechi", "ş ţ vechi"),
        ("a\u0301\u0302\u0303\u0304" * 50, "a\u0301\u0302\u0303\u0304" * 50),
    ],
)
def test_any_text_goes_through_all_files(run: Run, tmp_path: Path, typed: str, kept: str) -> None:
    paths = made(run, tmp_path, plan_json(typed))
    back = json.loads(paths["json"].read_text(encoding="utf-8"))
    section = back["sections"][0]
    assert back["title"] == section["heading"] == section["before"][0]["text"] == kept
    assert section["table"]["rows"][0]["cells"]["a"] == kept
    assert cells(paths["xlsx"]).count(kept.replace("_x0041_", "_x005F_x0041_")) >= 2
    assert page_texts(paths["pdf"])
    assert again(run, tmp_path) == paths["json"].read_bytes()


def test_a_cell_of_a_hundred_thousand_letters_loses_none(run: Run, tmp_path: Path) -> None:
    assert len(LONG) > 100_000
    paths = made(
        run, tmp_path, plan_json("scurt").replace('"a": "scurt"', json.dumps({"a": LONG})[1:-1])
    )
    back = json.loads(paths["json"].read_text(encoding="utf-8"))
    assert back["sections"][0]["table"]["rows"][0]["cells"]["a"] == LONG
    pieces = [cell for cell in cells(paths["xlsx"]) if "risc" in cell]
    assert len(pieces) > 1
    assert "".join(pieces) == LONG
    # Each page may say at its head what cell it goes on with.
    wanted, found = (
        LONG.count("vârstnice"),
        letters("".join(page_texts(paths["pdf"]))).count("vârstnice"),
    )
    assert wanted <= found < wanted + 100
    assert again(run, tmp_path) == paths["json"].read_bytes()


def test_a_table_without_rows(run: Run, tmp_path: Path) -> None:
    paths = made(run, tmp_path, plan_json("Cantina", rows=False))
    assert "Serviciul" not in cells(paths["xlsx"])
    assert "Serviciul" not in "".join(page_texts(paths["pdf"]))
    assert '"rows"' not in paths["json"].read_text(encoding="utf-8")
    assert again(run, tmp_path) == paths["json"].read_bytes()


def test_the_least_plan_there_is(run: Run, tmp_path: Path) -> None:
    paths = made(run, tmp_path, '\ufeff{"format": 1, "year": 2026}')
    assert paths["json"].read_text(encoding="utf-8") == '{\n "format": 1,\n "year": 2026\n}\n'
    assert len(page_texts(paths["pdf"])) == 1


def nested(depth: int) -> str:
    """Return a plan with sections that stand in one another so deep."""
    inner: list[dict[str, Any]] = []
    for at in range(depth):
        inner = [{"key": f"s{at}", "name": f"Partea {at}", "heading": "Titlu", "sections": inner}]
    return json.dumps({"format": 1, "year": 2024, "sections": inner})


def test_sections_as_deep_as_they_may_be(run: Run, tmp_path: Path) -> None:
    paths = made(run, tmp_path, nested(40))
    assert cells(paths["xlsx"]).count("Titlu") == 40
    assert again(run, tmp_path) == paths["json"].read_bytes()


_TABLE = (
    '{"levels": [{"key": "l", "name": "l"}], "columns": [{"key": "c", "level": "l"}], "rows": %s}'
)
_TWICE = '[{"level": "l", "cells": {"c": "1", "c": "2"}}]'
_SECTION = '{"format": 1, "year": 1, "sections": [{"key": "s", "name": "s", %s}]}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "linia 1, coloana 1"),
        ('{"format": 1,\n "year": }', "linia 2, coloana 10"),
        ('{"format": 1,\n\n "title": "a\nb"}', "linia 3, coloana 13"),
        ('{"format": 1, "year": 2024', "linia 1, coloana 27"),
        ("[1, 2]", "„format”"),
        ('"text"', "„format”"),
        ('{"year": 2024}', "„format”"),
        ('{"format": 2, "year": 2024}', "versiune mai nouă"),
        ('{"format": 1, "year": NaN}', "year: se aștepta un număr întreg"),
        ('{"format": 1, "year": ' + "9" * 5000 + "}", "un număr prea lung"),
        ('{"format": 1, "year": ' + "9" * 30 + "}", ""),
        ('{"format": 1, "year": 1, "anul": 2}', "„anul”"),
        ('{"format": 1, "year": 1, "sections": [[]]}', "sections [1]: se aștepta un obiect"),
        (_SECTION % '"state": "a\\n\\u001bb"', "sections „s”, state: valoarea"),
        (_SECTION % '"before": [{"text": [{"x": "y"}]}]', "sections „s”, before [1], text"),
        (_SECTION % f'"table": {_TABLE % "[1]"}', "sections „s”, table, rows"),
        (_SECTION % f'"table": {_TABLE % "[{}]"}', "lipsește cheia „level”"),
        (
            _SECTION % '"table": {"levels": [{"key": "b", "name": "b", "look": "banner"}], '
            '"columns": [{"key": "c", "level": "b"}]}',
            "sections „s”, table, levels",
        ),
        ('{"format": 1, "year": 1, "year": 2}', "cheia „year” apare de două ori"),
        ('{"format": 2, "format": 1, "year": 2}', "cheia „format” apare de două ori"),
        (
            _SECTION % '\n"heading": "{\\"}", "after": [[], {}, {"text": "1",\n "text": "}"}]',
            "cheia „text” apare de două ori în obiectul închis la linia 3, coloana 13",
        ),
        (_SECTION % '"heading": [{"b": "unu", "b": "doi"}]', "cheia „b” apare de două ori"),
        (
            _SECTION % f'"table": {_TABLE % _TWICE}',
            "cheia „c” apare de două ori",
        ),
        (nested(41), "prea multe niveluri"),
        (nested(300), "prea multe niveluri"),
        ("[" * 100_000, "prea multe niveluri"),
        ('{"a":' * 100_000, "prea multe niveluri"),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place(
    run: Run, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")
    refused = run("new", tmp_path / "a.dosar", "--from", tmp_path / "plan.json")
    refused.refused(FILE, said)
    assert refused.err.rstrip("\n").isprintable()
    assert names(tmp_path) == ["plan.json"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", '{"title": "ș"}'.encode("utf-16"), b'"\xe3"'])
def test_a_file_in_another_encoding_is_refused(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "plan.json").write_bytes(data)
    run("new", tmp_path / "a.dosar", "--from", tmp_path / "plan.json").refused(FILE, "UTF-8")
    assert names(tmp_path) == ["plan.json"]


def test_a_json_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for source in ("lipsă.json", "x/plan.json", ".", ".."):
        run("new", tmp_path / "a.dosar", "--from", tmp_path / source).refused(
            FILE, "nu a putut fi citit"
        )
    assert names(tmp_path) == []


def test_new_from_json_does_not_replace_a_dossier(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text('{"format": 1, "year": 2026}')
    (tmp_path / "a.dosar").write_bytes(b"al meu")
    run("new", tmp_path / "a.dosar", "--from", tmp_path / "plan.json").refused(FILE, "Există deja")
    assert (tmp_path / "a.dosar").read_bytes() == b"al meu"
