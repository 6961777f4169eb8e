"""English and Spanish come from the same facts: dates, amounts, names, codes, phones, lines, deadlines."""

from collections.abc import Iterator

import pytest

import resources
from app.case_file import load_case
from app.copies import Copy, copies_of
from app.determination import Determination, Outcome, determine
from app.review import Recommendation, review
from reports.blocks import plain_text
from reports.edition import Replaced
from reports.notice_words import item_words, rationale_words
from reports.replaced import Earlier, replacing
from reports.wording import wording
from tests.reports.cases import AT, DECISIONS, NOT_MET, PHYSICIAN, Document, case, continuation, decide
from tests.reports.composing import NUMBER, PLAN, draft, letter, text
from tests.reports.facts_said import facts_said

EXTENDED = case(
    request={"extension": "response", "doses_mg": ["1.50", "0.94", "0.94"]},
    amends={"case_id": "2026-00007", "letter_number": "D-20261121-7K3M9Q", "last_day": "2026-12-20"},
)
OTHER_PLAN = case(request={"line_of_business": "MMM Multihealth"})


def _decisions() -> Iterator[tuple[str, Determination]]:
    for kind, (document, outcome, reason) in DECISIONS.items():
        yield kind, decide(document, outcome, reason)
    for name, document in NOT_MET.items():
        yield name, decide(document, Outcome.DENY, "As the criteria say.")
    yield "later cycle", decide(continuation(2))
    yield "more days", decide(EXTENDED)
    yield "no more days", decide(EXTENDED, Outcome.DENY, "No marrow report.")
    yield "the other plan", decide(OTHER_PLAN)
    for sample in sorted(resources.path("samples").glob("*.json")):
        judged = review(load_case(sample))
        denied = judged.recommendation is Recommendation.REFER
        outcome = Outcome.DENY if denied else None
        yield sample.stem, determine(judged, outcome, PHYSICIAN, AT, "As read." if denied else None)


def _letters() -> Iterator[object]:
    for name, decided in _decisions():
        for copy in copies_of(decided.outcome):
            line = decided.review.case.request.line_of_business
            has_form = PLAN.form_for(line, "en", AT.date()) is not None
            if has_form or not (decided.outcome.is_adverse and copy is Copy.MEMBER):
                yield pytest.param(decided, copy, id=f"{name}-{copy}")


def _names(decided: Determination) -> list[str]:
    case_ = decided.review.case
    return [
        case_.member.full_name,
        case_.member.member_id,
        case_.prescriber.name,
        decided.person.name,
        decided.person.license,
        NUMBER,
        *(item.title for item in case_.evidence),
        *case_.member.address,
    ]


@pytest.mark.parametrize(("decided", "copy"), list(_letters()))
def test_both_languages_say_every_fact_equally_often(decided: Determination, copy: Copy) -> None:
    english, spanish = text(decided, "en", copy), text(decided, "es", copy)
    assert facts_said(english, "en") == facts_said(spanish, "es")
    assert [english.count(name) for name in _names(decided)] == [spanish.count(n) for n in _names(decided)]
    assert NUMBER in english


@pytest.mark.parametrize(("decided", "copy"), list(_letters()))
def test_both_languages_have_the_same_blocks(decided: Determination, copy: Copy) -> None:
    kinds = [[type(block) for block in letter(decided, one, copy).blocks] for one in ("en", "es")]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("name", [*NOT_MET, "approve_in_part", "no more days"])
def test_the_form_gets_the_same_facts_in_both_languages(name: str) -> None:
    decided = dict(_decisions())[name]
    said = {}
    for language in ("en", "es"):
        made = draft(decided, language, Copy.MEMBER)
        parts = (*item_words(made), *rationale_words(made))
        said[language] = facts_said("\n".join(map(plain_text, parts)), language)
    assert said["en"] == said["es"]
    assert said["en"]["MP-RX-FP-12-23"] == 1


def _corrected() -> tuple[Determination, Replaced]:
    wrong: Document = case()
    wrong["member"]["address"] = ["Urb Las Lomas", "1755 Calle 12 SO", "San Juan PR 00921-1234"]
    wrong["prescriber"]["npi"] = "1558598797"
    wrong["measurements"]["weight_kg"] = 74
    right = decide(case())
    return right, replacing(Earlier("D-1", decide(wrong)), right)


@pytest.mark.parametrize("copy", list(Copy))
def test_a_corrected_letter_says_the_same_in_both_languages(copy: Copy) -> None:
    decided, replaced = _corrected()
    english, spanish = (text(decided, language, copy, replaced) for language in ("en", "es"))
    assert facts_said(english, "en") == facts_said(spanish, "es")
    assert "D-1" in english


def test_what_is_compared_is_read_out_of_either_language() -> None:
    english = "On Monday, November 23, 2026, 2:05 p.m.: 1.5 mg, A.i, J9229, 1-787-555-0110, Nov 30."
    spanish = "El lunes, 23 de noviembre de 2026, 2:05 p.m.: 1.5 mg, A.i, J9229, 1-787-555-0110, 30 nov."
    found = facts_said(english, "en")
    assert found == facts_said(spanish, "es")
    assert {"2026-11-23", "2:05p", "1.5 mg", "A.i", "J9229", "1-787-555-0110", "0000-11-30"} == set(found)
    assert facts_said(english.replace("1.5", "1.6"), "en") != found
    assert wording("en").locale != wording("es").locale
