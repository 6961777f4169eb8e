"""What goes out in one act: copies that name each other, and the notice behind the prescriber's copy."""

import re
from datetime import timedelta
from functools import partial
from io import BytesIO

import pikepdf
import pytest

from app.copies import Copy
from app.determination import Outcome
from app.errors import DictamenError
from app.identity import SigningIdentity
from reports.check import check
from reports.issue import issue
from reports.reissue import corrected, dated_anew
from reports.wording import wording
from tests.reports.cases import AT, DENIAL_REASON, approved, denied, too_much
from tests.reports.changed_plan import Use
from tests.reports.test_page import page_texts, squeezed


def test_a_letter_names_who_else_got_a_copy_in_the_same_act(physician: SigningIdentity) -> None:
    document = approved()
    keys = {Copy.BOTH: "copy_both", Copy.MEMBER: "copy_prescriber", Copy.PRESCRIBER: "copy_member"}
    made = issue(document, None, physician, at=AT, language="en", letter_number="D-1", with_copies=True)
    for one in (made, *made.copies):
        said = squeezed(" ".join(page_texts(one.pdf)))
        sentences = wording(one.record.language).sentences
        told = [key for key in keys.values() if sentences[f"closing.{key}"] in said]
        assert told == [keys[one.record.edition.copy]]
        assert check(one.pdf, [physician.certificate]).good
    alone = issue(document, None, physician, at=AT, language="en", letter_number="D-1")
    assert not re.search("Cop(y|ies) to", squeezed(" ".join(page_texts(alone.pdf))))


def test_pages_are_counted_over_all_that_goes_out(physician: SigningIdentity) -> None:
    made = issue(
        denied(), Outcome.DENY, physician, reason=DENIAL_REASON, at=AT, language="en", copy=Copy.MEMBER
    )
    pages = [squeezed(page) for page in page_texts(made.pdf)]
    (rest,) = [number for number, page in enumerate(pages, 1) if "The rest of the reasons" in page]
    assert rest > 2
    for number in (1, rest):
        assert f"Page {number} of {len(pages)}" in pages[number - 1]


@pytest.mark.parametrize("outcome", [Outcome.DENY, Outcome.APPROVE_IN_PART])
def test_the_prescriber_s_copy_has_the_member_s_notice_as_sent_behind_it(
    outcome: Outcome, physician: SigningIdentity
) -> None:
    document = denied() if outcome is Outcome.DENY else too_much()
    reason = "As read." if outcome is Outcome.DENY else None
    made = issue(document, outcome, physician, reason=reason, at=AT, with_copies=True)
    for one in (made, *made.copies):
        if one.record.edition.copy is Copy.MEMBER:
            sent = page_texts(one.pdf)[1]
    copies = [one for one in (made, *made.copies) if one.record.edition.copy is Copy.PRESCRIBER]
    assert {one.record.language for one in copies} == {"en", "es"}
    for one in copies:
        pages = page_texts(one.pdf)
        assert pages.count(sent) == 1
        said = squeezed(" ".join(pages[: pages.index(sent)]))
        named = {"en": "notice as sent", "es": "Incluimos la notificación"}[one.record.language]
        assert squeezed(named) in said
        assert set(one.record.edition.enclosed) == {"notice_form"}
        assert check(one.pdf, [physician.certificate]).good


def test_a_prescriber_s_copy_that_is_made_alone_shows_no_notice_as_sent(physician: SigningIdentity) -> None:
    alone = issue(denied(), Outcome.DENY, physician, reason="As read.", at=AT)
    assert alone.record.edition.enclosed == {}
    assert "Incluimos la notificación" not in " ".join(page_texts(alone.pdf))


def test_an_altered_notice_behind_the_prescriber_s_copy_is_refused(physician: SigningIdentity) -> None:
    made = issue(denied(), Outcome.DENY, physician, reason="As read.", at=AT, with_copies=True)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        last = pdf.pages[-1]
        last.contents_coalesce()
        last.Contents = pdf.make_stream(b"q Q " + last.Contents.read_bytes())
        target = BytesIO()
        pdf.save(target)
    verdict = check(target.getvalue(), [physician.certificate])
    assert not verdict.good
    at = made.pdf.rindex(b"endstream") - 20
    flipped = made.pdf[:at] + bytes([made.pdf[at] ^ 1]) + made.pdf[at + 1 :]
    assert not check(flipped, [physician.certificate]).good


ENDED = "to = 2026-11-21\n"


@pytest.mark.parametrize("again", ["dated anew", "corrected"])
@pytest.mark.parametrize(
    ("begins", "told"),
    [
        (
            "from = 2025-01-01\n",
            r"no form of the member's notice for MMM MA in es .* 2026-11-22\. Put it into",
        ),
        ("from = 2025-07-05\n", r"Notice of language help.* not valid on 2026-11-22"),
    ],
)
def test_a_letter_is_not_replaced_where_the_plan_lacks_what_it_had(
    again: str, begins: str, told: str, with_plan: Use, physician: SigningIdentity
) -> None:
    first = issue(denied(), Outcome.DENY, physician, reason="As read.", at=AT, with_copies=True)
    with_plan((begins, begins + ENDED))
    tomorrow = AT + timedelta(days=1)
    replaced = {
        "corrected": partial(corrected, first.pdf, {"prescriber.name": "Inés Muñoz Peña, MD"}),
        "dated anew": partial(dated_anew, first.pdf),
    }
    with pytest.raises(DictamenError, match=told):
        replaced[again](physician, at=tomorrow)
    assert dated_anew(first.pdf, physician, at=AT + timedelta(hours=1)).copies
