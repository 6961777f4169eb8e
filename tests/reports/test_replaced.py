"""A letter that takes the place of an earlier one: corrected, changed, or only dated anew."""

from datetime import timedelta

import pytest

from app.copies import Copy
from app.determination import Outcome
from app.errors import DictamenError
from app.identity import SigningIdentity
from reports.blocks import Table, texts_of
from reports.check import check
from reports.earlier import earlier_letter
from reports.edition import Way
from reports.issue import issue
from reports.page import build_pdf
from reports.replaced import Earlier, replacing
from tests.reports.cases import AT, Document, approved, case, decide, denied, incomplete
from tests.reports.composing import letter, text
from tests.reports.test_page import signs

OLD_ADDRESS = ["Urb Las Lomas", "1755 Calle 12 SO", "San Juan PR 00921-1234"]
ONE_LINE = 0.14
"""Inches by which the tops of signs of one line may differ; lines are further apart."""


def wrong_address() -> Document:
    document = case()
    document["member"]["address"] = OLD_ADDRESS
    return document


def test_a_correction_shows_what_was_wrong_beside_what_is_right() -> None:
    right = decide(case())
    replaced = replacing(Earlier("D-1", decide(wrong_address())), right)
    assert replaced.way is Way.CORRECTED
    assert [change.fact for change in replaced.changes] == ["address"]
    said = text(right, "en", Copy.MEMBER, replaced)
    assert "Corrected letter" in said
    assert "takes the place of letter D-1 of November 21, 2026" in said
    assert "Our decision is the same." in said
    _, table = (
        block for block in letter(right, "en", Copy.MEMBER, replaced).blocks if isinstance(block, Table)
    )
    assert table.rows == (
        (
            "Address",
            "Urb Las Lomas\n1755 Calle 12 SO\nSan Juan PR 00921-1234",
            "Urb Las Lomas\n1755 Calle 22 SO\nSan Juan PR 00921-1234",
        ),
    )


@pytest.mark.parametrize("large", [False, True])
def test_an_address_stands_line_by_line_in_what_was_corrected(large: bool) -> None:
    right = decide(case())
    replaced = replacing(Earlier("D-1", decide(wrong_address())), right)
    made = letter(right, "en", Copy.MEMBER, replaced)
    drawn = list(signs(build_pdf(made, large_print=large)))
    text = "".join(sign.text for _, sign in drawn)
    for line in OLD_ADDRESS:
        typed = "".join(line.split())
        first = text.rindex(typed)  # the last: the one in the table
        tops = [sign.top for _, sign in drawn[first : first + len(typed)]]
        assert max(tops) - min(tops) < ONE_LINE, line


def test_what_only_the_prescriber_reads_stays_off_the_member_s_page() -> None:
    old = case()
    old["prescriber"]["npi"] = "1558598797"
    right = decide(case())
    replaced = replacing(Earlier("D-1", decide(old)), right)
    member = text(right, "en", Copy.MEMBER, replaced)
    assert "1558598797" not in member
    assert "Nothing on this page was wrong." in member
    assert "1558598797" in text(right, "en", Copy.PRESCRIBER, replaced)


def test_a_denial_that_becomes_an_approval_is_a_changed_decision() -> None:
    right = decide(case())
    replaced = replacing(Earlier("D-1", decide(denied(), Outcome.DENY, "No target.")), right)
    assert replaced.way is Way.CHANGED
    said = text(right, "en", Copy.BOTH, replaced)
    assert "Changed decision" in said
    rows = [
        row
        for block in letter(right, "en", Copy.BOTH, replaced).blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert ("Decision", "Not approved", "Approved") in rows


def test_nothing_that_was_approved_is_taken_back() -> None:
    lower = case(request={"doses_mg": ["1.40", "0.90", "0.90"]})
    for less in (decide(denied(), Outcome.DENY, "No target."), decide(lower)):
        with pytest.raises(DictamenError, match="not taken back"):
            replacing(Earlier("D-1", decide(case())), less)


def test_a_letter_replaces_one_of_its_own_case_only() -> None:
    other = case()
    other["case_id"] = "2026-99999"
    with pytest.raises(DictamenError, match="another case"):
        replacing(Earlier("D-1", decide(other)), decide(case()))
    with pytest.raises(DictamenError, match="asked for information"):
        replacing(Earlier("D-1", decide(incomplete())), decide(case()))


def test_cases_without_an_id_are_told_apart_by_their_members() -> None:
    old, new, other = case(), case(), case()
    for document in (old, new, other):
        document["case_id"] = None
    old["member"]["member_id"] = "M00099999"
    other["member"] |= {"member_id": "M00099999", "given_name": "Otra", "birth_date": "1970-01-01"}
    assert replacing(Earlier("D-1", decide(old)), decide(new)).way is Way.CORRECTED
    with pytest.raises(DictamenError, match="another case"):
        replacing(Earlier("D-1", decide(other)), decide(new))


def test_a_letter_dated_anew_says_that_only_number_and_date_are_new() -> None:
    old = decide(case())
    again = old._replace(at=AT + timedelta(days=1))
    replaced = replacing(Earlier("D-1", old), again)
    assert (replaced.way, replaced.changes) == (Way.DATED_ANEW, ())
    said = text(again, "en", Copy.MEMBER, replaced)
    assert "Only its number and its date are new." in said
    assert "days to appeal" not in said


def test_the_days_to_appeal_begin_again_with_the_new_date() -> None:
    old = decide(denied(), Outcome.DENY, "No target.")
    again = old._replace(at=AT + timedelta(days=3))
    replaced = replacing(Earlier("D-1", old), again)
    said = text(again, "en", Copy.MEMBER, replaced)
    assert "The days to appeal count from the new date." in said
    assert "Thursday, January 28, 2027" in said
    assert "Monday, January 25, 2027" not in said


def test_the_earlier_letter_is_read_from_its_own_file_and_both_verify(reviewer: SigningIdentity) -> None:
    first = issue(wrong_address(), None, reviewer, at=AT, letter_number="D-1")
    earlier = earlier_letter(first.pdf)
    assert earlier.number == "D-1"
    made = issue(case(), None, reviewer, at=AT, earlier=earlier, language="en")
    assert made.record.edition.replaces is not None
    assert made.record.edition.replaces.number == "D-1"
    verdict = check(made.pdf, [reviewer.certificate])
    assert verdict.good, verdict.failures
    assert verdict.record == made.record
    with pytest.raises(DictamenError, match="cannot be used"):
        earlier_letter(b"%PDF-1.7 nothing")


def test_a_first_letter_names_no_other() -> None:
    assert "takes the place" not in "\n".join(texts_of(letter(decide(approved())).blocks))
