"""Printing from the window: what is asked, what speaks against it, what is told when it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from dragapp.annex.build import annex
from dragapp.annex.printout import Printout, Purpose
from dragapp.errors import Cancelled, PrintError
from dragapp.formats.pdf import pdf_bytes
from dragapp.progress import Progress
from dragapp.ui import dialogs, paper, print_job, progress_dialog
from dragapp.ui.paper import page_count
from dragapp.ui.printout_dialog import PrintoutDialog
from tests.ui.conftest import User

SIZE = QPageSize.PageSizeId


class Desk:
    """A printer, and a user who answers what is asked on the way to it."""

    def __init__(self, user: User, target: Path, patch: pytest.MonkeyPatch) -> None:
        self.user, self.target = user, target
        self.name = "HP LaserJet"
        #: What is set in the system's dialog each time it is shown; None where the user gives up.
        self.settings: list[Callable[[QPrinter], object] | None] = [lambda _: None]
        self.shown = 0
        self.look: Callable[[QPrintDialog], None] = lambda _: None
        self.sent: list[bytes] = []
        self.titles: list[str] = []
        #: The questions, and the buttons that answer them in turn.
        self.asked: list[str] = []
        self.answers: list[str] = []
        self.choose: Callable[[PrintoutDialog], object] = lambda _: None
        patch.setattr(print_job, "has_printer", lambda: True)
        patch.setattr(PrintoutDialog, "exec", lambda dialog: self._choose(dialog))
        patch.setattr(QPrintDialog, "exec", lambda dialog: self._set(dialog))
        patch.setattr(QPrinter, "printerName", lambda _: self.name)
        patch.setattr(QMessageBox, "exec", lambda box: self._answer(box, patch))
        patch.setattr(paper, "DENSEST", 40)
        send = paper.send

        def note(printer: QPrinter, pdf: bytes, progress: Progress) -> int:
            self.sent.append(pdf)
            self.titles.append(printer.docName())
            return send(printer, pdf, progress)

        patch.setattr(print_job, "send", note)

    def _choose(self, dialog: PrintoutDialog) -> QDialog.DialogCode:
        self.choose(dialog)
        return QDialog.DialogCode.Accepted

    def _set(self, dialog: QPrintDialog) -> QDialog.DialogCode:
        self.shown += 1
        self.look(dialog)
        change = self.settings.pop(0)
        if change is None:
            return QDialog.DialogCode.Rejected
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        change(printer)
        return QDialog.DialogCode.Accepted

    def _answer(self, box: QMessageBox, patch: pytest.MonkeyPatch) -> int:
        self.asked.append(box.text())
        wanted = self.answers.pop(0)
        button = next(each for each in box.buttons() if each.text() == wanted)
        patch.setattr(box, "clickedButton", lambda: button)
        return 0

    def print(self) -> None:
        self.user.do("print")

    @property
    def pages(self) -> int:
        return page_count(self.target.read_bytes()) if self.target.exists() else 0


@pytest.fixture
def desk(draguseni: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(draguseni, tmp_path / "hârtie.pdf", monkeypatch)


def test_the_annex_is_printed(desk: Desk) -> None:
    desk.print()
    assert desk.sent == [pdf_bytes(annex(desk.user.plan))]
    assert desk.pages == page_count(desk.sent[0]) == 7
    assert desk.titles == ["Plan servicii sociale Drăgușeni 2024"]
    assert desk.asked == []
    told = desk.user.window.statusBar().currentMessage()
    assert told == "7 pagini trimise la HP LaserJet"


def test_what_is_typed_is_printed(desk: Desk) -> None:
    table = desk.user.table("objectives-matrix")
    table.view.setCurrentIndex(table.model.index(0, 9))
    desk.user.type("trimestrul IV")
    desk.print()
    assert desk.user.stored() == desk.user.plan
    assert desk.sent == [pdf_bytes(annex(desk.user.stored()))]


def test_the_dialog_knows_the_pages_and_prints_all(desk: Desk) -> None:
    def look(dialog: QPrintDialog) -> None:
        looked.append(True)
        assert (dialog.minPage(), dialog.maxPage()) == (1, 7)
        assert (dialog.fromPage(), dialog.toPage()) == (1, 7)
        assert dialog.printRange() == QAbstractPrintDialog.PrintRange.AllPages
        # A file of pictures is not what „Salvează PDF” makes.
        assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)

    looked: list[bool] = []
    desk.look = look
    desk.print()
    assert looked == [True]
    # Its printer is gone, which it would look at again.
    assert desk.user.window.findChildren(QPrintDialog) == []
    assert desk.pages == 7


def test_another_document_and_some_of_its_pages(desk: Desk) -> None:
    desk.user.go("objectives-matrix")
    desk.choose = lambda dialog: dialog.publish.click()
    desk.settings = [lambda printer: printer.setFromTo(2, 3)]
    desk.print()
    assert desk.sent == [pdf_bytes(annex(desk.user.plan, Printout(Purpose.PUBLISH)))]
    assert desk.pages == 2
    assert desk.titles == ["Plan servicii sociale Drăgușeni 2024 – de publicat"]


def test_an_approved_plan_is_printed_as_it_was_approved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.user.window.session
    assert session is not None
    kept = pdf_bytes(annex(desk.user.plan, Printout(draft=True)))
    with monkeypatch.context() as patch:
        patch.setattr(dialogs, "ask", lambda *_: True)
        patch.setattr("dragapp.ui.approval.pdf_bytes", lambda *_: kept)
        desk.user.do("approve")
    desk.print()
    assert desk.sent == [kept]


def test_who_gives_up_prints_nothing(desk: Desk) -> None:
    desk.settings = [None]
    desk.print()
    assert desk.sent == []
    assert not desk.target.exists()


def test_without_a_printer_a_file_is_offered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(print_job, "has_printer", lambda: False)
    path = tmp_path / "anexa.pdf"
    monkeypatch.setattr("dragapp.ui.files.ask_export", lambda *_: path)
    desk.answers = ["Renunță", "Salvează PDF…"]
    desk.print()
    assert not path.exists()
    desk.print()
    assert page_count(path.read_bytes()) == 7
    assert "nu este instalată nicio imprimantă" in desk.asked[0]
    assert desk.shown == 0


def test_other_paper_is_told_and_can_be_changed(desk: Desk) -> None:
    def letter(printer: QPrinter) -> None:
        assert printer.pageLayout().pageSize().id() == SIZE.A4
        printer.setPageSize(QPageSize(SIZE.Letter))
        printer.setFromTo(2, 3)

    def a4(printer: QPrinter) -> None:
        # What was chosen in the dialog before is still so.
        assert (printer.fromPage(), printer.toPage()) == (2, 3)
        printer.setPageSize(QPageSize(SIZE.A4))

    desk.settings = [letter, a4]
    desk.answers = ["Alege altă hârtie"]
    desk.print()
    assert desk.pages == 2
    assert "Letter, 216 × 279 mm" in desk.asked[0]
    assert "se micșorează" in desk.asked[0]


@pytest.mark.parametrize(
    ("size", "said"), [(SIZE.A5, "A5, 148 × 210 mm"), (SIZE.A3, "rămân la mărimea lor")]
)
def test_other_paper_is_used_where_the_user_wants_it(
    desk: Desk, size: QPageSize.PageSizeId, said: str
) -> None:
    desk.settings = [lambda printer: printer.setPageSize(QPageSize(size))] * 2
    desk.answers = ["Renunță", "Tipărește oricum"]
    desk.print()
    assert desk.pages == 0
    desk.print()
    assert desk.pages == 7
    assert said in desk.asked[0]


def test_a_printer_that_makes_files_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "anexa.pdf"
    monkeypatch.setattr("dragapp.ui.files.ask_export", lambda *_: path)
    desk.name = "Microsoft Print to PDF"
    desk.settings = [lambda _: None] * 3
    desk.answers = ["Renunță", "Salvează PDF…", "Tipărește oricum"]
    desk.choose = lambda dialog: dialog.publish.click()
    desk.print()
    assert (desk.pages, path.exists()) == (0, False)
    desk.print()
    assert desk.pages == 0
    assert path.read_bytes() == pdf_bytes(annex(desk.user.plan, Printout(Purpose.PUBLISH)))
    desk.print()
    assert desk.pages == 7
    assert "„Microsoft Print to PDF” nu scoate hârtie" in desk.asked[0]


def test_a_printer_that_fails_is_told_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    send, failures = paper.send, ["Imprimanta nu răspunde."]

    def fail(printer: QPrinter, pdf: bytes, progress: Progress) -> int:
        if failures:
            raise PrintError(failures.pop())
        return send(printer, pdf, progress)

    monkeypatch.setattr(print_job, "send", fail)
    desk.settings = [lambda _: None] * 2
    desk.answers = ["Încearcă din nou"]
    desk.print()
    assert desk.asked == ["Imprimanta nu răspunde."]
    assert desk.shown == 2
    assert desk.pages == 7
    failures.append("Nici acum.")
    desk.settings, desk.answers = [lambda _: None], ["Renunță"]
    desk.print()
    assert desk.asked[1:] == ["Nici acum."]


@pytest.mark.slow
def test_a_job_can_be_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_dialog, "DELAY", 0.0)
    monkeypatch.setattr(progress_dialog, "PAUSE", 0.0)
    pressed: list[str] = []
    timer = QTimer(desk.user.window)

    def press() -> None:
        for each in QApplication.topLevelWidgets():
            buttons = each.findChildren(QPushButton) if isinstance(each, QDialog) else []
            if desk.sent and each.isVisible() and len(buttons) == 1:
                pressed.append(buttons[0].text())
                buttons[0].click()

    timer.timeout.connect(press)
    timer.start(0)
    desk.print()
    timer.stop()
    assert pressed[0] == "Renunță"
    assert "Ați oprit tipărirea" in desk.user.window.statusBar().currentMessage()
    assert not desk.target.exists()


def test_making_the_pages_can_be_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> bytes:
        raise Cancelled("destul")

    monkeypatch.setattr("dragapp.ui.output.pdf_bytes", stop)
    desk.print()
    assert desk.shown == 0


def test_an_annex_that_cannot_be_made_is_told(desk: Desk) -> None:
    from dragapp.plan.printing import in_base64

    session = desk.user.window.session
    assert session is not None
    with session.act("stemă") as edit:
        edit.set_printing(desk.user.plan.id, arms=in_base64(b"\x89PNG\r\n\x1a\n stricat"))
    desk.answers = ["Închide"]
    desk.print()
    assert "stemei" in desk.asked[0]
    assert desk.shown == 0
