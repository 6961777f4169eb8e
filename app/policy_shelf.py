"""Which file of a policy counts on a day: each from its first revision until a later file takes over."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from app.errors import InvalidInput
from app.policy import Policy


class _Shelved(NamedTuple):
    """A policy with the file that it comes from."""

    source: str
    policy: Policy

    @property
    def first_day(self) -> date:
        return self.policy.revisions[0].effective

    @property
    def newest_revision(self) -> date:
        return self.policy.revisions[-1].effective


class PolicyShelf:
    """Policy files by number and in the order of time.

    Attributes:
        numbers: of the policies, in the order of their files.
    """

    def __init__(self, loaded: Iterable[tuple[str, Policy]]) -> None:
        """From pairs of file name and policy.

        Raises:
            InvalidInput: two files of one number claim the same day.
        """
        shelved: dict[str, list[_Shelved]] = {}
        for source, policy in loaded:
            shelved.setdefault(policy.number, []).append(_Shelved(source, policy))
        for files in shelved.values():
            files.sort(key=lambda file: file.first_day)
            for earlier, later in pairwise(files):
                _refuse_overlap(earlier, later)
        self._files = {number: tuple(file.policy for file in files) for number, files in shelved.items()}
        self.numbers = tuple(self._files)

    def of(self, number: str) -> tuple[Policy, ...]:
        """The files of one policy, the oldest first; none where there is no such policy."""
        return self._files.get(number, ())

    def nearest(self, number: str, day: date) -> Policy:
        """The last file that begins on or before a day, whether or not it still counts; else the first."""
        files = self._files[number]
        return next((file for file in reversed(files) if file.revisions[0].effective <= day), files[0])

    def in_force(self, number: str) -> str:
        """When a policy is in force, in words: each stretch of days without a gap."""
        stretches: list[tuple[date, date | None]] = []
        for policy, following in zip(self._files[number], (*self._files[number][1:], None), strict=True):
            first, last = policy.revisions[0].effective, policy.last_day
            if last is None and following is not None:
                last = following.revisions[0].effective - timedelta(days=1)
            if stretches and stretches[-1][1] == first - timedelta(days=1):
                first = stretches.pop()[0]
            stretches.append((first, last))
        return "is in force " + " and ".join(
            f"from {first} on" if last is None else f"from {first} to {last}" for first, last in stretches
        )


def _refuse_overlap(earlier: _Shelved, later: _Shelved) -> None:
    """A later file may begin only after everything that the earlier one says of itself."""
    start = later.first_day
    if earlier.newest_revision >= start:
        raise InvalidInput(
            "revision",
            f"{earlier.newest_revision} of {earlier.source} does not come before {start}, from which on this"
            f" file stands for {later.policy.number}; each day belongs to one file",
            later.source,
        )
    ends = earlier.policy.last_day
    if ends is not None and ends >= start:
        raise InvalidInput(
            "revision",
            f"{start} lies before the last day ({ends}) of {earlier.source}; each day belongs to one file",
            later.source,
        )
