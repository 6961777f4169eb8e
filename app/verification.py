"""A check of the whole casebook, told for people: what each finding means, what to do, and where it began."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from app.casebook import Casebook, EventKind, Trouble, TroubleKind, Witness
from app.errors import DictamenError
from app.history_words import known, say


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        trouble: as the casebook tells it.
        means: what it means, in a sentence.
        advice: what to do now.
        at: when the revision was saved, in UTC; None where that cannot be read.
        actor: who saved it; empty where that cannot be read.
        case_id: of the case that it belongs to or concerns; empty where there is none or it cannot be read.
    """

    trouble: Trouble
    means: str
    advice: str
    at: datetime | None = None
    actor: str = ""
    case_id: str = ""

    def document(self) -> dict[str, object]:
        """As JSON values."""
        return {
            "seq": self.trouble.seq,
            "kind": self.trouble.kind.value,
            "problem": self.trouble.problem,
            "means": self.means,
            "advice": self.advice,
            "at": None if self.at is None else self.at.isoformat(),
            "actor": self.actor or None,
            "case_id": self.case_id or None,
        }


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check found.

    Attributes:
        findings: the first bad revision first.
        revisions: how many places the chain has.
        head: place and link of the newest revision, to be kept as a witness; None where it cannot be read.
    """

    findings: tuple[Finding, ...]
    revisions: int
    head: Witness | None

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def first(self) -> Finding | None:
        """The finding at the earliest place of the chain; where none has a place, the first of all."""
        placed = [item for item in self.findings if item.trouble.seq is not None]
        return min(placed, key=_place, default=self.findings[0] if self.findings else None)

    def document(self) -> dict[str, object]:
        """As JSON values."""
        return {
            "format": "dictamen.verification/1",
            "good": self.good,
            "revisions": self.revisions,
            "head": None if self.head is None else {"seq": self.head[0], "link": self.head[1]},
            "first": None if self.first is None else self.first.document(),
            "findings": [finding.document() for finding in self.findings],
        }


def _place(finding: Finding) -> int:
    return finding.trouble.seq or 0


def check_casebook(
    casebook: Casebook,
    *,
    language: str = "en",
    witness: Witness | None = None,
    progress: Callable[[int], None] | None = None,
) -> Verification:
    """Check every revision and the file, and record that this was done and how it ended.

    Args:
        casebook: open, by anybody.
        language: of the sentences.
        witness: place and link that a letter, a report or a backup carries.
        progress: told now and then which revision was reached; it may raise, which ends the check.
    """
    troubles = casebook.verify(witness, progress)
    newest = casebook.data_version
    seen = casebook.glimpse(newest)
    found = Verification(
        tuple(_told(casebook, trouble, language) for trouble in troubles),
        newest,
        (newest, seen.link) if seen else None,
    )
    with suppress(DictamenError):  # a casebook that cannot be written is checked all the same
        first = found.first.trouble.seq if found.first else None
        casebook.record(
            EventKind.CASEBOOK_CHECKED, revisions=newest, findings=len(found.findings), first=first
        )
    return found


def _told(casebook: Casebook, trouble: Trouble, language: str) -> Finding:
    kind = trouble.kind if known(f"trouble.{trouble.kind}.means") else TroubleKind.OTHER
    means, advice = (say(f"trouble.{kind}.{part}", language) for part in ("means", "do"))
    head = casebook.glimpse(trouble.seq) if trouble.seq is not None else None
    if head is None:
        return Finding(trouble, means, advice)
    case_id = head.case_id if head.kind == "case" else str(head.cover.get("about") or "")
    return Finding(trouble, means, advice, head.at, head.actor, case_id)
