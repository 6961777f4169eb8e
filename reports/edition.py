"""Which edition of a letter is made: whose copy, in place of which letter, without which notice."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.copies import Copy, usual_copy
from app.determination import Outcome

Json = dict[str, object]


class Way(StrEnum):
    """Why a letter takes the place of an earlier one.

    Members:
        CORRECTED: something was written wrong; the decision stands.
        CHANGED: the decision gives more than the earlier one did.
        DATED_ANEW: nothing changed but number and date, because the earlier one did not go out in time.
    """

    CORRECTED = "corrected"
    CHANGED = "changed"
    DATED_ANEW = "dated_anew"


class Change(NamedTuple):
    """One fact that an earlier letter said otherwise; both as ``reports.replaced`` spells facts."""

    fact: str
    before: str
    after: str


class Replaced(NamedTuple):
    """The letter whose place a letter takes.

    Attributes:
        day: its date.
        changes: what it said otherwise.
    """

    number: str
    day: date
    way: Way
    changes: tuple[Change, ...] = ()

    def document(self) -> Json:
        """As JSON values."""
        return {
            "letter_number": self.number,
            "date": self.day.isoformat(),
            "way": self.way.value,
            "changes": [dict(change._asdict()) for change in self.changes],
        }


class Waiver(NamedTuple):
    """Why a letter goes out without notices that the plan calls mandatory."""

    missing: tuple[str, ...]
    reason: str

    def document(self) -> Json:
        """As JSON values."""
        return {"missing": list(self.missing), "reason": self.reason}


class Edition(NamedTuple):
    """Which edition of a decision's letter is made.

    Attributes:
        enclosed: the checksums of the plan's files that are part of it, by their names.
        beside: whose copies were signed in the same act beside this one.
    """

    copy: Copy
    replaces: Replaced | None = None
    waiver: Waiver | None = None
    enclosed: Mapping[str, str] = {}
    beside: tuple[Copy, ...] = ()

    def document(self, outcome: Outcome) -> Json:
        """As JSON values; what is as usual is left out."""
        said: Json = {}
        if self.copy is not usual_copy(outcome):
            said["copy"] = self.copy.value
        if self.replaces is not None:
            said["replaces"] = self.replaces.document()
        if self.waiver is not None:
            said["waived"] = self.waiver.document()
        if self.enclosed:
            said["enclosed"] = dict(self.enclosed)
        if self.beside:
            said["beside"] = [copy.value for copy in self.beside]
        return said


def read_edition(document: Mapping[str, object], outcome: Outcome) -> Edition:
    """The edition that a letter's record names.

    Raises:
        KeyError, TypeError, ValueError: it is none of this version's.
    """
    copy = document.get("copy")
    return Edition(
        copy=usual_copy(outcome) if copy is None else Copy(str(copy)),
        replaces=_replaced(document["replaces"]) if "replaces" in document else None,
        waiver=_waiver(document["waived"]) if "waived" in document else None,
        enclosed={name: str(sha256) for name, sha256 in _table(document.get("enclosed", {})).items()},
        beside=tuple(Copy(str(one)) for one in _list(document.get("beside", []))),
    )


def _replaced(value: object) -> Replaced:
    said = _table(value)
    changes = tuple(
        Change(str(item["fact"]), str(item["before"]), str(item["after"]))
        for item in map(_table, _list(said["changes"]))
    )
    day = date.fromisoformat(str(said["date"]))
    return Replaced(str(said["letter_number"]), day, Way(str(said["way"])), changes)


def _waiver(value: object) -> Waiver:
    said = _table(value)
    return Waiver(tuple(map(str, _list(said["missing"]))), str(said["reason"]))


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("is no table")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("is no list")
    return value
