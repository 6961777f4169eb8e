"""What the check of a policy file says."""

from dataclasses import dataclass
from enum import StrEnum

from app.text import Text


class Severity(StrEnum):
    """An error must be mended; a remark must be mended or explained in the policy file."""

    ERROR = "error"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class PolicyFinding:
    """One thing that is wrong or worth a look.

    Attributes:
        kind: what it is about, e.g. ``unused_reading``; an explanation in the policy file names it.
        block: the block of the policy file, e.g. ``reading 8``.
        words: what was found, one line.
        explained: the policy file's own reason why a remark may stand; None without one.
    """

    severity: Severity
    kind: str
    block: str
    words: str
    explained: Text | None = None


def error(kind: str, block: str, words: str) -> PolicyFinding:
    """Something that must be mended."""
    return PolicyFinding(Severity.ERROR, kind, block, words)


def remark(kind: str, block: str, words: str) -> PolicyFinding:
    """Something that must be mended or explained."""
    return PolicyFinding(Severity.REMARK, kind, block, words)
