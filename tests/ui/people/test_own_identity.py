"""One's own signing identity on the people page: imported, saved as a file, made anew."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.casebook import Casebook
from app.casebook.own_identity import OwnIdentity
from app.identity import generate, open_identity, to_pkcs12
from tests.ui.people.at_people import page, press, session, wait_for
from tests.ui.shell import PASSPHRASE, REVIEWER, Shell
from ui.people.identity_words import end_warning


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
    form.own.set_value(PASSPHRASE)
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
