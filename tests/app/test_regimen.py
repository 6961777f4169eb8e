"""Milligrams, billing units and vials, in exact decimals."""

import math
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policy import Policy
from app.policy_file import installed_policies
from app.regimen import Cycle, DoseRequest, Excess, plain, plan_cycle, whole_up

UNIT, VIAL = Decimal("0.1"), Decimal("0.9")
DATES = tuple(date(2026, month, day) for month, day in ((11, 30), (12, 8), (12, 15)))


@pytest.fixture(scope="module")
def policy() -> Policy:
    return installed_policies()["MP-RX-FP-12-23"]


def planned(
    policy: Policy, m2: str, asked: tuple[str, ...] | None = None, cycle: int = 1, response: object = None
) -> Cycle:
    doses = None if asked is None else tuple(map(Decimal, asked))
    plan = plan_cycle(policy.drug, policy.dosing, DoseRequest(cycle, response, Decimal(m2), DATES, doses))
    assert plan is not None
    return plan


# BSA: for 0.8 and for 0.5 mg/m², mg, units, vials, discarded units
WORKED = {
    "1.60": (("1.28", 13, 2, 5), ("0.8", 8, 1, 1)),
    "1.73": (("1.384", 14, 2, 4), ("0.865", 9, 1, 0)),
    "1.80": (("1.44", 15, 2, 3), ("0.9", 9, 1, 0)),
    "1.81": (("1.448", 15, 2, 3), ("0.905", 10, 2, 8)),
    "1.88": (("1.504", 16, 2, 2), ("0.94", 10, 2, 8)),
    "2.00": (("1.6", 16, 2, 2), ("1", 10, 2, 8)),
    "2.25": (("1.8", 18, 2, 0), ("1.125", 12, 2, 6)),
}


@pytest.mark.parametrize("m2", WORKED)
def test_the_worked_examples(policy: Policy, m2: str) -> None:
    days = planned(policy, m2).days
    found = [(plain(day.authorized_mg), day.units, day.vials, day.discarded_units) for day in days]
    assert tuple(found) == (WORKED[m2][0], WORKED[m2][1], WORKED[m2][1])


def test_exactly_one_vial_is_one_vial_and_a_hundredth_more_area_takes_two(policy: Policy) -> None:
    assert planned(policy, "1.80").days[1].vials == 1
    assert planned(policy, "1.81").days[1].vials == 2


@pytest.mark.parametrize(("m2", "units"), [("1.50", 12), ("3.00", 24)])
def test_units_do_not_fall_into_the_float_trap(policy: Policy, m2: str, units: int) -> None:
    assert math.ceil(float(m2) * 0.8 / 0.1) == units + 1  # what binary floats would bill
    assert planned(policy, m2).days[0].units == units


@pytest.mark.parametrize(
    ("cycle", "response", "strengths", "table"),
    [
        (1, None, ("0.8", "0.5", "0.5"), "cycle_1"),
        (1, "cr", ("0.8", "0.5", "0.5"), "cycle_1"),
        (2, "cr", ("0.5", "0.5", "0.5"), "later_with_response"),
        (6, "cri", ("0.5", "0.5", "0.5"), "later_with_response"),
        (2, "none", ("0.8", "0.5", "0.5"), "later_without_response"),
    ],
)
def test_cycle_and_response_choose_the_table(
    policy: Policy, cycle: int, response: object, strengths: tuple[str, ...], table: str
) -> None:
    plan = planned(policy, "1.88", cycle=cycle, response=response)
    assert tuple(str(day.strength) for day in plan.days) == strengths
    assert plan.table_id == table


def test_a_later_cycle_without_a_response_that_counts_has_no_plan(policy: Policy) -> None:
    wanted = DoseRequest(2, None, Decimal("1.88"), DATES, None)
    assert plan_cycle(policy.drug, policy.dosing, wanted) is None


def test_the_doses_of_days_1_8_and_15_fall_on_the_dates_that_were_asked_for(policy: Policy) -> None:
    days = planned(policy, "1.88").days
    assert [(day.day, day.date) for day in days] == list(zip((1, 8, 15), DATES, strict=True))


