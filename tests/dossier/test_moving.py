"""*Mută pe alt calculator*, with promise 18: all comes along, or nothing does and nothing is left.

What comes in a package is not believed before it is checked.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragapp.dossier.backup import verify
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.moving import PACKAGE_SUFFIX, look, pack, unpack
from dragapp.dossier.shelf import Reason, Shelf
from dragapp.errors import Cancelled, PackageError
from dragapp.progress import Progress
from tests.dossier.failing import each_failure
from tests.dossier.samples import dump, sample_plan

NOW = datetime(2026, 11, 22, 14, 5, 33)
IDENTITY = "0123456789abcdef0123456789abcdef"
SETTINGS = {"zoom": "125", "font": "Noto „Sans”", "recent": "C:\\Acte\\comună.dosar\udc80"}


@pytest.fixture
def shelf(path: Path) -> Shelf:
    """Return the shelf of the dossier, with two copies and a damaged file."""
    shelf = Shelf(path.parent / "copii", "comună", IDENTITY)
    with Dossier.create(path, sample_plan()) as dossier:
        shelf.keep(dossier._db, Reason.FIRST, NOW)
        with dossier.action("Alt plan") as edit:
            edit.add_plan(sample_plan(2026))
        shelf.keep(dossier._db, Reason.CLOSE, NOW)
    damaged = path.with_name("rupt.dosar")
    damaged.write_bytes(os.urandom(5000))
    damaged.with_name("rupt.dosar-journal").write_bytes(os.urandom(600))
    shelf.keep_file(damaged, Reason.DAMAGED, NOW)
    damaged.unlink()
    damaged.with_name("rupt.dosar-journal").unlink()
    return shelf


@pytest.fixture
def package(path: Path) -> Path:
    """Return where the package is made: a folder of its own."""
    folder = path.parent.parent / "STICK ș #1"
    folder.mkdir()
    return folder / f"comună{PACKAGE_SUFFIX}"


@pytest.fixture
def other(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folder of dossiers and the root of copies on the other computer."""
    folder = tmp_path / "alt calculator" / "Documente ț"
    folder.mkdir(parents=True)
    return folder, folder / "DragApp" / "Copii de siguranță"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def _dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with Dossier.open(path, write=False) as dossier:
        return dump(dossier)


def test_all_comes_along(path: Path, shelf: Shelf, package: Path, other: tuple[Path, Path]) -> None:
    heard: list[float] = []
    pack(path, shelf, SETTINGS, package, heard.append)
    assert os.listdir(package.parent) == [package.name]
    seen = look(package)
    assert (seen.name, seen.years, seen.backups) == ("comună", (2024, 2026), 3)
    assert abs(seen.made - datetime.now()) < timedelta(hours=1)
    assert (heard[0], heard[-1], heard) == (0.0, 1.0, sorted(heard))
    folder, root = other
    heard.clear()
    unpacked = unpack(package, folder, root, heard.append)
    assert (heard[-1], heard) == (1.0, sorted(heard))
    assert unpacked.dossier == folder / "comună.dosar"
    assert unpacked.settings == SETTINGS
    assert _dump(unpacked.dossier) == _dump(path)
    assert _files(root / "comună 01234567") == _files(shelf.folder)
    assert sorted(os.listdir(folder)) == ["DragApp", "comună.dosar"]
    assert os.listdir(root) == ["comună 01234567"]


def test_an_open_dossier_is_packed_as_it_was_last_stored(path: Path, package: Path) -> None:
    with Dossier.create(path, sample_plan()) as dossier:
        with dossier.action("Titlu") as edit:
            edit.set_plan(dossier.find(), title="Acum")
        shelf = Shelf(path.parent / "copii", "comună", dossier.identity)
        pack(path, shelf, {}, package)
        content = dump(dossier)
    assert look(package).backups == 0
    made = unpack(package, package.parent, package.parent / "copii")
    assert _dump(made.dossier) == content
    assert made.settings == {}


def test_an_older_package_is_replaced_and_the_dossier_never(
    path: Path, shelf: Shelf, package: Path
) -> None:
    package.write_text("pachetul de ieri", "utf-8")
    pack(path, shelf, SETTINGS, package)
    assert look(package).backups == 3
    before = path.read_bytes()
    with pytest.raises(PackageError, match="Alegeți alt nume"):
        pack(path, shelf, SETTINGS, path)
    assert path.read_bytes() == before


