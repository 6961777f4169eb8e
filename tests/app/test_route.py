"""The way through a case: which pages there are, in which order, what each asks."""

from pathlib import Path

import pytest

from app.case import CaseRecord, judge
from app.case_json import storable
from app.policy import Policy, Purpose
from app.policy_file import INSTALLATION, load_policy
from app.route import Mark, Page, mark_of, next_open, page_after, pages, pages_of, questions_on, steps
from tests.policies.every_policy import POLICIES, SYNTHETIC, all_installed, bare_case, every_section

FIXED, WEIGHT = "SYN-FIXED-02", "SYN-WEIGHT-01"
WHOLE = (Page.REQUEST, Page.CRITERIA, Page.RESPONSE, Page.DOSE, Page.DECISION, Page.LETTER)


def without(*left_out: Page) -> tuple[Page, ...]:
    return tuple(page for page in WHOLE if page not in left_out)


@pytest.mark.parametrize(
    ("number", "purpose", "expected"),
    [
        ("MP-RX-FP-12-23", Purpose.INITIAL, without(Page.RESPONSE)),
        ("MP-RX-FP-12-23", Purpose.CONTINUATION, WHOLE),
        (WEIGHT, Purpose.INITIAL, without(Page.RESPONSE)),
        (WEIGHT, Purpose.CONTINUATION, WHOLE),
        (FIXED, Purpose.INITIAL, without(Page.RESPONSE)),
        (FIXED, Purpose.CONTINUATION, without(Page.CRITERIA)),
    ],
)
def test_a_page_that_asks_nothing_is_left_out(
    number: str, purpose: Purpose, expected: tuple[Page, ...]
) -> None:
    assert pages(POLICIES[number], purpose) == expected


@every_section
def test_each_page_of_questions_asks_something_and_each_question_has_a_page(
    number: str, purpose: Purpose
) -> None:
    policy = POLICIES[number]
    listed = pages(policy, purpose)
    of_questions = {page.value for page in listed} & {"criteria", "response"}
    assert {question.page for question in policy.questions_of(purpose)} == of_questions


def test_the_way_leads_over_the_pages_that_there_are() -> None:
    with all_installed():
        case = storable(bare_case(POLICIES[FIXED], Purpose.CONTINUATION))
        judgment = judge(case)
        record = CaseRecord(case)
    assert pages_of(judgment) == without(Page.CRITERIA)
    assert page_after(Page.REQUEST, judgment) is Page.RESPONSE
    assert page_after(Page.CRITERIA, judgment) is Page.RESPONSE, "also after a page that is gone"
    assert page_after(Page.DECISION, judgment) is Page.LETTER
    assert page_after(Page.LETTER, judgment) is Page.LETTER
    assert [step.page for step in steps(record, judgment)] == list(without(Page.CRITERIA))
    assert next_open(record, judgment) is Page.RESPONSE
    assert mark_of(Page.RESPONSE, record, judgment) is Mark.UNTOUCHED


def changed_policy(folder: Path, file: str, *changes: tuple[str, str]) -> Policy:
    text = (SYNTHETIC / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    source = folder / file
    source.write_text(text, encoding="utf-8")
    return load_policy(source)


def test_a_section_that_the_cycle_alone_decides_has_no_page_of_questions(tmp_path: Path) -> None:
    policy = changed_policy(
        tmp_path,
        "syn-fixed-02.toml",
        ('{ fact = "activity_score", at_most = 15 }', '{ fact = "request.cycle", at_most = 4 }'),
        ('{ fact = "activity_score", below = 28 }', '{ fact = "request.cycle", above = 4 }'),
        ('"Start.a", "Start.b"]', '"Start.a", "Start.b", { fact = "activity_score", at_least = 1 }]'),
        ('page = "response"', 'page = "criteria"'),
    )
    assert pages(policy, Purpose.CONTINUATION) == without(Page.CRITERIA, Page.RESPONSE)


def test_the_question_that_chooses_the_doses_is_asked_although_no_line_tests_it(tmp_path: Path) -> None:
    policy = changed_policy(
        tmp_path,
        "syn-weight-01.toml",
        ('test = { fact = "response", is = "full" }', 'test = { fact = "hemoglobin", above = 10 }'),
        ('    { fact = "response", one_of = ["full", "partial"] },\n', ""),
    )
    assert "response" not in {question.id for question in policy.questions_of(Purpose.CONTINUATION)}
    assert pages(policy, Purpose.CONTINUATION) == WHOLE
    assert Page.RESPONSE not in pages(policy, Purpose.INITIAL)
    document = bare_case(policy, Purpose.CONTINUATION)
    with INSTALLATION.with_folder(tmp_path):
        judgment = judge(storable(document))
    shown = questions_on(Page.RESPONSE, judgment)
    assert [question.id for question in shown] == ["response"]
