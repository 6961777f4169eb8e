"""The recovery key in the app: shown once, copied, printed, and used."""

from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.casebook import NotLetIn
from tests.ui.people.at_people import NEW, actions, press, wait_for
from tests.ui.shell import REVIEWER, Shell
from ui.people import key_cards
from ui.start.recovery_page import RecoveryPage


def shown_key(people: Shell) -> str:
    """Make a recovery key; gives it as it is shown."""
    press(people, "people/recovery/open")
    press(people, "people/recovery/submit")
    code = people.find(QLabel, "people/recovery/code")
    wait_for(people, lambda: bool(code.text()))
    return code.text().replace(" - ", "-")


def letters(text: str) -> str:
    return "".join(each for each in text if each.isascii() and (each.isalpha() or each == "-"))


@pytest.mark.parametrize("leave", ["hide", "lock", "minute"])
def test_a_copied_recovery_key_is_marked_secret_and_taken_back(people: Shell, leave: str) -> None:
    key = shown_key(people)
    press(people, "people/recovery/copy")
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == key
    assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    assert "recovery key copied" in actions(people)
    if leave == "hide":
        press(people, "people/recovery/hide")
    elif leave == "lock":
        people.ctrl(Qt.Key.Key_L)
    else:
        (timer,) = people.find(QWidget, "people/recovery").findChildren(QTimer)
        assert timer.isActive()
        assert timer.interval() == 60_000
        timer.timeout.emit()
    assert clipboard.text() == ""


def test_what_somebody_copied_after_the_key_stays(people: Shell) -> None:
    shown_key(people)
    press(people, "people/recovery/copy")
    QGuiApplication.clipboard().setText("another thing")
    press(people, "people/recovery/hide")
    assert QGuiApplication.clipboard().text() == "another thing"


def test_the_recovery_key_is_printed_from_memory(
    people: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.pdf"

    def printer(_parent: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # stands for paper
        made.setOutputFileName(str(paper))
        return made

    monkeypatch.setattr(key_cards, "ask_printer", printer)
    key = shown_key(people)
    press(people, "people/recovery/print")
    with pdfium.PdfDocument(paper) as printed:
        (page,) = printed
        text = page.get_textpage().get_text_bounded()
    # the printer's PDF names no digits; the letters tell the place of each group
    assert "".join(map(letters, key.split("-"))) in letters(text).replace("-", "")
    assert REVIEWER.name in text
    assert "recovery key printed" in actions(people)


def test_without_a_printer_it_is_said_and_nothing_recorded(
    people: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    shown_key(people)
    press(people, "people/recovery/print")
    (said,) = people.errors()
    assert "has no printer" in said
    assert "recovery key printed" not in actions(people)


def test_the_recovery_key_is_shown_once_and_lets_the_administrator_in(people: Shell) -> None:
    press(people, "people/recovery/open")
    press(people, "people/recovery/submit")
    code = people.find(QLabel, "people/recovery/code")
    wait_for(people, lambda: bool(code.text()))
    key = code.text()
    press(people, "people/recovery/hide")
    assert code.text() == ""
    people.ctrl(Qt.Key.Key_L)
    people.click("unlock/recovery")
    assert isinstance(people.window.entry, RecoveryPage)
    people.type_in("recover/key", key[:-1] + ("2" if key[-1] != "2" else "3"))
    people.type_in("recover/name", REVIEWER.name)
    people.type_in("recover/passphrase", NEW)
    people.type_in("recover/repeated", NEW)
    people.key(Qt.Key.Key_Return)
    entry = people.window.entry
    wait_for(people, lambda: "mistyped" in entry.key.error())
    people.type_in("recover/key", key.lower())
    with people.qtbot.waitSignal(people.window.entered, timeout=20_000):
        people.find(QLineEdit, "recover/repeated").setFocus()
        people.key(Qt.Key.Key_Return)
    assert key not in people.texts()
    with pytest.raises(NotLetIn):
        people.other()


def test_there_is_a_way_back_from_the_recovery_key(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.click("unlock/recovery")
    press(shell, "recover/back")
    wait_for(shell, lambda: len(shell.window.findChildren(QLineEdit, "unlock/name")) == 1)
    shell.unlock()
