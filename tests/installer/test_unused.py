"""What counts as a large file that nothing uses."""

from __future__ import annotations

from installer.unused import LARGE, SEEN_OTHERWISE, unused

EXCUSED = dict.fromkeys(SEEN_OTHERWISE, 2 * LARGE)


def test_a_library_must_be_in_memory_and_not_only_opened() -> None:
    files = {"runtime/PIL/_Avif.pyd": 8 * LARGE, **EXCUSED}
    assert not unused(files, [], ["runtime/pil/_avif.pyd"])
    assert unused(files, ["runtime/pil/_avif.pyd"], []) == [
        "runtime/PIL/_Avif.pyd (8.0 MB) is not used"
    ]


def test_any_other_file_must_be_opened() -> None:
    files = {"app/Dicționar.DIC": 2 * LARGE, "small.txt": LARGE, **EXCUSED}
    assert not unused(files, ["app/dicționar.dic"], [])
    assert unused(files, [], ["app/dicționar.dic"]) == ["app/Dicționar.DIC (2.0 MB) is not used"]


def test_an_excuse_does_not_outlive_its_file() -> None:
    assert unused(EXCUSED, [], []) == []
    assert len(unused({}, [], [])) == len(SEEN_OTHERWISE)
