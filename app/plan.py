"""A health plan as data: its lines of business, their decision clocks, and what letters say of the plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import resources
from app.data_file import Block, fingerprint, read_toml
from app.envelope import Envelope, envelope_in
from app.errors import InvalidInput
from app.plan_files import (
    Insert,
    NoticeForm,
    Validity,
    Wanted,
    form_for,
    forms_in,
    inserts_in,
    missing_inserts,
    validity_in,
)
from app.request import Priority
from app.text import LANGUAGES, Text
from app.typed_numbers import typed_phone

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
    """A phone number as printed, with whom it is for; ``tty`` for those who hear badly."""

    number: str
    label: Text
    tty: bool = False


class Help(NamedTuple):
    """How a member reaches the plan, and on which days that is so."""

    valid: Validity
    phones: tuple[Phone, ...]
    hours: Text


class PrescriberDesk(NamedTuple):
    """How a prescriber reaches the plan, and a physician of the plan to talk a decision over with."""

    valid: Validity
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
    helps: tuple[Help, ...]
    prescriber_desks: tuple[PrescriberDesk, ...]

    def help_on(self, day: date) -> Help:
        """How a member reaches the plan on a day.

        Raises:
            InvalidInput: the plan's file does not say it for that day.
        """
        return _on(self.helps, day, f"line_of_business {self.id}: help")

    def prescriber_desk_on(self, day: date) -> PrescriberDesk:
        """How a prescriber reaches the plan on a day.

        Raises:
            InvalidInput: the plan's file does not say it for that day.
        """
        return _on(self.prescriber_desks, day, f"line_of_business {self.id}: prescriber_desk")


class LetterHabits(NamedTuple):
    """What a plan has settled about its letters.

    Attributes:
        member_languages: in which the member's copy always goes out, beside the member's own.
        prescriber_language: of the prescriber's copy.
        member_copy_of_requests: whether the member gets a copy of a request for information.
        may_waive: the roles that may issue a letter without a mandatory insert, giving a reason.
    """

    member_languages: tuple[str, ...] = ()
    prescriber_language: str = "en"
    member_copy_of_requests: bool = True
    may_waive: tuple[str, ...] = ("physician",)


class Plan(NamedTuple):
    """A health plan.

    Attributes:
        zone: the plan's own time, in which letters are dated.
        sample: the contact data are invented; every letter says so until a plan replaces them.
        sha256: of the plan's file, lower-case hexadecimal.
        retention_years: how long a case is kept after it was last saved.
        envelope: into whose windows letters are folded.
        inserts: the notices that go out with letters.
        forms: on which members are told of adverse decisions.
    """

    id: str
    sha256: str
    sample: bool
    zone: timezone
    retention_years: int
    name: Text
    letterhead: Letterhead
    lines: Mapping[str, LineOfBusiness]
    letters: LetterHabits
    envelope: Envelope
    inserts: tuple[Insert, ...]
    forms: tuple[NoticeForm, ...]

    def form_for(self, line: str, language: str, day: date) -> NoticeForm | None:
        """The form of the member's notice in a language, valid on a day; None where the plan has none."""
        return form_for(self.forms, line, language, day)

    def missing(self, wanted: Wanted) -> tuple[str, ...]:
        """What the plan's file lacks for a letter, each in one sentence that names it."""
        line = self.lines[wanted.line]
        return (*_contact_missing(line, wanted.day), *missing_inserts(self.inserts, wanted))


class InstalledPlans:
    """Where plans come from: the files that ship with the product, and those that a clinic added.

    Attributes:
        added: by the plan's id; such a file stands for a shipped one of the same id.
    """

    def __init__(self) -> None:
        self.added: Mapping[str, Path] = {}

    def set_added(self, added: Mapping[str, Path]) -> None:
        """Take these files of a clinic in place of those before."""
        if added or self.added:  # a file of the same name may have another content now
            plan.cache_clear()
        self.added = added

    def sources(self) -> dict[str, Path]:
        """The file of every plan, by its id."""
        shipped = {source.stem: source for source in sorted(resources.path("plans").glob("*.toml"))}
        return {**shipped, **self.added}


INSTALLED_PLANS = InstalledPlans()
"""The plans that ship with the product, and what the open casebook adds."""


@cache
def plan(plan_id: str) -> Plan:
    """The plan of that id, from its installed file.

    Raises:
        InvalidInput: the file is not there or cannot be used.
    """
    shipped = resources.path("plans", f"{plan_id}.toml")
    return load_plan(INSTALLED_PLANS.added.get(plan_id, shipped))


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
        letters=_habits(top.block("letters")) if top.has("letters") else LetterHabits(),
        envelope=envelope_in(top),
        inserts=inserts_in(top, source.parent),
        forms=forms_in(top, source.parent),
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
        helps=tuple(_help(item) for item in block.dated_blocks("help")),
        prescriber_desks=tuple(_prescriber_desk(item) for item in block.dated_blocks("prescriber_desk")),
    )
    block.finish()
    return line


def _habits(block: Block) -> LetterHabits:
    habits = LetterHabits(
        member_languages=block.strings("member_languages"),
        prescriber_language=block.string("prescriber_language"),
        member_copy_of_requests=block.yes_no("member_copy_of_requests"),
        may_waive=block.strings("may_waive_inserts"),
    )
    for key, language in [
        *(("member_languages", language) for language in habits.member_languages),
        ("prescriber_language", habits.prescriber_language),
    ]:
        if language not in LANGUAGES:
            raise block.error(key, "must be from " + ", ".join(LANGUAGES))
    block.finish()
    return habits


def _help(block: Block) -> Help:
    found = Help(
        validity_in(block),
        tuple(_phone(item) for item in block.blocks("phones", "number")),
        block.text("hours"),
    )
    block.finish()
    return found


def _phone(block: Block) -> Phone:
    number = typed_phone(block.string("number"))
    tty = block.yes_no("tty") if block.has("tty") else False
    phone = Phone(number, block.languages(), tty)
    block.finish()
    return phone


def _prescriber_desk(block: Block) -> PrescriberDesk:
    desk = PrescriberDesk(
        valid=validity_in(block),
        phone=typed_phone(block.string("phone")),
        fax=typed_phone(block.string("fax")),
        hours=block.text("hours"),
        physician_phone=typed_phone(block.string("physician_phone")),
        physician_hours=block.text("physician_hours"),
    )
    block.finish()
    return desk


# ---------------------------------------------------------------- what holds on a day

_Dated = TypeVar("_Dated", Help, PrescriberDesk)


def _on(entries: "Sequence[_Dated]", day: date, name: str) -> "_Dated":
    found = next((entry for entry in entries if entry.valid.holds(day)), None)
    if found is None:
        raise InvalidInput(name, f"is not given for {day.isoformat()}; add it to the plan's file")
    return found


def _contact_missing(line: LineOfBusiness, day: date) -> Iterator[str]:
    for find in (line.help_on, line.prescriber_desk_on):
        try:
            find(day)
        except InvalidInput as error:
            yield f"{error}."
    if not any(phone.tty for entry in line.helps if entry.valid.holds(day) for phone in entry.phones):
        yield f"line_of_business {line.id}: help: has no TTY phone on {day.isoformat()}."
