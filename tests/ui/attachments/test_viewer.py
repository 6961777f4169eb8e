"""The files of a case on the screen: attached, shown page by page, pointed to, gone at the lock."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import case_attachments
from app.attachments import MOST_BYTES, FileType, Spot, type_of
from app.casebook import Casebook
from app.desk import open_case
from app.route import Page
from tests.ui.attachments.files import locked_pdf, pdf, picture
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, part
from tests.ui.shell import Shell
from ui import messages
from ui.attachments import copies
from ui.attachments.attachment_card import AttachmentCard
from ui.attachments.viewer import AttachmentViewer
from ui.kit.choice_fields import ComboBox
from ui.kit.reference_button import ReferenceButton
from ui.review import work
from ui.review.case_view import CaseView
from ui.review.pdf_view import PdfView
from ui.window import Window


@pytest.fixture(autouse=True)
def _work_ends(qtbot: QtBot) -> Iterator[None]:
    """Pages that nobody waited for are drawn to their end."""
    yield
    qtbot.waitUntil(lambda: not work._running, timeout=20_000)


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What the window's bar was told."""
    heard: list[str] = []
    door = messages.door()
    door.open()
    door.said.connect(lambda _notice, text: heard.append(text))
    yield heard
    door.shut()


@pytest.fixture
def view(driven: Driven) -> CaseView:
    return driven.open(sample(1), Page.REQUEST)


def attach(view: CaseView, content: bytes, name: str = "fax.pdf") -> str:
    """Attach without the screen's own way in."""
    kept = view.desk.session.casebook.attachments.keep(io.BytesIO(content))
    assert view.desk.attach(kept, name, type_of(content[:1024]))
    return case_attachments.attached(view.desk.record)[-1].id


def card(view: CaseView) -> AttachmentCard:
    return part(view, "attachments", AttachmentCard)


def wait_attached(driven: Driven, view: CaseView, count: int) -> None:
    driven.qtbot.waitUntil(lambda: not card(view).is_busy(), timeout=20_000)
    assert len(case_attachments.attached(view.desk.record)) == count


def shown(driven: Driven, view: CaseView) -> PdfView:
    """The viewer's pages, once those in sight are drawn."""
    pages = part(view, "viewer/view", PdfView)
    driven.qtbot.waitUntil(pages.is_drawn, timeout=20_000)
    return pages


def label(view: CaseView, name: str) -> str:
    return part(view, name, QLabel).text()


# ------------------------------------------------------------ attaching


def test_files_are_chosen_sealed_and_listed(
    driven: Driven, view: CaseView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [tmp_path / "fax.pdf", tmp_path / "photo.jpg"]
    chosen[0].write_bytes(pdf())
    chosen[1].write_bytes(picture("jpeg"))
    monkeypatch.setattr(copies, "choose_files", lambda _parent: chosen)
    click(view, "attachments/add")
    wait_attached(driven, view, 2)
    names = [(one.id, one.name, one.type) for one in view.desk.record.attachments]
    assert names == [("A1", "fax.pdf", "pdf"), ("A2", "photo.jpg", "jpeg")]
    assert part(view, "attachments/A2/view", QWidget).accessibleName() == "View A2 photo.jpg"
    view.desk.undo()
    assert [one.id for one in view.desk.record.attachments] == ["A1"]
    assert view.findChild(QWidget, "attachments/A1/remove") is not None


def test_files_that_cannot_be_used_are_said_and_the_others_still_come(
    driven: Driven, view: CaseView, tmp_path: Path
) -> None:
    empty, large, good = tmp_path / "empty.pdf", tmp_path / "large.pdf", tmp_path / "good.pdf"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    good.write_bytes(pdf())
    card(view).attach_files([empty, large, good])
    wait_attached(driven, view, 1)
    assert label(view, "attachments/failure/text").splitlines() == [
        f"{empty}: is empty; an attachment has at least one byte",
        f"{large}: is too large (101 MB); an attachment has at most 100 MB",
    ]


def test_files_are_dropped_and_pictures_pasted(driven: Driven, view: CaseView, tmp_path: Path) -> None:
    path = tmp_path / "dropped.pdf"
    path.write_bytes(pdf())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    spot = QPointF(9, 9)
    entering = QDragEnterEvent(spot.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(card(view), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(card(view), QDropEvent(spot, Qt.DropAction.CopyAction, data, buttons, keys))
    wait_attached(driven, view, 1)
    QGuiApplication.clipboard().setImage(QImage.fromData(picture("png")))
    part(view, "attachments/add", QWidget).setFocus()
    QTest.keySequence(part(view, "attachments/add", QWidget), "Ctrl+V")
    wait_attached(driven, view, 2)
    QGuiApplication.clipboard().clear()
    assert [(one.name, one.type) for one in view.desk.record.attachments] == [
        ("dropped.pdf", "pdf"),
        ("Pasted picture.png", "png"),
    ]


def test_sealing_can_be_stopped_and_keeps_nothing(driven: Driven, view: CaseView, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES)
    card(view).attach_files([large, large])
    click(view, "attachments/stop")
    wait_attached(driven, view, 0)
    assert view.desk.session.casebook.attachments.known.all() == []
    assert part(view, "attachments/busy", QWidget).isHidden()


def test_leaving_the_case_waits_for_the_file_that_is_being_sealed(
    driven: Driven, view: CaseView, tmp_path: Path
) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES // 4)
    card(view).attach_files([large, large.with_suffix(".missing")])
    assert card(view).is_busy()
    with driven.qtbot.waitSignal(view.closed):
        view.close_case()
    assert not card(view).is_busy()
    assert [one.name for one in view.desk.record.attachments] == ["large.bin"]


def test_a_decided_or_only_read_case_offers_no_change(driven: Driven, view: CaseView) -> None:
    attach(view, pdf())
    driven.settle()
    card(view).set_read_only(True)
    card(view).refresh()
    assert (
        part(view, "attachments/add", QWidget).isHidden()
        or not part(view, "attachments/add", QWidget).isVisible()
    )
    driven.settle()
    assert view.findChild(QWidget, "attachments/A1/remove") is None
    click(view, "attachments/A1/view")
    assert shown(driven, view).page_count() == 3


def test_a_long_name_widens_no_page(driven: Driven, view: CaseView) -> None:
    page = view.stack.page().widget()
    assert page is not None
    attach(view, pdf(), "short.pdf")
    view.desk.locate("E1", Spot("A1", 2))
    driven.settle()
    before = page.minimumSizeHint().width()
    attach(view, pdf(4), "Scan_of_the_marrow_report_" * 4 + "final.pdf")
    view.desk.locate("E1", Spot("A2", 2))
    driven.settle()
    click(view, "documents/E2/locate")
    assert page.minimumSizeHint().width() <= before
    name = part(view, "documents/E1/file", ReferenceButton).words()
    assert name == "A2 Scan_of_the_marrow_report_…ort_final.pdf page 2"


# ------------------------------------------------------------ the viewer


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


# ------------------------------------------------------------ which document lies where


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


# ------------------------------------------------------------ copies


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
