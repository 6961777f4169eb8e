"""Rows in an order, of a hundred thousand cases too: a change costs what changed, not what is there."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from operator import itemgetter

from app.casebook import Row

Key = Callable[[Row], tuple[str | int, ...]]

_FEW = 200
"""Up to so many changes are put in their places one by one; sorting anew costs as much as some hundreds."""


class RowList:
    """What was handed out is never changed afterwards: a change makes another list.

    Attributes:
        rows: in the order of the key.
        ids: of the cases, in the same order.
    """

    def __init__(self, key: Key, rows: Collection[Row] = ()) -> None:
        """``key`` is another one for each row."""
        self._key = key
        sorted_ = sorted(((key(row), row) for row in rows), key=itemgetter(0))
        self.rows: Sequence[Row] = [row for _, row in sorted_]
        self._keys = [place for place, _ in sorted_]
        self.ids: Sequence[str] = [row.case_id for row in self.rows]

    def changed(self, gone: Collection[Row], come: Collection[Row]) -> "RowList":
        """The list without those that are gone and with those that have come; itself where nothing has."""
        if not gone and not come:
            return self
        if len(gone) + len(come) > _FEW:
            left = {row.case_id for row in gone}
            return RowList(self._key, [*(row for row in self.rows if row.case_id not in left), *come])
        rows, keys, ids = [*self.rows], [*self._keys], [*self.ids]
        for row in gone:
            place = bisect_left(keys, self._key(row))
            del rows[place], keys[place], ids[place]
        for row in come:
            key = self._key(row)
            place = bisect_left(keys, key)
            rows.insert(place, row)
            keys.insert(place, key)
            ids.insert(place, row.case_id)
        made = RowList(self._key)
        made.rows, made._keys, made.ids = rows, keys, ids
        return made
