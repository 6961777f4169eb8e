"""Who may decide what, on which case."""

from datetime import UTC, datetime

import pytest

from app.case_file import parse_case
from app.determination import LONGEST_REASON, Determination, Outcome, determine, needs_reason, why_not
from app.errors import DictamenError, InvalidInput
from app.people import Person, Role
from app.review import Review, review
from tests.app.case_documents import REMOVED, Document, changed, continuation_case, valid_case

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PEOPLE = {role: Person("Inés Muestra Peña", role, "L-000") for role in Role}
REVIEWER, PHYSICIAN = PEOPLE[Role.REVIEWER], PEOPLE[Role.PHYSICIAN]


def judged(*steps: tuple[str, object], document: Document | None = None) -> Review:
    return review(parse_case(changed(document or valid_case(), *steps)))


APPROVE = judged()
IN_PART = judged(("request.doses_mg.0", "2.00"))
MORE_CYCLES = judged(("request.cycles_requested", 3))
PEND = judged(("answers.regimen", REMOVED))
NO_SIZE = judged(("measurements", None))
REFER = judged(("answers.cd22_positive.value", False))
NO_RESPONSE = judged(
    ("answers.response.evidence", []),
    ("answers.disease_progression.value", True),
    document=continuation_case(),
)


def decide(case: Review, outcome: Outcome | None, person: Person, reason: str | None = None) -> Determination:
    return determine(case, outcome, person, NOW, reason)


@pytest.mark.parametrize(
    ("case", "person", "allowed"),
    [
        (APPROVE, REVIEWER, {"approve", "pend"}),
        (APPROVE, PHYSICIAN, {"approve", "pend", "deny"}),
        (IN_PART, REVIEWER, {"pend"}),
        (IN_PART, PHYSICIAN, {"approve", "approve_in_part", "pend", "deny"}),
        (MORE_CYCLES, REVIEWER, {"pend"}),
        (MORE_CYCLES, PHYSICIAN, {"approve_in_part", "pend", "deny"}),
        (PEND, REVIEWER, {"pend"}),
        (PEND, PHYSICIAN, {"pend", "deny"}),
        (NO_SIZE, REVIEWER, {"pend"}),
        (NO_SIZE, PHYSICIAN, {"pend", "deny"}),
        (REFER, REVIEWER, {"pend"}),
        (REFER, PHYSICIAN, {"approve", "pend", "deny"}),
        (NO_RESPONSE, PHYSICIAN, {"pend", "deny"}),
        (APPROVE, PEOPLE[Role.QA], set()),
        (APPROVE, PEOPLE[Role.ADMINISTRATOR], set()),
    ],
)
def test_what_a_person_may_decide(case: Review, person: Person, allowed: set[str]) -> None:
    assert {outcome.value for outcome in Outcome if why_not(case, outcome, person) is None} == allowed


def test_no_path_denies_without_a_physician() -> None:
    for case in (APPROVE, IN_PART, MORE_CYCLES, PEND, NO_SIZE, REFER, NO_RESPONSE):
        for role, person in PEOPLE.items():
            if role is not Role.PHYSICIAN:
                with pytest.raises(DictamenError, match=r"only a|may not"):
                    decide(case, Outcome.DENY, person, "reason")


def test_without_an_outcome_the_recommendation_is_followed() -> None:
    assert decide(APPROVE, None, REVIEWER).outcome is Outcome.APPROVE
    assert decide(PEND, None, REVIEWER).outcome is Outcome.PEND
    assert decide(IN_PART, None, PHYSICIAN).outcome is Outcome.APPROVE_IN_PART


def test_a_referral_has_to_be_decided_in_words() -> None:
    with pytest.raises(InvalidInput) as caught:
        decide(REFER, None, PHYSICIAN)
    assert caught.value.field == "decision"


def test_a_decision_against_the_recommendation_needs_a_reason() -> None:
    assert needs_reason(APPROVE, Outcome.DENY)
    for reason in (None, "", " \n "):
        with pytest.raises(InvalidInput) as caught:
            decide(APPROVE, Outcome.DENY, PHYSICIAN, reason)
        assert caught.value.field == "reason"
    assert decide(APPROVE, Outcome.DENY, PHYSICIAN, " Not \n indicated ").reason == "Not indicated"
    assert decide(APPROVE, None, REVIEWER).reason is None


@pytest.mark.parametrize("reason", ["x" * (LONGEST_REASON + 1), "bell \x07", "\ud800"])
def test_a_reason_that_cannot_be_printed_is_refused(reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        decide(APPROVE, Outcome.DENY, PHYSICIAN, reason)
    assert caught.value.field == "reason"


def test_a_partial_approval_authorizes_the_limit_and_a_whole_one_what_was_asked() -> None:
    in_part = decide(IN_PART, None, PHYSICIAN)
    whole = decide(IN_PART, Outcome.APPROVE, PHYSICIAN, "The extra dose is justified")
    assert [str(mg.normalize()) for mg in in_part.doses_mg] == ["1.504", "0.94", "0.94"]
    assert [str(mg.normalize()) for mg in whole.doses_mg] == ["2", "0.94", "0.94"]
    assert whole.cycle is not None
    assert whole.cycle.units == 20 + 10 + 10


def test_what_authorizes_nothing_has_no_doses() -> None:
    for determination in (decide(PEND, None, REVIEWER), decide(APPROVE, Outcome.DENY, PHYSICIAN, "No")):
        assert (determination.cycle, list(determination.doses_mg)) == (None, [])


def test_a_referred_case_is_approved_with_its_doses_by_a_physician_alone() -> None:
    determination = decide(REFER, Outcome.APPROVE, PHYSICIAN, "Compendium support")
    assert len(determination.doses_mg) == 3
    with pytest.raises(DictamenError, match="physician"):
        decide(REFER, Outcome.APPROVE, REVIEWER, "Compendium support")
