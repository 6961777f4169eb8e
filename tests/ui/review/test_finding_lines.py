"""The finding as lines and in words: what is shown of each line, what is not needed, what leads where."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from app import policy
from app.case import Judgment, judge
from app.case_json import storable
from tests.ui.review.closing_cases import sample
from ui.kit.finding_model import TreeLine
from ui.kit.status import Status
from ui.review.finding_lines import FindingLines, finding_lines
from ui.review.finding_words import changes, headline, next_step

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
        assert line.label == judgment.policy.criteria[name].text["es"]
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
def test_conditions_and_what_must_not_hold_are_no_rows(number: int) -> None:
    judgment = judged(number)
    hidden = set()
    for finding in judgment.finding.walk():
        if isinstance(finding.criterion.rule, policy.NoneOf):
            hidden |= {part.criterion.id for part in finding.parts}
        if isinstance(finding.criterion.rule, policy.Test) and "/" in finding.criterion.id:
            hidden.add(finding.criterion.id)
    assert hidden.isdisjoint(lines(finding_lines(judgment, "en")))


def test_notes_say_what_is_missing_or_what_fails() -> None:
    open_lines = lines(finding_lines(judged(9), "en"))
    assert open_lines["A.i"].note == "CD22 result: yes, document missing"
    assert open_lines["A.ii.B.1"].note == "Not answered yet"
    assert open_lines["A.ii.B.2"].note == "Treatment plan: not answered yet"
    assert open_lines["A.ii.A"].note == ""
    unmet = lines(finding_lines(judged(20), "en"))
    assert unmet["B.ii"].note == "Cycle 3 is asked for"
    assert unmet["B.ii.A/not_both"].note == "Response to treatment: CR, complete remission\nMRD result: yes"
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
        (16, "Not met: a physician decides"),
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
        (16, "Not met: A.i, A.iii. Refer the case to a physician, or decide it as one."),
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


def test_what_would_change_an_open_finding_is_true_and_short() -> None:
    assert [change.text for change in changes(judged(28), "en")] == [
        "“yes” in B.i.A, Disease progression: a physician decides",
        "“no” in B.i.A, Disease progression: all criteria met",
    ]
    assert [change.text for change in changes(judged(21), "en")] == [
        "A document for B.ii.A.2, MRD result: all criteria met"
    ]
    assert changes(judged(1), "en") == ()
    assert all(len(changes(judged(number), "en")) <= 3 for number in SAMPLES)
