"""Where in a case file a field's value stands, and what has to be saved to change it there.

A slot reads its value from a case document and, given another, says what to save: a path for
``CaseDesk.set`` and the value to put there. None stands for nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from app.fields import Document

Change = tuple[str, object]


def value_at(document: Document, path: str) -> object:
    """The value at a path such as ``request.start_date``; None where there is nothing."""
    here: object = document
    for key in path.split("."):
        here = here.get(key) if isinstance(here, dict) else None
    return here


def table_at(document: Document, path: str) -> dict[str, object]:
    """The object at a path; empty where there is none."""
    value = value_at(document, path)
    return dict(value) if isinstance(value, dict) else {}


def list_at(document: Document, path: str) -> list[object]:
    """The list at a path; empty where there is none."""
    value = value_at(document, path)
    return list(value) if isinstance(value, list) else []


@dataclass(frozen=True)
class Slot:
    """A value at its own path, such as ``member.given_name``."""

    path: str

    def get(self, case: Document) -> object:
        """The value that stands there."""
        return value_at(case, self.path)

    def change(self, _case: Document, value: object) -> Change:
        """What to save so that this value stands there."""
        return self.path, value

    def is_told(self, case: Document) -> bool:  # noqa: ARG002  # asked by slots that share a path
        """Whether a complaint about the path is one about this slot."""
        return True

    def covers(self, field: str) -> bool:
        """Whether a complaint about this field belongs here."""
        return field == self.path


@dataclass(frozen=True)
class OptionalPart(Slot):
    """A value in an object that is left out while it is empty, such as the measurements."""

    def change(self, case: Document, value: object) -> Change:
        table, _, key = self.path.rpartition(".")
        kept = {name: held for name, held in table_at(case, table).items() if name != key}
        if value is not None:
            kept[key] = value
        return table, kept or None


@dataclass(frozen=True)
class ItemOfFew(Slot):
    """One of a fixed number of values that are given together or not at all, such as the doses."""

    place: int
    count: int

    def get(self, case: Document) -> object:
        listed = list_at(case, self.path)
        return (listed[self.place] or None) if self.place < len(listed) else None

    def change(self, case: Document, value: object) -> Change:
        listed = [*list_at(case, self.path), *[""] * self.count][: self.count]
        listed[self.place] = "" if value is None else value
        return self.path, listed if any(listed) else None

    def covers(self, field: str) -> bool:
        return field == f"{self.path}[{self.place}]" or (field == self.path and self.place == 0)


@dataclass(frozen=True)
class ItemOfLines(Slot):
    """One of the lines of an address; empty lines close up."""

    place: int

    def get(self, case: Document) -> object:
        listed = list_at(case, self.path)
        return listed[self.place] if self.place < len(listed) else None

    def change(self, case: Document, value: object) -> Change:
        listed = list_at(case, self.path)
        listed += [None] * (self.place + 1 - len(listed))
        listed[self.place] = value
        return self.path, [line for line in listed if line] or None

    def covers(self, field: str) -> bool:
        return field == f"{self.path}[{self.place}]" or (field == self.path and self.place == 0)


@dataclass(frozen=True)
class WholeList(Slot):
    """A list in one field, such as the diagnosis codes."""

    def covers(self, field: str) -> bool:
        return field == self.path or field.startswith(f"{self.path}[")


@dataclass(frozen=True)
class MomentPart(Slot):
    """The day (``place`` 0) or the time (1) of a moment with its offset.

    Until both can be read they are kept as typed, with a space between. The offset stays as it came in; a new
    moment has the offset that this computer has on that day.
    """

    place: int

    def get(self, case: Document) -> object:
        return self._parts(case)[self.place] or None

    def change(self, case: Document, value: object) -> Change:
        parts = list(self._parts(case))
        parts[self.place] = "" if value is None else str(value)
        day, time = parts
        try:
            moment = datetime.fromisoformat(f"{day}T{time}")
        except ValueError:
            return self.path, f"{day} {time}" if day or time else None
        before = _moment(value_at(case, self.path))
        here = moment.replace(tzinfo=before.tzinfo) if before else moment.astimezone()
        return self.path, here.isoformat(timespec="seconds")

    def is_told(self, case: Document) -> bool:
        return _moment(value_at(case, self.path)) is not None

    def covers(self, field: str) -> bool:
        return field == self.path and self.place == 0

    def _parts(self, case: Document) -> tuple[str, str]:
        stored = value_at(case, self.path)
        moment = _moment(stored)
        if moment is not None:
            return moment.date().isoformat(), f"{moment:%H:%M}"
        day, _, time = str(stored or "").rpartition(" ")
        return day, time


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
