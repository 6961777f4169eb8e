import string
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pytest

import resources
from app.text import LANGUAGES
from reports.wording import amount, wording


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_keys() -> None:
    english, spanish = wording("en"), wording("es")
    assert english.sentences.keys() == spanish.sentences.keys()
    assert english.lists.keys() == spanish.lists.keys()


@pytest.mark.parametrize("key", sorted(wording("en").sentences))
def test_both_languages_say_the_same_facts_in_a_sentence(key: str) -> None:
    assert placeholders(wording("en").sentences[key]) == placeholders(wording("es").sentences[key])


@pytest.mark.parametrize("key", sorted(wording("en").sentences))
def test_both_languages_stress_as_often(key: str) -> None:
    assert wording("en").sentences[key].count("**") == wording("es").sentences[key].count("**")


def tables_with_both(value: object) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if set(LANGUAGES) <= value.keys():
            yield value
        for item in value.values():
            yield from tables_with_both(item)
    elif isinstance(value, list):
        for item in value:
            yield from tables_with_both(item)


def test_policy_sentences_take_the_same_facts_in_both_languages() -> None:
    data = tomllib.loads(resources.path("letters", "mp-rx-fp-12-23.toml").read_text(encoding="utf-8"))
    for texts in tables_with_both(data):
        assert placeholders(texts["en"]) == placeholders(texts["es"]), texts["en"]


def test_dates_have_their_month_in_letters() -> None:
    day = date(2026, 3, 4)
    assert wording("en").full_date(day) == "March 4, 2026"
    assert wording("es").full_date(day) == "4 de marzo de 2026"
    assert wording("en").deadline(day) == "Wednesday, March 4, 2026"
    assert wording("es").deadline(day) == "miércoles, 4 de marzo de 2026"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("2026-11-20T14:05:00-04:00", "November 20, 2026, 2:05 p.m., Puerto Rico time"),
        ("2026-11-20T00:00:00-04:00", "November 20, 2026, 12:00 a.m., Puerto Rico time"),
        ("2026-11-20T12:30:00-04:00", "November 20, 2026, 12:30 p.m., Puerto Rico time"),
        ("2026-11-20T23:59:00-05:00", "November 20, 2026, 11:59 p.m. (UTC-05:00)"),
        ("2026-11-20T09:07:00+00:00", "November 20, 2026, 9:07 a.m. (UTC+00:00)"),
    ],
)
def test_a_time_names_puerto_rico_only_at_its_own_offset(text: str, english: str) -> None:
    assert wording("en").moment(datetime.fromisoformat(text)) == english


@pytest.mark.parametrize(
    ("value", "shown"),
    [("0.50", "0.5 mg"), ("1.0", "1 mg"), ("1.504", "1.504 mg"), ("10", "10 mg"), ("100.00", "100 mg")],
)
def test_amounts_have_a_leading_zero_and_no_trailing_one(value: str, shown: str) -> None:
    assert amount(Decimal(value), "mg") == shown


@pytest.mark.parametrize(
    ("items", "english", "spanish"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a y b"),
        (["a", "b", "c"], "a, b and c", "a, b y c"),
    ],
)
def test_enumerations(items: list[str], english: str, spanish: str) -> None:
    assert wording("en").joined(items) == english
    assert wording("es").joined(items) == spanish


def test_a_value_is_never_read_as_a_bold_mark() -> None:
    parts = wording("en").words("value.quote", text="2 ** 3 ** 4")
    assert [part.strong for part in parts] == [False]
    assert parts[0].text == "2 ** 3 ** 4"
