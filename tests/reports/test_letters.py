import re
from datetime import timedelta

import pytest

from app.determination import Determination, Outcome
from app.evaluation import cited
from app.plan import Plan, plan
from app.regimen import plain
from reports import adverse, approval
from reports import draft as drafts
from reports.blocks import Banner, Bullets, Letter, Table, texts_of
from reports.draft import Draft
from reports.letter import compose
from reports.reason_texts import PolicyWords
from reports.reasons import criteria_reasons, partial_reasons
from reports.wording import wording
from tests.reports.cases import (
    AT,
    DENIAL_REASON,
    REVIEWER,
    answer,
    approved,
    case,
    continuation,
    decide,
    denied,
    determination,
    incomplete,
    too_much,
)

PLAN: Plan = plan("mmm-healthcare")
KINDS = ("approve", "approve_in_part", "deny", "pend")
LANGUAGES = ("en", "es")
NUMBER = "D-20261121-7K3M9Q"


def letter(decided: Determination, language: str = "en") -> Letter:
    return compose(decided, PLAN, language, NUMBER)


def draft(decided: Determination, language: str = "en") -> Draft:
    return Draft(decided, PLAN, wording(language), NUMBER)


def text(decided: Determination, language: str = "en") -> str:
    return "\n".join(texts_of(letter(decided, language).blocks))


