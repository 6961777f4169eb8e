"""A letter that takes the place of an earlier one: what is compared, and how the letter says it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.copies import Copy
from app.determination import Determination, Outcome
from app.errors import DictamenError
from app.regimen import plain
from app.request import Member
from app.typed_numbers import typed_phone
from reports.blocks import Block, Column, Heading, Paragraph, Span, Table
from reports.draft import Draft
from reports.edition import Change, Replaced, Way
from reports.wording import amount


class Earlier(NamedTuple):
    """A letter whose place another one takes."""

    number: str
    determination: Determination


_DECIDED = frozenset(("outcome", "first_day", "last_day", "doses"))
"""The facts that are the decision itself; a difference in any other is an error of writing."""

_CLINICAL = frozenset(("birth_date", "npi", "phone", "codes", "asked", "cycles", "size", "documents"))
"""What the member's page does not print."""

_EMPTY = "–"  # noqa: RUF001 - as in every table


def replacing(earlier: Earlier, new: Determination) -> Replaced:
    """How a new letter stands to the earlier one whose place it takes.

    Args:
        earlier: the letter, and what it decided.
        new: what is decided now.

    Raises:
        DictamenError: they are of different cases, or the new one takes away what was approved. An approval
            holds for the course of treatment (CMS-4201-F, 2024); what is less goes another way.
    """
    number, old = earlier
    _of_one_case(old, new, number)
    before, after = facts_of(old), facts_of(new)
    names = [name for name in after if before.get(name, "") != after[name]]
    names += [name for name in before if name not in after]
    changes = tuple(Change(name, before.get(name, ""), after.get(name, "")) for name in names)
    if _takes_away(old, new):
        raise DictamenError(
            f"Letter {number} approved more than this decision does. What was approved is not taken back by"
            " another letter; keep it as it is, or speak with the plan."
        )
    written = Way.CORRECTED if changes else Way.DATED_ANEW
    return Replaced(number, old.at.date(), Way.CHANGED if _DECIDED.intersection(names) else written, changes)


def _of_one_case(old: Determination, new: Determination, number: str) -> None:
    one, other = old.review.case, new.review.case
    named = one.case_id is not None or other.case_id is not None
    same = one.case_id == other.case_id if named else _same_member(one.member, other.member)
    if not same or one.policy.number != other.policy.number:
        raise DictamenError(
            f"Letter {number} is about another case. A letter takes the place of one of the same case only."
        )
    if Outcome.PEND in {old.outcome, new.outcome} and old.outcome is not new.outcome:
        raise DictamenError(
            f"Letter {number} asked for information or this one does, so neither takes the other's place;"
            " decide the case with a letter of its own."
        )


def _same_member(one: Member, other: Member) -> bool:
    """Whether two cases without an id are of one person: either may have been written wrong, not both."""
    who = (one.full_name, one.birth_date) == (other.full_name, other.birth_date)
    return who or one.member_id == other.member_id


def _takes_away(old: Determination, new: Determination) -> bool:
    if not old.outcome.authorizes:
        return False
    if not new.outcome.authorizes:
        return True
    one, other = old.review.period, new.review.period
    fewer_days = other.days < one.days or other.cycles < one.cycles
    return fewer_days or any(now < then for then, now in zip(old.doses_mg, new.doses_mg, strict=False))


def facts_of(decided: Determination) -> dict[str, str]:
    """What a letter says, spelled the same in every language: ISO dates and plain decimals."""
    case, period = decided.review.case, decided.review.period
    request, member, prescriber = case.request, case.member, case.prescriber
    found = {
        "outcome": decided.outcome.value,
        "name": member.full_name,
        "address": "\n".join(member.address),
        "member_number": member.member_id,
        "line": request.line_of_business,
        "prescriber": prescriber.name,
        "received": request.received_at.astimezone(decided.at.tzinfo).date().isoformat(),
        "cycle": str(request.cycle),
        "birth_date": member.birth_date.isoformat(),
        "npi": prescriber.npi,
        "phone": prescriber.phone or "",
        "codes": "\n".join([*((request.hcpcs,) if request.hcpcs else ()), *request.icd10]),
        "asked": "\n".join(map(plain, request.doses_mg or ())),
        "cycles": str(request.cycles_requested),
        "documents": "\n".join(
            f"{item.title}\t{item.dated.isoformat() if item.dated else ''}" for item in case.evidence
        ),
    }
    taken = case.measurements
    if taken is not None:
        height = plain(taken.height_cm) if taken.height_cm is not None else ""
        found["size"] = "\n".join([height, plain(taken.weight_kg)])
    if decided.cycle is not None:
        found["first_day"] = period.first_day.isoformat()
        found["last_day"] = period.last_day.isoformat()
        found["doses"] = "\n".join(f"{day.day}\t{plain(day.authorized_mg)}" for day in decided.cycle.days)
    return found


