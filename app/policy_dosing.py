"""The part of a policy file that is about amounts and days: drug, authorization, dose tables."""

from collections.abc import Mapping

from app.bsa import FORMULAS
from app.data_file import Block
from app.facts import Value
from app.policy import (
    AuthorizationLimits,
    DoseShift,
    DoseTable,
    Dosing,
    Drug,
    Extension,
    Question,
)
from app.policy_rules import read_comparison


def read_drug(block: Block) -> Drug:
    """The block ``drug``."""
    drug = Drug(
        generic=block.string("generic"),
        brand=block.string("brand"),
        target=block.string("target"),
        hcpcs=block.string("hcpcs"),
        ndc=block.string("ndc"),
        billing_unit_mg=block.amount("billing_unit_mg"),
        vial_mg=block.amount("vial_mg"),
        route=block.text("route"),
        unit_source=block.string("unit_source"),
    )
    if not drug.billing_unit_mg or drug.vial_mg % drug.billing_unit_mg:
        raise block.error("vial_mg", "must be a whole number of billing units")
    block.finish()
    return drug


def read_limits(block: Block) -> AuthorizationLimits:
    """The block ``authorization``."""
    limits = AuthorizationLimits(
        cycles_per_approval=block.integer("cycles_per_approval", 1),
        first_cycle_days=block.integer("first_cycle_days", 1),
        extended_first_cycle_days=block.integer("extended_first_cycle_days", 1),
        later_cycle_days=block.integer("later_cycle_days", 1),
        extensions=tuple(_extension(item) for item in block.blocks("extension", "value")),
    )
    block.finish()
    return limits


def _extension(block: Block) -> Extension:
    extension = Extension(block.string("value"), block.string("line"), block.languages())
    block.finish()
    return extension


def read_dosing(block: Block, questions: Mapping[str, Question]) -> Dosing:
    """The block ``dosing`` with its tables."""
    basis = block.string("basis")
    if basis != "body_surface_area":
        raise block.error("basis", "must be body_surface_area")
    formula = block.string("formula")
    if formula not in FORMULAS:
        raise block.error("formula", "must be one of " + ", ".join(FORMULAS))
    days = block.take("treatment_days")
    if not isinstance(days, list) or not days or not all(type(day) is int and day >= 1 for day in days):
        raise block.error("treatment_days", "must be a list of day numbers, 1 or more")
    response_fact = block.string("response_fact")
    if response_fact not in questions:
        raise block.error("response_fact", "must be a question of this file")
    dosing = Dosing(
        formula=formula,
        bsa_decimals=block.integer("bsa_decimals"),
        rounding_tolerance=block.amount("rounding_tolerance"),
        treatment_days=tuple(days),
        response_fact=response_fact,
        tables=tuple(
            _dose_table(item, len(days), questions[response_fact]) for item in block.blocks("table")
        ),
        shift=_dose_shift(block.block("shift")) if block.has("shift") else None,
    )
    block.finish()
    return dosing


def _dose_shift(block: Block) -> DoseShift:
    shift = DoseShift(
        days=block.integer("days"),
        least_between=block.integer("least_between"),
        source=block.string("source"),
    )
    block.finish()
    return shift


def _dose_table(block: Block, days: int, response: Question) -> DoseTable:
    cycles = block.block("cycles")
    _, _, in_cycle = read_comparison(cycles)
    cycles.finish()
    responses: frozenset[Value] | None = None
    if block.has("response"):
        responses = frozenset(block.strings("response"))
        for value in responses:
            if not response.allows(value):
                raise block.error("response", f"{value} is no answer to {response.id}: {response.allowed}")
    table = DoseTable(
        id=block.string("id"),
        text=block.languages(),
        in_cycle=in_cycle,
        responses=responses,
        mg_per_m2=block.amounts("mg_per_m2"),
    )
    if len(table.mg_per_m2) != days:
        raise block.error("mg_per_m2", f"must have one amount per treatment day ({days})")
    block.finish()
    return table
