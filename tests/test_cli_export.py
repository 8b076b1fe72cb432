"""Exports from the command line: the dossier read, the plan chosen, the files written."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from dragapp.annex.build import annex
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.dossier.dossier import Dossier
from dragapp.errors import ExportError
from dragapp.examples import example, example_names
from dragapp.formats import export as exporting
from dragapp.formats.export import Target
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.plan_json import dump_plan, load_plan
from dragapp.plan.plan import Plan
from tests.command import FILE, WRONG, Run, names, started
from tests.system import ODD_FOLDER, WINDOWS, with_links

_MAGIC = {Target.PDF: b"%PDF-1.7", Target.XLSX: b"PK\x03\x04", Target.JSON: b'{\n "format": 1,'}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Make a dossier with a real plan, in a folder with a blank, diacritics and signs of a URI."""
    folder = tmp_path / ODD_FOLDER
    folder.mkdir()
    path = folder / "comună.dosar"
    Dossier.create(path, example("draguseni-2024")).close()
    return path


def test_a_missing_dossier(run: Run, tmp_path: Path) -> None:
    run("export", tmp_path / "a.dosar", "--pdf", tmp_path / "a.pdf").refused(FILE, "nu există")
    run("export", tmp_path / "x" / "a.dosar", "--pdf", tmp_path / "a.pdf").refused(FILE)
    assert names(tmp_path) == []


