"""Saving from the window: which document, its name, and the notice that tells where it is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dragapp.annex.build import annex
from dragapp.annex.printout import WHOLE, Printout, Purpose
from dragapp.formats.pdf import pdf_bytes
from dragapp.ui import files
from dragapp.ui.printout_dialog import PrintoutDialog
from dragapp.ui.saved import FOLDER, OPEN
from tests.ui.conftest import User

PUBLISH = Printout(Purpose.PUBLISH)
NAME = "Plan servicii sociale Drăgușeni 2024"


def tick(*names: str) -> Callable[[PrintoutDialog], None]:
    """Return what clicks the choices of these names."""

    def click(dialog: PrintoutDialog) -> None:
        for name in names:
            getattr(dialog, name).click()

    return click


class Saver:
    """Answers what is asked when a document is saved."""

    def __init__(self, user: User, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.user, self.folder = user, folder
        self.proposed: list[str] = []
        self.shown: list[PrintoutDialog] = []
        self.choose = tick()
        self.accept = True
        patch.setattr(PrintoutDialog, "exec", lambda dialog: self._answer(dialog))
        patch.setattr(QFileDialog, "getSaveFileName", self._save)

    def _answer(self, dialog: PrintoutDialog) -> QDialog.DialogCode:
        self.shown.append(dialog)
        self.choose(dialog)
        return QDialog.DialogCode.Accepted if self.accept else QDialog.DialogCode.Rejected

    def _save(self, _: object, title: str, proposed: str, kinds: str) -> tuple[str, str]:
        assert title == "Salvează"
        self.proposed.append(Path(proposed).name)
        return str(self.folder / Path(proposed).name), kinds

    def made(self, command: str = "pdf") -> bytes:
        self.user.do(command)
        return (self.folder / self.proposed[-1]).read_bytes()

    @property
    def dialog(self) -> PrintoutDialog:
        return self.shown[-1]


@pytest.fixture
def saver(draguseni: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Saver:
    folder = tmp_path / "acte, anexe"
    folder.mkdir()
    return Saver(draguseni, folder, monkeypatch)


def expected(user: User, printout: Printout) -> bytes:
    return pdf_bytes(annex(user.plan, printout))


def test_enter_saves_the_annex_to_be_signed(saver: Saver) -> None:
    assert saver.made() == expected(saver.user, WHOLE)
    assert saver.proposed == [f"{NAME}.pdf"]


@pytest.mark.parametrize(
    ("choose", "printout", "name"),
    [
        (["publish"], PUBLISH, "de publicat"),
        (["draft"], Printout(draft=True), "proiect"),
        (
            ["draft", "publish"],
            Printout(Purpose.PUBLISH, draft=True),
            "de publicat, proiect",
        ),
        (
            ["publish", "section"],
            Printout(section="existing-services"),
            "extras I.A",
        ),
        (
            ["section", "draft"],
            Printout(section="existing-services", draft=True),
            "extras I.A, proiect",
        ),
    ],
)
def test_the_chosen_document_is_saved_under_its_name(
    saver: Saver, choose: list[str], printout: Printout, name: str
) -> None:
    saver.user.go("existing-services")
    saver.choose = tick(*choose)
    assert saver.made() == expected(saver.user, printout)
    assert saver.proposed == [f"{NAME} – {name}.pdf"]


def test_the_section_that_is_looked_at_is_named(saver: Saver) -> None:
    user = saver.user
    texts = {
        "existing-services": "&numai punctul ales: „I.A Servicii existente”",
        "chapter-1": "&numai punctul ales: „Capitolul I”",
        "objectives-matrix": "&numai punctul ales: „Obiective”",
    }
    for section, text in texts.items():
        user.go(section)
        user.do("pdf")
        assert saver.dialog.section.text() == text
        assert saver.dialog.section.isEnabled()
        assert not saver.dialog.section.isChecked()
    for nothing in ("decision-articles", "beneficiaries"):
        user.go(nothing)
        user.do("pdf")
        assert not saver.dialog.section.isEnabled()
    user.do("printing")
    user.do("pdf")
    assert not saver.dialog.section.isEnabled()
    assert saver.dialog.section.text() == "&numai punctul ales în fereastră"


def test_a_long_name_with_an_ampersand_keeps_the_dialog_narrow(saver: Saver) -> None:
    section = saver.user.plan.section("existing-services")
    assert saver.user.window.session is not None
    with saver.user.window.session.act("nume") as edit:
        edit.set_section(section.id, name="A & B " + "foarte lung " * 40)
    saver.user.go("existing-services")
    saver.user.do("pdf")
    assert "„I.A A && B foarte lung" in saver.dialog.section.text()
    assert saver.dialog.sizeHint().width() < 700


def put_state(user: User, state: str) -> None:
    assert user.window.session is not None
    with user.window.session.act("antet") as edit:
        edit.set_annex_header(user.plan.id, state=state)


def test_the_last_choice_is_kept_for_the_plan_but_not_the_section(saver: Saver) -> None:
    put_state(saver.user, "draft")
    saver.user.go("existing-services")
    saver.choose = tick("publish", "draft")
    saver.user.do("pdf")
    saver.choose = tick("section")
    saver.user.do("pdf")
    assert saver.dialog.publish.isChecked()
    assert saver.dialog.draft.isChecked()
    saver.choose = tick()
    saver.accept = False
    saver.user.do("pdf")
    dialog = saver.dialog
    chosen = (dialog.publish.isChecked(), dialog.draft.isChecked(), dialog.section.isChecked())
    assert chosen == (True, True, False)


def test_what_was_adopted_is_a_draft_no_more(saver: Saver) -> None:
    put_state(saver.user, "draft")
    saver.choose = tick("draft")
    saver.user.do("pdf")
    put_state(saver.user, "adopted")
    saver.choose = tick()
    saver.user.do("pdf")
    assert not saver.dialog.draft.isChecked()


def test_who_gives_up_saves_nothing(saver: Saver, monkeypatch: pytest.MonkeyPatch) -> None:
    saver.accept = False
    saver.user.do("pdf")
    assert saver.proposed == []
    saver.accept = True
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for command in ("pdf", "xlsx", "json"):
        saver.user.do(command)
    assert list(saver.folder.iterdir()) == []
    assert saver.user.window.notices.text("saved") == ""


def test_an_approved_plan_is_saved_as_it_was_approved(
    saver: Saver, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = saver.user
    monkeypatch.setattr("dragapp.ui.dialogs.ask", lambda *_: True)
    user.do("approve")
    session = user.window.session
    assert session is not None
    kept = session.dossier.approved_annex(user.plan.id)
    # The kept annex is given out as it is, whatever the program would make of the plan today.
    monkeypatch.setattr(type(session.dossier), "approved_annex", lambda *_: kept + b"%")
    assert saver.made() == kept + b"%"
    assert saver.proposed == [f"{NAME} – aprobat.pdf"]
    assert saver.dialog.sign.text() == "&aprobată"
    assert saver.dialog.draft.isHidden()
    user.go("existing-services")
    saver.choose = tick("publish")
    assert saver.made() == expected(user, PUBLISH)
    saver.choose = tick("section")
    assert saver.made() == expected(user, Printout(section="existing-services"))


def test_a_modification_says_so_in_its_name(saver: Saver) -> None:
    plan = saver.user.plan
    plan.revision, plan.institution.name = 2, 'Comuna "Țara / de Jos"'
    name = "Plan servicii sociale Comuna Țara de Jos 2024, modificarea 2"
    assert " ".join(files.plan_name(plan, "").split()) == name
    plan.institution.name = "Sat " * 60
    assert files.plan_name(plan, "extras I.A").endswith(" – extras I.A")


def test_the_dialog_by_keys_alone(draguseni: User, qtbot: QtBot) -> None:
    dialog = PrintoutDialog(draguseni.window, "Tipărește…", WHOLE, None, approved=False)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.sign)
    assert dialog.windowTitle() == "Tipărește"
    draguseni.press(Qt.Key.Key_Down)
    draguseni.press(Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.printout() == PUBLISH
    texts = [each.text() for each in dialog.findChildren(QPushButton)]
    assert texts == ["Tipărește…", "Renunță"]
    dialog.deleteLater()


def test_every_choice_says_what_it_is(draguseni: User) -> None:
    dialog = PrintoutDialog(draguseni.window, "Salvează PDF…", WHOLE, None, approved=False)
    hints = [each.text() for each in dialog.findChildren(QLabel) if each.objectName() == "advice"]
    for button in (dialog.sign, dialog.publish):
        assert button.accessibleDescription() in hints
    assert dialog.section.toolTip()
    dialog.deleteLater()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to show."""
    shown: list[str] = []

    def show(url: object) -> bool:
        shown.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", show)
    # Windows' Explorer is asked in its own way, see below.
    monkeypatch.setattr(sys, "platform", "linux")
    return shown


