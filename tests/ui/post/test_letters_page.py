"""The letters of a day saved from the app, with progress, stopped at once; the test page."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from app.desk import open_case
from app.late_letters import late_letters
from reports.issue import issue
from tests.ui.shell import PASSPHRASE, Shell
from ui.commands.post import signed_copies
from ui.post.letters_page import LettersPage
from ui.review.post_card import PostCard


@pytest.fixture
def page(opened: Shell) -> LettersPage:
    """A letter signed today, and the page."""
    session = opened.window.session
    assert session is not None
    case = open_case(session.casebook, opened.add("01"))
    document = {**case.record.case, "case_id": case.case_id}
    identity, at = session.casebook.identity(PASSPHRASE), session.now()
    made = issue(document, None, identity, at=at, witness=case.witness, with_copies=True)
    *copies, itself = signed_copies(made)
    case.keep_letter(made.determination, made.letter_number, itself.language, itself.pdf, itself.copy, copies)
    opened.places.show_place("settings")
    opened.click("settings/letters/open")
    found = opened.window.findChildren(LettersPage)[0]
    found.day.field.set_value(made.determination.at.date())
    return found


def ended(shell: Shell, page: LettersPage) -> None:
    shell.qtbot.waitUntil(lambda: not page.day.busy, timeout=20_000)


def test_the_letters_of_a_day_are_saved(
    opened: Shell, page: LettersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    opened.click("letters/save")
    ended(opened, page)
    (folder,) = tmp_path.glob("letters-*")
    assert (folder / "list.pdf").is_file()
    assert len(list(folder.glob("D-*.pdf"))) >= 2
    assert str(folder) in page.day.done.text()
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    opened.click("letters/open")
    assert shown == [str(folder)]


def test_stopped_it_leaves_nothing(
    opened: Shell, page: LettersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reports.batch  # noqa: PLC0415  # it is what the worker loads

    plain = reports.batch.export_day

    def stop_first(*args: object, tell: Callable[[int], None], **more: object) -> object:
        page.day._stop()
        return plain(*args, tell=tell, **more)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(reports.batch, "export_day", stop_first)
    page.day.save(tmp_path)
    ended(opened, page)
    assert not list(tmp_path.glob("*letters*"))
    assert not list(tmp_path.glob(".dictamen*"))
    assert "Nothing was saved" in opened.places.bar.text()


def test_a_day_without_letters_is_told(opened: Shell, page: LettersPage, tmp_path: Path) -> None:
    day = page.day.field.value()
    assert day is not None
    page.day.field.set_value(day - timedelta(days=400))
    page.day.save(tmp_path)
    ended(opened, page)
    assert any("o letter is dated" in error for error in opened.errors())


def test_a_letter_that_did_not_go_out_is_told_and_leads_to_its_case(
    opened: Shell, page: LettersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.qtbot.waitUntil(lambda: not page.late.busy, timeout=20_000)
    assert page.late.words.text() == "No signed letter of the last 30 days waits for a new date."
    session = opened.window.session
    assert session is not None
    tomorrow = session.now() + timedelta(days=1)
    monkeypatch.setattr(session, "now", lambda: tomorrow)
    page.late.look()
    opened.qtbot.waitUntil(lambda: not page.late.busy, timeout=20_000)
    assert page.late.words.text() == "1 signed letter did not go out on its day. Open it, and date it anew."
    (late,) = late_letters(session.casebook, tomorrow)
    opened.click(f"letters/late/{late.number}")
    opened.qtbot.waitUntil(lambda: bool(opened.window.findChildren(PostCard)), timeout=20_000)


def test_the_test_page_is_saved_and_handed_to_the_system(
    opened: Shell, page: LettersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, handed = tmp_path / "page.pdf", list[QUrl]()

    def hand(url: QUrl) -> bool:
        handed.append(url)
        return True

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", hand)
    page.window_test.right.line.setText("3")
    opened.find(QAbstractButton, "letters/test_page").click()
    assert out.read_bytes().startswith(b"%PDF-")
    assert [url.toLocalFile() for url in handed] == [str(out)]
    page.window_test.right.line.setText("300")
    opened.find(QAbstractButton, "letters/test_page").click()
    assert any("millimetres" in error for error in opened.errors())
