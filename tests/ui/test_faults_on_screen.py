"""What a person sees when the disk fails: a plain sentence, the case as it was saved, no editing in vain."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.casebook.file import FILE_NAME
from app.route import Page
from tests.ui.shell import PASSPHRASE, REVIEWER, Shell


def sign_in(shell: Shell) -> str:
    """Type name and passphrase; gives what the opening page says then, empty where it let the person in."""
    shell.type_in("unlock/name", REVIEWER.name)
    shell.type_in("unlock/passphrase", PASSPHRASE)
    shell.key(Qt.Key.Key_Return)
    shell.qtbot.waitUntil(lambda: shell.window.entry is None or "restore" in shell.texts())
    return shell.texts()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hello, I am a text file " * 400, "damaged or is not a casebook"),
        (b"SQLite format 3\0" + bytes(8176), "damaged or is not a casebook"),
    ],
)
def test_a_file_that_is_no_casebook_is_said_at_the_door(shell: Shell, content: bytes, words: str) -> None:
    shell.home.mkdir()
    (shell.home / FILE_NAME).write_bytes(content)
    shell.open()
    said = sign_in(shell)
    assert words in said
    assert "restore it from a backup" in said
    assert shell.window.session is None
    assert (shell.home / FILE_NAME).read_bytes() == content
    shell.errors()


def test_of_a_file_that_was_cut_off_the_screen_shows_what_is_left(shell: Shell) -> None:
    shell.create_casebook()
    kept = [shell.add("01"), shell.add("02"), shell.add("03")]
    whole = (shell.home / FILE_NAME).read_bytes()
    (shell.home / FILE_NAME).write_bytes(whole[:-4096])
    shell.open()
    sign_in(shell)
    assert shell.window.session is not None
    assert any("damaged" in error for error in shell.errors())
    assert set(shell.shown_rows()) <= set(kept)
    assert shell.shown_rows()


def test_a_disk_that_fills_up_is_said_in_the_case_and_the_answer_is_not_taken(shell: Shell) -> None:
    shell.create_casebook()
    case_id = shell.add("01")
    shell.open()
    shell.unlock()
    window = shell.window
    assert window.opening is not None
    assert window.session is not None
    window.opening.open_case(case_id)
    shell.qtbot.waitUntil(lambda: window.case is not None)
    assert window.case is not None
    window.case.view.show_page(Page.REQUEST)
    file = window.session.casebook._file
    ((pages,),) = file.query("PRAGMA page_count")
    file.query(f"PRAGMA max_page_count = {pages}")
    before = shell.find(QLineEdit, "member/given_name").text()
    for number in range(40):  # what is free in the last pages takes a few saves yet
        shell.type_in("member/given_name", f"Muestra {number}")
        shell.key(Qt.Key.Key_Tab)
        if shown(shell, "case/failed/text"):
            break
    said = shell.find(QLabel, "case/failed/text").text()
    assert "the disk is full" in said
    assert "what was saved before is kept" in said
    file.query("PRAGMA max_page_count = 1000000")
    shell.type_in("member/given_name", "Once more")
    shell.key(Qt.Key.Key_Tab)
    assert "until it is opened again" in shell.find(QLabel, "case/failed/text").text()
    window.lock()
    shell.errors()
    with shell.other() as casebook:
        given = casebook.get(case_id).document["case"]["member"]["given_name"]
        assert given in {before, *(f"Muestra {number}" for number in range(40))}
        assert casebook.verify() == []


def shown(shell: Shell, name: str) -> bool:
    found = [label for label in shell.window.findChildren(QLabel) if label.objectName() == name]
    return any(label.isVisible() for label in found)
