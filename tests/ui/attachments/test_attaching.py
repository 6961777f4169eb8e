"""Files of a case are attached on the screen: chosen, dropped, pasted, and stopped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.attachments import MOST_BYTES, Spot
from tests.ui.attachments.files import pdf, picture
from tests.ui.attachments.viewing import attach, card, label, shown, wait_attached
from tests.ui.review.driven import Driven, click, part
from ui.attachments import copies
from ui.kit.reference_button import ReferenceButton
from ui.review.case_view import CaseView


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
