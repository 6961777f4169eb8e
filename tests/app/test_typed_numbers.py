"""Numbers for people: no dose can be read as another one, in any locale."""

import locale
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.typed_numbers import typed, typed_phone


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal(".5"), "0.5"),
        (Decimal("0.80"), "0.8"),
        (Decimal("1.0"), "1"),
        (Decimal("1.504"), "1.504"),
        (Decimal("1E+3"), "1,000"),
        (Decimal("999.90"), "999.9"),
        (Decimal("1234567.25"), "1,234,567.25"),
        (Decimal(100), "100"),
        (Decimal("0.00"), "0"),
        (1540, "1,540"),
        (12, "12"),
    ],
)
def test_a_number_has_a_leading_zero_no_trailing_one_and_commas_from_a_thousand(
    number: Decimal | int, text: str
) -> None:
    assert typed(number) == text


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_what_is_typed_is_the_number(number: Decimal) -> None:
    text = typed(number)
    assert Decimal(text.replace(",", "")) == number
    assert not text.startswith(".")
    assert "." not in text or text[-1] not in "0."


@pytest.fixture
def european() -> Iterator[None]:
    before = locale.setlocale(locale.LC_NUMERIC)
    for name in ("es_ES.UTF-8", "de_DE.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_NUMERIC, name)
            break
        except locale.Error:
            continue
    yield
    locale.setlocale(locale.LC_NUMERIC, before)


@pytest.mark.usefixtures("european")
def test_the_computers_locale_changes_nothing() -> None:
    assert typed(Decimal("1504.50")) == "1,504.5"


@pytest.mark.parametrize(
    "text",
    ["787-555-0142", "(787) 555-0142", "787.555.0142", "+1 787 555 0142", "1-787-555-0142", "7875550142"],
)
def test_phones_have_one_pattern(text: str) -> None:
    assert typed_phone(text) == "1-787-555-0142"


@pytest.mark.parametrize("text", ["787-555-0142 ext. 12", "+34 915 550 142", "555-0142", "call the clinic"])
def test_a_phone_of_another_kind_stays_as_it_was_typed(text: str) -> None:
    assert typed_phone(text) == text