def foreign(path: Path) -> bytes:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE plan (year INTEGER)")
    other.close()
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("empty", "este gol"),
        ("text", "este de alt fel"),
        ("pdf", "este de alt fel"),
        ("foreign", "altui program"),
        ("header", "trunchiat"),
        ("half", "deteriorat"),
        ("page", "deteriorat"),
        ("noise", ""),
    ],
)
def test_what_is_no_sound_dossier_is_told_and_left_alone(
    run: Run, dossier: Path, kind: str, said: str
) -> None:
    sound = dossier.read_bytes()
    data = {
        "empty": b"",
        "text": "Planul anual de acțiune".encode() * 100,
        "pdf": b"%PDF-1.7\n" + bytes(2000),
        "foreign": foreign(dossier.with_name("alt.db")),
        "header": sound[:300],
        "half": sound[: len(sound) // 2],
        "page": sound[:-4096],
        "noise": sound[:512] + bytes(range(256)) * (len(sound) // 256 - 2),
    }[kind]
    dossier.write_bytes(data)
    run("export", dossier, "--json", dossier.with_name("a.json")).refused(
        FILE, "„comună.dosar”", "Nimic nu a fost schimbat", said
    )
    assert dossier.read_bytes() == data
    assert names(dossier.parent) == ["comună.dosar"]


def test_a_newer_dossier_is_exported_and_not_changed(run: Run, dossier: Path) -> None:
    """Promise 7: it is read as far as this version knows it."""
    sound = dossier.read_bytes()
    version = int.from_bytes(sound[60:64], "big") + 1
    newer = sound[:60] + version.to_bytes(4, "big") + sound[64:]
    dossier.write_bytes(newer)
    run("export", dossier, "--json", dossier.with_name("a.json")).done()
    assert dossier.read_bytes() == newer


def test_a_folder_is_no_dossier(run: Run, tmp_path: Path) -> None:
    run("export", tmp_path, "--pdf", tmp_path / "a.pdf").refused(FILE, "este un folder")


def test_a_dossier_that_another_program_writes_to(dossier: Path) -> None:
    with sqlite3.connect(dossier, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        shown = started("export", dossier, "--json", "a.json", cwd=dossier.parent)
        shown.refused(FILE, "alt program", "„comună.dosar”")
        other.execute("ROLLBACK")
    other.close()
    assert names(dossier.parent) == ["comună.dosar"]


def test_a_dossier_that_cannot_be_written_is_exported(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> bool:
        return False

    # The administrator may write everywhere, so no file can be write-protected for a test.
    monkeypatch.setattr("dragapp.dossier.opening._can_write", refuse)
    target = dossier.with_name("a.json")
    run("export", dossier, "--json", target).done()
    assert target.read_text(encoding="utf-8") == dump_plan(example("draguseni-2024"))


@pytest.fixture
def four_plans(tmp_path: Path) -> Path:
    """Make a dossier with two years, the later one modified twice."""
    path = tmp_path / "ani.dosar"
    with Dossier.create(path, titled(2023, 0)) as made:
        for year, revision in ((2024, 0), (2024, 2), (2024, 1)):
            with made.action("Plan nou") as edit:
                edit.add_plan(titled(year, revision))
    return path


def titled(year: int, revision: int) -> Plan:
    return Plan(year, revision, title=f"{year}/{revision}")


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        ([], "2024/2"),
        (["--year", "2024"], "2024/2"),
        (["--year", "2023"], "2023/0"),
        (["--year", "2024", "--revision", "0"], "2024/0"),
        (["--year", "2024", "--revision", "1"], "2024/1"),
        (["--revision", "1"], "2024/1"),
        (["--revision", "0"], "2024/0"),
    ],
)
def test_the_newest_plan_or_the_chosen_one(
    run: Run, four_plans: Path, choice: list[str], title: str
) -> None:
    target = four_plans.with_name("a.json")
    run("export", four_plans, *choice, "--json", target).done()
    assert load_plan(target.read_text(encoding="utf-8"), "a.json").title == title


@pytest.mark.parametrize(
    "choice",
    [["--year", "2025"], ["--year", "2023", "--revision", "1"], ["--revision", "9"],
     ["--year", "-1"], ["--year", "9" * 30]],
)  # fmt: skip
def test_a_plan_that_is_not_there(run: Run, four_plans: Path, choice: list[str]) -> None:
    run("export", four_plans, *choice, "--json", four_plans.with_name("a.json")).refused(
        FILE, "„ani.dosar”", "nu are un plan"
    )
    assert names(four_plans.parent) == ["ani.dosar"]


@pytest.mark.parametrize("name", example_names())
def test_all_three_files_at_once_and_the_same_every_time(
    run: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "a.dosar"
    run("new", path, "--example", name).done()
    before = path.read_bytes()
    written = []
    for attempt in ("unu", "doi"):
        targets = {kind: tmp_path / f"{attempt}.{kind}" for kind in Target}
        options = [part for kind, target in targets.items() for part in (f"--{kind}", target)]
        run("export", path, *options).done()
        written.append({kind: target.read_bytes() for kind, target in targets.items()})
    assert written[0] == written[1]
    for kind, data in written[0].items():
        assert data.startswith(_MAGIC[kind])
    assert written[0][Target.JSON].decode() == dump_plan(example(name))
    assert path.read_bytes() == before
    assert len(names(tmp_path)) == 7


@pytest.mark.parametrize("kind", Target)
def test_an_export_replaces_the_last_one(run: Run, dossier: Path, kind: Target) -> None:
    target = dossier.with_name(f"a.{kind}")
    target.write_bytes(b"vechi" * 100_000)
    run("export", dossier, f"--{kind}", target).done()
    assert target.read_bytes().startswith(_MAGIC[kind])
    assert b"vechivechi" not in target.read_bytes()


@pytest.mark.parametrize("kind", Target)
@pytest.mark.parametrize("place", ["lipsă/a", "comună.dosar/a", "comună.dosar/x/a"])
def test_a_target_in_a_folder_that_is_none(
    run: Run, dossier: Path, kind: Target, place: str
) -> None:
    run("export", dossier, f"--{kind}", dossier.parent / place).refused(
        FILE, "„a” nu a putut fi scris", "siguranță"
    )
    assert names(dossier.parent) == ["comună.dosar"]


@pytest.mark.parametrize("kind", Target)
def test_a_target_that_is_a_folder(run: Run, dossier: Path, kind: Target) -> None:
    folder = dossier.with_name(f"a.{kind}")
    folder.mkdir()
    run("export", dossier, f"--{kind}", folder).refused(FILE, "un folder cu acest nume")
    assert names(dossier.parent) == [f"a.{kind}", "comună.dosar"]
    assert names(folder) == []
    run("export", dossier, f"--{kind}", folder / "..").refused(
        FILE, "„..”", "acolo se află un folder"
    )


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that nobody may write in")
@pytest.mark.parametrize("kind", Target)
def test_a_target_where_nobody_may_write(run: Run, dossier: Path, kind: Target) -> None:
    run("export", dossier, f"--{kind}", "/proc/self/a").refused(FILE, "„a” nu a putut fi scris")


@pytest.mark.parametrize("kind", Target)
def test_the_last_export_is_kept_when_the_new_one_fails(
    run: Run, dossier: Path, kind: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = dossier.with_name(f"a.{kind}")
    target.write_bytes(b"vechi")

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dragapp.formats.replacing.os.fsync", full)
    run("export", dossier, f"--{kind}", target).refused(FILE, "discul este plin")
    assert target.read_bytes() == b"vechi"
    assert names(dossier.parent) == [target.name, "comună.dosar"]


def test_files_written_before_one_fails_are_whole(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = exporting.export

    def fail_at_json(plan: Plan, kind: Target, path: Path, *, printout: Printout) -> None:
        if kind == Target.JSON:
            raise ExportError("Fișierul nu a putut fi scris.")
        ordinary(plan, kind, path, printout=printout)

    monkeypatch.setattr(exporting, "export", fail_at_json)
    pdf = dossier.with_name("a.pdf")
    run("export", dossier, "--pdf", pdf, "--json", dossier.with_name("a.json")).refused(FILE)
    assert pdf.read_bytes().rstrip().endswith(b"%%EOF")
    assert names(dossier.parent) == ["a.pdf", "comună.dosar"]


@pytest.mark.parametrize(
    ("options", "printout"),
    [
        ([], WHOLE),
        (["--publish"], Printout(Purpose.PUBLISH)),
        (["--draft"], Printout(draft=True)),
        (["--section", "existing-services"], Printout(section="existing-services")),
        (
            ["--draft", "--publish", "--section", "chapter-2"],
            Printout(Purpose.PUBLISH, draft=True, section="chapter-2"),
        ),
    ],
)
def test_the_pdf_is_the_document_that_was_asked_for(
    run: Run, dossier: Path, options: list[str], printout: Printout
) -> None:
    target, data = dossier.with_name("a.pdf"), dossier.with_name("a.json")
    run("export", dossier, "--pdf", target, "--json", data, *options).done()
    plan = example("draguseni-2024")
    assert target.read_bytes() == pdf_bytes(annex(plan, printout))
    assert data.read_text(encoding="utf-8") == dump_plan(plan)


def test_what_is_chosen_for_paper_needs_a_pdf(run: Run, dossier: Path) -> None:
    for options in (["--publish"], ["--draft"], ["--section", "chapter-1"]):
        run("export", dossier, "--json", dossier.with_name("a.json"), *options).refused(
            WRONG, "numai pentru --pdf"
        )
    assert names(dossier.parent) == ["comună.dosar"]


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("nu-este", "niciun punct cu cheia „nu-este”"),
        ("Servicii existente", "niciun punct cu cheia"),
        ("a\nb\x1b", "niciun punct cu cheia „a b”"),
        ("beneficiaries", "„Beneficiari pe categorii” nu se tipărește"),
        ("decision", "„Hotărâre” nu se tipărește"),
    ],
)
def test_a_section_that_cannot_be_printed(run: Run, dossier: Path, section: str, said: str) -> None:
    run("export", dossier, "--pdf", dossier.with_name("a.pdf"), "--section", section).refused(
        WRONG, said
    )
    assert names(dossier.parent) == ["comună.dosar"]


def test_an_approved_plan_gives_the_annex_that_was_approved(run: Run, dossier: Path) -> None:
    with Dossier.open(dossier) as opened:
        opened.approve(opened.find(), b"%PDF-1.7 votat", date(2024, 4, 26))
    target = dossier.with_name("a.pdf")
    run("export", dossier, "--pdf", target).done()
    assert target.read_bytes() == b"%PDF-1.7 votat"
    run("export", dossier, "--pdf", target, "--publish").done()
    assert target.read_bytes() == pdf_bytes(
        annex(example("draguseni-2024"), Printout(Purpose.PUBLISH))
    )


def test_two_exports_to_one_file_are_refused(run: Run, dossier: Path) -> None:
    folder = dossier.parent
    for other in (folder / "a.out", folder / "." / "x" / ".." / "a.out"):
        run("export", dossier, "--pdf", folder / "a.out", "--xlsx", other).refused(
            WRONG, "nume diferite"
        )
    assert names(folder) == ["comună.dosar"]


@pytest.mark.parametrize("kind", Target)
def test_the_dossier_is_never_replaced_by_its_export(run: Run, dossier: Path, kind: Target) -> None:
    before = dossier.read_bytes()
    other = dossier.with_name("COMUNĂ.DOSAR" if WINDOWS else "legătură")
    if not WINDOWS:
        other.symlink_to(dossier)
    for target in (dossier, other):
        run("export", dossier, f"--{kind}", target).refused(WRONG, "nume diferite")
        run("export", other, f"--{kind}", target).refused(WRONG, "nume diferite")
    assert dossier.read_bytes() == before
    assert other.is_symlink() != WINDOWS


@with_links
def test_a_link_to_itself_is_no_crash(run: Run, dossier: Path) -> None:
    loop = dossier.with_name("buclă")
    loop.symlink_to(loop)
    run("export", loop, "--json", dossier.with_name("a.json")).refused(FILE, "„buclă”")
    run("export", dossier, "--json", loop).refused(FILE, "„buclă”", "trimite la ea însăși")
    assert loop.is_symlink()
    assert names(dossier.parent) == ["buclă", "comună.dosar"]


@pytest.mark.parametrize("kind", Target)
@pytest.mark.parametrize("there", [True, False])
@with_links
def test_an_export_goes_where_a_link_leads(
    run: Run, dossier: Path, kind: Target, there: bool
) -> None:
    folder, link = dossier.with_name("stick"), dossier.with_name("a")
    folder.mkdir()
    if there:
        (folder / "plan").write_bytes(b"vechi")
    dossier.with_name("b").symlink_to(Path("stick", "plan"))
    link.symlink_to("b")
    run("export", dossier, f"--{kind}", link).done()
    assert link.is_symlink()
    assert dossier.with_name("b").is_symlink()
    assert (folder / "plan").read_bytes().startswith(_MAGIC[kind])
    assert names(folder) == ["plan"]
    assert names(dossier.parent) == ["a", "b", "comună.dosar", "stick"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
@pytest.mark.parametrize("kind", Target)
def test_what_is_no_ordinary_file_is_not_replaced(run: Run, dossier: Path, kind: Target) -> None:
    pipe, link = dossier.with_name("canal"), dossier.with_name("legătură")
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for target in (pipe, link, Path(os.devnull)):
        run("export", dossier, f"--{kind}", target).refused(
            FILE, f"„{target.name}” nu a putut fi scris", "fișier obișnuit", "siguranță"
        )
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert Path(os.devnull).is_char_device()
    assert names(dossier.parent) == ["canal", "comună.dosar", "legătură"]
