"""The history of a case as a person sees it, by keys alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.casebook import EventKind
from app.casebook.holds import HoldReason
from app.desk import open_case
from app.people import Person, Role
from app.retention import retention_of
from reports.issue import issue
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui.case_frame import CaseFrame
from ui.history.history_view import HistoryView
from ui.history.log_table import LogTable
from ui.kit.choice_fields import ComboBox
from ui.kit.facts_table import FactsTable
from ui.kit.notices import NoticeBar

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def case_id(opened: Shell) -> str:
    """A case of three revisions, open in the window."""
    case_id = opened.add("01")
    with opened.other(PHYSICIAN) as casebook:
        case = open_case(casebook, case_id)
        case.set("measurements.weight_kg", 80)
        case.answer("b_cell_all", value=False)
    opened.window.opening.open_case(case_id)  # type: ignore[union-attr]  # it is unlocked
    return case_id


def history(shell: Shell) -> HistoryView:
    (view,) = [part for part in shell.window.over if isinstance(part, HistoryView)]
    return view


def rows(shell: Shell) -> list[list[str]]:
    model = shell.find(LogTable, "history/log").model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def changes(shell: Shell) -> list[tuple[str, ...]]:
    model = shell.find(FactsTable, "history/changes").model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3)) for row in range(model.rowCount())
    ]


def settle() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("case_id")
def test_the_history_is_reached_and_left_by_keys(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    assert history(opened).log.hasFocus()
    told = rows(opened)
    assert [row[3].partition(" ")[0] for row in told][:3] == ["Place", "Revision", "Revision"]
    assert told[0][2] == "Opened the case"
    assert told[1][2].startswith("Answered: ")
    assert told[2][1] == PHYSICIAN.name
    opened.key(Qt.Key.Key_Escape)
    settle()
    assert opened.window.over == []
    assert opened.window.case is not None
    assert opened.window.case.isVisible()


@pytest.mark.usefixtures("case_id")
def test_a_revision_shows_what_it_changed(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    assert len(changes(opened)) == 1, "the newest revision is compared from the start"
    log = history(opened).log
    while not log._model.row(log.currentIndex().row()).case.startswith("Revision 2"):
        opened.key(Qt.Key.Key_Down)
    assert changes(opened) == [("Weight, kg", "75", "80")]
    assert opened.find(QLabel, "history/count").text() == "1 field differs."


@pytest.mark.usefixtures("case_id")
def test_any_two_revisions_can_be_compared(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    older = opened.find(ComboBox, "history/older")
    older.setCurrentIndex(older.findData("1"))
    older.activated.emit(older.currentIndex())
    assert len(changes(opened)) == 2
    newer = opened.find(ComboBox, "history/newer")
    newer.setCurrentIndex(newer.findData("1"))
    newer.activated.emit(newer.currentIndex())
    assert opened.find(QLabel, "history/count").text() == "Nothing differs between these two."


def test_an_earlier_revision_opens_as_it_was_and_cannot_be_changed(opened: Shell, case_id: str) -> None:
    opened.ctrl(Qt.Key.Key_H)
    log = history(opened).log
    log.select(log._model.row(log._model.rowCount() - 1).id)
    opened.key(Qt.Key.Key_Return)
    frame = opened.window.over[-1]
    assert isinstance(frame, CaseFrame)
    assert frame.case.record.case["measurements"]["weight_kg"] == 75  # type: ignore[index]  # a JSON object
    assert not frame.view.desk.set("measurements.weight_kg", 90)
    assert "revision 1" in (frame.case.why_read_only or "")
    opened.key(Qt.Key.Key_Escape)
    settle()
    assert opened.window.over == [history(opened)]
    with opened.other() as casebook:
        assert len(casebook.history(case_id)) == 3
        actions = [event.action for event in casebook.events.about(case_id)]
    assert actions[-2:] == [EventKind.HISTORY_READ, EventKind.REVISION_OPENED]


@pytest.mark.usefixtures("case_id")
def test_locking_takes_history_and_revision_away(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    opened.key(Qt.Key.Key_Return)
    history(opened)._open(1)
    opened.ctrl(Qt.Key.Key_L)
    settle()
    assert opened.window.session is None
    assert opened.window.over == []
    assert [
        part.objectName() for part in opened.window.findChildren(QWidget) if "history" in part.objectName()
    ] == []


@pytest.mark.usefixtures("case_id")
def test_the_filter_leaves_changes_letters_or_looks(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    for kind, expected in (("change", 3), ("letter", 0), ("access", 2), ("all", 5)):
        opened.click(f"history/filter/{kind}")
        assert len(rows(opened)) == expected, kind


def choose(shell: Shell, reason: str) -> None:
    combo = shell.find(ComboBox, "history/hold/reason")
    combo.setCurrentIndex(combo.findData(reason))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.usefixtures("case_id")
def test_a_hold_is_put_while_the_log_shows_one_kind_alone(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    opened.click("history/filter/letter")
    choose(opened, "audit")
    opened.click("history/hold/put")
    assert rows(opened) == []
    opened.click("history/filter/all")
    assert rows(opened)[0][2].startswith("Set a legal hold")


@pytest.mark.usefixtures("case_id")
def test_a_reviewer_puts_the_open_case_on_hold_and_the_case_says_so(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_H)
    opened.click("history/hold/put")
    assert history(opened).hold.reason.error() == "Choose the reason."
    choose(opened, "litigation")
    opened.click("history/hold/put")
    assert history(opened).hold.told.text().startswith("On hold for a court case, since ")
    assert rows(opened)[0][2].startswith("Set a legal hold")
    assert not opened.find(QWidget, "history/hold/put").isVisible()
    opened.key(Qt.Key.Key_Escape)
    settle()
    held = opened.find(NoticeBar, "case/held")
    assert held.isVisible()
    assert "a court case" in held.text()
    assert REVIEWER.name in held.text()
    opened.ctrl(Qt.Key.Key_H)
    opened.click("history/hold/release")  # this reviewer administers the casebook
    opened.key(Qt.Key.Key_Escape)
    settle()
    assert not held.isVisible()


def test_who_neither_administers_nor_is_a_physician_releases_no_hold(shell: Shell) -> None:
    clerk = Person("Eva Otra Ejemplo, RN", Role.REVIEWER, "RN-00009")
    shell.create_casebook()
    case_id = shell.add("01")
    with shell.other() as casebook:
        casebook.add_person(clerk, PASSPHRASE)
    shell.open()
    shell.unlock(clerk)
    shell.window.show_history(case_id)
    choose(shell, "audit")
    shell.click("history/hold/put")
    assert not shell.find(QWidget, "history/hold/release").isVisible()
    assert "releases it" in history(shell).hold.why_not.text()


def test_quality_assurance_sees_a_hold_and_is_offered_nothing(shell: Shell) -> None:
    quality = Person("Pía Control Ejemplo", Role.QA, "QA-00004")
    shell.create_casebook()
    case_id = shell.add("01")
    with shell.other() as casebook:
        casebook.add_person(quality, PASSPHRASE)
    shell.open()
    shell.unlock(quality)
    shell.window.show_history(case_id)
    for name in ("reason", "put", "release"):
        assert not shell.find(QWidget, f"history/hold/{name}").isVisible()
    history(shell).hold.reason.set_value("audit")
    history(shell).hold.put.clicked.emit()  # as if it had been offered
    assert "uality assurance reads the casebook" in history(shell).bar.text()
    with shell.other() as casebook:
        assert retention_of(casebook).holds.standing() == {}
        retention_of(casebook).holds.hold(case_id, HoldReason.APPEAL)
    history(shell).hold.refresh()
    assert "an appeal" in history(shell).hold.told.text()


def test_a_hold_that_somebody_else_put_meanwhile_is_said(opened: Shell, case_id: str) -> None:
    opened.ctrl(Qt.Key.Key_H)
    choose(opened, "audit")
    with opened.other(PHYSICIAN) as casebook:
        retention_of(casebook).holds.hold(case_id, HoldReason.APPEAL)
    opened.click("history/hold/put")
    assert "on hold already" in history(opened).bar.text()
    assert "an appeal" in history(opened).hold.told.text()


def test_each_letter_says_whether_it_stands(opened: Shell) -> None:
    case_id = opened.add("01")
    with opened.other() as casebook:
        case = open_case(casebook, case_id)
        issued = issue(
            {**case.record.case, "case_id": case_id}, None, casebook.identity(PASSPHRASE), at=NOW,
            witness=case.witness,
        )  # fmt: skip
        note = case.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf)
    opened.window.show_history(case_id)
    opened.qtbot.waitUntil(
        lambda: bool(opened.window.findChildren(QWidget, f"history/letter/{note.number}")), timeout=20_000
    )
    letter = opened.find(QWidget, f"history/letter/{note.number}")
    told = [label.text() for label in letter.findChildren(QLabel)]
    assert any("still holds" in text for text in told)
    assert any("unchanged" in text for text in told)


def test_a_history_that_cannot_be_read_is_said(opened: Shell) -> None:
    opened.window.show_history("no such case")
    assert opened.window.over == []
    assert len(opened.errors()) == 1
