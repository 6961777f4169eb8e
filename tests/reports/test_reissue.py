"""A letter dated anew or corrected: the same decision under another number, naming the one it replaces."""

from datetime import timedelta

import pytest

from app.errors import DictamenError
from app.identity import SigningIdentity
from reports.check import check
from reports.edition import Change, Way
from reports.issue import IssuedLetter
from reports.reissue import corrected, dated_anew
from tests.reports.cases import AT
from tests.reports.test_page import page_texts, squeezed

LATER = AT + timedelta(days=2)


@pytest.mark.parametrize("kind", ["approve", "deny", "pend"])
def test_the_same_decision_has_another_date_and_number(
    kind: str, letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    before = letters[kind]
    after = dated_anew(before.pdf, physician, at=LATER)
    verdict = check(after.pdf, [physician.certificate])
    assert verdict.good, verdict.failures
    record = after.record
    assert record.at == LATER
    assert (record.outcome, record.reason) == (before.record.outcome, before.record.reason)
    assert after.letter_number != before.letter_number
    assert record.edition.replaces is not None
    assert record.edition.replaces.number == before.letter_number
    assert record.edition.replaces.way is Way.DATED_ANEW
    assert squeezed(before.letter_number) in squeezed("".join(page_texts(after.pdf)))


def test_only_who_may_decide_it_dates_it_anew(
    letters: dict[str, IssuedLetter], reviewer: SigningIdentity
) -> None:
    with pytest.raises(DictamenError):
        dated_anew(letters["deny"].pdf, reviewer, at=LATER)


@pytest.mark.parametrize("kind", ["approve", "deny", "pend"])
def test_a_corrected_letter_names_what_was_wrong_and_decides_the_same(
    kind: str, letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    before = letters[kind]
    after = corrected(before.pdf, {"prescriber.name": "Inés Muñoz Peña, MD"}, physician, at=LATER)
    verdict = check(after.pdf, [physician.certificate])
    assert verdict.good, verdict.failures
    replaced = after.record.edition.replaces
    assert replaced is not None
    assert (replaced.way, replaced.number) == (Way.CORRECTED, before.letter_number)
    assert replaced.changes == (Change("prescriber", "Inés Muñiz Peña, MD", "Inés Muñoz Peña, MD"),)
    assert after.record.outcome is before.record.outcome
    assert {copy.record.edition.replaces for copy in after.copies} == {replaced}


def test_a_correction_that_changes_nothing_is_no_letter(
    letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    with pytest.raises(DictamenError, match="Nothing on the letter would change"):
        corrected(letters["approve"].pdf, {"prescriber.name": "Inés Muñiz Peña, MD"}, physician, at=LATER)
