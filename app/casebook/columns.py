"""The worklist's columns of a line: values in a row, their names kept once for all lines that share them.

A casebook of 100,000 cases has as many lines in memory, each of thirty columns. As plain dictionaries they
would take four times the space and three times as long to open.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from json.decoder import JSONDecoder
from json.scanner import make_scanner
from typing import Any, NamedTuple

from app.casebook.records import Scalar

_BETWEEN = ","
"""Parts the names of columns in a sealed cover."""

_NOTHING = "!"
"""Stands before the name of a column that holds None; a third of them do, and then no value is kept."""

_OWN = ("id", "actor", "action", "at")
"""What stands behind the columns in every cover, before whatever else it holds."""


class Cover(NamedTuple):
    """A cover, opened.

    Attributes:
        columns: of the worklist.
        at: when it was saved, ISO 8601, UTC.
        more: what few covers hold.
    """

    case_id: str
    columns: "Columns"
    actor: str
    action: str
    at: str
    more: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """As ``to_json`` takes it, to be changed and sealed anew."""
        return {
            "id": self.case_id,
            "columns": self.columns,
            "actor": self.actor,
            "action": self.action,
            "at": self.at,
            **self.more,
        }


class Columns(Mapping[str, Scalar]):
    """Names and values; cannot be changed."""

    __slots__ = ("_places", "_values")

    def __init__(self, places: Mapping[str, int], values: tuple[Scalar, ...]) -> None:
        """For names with their places among the values; a place below 0 is that of None."""
        self._places = places
        self._values = values

    def __getitem__(self, name: str) -> Scalar:
        place = self._places[name]
        return None if place < 0 else self._values[place]

    def get(self, name: str, default: Any = None) -> Any:  # Mapping's own raises and catches
        """The column's value, or ``default`` where there is no such column."""
        place = self._places.get(name)
        if place is None:
            return default
        return None if place < 0 else self._values[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return f"Columns({', '.join(self._places)})"  # without the values, which are a member's


@lru_cache(maxsize=1024)
def _places(names: str) -> Mapping[str, int]:
    places = {}
    taken = 0
    for name in names.split(_BETWEEN) if names else ():
        if name.startswith(_NOTHING):
            places[name.removeprefix(_NOTHING)] = -1
        else:
            places[name] = taken
            taken += 1
    return places


def to_json(cover: Mapping[str, Any]) -> str:
    """A cover (``id``, ``columns``, ``actor``, ``action``, ``at``, and more) as it is sealed.

    Raises:
        ValueError: a column's name holds a comma, or a value is none of JSON's.
        TypeError: as ``ValueError``.
    """
    columns = cover["columns"]
    if any(_BETWEEN in name or name.startswith(_NOTHING) for name in columns):
        raise ValueError("a column's name must not hold a comma, nor begin with an exclamation mark")
    names = _BETWEEN.join(_NOTHING + name if value is None else name for name, value in columns.items())
    values = [value for value in columns.values() if value is not None]
    more = {key: value for key, value in cover.items() if key not in {*_OWN, "columns"}}
    line = [names, *values, *(cover[key] for key in _OWN), more]
    return json.dumps(line, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


_scan: Callable[[str, int], tuple[Any, int]] = make_scanner(JSONDecoder())  # type: ignore[arg-type]  # what it is made for
"""``json.loads`` without its looks at encodings and blanks, which a cover has none of."""


class Known:
    """Gives equal values as one object: most columns of most lines hold one of a few words.

    It learns from the first lines; later ones only look up, which costs a third as much.
    """

    _LESSONS = 1000

    def __init__(self) -> None:
        self._words: dict[Scalar, Scalar] = {}
        self._once: set[Scalar] = set()
        self._lessons = 0

    def __call__(self, values: list[Scalar]) -> tuple[Scalar, ...]:
        """The values, each as its equal that came before where there was one."""
        if self._lessons < self._LESSONS:
            self._learn(values)
        return tuple(map(self._words.get, values, values))

    def _learn(self, values: list[Scalar]) -> None:
        self._lessons += 1
        for value in values:
            if type(value) is not str:
                continue  # 1, 1.0 and True are equal, and not the same
            if value in self._once:
                self._words.setdefault(value, value)
            self._once.add(value)
        if self._lessons == self._LESSONS:
            self._once.clear()


def from_json(text: str, known: Callable[[list[Scalar]], tuple[Scalar, ...]] = tuple) -> Cover:
    """The cover of ``to_json``.

    Args:
        text: as it was sealed.
        known: a ``Known`` where many lines are read.
    """
    (names, *values, case_id, actor, action, at, more), _ = _scan(text, 0)
    return Cover(case_id, Columns(_places(names), known(values)), actor, action, at, more)
