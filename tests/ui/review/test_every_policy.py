"""The pages of every policy, generated from its file: from the first answer to a letter that verifies."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.case_json import storable
from app.facts import Value
from app.logic import MET
from app.policy import Purpose, Question, QuestionKind
from app.regimen import plain
from app.route import Page, pages, questions_on
from reports.check import check
from tests.policies.every_policy import (
    POLICIES,
    all_installed,
    bare_case,
    every_section,
    meeting,
    met_case,
    written,
)
from tests.ui.review.closing_cases import trusted
from tests.ui.review.deciding import choose, sign
from tests.ui.review.driven import Driven, click, part, press, shown, type_into, words
from ui.review import work
from ui.review.case_view import CaseView
from ui.review.questions_page import QuestionsPage


@pytest.fixture(autouse=True)
def _installed(qtbot: QtBot) -> Iterator[None]:
    with all_installed():
        yield
        qtbot.waitUntil(lambda: not work._running, timeout=20_000)


def asked(view: CaseView) -> list[Question]:
    page = view.stack.page().page
    return list(questions_on(page, view.desk.judgment))


def answer(view: CaseView, question: Question, value: Value) -> None:
    """Choose or type an answer on its card, and tick the document where one is needed."""
    if question.kind in {QuestionKind.NUMBER, QuestionKind.DATE}:
        said = str(written(question, value))
        type_into(view, f"{question.id}/value", said)
        QTest.keyClick(part(view, f"{question.id}/value", QLineEdit), Qt.Key.Key_Return)
        Driven.settle()
    else:
        key = str(value).lower() if isinstance(value, bool) else str(value)
        click(view, f"{question.id}/choice/{key}")
    if question.documented:
        view.stack.page().open_picker(question.id)  # type: ignore[attr-defined]  # a page of questions
        Driven.settle()
        click(view, f"{question.id}/evidence/E1")
        click(view, f"{question.id}/done")


def answer_page(view: CaseView, answers: dict[str, Value]) -> set[str]:
    """Answer what this page asks, as far as the wanted answers go; questions may come and go meanwhile."""
    done: set[str] = set()
    while waiting := [q for q in asked(view) if q.id in answers and q.id not in done]:
        answer(view, waiting[0], answers[waiting[0].id])
        done.add(waiting[0].id)
    return done


def go_on(view: CaseView) -> None:
    """Press the page's filled button."""
    view.footer.primary.click()
    Driven.settle()


def front(view: CaseView) -> Page:
    return view.stack.page().page


def texts_in(card: QWidget) -> list[str]:
    labels: list[QLabel] = card.findChildren(QLabel)
    return [label.text() for label in labels]


def walk_to_decision(view: CaseView, answers: dict[str, Value]) -> tuple[list[Page], set[str]]:
    """Go from page to page by their filled buttons alone, answering what each asks."""
    walked, answered = [front(view)], set[str]()
    while front(view) is not Page.DECISION:
        if isinstance(view.stack.page(), QuestionsPage):
            assert asked(view), "a page of questions asks something"
            answered |= answer_page(view, answers)
        go_on(view)
        assert front(view) is not walked[-1], "nothing is in the way"
        walked.append(front(view))
    return walked, answered


@every_section
def test_its_pages_lead_to_a_signed_letter_that_verifies(
    driven: Driven, number: str, purpose: Purpose
) -> None:
    policy = POLICIES[number]
    answers = meeting(policy, purpose)
    view = driven.open(storable(bare_case(policy, purpose)), Page.REQUEST)
    walked, answered = walk_to_decision(view, answers)
    assert walked == [page for page in pages(policy, purpose) if page is not Page.LETTER]
    assert answered == set(answers)
    assert view.desk.judgment.finding.status is MET
    assert part(view, "finding/headline", QLabel).text() == "All criteria met"

    for page in reversed(walked[:-1]):
        part(view, "footer/back", QAbstractButton).click()
        driven.settle()
        assert front(view) is page
    view.show_page(Page.DOSE)
    driven.settle()
    assert shown(view, "dose/doses_card")
    assert not shown(view, "dose/missing")

    view.show_page(Page.DECISION)
    driven.settle()
    choose(view, "approve")
    sign(driven, view)
    assert front(view) is Page.LETTER
    (note,) = view.desk.record.letters
    assert note.outcome == "approve"
    verdict = check(view.desk.letter(note), trusted(driven.session))
    assert verdict.failures == ()


