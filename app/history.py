"""The history of a case: revisions and events in one line of time, and two revisions compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.casebook import Casebook, Origin, RevisionEntry, Scalar
from app.casebook.holds import HELD, RELEASED
from app.detail_words import detail_words
from app.errors import DictamenError
from app.fields import Document
from app.history_fields import FieldChange, changes_between
from app.history_words import action_words, policy_of
from app.policy import Policy


class MomentKind(StrEnum):
    """What a line of the history tells of."""

    CHANGE = "change"
    LETTER = "letter"
    ACCESS = "access"


_LETTER_ACTION = "signed: "


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a case's history.

    Attributes:
        seq: its place in the casebook.
        at: in UTC.
        action: as recorded.
        words: the same for people.
        rev: the case's revision; 0 for an event.
        detail: of an event: ``letter``, ``rev`` and the like.
        details: the same in words, but for fingerprints.
        clock_behind: the computer's clock stood before the revision before it.
        origin: of a revision that came from another site.
    """

    kind: MomentKind
    seq: int
    at: datetime
    actor: str
    action: str
    words: str
    rev: int = 0
    detail: Mapping[str, Scalar] = field(default_factory=dict)
    details: str = ""
    clock_behind: bool = False
    origin: Origin | None = None

    def document(self) -> dict[str, object]:
        """As JSON values."""
        return {
            "kind": self.kind.value,
            "seq": self.seq,
            "at": self.at.isoformat(),
            "actor": self.actor,
            "action": self.action,
            "rev": self.rev or None,
            "detail": dict(self.detail),
            "clock_behind": self.clock_behind,
            "origin": self.origin
            and {
                "site": self.origin.name,
                "actor": self.origin.actor,
                "at": self.origin.at.isoformat(),
                "id": self.origin.id,
            },
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions of a case, and every field that differs; ``older`` is None before the first one."""

    older: RevisionEntry | None
    newer: RevisionEntry
    changes: tuple[FieldChange, ...]

    def document(self) -> dict[str, object]:
        """As JSON values."""
        return {
            "case_id": self.newer.case_id,
            "older": self.older.rev if self.older else 0,
            "newer": self.newer.rev,
            "changes": [
                {
                    "path": change.path,
                    "kind": change.kind,
                    "label": change.label,
                    "before": change.before,
                    "after": change.after,
                    "was": change.was,
                    "now": change.now,
                }
                for change in self.changes
            ],
        }


def timeline(casebook: Casebook, case_id: str, language: str = "en") -> list[Moment]:
    """Everything that was done about a case, oldest first.

    Raises:
        NoSuchCase: there is none.
        Damaged: a revision was changed on the disk.
    """
    entries = casebook.history(case_id)
    policy = _policy(casebook, case_id)
    found = [_of_revision(entry, policy, language) for entry in entries]
    for event in casebook.events.about(entries[0].case_id):
        kept = event.document.get("detail")
        detail = kept if isinstance(kept, dict) else {}
        told = detail_words(event.action, detail, language, local=datetime.astimezone, digests=False)
        found.append(
            Moment(
                _kind_of(event.action, detail),
                event.seq,
                event.at,
                event.actor,
                event.action,
                action_words(event.action, language),
                detail=detail,
                details=told,
                clock_behind=event.clock_behind,
            )
        )
    return sorted(found, key=lambda moment: moment.seq)


def compare(casebook: Casebook, case_id: str, older: int, newer: int, language: str = "en") -> Comparison:
    """Two revisions of a case, field by field.

    Args:
        casebook: open.
        case_id: of the case.
        older: a revision; 0 for nothing, before the first one.
        newer: another one, of any order.
        language: of the words.

    Raises:
        NoSuchCase: there is no such case or revision.
        Damaged: one was changed on the disk.
    """
    after = casebook.revision(case_id, newer)
    before = casebook.revision(case_id, older) if older else None
    nothing: Document = {}
    changes = changes_between(before.document if before else nothing, after.document, language)
    return Comparison(before, after, tuple(changes))


def _kind_of(action: str, detail: Document) -> MomentKind:
    if "letter" in detail:
        return MomentKind.LETTER
    return MomentKind.CHANGE if action in {HELD, RELEASED} else MomentKind.ACCESS


def _policy(casebook: Casebook, case_id: str) -> Policy | None:
    try:
        return policy_of(casebook.get(case_id).document.get("case"))
    except DictamenError:
        return None


def _of_revision(entry: RevisionEntry, policy: Policy | None, language: str) -> Moment:
    signed = entry.action.startswith(_LETTER_ACTION)
    return Moment(
        MomentKind.LETTER if signed else MomentKind.CHANGE,
        entry.seq,
        entry.at,
        entry.actor,
        entry.action,
        action_words(entry.action, language, policy),
        rev=entry.rev,
        clock_behind=entry.clock_behind,
        origin=entry.origin,
    )
