"""Interrupted work goes on where it was: after a lock, and after the process was killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.casebook import Casebook
from app.desk import open_case
from app.route import Page
from tests.ui.shell import PHYSICIAN, REVIEWER, Shell
from ui.review.case_view import CaseView
from ui.review.draft import Choice

ROOT = Path(__file__).parents[2]


def killed_while_typing(home: Path, case_id: str, page: str, field: str, text: str, *opener: str) -> None:
    """Type in another process until the words are kept, then kill it."""
    module = "tests.ui.unfinished_process"
    command = [sys.executable, "-m", module, str(home), case_id, page, field, *opener]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{text}\n")
        process.stdin.flush()
        assert process.stdout.readline() == "kept\n"
        process.kill()


def view(shell: Shell) -> CaseView:
    """The case in sight."""
    assert shell.window.case is not None
    return shell.window.case.view


def show(shell: Shell, case_id: str, page: Page) -> CaseView:
    """Open a case on a page."""
    assert shell.window.session is not None
    shell.window.show_case(open_case(shell.window.session.casebook, case_id), page)
    return view(shell)


def lock(shell: Shell) -> None:
    """Lock, and let Qt take away what is gone."""
    shell.window.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sealed_files(home: Path) -> list[Path]:
    return sorted(home.glob("unfinished-*.sealed"))


def test_what_was_typed_when_the_process_was_killed_is_back_in_its_field(shell: Shell) -> None:
    shell.create_casebook()
    case_id = shell.add("09")
    killed_while_typing(shell.home, case_id, Page.REQUEST, "member/family_name", "Nombre A Medias")
    (sealed,) = sealed_files(shell.home)
    assert b"Medias" not in sealed.read_bytes()
    shell.open()
    shell.unlock()
    assert view(shell).desk.case.case_id == case_id
    assert view(shell).stack.page().page is Page.REQUEST
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert (focused.objectName(), focused.text()) == ("member/family_name", "Nombre A Medias")
    assert view(shell).desk.record.case["member"]["family_name"] != "Nombre A Medias"  # type: ignore[index]
    assert "What you were writing is back" in view(shell).window().case.bar.text()  # type: ignore[attr-defined]
    shell.key(Qt.Key.Key_Tab)
    assert view(shell).desk.record.case["member"]["family_name"] == "Nombre A Medias"  # type: ignore[index]


def test_a_note_half_written_at_the_decision_is_back_with_its_choice(shell: Shell) -> None:
    shell.create_casebook()
    case_id = shell.add("22")
    killed_while_typing(shell.home, case_id, Page.DECISION, "decision/note", "Cycle 4 is asked")
    shell.open()
    shell.unlock()
    assert view(shell).stack.page().page is Page.DECISION
    assert view(shell).desk.draft.choice is Choice.REFER
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == "Cycle 4 is asked"


@pytest.mark.parametrize("how", ["by hand", "idle"])
def test_after_a_lock_case_page_and_focus_are_back_and_the_words_saved(opened: Shell, how: str) -> None:
    case_id = opened.add("09")
    show(opened, case_id, Page.REQUEST)
    opened.type_in("member/given_name", "Escrito")
    opened.window.lock(how)
    opened.unlock()
    assert view(opened).desk.case.case_id == case_id
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert (focused.objectName(), focused.text()) == ("member/given_name", "Escrito")
    assert view(opened).desk.record.case["member"]["given_name"] == "Escrito"  # type: ignore[index]


def test_a_new_request_of_which_nothing_is_saved_yet_is_back_with_its_words(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_N)
    opened.type_in("member/family_name", "Primera")
    assert opened.window.unfinished is not None
    opened.window.unfinished.keep()
    with opened.other() as casebook:
        kept = casebook.unfinished.kept()
    assert kept is not None
    assert (kept["case_id"], kept["typed"][0]["text"]) == ("", "Primera")


def test_who_left_the_case_comes_back_to_the_worklist(opened: Shell) -> None:
    show(opened, opened.add("09"), Page.CRITERIA)
    opened.key(Qt.Key.Key_Escape)
    lock(opened)
    opened.unlock()
    assert opened.window.case is None
    assert sealed_files(opened.home) == []


def test_after_closing_the_window_only_unsaved_words_come_back(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.unlock()
    show(shell, shell.add("09"), Page.CRITERIA)
    shell.close()
    assert sealed_files(shell.home) == []
    shell.open()
    shell.unlock()
    shown = show(shell, shell.add("22"), Page.DECISION)
    shown.desk.draft.choice = Choice.REFER
    shown.stack.refresh()
    (area,) = shown.findChildren(QPlainTextEdit, "decision/note")
    area.setFocus()
    shell.keys("half a note")
    shell.close()
    assert len(sealed_files(shell.home)) == 1


def test_another_person_sees_nothing_of_it(opened: Shell) -> None:
    show(opened, opened.add("09"), Page.REQUEST)
    opened.type_in("member/given_name", "Escrito")
    lock(opened)
    opened.unlock(PHYSICIAN)
    assert opened.window.case is None
    lock(opened)
    opened.unlock(REVIEWER)
    assert opened.window.case is not None


def test_a_damaged_file_or_a_case_that_is_gone_is_no_hindrance(opened: Shell) -> None:
    show(opened, opened.add("09"), Page.CRITERIA)
    lock(opened)
    (sealed,) = sealed_files(opened.home)
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    opened.unlock()
    assert opened.window.case is None
    with opened.other() as casebook:
        casebook.unfinished.keep({"case_id": "C-1999-0001", "page": "criteria", "typed": []})
    lock(opened)
    opened.unlock()
    assert opened.window.case is None


def test_a_passphrase_is_never_kept(opened: Shell) -> None:
    shown = show(opened, opened.add("01"), Page.DECISION)
    shown.desk.draft.choice = Choice.APPROVE
    shown.stack.refresh()
    shown.go_on()
    lines = [each for each in shown.findChildren(QLineEdit) if each.echoMode() is QLineEdit.EchoMode.Password]
    lines[0].setFocus()
    opened.keys("never to be kept")
    assert opened.window.unfinished is not None
    opened.window.unfinished.keep()
    with opened.other() as casebook:
        kept = casebook.unfinished.kept()
    assert kept is not None
    assert "never to be kept" not in str(kept)


def test_where_the_folder_cannot_be_written_only_itself_is_lost(tmp_path: Path, shell: Shell) -> None:
    shell.create_casebook()
    with shell.other() as casebook:
        store = casebook.unfinished
        assert store.keep({"page": "criteria"})
        store.path.unlink()
        store.path.mkdir()
        (store.path / "in the way").touch()
        assert not store.keep({"page": "dose"})
        assert store.kept() is None
    assert not list(tmp_path.rglob(".dictamen-*"))
    assert isinstance(casebook, Casebook)
