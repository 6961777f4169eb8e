"""The files of a case on the screen: attached, shown page by page, pointed to, gone at the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.attachments.files import locked_pdf, pdf, picture
from tests.ui.attachments.viewing import attach, label, shown
from tests.ui.review.driven import Driven, click, part
from ui.attachments.viewer import AttachmentViewer
from ui.review.case_view import CaseView


def test_a_pdf_file_is_shown_in_the_place_of_the_page(driven: Driven, view: CaseView) -> None:
    attach(view, pdf(7))
    driven.settle()
    button = part(view, "attachments/A1/view", QWidget)
    button.setFocus()
    click(view, "attachments/A1/view")
    pages = shown(driven, view)
    assert not view.stack.isVisible()
    assert view.banner.isVisible()
    assert label(view, "viewer/title") == "A1  fax.pdf"
    assert label(view, "viewer/page") == "Page 1 of 7"
    assert pages.hasFocus()
    assert pages.accessibleDescription() == "Invented report, page 1"
    click(view, "viewer/next")
    driven.qtbot.waitUntil(lambda: label(view, "viewer/page") == "Page 2 of 7")
    shown(driven, view)
    assert pages.accessibleName().endswith("page 2 of 7")
    driven.qtbot.waitUntil(lambda: pages.accessibleDescription() == "Invented report, page 2")
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert label(view, "viewer/page") == "Page 7 of 7"
    QTest.keyClick(pages, Qt.Key.Key_Home)
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.verticalScrollBar().value() > 0
    before = pages.verticalScrollBar().maximum()
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.verticalScrollBar().maximum() > before
    QTest.keySequence(view, "Esc")
    assert view.stack.isVisible()
    assert pages.page_count() == 0
    assert QApplication.focusWidget() is button


def test_pages_are_turned_and_keep_their_place(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf(5)), 4)
    pages = shown(driven, view)
    assert pages.page() == 3
    whole = pages.verticalScrollBar().maximum()
    click(view, "viewer/turn")
    shown(driven, view)
    assert pages.page() == 3
    assert pages.verticalScrollBar().maximum() < whole
    for _ in range(3):
        click(view, "viewer/turn")
    shown(driven, view)
    assert pages.verticalScrollBar().maximum() == whole


def test_the_page_in_sight_stays_when_the_view_changes(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf(9)), 6)
    pages = shown(driven, view)

    def tops() -> int:
        places = pages._places()
        return places.place(5).top() - pages.verticalScrollBar().value()

    before = tops()
    for size in ((1000, 700), (1600, 900), (1280, 800)):
        view.resize(*size)
        Driven.settle()
        assert abs(tops() - before) <= 2, size
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_0):
        QTest.keyClick(pages, key)
        assert abs(tops() - before) <= 12, key  # the margin does not grow


def test_a_long_file_keeps_few_pictures_in_memory(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf(40)))
    pages = shown(driven, view)
    for number in range(0, 40, 2):
        pages.show_page(number)
        shown(driven, view)
    assert len(pages._pictures) <= 10


def test_a_picture_is_shown(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, picture("png"), "photo.png"))
    assert shown(driven, view).page_count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 cut", "This PDF file is damaged"),
        (locked_pdf(), "This PDF file is protected by a password"),
    ],
)
def test_a_file_that_cannot_be_shown_is_one_plain_line(
    driven: Driven, view: CaseView, content: bytes, words: str
) -> None:
    view.show_attachment(attach(view, content))
    driven.qtbot.waitUntil(lambda: label(view, "viewer/failure/text").startswith(words), timeout=20_000)
    assert not part(view, "viewer/view", QWidget).isVisible()
    assert part(view, "viewer/copy", QWidget).isVisible()
    view.show_attachment(attach(view, pdf(), "good.pdf"))
    assert shown(driven, view).isVisible()
    assert not part(view, "viewer/failure", QWidget).isVisible()


def test_a_file_that_is_missing_or_has_no_pages_is_said_in_the_bar(view: CaseView, said: list[str]) -> None:
    name = attach(view, pdf())
    folder = view.desk.session.casebook.attachments.folder
    for path in folder.names():
        folder.remove(path)
    view.show_attachment(name)
    view.show_attachment(attach(view, b"PK\x03\x04 a table", "table.xlsx"))
    assert said == [
        "The attachment's file is missing; restore it from a backup.",
        "A2 cannot be shown here. Save a copy to open it with another program.",
    ]
    assert view.stack.isVisible()


def test_every_control_of_the_viewer_can_be_named(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf()))
    shown(driven, view)
    viewer = part(view, "viewer", AttachmentViewer)
    controls = [one for one in viewer.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [one.objectName() for one in controls if one.isVisible() and not _name(one)]
    assert nameless == []


def _name(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return interface.text(QAccessible.Text.Name) if interface else control.accessibleName()
