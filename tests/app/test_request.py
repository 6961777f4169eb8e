"""Who asks for what, for whom: identifiers and ages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.request import Member, mbi_is_valid, npi_is_valid


@pytest.mark.parametrize("npi", ["1234567893", "1558598797"])
def test_an_npi_with_its_check_digit_is_valid(npi: str) -> None:
    assert npi_is_valid(npi)


@pytest.mark.parametrize(
    "npi",
    ["", "1234567890", "123456789", "12345678933", "3234567891", "123456789x", " 1234567893", "1234567893\n"],
)
def test_what_is_no_npi_is_refused(npi: str) -> None:
    assert not npi_is_valid(npi)


@given(st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, shift: int) -> None:
    digits = list(map(int, "1234567893"))
    digits[place] = (digits[place] + shift) % 10
    assert not npi_is_valid("".join(map(str, digits)))


@given(st.from_regex(r"[12][0-9]{8}", fullmatch=True))
def test_every_npi_has_exactly_one_check_digit(start: str) -> None:
    assert sum(npi_is_valid(f"{start}{digit}") for digit in range(10)) == 1


@pytest.mark.parametrize("mbi", ["1EG4TE5MK73", "9AA0AA0AA00", "1C00K00CC12"])
def test_an_mbi_of_the_form_is_valid(mbi: str) -> None:
    assert mbi_is_valid(mbi)


@pytest.mark.parametrize(
    "mbi",
    [
        "",
        "1EG4-TE5-MK73",  # dashes are taken off before
        "0EG4TE5MK73",  # starts with 0
        "1eg4te5mk73",
        "1EG4TE5MK7",
        "1EG4TE5MK733",
        *(f"1{letter}G4TE5MK73" for letter in "SLOIBZ"),
        "1EG4TE5MKA3",
        "1EGATE5MK73",
    ],
)
def test_what_is_no_mbi_is_refused(mbi: str) -> None:
    assert not mbi_is_valid(mbi)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2025-11-30", "2026-11-29", 0),
        ("2025-11-30", "2026-11-30", 1),
        ("2024-02-29", "2025-02-28", 0),
        ("2024-02-29", "2025-03-01", 1),
        ("2024-02-29", "2028-02-29", 4),
        ("1926-12-01", "2026-11-30", 99),
        ("2026-11-30", "2026-11-30", 0),
    ],
)
def test_age_is_counted_in_completed_years(born: str, day: str, age: int) -> None:
    member = Member("M1", "Ana", "Ejemplo", date.fromisoformat(born), "es")
    assert member.age_on(date.fromisoformat(day)) == age
