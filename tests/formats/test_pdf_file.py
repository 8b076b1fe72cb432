"""The file: whole, its own and reproducible."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from dragapp.annex.blocks import Document, Layout, Letterhead, PageTurn
from dragapp.formats.pdf import pdf_bytes
from tests.formats.pdf_text import (
    bookmarks,
    document,
    letters,
    metadata,
    page_sizes,
    page_texts,
    texts,
    written,
)
from tests.formats.sample_document import FRONT, plain_text, sample_document


def run(code: str, *arguments: str, **environment: str) -> str:
    """Run code in a process of its own, from wherever this one runs; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )
    return done.stdout.strip()


def long_document() -> Document:
    """Return the sample with all that a file may hold: a picture and a list of contents too."""
    sample, arms = sample_document(9), BytesIO()
    Image.linear_gradient("L").save(arms, "PNG")
    headed = (Letterhead(("Comuna",), arms.getvalue(), "Stema comunei"), *sample.blocks)
    return replace(sample, blocks=headed, layout=Layout(contents=True))


def test_every_text_of_the_sample_is_in_the_file_in_one_piece(tmp_path: Path) -> None:
    sample = sample_document()
    found = letters("".join(written(sample, tmp_path)))
    missing = [text for text in texts(sample.blocks) if letters(text) not in found]
    assert missing == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, dragapp.formats.pdf\n"
        "print([name for name in ('reportlab', 'pyphen') if name in sys.modules])"
    )
    assert run(code) == "[]"


def test_only_our_fonts_are_used_and_all_are_embedded(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(sample_document()))
    data = path.read_bytes()
    fonts = set(re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", data))
    assert {font.decode().split("-")[0] for font in fonts} == {"LiberationSerif", "DejaVuSans"}
    assert len(re.findall(rb"/BaseFont", data)) == len(re.findall(rb"/FontFile2", data))


def test_the_same_document_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from dragapp.formats.pdf import pdf_bytes\n"
        "from tests.formats.test_pdf_file import long_document\n"
        "Path(sys.argv[1]).write_bytes(pdf_bytes(long_document()))"
    )
    for seed in ("1", "2"):
        run(code, str(tmp_path / f"{seed}.pdf"), PYTHONHASHSEED=seed)
    (tmp_path / "3.pdf").write_bytes(pdf_bytes(long_document()))
    one, two, three = ((tmp_path / f"{n}.pdf").read_bytes() for n in (1, 2, 3))
    assert one == two == three
    assert b"/Link" in one
    assert b"/Image" in one


def test_metadata_and_language(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(sample_document()))
    found = metadata(path)
    assert found["Title"] == "Planul anual de acțiune privind serviciile sociale pentru anul 2024"
    assert found["Author"] == "Comuna Drăgușeni"
    assert found["Subject"] == "Anexă la hotărârea nr. 25 din 26.04.2024"
    assert b"ro-RO" in path.read_bytes()


def test_bookmarks_are_the_headings_with_their_levels(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(sample_document()))
    found = bookmarks(path)
    assert found[0] == (
        0,
        "Capitolul I: Administrare, înființare și finanțarea serviciilor sociale.",
    )
    assert found[1][0] == 1
    assert (1, "3. Telefonul verde") in found
    assert (2, "a. Cursuri de perfecționare") in found
    assert any(level == 3 and title.startswith("c.1. Instruirea") for level, title in found)
    assert max(len(title) for _, title in found) <= 111


def test_head_and_foot_of_each_page(tmp_path: Path) -> None:
    sample = sample_document(4)
    pages = written(sample, tmp_path)
    for number, text in enumerate(pages, start=1):
        assert f"Pagina {number} din {len(pages)}" in text
        assert sample.running_foot in text
        assert (sample.running_head in text) == (number > 1 or "Anexă la" in text)
    assert pages[0].count(sample.running_head) == 1


def test_readers_name_the_pages_by_the_printed_numbers() -> None:
    with pypdfium2.PdfDocument(pdf_bytes(sample_document(4))) as pdf:
        labels = [pdf.get_page_label(number) for number in range(len(pdf))]
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert len(labels) > 5
    for label, text in zip(labels, texts, strict=True):
        assert f"Pagina {label} din {len(labels)}" in text


def test_a_running_foot_longer_than_the_page_is_shortened(tmp_path: Path) -> None:
    long = Document("T", "A", "S", "", "cuvinte " * 60, (plain_text(FRONT, "Text."),))
    (page,) = written(long, tmp_path)
    assert "Pagina 1 din 1" in page
    assert "cuvinte…" in page


def test_pages_lie_and_stand_as_the_turns_say(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(sample_document()))
    sizes = page_sizes(path)
    assert sizes[0] == (595, 842)
    assert sizes[1] == sizes[-1] == (842, 595)
    assert set(sizes) == {(595, 842), (842, 595)}


def test_turns_without_anything_between_them_make_no_page(tmp_path: Path) -> None:
    turns = [PageTurn(True), PageTurn(False), PageTurn(True), PageTurn(False)]
    one = document(*turns, plain_text(FRONT, "întâi"), *turns, plain_text(FRONT, "apoi"), *turns)
    assert len(written(one, tmp_path)) == 1


def test_an_empty_document_is_one_numbered_page(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(document()))
    assert [letters(text) for text in page_texts(path)] == ["Pagina1din1"]
