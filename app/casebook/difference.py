"""What putting a backup in the place of a casebook changes: what would be lost, and what would come back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from app.casebook.file import CasebookFile
from app.casebook.ledger import Ledger
from app.casebook.looking import Opened
from app.casebook.problems import Damaged, NoSuchCase
from app.casebook.records import OWN_KINDS, RevisionEntry
from app.casebook.register import Register
from app.errors import DictamenError

_CASE, _LETTER = "case", "letter"
_EMPTIED = "SELECT seq FROM revision WHERE cover = x'' AND seq <= ? ORDER BY seq"


@dataclass(frozen=True)
class CaseChange:
    """One case that would lose revisions, or get some back.

    Attributes:
        revisions: how many.
        newest: the newest of them.
        instead: the newest that is there instead (when losing: in the backup; else: in the casebook); None
            where the case is missing there.
    """

    case_id: str
    revisions: int
    newest: RevisionEntry
    instead: RevisionEntry | None


class FileChanges(NamedTuple):
    """What a restore changes among the policy and plan files that were added; names of files.

    Attributes:
        back: missing here; put back from the backup.
        aside: here with other bytes than in the backup; kept under another name, and the backup's put back.
        dropped: here, and unknown to the backup; they stay, and count only once they are added again.
        lost: of the backup, and neither here nor whole with the backup.
    """

    back: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What a restore changes.

    Attributes:
        replaces: whether there is a casebook that would be replaced.
        known: whether that casebook could be opened, so that the lists below are complete.
        lost_revisions: how many revisions of any kind the backup lacks; None where that cannot be told.
        lost, back: cases that lose revisions, and cases that get some back; the newest first.
        lost_letters, back_letters: how many signed letters.
        lost_people, back_people: who is let in by the one and not by the other.
        lacking_attachments: how many attachments of the backup's cases are found neither with the backup nor
            here, so that their cases come without them.
        files: the added policy and plan files.
    """

    replaces: bool = False
    known: bool = True
    lost_revisions: int | None = 0
    lost: tuple[CaseChange, ...] = ()
    back: tuple[CaseChange, ...] = ()
    lost_letters: int = 0
    back_letters: int = 0
    lost_people: tuple[str, ...] = ()
    back_people: tuple[str, ...] = ()
    lacking_attachments: int = 0
    files: FileChanges = field(default_factory=FileChanges)

    @property
    def loses_nothing(self) -> bool:
        """Whether the backup holds everything that the casebook holds."""
        nothing = not (self.lost_revisions or self.lost_people or self.files.aside or self.files.dropped)
        return not self.replaces or (self.known and nothing)


def compare(path: Path, present: Opened | None, backup: Opened) -> Difference:
    """What replacing the casebook at ``path`` by a backup changes.

    Args:
        path: of the casebook's file.
        present: the same, opened; None where the person does not open it, and only revisions can be counted.
        backup: opened and verified.
    """
    if present is None:
        return Difference(replaces=True, known=False, lost_revisions=_count_lost(path, backup))
    common = _common(present.ledger, backup.ledger)
    mine, theirs = _entries(present, backup, common), _entries(backup, present, common)
    lost = [entry for key, entry in mine.items() if key not in theirs]
    back = [entry for key, entry in theirs.items() if key not in mine]
    here, there = _names(present.register), _names(backup.register)
    return Difference(
        replaces=True,
        lost_revisions=len(lost),
        lost=_by_case(lost, backup.ledger),
        back=_by_case(back, present.ledger),
        lost_letters=_letters(lost),
        back_letters=_letters(back),
        lost_people=tuple(name for name in here if name not in there),
        back_people=tuple(name for name in there if name not in here),
    )


def _common(one: Ledger, other: Ledger) -> int:
    """The last place up to which both chains are the same; 0 where none is, as after a new key."""
    low, high = 0, min(one.newest_seq(), other.newest_seq())
    while low < high:
        middle = (low + high + 1) // 2
        if _link(one, middle) == _link(other, middle) is not None:
            low = middle
        else:
            high = middle - 1
    return low


def _link(ledger: Ledger, seq: int) -> bytes | None:
    try:
        revision = ledger.at(seq)
    except Damaged:
        return None
    return revision.link if revision else None


_Key = tuple[str, str, int, object]


def _entries(one: Opened, other: Opened, common: int) -> dict[_Key, RevisionEntry]:
    """What only ``one`` may have: revisions after the common part, and those emptied in ``other``."""
    places = [seq for (seq,) in other.file.query(_EMPTIED, (common,))]
    emptied = (revision for seq in places if (revision := one.ledger.at(seq)) is not None)
    found: dict[_Key, RevisionEntry] = {}
    for revision in (*emptied, *one.ledger.after(common)):
        try:
            entry = one.ledger.uncovered(revision)
        except (Damaged, NoSuchCase):
            continue  # unreadable, or emptied in both
        found[entry.kind, entry.case_id, entry.rev, entry.at] = entry
    return found


def _by_case(entries: Iterable[RevisionEntry], elsewhere: Ledger) -> tuple[CaseChange, ...]:
    by_case: dict[str, list[RevisionEntry]] = {}
    for entry in entries:
        if entry.kind == _CASE:
            by_case.setdefault(entry.case_id, []).append(entry)
    changes = [
        CaseChange(case_id, len(found), max(found, key=lambda entry: entry.seq), _newest(elsewhere, case_id))
        for case_id, found in by_case.items()
    ]
    return tuple(sorted(changes, key=lambda change: change.newest.at, reverse=True))


def _newest(ledger: Ledger, case_id: str) -> RevisionEntry | None:
    try:
        history = ledger.history(case_id)
    except (Damaged, NoSuchCase):
        return None
    return history[-1] if history else None


def _letters(entries: Iterable[RevisionEntry]) -> int:
    return sum(entry.kind == _LETTER for entry in entries if entry.kind not in OWN_KINDS)


def _names(register: Register) -> list[str]:
    return [member.person.name for member in register.members()]


def _count_lost(path: Path, backup: Opened) -> int | None:
    """How many revisions the casebook has that the backup lacks, by their links, which anybody can read."""
    try:
        file = CasebookFile.open(path)
    except DictamenError:
        return None
    try:
        if file.epoch() != backup.file.epoch():
            return None  # a new key gave every revision another link
        links = {link for (link,) in backup.file.query("SELECT link FROM revision")}
        return sum(link not in links for (link,) in file.query("SELECT link FROM revision"))
    except DictamenError:
        return None
    finally:
        file.close()