@pytest.mark.parametrize("command", ["pdf", "xlsx", "json"])
def test_the_notice_opens_the_file_and_its_folder(
    saver: Saver, command: str, opened: list[str]
) -> None:
    notices = saver.user.window.notices
    saver.made(command)
    path = saver.folder / saver.proposed[-1]
    assert opened == []
    assert notices.text("saved") == f"Salvat: {path}"
    notices.press("saved", OPEN)
    assert [Path(each) for each in opened] == [path]
    assert notices.text("saved") == ""
    saver.made(command)
    notices.press("saved", FOLDER)
    assert [Path(each) for each in opened[1:]] == [path.parent]


@pytest.mark.parametrize(("key", "shown"), [(Qt.Key.Key_D, f"{NAME}.json"), (Qt.Key.Key_O, ".")])
def test_the_notice_by_keys_alone(
    saver: Saver, opened: list[str], qtbot: QtBot, key: Qt.Key, shown: str
) -> None:
    saver.made("json")
    saver.user.press(key, Qt.KeyboardModifier.AltModifier)
    # The button is shown pressed for a moment.
    qtbot.waitUntil(lambda: [Path(each) for each in opened] == [saver.folder / shown])


def test_the_notice_goes_with_the_dossier(saver: Saver) -> None:
    saver.made("json")
    saver.user.window.close_dossier()
    assert saver.user.window.notices.text("saved") == ""