# ---------------------------------------------------------------- on the page


def replaced_blocks(draft: Draft) -> tuple[Block, ...]:
    """Which letter this one replaces, and what it said otherwise; nothing for a letter that replaces none.

    What is approved only now is compared with nothing: the letter says it. On a member's page it stands below
    the decision and its last day, so that these are on the first page in large print too.
    """
    replaced = draft.edition.replaces
    if replaced is None:
        return ()
    date_ = draft.wording.full_date(replaced.day)
    said = draft.wording.words(f"replaced.{replaced.way.value}", letter=replaced.number, date=date_)
    if replaced.way is Way.DATED_ANEW:
        if draft.determination.outcome.is_adverse:
            said = (*said, Span(" "), *draft.wording.words("replaced.appeal_days"))
        return (Paragraph(said),)  # one sentence needs no heading, and so leaves the letter as long as it was
    heading = Heading(draft.says(f"replaced.{replaced.way.value}_title"))
    for_member = draft.edition.copy is Copy.MEMBER
    compared = [change for change in replaced.changes if change.before or change.fact not in _DECIDED]
    shown = [change for change in compared if not (for_member and change.fact in _CLINICAL)]
    if shown:
        return (heading, Paragraph(said), _table(draft, shown, replaced.number))
    if replaced.changes:
        return (heading, Paragraph(said), draft.paragraph("replaced.elsewhere"))
    return (heading, Paragraph(said))


def _table(draft: Draft, changes: list[Change], number: str) -> Table:
    columns = (
        Column(draft.says("replaced.fact"), 26),
        Column(draft.says("amended.before", letter=number), 37),
        Column(draft.says("amended.now"), 37),
    )
    rows = tuple(
        (
            draft.says(f"replaced.fact_{change.fact}"),
            _worded(draft, change.fact, change.before),
            _worded(draft, change.fact, change.after),
        )
        for change in changes
    )
    return Table(columns, rows)


def _worded(draft: Draft, fact: str, value: str) -> str:
    if not value:
        return _EMPTY
    return _WORDS.get(fact, _listed)(draft, value)


def _listed(draft: Draft, value: str) -> str:
    return draft.wording.sentences["list.comma"].join(value.split("\n"))


def _date(draft: Draft, value: str) -> str:
    return draft.wording.full_date(date.fromisoformat(value))


def _doses(draft: Draft, value: str) -> str:
    days = [line.split("\t") for line in value.split("\n")]
    return draft.by_day([(int(day), amount(Decimal(dose), "mg")) for day, dose in days])


def _asked(draft: Draft, value: str) -> str:
    days = draft.policy.dosing.treatment_days
    return draft.by_day(
        [(day, amount(Decimal(dose), "mg")) for day, dose in zip(days, value.split("\n"), strict=False)]
    )


def _size(draft: Draft, value: str) -> str:
    height, weight = value.split("\n")
    parts = [amount(Decimal(height), "cm")] if height else []
    return draft.wording.sentences["list.comma"].join([*parts, amount(Decimal(weight), "kg")])


def _documents(draft: Draft, value: str) -> str:
    said = []
    for line in value.split("\n"):
        title, _, dated = line.partition("\t")
        said.append(
            draft.says("value.dated", title=title, date=_date(draft, dated))
            if dated
            else draft.says("value.undated", title=title)
        )
    return "; ".join(said)


_WORDS: Mapping[str, Callable[[Draft, str], str]] = {
    "address": lambda _, value: value,  # line by line, as on an envelope
    "outcome": lambda draft, value: draft.says(f"banner.{value}"),
    "line": lambda draft, value: draft.plan.lines[value].name[draft.language],
    "received": _date,
    "birth_date": _date,
    "first_day": _date,
    "last_day": _date,
    "doses": _doses,
    "asked": _asked,
    "size": _size,
    "documents": _documents,
    "phone": lambda _, value: typed_phone(value),
}