def test_what_is_there_already_stays(
    path: Path, shelf: Shelf, package: Path, other: tuple[Path, Path]
) -> None:
    pack(path, shelf, SETTINGS, package)
    folder, root = other
    for taken in ("comună.dosar", "comună (2).dosar-journal"):
        (folder / taken).write_text("al altcuiva", "utf-8")
    there = root / "altă denumire 01234567"
    there.mkdir(parents=True)
    same, twin, missing = shelf.backups()[:3]
    shutil.copyfile(same.path, there / same.path.name)
    (there / twin.path.name).write_text("alta din aceeași secundă", "utf-8")
    before = {**_files(folder)}
    unpacked = unpack(package, folder, root)
    assert unpacked.dossier.name == "comună (3).dosar"
    after = _files(folder)
    assert before.items() <= after.items()
    found = {backup.path.name: backup for backup in Shelf(root, "comună", IDENTITY).backups()}
    assert missing.path.name in found
    assert len(found) == 4
    again = unpack(package, folder, root)
    assert again.dossier.name == "comună (4).dosar"
    assert len(Shelf(root, "comună", IDENTITY).backups()) == 4


@pytest.mark.parametrize(
    "name",
    [
        "Drăgușeni #1 100% (nou)",
        "ș" * 100,
        "a.b.c",
        "Plan  cu   goluri",
        "2026-11-22 14.05.33 la cerere",
    ],
)
def test_any_name_of_a_dossier_moves(path: Path, package: Path, tmp_path: Path, name: str) -> None:
    named = path.with_name(f"{name}.dosar")
    Dossier.create(named, sample_plan()).close()
    pack(named, Shelf(path.parent / "copii", name, IDENTITY), {}, package)
    assert look(package).backups == 0
    made = unpack(package, tmp_path, tmp_path / "copii")
    assert _dump(made.dossier) == _dump(named)
    if len(name) < 80 and "  " not in name:
        assert made.dossier.name == named.name


def _each_stop(work: Callable[[Progress], object]) -> Iterator[int]:
    """Stop a work at its first step, its second, and so on; yield after each but the last."""
    for turn in itertools.count():
        told = 0

        def stop(_: float, at: int = turn) -> None:
            nonlocal told
            told += 1
            if told > at:
                raise Cancelled("oprit")

        try:
            work(stop)
        except Cancelled:
            yield turn
        else:
            return


def test_stopped_at_any_step_packing_leaves_nothing(
    path: Path, shelf: Shelf, package: Path
) -> None:
    before = _files(path.parent)
    steps = 0
    for _ in _each_stop(lambda progress: pack(path, shelf, SETTINGS, package, progress)):
        steps += 1
        assert os.listdir(package.parent) == []
        assert _files(path.parent) == before
    assert steps >= 14
    assert look(package).backups == 3


def test_stopped_at_any_step_unpacking_leaves_nothing(
    path: Path, shelf: Shelf, package: Path, other: tuple[Path, Path]
) -> None:
    pack(path, shelf, SETTINGS, package)
    folder, root = other
    steps = 0
    for _ in _each_stop(lambda progress: unpack(package, folder, root, progress)):
        steps += 1
        assert os.listdir(folder) == []
    assert steps >= 7


def test_what_somebody_else_puts_there_meanwhile_stays(
    path: Path, shelf: Shelf, package: Path, other: tuple[Path, Path]
) -> None:
    pack(path, shelf, SETTINGS, package)
    folder, root = other

    def stop(_: float) -> None:
        (root / "al altcuiva.txt").write_text("important", "utf-8")
        raise Cancelled("oprit")

    with pytest.raises(Cancelled):
        unpack(package, folder, root, stop)
    assert _files(folder) == {"DragApp/Copii de siguranță/al altcuiva.txt": b"important"}


@pytest.mark.parametrize(
    ("number", "lasting"), [(errno.ENOSPC, False), (errno.ENOSPC, True), (errno.EIO, False)]
)
def test_whatever_fails_packing_leaves_nothing(
    path: Path, shelf: Shelf, package: Path, number: int, lasting: bool
) -> None:
    before = _files(path.parent)
    failures = 0

    def work() -> None:
        pack(path, shelf, SETTINGS, package)

    for error in each_failure(work, number, lasting=lasting):
        assert _files(path.parent) == before
        if error is None:
            assert look(package).backups == 3
            package.unlink()
        else:
            assert isinstance(error, PackageError)
            failures += 1
        assert os.listdir(package.parent) == []
    assert failures >= 15


@pytest.mark.parametrize(
    ("number", "lasting"), [(errno.ENOSPC, False), (errno.ENOSPC, True), (errno.EIO, False)]
)
def test_whatever_fails_unpacking_leaves_nothing(
    path: Path,
    shelf: Shelf,
    package: Path,
    other: tuple[Path, Path],
    number: int,
    lasting: bool,
) -> None:
    pack(path, shelf, SETTINGS, package)
    folder, root = other
    failures = 0

    def work() -> None:
        unpack(package, folder, root)

    for error in each_failure(work, number, lasting=lasting):
        if error is None:
            assert _dump(folder / "comună.dosar") == _dump(path)
            shutil.rmtree(folder)
            folder.mkdir()
        else:
            assert isinstance(error, PackageError)
            failures += 1
        assert os.listdir(folder) == []
    assert failures >= 20


