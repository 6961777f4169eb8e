"""The pages of every policy, generated from its file: from the first answer to a letter that verifies."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.case_json import storable
from app.facts import Value
from app.logic import MET
from app.policy import Purpose, Question, QuestionKind
from app.route import Page, questions_on
from reports.check import check
from tests.policies.every_policy import (
    POLICIES,
    all_installed,
    bare_case,
    every_section,
    meeting,
    written,
)
from tests.ui.review.closing_cases import trusted
from tests.ui.review.driven import Driven, click, part, shown, type_into
from tests.ui.review.test_decision_page import choose, sign
from ui.review import work
from ui.review.case_view import CaseView


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


@every_section
def test_its_pages_lead_to_a_signed_letter_that_verifies(
    driven: Driven, number: str, purpose: Purpose
) -> None:
    policy = POLICIES[number]
    answers = meeting(policy, purpose)
    view = driven.open(storable(bare_case(policy, purpose)), Page.CRITERIA)
    answered = answer_page(view, answers)
    if purpose is Purpose.CONTINUATION:
        view.footer.primary.click()
        driven.settle()
        answered |= answer_page(view, answers)
    assert answered == set(answers)
    assert view.desk.judgment.finding.status is MET
    assert part(view, "finding/headline", QLabel).text() == "All criteria met"

    view.show_page(Page.DOSE)
    driven.settle()
    assert shown(view, "dose/doses_card")
    assert not shown(view, "dose/missing")

    view.show_page(Page.DECISION)
    driven.settle()
    choose(view, "approve")
    sign(driven, view)
    (note,) = view.desk.record.letters
    assert note.outcome == "approve"
    verdict = check(view.desk.letter(note), trusted(driven.session))
    assert verdict.failures == ()


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
