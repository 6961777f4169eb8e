from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInput
from ui.kit.dates import read_date, read_time, show_date, show_time
from ui.kit.numbers import read_number, show_number


@pytest.mark.parametrize(
    "typed",
    [
        "10-Nov-2026",
        " 10-nov-2026 ",
        "10 Nov 2026",
        "10/nov/2026",
        "10 November 2026",
        "10-noviembre-2026",
        "10 nov. 2026",
        "2026-11-10",
    ],
)
def test_a_date_is_read_in_every_form_that_names_the_month_or_is_iso(typed: str) -> None:
    assert read_date(typed) == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24/11/2026", date(2026, 11, 24)),
        ("11/24/2026", date(2026, 11, 24)),
        ("11-11-2026", date(2026, 11, 11)),
        ("2-ene-2027", date(2027, 1, 2)),
        ("3 ago 2026", date(2026, 8, 3)),
    ],
)
def test_numbers_alone_are_read_where_only_one_order_fits(typed: str, day: date) -> None:
    assert read_date(typed) == day


def test_a_date_with_two_readings_is_refused_and_names_both() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_date("10/11/2026")

    assert "11-Oct-2026" in refused.value.problem
    assert "10-Nov-2026" in refused.value.problem


@pytest.mark.parametrize(
    "typed", ["", "tomorrow", "31-Feb-2026", "2026-13-01", "10-Foo-2026", "10-11-26", "32/13/2026"]
)
def test_what_is_no_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidInput, match="10-Nov-2026"):
        read_date(typed)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_date_reads_back_as_it_was_shown(day: date) -> None:
    assert read_date(show_date(day)) == day


def test_a_date_is_shown_with_its_weekday_where_asked() -> None:
    assert show_date(date(2026, 11, 30), weekday=True) == "Mon 30-Nov-2026"


@pytest.mark.parametrize("typed", ["14:05", "14.05", "1405", "14h05"])
def test_a_time_is_read_on_the_24_hour_clock(typed: str) -> None:
    assert read_time(typed) == time(14, 5)
    assert show_time(read_time(typed)) == "14:05"


@pytest.mark.parametrize("typed", ["24:00", "12:60", "noon", "2 pm", ""])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match="14:05"):
        read_time(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.5", "1.5"),
        ("1.50", "1.50"),
        (".94", "0.94"),
        ("1,250", "1250"),
        ("1,250.5", "1250.5"),
        ("75", "75"),
    ],
)
def test_a_number_is_read_exactly(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1,5", "", "NaN", "-1", "1e3", "1.", "1 250", "12,50"])
def test_what_could_be_misread_is_no_number(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"1\.5"):
        read_number(typed)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1.50", "1.5"), ("0.940", "0.94"), ("1250", "1,250"), ("100", "100"), ("0.0", "0"), ("1E+3", "1,000")],
)
def test_a_number_is_shown_without_trailing_zeros_and_with_commas(number: str, shown: str) -> None:
    assert show_number(Decimal(number)) == shown
