import re
from datetime import timedelta

import pytest

from app.copies import Copy
from app.determination import Outcome
from reports import adverse
from reports import draft as drafts
from reports.blocks import Table, plain_text
from reports.notice_words import rationale_words
from reports.reason_texts import PolicyWords
from reports.reasons import criteria_reasons, partial_reasons, ways_of
from reports.wording import wording
from tests.reports.cases import (
    AT,
    DENIAL_REASON,
    NOT_MET,
    answer,
    approved,
    continuation,
    decide,
    denied,
    determination,
    incomplete,
    too_much,
)
from tests.reports.composing import LANGUAGES, PLAN, draft, letter, text


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
    assert "2 mg on day 1 and 1.2 mg on each of days 8 and 15" in reasons[0].plain.record
    assert "2 cycles" in reasons[1].plain.record


@pytest.mark.parametrize(
    ("language", "way", "against"),
    [
        (
            "en",
            "Other way: leukemia that came back or did not respond to treatment.",
            "Only reason 1 stands against it.",
        ),
        (
            "es",
            "Otra manera: leucemia que volvió o que no respondió al tratamiento.",
            "Solo la razón 1 lo impide.",
        ),
    ],
)
def test_each_way_is_named_also_where_only_what_all_ways_need_is_against_it(
    language: str, way: str, against: str
) -> None:
    other, decided = f"{way} {against}", determination("deny")
    made = draft(decided, language, Copy.MEMBER)
    reasons = criteria_reasons(made)
    assert [reason.way for reason in reasons] == [None, "A.iii", "A.iii"]
    assert [reason.ways for reason in reasons] == [
        ("A/relapsed_or_refractory", "A.iii"),
        ("A.iii",),
        ("A.iii",),
    ]
    assert other in text(decided, language, Copy.PRESCRIBER).splitlines()
    said = [plain_text(paragraph) for paragraph in rationale_words(made)]
    assert said[said.index(other) - 1].startswith("3. ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NOT_MET)
def test_a_way_is_named_by_its_own_reasons_or_by_those_that_stand_against_it(
    name: str, language: str
) -> None:
    made = draft(decide(NOT_MET[name], Outcome.DENY, "As the criteria say."), language)
    reasons = criteria_reasons(made)
    own = {reason.way for reason in reasons} - {None}
    named = adverse.other_ways(made)
    assert len(named) == (len(ways_of(made)) - len(own) if own else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cycle_that_is_approved_in_part_has_its_criteria_and_its_next_cycle(language: str) -> None:
    decided, words = determination("approve_in_part"), wording(language).sentences
    said = text(decided, language, Copy.PRESCRIBER).splitlines()
    tables = [
        block for block in letter(decided, language, Copy.PRESCRIBER).blocks if isinstance(block, Table)
    ]
    lines = [row[0] for row in tables[-1].rows]
    assert words["criteria.met"] in said
    assert lines == ["A.i", "A.ii.A", "A.ii.B.1"]
    assert said.index(words["next_request.title"]) > said.index(words["adverse.clinical_reasons"])
    refused = text(determination("deny"), language, Copy.PRESCRIBER).splitlines()
    assert words["next_request.title"] not in refused


@pytest.mark.parametrize(
    ("language", "both"),
    [
        ("en", "Your doctor asked for 2 treatment cycles, and we approved 1."),
        ("es", "Su médico solicitó 2 ciclos de tratamiento y aprobamos 1."),
    ],
)
def test_a_member_reads_how_many_cycles_were_asked_for_and_approved(language: str, both: str) -> None:
    assert both in text(determination("approve_in_part"), language, Copy.MEMBER)
    document = too_much()
    document["request"]["cycles_requested"] = 1
    one = decide(document, Outcome.APPROVE_IN_PART, "A lower dose.")
    assert both.partition(" 2 ")[0] not in text(one, language, Copy.MEMBER)


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


@pytest.mark.parametrize("line", ["MMM MA", "MMM Multihealth"])
def test_a_prescriber_reads_where_the_members_notice_is_made_that_it_gives_these_reasons(line: str) -> None:
    document = denied()
    document["request"]["line_of_business"] = line
    said = text(decide(document, Outcome.DENY, DENIAL_REASON))
    assert ("gives these reasons" in said) is (line == "MMM MA")
    assert ("Use these words" in said) is (line != "MMM MA")


def test_a_prescriber_reads_of_each_line_whether_it_is_met() -> None:
    said = text(decide(denied(), Outcome.DENY, DENIAL_REASON))
    assert "CD22 test (A.i, A.iii): not met" in said
    assert "\nCriteria met\nA.ii.A, A.ii.B.1\n" in said
    said = text(decide(incomplete(), Outcome.DENY, DENIAL_REASON))
    assert "(A.ii.A): not documented" in said


def test_what_is_met_only_where_it_must_not_be_is_no_line_that_is_met() -> None:
    said = text(decide(continuation(2, disease_progression=answer(True, "E2")), Outcome.DENY, DENIAL_REASON))
    (lines,) = re.findall(r"\nCriteria met\n(.*)\n", said)
    assert "The leukemia got worse (B.i.A): not met" in said
    assert lines.split(", ") == ["B.i.B", "B.iii", "B.iii.A"]
