"""The main job by keyboard alone: from the first start to a signed letter that anyone can verify."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.casebook import Casebook, EventKind
from app.casebook.attempts import NOBODY
from app.casebook.trail import TrailEntry
from app.people import Role
from tests.ui.shell import PASSPHRASE, Shell
from tests.ui.traces import found_in
from ui.main import main
from ui.review import letter_files

NAME = "Ana Ruiz Ejemplo, RN"
MOST_TABS = 150
TYPED = (
    "María del Carmen",
    "Núñez Ejemplo",
    "M00012345",
    "Urb Las Muestras",
    "Marrow flow",
    PASSPHRASE,
)
"""What must be found nowhere afterwards but in the letter that the person saved."""


class Keyboard:
    """Hands that touch no mouse."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def tab_to(self, name: str) -> None:
        """Press Tab until the control of this name has the focus."""
        seen = []
        for _ in range(MOST_TABS):
            here = QApplication.focusWidget()
            if here is not None and here.objectName() == name:
                return
            seen.append(here.objectName() if here else "-")
            self.shell.key(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reaches {name}; it went {seen}")

    def fill(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.shell.ctrl(Qt.Key.Key_A)
        self.shell.keys(text)

    def press(self, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
        self.tab_to(name)
        self.shell.key(key)

    def pick(self, name: str, words: str) -> None:
        """Choose from a list by its first letters."""
        self.tab_to(name)
        QTest.keyClicks(self.focus(), words)

    def next_step(self) -> None:
        """Ctrl Enter: whatever the page's filled button says."""
        self.shell.ctrl(Qt.Key.Key_Return)

    def answer(self, question: str, number: int) -> None:
        """Go to a question's choices by Ctrl Down and choose by digit."""
        for _ in range(20):
            if self.focus().objectName().startswith(f"{question}/choice/"):
                break
            self.shell.ctrl(Qt.Key.Key_Down)
        else:
            pytest.fail(f"Ctrl Down never reaches {question}")
        self.shell.keys(str(number))


@pytest.fixture
def keyboard(shell: Shell) -> Keyboard:
    return Keyboard(shell)


def _titles(shell: Shell) -> list[str]:
    """The titles of the pages in sight: one."""
    labels = shell.window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.objectName().endswith("/title")]


def _first_start(shell: Shell, keyboard: Keyboard) -> None:
    window = shell.open()
    keyboard.fill("first/name", NAME)
    keyboard.press("first/role", Qt.Key.Key_Down)
    keyboard.fill("first/license", "RN-00001")
    keyboard.fill("first/passphrase", PASSPHRASE)
    keyboard.fill("first/repeated", PASSPHRASE)
    with shell.qtbot.waitSignal(window.entered):
        shell.key(Qt.Key.Key_Return)


def _fill_request(keyboard: Keyboard) -> None:
    for name, text in (
        ("request/start_date", "30-Nov-2026"),
        ("request/icd10", "C91.02"),
        ("request/doses_mg/0", "1.50"),
        ("request/doses_mg/1", "0.94"),
        ("request/doses_mg/2", "0.94"),
        ("member/given_name", "María del Carmen"),
        ("member/family_name", "Núñez Ejemplo"),
        ("member/birth_date", "02-Apr-1968"),
        ("member/member_id", "M00012345"),
        ("member/address/0", "Urb Las Muestras"),
        ("member/address/1", "1755 Calle 22 SO"),
        ("member/address/2", "San Juan PR 00921-0000"),
        ("prescriber/name", "Inés Muñiz Ejemplo, MD"),
        ("prescriber/npi", "1234567893"),
        ("measurements/height_cm", "170"),
        ("measurements/weight_kg", "75"),
        ("measurements/measured_on", "18-Nov-2026"),
    ):
        keyboard.fill(name, text)


def _answer_and_document(shell: Shell, keyboard: Keyboard) -> None:
    keyboard.answer("b_cell_all", 1)
    shell.ctrl(Qt.Key.Key_E)
    keyboard.fill("b_cell_all/new/title", "Marrow flow cytometry")
    keyboard.pick("b_cell_all/new/kind", "Path")
    keyboard.fill("b_cell_all/new/dated", "10-Nov-2026")
    keyboard.press("b_cell_all/new/add")
    keyboard.press("b_cell_all/done")
    for question, choice in (("cd22_positive", 1), ("disease_status", 1), ("regimen", 1)):
        keyboard.answer(question, choice)
        shell.ctrl(Qt.Key.Key_E)
        keyboard.press(f"{question}/evidence/E1")
        keyboard.press(f"{question}/done")


@pytest.fixture
def chosen_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Where the person says the letter goes; the system's file dialog is not ours to test."""
    path = tmp_path / "letter.pdf"

    def ask(_parent: QWidget, _name: str) -> Path:
        return path

    monkeypatch.setattr(letter_files, "ask_where", ask)
    return lambda: path


def _assert_all_is_recorded(trail: list[TrailEntry]) -> None:
    """Every save, sign, export, print, unlock and failed unlock, in its order, with person and time."""
    acts = [line.action for line in trail]
    assert {entry.actor for entry in trail} == {NAME, NOBODY}
    assert all(entry.at is not None for entry in trail)
    expected = [
        EventKind.UNLOCKED,
        EventKind.PLAN_ADDED,
        EventKind.POLICY_ADDED,
        "answered b_cell_all",
        "signed: approve",
        EventKind.LETTER_SAVED,
        EventKind.LETTER_PRINTED,
        EventKind.LOCKED,
        "failed to unlock",
    ]
    found = [act for act in dict.fromkeys(acts) if act in expected]
    assert found == expected, acts


def test_from_the_first_start_to_a_letter_that_verifies(
    shell: Shell,
    keyboard: Keyboard,
    chosen_place: Callable[[], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _first_start(shell, keyboard)
    shell.ctrl(Qt.Key.Key_N)
    _fill_request(keyboard)
    keyboard.next_step()
    assert "Criteria for initial approval" in _titles(shell)
    _answer_and_document(shell, keyboard)
    keyboard.next_step()
    assert "Dose and schedule" in _titles(shell)
    keyboard.next_step()
    assert "Decision" in _titles(shell)
    assert shell.find(QLabel, "finding/headline").text() == "All criteria met"
    keyboard.press("decision/choice/approve")  # the program recommends; the person chooses
    keyboard.next_step()
    keyboard.fill("decision/passphrase", PASSPHRASE)
    keyboard.next_step()
    shell.qtbot.waitUntil(lambda: any("etter" in title for title in _titles(shell)), timeout=20_000)
    keyboard.next_step()  # save the letter
    shell.qtbot.waitUntil(chosen_place().exists, timeout=20_000)

    monkeypatch.setattr(letter_files, "hand_to_system", lambda _path: True)
    shell.ctrl(Qt.Key.Key_P)
    shell.ctrl(Qt.Key.Key_L)
    keyboard.fill("unlock/name", NAME)
    keyboard.fill("unlock/passphrase", "not the passphrase")
    shell.key(Qt.Key.Key_Return)
    shell.entry.wait()

    pem = tmp_path / "signer.pem"
    with Casebook.unlock(shell.home, NAME, PASSPHRASE) as casebook:
        assert casebook.person.role is Role.REVIEWER
        (certificate,) = casebook.trusted()
        pem.write_text(certificate, encoding="ascii")
        copies = {row.cover["copy"] for row in casebook.worklist("letter")}
        assert casebook.verify() == []
        _assert_all_is_recorded(list(casebook.trail()))
    assert copies == {"both", "member", "prescriber"}
    assert main(["verify", str(chosen_place()), "--trust", str(pem)]) == 0
    shell.close()
    assert list(found_in(tmp_path, TYPED, besides=[chosen_place(), pem])) == []
