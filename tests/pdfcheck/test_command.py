"""The command prints the faults of each file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.pdfcheck.__main__ import main


def test_the_faults_of_each_file_are_printed(
    conforming: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good, bad = tmp_path / "bun.pdf", tmp_path / "rau.pdf"
    good.write_bytes(conforming)
    bad.write_bytes(conforming + b"\n\n")
    monkeypatch.setattr(sys, "argv", ["pdfcheck", str(good), str(bad)])
    assert main() == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"{good}: conforms"
    assert told[1].startswith(f"{bad}: ")
    assert told[2].startswith("  end: ")
    monkeypatch.setattr(sys, "argv", ["pdfcheck", "--read", str(good)])
    assert main() == 0
    assert len(capsys.readouterr().out.splitlines()) > 2
