"""The letter that makes an approved first cycle longer: changed, nothing taken away, and it verifies."""

from datetime import date, timedelta

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pytest

from app.copies import Copy
from app.determination import Determination, Outcome
from app.identity import SigningIdentity
from app.plan import plan
from reports.blocks import Banner, Table, plain_text, texts_of
from reports.check import check
from reports.draft import Draft
from reports.issue import issue
from reports.letter import compose
from reports.notice_words import rationale_words
from reports.page import build_pdf
from reports.reason_texts import PolicyWords
from reports.wording import wording
from tests.reports.cases import AT, Document, case, decide, denied
from tests.reports.composing import draft, letter
from tests.reports.composing import text as letter_text
from tests.reports.test_page import page_texts, squeezed

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


# ---------------------------------------------------------------- more days that were refused


def refused(language: str, copy: Copy) -> str:
    return letter_text(decide(amendment(), Outcome.DENY, WHY_NOT), language, copy)


def why(decided: Determination, language: str) -> list[str]:
    """The paragraphs that the member's notice gives as its reasons."""
    return [plain_text(said) for said in rationale_words(draft(decided, language, Copy.MEMBER))]


@pytest.mark.parametrize(
    ("language", "asked", "rule", "own", "line"),
    [
        (
            "en",
            "asked us for more days for your treatment cycle 1",
            "The policy allows more days when the leukemia is in remission (no signs of it), or to recover",
            f"The physician reviewer's reason: {WHY_NOT}",
            "section Limits.A.i.A",
        ),
        (
            "es",
            "nos pidió más días para su ciclo de tratamiento 1",
            "La política permite más días si la leucemia está en remisión (sin señales de ella), o para",
            f"La razón del médico revisor: {WHY_NOT}",
            "sección Limits.A.i.A",
        ),
    ],
)
def test_a_member_reads_why_there_are_no_more_days(
    language: str, asked: str, rule: str, own: str, line: str
) -> None:
    said = why(decide(amendment(), Outcome.DENY, WHY_NOT), language)
    assert asked in said[0]
    assert said[1].startswith(rule)
    assert said[2] == own
    assert line in said[3]
    assert said[1] in refused(language, Copy.PRESCRIBER)


def test_where_the_cycle_itself_does_not_meet_the_criteria_they_are_the_reason() -> None:
    document = amendment() | {"answers": denied()["answers"]}
    said = "\n".join(why(decide(document, Outcome.DENY, WHY_NOT), "en"))
    assert "CD22" in said
    assert f"The physician reviewer adds: {WHY_NOT}" in said
    assert "section A." in said
    assert "The policy allows more days" not in said


def test_a_policy_without_words_for_more_days_says_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.draft.policy_words", lambda _number: PolicyWords())
    said = why(decide(amendment(), Outcome.DENY, WHY_NOT), "en")
    assert said[1].startswith("The policy allows more days for this: CR or CRi was reached; ")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("outcome", [Outcome.DENY, Outcome.PEND])
def test_a_member_finds_the_deadline_and_the_phone_on_the_first_page(
    outcome: Outcome, language: str, large: bool
) -> None:
    decided, words = decide(amendment(), outcome, WHY_NOT), wording(language)
    appeal = words.deadline(AT.date() + timedelta(days=65))
    day = appeal if outcome is Outcome.DENY else words.moment(decided.review.due, weekday=True)
    first, *_ = page_texts(build_pdf(letter(decided, language, Copy.MEMBER), large_print=large))
    assert squeezed(day) in squeezed(first)
    assert "1-787-555-0110" in first


@pytest.mark.parametrize(
    ("language", "label", "given"),
    [
        ("en", "Asked to change", "Reason given for more days: CR or CRi was reached (line Limits.A.i.A)."),
        ("es", "Se pidió cambiar", "Motivo dado para más días: Se alcanzó RC o RCi (línea Limits.A.i.A)."),
    ],
)
def test_a_prescriber_reads_that_nothing_was_changed(language: str, label: str, given: str) -> None:
    words = wording(language).sentences
    for said in (
        refused(language, Copy.PRESCRIBER),
        letter_text(decide(amendment(), Outcome.PEND, "Please send it."), language, Copy.PRESCRIBER),
    ):
        lines = said.splitlines()
        assert given in lines[lines.index(label) + 1]
        assert words["clinical.amends"] not in lines
    assert f"{given} {words['banner.deny']}." in refused(language, Copy.PRESCRIBER)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_prescriber_cannot_take_added_days_for_added_doses(language: str) -> None:
    words = wording(language)
    said = letter_text(decide(amendment()), language, Copy.PRESCRIBER).splitlines()
    opening = words.text(
        "amended.prescriber_decision",
        cycle=1,
        drug="inotuzumab ozogamicin (Besponsa)",
        member="María del Carmen Núñez Rivera",
        last_day=words.full_date(date(2026, 12, 27)),
    )
    assert opening in said
    no_doses = words.text("amended.doses", letter=FIRST["letter_number"])
    assert said.index(no_doses) == said.index(words.sentences["doses.title"]) + 1
    billed = words.text("doses.conditions", doses=words.text("value.doses", count=3))
    assert billed not in said
    first = letter_text(decide(case()), language, Copy.PRESCRIBER)
    assert billed in first
    assert no_doses not in first
