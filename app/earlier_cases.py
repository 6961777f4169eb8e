"""The other cases of a member under one policy, from the casebook's worklist lines alone."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from app.casebook import Row, Scalar
from app.determination import Outcome

LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
"""Sorts what has no time of its own first."""


COLUMNS = ("member_id", "birth_date", "mbi")
"""The worklist's columns by which a member's other cases are found."""


class Lines(Protocol):
    """What is needed of a casebook."""

    def matching(self, column: str, value: str) -> list[Row]:
        """The worklist lines whose column holds this text."""


@dataclass(frozen=True, slots=True)
class Who:
    """By what a member is found: the ids are identity, names and birth date only a hint."""

    member_id: str
    mbi: str
    family_name: str
    given_name: str
    birth_date: str


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """One other case of the member; None for what it does not say.

    Attributes:
        cycle, cycles: the first cycle asked for, and how many one approval covers.
        outcome: what was decided; None while the case is open.
        first_day, last_day: of the window asked for or authorized, both included.
        doses_mg: authorized amounts, one per treatment day.
        response, intent: what was answered, whether or not a document shows it.
        letter: number of the letter that decided it.
        amends: id of the case whose approval this one makes longer.
    """

    case_id: str
    cycle: int
    cycles: int
    outcome: Outcome | None
    first_day: date | None
    last_day: date | None
    doses_mg: tuple[str, ...]
    response: Scalar
    intent: Scalar
    letter: str | None
    decided_at: datetime | None
    received_at: datetime | None
    amends: str | None
    other_payer_cycles: int | None

    @property
    def is_approved(self) -> bool:
        """Whether treatment was authorized, whole or in part."""
        return self.outcome is not None and self.outcome.authorizes


def cases_of(lines: Lines, who: Who, policy: str, but: str) -> tuple[EarlierCase, ...]:
    """The member's other cases under a policy, by id alone, in the order of receipt.

    Args:
        lines: the casebook.
        who: the member; an empty id finds nobody.
        policy: its number.
        but: the id of the case that is looked at.
    """
    rows = {row.case_id: row for row in _same_member(lines, who)}
    found = [_case(row) for row in rows.values() if _counts(row, policy) and row.case_id != but]
    return tuple(sorted(found, key=lambda case: (case.received_at or LONG_AGO, case.cycle)))


def look_alikes(lines: Lines, who: Who, policy: str) -> tuple[str, ...]:
    """Ids of cases with the same names and birth date under other ids: perhaps the same person."""
    if not (who.birth_date and who.family_name and who.given_name):
        return ()
    same = {row.case_id for row in _same_member(lines, who)}
    name = _folded(f"{who.family_name} {who.given_name}")
    return tuple(
        sorted(
            row.case_id
            for row in lines.matching("birth_date", who.birth_date)
            if row.case_id not in same and _counts(row, policy) and _name(row.cover) == name
        )
    )


def _same_member(lines: Lines, who: Who) -> Iterable[Row]:
    by_id = lines.matching("member_id", who.member_id) if who.member_id else []
    return [*by_id, *(lines.matching("mbi", who.mbi) if who.mbi else [])]


def _counts(row: Row, policy: str) -> bool:
    return row.kind == "case" and row.cover.get("policy") == policy


def _name(cover: Mapping[str, Scalar]) -> str:
    return _folded(f"{cover.get('family_name') or ''} {cover.get('given_name') or ''}")


def _folded(name: str) -> str:
    """Without accents, capitals and doubled spaces: ``Núñez`` is typed in many ways."""
    plain = (sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return " ".join("".join(plain).casefold().split())


def _case(row: Row) -> EarlierCase:
    cover = row.cover
    outcome, count = cover.get("outcome"), cover.get("other_payer_cycles")
    cycle, cycles = cover.get("cycle"), cover.get("cycles")
    return EarlierCase(
        case_id=row.case_id,
        cycle=cycle if isinstance(cycle, int) else 1,
        cycles=cycles if isinstance(cycles, int) else 1,
        outcome=Outcome(outcome) if isinstance(outcome, str) else None,
        first_day=_day(cover.get("first_day")),
        last_day=_day(cover.get("last_day")),
        doses_mg=tuple(str(cover.get("doses") or "").split()),
        response=cover.get("response"),
        intent=cover.get("intent"),
        letter=_text(cover.get("letter")),
        decided_at=_moment(cover.get("decided_at")),
        received_at=_moment(cover.get("received_at")),
        amends=_text(cover.get("amends")),
        other_payer_cycles=count if isinstance(count, int) else None,
    )


def _text(value: Scalar) -> str | None:
    return value if isinstance(value, str) and value else None


def _day(value: Scalar) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _moment(value: Scalar) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) and value else None


def who_of(case: Mapping[str, object]) -> Who:
    """The member of a case document that may still be incomplete."""
    member = case.get("member")
    source = member if isinstance(member, Mapping) else {}

    def typed(key: str) -> str:
        value = source.get(key)
        return value.strip() if isinstance(value, str) else ""

    return Who(
        member_id=typed("member_id"),
        mbi=typed("mbi").replace("-", ""),
        family_name=typed("family_name"),
        given_name=typed("given_name"),
        birth_date=typed("birth_date"),
    )
