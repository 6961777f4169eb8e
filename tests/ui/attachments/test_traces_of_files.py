"""What a look at a file leaves: a record, a copy where a person wants one, and nothing else."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import case_attachments
from app.attachments import FileType
from app.casebook import Casebook
from app.desk import open_case
from app.route import Page
from tests.ui.attachments.files import pdf, picture
from tests.ui.attachments.viewing import attach, label, shown
from tests.ui.review.driven import Driven, click
from tests.ui.shell import Shell
from ui.attachments import copies
from ui.review.case_view import CaseView
from ui.review.pdf_view import PdfView
from ui.window import Window


def test_looking_at_a_file_is_recorded(driven: Driven, view: CaseView) -> None:
    name = attach(view, pdf())
    for _ in range(2):
        view.show_attachment(name)
        shown(driven, view)
        view.close_attachment()
    events = view.desk.session.casebook.events.about(view.desk.case.case_id)
    assert [event.action for event in events].count("opened an attachment") == 1


def test_nothing_of_a_file_is_left_when_the_casebook_is_locked(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf()))
    pages = shown(driven, view)
    view.desk.session.locked.emit()
    assert pages.page_count() == 0
    assert len(pages._pictures) == 0
    assert label(view, "viewer/title") == ""
    assert pages.accessibleDescription() == ""


def test_no_file_appears_outside_the_casebook_while_one_is_shown(
    driven: Driven, view: CaseView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(temporary))
    view.show_attachment(attach(view, pdf(5, noise=50)))
    shown(driven, view)
    view.show_attachment(attach(view, picture("tiff"), "fax.tiff"))
    shown(driven, view)
    assert list(temporary.rglob("*")) == []
    inside = [path for path in driven.home.rglob("*") if path.is_file()]
    assert all(b"Invented report" not in path.read_bytes() for path in inside)


def test_a_copy_is_written_where_a_person_says_and_recorded(
    view: CaseView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, driven: Driven
) -> None:
    name = attach(view, pdf())
    driven.settle()
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(copies, "ask_where", lambda _parent, _attachment: target)
    click(view, "attachments/A1/copy")
    assert target.read_bytes() == pdf()
    assert label(view, "attachments/note/text").startswith(f"Saved as {target}. Anybody who gets this file")
    events = view.desk.session.casebook.events.about(view.desk.case.case_id)
    assert "saved an attachment as a file" in [event.action for event in events]
    assert name == "A1"


def test_a_copy_that_cannot_be_written_is_said(view: CaseView, tmp_path: Path) -> None:
    name = attach(view, pdf())
    attachment = case_attachments.attachment_of(view.desk.record, name)
    said = copies.save_copy(view.desk, attachment, tmp_path / "nowhere" / "copy.pdf")
    assert "cannot be written" in said


def test_the_lock_leaves_nothing_of_an_open_file(opened: Shell, qtbot: QtBot) -> None:
    case_id = opened.add("01")
    with opened.other() as book:
        case = open_case(book, case_id)
        case.files.attach(book.attachments.keep(io.BytesIO(pdf(4))), "fax.pdf", FileType.PDF)
    window = opened.window
    window.show_case(open_case(opened_book(window), case_id), Page.REQUEST)
    frame = window.case
    assert frame is not None
    frame.view.show_attachment("A1", 2)
    pages = window.findChild(PdfView, "viewer/view")
    assert pages is not None
    qtbot.waitUntil(pages.is_drawn, timeout=20_000)
    opened.ctrl(Qt.Key.Key_L)
    Driven.settle()
    assert window.findChild(QWidget, "case_frame") is None
    assert window.findChild(PdfView, "viewer/view") is None
    assert "fax.pdf" not in opened.texts()


def opened_book(window: Window) -> Casebook:
    assert window.session is not None
    return window.session.casebook
