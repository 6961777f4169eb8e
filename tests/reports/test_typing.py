"""Nothing that a letter prints can be read as another number, date or unit, and no line parts it.

The rules are those of the Institute for Safe Medication Practices for doses, and dates with their month in
letters: 3/4/26 is two days, depending on who reads it.
"""

import re
from collections.abc import Mapping

import pytest

from app.copies import Copy
from app.text import LANGUAGES
from reports.blocks import Span, plain_text
from reports.typing_rules import NBSP, bound, ended
from reports.wording import wording
from tests.reports.cases import decide, incomplete
from tests.reports.composing import text
from tests.reports.letter_prose import all_texts, composed

UNITS = r"(?:mg/m²|mg/kg|mg|mL|mcg|cm|kg|m²|g/dL|%)"

AMBIGUOUS: Mapping[str, str] = {
    "a zero at the end": r"(?<![\w.])\d+\.\d*0(?![\w.-])",
    "no zero before the point": r"(?<![\w.])\.\d",
    "no space before the unit": rf"\d{UNITS}",
    "a comma for a point": r"(?<!\d)\d+,\d{1,2}(?!\d)",
    "a thousand without a comma": rf"\d{{4,}}(?:\.\d+)?\s(?:{UNITS}|billing|unidades|doses|dosis|per|por)",
    "a date in numbers": r"(?<![\w-])\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\w)|\d{4}-\d\d-\d\d",
    "a sign for more or less": r"[<>≤≥]",
    "a unit that is taken for another": r"(?<!\w)(?:mgs|mcgs|IU|U|cc|gr|µg|mL/h)(?!\w)|µ",
    "a full stop after a unit": rf"\d {UNITS}\.(?=\s[a-zñ])",
    "an hour of 24": r"(?<![\d:+-])\d{1,2}:\d\d(?!:)(?![\s\u00a0][ap]\.m\.)",
}

# Body surface area has two decimals, so that the reader can compute the dose again.
_SURFACE = re.compile(r"\d\.\d\d m²")


def ambiguous(text: str) -> list[str]:
    """What of a text can be read as something else."""
    kept = _SURFACE.sub("1 m²", text)
    return [name for name, pattern in AMBIGUOUS.items() if re.search(pattern, kept)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_can_be_read_as_another_number_date_or_unit(language: str) -> None:
    texts = {text for *_, letter in composed(language) for text in all_texts(letter)}
    assert len(texts) > 1_000
    assert [(text, found) for text in texts if (found := ambiguous(text))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.50 mg", "a zero at the end"),
        ("10.0", "a zero at the end"),
        ("give .5 mg", "no zero before the point"),
        ("0.5mg", "no space before the unit"),
        ("0,94 mg", "a comma for a point"),
        ("1500 mg", "a thousand without a comma"),
        ("3/4/26", "a date in numbers"),
        ("2026-03-04", "a date in numbers"),
        ("ANC > 1", "a sign for more or less"),
        ("13 U", "a unit that is taken for another"),
        ("5 µg", "a unit that is taken for another"),
        ("5 mg. were given", "a full stop after a unit"),
        ("at 14:05", "an hour of 24"),
    ],
)
def test_what_is_ambiguous_is_found(text: str, found: str) -> None:
    assert found in ambiguous(text)


@pytest.mark.parametrize(
    "text",
    [
        "0.5 mg, 10 mg and 1,500 mg",
        "1.80 m²",
        "1-787-555-0110",
        "at 2:05 p.m., Puerto Rico time",
        "(UTC+00:00)",
        "Doses of 5 mg. The next",
        "MP-RX-FP-12-23",
    ],
)
def test_what_is_typed_rightly_is_let_be(text: str) -> None:
    assert ambiguous(text) == []