@pytest.mark.parametrize(
    ("asked", "excess", "authorized"),
    [
        ("1.50", Excess.WITHIN, "1.50"),
        ("0.01", Excess.WITHIN, "0.01"),
        ("1.60", Excess.WITHIN, "1.60"),
        ("1.6000000001", Excess.ROUNDED, "1.6000000001"),
        ("1.76", Excess.ROUNDED, "1.76"),  # exactly 10 % above
        ("1.7600000001", Excess.ABOVE, "1.60"),  # a hair above that
        ("3", Excess.ABOVE, "1.60"),
    ],
)
def test_a_dose_counts_as_within_the_limit_up_to_ten_percent_above_it(
    policy: Policy, asked: str, excess: Excess, authorized: str
) -> None:
    day = planned(policy, "2.00", (asked, "1", "1")).days[0]
    assert (day.excess, day.authorized_mg) == (excess, Decimal(authorized))


def test_a_limit_is_exact_beyond_the_digits_of_a_usual_decimal(policy: Policy) -> None:
    zeros = "0" * 32
    for asked, excess in ((f"1.60{zeros}8", Excess.WITHIN), (f"1.60{zeros}9", Excess.ROUNDED)):
        day = planned(policy, f"2.0{zeros}1", (asked, "1", "1")).days[0]
        assert (str(day.limit_mg), day.excess) == (f"1.60{zeros}8", excess)


@pytest.mark.parametrize("asked", [("1.60",), ("1.60", "1"), ("1.60", "1", "1", "1")])
def test_another_number_of_doses_than_treatment_days_is_never_planned(
    policy: Policy, asked: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="argument 4"):
        planned(policy, "2.00", asked)


def test_each_day_is_held_to_its_own_limit(policy: Policy) -> None:
    days = planned(policy, "2.00", ("1.60", "1.05", "1.60")).days
    assert [day.excess for day in days] == [Excess.WITHIN, Excess.ROUNDED, Excess.ABOVE]
    assert [plain(day.authorized_mg) for day in days] == ["1.6", "1.05", "1"]


def test_a_physician_may_authorize_as_asked(policy: Policy) -> None:
    wanted = DoseRequest(1, None, Decimal("2.00"), DATES, tuple(map(Decimal, ("3.0", "1", "1"))))
    plan = plan_cycle(policy.drug, policy.dosing, wanted, as_asked=True)
    assert plan is not None
    assert (plan.days[0].authorized_mg, plan.days[0].units, plan.days[0].vials) == (Decimal(3), 30, 4)


def test_the_units_of_a_cycle_are_those_of_its_days(policy: Policy) -> None:
    assert planned(policy, "1.88").units == 16 + 10 + 10


def test_nobody_who_reads_a_cycle_can_add_a_day_to_it(policy: Policy) -> None:
    assert isinstance(planned(policy, "1.88").days, tuple)


amounts = st.decimals("0.001", "40", places=3)


@given(amounts)
def test_units_and_vials_hold_the_dose_and_one_less_would_not(mg: Decimal) -> None:
    units, vials = whole_up(mg, UNIT), whole_up(mg, VIAL)
    assert (units - 1) * UNIT < mg <= units * UNIT
    assert (vials - 1) * VIAL < mg <= vials * VIAL
    assert 0 <= 9 * vials - units < 9


@given(st.decimals("0.10", "5.00", places=2), amounts)
def test_what_is_authorized_is_what_was_asked_or_the_limit_and_never_above_ten_percent(
    m2: Decimal, asked: Decimal
) -> None:
    policy = installed_policies()["MP-RX-FP-12-23"]
    for day in planned(policy, str(m2), (str(asked),) * 3).days:
        assert day.authorized_mg in {asked, day.limit_mg}
        assert day.authorized_mg * 10 <= day.limit_mg * 11
        assert (day.authorized_mg == asked) == (asked * 10 <= day.limit_mg * 11)
        assert day.discarded_units == 9 * day.vials - day.units


@pytest.mark.parametrize(
    ("amount", "text"),
    [("1.504", "1.504"), ("0.900", "0.9"), ("1.00", "1"), ("10", "10"), ("100.0", "100"), ("1E+1", "10")],
)
def test_amounts_are_written_in_plain_notation(amount: str, text: str) -> None:
    assert plain(Decimal(amount)) == text
