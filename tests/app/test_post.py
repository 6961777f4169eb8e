"""Letters on their way: issue and dispatch, on the letter's day, to whom the copy may go."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.copies import Copy
from app.desk import OpenCase, open_case
from app.determination import Outcome, determine
from app.errors import DictamenError
from app.late_letters import LOOKED_BACK, late_letters
from app.people import Person
from app.post import Channel, Post, Recipient, case_of_letter
from app.signed_again import keep_in_place_of
from app.signed_letters import SignedCopy
from tests.app.desk_fixtures import PHYSICIAN, REVIEWER, WATCHER, keep_sample, unlock

AT = datetime.fromisoformat("2026-11-24T16:00:00-04:00")
APPROVED, DENIED = "D-20261124-AAAAAA", "D-20261124-BBBBBB"


def signed(case: OpenCase, number: str, outcome: Outcome, person: Person, copy: Copy, *copies: Copy) -> str:
    """Keep a letter with these copies; gives the case's id."""
    review = case.judgment.review
    assert review is not None
    reason = "The criteria are not met." if outcome is Outcome.DENY else None
    decided = determine(review, outcome, person, AT, reason)
    beside = [SignedCopy(one.value, "es", f"%PDF {one}".encode()) for one in copies]
    case.keep_letter(decided, number, "es", f"%PDF {copy}".encode(), copy.value, beside)
    return case.case_id


@pytest.fixture
def approved(home: Path, casebook: Casebook) -> Post:
    case = open_case(casebook, keep_sample(home, "01"))
    usual = (Copy.BOTH, Copy.MEMBER, Copy.PRESCRIBER)
    return Post(casebook, signed(case, APPROVED, Outcome.APPROVE, REVIEWER, *usual))


def test_issue_and_dispatch_are_facts_with_who_and_when(approved: Post, casebook: Casebook) -> None:
    approved.issue(APPROVED, Recipient.MEMBER, AT)
    approved.dispatch(APPROVED, Recipient.MEMBER, Channel.MAIL, AT + timedelta(hours=2))
    again = Post(casebook, approved.case_id)
    told = [(fact.action, fact.to, fact.how, fact.by) for fact in again.of(APPROVED)]
    assert told == [
        ("issued the letter", "member", "", REVIEWER.name),
        ("dispatched the letter", "member", "mail", REVIEWER.name),
    ]
    assert again.dispatched(APPROVED)
    assert all(fact.at.tzinfo is not None for fact in again.of(APPROVED))
    assert casebook.verify() == []


def test_the_copy_that_goes_out_is_the_recipients_own(approved: Post) -> None:
    assert approved.copy_for(APPROVED, Recipient.MEMBER).copy == Copy.MEMBER
    assert approved.copy_for(APPROVED, Recipient.PRESCRIBER).copy == Copy.PRESCRIBER


def test_what_was_not_issued_is_not_dispatched(approved: Post) -> None:
    approved.issue(APPROVED, Recipient.MEMBER, AT)
    with pytest.raises(DictamenError, match="was not issued to the prescriber"):
        approved.dispatch(APPROVED, Recipient.PRESCRIBER, Channel.FAX, AT)
    assert not approved.dispatched(APPROVED)


def test_after_its_day_a_letter_is_neither_issued_nor_dispatched(approved: Post) -> None:
    approved.issue(APPROVED, Recipient.MEMBER, AT)
    next_day = AT + timedelta(hours=9)
    with pytest.raises(DictamenError, match="date it anew"):
        approved.issue(APPROVED, Recipient.PRESCRIBER, next_day)
    with pytest.raises(DictamenError, match="date it anew"):
        approved.dispatch(APPROVED, Recipient.MEMBER, Channel.MAIL, next_day)
    assert approved.late(APPROVED, next_day)
    assert not approved.late(APPROVED, AT)


def test_the_day_is_that_of_the_plans_own_time(approved: Post) -> None:
    """At 23:30 in Puerto Rico it is the next day in Greenwich; the letter's day is not over."""
    late_evening = datetime.fromisoformat("2026-11-25T03:30:00+00:00")
    approved.issue(APPROVED, Recipient.MEMBER, late_evening)
    assert not approved.late(APPROVED, late_evening)


