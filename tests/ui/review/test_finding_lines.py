"""The finding as lines and in words: what is shown of each line, what is not needed, what leads where."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from app.case import Judgment, judge
from app.case_json import storable
from app.explanation import what_would_change
from app.route import Page, questions_on
from tests.ui.review.closing_cases import sample
from ui.kit.finding_model import TreeLine
from ui.kit.status import Status
from ui.review.finding_lines import FindingLines, finding_lines
from ui.review.finding_reasons import ToldFact, ToldReason, reasons, reasons_title
from ui.review.finding_words import SHOWN, Change, changes, headline, next_step

SAMPLES = range(1, 32)
MRD_REPORT = "the MRD report with its method and sensitivity"


def judged(number: int, **answers: Mapping[str, object] | None) -> Judgment:
    document: dict[str, Any] = sample(number)
    given = {**document["answers"], **answers}
    document["answers"] = {name: answer for name, answer in given.items() if answer is not None}
    return judge(storable(document))


def lines(found: FindingLines) -> dict[str, TreeLine]:
    def walk(line: TreeLine) -> Iterator[TreeLine]:
        yield line
        for child in line.children:
            yield from walk(child)

    return {line.id: line for top in found.top for line in walk(top)}


def test_printed_lines_are_rows_and_their_own_tests_are_not() -> None:
    shown = lines(finding_lines(judged(9), "en"))
    assert list(shown) == [
        "A",
        "A/relapsed_or_refractory",
        "A.i",
        "A.ii",
        "A.ii.A",
        "A.ii.B",
        "A.ii.B.1",
        "A.ii.B.2",
        "A.ii.B.3",
        "A.iii",
    ]
    assert shown["A.i"].number == "A.i"
    assert shown["A/relapsed_or_refractory"].number == ""


@pytest.mark.parametrize("number", SAMPLES)
def test_every_line_has_words_and_leads_somewhere(number: int) -> None:
    judgment = judged(number)
    found = finding_lines(judgment, "es")
    for name, line in lines(found).items():
        assert line.label.removeprefix("Not: ") == judgment.policy.criteria[name].text["es"]
        target = found.question_of[name]
        assert target in judgment.policy.questions or target == "request.cycle"
    section = judgment.policy.sections[judgment.request.purpose]
    assert set(section.facts()) == set(found.line_of)


@pytest.mark.parametrize("number", SAMPLES)
def test_a_line_is_open_only_while_it_can_change_the_whole(number: int) -> None:
    judgment = judged(number)
    shown = lines(finding_lines(judgment, "en")).values()
    is_open = [line for line in shown if line.status is Status.OPEN]
    assert bool(is_open) == bool(judgment.openings.questions or judgment.openings.documents)
    assert all(line.dim is (line.status is Status.NEUTRAL) for line in shown)


@pytest.mark.parametrize("number", SAMPLES)
def test_every_criterion_that_counts_is_a_row_and_no_test_within_one_is(number: int) -> None:
    judgment = judged(number)
    shown = lines(finding_lines(judgment, "en"))
    assert shown.keys() <= judgment.policy.criteria.keys()
    for finding in judgment.finding.walk():
        row = shown.get(finding.criterion.id)
        if row is not None and not row.dim:
            named = {part.criterion.id for part in finding.parts} & judgment.policy.criteria.keys()
            assert {child.id for child in row.children} == named


def test_notes_say_what_is_missing_or_what_fails() -> None:
    open_lines = lines(finding_lines(judged(9), "en"))
    assert open_lines["A.i"].note == "CD22 result: yes, document missing"
    assert open_lines["A.ii.B.1"].note == "Not answered yet"
    assert open_lines["A.ii.B.2"].note == "Treatment plan: not answered yet"
    assert open_lines["A.ii.A"].note == ""
    unmet = lines(finding_lines(judged(20), "en"))
    assert unmet["B.ii"].note == "Cycle 3 is asked for"
    assert unmet["B.ii.A/not_both"].note == ""
    assert unmet["B.ii.A/both"].note == "Response to treatment: CR, complete remission\nMRD result: yes"
    assert unmet["B.iii"].dim


def test_an_undocumented_answer_is_said_with_its_gap() -> None:
    shown = lines(finding_lines(judged(1, disease_status={"value": "relapsed"}), "en"))
    assert shown["A.ii.A"].note == "Answered: relapsed. Document missing"
    assert shown["A.ii.A"].status is Status.OPEN


def test_an_open_condition_is_told_in_the_line_that_it_chooses_for() -> None:
    shown = lines(finding_lines(judged(23, hsct_planned=None), "en"))
    assert shown["B.i/duration"].note == "Not answered yet"
    assert finding_lines(judged(23, hsct_planned=None), "en").question_of["B.i/duration"] == "hsct_planned"


def test_an_unmet_line_leads_to_the_answer_that_fails_it() -> None:
    found = finding_lines(judged(27), "en")
    assert found.question_of["B"] == "veno_occlusive_disease"
    assert found.question_of["B.i"] == "veno_occlusive_disease"


def test_a_question_is_marked_in_the_line_that_counts() -> None:
    assert finding_lines(judged(1), "en").line_of["regimen"] == "A.ii.B.1"
    assert finding_lines(judged(5), "en").line_of["regimen"] == "A.iii.B"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "All criteria met"),
        (9, "Open: 1 question, 1 document"),
        (21, "Open: 1 document"),
        (10, "Open: 2 questions"),
        (16, "Not met: a physician reviewer decides"),
    ],
)
def test_headlines(number: int, expected: str) -> None:
    assert headline(judged(number)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "Each line that applies was answered and documented."),
        (11, "More is asked for than one approval may cover; see Dose and schedule."),
        (15, "Height and weight are missing, so no dose can be authorized."),
        (16, "Not met: A.i, A.iii. Refer the case to a physician reviewer, or decide it as one."),
        (21, f"Ask the prescriber for: {MRD_REPORT}. The clock keeps running."),
        (28, "Answer what the record shows: Disease progression. The clock keeps running."),
    ],
)
def test_what_to_do_next(number: int, expected: str) -> None:
    assert next_step(judged(number), "en") == expected


def test_an_incomplete_request_is_named_when_all_else_is_met() -> None:
    document: dict[str, Any] = sample(1)
    del document["member"]["birth_date"]
    said = next_step(judge(storable(document)), "en")
    assert said == "The request is not complete yet; see the page Request."


def test_what_would_change_leads_to_a_status_and_starts_at_a_card() -> None:
    assert changes(judged(28), "en") == (
        Change(
            Status.MET,
            "A physician's note that there is no progression would meet B.i.A.",
            "disease_progression",
        ),
        Change(
            Status.NOT_MET,
            "With documented disease progression, B.i.A would not be met.",
            "disease_progression",
        ),
    )


def test_what_would_change_is_in_the_language_of_the_screen() -> None:
    assert [change.text for change in changes(judged(22), "es")] == [
        "Con un plan sin trasplante de células madre se cumpliría B.i."
    ]


@pytest.mark.parametrize("number", SAMPLES)
def test_at_most_three_changes_are_told_and_one_towards_each_status(number: int) -> None:
    judgment = judged(number)
    request, status = judgment.request, judgment.finding.status
    possible = what_would_change(judgment.policy, request.purpose, request.cycle, judgment.answers, status)
    told = changes(judgment, "en")
    assert 1 <= len(told) <= 3
    if possible:
        assert {change.text for change in told} <= {change.text["en"] for change in possible}
        assert {change.status for change in told} == {SHOWN[change.to] for change in possible}
        assert len(told) == min(len(possible), 3)


@pytest.mark.parametrize("number", SAMPLES)
def test_every_change_starts_at_a_card_that_the_case_shows(number: int) -> None:
    judgment = judged(number)
    asked = {question.id for page in Page for question in questions_on(page, judgment)}
    assert {change.card for change in changes(judgment, "en")} <= asked | {"request.cycle"}


def test_a_question_that_is_asked_later_is_reached_by_the_one_before_it() -> None:
    planned = judged(25, hsct_planned={"value": True, "evidence": []}, response_cycle=None)
    first = changes(planned, "en")[0]
    assert "first documented in cycle 3 or earlier" in first.text
    assert first.card == "hsct_planned"


def test_a_limit_of_cycles_is_said_to_have_no_remedy() -> None:
    assert changes(judged(26), "en") == (
        Change(
            Status.INFO,
            "No answer changes this: cycle 7 is asked for, and that decides alone.",
            "request.cycle",
        ),
    )


# ---------------------------------------------------------------- why


def told(judgment: Judgment, line: str, language: str = "en") -> tuple[ToldReason, ...]:
    return reasons(judgment, finding_lines(judgment, language).finding_of[line], language)


def test_a_met_line_is_explained_by_its_answers_and_their_documents() -> None:
    assert told(judged(1), "A.ii") == (
        ToldReason(
            "A.ii.A",
            (ToldFact("Relapse or refractory disease: relapsed", "E2 Hematology clinic note, 17-Nov-2026"),),
        ),
        ToldReason(
            "A.ii.B.1",
            (
                ToldFact(
                    "Treatment plan: nothing else", "E3 Treatment plan signed by the prescriber, 18-Nov-2026"
                ),
            ),
        ),
    )


def test_an_open_line_is_explained_by_what_is_missing() -> None:
    first = told(judged(9), "A.i")
    assert first == (ToldReason("A.i", (ToldFact("CD22 result: yes, document missing", ""),)),)
    second = told(judged(9), "A.ii")
    assert ToldFact("Treatment plan: not answered yet", "") in {fact for one in second for fact in one.facts}


def test_a_limit_is_explained_by_the_cycle_asked_for() -> None:
    assert ToldFact("Cycle 7 is asked for", "") in {
        fact for one in told(judged(26), "B.iii") for fact in one.facts
    }


@pytest.mark.parametrize(
    ("number", "line", "title"),
    [
        (1, "A.ii.B", "Why A.ii.B is met"),
        (9, "A.i", "Why A.i is open"),
        (16, "A.i", "Why A.i is not met"),
        (9, "A/relapsed_or_refractory", "Why this part of A is open"),
    ],
)
def test_the_title_names_the_line_and_its_status(number: int, line: str, title: str) -> None:
    assert reasons_title(finding_lines(judged(number), "en").finding_of[line]) == title


@pytest.mark.parametrize("number", SAMPLES)
def test_every_line_has_a_reason_with_facts(number: int) -> None:
    judgment = judged(number)
    for line in finding_lines(judgment, "es").finding_of:
        found = told(judgment, line, "es")
        assert found
        assert all(reason.facts for reason in found)
