"""Cases that two sites changed: their versions and the revision by which a person settles them."""

from dataclasses import dataclass, replace

from app.casebook.cases import Cases, checked_id
from app.casebook.events import EventKind
from app.casebook.file import CasebookFile
from app.casebook.ledger import Ledger
from app.casebook.lineage import Version, lineage_of
from app.casebook.problems import NoSuchCase, NotAllowed, StaleSave
from app.casebook.records import VERSIONS, Document, Row, Saved
from app.casebook.tables import Change
from app.errors import DictamenError
from app.people import Person


@dataclass(frozen=True)
class Fork:
    """The versions of one case.

    Attributes:
        tips: the newest revision of each, in the order in which they came into this casebook.
        common: the newest revision that all of them descend from; None where there is none.
    """

    case_id: str
    tips: tuple[Version, ...]
    common: Version | None

    @property
    def ids(self) -> frozenset[str]:
        """Content ids of the tips."""
        return frozenset(tip.id for tip in self.tips)


class Forks:
    """The cases with several versions in one open casebook, for the person who unlocked it."""

    def __init__(self, file: CasebookFile, ledger: Ledger, cases: Cases, person: Person) -> None:
        self._file = file
        self._ledger = ledger
        self._cases = cases
        self._person = person

    def rows(self) -> list[Row]:
        """The lines of the cases to be settled."""
        return [row for row in self._cases.index.rows().values() if row.cover.get(VERSIONS)]

    def find(self, case_id: str) -> Fork:
        """The versions of a case.

        Raises:
            NoSuchCase: there is none of that id.
            DictamenError: it has one version.
        """
        lineage = lineage_of(self._ledger, checked_id(case_id))
        if not lineage.versions:
            raise NoSuchCase("the casebook holds no case of this id")
        tips = lineage.tips
        if len(tips) == 1:
            raise DictamenError(f"case {case_id} has one version; there is nothing to settle")
        shared = set(lineage.ids)
        for tip in tips:
            shared &= lineage.before([tip.id])
        common = next((each for each in reversed(lineage.versions) if each.id in shared), None)
        return Fork(tips[0].stored.case_id, tuple(tips), common)

    def settle(self, fork: Fork, document: Document) -> Saved:
        """Append the revision that follows all versions; durable on return.

        Args:
            fork: as the person saw it.
            document: what stands.

        Raises:
            NotAllowed: quality assurance does not save.
            StaleSave: the case was settled or changed since.
        """
        if not self._person.role.may_write:
            raise NotAllowed("quality assurance reads the casebook and does not change it")
        change = Change(fork.case_id, document, 0)
        entry = self._cases.entry_of(change, EventKind.CASE_SETTLED.value)
        with self._file.transaction():
            lineage = lineage_of(self._ledger, fork.case_id)
            if {tip.id for tip in lineage.tips} != fork.ids:
                newest = lineage.versions[-1].stored
                raise StaleSave(newest.rev, newest.actor, newest.at)
            return self._ledger.append(replace(entry, expected=None, parents=tuple(sorted(fork.ids))))
