"""The worklist and the decided cases in the window: filters, find, clocks, files that come in."""

import json
import threading
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from reportlab.pdfgen.canvas import Canvas

from app.case_file import load_case
from app.desk import open_case
from app.determination import Outcome, determine
from app.people import Person, Role
from app.review import review
from app.route import Page
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui.clock import Ticker
from ui.kit.filters import FilterTab

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


class Filled(NamedTuple):
    """A window with three cases: overdue, due in two hours, and one in two days that needs documents."""

    shell: Shell
    late: str
    soon: str
    documents: str


@pytest.fixture
def filled(opened: Shell) -> Filled:
    documents = opened.add("09", received=DAY)
    soon = opened.add("05", received=22 * HOUR)
    late = opened.add("01", received=4 * DAY)
    opened.places.cases.refresh()
    return Filled(opened, late, soon, documents)


def test_cases_stand_in_the_order_of_their_clocks(filled: Filled) -> None:
    assert filled.shell.shown_rows() == [filled.late, filled.soon, filled.documents]
    lead = filled.shell.find(QLabel, "worklist/lead").text()
    assert "3 open, 1 overdue, the next is due in 1 h 59 min." in lead


@pytest.mark.parametrize(
    ("chosen", "count", "expected"),
    [("late", 1, ["late"]), ("soon", 1, ["soon"]), ("documents", 1, ["documents"]), ("physician", 0, [])],
)
def test_a_filter_shows_as_many_rows_as_it_counts(
    filled: Filled, chosen: str, count: int, expected: list[str]
) -> None:
    shell = filled.shell
    shell.click(f"worklist/filter/{chosen}")
    assert shell.find(FilterTab, f"worklist/filter/{chosen}").count == count
    assert shell.shown_rows() == [getattr(filled, name) for name in expected]


def test_a_filter_that_nothing_passes_says_so_and_offers_all(filled: Filled) -> None:
    shell = filled.shell
    shell.click("worklist/filter/physician")
    assert "No case is with a physician reviewer" in shell.texts()
    shell.click("worklist/show_all")
    assert len(shell.shown_rows()) == 3
    assert QApplication.focusWidget() is shell.places.worklist.table


def test_find_needs_no_accents_and_says_what_it_did_not_find(filled: Filled) -> None:
    shell = filled.shell
    shell.ctrl(Qt.Key.Key_F)
    shell.keys("montanez zuniga")
    assert shell.shown_rows() == [filled.documents]
    shell.type_in("worklist/find", "M55500009")
    assert shell.shown_rows() == [filled.documents]
    shell.type_in("worklist/find", "nobody of that name")
    assert "No case matches “nobody of that name”" in shell.texts()
    shell.click("worklist/clear")
    assert len(shell.shown_rows()) == 3


def test_enter_opens_the_row_and_leaving_comes_back_to_it(filled: Filled) -> None:
    shell = filled.shell
    shell.key(Qt.Key.Key_Down)
    shell.key(Qt.Key.Key_Return)
    case = shell.window.case
    assert case is not None
    assert case.case.case_id == filled.soon
    case.close_case()
    assert shell.window.case is None
    assert shell.places.worklist.table.current_id() == filled.soon
    assert QApplication.focusWidget() is shell.places.worklist.table


def test_what_the_keys_at_the_foot_do_can_be_pressed(filled: Filled) -> None:
    shell = filled.shell
    shell.click("worklist/key/find")
    assert shell.find(QLineEdit, "worklist/find").hasFocus()
    shell.click("worklist/key/commands")
    assert shell.window.overlays.shown is not None
    shell.key(Qt.Key.Key_Escape)
    shell.click("worklist/key/open")
    assert shell.window.case is not None


def test_what_another_window_saves_appears(filled: Filled) -> None:
    shell = filled.shell
    added = shell.add("16", received=3 * HOUR)
    shell.qtbot.waitUntil(lambda: added in shell.shown_rows())
    assert shell.places.side.item("worklist")._count == 4


def test_a_change_in_a_case_shows_in_its_row_after_the_visit(filled: Filled) -> None:
    shell = filled.shell
    with shell.other() as casebook:
        open_case(casebook, filled.late).refer("The dose is above the label.")
    shell.places.come_back(filled.late)
    shell.click("worklist/filter/physician")
    assert shell.shown_rows() == [filled.late]
    assert "A physician reviewer decides" in shell.texts()


