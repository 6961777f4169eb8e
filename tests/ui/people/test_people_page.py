"""People and keys in the app: what each changes about themselves, what an administrator does, new keys."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget

from app.casebook import Casebook, NotLetIn
from app.casebook.own_identity import OwnIdentity
from app.identity import generate, open_identity, to_pkcs12
from app.people import Role
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui.people import key_cards
from ui.people.identity_words import end_warning
from ui.people.people_page import PeoplePage
from ui.session import Session
from ui.start.recovery_page import RecoveryPage
from ui.start.unlock_page import UnlockPage

NEW = "seven blue lamps"


@pytest.fixture
def people(opened: Shell) -> Shell:
    """The reviewer, who administers, on the page."""
    opened.click("nav/people")
    return opened


def page(shell: Shell) -> PeoplePage:
    return shell.window.findChildren(PeoplePage)[0]


def session(shell: Shell) -> Session:
    assert shell.window.session is not None
    return shell.window.session


def press(shell: Shell, name: str) -> None:
    """Press a button by the keyboard, wherever the page is scrolled to."""
    button = shell.find(QAbstractButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    shell.key(Qt.Key.Key_Space)


def choose(shell: Shell, name: str, value: str) -> None:
    """Choose by keys, as a person does."""
    combo = shell.find(QComboBox, name)
    combo.setFocus()
    shell.key(Qt.Key.Key_Home)
    while combo.currentData() != value:
        before = combo.currentIndex()
        shell.key(Qt.Key.Key_Down)
        assert combo.currentIndex() != before, f"{name} has no {value}"


def wait_for(shell: Shell, said: Callable[[], bool]) -> None:
    shell.qtbot.waitUntil(said, timeout=20_000)


def is_locked(shell: Shell) -> bool:
    return isinstance(shell.window.entry, UnlockPage)


def test_a_passphrase_is_changed_with_the_keyboard_alone(people: Shell) -> None:
    people.find(QAbstractButton, "people/own/open").setFocus()
    people.key(Qt.Key.Key_Space)
    people.keys(PASSPHRASE)
    people.key(Qt.Key.Key_Tab)
    people.keys("another one")
    assert people.find(QLabel, "people/own/new/strength").text().startswith("Weak: ")
    people.keys(" lamps there")
    assert people.find(QLabel, "people/own/new/strength").text() == "Strong"
    people.key(Qt.Key.Key_Tab)
    people.keys("another one lamps there")
    people.key(Qt.Key.Key_Return)
    wait_for(people, lambda: "Your passphrase is changed" in people.places.bar.text())
    assert people.find(QLineEdit, "people/own/new").text() == ""
    Casebook.unlock(people.home, REVIEWER.name, "another one lamps there").close()


def test_a_wrong_or_guessable_passphrase_changes_nothing_and_is_said(people: Shell) -> None:
    press(people, "people/own/open")
    people.type_in("people/own/old", "not the passphrase")
    people.type_in("people/own/new", NEW)
    people.type_in("people/own/repeated", NEW)
    press(people, "people/own/submit")
    wait_for(people, lambda: "not your passphrase" in people.places.bar.text())
    assert people.errors()
    people.type_in("people/own/new", "password1")
    press(people, "people/own/submit")
    assert "guessed easily: it is built on one of the most common" in page(people).passphrase.new.error()
    Casebook.unlock(people.home, REVIEWER.name, PASSPHRASE).close()


def test_a_new_name_locks_and_lets_in_again(people: Shell) -> None:
    press(people, "people/rename/open")
    people.type_in("people/rename/name", "Ana Vega Ejemplo, RN")
    people.type_in("people/rename/passphrase", PASSPHRASE)
    with people.qtbot.waitSignal(people.window.locked, timeout=20_000):
        people.key(Qt.Key.Key_Return)
    wait_for(people, lambda: "ign in " in people.entry.bar.text())
    people.type_in("unlock/name", "Ana Vega Ejemplo, RN")
    people.type_in("unlock/passphrase", PASSPHRASE)
    with people.qtbot.waitSignal(people.window.entered):
        people.key(Qt.Key.Key_Return)


def test_a_role_is_changed(people: Shell) -> None:
    press(people, "people/role-of/open")
    choose(people, "people/role-of/who", PHYSICIAN.name)
    assert people.find(QComboBox, "people/role-of/role").currentData() == "physician"
    choose(people, "people/role-of/role", "qa")
    press(people, "people/role-of/submit")
    wait_for(people, lambda: "new role" in people.places.bar.text())
    with people.other(PHYSICIAN) as book:
        assert book.person.role is Role.QA
    assert "Quality assurance" in people.texts()


def test_the_last_administrator_stays_one(people: Shell) -> None:
    press(people, "people/role-of/open")
    choose(people, "people/role-of/who", REVIEWER.name)
    page(people).role.administers.set_value("no")
    press(people, "people/role-of/submit")
    wait_for(people, lambda: "last person who administers" in page(people).role.who.error())


def test_a_forgotten_passphrase_is_reset(people: Shell) -> None:
    press(people, "people/reset/open")
    choose(people, "people/reset/who", PHYSICIAN.name)
    people.type_in("people/reset/passphrase", NEW)
    people.type_in("people/reset/repeated", NEW)
    people.key(Qt.Key.Key_Return)
    wait_for(people, lambda: "new signing key" in people.places.bar.text())
    Casebook.unlock(people.home, PHYSICIAN.name, NEW).close()


def test_who_leaves_is_out_and_the_casebook_gets_a_new_key(people: Shell) -> None:
    press(people, "people/retire/open")
    choose(people, "people/retire/who", PHYSICIAN.name)
    with people.qtbot.waitSignal(people.window.locked, timeout=20_000):
        press(people, "people/retire/submit")
    wait_for(people, lambda: "new key" in people.entry.bar.text())
    with pytest.raises(NotLetIn):
        people.other(PHYSICIAN)
    people.unlock()
    people.click("nav/people")
    assert "Left on" in people.texts()
    with people.other() as book:
        assert book.verify() == []
        assert book._file.epoch() == 2


def test_a_new_key_that_is_stopped_changes_nothing(people: Shell) -> None:
    card = page(people).new_key
    card.begin()
    assert card.bar.isVisible()
    card.wait()  # as when the window is closed meanwhile
    wait_for(people, lambda: not card.busy or is_locked(people))
    if is_locked(people):
        return  # it was faster
    assert "nothing was changed" in people.places.bar.text()
    press(people, "people/key/start")
    wait_for(people, lambda: is_locked(people))
    people.unlock()


def test_begun_work_is_offered_to_be_finished_or_given_up(people: Shell) -> None:
    with people.other() as book, suppress(RuntimeError):

        def stop(done: int, _total: int) -> None:
            if done:
                raise RuntimeError

        book.rekey.run(stop, batch=1)
    page(people).refresh()
    assert "begun and not finished" in people.find(QLabel, "people/key/text").text()
    press(people, "people/key/undo")
    with people.other() as book:
        assert book.rekey.begun() is None


def shown_key(people: Shell) -> str:
    """Make a recovery key; gives it as it is shown."""
    press(people, "people/recovery/open")
    press(people, "people/recovery/submit")
    code = people.find(QLabel, "people/recovery/code")
    wait_for(people, lambda: bool(code.text()))
    return code.text().replace(" - ", "-")


def actions(people: Shell) -> list[str]:
    assert people.window.session is not None
    book = people.window.session.casebook
    return [
        entry.action
        for entry in book.trail(datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    ]


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


def test_a_key_that_somebody_else_replaced_locks_and_says_so(opened: Shell) -> None:
    with opened.other() as book:
        book.rekey.run()
    with opened.qtbot.waitSignal(opened.window.locked, timeout=20_000):
        opened.places.cases.refresh()
    assert opened.entry.bar.text() == "The casebook got a new key since you signed in; sign in again."
    assert opened.errors() == []


def test_there_is_a_way_back_from_the_recovery_key(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.click("unlock/recovery")
    press(shell, "recover/back")
    wait_for(shell, lambda: len(shell.window.findChildren(QLineEdit, "unlock/name")) == 1)
    shell.unlock()


def test_after_failed_attempts_the_page_counts_down(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.type_in("unlock/name", REVIEWER.name)
    for _ in range(3):
        shell.type_in("unlock/passphrase", "not the passphrase")
        shell.key(Qt.Key.Key_Return)
        wait_for(shell, lambda: not shell.entry.busy and bool(shell.errors() or shell.entry.bar.text()))
    shell.type_in("unlock/passphrase", PASSPHRASE)
    shell.key(Qt.Key.Key_Return)
    wait_for(shell, lambda: "seconds" in shell.entry.bar.text())
    assert not shell.entry.primary.isEnabled()
    shell.key(Qt.Key.Key_Return)
    assert not shell.entry.busy
    wait_for(shell, shell.entry.primary.isEnabled)
    assert shell.entry.bar.text() == ""
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.key(Qt.Key.Key_Return)


def test_an_organizations_identity_is_imported_by_keys(people: Shell, tmp_path: Path) -> None:
    source = tmp_path / "given.p12"
    source.write_bytes(to_pkcs12(generate(REVIEWER), "a sealed envelope", rounds=1000))
    press(people, "people/identity/open")
    people.keys(str(source))
    for typed in ("a sealed envelope", PASSPHRASE):
        name = "file_passphrase" if typed != PASSPHRASE else "passphrase"
        people.find(QLineEdit, f"people/identity/{name}").setFocus()
        people.keys(typed)
    people.key(Qt.Key.Key_Return)
    wait_for(people, lambda: "new identity from now on" in people.places.bar.text())
    expected = open_identity(source.read_bytes(), "a sealed envelope").certificate
    with Casebook.unlock(people.home, REVIEWER.name, PASSPHRASE) as book:
        assert book.identity(PASSPHRASE).certificate == expected


def test_a_wrong_passphrase_of_the_file_is_told_at_the_file(people: Shell, tmp_path: Path) -> None:
    source = tmp_path / "given.p12"
    source.write_bytes(to_pkcs12(generate(REVIEWER), "a sealed envelope", rounds=1000))
    press(people, "people/identity/open")
    form = page(people).identity
    form.file.set_value(str(source))
    form.of_file.set_value("another one")
    form.passphrase.set_value(PASSPHRASE)
    press(people, "people/identity/submit")
    wait_for(people, lambda: "passphrase does not open this identity" in form.file.error())


def test_the_identity_is_saved_as_a_file_that_opens(
    people: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "mine.p12"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    press(people, "people/export/open")
    form = page(people).export
    form.passphrase.set_value(PASSPHRASE)
    form.new.set_value("seven blue lamps")
    form.repeated.set_value("seven blue lamps")
    press(people, "people/export/submit")
    wait_for(people, out.exists)
    wait_for(people, lambda: "Saved as" in people.places.bar.text())
    assert open_identity(out.read_bytes(), "seven blue lamps").person.name == REVIEWER.name


def test_a_new_identity_is_made(people: Shell) -> None:
    before = session(people).casebook.identity(PASSPHRASE).certificate
    press(people, "people/renew/open")
    people.keys(PASSPHRASE)
    people.key(Qt.Key.Key_Return)
    wait_for(people, lambda: "new identity from now on" in people.places.bar.text())
    assert session(people).casebook.identity(PASSPHRASE).certificate != before


def test_who_signs_in_with_an_identity_that_ends_soon_is_told(
    people: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert end_warning(session(people)) == ""
    assert "It counts until" in page(people).identity._words.text()
    monkeypatch.setattr("app.identity.VALID_FOR", timedelta(days=30))
    OwnIdentity(session(people).casebook.staff).renew(PASSPHRASE)
    assert "ends on" in end_warning(session(people))
    page(people).refresh()
    assert "Make or import a new one in time" in page(people).identity._words.text()
    people.window.lock()
    people.unlock()
    assert "ends on" in people.places.bar.text()
