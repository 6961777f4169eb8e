"""Where a field's value stands in a case file, and what is saved to change it there."""

from datetime import datetime
from typing import Any

import pytest

from ui.review.slots import (
    ItemOfFew,
    ItemOfLines,
    MomentPart,
    OptionalPart,
    Slot,
    WholeList,
    list_at,
    value_at,
)

STAMP = "request.received_at"


def test_a_value_is_read_at_its_path_and_absent_where_the_way_ends() -> None:
    case = {"request": {"purpose": "initial"}, "member": "typed by mistake"}
    assert value_at(case, "request.purpose") == "initial"
    assert value_at(case, "member.given_name") is None
    assert list_at(case, "request.icd10") == []
    assert Slot("request.purpose").change(case, "continuation") == ("request.purpose", "continuation")


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        (None, 170, {"height_cm": 170}),
        ({"weight_kg": 75}, 170, {"weight_kg": 75, "height_cm": 170}),
        ({"weight_kg": 75, "height_cm": 170}, None, {"weight_kg": 75}),
        ({"height_cm": 170}, None, None),
    ],
)
def test_an_object_is_left_out_once_it_is_empty(before: Any, value: Any, after: Any) -> None:
    case = {} if before is None else {"measurements": before}
    assert OptionalPart("measurements.height_cm").change(case, value) == ("measurements", after)


def test_doses_are_given_together_or_not_at_all() -> None:
    second = ItemOfFew("request.doses_mg", 1, 3)
    assert second.change({}, "0.94") == ("request.doses_mg", ["", "0.94", ""])
    assert second.change({"request": {"doses_mg": ["", "0.94", ""]}}, None) == ("request.doses_mg", None)
    assert second.get({"request": {"doses_mg": ["1.5", "", ""]}}) is None
    assert second.covers("request.doses_mg[1]")
    assert not second.covers("request.doses_mg")
    assert ItemOfFew("request.doses_mg", 0, 3).covers("request.doses_mg")


def test_the_lines_of_an_address_close_up() -> None:
    third = ItemOfLines("member.address", 2)
    assert third.change({"member": {"address": ["One"]}}, "Three") == ("member.address", ["One", "Three"])
    assert third.change({"member": {"address": ["One", "Two", "Three"]}}, None) == (
        "member.address",
        ["One", "Two"],
    )
    assert ItemOfLines("member.address", 0).change({"member": {"address": ["One"]}}, None)[1] is None


def test_a_moment_keeps_the_offset_that_it_came_with() -> None:
    case = {"request": {"received_at": "2026-11-20T14:05:00-04:00"}}
    day, time = MomentPart(STAMP, 0), MomentPart(STAMP, 1)
    assert (day.get(case), time.get(case)) == ("2026-11-20", "14:05")
    assert time.change(case, "15:30") == (STAMP, "2026-11-20T15:30:00-04:00")
    assert day.change(case, "2026-11-21") == (STAMP, "2026-11-21T14:05:00-04:00")


def test_a_new_moment_has_this_computer_s_offset_on_that_day() -> None:
    half = {"request": {"received_at": "2026-07-20 "}}
    path, stamp = MomentPart(STAMP, 1).change(half, "14:05")
    here = datetime.fromisoformat("2026-07-20T14:05").astimezone()
    assert (path, stamp) == (STAMP, here.isoformat(timespec="seconds"))


@pytest.mark.parametrize(
    ("day", "time"), [("soon", "14:05"), ("10 nov", ""), ("", "25:99"), ("2026-13-01", "09:00")]
)
def test_a_moment_that_cannot_be_read_is_kept_in_its_two_parts(day: str, time: str) -> None:
    first, second = MomentPart(STAMP, 0), MomentPart(STAMP, 1)
    path, once = first.change({}, day or None)
    case = {"request": {"received_at": once}} if once else {}
    _, twice = second.change(case, time or None)
    case = {"request": {"received_at": twice}} if twice else {}
    assert path == STAMP
    assert (first.get(case) or "", second.get(case) or "") == (day, time)
    assert not first.is_told(case)


def test_a_list_in_one_field_answers_for_all_its_items() -> None:
    codes = WholeList("request.icd10")
    assert codes.covers("request.icd10[2]")
    assert codes.covers("request.icd10")
    assert not codes.covers("request.icd10x")