def facts(decided: Determination, language: str) -> dict[str, str]:
    """What both languages must say, as each spells it."""
    words, case_, review = wording(language), decided.review.case, decided.review
    found = {
        "number": NUMBER,
        "case": case_.case_id or "",
        "member": case_.member.full_name,
        "member number": case_.member.member_id,
        "prescriber": case_.prescriber.name,
        "npi": case_.prescriber.npi,
        "signer": decided.person.name,
        "license": decided.person.license,
        "signed": words.moment(decided.at),
        "due": words.moment(review.due, weekday=True),
        "received": words.moment(case_.request.received_at),
        "born": words.full_date(case_.member.birth_date),
        "code": review.policy.drug.hcpcs,
        "ndc": review.policy.drug.ndc,
        "policy": review.policy.number,
        "reason": decided.reason or "",
    }
    if decided.outcome.authorizes:
        found["first day"] = words.full_date(review.period.first_day)
        found["last day"] = words.full_date(review.period.last_day)
    for day in decided.cycle.days if decided.cycle else ():
        found[f"dose {day.day}"] = plain(day.authorized_mg)
    return {name: fact for name, fact in found.items() if fact}


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_say_every_fact_equally_often(kind: str) -> None:
    decided = determination(kind)
    english, spanish = text(decided, "en"), text(decided, "es")
    for name, fact in facts(decided, "en").items():
        assert fact in english, name
        assert english.count(fact) == spanish.count(facts(decided, "es")[name]), name


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_have_the_same_blocks_and_tables(kind: str) -> None:
    english, spanish = (letter(determination(kind), language).blocks for language in LANGUAGES)
    assert [type(block) for block in english] == [type(block) for block in spanish]
    amounts = [
        [[cell for cell in row[1:] if cell[:1].isdigit()] for row in block.rows]
        for block in english
        if isinstance(block, Table)
    ]
    assert any(amounts) or kind in {"deny", "pend"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_has_ambiguous_numbers(kind: str, language: str) -> None:
    said = text(determination(kind), language)
    assert not re.search(r"\b\d+\.0\b", said)
    assert not re.search(r"(?<![\dA-Z])\.\d", said)
    assert not re.search(r"\d(mg|mL|cm|kg)", said)
    assert not re.search(r"\d,\d{1,2}\b(?!\d)", said)
    assert not re.search(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b", said)
    assert not re.search(r"\b(mgs|IU|U)\b|µ", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_banner_says_the_decision(kind: str, language: str) -> None:
    banners = [
        block.text for block in letter(determination(kind), language).blocks if isinstance(block, Banner)
    ]
    assert banners == [wording(language).sentences[f"banner.{kind}"]]


@pytest.mark.parametrize("kind", KINDS)
def test_title_footer_and_marks_name_nobody(kind: str) -> None:
    made = letter(determination(kind))
    for said in (made.title, made.footer, *made.marks):
        assert not re.search("Núñez|María|M00012345|leukemia|Muñiz", said)
    assert NUMBER in made.title
    assert NUMBER in made.footer
    assert "2026-00123" in made.footer


# ---------------------------------------------------------------- approval


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_members_part_of_an_approval_has_no_codes_units_or_line_numbers(language: str) -> None:
    said = "\n".join(texts_of(approval.member_part(draft(determination("approve"), language))))
    assert not re.search(r"J\d{4}|\b[A-Z]\d\d\.\d|NDC|HCPCS|ICD|mg/m²|\b[AB]\.i|MP-RX", said)
    assert not re.search("billing|facturación|vial", said)
    assert "1.5 mg" in said
    assert "0.94 mg" in said


def test_the_prescribers_part_computes_before_the_readers_eyes() -> None:
    said = "\n".join(texts_of(approval.prescriber_copy(draft(determination("approve")))))
    for fact in (
        "1.88 m²",
        "Mosteller",
        "170 cm",
        "75 kg",
        "J9229",
        "00008-0100-01",
        "C91.02",
        "1.504",
        "35",
    ):
        assert fact in said
    assert "Marrow flow cytometry, November 10, 2026" in said
    for line in cited(determination("approve").review.finding):
        assert f"\n{line}\n" in said


def test_doses_that_a_physician_approves_as_asked_say_so() -> None:
    document = case(request={"doses_mg": ["2.0", "1.2", "1.2"]})
    said = text(decide(document, Outcome.APPROVE, "Trial protocol."))
    assert "above the limit" in said
    assert "Trial protocol." in said
    assert "2 mg" in said


def test_an_approval_against_the_criteria_tells_that_they_are_not_met() -> None:
    said = text(decide(denied(), Outcome.APPROVE, "Second laboratory reads positive."))
    assert "not all met" in said
    assert "Second laboratory reads positive." in said


# ---------------------------------------------------------------- adverse


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["deny", "approve_in_part"])
def test_adverse_letters_are_marked_as_copy_and_name_the_members_form(kind: str, language: str) -> None:
    marks = letter(determination(kind), language).marks
    assert "CMS-10003" in marks[0]


@pytest.mark.parametrize("kind", ["deny", "approve_in_part"])
def test_the_appeal_date_is_a_calendar_date_counted_by_the_plan(kind: str) -> None:
    until = AT.date() + timedelta(days=65)
    assert until.isoformat() == "2027-01-25"
    assert "Monday, January 25, 2027" in text(determination(kind))
    assert "lunes, 25 de enero de 2027" in text(determination(kind), "es")


def test_the_other_program_has_its_own_days_and_form() -> None:
    document = denied()
    document["request"]["line_of_business"] = "MMM Multihealth"
    said = text(decide(document, Outcome.DENY, DENIAL_REASON))
    assert "Wednesday, January 20, 2027" in said
    assert "CMS" not in said


def test_a_denial_reaches_a_physician_and_prints_the_physicians_own_reason() -> None:
    said = text(determination("deny"))
    assert PLAN.lines["MMM MA"].prescriber_desk_on(AT.date()).physician_phone in said
    assert DENIAL_REASON in said


NOT_MET = {
    "other diagnosis": case({"b_cell_all": answer(False, "E1")}),
    "CD22 negative": denied(),
    "neither relapsed nor refractory": case({"disease_status": answer("neither", "E2")}),
    "regimen not listed": case({"regimen": answer("other", "E3")}),
    "partner not listed": case({"regimen": answer("with_tki", "E3"), "tki": answer("other", "E3")}),
    "induction, Philadelphia positive": case(
        {
            "disease_status": answer("neither", "E2"),
            "induction": answer(True, "E2"),
            "philadelphia": answer("positive", "E4"),
            "regimen": answer("with_mini_hyper_cvd", "E3"),
        }
    ),
    "progression": continuation(2, disease_progression=answer(True, "E2")),
    "toxicity": continuation(2, unacceptable_toxicity=answer(True)),
    "veno-occlusive disease": continuation(2, veno_occlusive_disease=answer(True)),
    "fourth cycle before a transplant": continuation(
        4, hsct_planned=answer(True), mrd_negative=answer(True, "E1")
    ),
    "third cycle not needed": continuation(3, hsct_planned=answer(True), mrd_negative=answer(True, "E1")),
    "seventh cycle": continuation(7, response_cycle=answer(2)),
    "no response": continuation(4, response=answer("none", "E1")),
    "response too late": continuation(5, response_cycle=answer(4)),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NOT_MET)
def test_every_line_that_is_not_met_has_its_reason(name: str, language: str) -> None:
    decided = decide(NOT_MET[name], Outcome.DENY, "As the criteria say.")
    reasons = criteria_reasons(draft(decided, language))
    lines = {line for reason in reasons for line in reason.lines}
    assert lines == set(decided.review.cited)
    said = text(decided, language)
    for reason in reasons:
        assert all(reason.plain)
        assert all(reason.clinical)
        assert " ".join(reason.plain) in said
        for step in reason.clinical:
            assert step in said
        assert "{" not in "".join((*reason.plain, *reason.clinical))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NOT_MET)
def test_the_plain_reasons_have_no_codes_or_line_numbers(name: str, language: str) -> None:
    reasons = criteria_reasons(draft(decide(NOT_MET[name], Outcome.DENY, "As the criteria say."), language))
    for reason in reasons:
        assert not re.search(
            r"J\d{4}|\b[A-Z]\d\d\.\d|\b[AB]\.i|\bCRi?\b|\bRCi?\b|\bMRD\b|\bERM\b", " ".join(reason.plain)
        )


def test_a_denial_of_an_open_case_names_what_no_document_shows() -> None:
    decided = decide(incomplete(), Outcome.DENY, "Nothing came by the deadline.")
    reasons = criteria_reasons(draft(decided))
    assert {line for reason in reasons for line in reason.lines} == set(decided.review.cited)
    assert any("not documented" in reason.clinical.gap.lower() for reason in reasons)


def test_a_denial_against_a_recommended_approval_rests_on_the_physicians_reason_alone() -> None:
    decided = decide(approved(), Outcome.DENY, "The member withdrew the request.")
    assert criteria_reasons(draft(decided)) == ()
    assert "The member withdrew the request." in text(decided)


def test_a_partial_approval_shows_what_was_asked_beside_what_is_approved() -> None:
    decided = determination("approve_in_part")
    table = next(block for block in letter(decided).blocks if isinstance(block, Table))
    assert table.rows[:4] == (
        ("Dose on day 1", "2 mg", "1.504 mg"),
        ("Dose on day 8", "1.2 mg", "0.94 mg"),
        ("Dose on day 15", "1.2 mg", "0.94 mg"),
        ("Cycles", "2", "1"),
    )
    reasons = partial_reasons(draft(decided))
    assert "2 mg on day 1 and 1.2 mg on days 8 and 15" in reasons[0].plain.record
    assert "2 cycles" in reasons[1].plain.record


def test_a_policy_without_letter_texts_still_gives_a_usable_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "policy_words", lambda _: PolicyWords())
    reasons = criteria_reasons(draft(determination("deny")))
    assert {line for reason in reasons for line in reason.lines} == {"A.i", "A.iii", "A.iii.A", "A.iii.B"}
    first = next(reason for reason in reasons if "CD22" in reason.title)
    assert "CD22" in first.plain.rule
    assert "Marrow flow cytometry, November 10, 2026" in first.plain.record
    assert "immunohistochemistry" in first.plain.remedy


