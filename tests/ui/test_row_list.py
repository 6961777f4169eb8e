"""The order of a list after changes is that of sorting anew; only what changed is looked at."""

import random
from datetime import UTC, datetime

import pytest

from app.casebook import Row
from app.people import Role
from tests.ui.shell import Shell
from ui.kit.worklist_model import narrows
from ui.worklist.row_list import RowList

AT = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)


def row(number: int, due: str, seq: int = 1) -> Row:
    return Row(f"C{number:04}", seq, {"kind": "case", "due_utc": due}, Role.REVIEWER.value, "saved", AT, seq)


def key(each: Row) -> tuple[str, str]:
    return str(each.cover["due_utc"]), each.case_id


@pytest.mark.parametrize("changes", [1, 7, 250])
def test_a_change_leaves_the_order_of_sorting_anew(changes: int) -> None:
    chance = random.Random(changes)  # noqa: S311  # no secret
    before = [row(number, str(chance.randrange(100, 160))) for number in range(600)]
    made = RowList(key, before)
    gone = chance.sample(before, changes)
    due = [str(chance.randrange(100, 160)) for _ in gone[1:]]
    come = [row(int(each.case_id[1:]), day, 2) for each, day in zip(gone[1:], due, strict=True)]
    come.append(row(9999, "120"))

    after = made.changed(gone, come)

    left = {each.case_id for each in gone}
    expected = sorted([*(each for each in before if each.case_id not in left), *come], key=key)
    assert list(after.rows) == expected
    assert list(after.ids) == [each.case_id for each in expected]
    assert list(made.rows) == sorted(before, key=key)  # whoever holds it may still read it


def test_a_list_without_news_is_the_same_list() -> None:
    made = RowList(key, [row(1, "1")])
    assert made.changed((), ()) is made


@pytest.mark.parametrize(
    ("needles", "before", "expected"),
    [
        (["nune"], ["nun"], True),
        (["nun", "ma"], ["nun"], True),
        (["una"], ["nun"], False),
        (["nun"], ["nun", "ma"], False),
        (["nun"], [], False),
    ],
)
def test_only_a_search_that_says_more_looks_among_what_was_found(
    needles: list[str], before: list[str], expected: bool
) -> None:
    assert narrows(needles, before) is expected


def test_a_visit_that_saves_no_case_changes_no_list(opened: Shell) -> None:
    case_id = opened.add("01")
    opened.places.cases.refresh()
    told: list[bool] = []
    opened.places.cases.changed.connect(lambda: told.append(True))
    rows = opened.places.cases.open()
    opened.places.worklist.opened.emit(case_id)  # recorded, so that the casebook grows
    assert opened.window.case is not None
    opened.window.case.close_case()
    assert told == []
    assert opened.places.cases.open() is rows
