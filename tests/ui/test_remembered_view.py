"""What the window remembers by itself: where it was, how large, and what was opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from dragapp.dossier.dossier import Dossier
from dragapp.examples import example
from dragapp.plan.plan import Plan
from dragapp.ui import last_place, recent, settings, submenus
from dragapp.ui.main_window import MainWindow
from tests.ui.conftest import User


def opened(user: User) -> Path:
    """Return the path of the open dossier."""
    assert user.window.session is not None
    return user.window.session.dossier.path


def test_the_last_tab_section_and_row_are_come_back_to(piatra_neamt: User) -> None:
    window, path = piatra_neamt.window, opened(piatra_neamt)
    table = piatra_neamt.table("existing-services")
    table.view.setCurrentIndex(table.model.index(1, 2))
    there = table.place()
    window.close_dossier()
    # It is the same dossier under another name.
    moved = path.rename(path.with_name("Altundeva.dosar"))
    window.open_dossier(moved)
    piatra_neamt.settle()
    assert window.tabs is not None
    here = window.tabs.here()
    assert (here.section, here.node, here.column) == ("existing-services", *there)


def test_a_place_that_is_gone_leaves_the_plan_open(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path = piatra_neamt.window, opened(piatra_neamt)
    window.close_dossier()
    with Dossier.open(path) as dossier:
        identity, plan = dossier.identity, dossier.find()
    settings.keep_texts(f"place/{identity}/{plan}", ["", "no-such-section", "nobody", "nothing"])
    window.open_dossier(path)
    piatra_neamt.settle()
    assert window.tabs is not None
    assert window.tabs.currentIndex() == 0
    settings.keep_texts(f"place/{identity}/{plan}", ["one", "two"])
    assert last_place.kept(identity, plan) is None


def test_the_list_of_sections_keeps_its_width_in_every_chapter(
    use: Callable[[Plan], User],
) -> None:
    user = use(example("draguseni-2024"))
    user.go("objectives-matrix")
    chapter = user.window.tabs.chapter() if user.window.tabs else None
    assert chapter is not None
    chapter.split.moveSplitter(330, 1)
    user.go("narrative")
    other = user.window.tabs.chapter() if user.window.tabs else None
    assert other is not None
    assert other is not chapter
    assert abs(other.split.sizes()[0] - 330) <= 2


def test_a_table_keeps_its_share_of_the_room_beside_its_notes(piatra_neamt: User) -> None:
    editor = piatra_neamt.go("existing-services")
    editor._show_text("after", True)
    piatra_neamt.settle()
    editor.split.setSizes([0, 250, 250])
    editor._keep_room()
    shares = settings.texts(f"split/{editor._parts}")
    piatra_neamt.go("contracting")
    again = piatra_neamt.go("existing-services")
    again._show_text("after", True)
    piatra_neamt.settle()
    sizes = again.split.sizes()
    assert abs(sizes[1] / sum(sizes) - int(shares[1]) / 1000) < 0.05


def test_the_window_opens_as_it_was(draguseni: User, use: Callable[[Plan], User]) -> None:
    draguseni.window.showMaximized()
    draguseni.settle()
    draguseni.window.close()
    window = MainWindow()
    assert window.isMaximized()
    assert settings.bytes_of("bars") is not None
    window.deleteLater()


def test_recent_dossiers_say_commune_year_and_change(draguseni: User) -> None:
    window, path = draguseni.window, opened(draguseni)
    os.utime(path, (0, 1_800_000_000))
    settings.remember(path.with_name("Pe stick.dosar"))
    settings.keep_title(path.with_name("Pe stick.dosar"), "Valea Mică, 2023")
    gone, here = recent.recent()[:2]
    assert (gone.name, gone.changed) == ("Valea Mică, 2023", None)
    assert here.name == "Drăgușeni, 2024"
    window.close_dossier()
    shown = window.welcome.list.item(0).text()
    assert shown.startswith("Valea Mică, 2023\nnu mai este la locul lui")
    window.welcome.list.setFocus()
    window.welcome.list.setCurrentRow(0)
    QTest.keyClick(window.welcome.list, Qt.Key.Key_Delete)
    assert [each.path for each in recent.recent()] == [path.resolve()]
    assert path.exists()


def test_the_menu_of_recent_dossiers_greys_and_drops_those_that_are_gone(
    draguseni: User,
) -> None:
    path = opened(draguseni)
    settings.remember(path.with_name("Lipsă.dosar"))
    menu = QMenu()
    submenus.fill_recent(menu, lambda _: None)
    actions: list[QAction] = menu.actions()
    assert [action.isEnabled() for action in actions] == [False, True, True, True]
    actions[-1].trigger()
    assert [each.path for each in recent.recent()] == [path.resolve()]


def test_folders_are_kept_by_use_and_passed_over_when_gone(tmp_path: Path) -> None:
    dossiers, pictures = tmp_path / "Dosare", tmp_path / "Imagini"
    dossiers.mkdir()
    pictures.mkdir()
    settings.keep_folder(dossiers)
    assert settings.last_folder("pdf") == dossiers
    settings.keep_folder(pictures, "pdf")
    assert settings.last_folder("pdf") == pictures
    assert settings.last_folder("xlsx") == dossiers
    pictures.rmdir()
    assert settings.last_folder("pdf") == dossiers
    dossiers.rmdir()
    assert settings.last_folder("pdf") == settings.documents()


def test_a_stick_that_cannot_be_read_is_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "Plan.dosar"
    stick.touch()
    settings.remember(stick)

    stat = Path.stat

    def fails(path: Path, **how: bool) -> os.stat_result:
        if tmp_path in (path, *path.parents):
            raise OSError(5, "Input/output error")
        return stat(path, **how)

    monkeypatch.setattr(Path, "stat", fails)
    assert settings.last_folder() != tmp_path
    assert recent.recent()[0].changed is None


_NUMBERS = ("look/zoom", "split/sections", "preview/width", "split/table", "todo/shown")
_TABLES = ("widths", "order", "hidden")


@pytest.mark.slow
@pytest.mark.parametrize(
    "rubbish", ["9" * 20, "²", "-5", "", ["9" * 20] * 3, ["1"] * 300, b"\x00\xff", "/" + "x" * 5000]
)
def test_rubbish_in_the_settings_stops_nothing(
    use: Callable[[Plan], User], rubbish: object
) -> None:
    plan = example("draguseni-2024")
    keys = [
        *_NUMBERS,
        "geometry",
        "bars",
        "look/aspect",
        "preview/zoom",
        "recent",
        "open",
        "folder",
    ]
    tables = [section.key for section in plan.walk() if section.table]
    keys += [f"{what}/{plan.form_id}/{key}" for what in _TABLES for key in tables]
    for key in keys:
        settings.store().setValue(key, rubbish)
    user = use(plan)
    for key in tables:
        user.table(key)
    user.do("todo")
    assert user.stored() == user.plan
    recent.recent()
    settings.last_folder()
