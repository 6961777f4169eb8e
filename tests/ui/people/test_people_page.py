"""People and keys in the app: what each changes about themselves, what an administrator does, new keys."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from app.casebook import Casebook, NotLetIn
from app.people import Role
from tests.ui.people.at_people import NEW, choose, is_locked, page, press, wait_for
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell


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


def test_a_key_that_somebody_else_replaced_locks_and_says_so(opened: Shell) -> None:
    with opened.other() as book:
        book.rekey.run()
    with opened.qtbot.waitSignal(opened.window.locked, timeout=20_000):
        opened.places.cases.refresh()
    assert opened.entry.bar.text() == "The casebook got a new key since you signed in; sign in again."
    assert opened.errors() == []


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