def answered_case(number: str, purpose: Purpose) -> dict[str, Any]:
    return storable(met_case(POLICIES[number], purpose))


@pytest.mark.parametrize(
    ("number", "purpose", "steps"),
    [
        ("SYN-FIXED-02", Purpose.INITIAL, ["request", "criteria", "dose", "decision", "letter"]),
        ("SYN-FIXED-02", Purpose.CONTINUATION, ["request", "response", "dose", "decision", "letter"]),
        ("SYN-WEIGHT-01", Purpose.INITIAL, ["request", "criteria", "dose", "decision", "letter"]),
        (
            "SYN-WEIGHT-01",
            Purpose.CONTINUATION,
            ["request", "criteria", "response", "dose", "decision", "letter"],
        ),
    ],
)
def test_the_steps_are_the_pages_that_ask_something(
    driven: Driven, number: str, purpose: Purpose, steps: list[str]
) -> None:
    view = driven.open(answered_case(number, purpose), Page.REQUEST)
    assert [page.value for page in Page if shown(view, f"steps/{page.value}")] == steps
    assert part(view, "footer/primary", QAbstractButton).text() == f"Continue to {steps[1]}"
    for place, page in enumerate(steps, 1):
        press(getattr(Qt.Key, f"Key_{place}"), Qt.KeyboardModifier.ControlModifier)
        assert front(view).value == page


def test_a_case_whose_purpose_changes_gains_and_loses_its_pages(driven: Driven) -> None:
    view = driven.open(answered_case("SYN-FIXED-02", Purpose.INITIAL), Page.CRITERIA)
    view.desk.set("request.purpose", "continuation")
    view.desk.set("request.cycle", 2)
    driven.settle()
    assert front(view) is Page.REQUEST, "the page that was shown is gone"
    assert not shown(view, "steps/criteria")
    assert shown(view, "steps/response")
    view.show_page(Page.CRITERIA)
    assert front(view) is Page.REQUEST


@pytest.mark.parametrize(
    ("number", "hint", "missing"),
    [
        (
            "SYN-WEIGHT-01",
            "Without the weight no dose can be authorized; the height is not needed.",
            "The weight is missing. Without it no dose can be computed or authorized.",
        ),
        ("SYN-FIXED-02", "The dose is the same for everyone; it needs no measurement.", ""),
    ],
)
def test_the_dose_needs_what_the_policy_measures_it_by(
    driven: Driven, number: str, hint: str, missing: str
) -> None:
    document = answered_case(number, Purpose.INITIAL)
    del document["measurements"]
    view = driven.open(document, Page.REQUEST)
    assert hint in texts_in(part(view, "request/measurements"))
    view.show_page(Page.DOSE)
    driven.settle()
    assert shown(view, "dose/missing") is bool(missing)
    if missing:
        assert words(view, "dose/missing_text/text") == missing
        view.desk.set("measurements.weight_kg", 75)
        view.desk.set("measurements.measured_on", "2026-11-18")
        driven.settle()
    assert shown(view, "dose/table")


