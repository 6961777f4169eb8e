"""The member's course in a review: the next cycle, earlier cycles, notices, and what can follow."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from app.course_notices import CourseNotice, course_notices
from app.desk import OpenCase, open_case
from app.determination import Outcome
from app.route import Page
from reports.check import check
from tests.app.case_documents import changed
from tests.app.course_cases import START, decided, first_cycle, later_cycle, somebody_else, waiting
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, trusted
from tests.ui.review.driven import Driven, click, focus_name, part, press, shown, type_into, words
from ui.kit.cycle_timeline import CycleTimeline
from ui.review.case_view import CaseView
from ui.review.decision_page import DecisionPage
from ui.window import Window

SECOND_START = START + timedelta(days=21)


def notes(view: CaseView) -> str:
    """Everything that the finding tells of the course."""
    if not shown(view, "finding/course"):
        return ""
    panel = part(view, "finding/course", QWidget)
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def notices_of(view: CaseView) -> tuple[CourseNotice, ...]:
    """What is told of the course, as the case stands."""
    return course_notices(view.desk.course, view.desk.record, view.desk.judgment)


def request_of(view: CaseView) -> dict[str, Any]:
    request = view.desk.record.case["request"]
    assert isinstance(request, dict)
    return request


def tab_to(name: str) -> None:
    """Go on by Tab until this control has the focus."""
    for _ in range(60):
        if focus_name() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def asked(view: CaseView) -> list[OpenCase]:
    """The cases that the view asks to be shown, from now on."""
    found: list[OpenCase] = []
    view.case_asked.connect(found.append)
    return found


def all_texts(view: QWidget) -> str:
    labels = [label.text() for label in view.findChildren(QLabel)]
    return "\n".join([*labels, *(widget.accessibleDescription() for widget in view.findChildren(QWidget))])


# ---------------------------------------------------------------- the request page


def test_the_next_cycle_is_told_with_its_reason_and_taken_by_keyboard(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    decided(driven.session.casebook, later_cycle(2, SECOND_START), "D-2")
    view = driven.open(later_cycle(2, SECOND_START + timedelta(days=28)), Page.REQUEST)
    said = words(view, "request/next_cycle/text")
    assert said.startswith("Cycle 3 comes next. Cycle 2 was approved from 21-Dec-2026 to 17-Jan-2027")
    assert "letter D-2" in said
    assert request_of(view)["cycle"] == 2
    tab_to("request/take_cycle")
    press(Qt.Key.Key_Space)
    assert (request_of(view)["cycle"], request_of(view)["purpose"]) == (3, "continuation")
    assert not shown(view, "request/take_cycle")
    assert shown(view, "request/next_cycle")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert request_of(view)["cycle"] == 2


def test_taking_a_later_cycle_makes_a_first_request_a_continuation(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.open(first_cycle(("request.extension", "response")), Page.REQUEST)
    click(view, "request/take_cycle")
    request = request_of(view)
    assert (request["cycle"], request["purpose"], "extension" in request) == (2, "continuation", False)


def test_cycles_of_another_plan_are_asked_and_count(driven: Driven) -> None:
    view = driven.open(first_cycle(), Page.REQUEST)
    assert not shown(view, "request/next_cycle")
    assert "Ask whether another plan paid" in notes(view)
    type_into(view, "course/other_payer_cycles", "2")
    press(Qt.Key.Key_Tab)
    assert view.desk.record.case["course"] == {"other_payer_cycles": 2}
    assert "Another plan paid for 2 cycles." in words(view, "request/next_cycle/text")
    assert "Ask whether another plan paid" not in notes(view)
    assert "cycle 3 comes next" in notes(view)
    click(view, "request/take_cycle")
    assert request_of(view)["cycle"] == 3


def test_half_a_cycle_is_refused_at_its_field(driven: Driven) -> None:
    view = driven.open(first_cycle(), Page.REQUEST)
    type_into(view, "course/other_payer_cycles", "0.5")
    press(Qt.Key.Key_Tab)
    assert [problem.field for problem in view.desk.judgment.problems] == ["course.other_payer_cycles"]
    assert "whole number" in part(view, "course/other_payer_cycles", QLineEdit).accessibleDescription()


def test_a_decided_case_offers_no_cycle(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    second = decided(driven.session.casebook, later_cycle(2, SECOND_START), "D-2")
    view = driven.reopen(second.case_id, Page.REQUEST)
    assert not shown(view, "request/next_cycle")
    assert notes(view) == ""


# ---------------------------------------------------------------- the dose page and the finding


def test_earlier_cycles_stand_in_the_picture_and_in_a_list(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    shown_none = {"value": "none", "evidence": ["E1"]}
    decided(driven.session.casebook, later_cycle(2, SECOND_START, ("answers.response", shown_none)), "D-2")
    view = driven.open(later_cycle(3, SECOND_START + timedelta(days=28)), Page.DOSE)
    spoken = part(view, "dose/timeline", CycleTimeline).accessibleDescription()
    assert "1 Neither CR nor CRi" in spoken
    assert "2 CR" in spoken
    listed = [label.text() for label in part(view, "dose/earlier", QWidget).findChildren(QLabel)]
    assert "30-Nov-2026 to 20-Dec-2026" in listed
    assert "Response after it: CR; letter D-2" in listed


def test_without_earlier_cycles_only_the_one_asked_for_is_drawn(driven: Driven) -> None:
    view = driven.open(first_cycle(), Page.DOSE)
    assert not shown(view, "dose/earlier")


def test_what_does_not_fit_stands_among_the_notes_with_its_source(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(("request.start_date", "2026-09-01")), "D-1")
    view = driven.open(later_cycle(2, START))
    assert "days lie between the last day of cycle 1" in notes(view)
    assert "Source: Our own bound" in notes(view)


def test_nothing_of_another_member_is_on_the_screen(driven: Driven) -> None:
    other = somebody_else(first_cycle(), given_name="Zoraida", family_name="Privada Oculta")
    decided(driven.session.casebook, other, "D-OTHERS")
    for page in (Page.REQUEST, Page.DOSE, Page.DECISION):
        said = all_texts(driven.open(first_cycle(), page))
        assert not [word for word in ("Zoraida", "Privada", "M00099999", "D-OTHERS") if word in said]


# ---------------------------------------------------------------- what can follow


def test_an_amendment_needs_its_reason_and_opens_filled_in(driven: Driven) -> None:
    first = decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.reopen(first.case_id, Page.DECISION)
    opened = asked(view)
    tab_to("decision/extend")
    press(Qt.Key.Key_Space)
    assert opened == []
    assert focus_name().startswith("decision/extension")
    press(Qt.Key.Key_Space)
    tab_to("decision/extend")
    press(Qt.Key.Key_Space)
    (case,) = opened
    assert case.record.case["amends"] == {
        "case_id": first.case_id,
        "letter_number": "D-1",
        "last_day": "2026-12-20",
    }
    amendment = driven.show(case, Page.REQUEST)
    assert "longer that letter D-1 approved, to 20-Dec-2026" in words(amendment, "request/next_cycle/text")
    assert not shown(amendment, "request/take_cycle")
    assert "approved already" not in notes(amendment)


def test_a_second_amendment_is_refused_in_words(driven: Driven) -> None:
    first = decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.reopen(first.case_id, Page.DECISION)
    opened = asked(view)
    click(view, "decision/extension/choice/toxicity_recovery")
    click(view, "decision/extend")
    click(view, "decision/extend")
    assert len(opened) == 1
    assert f"open already: case {opened[0].case_id}" in words(view, "case/failed/text")


def sign(driven: Driven, view: CaseView) -> None:
    page = view.stack.page()
    assert isinstance(page, DecisionPage)
    click(view, "decision/choice/approve")
    view.footer.primary.click()
    line = part(view, "decision/passphrase", QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, PASSPHRASE)
    view.footer.primary.click()
    driven.qtbot.waitUntil(lambda: not page.busy, timeout=20_000)


def test_an_amendment_is_signed_as_a_determination_of_its_own(driven: Driven) -> None:
    first = decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.reopen(first.case_id, Page.DECISION)
    opened = asked(view)
    click(view, "decision/extension/choice/response")
    click(view, "decision/extend")
    amendment = driven.show(opened[0], None)
    sign(driven, amendment)
    (note,) = amendment.desk.record.letters
    assert note.outcome == Outcome.APPROVE
    verdict = check(amendment.desk.letter(note), trusted(driven.session))
    assert verdict.good, verdict.failures
    again = driven.reopen(first.case_id, Page.DECISION)
    click(again, "decision/extension/choice/response")
    click(again, "decision/extend")
    assert "made longer already" in words(again, "case/failed/text")


def test_an_amendment_that_does_not_fit_is_not_signed(driven: Driven) -> None:
    first = decided(driven.session.casebook, first_cycle(), "D-1")
    named = {"case_id": first.case_id, "letter_number": "D-OTHER", "last_day": "2026-12-20"}
    view = driven.open(
        {**changed(first_cycle(), ("request.extension", "response")), "amends": named}, Page.DECISION
    )
    sign(driven, view)
    assert view.desk.record.letters == ()
    assert "D-1, to 2026-12-20" in all_texts(view)


@pytest.mark.parametrize("outcome", [Outcome.APPROVE, Outcome.DENY])
def test_only_an_approval_can_be_followed(driven: Driven, outcome: Outcome) -> None:
    case = decided(driven.session.casebook, first_cycle(), "D-1", outcome)
    view = driven.reopen(case.case_id, Page.DECISION)
    assert shown(view, "decision/follow_up") is outcome.authorizes


def test_a_later_cycle_is_followed_by_the_next_one_only(driven: Driven) -> None:
    case = decided(driven.session.casebook, later_cycle(2, START), "D-2")
    driven.sign_in(PHYSICIAN)
    view = driven.reopen(case.case_id, Page.DECISION)
    opened = asked(view)
    assert not shown(view, "decision/extend")
    click(view, "decision/next_cycle")
    assert [other.judgment.request.cycle for other in opened] == [3]


def test_the_window_shows_the_case_that_follows(opened: Any) -> None:
    window: Window = opened.window
    session = window.session
    assert session is not None
    first = decided(session.casebook, first_cycle(), "D-1")
    window.show_case(first, Page.DECISION)
    assert window.case is not None
    click(window.case, "decision/next_cycle")
    Driven.settle()
    assert window.case is not None
    assert window.case.case.judgment.request.cycle == 2
    assert window.case.case.case_id != first.case_id


def test_what_is_told_of_the_course_is_marked_as_seen_and_decides_nothing(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.open(later_cycle(2, START + timedelta(days=3)), Page.CRITERIA)
    found = {notice.code: notice.key for notice in notices_of(view)}
    toggle = f"notice/{found['course_window_overlaps']}/seen"
    before = view.desk.judgment.finding
    assert "Source: the cases in this casebook" in notes(view)
    click(view, toggle)
    assert "Seen by Ana Prueba" in notes(view)
    kept = open_case(driven.session.casebook, view.desk.case.case_id).record.acknowledged
    assert [(item.code, item.by) for item in kept] == [
        (found["course_window_overlaps"], driven.session.person.name)
    ]
    assert view.desk.judgment.finding == before
    click(view, toggle)
    assert "Seen by" not in notes(view)
    assert view.desk.record.acknowledged == ()


def test_a_notice_that_tells_something_else_is_not_seen_yet(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.open(later_cycle(2, START + timedelta(days=3)), Page.CRITERIA)
    (key,) = [notice.key for notice in notices_of(view) if notice.code == "course_window_overlaps"]
    click(view, f"notice/{key}/seen")
    view.desk.set("request.start_date", (START + timedelta(days=5)).isoformat())
    driven.settle()
    (other,) = [notice.key for notice in notices_of(view) if notice.code == "course_window_overlaps"]
    assert other != key
    assert part(view, f"notice/{other}/seen", QAbstractButton).text() == "Mark as seen"
    assert "Seen by" not in notes(view)


def test_two_notices_of_one_kind_are_seen_one_by_one(driven: Driven) -> None:
    ours = first_cycle()
    for member in ("M55500077", "M55500078"):
        alike = somebody_else(first_cycle(("member.member_id", member)))
        alike["member"] |= {
            name: ours["member"][name] for name in ("given_name", "family_name", "birth_date")
        }
        alike["member"]["member_id"] = member
        waiting(driven.session.casebook, alike)
    view = driven.open(ours, Page.CRITERIA)
    keys = [notice.key for notice in notices_of(view) if notice.code == "course_perhaps_same_person"]
    assert len(set(keys)) == 2
    click(view, f"notice/{keys[0]}/seen")
    assert [item.code for item in view.desk.record.acknowledged] == keys[:1]
    assert part(view, f"notice/{keys[1]}/seen", QAbstractButton).text() == "Mark as seen"
    assert not [name for name in ours["member"].values() if str(name) in " ".join(keys)]


def test_the_page_of_doses_has_the_notes_where_no_finding_stands_beside_it(driven: Driven) -> None:
    decided(driven.session.casebook, first_cycle(), "D-1")
    view = driven.open(later_cycle(2, START + timedelta(days=3)), Page.DOSE)
    (key,) = [notice.key for notice in notices_of(view) if notice.code == "course_window_overlaps"]
    assert shown(view, f"dose/notice/{key}/seen")
    assert shown(view, "dose/advisory/label_liver_tests/seen")
    click(view, f"dose/notice/{key}/seen")
    click(view, "dose/advisory/label_liver_tests/seen")
    assert {item.code for item in view.desk.record.acknowledged} == {key, "label_liver_tests"}
    view.show_page(Page.DECISION)
    driven.settle()
    assert notes(view).count("Seen by Ana Prueba") == 1
    assert part(view, "advisory/label_liver_tests/seen", QAbstractButton).text() == "Mark as not seen"
