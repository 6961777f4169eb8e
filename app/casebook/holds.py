"""Legal holds: a case on hold is kept whatever its retention, until somebody with the right releases it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.casebook.cases import Cases
from app.casebook.events import Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import NotAllowed
from app.casebook.purge import weighs
from app.casebook.records import HOLDS, Document
from app.errors import DictamenError
from app.people import Person

HELD, RELEASED = "hold set", "hold released"


class HoldReason(StrEnum):
    """Why a case is kept beyond its retention."""

    LITIGATION = "litigation"
    AUDIT = "audit"
    APPEAL = "appeal"
    INVESTIGATION = "investigation"
    OTHER = "other"


@dataclass(frozen=True)
class Hold:
    """A hold that stands; set by ``by`` at ``at`` (UTC)."""

    case_id: str
    reason: HoldReason
    by: str
    at: datetime


class Holds:
    """The holds of one open casebook, for the person who unlocked it; each step is kept in a chain."""

    def __init__(
        self, file: CasebookFile, ledger: Ledger, cases: Cases, events: Events, person: Person
    ) -> None:
        self._file = file
        self._ledger = ledger
        self._cases = cases
        self._events = events
        self._person = person

    @property
    def may_hold(self) -> bool:
        """Whether this person puts a case on hold."""
        return self._person.may_keep

    @property
    def may_release(self) -> bool:
        """Whether this person takes a hold away."""
        return weighs(self._person)

    def standing(self) -> dict[str, Hold]:
        """The holds that stand, by case number."""
        found: dict[str, Hold] = {}
        for step in self._ledger.chain(HOLDS, OWN):
            case_id = str(step.document["case_id"])
            if step.action == HELD:
                found[case_id] = Hold(case_id, HoldReason(step.document["reason"]), step.actor, step.at)
            else:
                found.pop(case_id, None)
        return found

    def hold(self, case_id: str, reason: HoldReason) -> None:
        """Keep a case beyond its retention.

        Raises:
            NoSuchCase: there is none.
            NotAllowed: quality assurance only reads.
            DictamenError: it is held already.
        """
        require_writer(self._person)
        case_id = self._cases.get(case_id).case_id
        with self._file.transaction():
            if (hold := self.standing().get(case_id)) is not None:
                raise DictamenError(f"case {case_id} is on hold already ({hold.reason}, by {hold.by})")
            self._step(HELD, case_id, reason=reason.value)

    def release(self, case_id: str) -> None:
        """Take a hold away.

        Raises:
            NotAllowed: the person neither administers the casebook nor is a physician.
            DictamenError: there is no hold.
        """
        if not self.may_release:
            raise NotAllowed(
                "only a physician, or who administers the casebook, releases a hold; ask one of them"
            )
        with self._file.transaction():
            if case_id not in self.standing():
                raise DictamenError(f"case {case_id} is not on hold")
            self._step(RELEASED, case_id)

    def _step(self, action: str, case_id: str, **content: str) -> None:
        document: Document = {"kind": HOLDS, "case_id": case_id, **content}
        self._ledger.append(
            Entry(HOLDS, document, {"kind": HOLDS}, self._person.name, action, expected=None, space=OWN)
        )
        self._events.append(action, {"case_id": case_id, **content})


def require_writer(person: Person) -> None:
    """Refuse those who only read.

    Raises:
        NotAllowed: the person is of quality assurance and does not administer the casebook.
    """
    if not person.may_keep:
        raise NotAllowed("quality assurance reads the casebook and does not change it")