@pytest.mark.parametrize(
    ("number", "purpose", "last_day", "doses"),
    [
        # one month from 30 November; 10 and 7.5 mg/kg at 75 kg
        ("SYN-WEIGHT-01", Purpose.INITIAL, "29-Dec-2026", ["750", "562.5"]),
        # two months; 7.5 mg/kg
        ("SYN-WEIGHT-01", Purpose.CONTINUATION, "29-Jan-2027", ["562.5", "562.5"]),
        # three months, which end on the last day of February; the same for everyone
        ("SYN-FIXED-02", Purpose.INITIAL, "28-Feb-2027", ["600", "300", "300"]),
        ("SYN-FIXED-02", Purpose.CONTINUATION, "28-Feb-2027", ["300", "300", "300"]),
    ],
)
def test_months_and_doses_stand_on_the_pages_as_the_policy_says(
    driven: Driven, number: str, purpose: Purpose, last_day: str, doses: list[str]
) -> None:
    view = driven.open(answered_case(number, purpose), Page.DECISION)
    said = texts_in(part(view, "decision/check"))
    assert f"30-Nov-2026 to {last_day}" in said
    cycle = view.desk.judgment.review.cycle  # type: ignore[union-attr]  # the case is complete
    assert [plain(day.authorized_mg) for day in cycle.days] == doses  # type: ignore[union-attr]  # and measured
    told = " ".join(said).replace("\u00a0", " ")
    assert all(f"{dose} mg" in told for dose in doses)


@pytest.mark.parametrize("number", [number for number in POLICIES if number.startswith("SYN-")])
def test_the_request_page_asks_what_the_policy_needs(driven: Driven, number: str) -> None:
    policy = POLICIES[number]
    view = driven.open(storable(bare_case(policy, Purpose.INITIAL)), Page.REQUEST)
    days = len(policy.dosing.treatment_days)
    assert shown(view, f"request/doses_mg/{days - 1}")
    assert not shown(view, f"request/doses_mg/{days}")
    assert shown(view, "request/extension") is bool(policy.limits.extensions)
    assert view.desk.judgment.problems == ()


def number_card(driven: Driven) -> CaseView:
    policy = POLICIES["SYN-WEIGHT-01"]
    return driven.open(storable(bare_case(policy, Purpose.INITIAL)), Page.CRITERIA)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "This is not a number. Type it as 1.5."),
        ("7,5", "Use a point for decimals, as in 1.5."),
        ("70", "Enter a number from 1 to 25 with at most 1 decimal."),
        ("7.55", "Enter a number from 1 to 25 with at most 1 decimal."),
    ],
)
def test_a_number_that_is_no_answer_is_explained_and_not_saved(driven: Driven, typed: str, said: str) -> None:
    view = number_card(driven)
    type_into(view, "hemoglobin/value", typed)
    QTest.keyClick(part(view, "hemoglobin/value", QLineEdit), Qt.Key.Key_Return)
    driven.settle()
    field = part(view, "hemoglobin/value", QLineEdit)
    assert said in field.accessibleDescription()
    assert field.text() == typed, "what was typed stays"
    assert view.desk.record.case["answers"] == {}


def test_an_emptied_field_takes_the_answer_away(driven: Driven) -> None:
    view = number_card(driven)
    question = view.desk.policy.questions["hemoglobin"]
    type_into(view, "hemoglobin/value", "7.5")
    QTest.keyClick(part(view, "hemoglobin/value", QLineEdit), Qt.Key.Key_Return)
    assert question.id in view.desk.judgment.answers
    type_into(view, "hemoglobin/value", "")
    QTest.keyClick(part(view, "hemoglobin/value", QLineEdit), Qt.Key.Key_Return)
    assert question.id not in view.desk.judgment.answers


def test_a_day_is_judged_anew_when_the_start_moves(driven: Driven) -> None:
    view = number_card(driven)
    type_into(view, "hemoglobin_day/value", "20-Nov-2026")
    QTest.keyClick(part(view, "hemoglobin_day/value", QLineEdit), Qt.Key.Key_Return)
    driven.settle()
    assert view.desk.judgment.answers["hemoglobin_day"].value == 10
    view.desk.set("request.start_date", "2026-12-05")
    driven.settle()
    assert view.desk.judgment.answers["hemoglobin_day"].value == 15
    assert part(view, "hemoglobin_day/value", QLineEdit).text() == "20-Nov-2026"