def test_explorer_is_told_to_select_the_file(saver: Saver, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(subprocess, "Popen", started.append)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", "WINDOWS")
    saver.made("json")
    saver.user.window.notices.press("saved", FOLDER)
    path = saver.folder / saver.proposed[-1]
    # A comma in an unquoted path would end it for Explorer.
    assert "," in str(path)
    explorer = Path("WINDOWS") / "explorer.exe"
    assert started == [f'"{explorer}" /select,"{path}"']


def test_a_file_that_went_away_is_told(saver: Saver, opened: list[str]) -> None:
    notices = saver.user.window.notices
    for offer in (OPEN, FOLDER):
        saver.made("json")
        path = saver.folder / saver.proposed[-1]
        path.unlink()
        saver.folder.rmdir()
        notices.press("saved", offer)
        assert f"„{path.name}” nu mai este acolo" in notices.text("saved")
        saver.folder.mkdir()
    assert opened == []


def test_a_file_that_no_program_opens_is_told(
    saver: Saver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _: False)
    saver.made("json")
    saver.user.window.notices.press("saved", OPEN)
    told = saver.user.window.notices.text("saved")
    assert "nu este niciun program care deschide fișiere .json" in told


def test_damaged_arms_are_told_and_leave_no_file(
    saver: Saver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragapp.plan.printing import in_base64

    session = saver.user.window.session
    assert session is not None
    with session.act("stemă") as edit:
        edit.set_printing(saver.user.plan.id, arms=in_base64(b"\x89PNG\r\n\x1a\n stricat"))
    said: list[str] = []

    def give_up(*words: object) -> bool:
        said.append(str(words[2]))
        return False

    monkeypatch.setattr("dragapp.ui.dialogs.ask_retry", give_up)
    saver.user.do("pdf")
    assert "din cauza stemei" in said[0]
    assert list(saver.folder.iterdir()) == []
