"""A health plan as data: its lines of business, their decision clocks, and what letters say of the plan."""

from collections.abc import Mapping
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path
from typing import NamedTuple

import resources
from app.data_file import Block, fingerprint, read_toml
from app.request import Priority
from app.text import Text

FORMAT = "dictamen.plan/1"

RETENTION = 10
"""Years that cases are kept where a plan's file does not say: Medicare Advantage's, 42 CFR 422.504(d)."""

LEAST_RETENTION = 6
"""Years; a plan's file may not say less (45 CFR 164.316(b)(2)), so that a typing error destroys nothing."""


class Letterhead(NamedTuple):
    """Where the plan's post comes from: address lines as printed, and the website."""

    address: tuple[str, ...]
    website: str


class Phone(NamedTuple):
    """A phone number as printed, with whom it is for."""

    number: str
    label: Text


class Help(NamedTuple):
    """How a member reaches the plan."""

    phones: tuple[Phone, ...]
    hours: Text


class PrescriberDesk(NamedTuple):
    """How a prescriber reaches the plan, and a physician of the plan to talk a decision over with."""

    phone: str
    fax: str
    hours: Text
    physician_phone: str
    physician_hours: Text


class LineOfBusiness(NamedTuple):
    """One line of business.

    Attributes:
        hours: from receipt to decision, by priority.
        appeal_days: calendar days to appeal, counted from the letter's date.
        coverage_document: what the member's own description of coverage is called.
        member_notice: the form on which a member is told of an adverse decision.
    """

    id: str
    name: Text
    program: str
    hours: Mapping[Priority, int]
    appeal_days: int
    coverage_document: Text
    member_notice: Text
    help: Help
    prescriber_desk: PrescriberDesk


class Plan(NamedTuple):
    """A health plan.

    Attributes:
        zone: the plan's own time, in which letters are dated.
        sample: the contact data are invented; every letter says so until a plan replaces them.
        sha256: of the plan's file, lower-case hexadecimal.
        retention_years: how long a case is kept after it was last saved.
    """

    id: str
    sha256: str
    sample: bool
    zone: timezone
    retention_years: int
    name: Text
    letterhead: Letterhead
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
    data, top = read_toml(source)
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    loaded = Plan(
        id=top.string("id"),
        sha256=fingerprint(data),
        sample=top.yes_no("sample") if top.has("sample") else False,
        zone=_zone(top),
        retention_years=top.integer("retention_years", LEAST_RETENTION)
        if top.has("retention_years")
        else RETENTION,
        name=top.text("name"),
        letterhead=_letterhead(top.block("letterhead")),
        lines={line.id: line for line in map(_line, top.blocks("line_of_business"))},
    )
    top.finish()
    return loaded


def _zone(top: Block) -> timezone:
    hours = top.take("utc_offset_hours")
    if type(hours) is not int or not -12 <= hours <= 14:  # noqa: PLR2004  # the offsets that places have
        raise top.error("utc_offset_hours", "must be a whole number of hours, -12 to 14")
    return timezone(timedelta(hours=hours))


def _letterhead(block: Block) -> Letterhead:
    letterhead = Letterhead(block.strings("address"), block.string("website"))
    block.finish()
    return letterhead


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
        coverage_document=block.text("coverage_document"),
        member_notice=block.text("member_notice"),
        help=_help(block.block("help")),
        prescriber_desk=_prescriber_desk(block.block("prescriber_desk")),
    )
    block.finish()
    return line


def _help(block: Block) -> Help:
    found = Help(tuple(_phone(item) for item in block.blocks("phones", "number")), block.text("hours"))
    block.finish()
    return found


def _phone(block: Block) -> Phone:
    phone = Phone(block.string("number"), block.languages())
    block.finish()
    return phone


def _prescriber_desk(block: Block) -> PrescriberDesk:
    desk = PrescriberDesk(
        phone=block.string("phone"),
        fax=block.string("fax"),
        hours=block.text("hours"),
        physician_phone=block.string("physician_phone"),
        physician_hours=block.text("physician_hours"),
    )
    block.finish()
    return desk
