"""Quality assurance presses whatever the app offers, on every page, and nothing of the casebook changes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from app.casebook import Casebook
from app.casebook.trail import TrailEntry
from app.people import Person, Role
from tests.ui.shell import PASSPHRASE, PHYSICIAN, Shell

QUALITY = Person("Pía Control Ejemplo", Role.QA, "QA-00004")
PLACES = ("worklist", "decided", "audit", "people", "exchange", "retention", "settings")
LEAVES = ("lock", "restore")
"""Parts of the names of buttons that end the sitting."""

REFUSALS = {"Quality assurance reads cases and does not change them."}

READING = {
    "opened the case",
    "opened an earlier revision",
    "read the history",
    "checked the casebook",
    "unlocked",
    "locked",
    "plan file added",
    "policy file added",
    "shelf recorded",
}


@pytest.fixture
def reading(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> str:
    """Quality assurance has signed in to a casebook with one case, in which a site is entered; its number."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_words: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    shell.create_casebook()
    with shell.other() as book:
        book.add_person(QUALITY, PASSPHRASE)
        book.sites.name("Norte")
    case_id = shell.add("01")
    shell.open()
    shell.unlock(QUALITY)
    return case_id


def press_all(shell: Shell) -> list[str]:
    """Press every button in sight that can be pressed, once each; gives their names."""
    pressed: list[str] = []
    for name in _offered(shell):
        found = [each for each in shell.window.findChildren(QAbstractButton) if each.objectName() == name]
        if found and found[0].isVisible() and found[0].isEnabled():
            found[0].click()
            pressed.append(name)
            _settle()
    return pressed


def _offered(shell: Shell) -> Iterator[str]:
    buttons = shell.window.findChildren(QAbstractButton)
    names = [each.objectName() for each in buttons if each.isVisible() and each.isEnabled()]
    return iter([name for name in names if name and not any(word in name for word in LEAVES)])


def _settle() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def acts(casebook: Casebook) -> list[TrailEntry]:
    return [line for line in casebook.trail() if line.actor == QUALITY.name]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.usefixtures("reading")
def test_the_places_offer_it_nothing_that_changes_anything(shell: Shell, place: str) -> None:
    shell.places.show_place(place)
    _settle()
    assert press_all(shell)
    shell.places.finish()
    assert set(shell.errors()) <= REFUSALS
    with shell.other() as casebook:
        assert {line.action for line in acts(casebook)} <= READING


def test_the_case_and_its_history_offer_it_nothing_that_changes_anything(shell: Shell, reading: str) -> None:
    with shell.other() as casebook:
        before = casebook.get(reading)
    for page in ("request", "criteria", "dose", "decision"):
        shell.window.opening.open_case(reading)  # type: ignore[union-attr]  # it is unlocked
        assert press_all(shell), page
        while shell.window.over:
            shell.window.over[-1].close_case()
    shell.window.show_history(reading)
    assert press_all(shell)
    with shell.other(PHYSICIAN) as casebook:
        assert casebook.get(reading) == before
        assert {line.action for line in acts(casebook)} <= READING
    assert set(shell.errors()) <= REFUSALS
