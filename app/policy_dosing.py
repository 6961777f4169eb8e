"""The part of a policy file that is about amounts and days: drug, authorization, dose tables."""

from collections.abc import Mapping
from decimal import Decimal

from app.bsa import FORMULAS
from app.comparisons import read_comparison
from app.data_file import Block
from app.dosing import (
    AreaRule,
    AuthorizationLimits,
    DoseBasis,
    DoseShift,
    DoseTable,
    Dosing,
    Drug,
    Extension,
    Span,
    SpanUnit,
)
from app.facts import Value
from app.policy import Question

MOST_MG = "1000"
"""More than any dose in mg, where a policy file names no other amount."""


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
        given=block.text("given"),
        unit_source=block.string("unit_source"),
    )
    if not drug.billing_unit_mg or drug.vial_mg % drug.billing_unit_mg:
        raise block.error("vial_mg", "must be a whole number of billing units")
    block.finish()
    return drug


def read_limits(block: Block) -> AuthorizationLimits:
    """The block ``authorization``."""
    extensions = tuple(_extension(item) for item in block.optional_blocks("extension", "value"))
    limits = AuthorizationLimits(
        cycles_per_approval=block.integer("cycles_per_approval", 1),
        first_cycle=_span(block, "first_cycle"),
        extended_first_cycle=_span(block, "extended_first_cycle") if extensions else None,
        later_cycle=_span(block, "later_cycle"),
        extensions=extensions,
    )
    if limits.cycles_per_approval != 1:
        words = "must be 1; a cycle may last months and have any number of treatment days"
        raise block.error("cycles_per_approval", words)
    block.finish()
    return limits


def _span(block: Block, name: str) -> Span:
    """``first_cycle_days = 21``, or ``first_cycle_months = 6``."""
    for unit in SpanUnit:
        if block.has(f"{name}_{unit}"):
            return Span(block.integer(f"{name}_{unit}", 1), unit)
    raise block.error(f"{name}_days", f"is missing; {name}_months can stand in its place")


def _extension(block: Block) -> Extension:
    extension = Extension(block.string("value"), block.string("line"), block.languages())
    block.finish()
    return extension


def read_dosing(block: Block, questions: Mapping[str, Question]) -> Dosing:
    """The block ``dosing`` with its tables."""
    value = block.string("basis")
    if value not in set(DoseBasis):
        raise block.error("basis", "must be one of " + ", ".join(DoseBasis))
    basis = DoseBasis(value)
    days = _treatment_days(block)
    response = _response(block, questions)
    dosing = Dosing(
        basis=basis,
        area=_area(block) if basis is DoseBasis.BODY_SURFACE_AREA else None,
        rounding_tolerance=block.amount("rounding_tolerance"),
        most_mg=block.amount("most_mg") if block.has("most_mg") else Decimal(MOST_MG),
        treatment_days=days,
        response_fact=response.id if response else None,
        tables=tuple(_dose_table(item, basis, len(days), response) for item in block.blocks("table")),
        shift=_dose_shift(block.block("shift")) if block.has("shift") else None,
    )
    block.finish()
    return dosing


def _area(block: Block) -> AreaRule:
    formula = block.string("formula")
    if formula not in FORMULAS:
        raise block.error("formula", "must be one of " + ", ".join(FORMULAS))
    return AreaRule(formula, block.integer("bsa_decimals"))


def _treatment_days(block: Block) -> tuple[int, ...]:
    days = block.take("treatment_days")
    if not isinstance(days, list) or not days or not all(type(day) is int and day >= 1 for day in days):
        raise block.error("treatment_days", "must be a list of day numbers, 1 or more")
    if days != sorted(set(days)):
        raise block.error("treatment_days", "must stand in their order, each once")
    return tuple(days)


def _response(block: Block, questions: Mapping[str, Question]) -> Question | None:
    if not block.has("response_fact"):
        return None
    name = block.string("response_fact")
    if name not in questions:
        raise block.error("response_fact", "must be a question of this file")
    return questions[name]


def _dose_shift(block: Block) -> DoseShift:
    shift = DoseShift(
        days=block.integer("days"),
        least_between=block.integer("least_between"),
        source=block.string("source"),
    )
    block.finish()
    return shift


def _dose_table(block: Block, basis: DoseBasis, days: int, response: Question | None) -> DoseTable:
    cycles = block.block("cycles")
    _, _, in_cycle = read_comparison(cycles)
    cycles.finish()
    table = DoseTable(
        id=block.string("id"),
        text=block.languages(),
        in_cycle=in_cycle,
        responses=_responses(block, response) if block.has("response") else None,
        strengths=block.amounts(basis.key),
    )
    if len(table.strengths) != days:
        raise block.error(basis.key, f"must have one amount per treatment day ({days})")
    block.finish()
    return table


def _responses(block: Block, response: Question | None) -> frozenset[Value]:
    if response is None:
        raise block.error("response", "needs a response_fact in the block dosing")
    responses: frozenset[Value] = frozenset(block.strings("response"))
    for value in responses:
        if not response.allows(value):
            raise block.error("response", f"{value} is no answer to {response.id}: {response.allowed}")
    return responses
