"""A column of the worklist is found by its texts, however much of it was indexed when cases changed."""

import random

import pytest

from app.casebook.records import Row
from tests.app.casebook.conftest import ANA, Unlock

NAMES = ("Vega", "ORTIZ ", "ortiz", "Cruz", None)


def found_by_looking(rows: list[Row], value: str) -> set[str]:
    return {row.case_id for row in rows if str(row.cover["member"]).strip().casefold() == value.casefold()}


@pytest.mark.parametrize("seed", range(5))
def test_cases_that_change_between_two_slices_are_found_where_they_are_now(unlock: Unlock, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # a test's choice, no secret
    book = unlock(ANA)
    revs = {
        f"C-{number}": book.save({"member": chance.choice(NAMES)}, f"C-{number}").rev for number in range(20)
    }
    book.worklist()
    for _ in range(12):
        book.prepare(["member"], chance.randrange(4))
        case_id = chance.choice([*revs, f"C-NEW{len(revs)}"])
        revs[case_id] = book.save({"member": chance.choice(NAMES)}, case_id, revs.get(case_id, 0)).rev
    for value in ("vega", "Ortiz", "cruz"):
        found = book.matching("member", value)
        assert {row.case_id for row in found} == found_by_looking(book.worklist(), value)
        assert [row.seq for row in found] == sorted((row.seq for row in found), reverse=True)


def test_slices_come_to_an_end(unlock: Unlock) -> None:
    book = unlock(ANA)
    for number in range(5):
        book.save({"member": "Vega"}, f"C-{number}")
    book.worklist()
    slices = 0
    while book.prepare(["member", "other"], 2):
        slices += 1
    assert slices == 6
    assert len(book.matching("member", "vega")) == 5