def test_a_letter_that_went_out_on_its_day_need_not_be_dated_anew(approved: Post) -> None:
    approved.issue(APPROVED, Recipient.MEMBER, AT)
    approved.dispatch(APPROVED, Recipient.MEMBER, Channel.HAND, AT)
    assert not approved.late(APPROVED, AT + timedelta(days=3))


def test_a_letter_takes_the_place_of_one_of_a_decided_case(approved: Post, casebook: Casebook) -> None:
    review = open_case(casebook, approved.case_id).judgment.review
    assert review is not None
    next_day = AT + timedelta(days=1)
    decided = determine(review, Outcome.APPROVE, REVIEWER, next_day, None)
    copies = [SignedCopy(Copy.BOTH.value, "es", b"%PDF anew")]
    note = keep_in_place_of(casebook, approved.case_id, APPROVED, decided, "D-20261125-CCCCCC", copies)
    after = Post(casebook, approved.case_id)
    assert after.replaced_by(APPROVED) == note.number
    assert not after.late(APPROVED, next_day)
    with pytest.raises(DictamenError, match="took the place"):
        after.issue(APPROVED, Recipient.MEMBER, AT)
    after.issue(note.number, Recipient.MEMBER, next_day)
    assert open_case(casebook, approved.case_id).letter(note) == b"%PDF anew"


def test_an_adverse_letter_without_the_plans_form_is_not_issued_to_the_member(home: Path) -> None:
    case_id = keep_sample(home, "16")
    with unlock(home, REVIEWER) as casebook:
        open_case(casebook, case_id).refer("CD22 is not shown.")
    with unlock(home, PHYSICIAN) as casebook:
        case = open_case(casebook, case_id)
        case.take_over()
        post = Post(casebook, signed(case, DENIED, Outcome.DENY, PHYSICIAN, Copy.PRESCRIBER))
        with pytest.raises(DictamenError, match="plan's own form only"):
            post.issue(DENIED, Recipient.MEMBER, AT)
        post.issue(DENIED, Recipient.PRESCRIBER, AT)
    assert [fact.to for fact in post.of(DENIED)] == ["prescriber"]


def test_who_only_reads_records_nothing(home: Path, approved: Post) -> None:
    with unlock(home, WATCHER) as casebook, pytest.raises(DictamenError, match="Quality assurance"):
        Post(casebook, approved.case_id).issue(APPROVED, Recipient.MEMBER, AT)


def test_a_letter_is_found_by_its_number(approved: Post, casebook: Casebook) -> None:
    assert case_of_letter(casebook, APPROVED) == approved.case_id
    with pytest.raises(DictamenError, match="keeps no letter D-0"):
        case_of_letter(casebook, "D-0")
    with pytest.raises(DictamenError, match="has no letter D-0"):
        approved.notes("D-0")


def test_letters_that_did_not_go_out_on_their_day_are_found(approved: Post, casebook: Casebook) -> None:
    tomorrow = AT + timedelta(days=1)
    assert late_letters(casebook, AT) == ()
    (late,) = late_letters(casebook, tomorrow)
    assert (late.number, late.case_id, late.day) == (APPROVED, approved.case_id, AT.date())
    assert late_letters(casebook, AT + timedelta(days=LOOKED_BACK))
    assert late_letters(casebook, AT + timedelta(days=LOOKED_BACK + 1)) == ()
    approved.issue(APPROVED, Recipient.MEMBER, AT)
    assert late_letters(casebook, tomorrow), "issued is not dispatched"
    approved.dispatch(APPROVED, Recipient.MEMBER, Channel.MAIL, AT)
    assert late_letters(casebook, tomorrow) == ()


def test_a_letter_that_was_dated_anew_is_late_no_more(approved: Post, casebook: Casebook) -> None:
    tomorrow = AT + timedelta(days=1)
    case = open_case(casebook, approved.case_id)
    review = case.judgment.review
    assert review is not None
    decided = determine(review, Outcome.APPROVE, REVIEWER, tomorrow, None)
    new = [SignedCopy(Copy.BOTH.value, "es", b"%PDF anew")]
    keep_in_place_of(casebook, approved.case_id, APPROVED, decided, "D-20261125-CCCCCC", new)
    assert late_letters(casebook, tomorrow) == ()
    assert [late.number for late in late_letters(casebook, tomorrow + timedelta(days=1))] == [
        "D-20261125-CCCCCC"
    ]