# ---------------------------------------------------------------- phones


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phone_has_one_pattern(language: str) -> None:
    texts = {said for *_, made in composed(language) for said in all_texts(made)}
    phones = {found for said in texts for found in re.findall(r"(?<![\w-])[\d() .-]{9,}\d(?![\w-])", said)}
    grouped = {found for found in phones if re.fullmatch(r"\D*1?\D*\d{3}\D+\d{3}\D+\d{4}", found)}
    assert len(grouped) > 8
    assert [found for found in grouped if not re.fullmatch(r"\s*1-\d{3}-\d{3}-\d{4}", found)] == []


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("language", "key", "ranged"),
    [
        (language, key, ranged)
        for language, ranged in (("en", r"through.*\b(both|inclu)"), ("es", r"hasta.*\binclusive"))
        for key in ("amended.days", "adverse.period", "clinical.decision_cycle")
    ],
)
def test_a_range_of_days_says_that_its_last_day_counts(language: str, key: str, ranged: str) -> None:
    assert re.search(ranged, wording(language).sentences[key])


# ---------------------------------------------------------------- lines


@pytest.mark.parametrize(
    ("text", "bound_as"),
    [
        ("1.5 mg", "1.5_mg"),
        ("0.8 mg/m² and 2 mg/kg", "0.8_mg/m² and 2_mg/kg"),
        ("10 %", "10_%"),
        ("November 30, 2026", "November_30,_2026"),
        ("May 2, 1968", "May_2,_1968"),
        ("30 de noviembre de 2026", "30_de_noviembre_de_2026"),
        ("Monday, January 25, 2027", "Monday,_January_25,_2027"),
        ("lunes, 25 de enero de 2027", "lunes,_25_de_enero_de_2027"),
        ("sábado, 5 de junio de 2027", "sábado,_5_de_junio_de_2027"),
        ("2:05 p.m., hora de Puerto Rico", "2:05_p.m., hora_de_Puerto_Rico"),
        ("(28 días, ambos)", "(28_días, ambos)"),
        ("Inés Muñiz Peña, MD asked", "Inés Muñiz Peña,_MD asked"),
        ("day 8 of cycle 2", "day_8 of cycle_2"),
        ("el día 8 del ciclo 2", "el día_8 del ciclo_2"),
        ("days 8 and 15", "days_8 and_15"),
        ("los días 8 y 15", "los días_8 y_15"),
        ("35 billing units", "35_billing_units"),
        ("35 unidades de facturación", "35_unidades de facturación"),
        ("2 vials, 3 doses", "2_vials, 3_doses"),
        ("2 viales, 3 dosis", "2_viales, 3_dosis"),
        ("inotuzumab ozogamicin (Besponsa)", "inotuzumab_ozogamicin (Besponsa)"),
        ("NDC 00008-0100-01", "NDC_00008-0100-01"),
        ("5 persons", "5 persons"),
    ],
)
def test_where_no_line_may_break(text: str, bound_as: str) -> None:
    assert bound(text, ["inotuzumab ozogamicin"]).replace(NBSP, "_") == bound_as


@pytest.mark.parametrize(
    ("text", "as_set"),
    [
        ("It would not be enough.", "It would not be_enough."),
        ("In an emergency, call 911.", "In an emergency, call_911."),
        ("It ends on 5 de enero de 2027.", "It ends on 5 de enero de 2027."),
        ("Call 1-787-555-0110.", "Call 1-787-555-0110."),
        ("Alone.", "Alone."),
        ("A space ", "A space "),
    ],
)
def test_no_short_word_ends_a_paragraph_alone(text: str, as_set: str) -> None:
    said = ended((Span("Bold. ", strong=True), Span(text)))
    assert plain_text(said).replace(NBSP, "_") == f"Bold. {as_set}"
    assert [part.strong for part in said] == [True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_amount_of_any_letter_can_break_from_its_unit(language: str) -> None:
    for *_, letter in composed(language):
        for said in all_texts(letter):
            kept = bound(said, letter.unbroken)
            assert not re.search(rf"\d {UNITS}(?!\w)", kept), said
            assert not [name for name in letter.unbroken if " " in name and name in kept], said


@pytest.mark.parametrize("copy", [Copy.MEMBER, Copy.PRESCRIBER])
def test_the_times_of_a_request_are_those_of_the_plans_clock(copy: Copy) -> None:
    document = incomplete()
    document["request"]["received_at"] = "2026-11-21T02:05:00+00:00"
    said = text(decide(document), "en", copy)
    assert "received November 20, 2026" in said
    assert "by Monday, November 23, 2026, 10:05 p.m., Puerto Rico time" in said
    assert "UTC" not in said
