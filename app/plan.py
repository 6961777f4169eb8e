"""A health plan as data: its lines of business and their decision clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from app.data_file import Block, read_toml
from app.policy import Text
from app.request import Priority

FORMAT = "dictamen.plan/1"


@dataclass(frozen=True, slots=True)
class LineOfBusiness:
    """One line of business.

    Attributes:
        hours: from receipt to decision, by priority.
        appeal_days: calendar days to appeal, counted from the letter's date.
    """

    id: str
    name: Text
    program: str
    hours: Mapping[Priority, int]
    appeal_days: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A health plan."""

    id: str
    name: Text
    lines: Mapping[str, LineOfBusiness]


@cache
def plan(plan_id: str) -> Plan:
    """The plan of that id, from the files that ship with the product."""
    return load_plan(resources.path("plans", f"{plan_id}.toml"))


def load_plan(source: Path) -> Plan:
    """Read one plan file.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    _, top = read_toml(source)
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    loaded = Plan(
        id=top.string("id"),
        name=top.text("name"),
        lines={line.id: line for line in map(_line, top.blocks("line_of_business"))},
    )
    top.finish()
    return loaded


def _line(block: Block) -> LineOfBusiness:
    line = LineOfBusiness(
        id=block.string("id"),
        name=block.text("name"),
        program=block.string("program"),
        hours={
            Priority.STANDARD: block.integer("standard_hours", 1),
            Priority.EXPEDITED: block.integer("expedited_hours", 1),
        },
        appeal_days=block.integer("appeal_days", 1),
    )
    block.finish()
    return line