def test_both_parts_of_an_adverse_letter_stand_alone() -> None:
    made = draft(determination("deny"))
    assert adverse.blocks(made) == (*adverse.plain_part(made), *adverse.prescriber_part(made))


# ---------------------------------------------------------------- request for information


def test_a_request_lists_each_missing_item_and_the_deadline_that_does_not_stop() -> None:
    decided = determination("pend")
    bullets = next(block for block in letter(decided).blocks if isinstance(block, Bullets))
    openings = decided.review.openings
    assert bullets.numbered
    assert len(bullets.items) == len(openings.questions) + len(openings.documents) + 1
    said = text(decided)
    for name in (*openings.questions, *openings.documents):
        assert decided.review.policy.questions[name].ask_for["en"] in said
    assert "Height, weight" in said
    assert "Monday, November 23, 2026, 2:05 p.m., Puerto Rico time" in said
    assert "does not stop" in said


@pytest.mark.parametrize(
    ("language", "in_time", "late"),
    [
        (
            "en",
            ("We must decide by Monday", "before the time above", "We decide in time"),
            ("We had to decide by Monday", "that time has passed", "Send it at once, with the letter number"),
        ),
        (
            "es",
            ("Debemos decidir a más tardar el lunes", "antes de la hora indicada", "Decidimos a tiempo"),
            ("Debíamos decidir a más tardar el lunes", "ese plazo ya pasó", "Envíelo de inmediato"),
        ),
    ],
)
def test_a_request_after_its_deadline_speaks_of_no_time_that_is_left(
    language: str, in_time: tuple[str, ...], late: tuple[str, ...]
) -> None:
    decided = determination("pend")
    for seconds, said, unsaid in ((0, in_time, late), (1, late, in_time)):
        words = text(decided._replace(at=decided.review.due + timedelta(seconds=seconds)), language)
        assert [phrase for phrase in said if phrase not in words] == []
        assert [phrase for phrase in unsaid if phrase in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_several_lines_need_is_not_said_in_the_words_of_one_of_them(language: str) -> None:
    document = approved()
    del document["answers"]["regimen"]
    decided = decide(document, Outcome.PEND, None, REVIEWER)
    policy = decided.review.policy
    said = text(decided, language)
    assert "A.ii.B.1, A.ii.B.2, A.ii.B.3" in said
    assert f": {policy.questions['regimen'].short[language]}." in said
    assert policy.criteria["A.ii.B.1"].text[language] not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_has_no_word_of_denial(language: str) -> None:
    said = text(determination("pend"), language).lower()
    assert not re.search(r"denied|denial|denegad|not approved|no aprobad|appeal|apelaci", said)


def test_a_reviewers_own_question_stands_first_in_a_request() -> None:
    decided = decide(approved(), Outcome.PEND, "Which hospital gives the infusion?", REVIEWER)
    bullets = next(block for block in letter(decided).blocks if isinstance(block, Bullets))
    assert "Which hospital gives the infusion?" in texts_of([bullets])[0]
    assert "clinical reviewer" in text(decided)


# ---------------------------------------------------------------- planned dates


@pytest.mark.parametrize(
    ("language", "planned", "outside"),
    [
        (
            "en",
            "December 9, 2026",
            ("Not all planned dates", "Planned outside the dates above: December 21, 2026"),
        ),
        (
            "es",
            "9 de diciembre de 2026",
            ("No todas las fechas", "fechas de arriba: 21 de diciembre de 2026"),
        ),
    ],
)
def test_planned_dates_stand_on_the_letter_and_those_after_the_window_are_told(
    language: str, planned: str, outside: tuple[str, ...]
) -> None:
    dates = ["2026-11-30", "2026-12-09", "2026-12-20"]
    within = text(decide(case(request={"treatment_dates": dates})), language)
    assert planned in within
    assert not [phrase for phrase in outside if phrase in within]
    late = text(decide(case(request={"treatment_dates": [*dates[:2], "2026-12-21"]})), language)
    assert [phrase for phrase in outside if phrase not in late] == []


def test_doses_that_a_physician_approves_as_asked_keep_their_planned_dates() -> None:
    document = too_much()
    document["request"] |= {
        "cycles_requested": 1,
        "treatment_dates": ["2026-11-30", "2026-12-08", "2026-12-15"],
    }
    decided = decide(document, Outcome.APPROVE, "Above the table on purpose.")
    assert decided.cycle is not None
    assert [str(day.date) for day in decided.cycle.days] == document["request"]["treatment_dates"]
    assert [str(day.authorized_mg) for day in decided.cycle.days] == ["2.0", "1.2", "1.2"]
