"""How many pages each copy takes: an approval is one sheet, what a member gets is read at one sitting."""

from io import BytesIO

import pikepdf
import pytest

import resources
from app.case_file import load_case
from app.copies import Copy, copies_of
from app.determination import Determination, Outcome, determine
from app.review import Recommendation, review
from reports.edition import Edition
from reports.letter import compose
from reports.page import build_pdf
from tests.reports.cases import AT, PHYSICIAN
from tests.reports.composing import NUMBER, PLAN

SAMPLES = sorted(resources.path("samples").glob("*.json"))

# LETTERS' goals: two pages at 12 points, one of them the member's; four and five at 18 points.
MOST = {Copy.BOTH: 2, Copy.MEMBER: 1, Copy.PRESCRIBER: 4}
MOST_LARGE = {"en": 4, "es": 5}


def decided(name: str) -> Determination:
    judged = review(load_case(resources.path("samples", name)))
    denied = judged.recommendation is Recommendation.REFER
    return determine(judged, Outcome.DENY if denied else None, PHYSICIAN, AT, "As read." if denied else None)


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def copies(decision: Determination) -> list[Copy]:
    line = decision.review.case.request.line_of_business
    no_notice = decision.outcome.is_adverse and PLAN.form_for(line, "en", AT.date()) is None
    return [copy for copy in copies_of(decision.outcome) if not (no_notice and copy is Copy.MEMBER)]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", [sample.name for sample in SAMPLES])
def test_no_copy_is_longer_than_its_goal(name: str, language: str) -> None:
    decision = decided(name)
    for copy in copies(decision):
        beside = tuple(one for one in (Copy.MEMBER, Copy.PRESCRIBER) if one is not copy)
        made = compose(decision, PLAN, language, NUMBER, edition=Edition(copy, beside=beside))
        assert pages(build_pdf(made)) <= MOST[copy], copy
        if copy is Copy.MEMBER:
            assert pages(build_pdf(made, large_print=True)) <= MOST_LARGE[language]
