"""What is said to Wine and heard from it; Wine itself is not needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.wine import Prefix, _exported_values
from tests.system import WINDOWS

pytestmark = pytest.mark.skipif(WINDOWS, reason="only Linux has Wine")


@pytest.mark.parametrize(
    ("windows", "below"),
    [
        ("C:\\users\\Ștefan Țîrlea\\plan.dosar", "drive_c/users/Ștefan Țîrlea/plan.dosar"),
        ("C:\\", "drive_c"),
    ],
)
def test_a_file_of_the_prefix_is_on_its_drive(tmp_path: Path, windows: str, below: str) -> None:
    prefix = Prefix(tmp_path)
    assert prefix.windows_path(tmp_path / below) == windows
    assert prefix.unix_path(windows) == tmp_path / below


def test_any_other_file_is_on_the_drive_that_is_all_of_linux(tmp_path: Path) -> None:
    other = tmp_path.parent / "altul"
    prefix = Prefix(tmp_path)
    assert prefix.windows_path(other).startswith("Z:\\")
    assert prefix.unix_path(prefix.windows_path(other)) == other


def test_qt_is_told_what_is_meant_for_it_and_nothing_of_linux(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    monkeypatch.setenv("PYTHONPATH", "lib")
    told = Prefix(tmp_path).environment(QT_QPA_PLATFORM="offscreen", MORE="1")
    # Wine hands over under the rest of the name what begins like this.
    assert told["WINEQT_QPA_PLATFORM"] == "offscreen"
    assert told["MORE"] == "1"
    assert not {"QT_QPA_PLATFORM", "PYTHONPATH", "DISPLAY"} & told.keys()


def test_the_registrys_values_are_read_from_what_it_exports() -> None:
    exported = (
        '@="el însuși"\r\n"Cale"="C:\\\\Primăria \\"Ț\\""\r\n"Număr"=dword:00000102\r\n'
        '"Variabil"=hex(2):25,00,41,00,\\\r\n  25,00,00,00\r\n"Octeți"=hex:01,02\r\n'
    )
    assert _exported_values(exported) == {
        "": "el însuși",
        "cale": 'C:\\Primăria "Ț"',
        "număr": 258,
        "variabil": "%A%",
        "octeți": "01,02",
    }
