"""What the rows of the lists say: time, member, request, chip, next step."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.case import CaseState, cover_of
from app.case_json import parse_json
from app.casebook import Row
from tests.ui.samples import sample_text
from ui import clock, theme
from ui.fonts import px
from ui.kit.banner import Urgency
from ui.kit.chips import Chip
from ui.kit.status import Status
from ui.kit.worklist_cells import PADDING
from ui.kit.worklist_table import WorklistTable
from ui.worklist.chips import words_in
from ui.worklist.rows import View, chip_of, decided_row, next_step, open_row, urgency_of

SAN_JUAN = timezone(timedelta(hours=-4))
NOW = datetime(2026, 11, 24, 9, 12, tzinfo=SAN_JUAN)
_OPEN = [state.value for state in CaseState if state is not CaseState.DECIDED]
VIEW = View(NOW, "en", SAN_JUAN)


def row(**cover: str | int | None) -> Row:
    """A row of the casebook with these columns."""
    columns = {
        "kind": "case",
        "family_name": "Núñez Rivera",
        "given_name": "María del Carmen",
        "member_id": "M00012345",
        "policy": "MP-RX-FP-12-23",
        "purpose": "initial",
        "cycle": 1,
        "priority": "expedited",
        "state": "in_review",
        "due": "2026-11-24T10:25:00-04:00",
        **cover,
    }
    return Row("C-2026-0417", 3, columns, "Ana Ruiz, RN", "saved", datetime(2026, 11, 24, 13, tzinfo=UTC), 7)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "Overdue under 1 min"),
        (1, "1 min"),
        (59, "59 min"),
        (60, "1 h 00 min"),
        (73, "1 h 13 min"),
        (22 * 60 + 2, "22 h 02 min"),
        (24 * 60 - 1, "23 h 59 min"),
        (24 * 60, "1 d 0 h"),
        (51 * 60 + 59, "2 d 3 h"),
        (-38, "Overdue 38 min"),
        (-60, "Overdue 1 h"),
        (-(23 * 60 + 59), "Overdue 23 h"),
        (-50 * 60, "Overdue 2 d"),
    ],
)
def test_the_time_left_is_said_in_its_two_largest_units_and_once_past_in_the_largest(
    minutes: int, said: str
) -> None:
    assert clock.time_left(NOW + timedelta(minutes=minutes), NOW) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-11-24T10:25:00-04:00", "today 10:25"),
        ("2026-11-24T14:25:00+00:00", "today 10:25"),
        ("2026-11-25T03:59:00+00:00", "today 23:59"),
        ("2026-11-25T07:14:00-04:00", "tomorrow 07:14"),
        ("2026-11-23T18:52:00-04:00", "yesterday 18:52"),
        ("2026-11-26T12:10:00-04:00", "Thu 26-Nov 12:10"),
        ("2027-01-02T00:00:00-04:00", "Sat 02-Jan-2027 00:00"),
    ],
)
def test_the_moment_is_said_on_the_clock_of_the_place(due: str, said: str) -> None:
    assert clock.moment(datetime.fromisoformat(due), NOW, SAN_JUAN) == said


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (timedelta(hours=4), Urgency.NORMAL),
        (timedelta(hours=4) - timedelta(seconds=1), Urgency.SOON),
        (timedelta(hours=1), Urgency.SOON),
        (timedelta(hours=1) - timedelta(seconds=1), Urgency.PRESSING),
        (timedelta(seconds=1), Urgency.PRESSING),
        (timedelta(0), Urgency.LATE),
        (-timedelta(days=3), Urgency.LATE),
    ],
)
def test_a_clock_is_amber_under_four_hours_in_a_chip_under_one_and_red_from_its_minute_on(
    left: timedelta, urgency: Urgency
) -> None:
    assert clock.urgency(NOW + left, NOW) is urgency


def test_a_row_says_member_request_and_clock() -> None:
    shown = open_row(row(), VIEW)
    assert shown.texts()[:3] == (
        "1 h 13 min, today 10:25",
        "NÚÑEZ RIVERA, María del Carmen, C-2026-0417",
        "Initial, cycle 1, Expedited",
    )
    assert shown.urgency is Urgency.SOON


def test_a_case_of_which_nothing_is_known_yet_still_has_a_row() -> None:
    bare = Row("C-1", 1, {"kind": "case", "state": "new"}, "Ana", "saved", datetime.now(UTC), 1)
    shown = open_row(bare, VIEW)
    assert (shown.left, shown.due) == ("Clock not known", "receipt is missing")
    assert (shown.given, shown.request) == ("Name not known", "Request not readable")
    assert urgency_of(bare, NOW) is Urgency.SOON


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ({"state": "new"}, "Start review"),
        ({"missing_documents": "disease_status"}, "1 document: Relapse or refractory disease"),
        ({"missing_documents": "disease_status cd22_positive"}, "2 documents"),
        ({"open_questions": "regimen"}, "1 question open"),
        ({"open_questions": "regimen tki"}, "2 questions open"),
        ({"missing_documents": "cd22_positive", "open_questions": "regimen"}, "1 document, 1 question open"),
        ({"problems": 1}, "1 field of the request"),
        ({"problems": 4}, "4 fields of the request"),
        ({"problems": 0}, "Height and weight"),
        ({"state": "with_physician"}, "A physician reviewer decides"),
        ({"state": "with_physician", "taken_by": "Dr. Inés Peña"}, "Dr. Inés Peña decides"),
        ({"state": "ready", "recommendation": "approve"}, "Check and decide"),
        ({"state": "ready", "recommendation": "approve_in_part"}, "A physician reviewer decides"),
        ({"state": "ready", "recommendation": "refer"}, "A physician reviewer decides"),
        ({"missing_documents": "gone", "policy": "not installed"}, "1 document: gone"),
    ],
)
def test_the_next_step_is_said_in_words(cover: dict[str, str | int], said: str) -> None:
    assert next_step(row(**cover).cover, "en") == said


def test_the_next_step_names_the_document_in_the_language_of_the_screen() -> None:
    assert next_step(row(missing_documents="disease_status").cover, "es").endswith(
        "Recaída o resistencia al tratamiento"
    )


@pytest.mark.parametrize("state", _OPEN)
def test_every_state_has_a_chip_of_its_own(state: str) -> None:
    chips = [chip_of({"state": other, "recommendation": "approve"}, "en") for other in _OPEN]
    assert chips.count(chip_of({"state": state, "recommendation": "approve"}, "en")) == 1


def test_a_case_that_a_physician_must_decide_does_not_look_met() -> None:
    ready = {"state": "ready", "recommendation": "refer"}
    assert chip_of(ready, "en").status is Status.NOT_MET


@pytest.mark.parametrize(
    ("outcome", "said"),
    [("approve", "Approved"), ("approve_in_part", "Approved in part"), ("deny", "Denied"), (None, "Decided")],
)
def test_a_decided_row_says_what_was_signed_by_whom_and_when(outcome: str | None, said: str) -> None:
    shown = decided_row(row(state="decided", outcome=outcome), "en", SAN_JUAN)
    assert (shown.status_text, shown.next_step) == (said, "Ana Ruiz, RN")
    assert (shown.left, shown.due) == ("24-Nov-2026", "09:00")


def test_every_sample_gives_a_row_in_both_languages() -> None:
    for text in sample_text():
        case = parse_json(text)
        cover = cover_of({"kind": "case", "format": "dictamen.record/1", "case": case})
        line = Row("C-1", 1, cover, "Ana", "saved", datetime.now(UTC), 1)
        for language in ("en", "es"):
            shown = open_row(line, View(NOW, language, SAN_JUAN))
            assert all(shown.texts())
            assert shown.family


@pytest.mark.parametrize("width", [1000, 600])
def test_every_chip_of_the_lists_fits_its_column(qtbot: QtBot, width: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Theme.LIGHT, 1.0)
    table = WorklistTable("list", ["Due", "Member", "Request", "Status", "Next"])
    qtbot.addWidget(table)
    table.resize(width, 400)
    table.show()
    words = words_in("en")
    column = 0 if table.isColumnHidden(3) else 3
    room = table.columnWidth(column) - px(PADDING) - px(4)
    for chip in (*words.states.values(), words.for_physician, *words.outcomes.values(), words.decided):
        shown = Chip(chip.status, chip.text, chip.icon)
        qtbot.addWidget(shown)
        assert shown.sizeHint().width() <= room, chip.text
