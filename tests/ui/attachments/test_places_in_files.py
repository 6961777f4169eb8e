"""Which document lies where in a file: pointed to, typed, opened at its page, forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.attachments import Spot
from app.route import Page
from tests.ui.attachments.files import pdf
from tests.ui.attachments.viewing import attach, shown
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, part
from ui.attachments.viewer import AttachmentViewer
from ui.kit.choice_fields import ComboBox
from ui.kit.reference_button import ReferenceButton
from ui.review.case_view import CaseView
from ui.review.pdf_view import PdfView


def test_a_document_is_pointed_to_the_page_in_sight(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf(5)), 3)
    shown(driven, view)
    choice = part(view, "viewer/document", ComboBox)
    choice.setCurrentIndex(choice.findData("E2"))
    click(view, "viewer/point")
    assert view.desk.record.spots == {"E2": Spot("A1", 3)}
    reference = part(view, "viewer/spot/E2", ReferenceButton)
    part(view, "viewer/view", PdfView).show_page(0)
    reference.click()
    assert part(view, "viewer/view", PdfView).page() == 2
    view.desk.undo()
    assert view.desk.record.spots == {}


def test_the_chip_of_an_answer_opens_the_file_at_its_page(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    attach(view, pdf(5))
    view.desk.locate("E1", Spot("A1", 4))
    driven.settle()
    chip = part(view, "cd22_positive/shown/E1", ReferenceButton)
    assert "A1, page 4" in chip.accessibleDescription()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert shown(driven, view).page() == 3
    QTest.keySequence(view, "Esc")
    assert QApplication.focusWidget() is chip


def test_where_a_document_lies_is_typed_on_the_request_page(driven: Driven, view: CaseView) -> None:
    attach(view, pdf(5))
    driven.settle()
    click(view, "documents/E1/locate")
    choice = part(view, "documents/E1/spot/file", ComboBox)
    choice.setCurrentIndex(choice.findData("A1"))
    choice.activated.emit(choice.currentIndex())
    page = part(view, "documents/E1/spot/page", QWidget)
    QTest.keyClicks(page, "0")
    click(view, "documents/E1/spot/save")
    assert view.desk.record.spots == {}
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    QTest.keyClicks(page, "2")
    click(view, "documents/E1/spot/save")
    assert view.desk.record.spots == {"E1": Spot("A1", 2)}
    driven.settle()
    click(view, "documents/E1/file")
    assert shown(driven, view).page() == 1


def test_taking_a_file_off_closes_it_and_forgets_what_lay_in_it(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf()))
    shown(driven, view)
    view.desk.locate("E1", Spot("A1", 1))
    view.desk.detach("A1")
    assert view.stack.isVisible()
    assert view.desk.record.spots == {}
    assert part(view, "viewer/view", PdfView).page_count() == 0


def test_leaving_for_a_step_closes_the_file(driven: Driven, view: CaseView) -> None:
    view.show_attachment(attach(view, pdf()))
    shown(driven, view)
    view.show_page(Page.CRITERIA)
    assert view.stack.isVisible()
    assert not part(view, "viewer", AttachmentViewer).isVisible()