def test_clocks_tick_with_the_minute(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = filled.shell
    assert shell.window.session is not None
    later = shell.window.session.now() + 3 * HOUR
    monkeypatch.setattr(shell.window.session, "now", lambda: later)
    ticker = shell.places.due.findChild(Ticker)
    assert ticker is not None
    ticker.ticked.emit()
    assert shell.find(FilterTab, "worklist/filter/late").count == 2


def test_a_new_request_is_saved_at_its_first_change_only(filled: Filled) -> None:
    shell = filled.shell
    shell.ctrl(Qt.Key.Key_N)
    case = shell.window.case
    assert case is not None
    assert case.case.case_id == ""
    assert case.case.record.case["request"]["line_of_business"] == "MMM MA"  # type: ignore[index]
    case.close_case()
    assert len(shell.shown_rows()) == 3
    shell.click("nav/new")
    assert shell.window.case is not None
    shell.window.case.case.set("member.member_id", "M55512345")
    shell.window.case.close_case()
    assert len(shell.shown_rows()) == 4


def test_quality_assurance_is_told_why_it_starts_no_request(shell: Shell) -> None:
    shell.create_casebook()
    reader = Person("Luis Vega Ejemplo", Role.QA, "QA-00003")
    with shell.other() as casebook:
        casebook.add_person(reader, PASSPHRASE)
    shell.open()
    shell.unlock(reader)
    shell.click("nav/new")
    assert shell.errors() == ["Quality assurance reads cases and does not change them."]
    assert shell.window.case is None


def test_a_case_file_is_chosen_kept_and_opened(opened: Shell, sample: Callable[[str], Path]) -> None:
    opened.ctrl(Qt.Key.Key_O)
    dialog = opened.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(sample("02"))])
    dialog.reject()
    assert opened.window.case is not None
    case = opened.window.case.case
    assert case.record.case["policy"] == "MP-RX-FP-12-23"
    with opened.other() as casebook:
        assert casebook.get(case.case_id).rev == 1


def test_the_dialog_for_files_goes_when_the_casebook_is_locked(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_O)
    opened.window.lock()
    opened.qtbot.waitUntil(lambda: opened.window.findChild(QFileDialog) is None)


def test_a_bad_case_file_gives_one_clear_line_and_nothing_is_kept(
    opened: Shell, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    document = json.loads(sample("01").read_text(encoding="utf-8"))
    document["request"]["cycle"] = 2
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(document), encoding="utf-8")
    assert opened.window.opening is not None
    opened.window.opening.take_in([bad])
    (said,) = opened.errors()
    assert said.startswith("bad.json: request.cycle: ")
    assert (said.count("\n"), opened.places.bar.text()) == (0, said)
    assert opened.shown_rows() == []
    opened.click("places/message/failed/dismiss")
    assert opened.places.bar.text() == ""


def test_of_several_files_the_good_ones_come_in_and_the_bad_ones_are_counted(
    opened: Shell, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text("[]", encoding="utf-8")
    event = _drop(tmp_path / "one.json", sample("01"), tmp_path / "two.json", sample("02"))
    opened.places.worklist.dropEvent(event)
    (said,) = opened.errors()
    assert said.startswith("one.json: ")
    assert said.endswith("1 more files could not be used. 2 cases were added.")
    assert len(opened.shown_rows()) == 2
    assert opened.window.case is None


def test_only_case_files_may_be_dropped(opened: Shell, tmp_path: Path) -> None:
    page = opened.places.worklist
    for name, taken in (("case.JSON", True), ("picture.png", False)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setAccepted(False)
        page.dragEnterEvent(event)
        assert event.isAccepted() is taken


def test_a_decided_case_moves_to_the_decided_and_opens_on_its_letter(
    filled: Filled, sample: Callable[[str], Path]
) -> None:
    shell = filled.shell
    _decide(shell, filled.late, sample("01"))
    shell.places.cases.refresh()
    assert shell.shown_rows() == [filled.soon, filled.documents]
    shell.click("nav/decided")
    assert shell.shown_rows() == [filled.late]
    assert "Approved" in shell.texts()
    assert REVIEWER.name in shell.texts()
    assert shell.find(QLabel, "decided/lead").text().startswith("1 case. ")
    shell.key(Qt.Key.Key_Return)
    assert shell.window.case is not None
    assert shell.window.case.view.stack.page().page is Page.LETTER
    shell.qtbot.waitUntil(lambda: "dictamen-work" not in [thread.name for thread in threading.enumerate()])


def test_a_case_that_cannot_be_opened_is_said_and_the_list_stays(filled: Filled) -> None:
    shell = filled.shell
    shell.places.worklist.opened.emit("no such case")
    assert len(shell.errors()) == 1
    assert shell.window.case is None


def test_a_physician_opens_on_what_waits_for_a_physician(shell: Shell) -> None:
    shell.create_casebook()
    referred = shell.add("16")
    shell.add("01")
    with shell.other() as casebook:
        open_case(casebook, referred).refer("CD22 is negative.")
    shell.open()
    shell.unlock(PHYSICIAN)
    assert shell.shown_rows() == [referred]


def _decide(shell: Shell, case_id: str, file: Path) -> None:
    with shell.other() as casebook:
        case = open_case(casebook, case_id)
        at = casebook.get(case_id).at
        determination = determine(review(load_case(file)), Outcome.APPROVE, REVIEWER, at)
        case.keep_letter(determination, "L-1", "en", _a_letter())


def _a_letter() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 720, "A letter")
    canvas.save()
    return buffer.getvalue()


def _drop(*files: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    # The event does not keep what it carries.
    data.setParent(QApplication.instance())
    return QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
