"""The letter that makes an approved first cycle longer: changed, nothing taken away, and it verifies."""

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pytest

from app.determination import Determination, Outcome
from app.identity import SigningIdentity
from app.plan import plan
from reports.blocks import Banner, Table, texts_of
from reports.check import check
from reports.draft import Draft
from reports.issue import issue
from reports.letter import compose
from reports.reason_texts import PolicyWords
from reports.wording import wording
from tests.reports.cases import AT, Document, case, decide

FIRST = {"case_id": "2026-00007", "letter_number": "D-20261121-7K3M9Q", "last_day": "2026-12-20"}
NUMBER = "D-20261218-TEST01"
WHY_NOT = "The marrow report does not show a remission."


def amendment(extension: str = "response") -> Document:
    """The approved first cycle, asked to last 28 days."""
    return case(request={"extension": extension, "doses_mg": ["1.50", "0.94", "0.94"]}, amends=FIRST)


def blocks_of(decided: Determination, language: str) -> tuple[object, ...]:
    return compose(decided, plan("mmm-healthcare"), language, NUMBER).blocks


def text(decided: Determination, language: str) -> str:
    return "\n".join(texts_of(compose(decided, plan("mmm-healthcare"), language, NUMBER).blocks))


@pytest.mark.parametrize(
    ("language", "banner", "old", "new"),
    [
        ("en", "Approval changed", "through December 20, 2026", "through December 27, 2026"),
        ("es", "Aprobación cambiada", "hasta el 20 de diciembre de 2026", "hasta el 27 de diciembre de 2026"),
    ],
)
def test_the_old_days_stand_beside_the_new_ones(language: str, banner: str, old: str, new: str) -> None:
    blocks = blocks_of(decide(amendment()), language)
    (shown,) = [block for block in blocks if isinstance(block, Banner)]
    table = next(block for block in blocks if isinstance(block, Table))
    (days,) = table.rows
    assert shown.text == banner
    assert FIRST["letter_number"] in table.columns[1].title
    assert old in days[1]
    assert new in days[2]
    assert "(21 " in days[1]
    assert "(28 " in days[2]


@pytest.mark.parametrize(
    ("extension", "language", "plain", "line"),
    [
        ("response", "en", "the leukemia is in remission", "Limits.A.i.A"),
        ("response", "es", "la leucemia está en remisión", "Limits.A.i.A"),
        ("toxicity_recovery", "en", "recover from side effects", "Limits.A.i.B"),
        ("toxicity_recovery", "es", "recuperarse de los efectos secundarios", "Limits.A.i.B"),
    ],
)
def test_the_reason_is_plain_for_the_member_and_has_its_line_for_the_prescriber(
    extension: str, language: str, plain: str, line: str
) -> None:
    said = text(decide(amendment(extension)), language)
    member, _, prescriber = said.partition(wording(language).sentences["clinical.title"])
    assert plain in member
    assert line not in member
    assert line in prescriber
    assert prescriber.count(FIRST["letter_number"]) >= 1


@pytest.mark.parametrize(("language", "kept"), [("en", "We took nothing away:"), ("es", "No quitamos nada:")])
def test_it_says_that_nothing_was_taken_away_and_that_no_dose_is_added(language: str, kept: str) -> None:
    said = text(decide(amendment()), language)
    (paragraph,) = [line for line in said.splitlines() if line.startswith(kept)]
    assert FIRST["letter_number"] in paragraph
    for amount in ("1.5 mg", "0.94 mg"):
        assert amount in paragraph


def test_a_policy_without_words_of_its_own_says_its_own_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.draft.policy_words", lambda _number: PolicyWords())
    assert "CR or CRi was reached." in text(decide(amendment()), "en")


def test_an_approval_that_changes_nothing_names_no_other_letter() -> None:
    said = text(decide(case(request={"extension": "response"})), "en")
    assert "Approval changed" not in said
    assert FIRST["letter_number"] not in said
    draft = Draft(decide(case()), plan("mmm-healthcare"), wording("en"), NUMBER)
    with pytest.raises(ValueError, match="changes an approval"):
        _ = draft.amends


@pytest.mark.parametrize(
    ("language", "denied", "stays"),
    [
        (
            "en",
            "We did not approve more days for treatment cycle 1",
            "still counts: it approved the cycle through December 20, 2026",
        ),
        (
            "es",
            "No aprobamos más días para el ciclo de tratamiento 1",
            "sigue vigente: aprobó el ciclo hasta el 20 de diciembre de 2026",
        ),
    ],
)
def test_a_denied_amendment_leaves_the_approval_as_it_is(language: str, denied: str, stays: str) -> None:
    said = text(decide(amendment(), Outcome.DENY, WHY_NOT), language)
    assert denied in said
    assert stays in said
    assert FIRST["letter_number"] in said
    assert WHY_NOT in said


@pytest.mark.parametrize(("language", "stays"), [("en", "still counts"), ("es", "sigue vigente")])
def test_a_request_for_information_says_so_too(language: str, stays: str) -> None:
    said = text(decide(amendment(), Outcome.PEND, "Please send the marrow report."), language)
    assert stays in said
    assert FIRST["letter_number"] in said


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("large", [False, True])
def test_the_signed_letter_verifies(reviewer: SigningIdentity, language: str, large: bool) -> None:
    made = issue(
        amendment(), None, reviewer, language=language, large_print=large, at=AT, letter_number=NUMBER
    )
    assert made.determination.outcome is Outcome.APPROVE
    verdict = check(made.pdf, [reviewer.certificate])
    assert verdict.good, [item for item in verdict.checks if not item.passed]
    document = pypdfium2.PdfDocument(made.pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert all(NUMBER in page for page in pages)
    assert large or "1-800-555-0111" in pages[0]  # decision, dates and phone on the first page