def test_a_full_disk_is_told_before_anything_is_written(
    path: Path,
    shelf: Shelf,
    package: Path,
    other: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack(path, shelf, SETTINGS, package)

    class Usage:
        free = 1000

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(PackageError, match="discul este plin"):
        unpack(package, *other)
    assert os.listdir(other[0]) == []


def test_a_missing_dossier_or_folder_is_told(path: Path, package: Path, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "copii", "comună", IDENTITY)
    with pytest.raises(PackageError):
        pack(path, shelf, {}, package)
    assert os.listdir(package.parent) == []
    Dossier.create(path, sample_plan()).close()
    with pytest.raises(PackageError, match="nu există"):
        pack(path, shelf, {}, package.parent / "nu" / "x.mutare")
    pack(path, shelf, {}, package)
    with pytest.raises(PackageError, match="nu există"):
        unpack(package, tmp_path / "nu", tmp_path / "copii")
    assert not (tmp_path / "copii").exists()
    with pytest.raises(PackageError, match=r"nu poate fi citit: .* nu există"):
        look(package.with_name("alt.mutare"))


def _repacked(
    package: Path,
    change: Callable[[dict[str, Any], dict[str, bytes]], None],
    compression: int = zipfile.ZIP_DEFLATED,
) -> None:
    """Write a package anew, with its manifest and files changed."""
    with zipfile.ZipFile(package) as read:
        files = {name: read.read(name) for name in read.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(manifest, files)
    with zipfile.ZipFile(package, "w", compression) as written:
        for name, data in files.items():
            written.writestr(name, data)
        written.writestr("manifest.json", json.dumps(manifest))


def _renamed(old: str, new: str) -> Callable[[dict[str, Any], dict[str, bytes]], None]:
    def change(manifest: dict[str, Any], files: dict[str, bytes]) -> None:
        files[new] = files.pop(old)
        for file in manifest["files"]:
            if file["name"] == old:
                file["name"] = new

    return change


def _dossier_named(name: str) -> Callable[[dict[str, Any], dict[str, bytes]], None]:
    def change(manifest: dict[str, Any], files: dict[str, bytes]) -> None:
        manifest["name"] = name
        _renamed("dosar/comună.dosar", f"dosar/{name}.dosar")(manifest, files)

    return change


def _with(name: str, data: bytes) -> Callable[[dict[str, Any], dict[str, bytes]], None]:
    def change(manifest: dict[str, Any], files: dict[str, bytes]) -> None:
        files[name] = data
        for file in manifest["files"]:
            if file["name"] == name:
                file.update(size=len(data), sha256=hashlib.sha256(data).hexdigest())

    return change


COPY = "copii/2026-11-22 14.05.33 prima modificare a zilei.dosar"
HOSTILE: dict[str, Callable[[dict[str, Any], dict[str, bytes]], None]] = {
    "out of the folder": _renamed(COPY, "copii/../../2026-11-22 14.05.33 la cerere.dosar"),
    "absolute": _renamed(COPY, "/2026-11-22 14.05.33 la cerere.dosar"),
    "backslashes": _renamed(COPY, "copii/..\\..\\2026-11-22 14.05.33 la cerere.dosar"),
    "a drive": _renamed(COPY, "copii/C:2026-11-22 14.05.33 la cerere.dosar"),
    "another file": _renamed(COPY, "copii/program.exe"),
    "a journal of nothing": _renamed(COPY, "copii/2020-11-22 14.05.33 la cerere.dosar-journal"),
    "a dossier elsewhere": _dossier_named("../comună"),
    "a hidden dossier": _dossier_named(".comună"),
    "a device": _dossier_named("CON"),
    "a nameless dossier": _dossier_named(""),
    "an unknown file": lambda m, f: f.update({"altele.txt": b"x"}),
    "a missing file": lambda m, f: f.__delitem__(COPY),
    "an unlisted file": lambda m, f: m["files"].pop(),
    "twice": lambda m, f: m["files"].append(m["files"][0]),
    "another size": lambda m, f: m["files"][0].update(size=m["files"][0]["size"] - 1),
    "a negative size": lambda m, f: m["files"][0].update(size=-1),
    "a size in words": lambda m, f: m["files"][0].update(size="12"),
    "another hash": lambda m, f: m["files"][0].update(sha256="0" * 64),
    "huge settings": _with("setari.json", b'{"a": "' + b"0" * (1 << 23) + b'"}'),
    "settings of another shape": _with("setari.json", b"[]"),
    "settings that are no texts": _with("setari.json", b'{"zoom": 125}'),
    "no dossier": _with("dosar/comună.dosar", b"alt fel de fisier" * 99),
    "another kind": lambda m, f: m.update(kind="altceva"),
    "no kind": lambda m, f: m.pop("kind"),
    "no day": lambda m, f: m.update(made="ieri"),
    "years in words": lambda m, f: m.update(years=["2024"]),
    "a path for identity": lambda m, f: m.update(identity="../../../x"),
    "no identity": lambda m, f: m.update(identity=""),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_package_that_was_tampered_with_is_refused(
    path: Path,
    shelf: Shelf,
    package: Path,
    other: tuple[Path, Path],
    change: Callable[[dict[str, Any], dict[str, bytes]], None],
) -> None:
    pack(path, shelf, SETTINGS, package)
    _repacked(package, change)
    before = _files(package.parent.parent)
    with pytest.raises(PackageError, match="Nimic nu a fost schimbat"):
        unpack(package, *other)
    assert os.listdir(other[0]) == []
    assert _files(package.parent.parent) == before


def test_repacking_alone_changes_nothing(
    path: Path, shelf: Shelf, package: Path, other: tuple[Path, Path]
) -> None:
    """What the tests before refuse is refused for what was changed."""
    pack(path, shelf, SETTINGS, package)
    _repacked(package, lambda manifest, files: None, zipfile.ZIP_STORED)
    assert _dump(unpack(package, *other).dossier) == _dump(path)


def test_another_way_of_packing_is_refused(path: Path, shelf: Shelf, package: Path) -> None:
    pack(path, shelf, SETTINGS, package)
    _repacked(package, lambda manifest, files: None, zipfile.ZIP_LZMA)
    with pytest.raises(PackageError):
        look(package)


def test_a_newer_package_asks_for_the_newer_version(
    path: Path, shelf: Shelf, package: Path
) -> None:
    pack(path, shelf, SETTINGS, package)
    _repacked(package, lambda manifest, files: manifest.update(format=2))
    with pytest.raises(PackageError, match=r"versiune mai nouă.*Instalați versiunea nouă"):
        look(package)


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x05\x06" + bytes(18), bytes(9999)])
def test_another_kind_of_file_is_told(package: Path, content: bytes) -> None:
    package.write_bytes(content)
    with pytest.raises(PackageError, match="nu este un pachet"):
        look(package)
    assert package.read_bytes() == content


@pytest.fixture(scope="module")
def sound_package(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Return the bytes of a package, and of the dossier in it."""
    folder = tmp_path_factory.mktemp("pachet")
    path = folder / "comună.dosar"
    Dossier.create(path, sample_plan()).close()
    pack(path, Shelf(folder, "comună", IDENTITY), {"zoom": "125"}, folder / "p.mutare")
    made = unpack(folder / "p.mutare", folder, folder / "copii")
    return (folder / "p.mutare").read_bytes(), made.dossier.read_bytes()


def test_any_wrong_byte_where_the_names_and_places_are_is_told(
    sound_package: tuple[bytes, bytes], tmp_path: Path
) -> None:
    package, _ = sound_package
    path = tmp_path / "p.mutare"
    told = 0
    for place in range(len(package) - 300, len(package)):
        for value in (0, 1, 128, 255):
            path.write_bytes(package[:place] + bytes([value]) + package[place + 1 :])
            try:
                look(path)
            except PackageError:
                told += 1
    assert told > 300


def test_a_package_without_its_beginning_is_told(
    sound_package: tuple[bytes, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "p.mutare"
    for cut in (1, 100, len(sound_package[0]) // 2):
        path.write_bytes(sound_package[0][cut:])
        with pytest.raises(PackageError, match="este deteriorat"):
            unpack(path, tmp_path, tmp_path / "copii")
    assert os.listdir(tmp_path) == [path.name]


@given(data=st.data())
@settings(max_examples=150)
def test_a_damaged_package_never_gives_a_damaged_dossier(
    sound_package: tuple[bytes, bytes], data: st.DataObject
) -> None:
    package, dossier = sound_package
    damaged = bytearray(package)
    tail = len(damaged) - 1500
    for _ in range(data.draw(st.integers(0, 6))):
        # Most of the damage goes where the names and sizes are.
        start = data.draw(st.sampled_from([0, tail, len(damaged) - 300]))
        place = data.draw(st.integers(start, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / "p.mutare"
        path.write_bytes(damaged[:cut])
        try:
            look(path)
            unpacked = unpack(path, folder, folder / "copii")
        except PackageError:
            assert os.listdir(folder) == [path.name]
        else:
            assert unpacked.dossier.read_bytes() == dossier
            assert unpacked.dossier.parent == folder
            verify(unpacked.dossier)
        assert path.read_bytes() == damaged[:cut]
