"""Which cases hold which text in one column of the worklist."""

from collections.abc import Iterable, Mapping
from itertools import islice

from app.casebook.records import Row


class TextColumn:
    """One column, indexed a slice at a time; ``cases`` ends what is left.

    Case and outer spaces of a text do not count. A case that is saved meanwhile is told by ``replace``.
    """

    def __init__(self, name: str, case_ids: Iterable[str]) -> None:
        self._name = name
        self._left = iter(list(case_ids))
        self._found: dict[str, list[str]] = {}

    def go_on(self, rows: Mapping[str, Row], most: int | None = None) -> bool:
        """Index at most so many more of these lines, or all of them; gives whether some may be left."""
        name, found = self._name, self._found
        taken = list(islice(self._left, most))
        for case_id in taken:
            row = rows.get(case_id)
            value = row.cover.get(name) if row is not None else None
            if isinstance(value, str):
                holders = found.setdefault(_folded(value), [])
                if not holders or case_id not in holders:  # one saved meanwhile is there already
                    holders.append(case_id)
        return bool(taken)

    def replace(self, old: Row | None, new: Row) -> None:
        """Take in a newer line of a case."""
        before, after = self._text(old), self._text(new)
        if before is not None and new.case_id in self._found.get(before, ()):
            self._found[before].remove(new.case_id)
        if after is not None:
            self._found.setdefault(after, []).append(new.case_id)

    def cases(self, value: str, rows: Mapping[str, Row]) -> list[str]:
        """Ids of the cases that hold this text; of these lines, those not yet indexed are."""
        self.go_on(rows)
        return self._found.get(_folded(value), [])

    def _text(self, row: Row | None) -> str | None:
        value = row.cover.get(self._name) if row is not None else None
        return _folded(value) if isinstance(value, str) else None


def _folded(value: str) -> str:
    return value.strip().casefold()
