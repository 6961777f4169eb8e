"""Roles, and who counts as a person."""

import pytest

from app.errors import InvalidInput
from app.people import Person, Role, same_name


@pytest.mark.parametrize(
    ("role", "decides", "denies", "administers", "writes"),
    [
        (Role.REVIEWER, True, False, False, True),
        (Role.PHYSICIAN, True, True, False, True),
        (Role.ADMINISTRATOR, False, False, True, True),
        (Role.QA, False, False, False, False),
    ],
)
def test_what_each_role_may_do(
    role: Role, decides: bool, denies: bool, administers: bool, writes: bool
) -> None:
    assert (role.may_decide, role.may_deny) == (decides, denies)
    assert (role.may_administer, role.may_write) == (administers, writes)
    assert Person("Ana Sample", role, "RN-0").administers is administers


def test_a_person_may_administer_beside_another_role() -> None:
    assert Person("Ana Sample", Role.REVIEWER, "RN-0", administers=True).administers


@pytest.mark.parametrize("bad", ["", "   ", "Ana\nSample", "Ana\x00", "Ana\u202eSample", "a" * 129])
def test_a_name_or_license_is_one_printable_line(bad: str) -> None:
    with pytest.raises(InvalidInput) as name:
        Person(bad, Role.QA, "QA-0")
    with pytest.raises(InvalidInput) as number:
        Person("Ana Sample", Role.QA, bad)
    assert (name.value.field, number.value.field) == ("name", "license")


def test_names_are_kept_composed_and_without_spaces_around() -> None:
    assert Person("  Ine\u0301s Pen\u0303a ", Role.QA, " QA-0 ") == Person(
        "In\u00e9s Pe\u00f1a", Role.QA, "QA-0"
    )


def test_one_name_typed_differently_is_the_same() -> None:
    assert same_name("In\u00e9s  PE\u00d1A", "ine\u0301s pen\u0303a")
    assert not same_name("In\u00e9s Pe\u00f1a", "Ines Pena")
