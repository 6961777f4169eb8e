"""A letter dated anew: the same decision under another date and number, which names the one it replaces."""

from datetime import timedelta

import pytest

from app.errors import DictamenError
from app.identity import SigningIdentity
from reports.check import check
from reports.edition import Way
from reports.issue import IssuedLetter
from reports.reissue import dated_anew
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
