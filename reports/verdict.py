"""What checking a letter found: every question that was put to it, with its answer in words."""

from dataclasses import dataclass

from reports.record import LetterRecord

FORMAT = "dictamen.verdict/1"


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to a letter.

    Attributes:
        name: the question, in a few stable words.
        passed: whether the letter stands it.
        reason: what was found, in one sentence.
    """

    name: str
    passed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All checks in order.

    Attributes:
        record: what the letter says of itself, where it can be read; trust it only when ``good``.
        sha256: of the file that was checked, lower-case hexadecimal.
    """

    checks: tuple[Check, ...]
    record: LetterRecord | None
    sha256: str

    @property
    def good(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that did not pass."""
        return tuple(check for check in self.checks if not check.passed)

    def document(self) -> dict[str, object]:
        """As JSON values."""
        return {
            "format": FORMAT,
            "good": self.good,
            "sha256": self.sha256,
            "determination": None if self.record is None else self.record.document(),
            "checks": [
                {"name": check.name, "passed": check.passed, "reason": check.reason} for check in self.checks
            ],
        }


class Refused(Exception):
    """A check that a letter does not stand; the text is its reason."""
