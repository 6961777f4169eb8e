"""Verification: each revision against its hash, its case and the chain; the file against its layout."""

import contextlib
import hmac
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from app.casebook import ways_in
from app.casebook.file import CasebookFile
from app.casebook.layout import APPLICATION_ID, SCHEMA
from app.casebook.ledger import Ledger
from app.casebook.problems import Busy, Damaged, KeyChanged, Replaced
from app.casebook.purge import PurgeBook
from app.casebook.records import Trouble, TroubleKind
from app.casebook.register import Register
from app.casebook.sealing import NO_HASH, Revision, Sealer
from app.errors import DictamenError

Progress = Callable[[int], None]
"""Told the place of the revision reached, now and then; it may raise, which ends the verification."""

_TELL_EVERY = 500

Witness = tuple[int, str]
"""Place and link (hexadecimal) of a revision, kept outside the casebook: on a letter, beside a backup."""


class Chain:
    """Walks the revisions in order and says what does not fit.

    Attributes:
        seq: the newest revision seen.
        sites: the seats that wrote one.
        rekeyed: whether the casebook had another data key before.
    """

    def __init__(self, sealer: Sealer, witness: Witness | None) -> None:
        self._sealer = sealer
        self._witness = witness
        self._found_empty: dict[int, bytes] = {}
        self.seq = 0
        self._link = NO_HASH
        self._heads: dict[bytes, tuple[int, bytes]] = {}
        self.sites: set[bytes] = set()
        self.rekeyed = False

    def stand_at(self, revision: Revision) -> None:
        """Take a revision for the newest one, without looking at those before."""
        self.seq, self._link = revision.seq, revision.link

    def step(self, revision: Revision) -> Iterator[Trouble]:
        """The troubles of the next revision."""
        seq = revision.seq
        if seq != self.seq + 1:
            yield Trouble(seq, *_gap(self.seq, seq))
        if revision.is_well_formed:
            yield from self._content(revision)
            self._link = revision.link
        else:
            yield Trouble(seq, "it is damaged and cannot be read", TroubleKind.DAMAGED)
        self.seq = seq

    def _content(self, revision: Revision) -> Iterator[Trouble]:
        seq = revision.seq
        yield from self._sealed_parts(revision)
        if not hmac.compare_digest(revision.link, self._sealer.link(self._link, seq, revision.hash)):
            yield Trouble(
                seq,
                "it is not the revision that was saved here: changed, moved, replayed or foreign",
                TroubleKind.FOREIGN,
            )
        rev, hash_ = self._heads.get(revision.case_key, (0, NO_HASH))
        if (revision.rev, revision.prev) != (rev + 1, hash_):
            yield Trouble(
                seq,
                "it does not follow its case's revision before: one is missing or was changed",
                TroubleKind.LINEAGE,
            )
        if self._witness and self._witness[0] == seq and not self._is_what_it_saw(revision, self._witness[1]):
            yield Trouble(
                seq, "it is another than the witness saw: the casebook was rewritten", TroubleKind.REWRITTEN
            )
        self._heads[revision.case_key] = (revision.rev, revision.hash)
        self.sites.add(revision.site)

    def _is_what_it_saw(self, revision: Revision, link: str) -> bool:
        """Whether the revision has, or had under an earlier data key, the link that a witness saw.

        A purged one says no more what it had before a new data key; its hash was compared with the purge's.
        """
        if revision.link.hex() == link or (self.rekeyed and revision.is_emptied):
            return True
        with contextlib.suppress(DictamenError):
            return link in self._sealer.open_cover(revision.binding, revision.cover).more.get("was", ())
        return False

    def _sealed_parts(self, revision: Revision) -> Iterator[Trouble]:
        if revision.is_emptied:
            self._found_empty[revision.seq] = revision.hash
        elif not revision.has_its_content:
            yield Trouble(revision.seq, "its content was changed after it was saved", TroubleKind.CHANGED)

    def purges(self, emptied: Mapping[int, bytes], ledger: Ledger) -> Iterator[Trouble]:
        """The troubles of revisions that are empty, or should be.

        Args:
            emptied: what two people purged, read after the walk: others purge meanwhile.
            ledger: tells whether a revision is empty by now.
        """
        for seq, hash_ in self._found_empty.items():
            if emptied.get(seq) != hash_:
                problem = "its content was removed, and no purge by two people tells of it"
                yield Trouble(seq, problem, TroubleKind.EMPTIED)
        for seq in sorted(emptied.keys() - self._found_empty.keys()):
            with contextlib.suppress(Damaged):  # the walk has told of it
                revision = next(iter(ledger.page(seq - 1, 1)), None)
                if revision is not None and revision.seq == seq and revision.has_its_content:
                    problem = "it was purged by two people, and its content is there again"
                    yield Trouble(seq, problem, TroubleKind.EMPTIED)

    def end(self, tip: int) -> Iterator[Trouble]:
        """The troubles at the end of the chain; ``tip`` is the mark in the file's header."""
        if tip != self._sealer.tip(self._link):
            yield Trouble(
                None,
                f"the newest revisions are missing: the casebook should go on after {self.seq}",
                TroubleKind.CUT_OFF,
            )
        if self._witness and self._witness[0] > self.seq:
            yield Trouble(
                None,
                f"the witness saw revision {self._witness[0]}, the casebook ends at {self.seq}: the newest "
                "revisions are missing, or an older copy stands in its place",
                TroubleKind.OLDER_COPY,
            )


def verify(  # noqa: PLR0913  # the parts of one open casebook
    file: CasebookFile,
    ledger: Ledger,
    register: Register,
    sealer: Sealer,
    witness: Witness | None,
    progress: Progress | None = None,
) -> list[Trouble]:
    """Everything that is wrong, the first bad revision first; empty when the casebook is whole.

    Somebody who holds the data key could rewrite the whole chain; only a witness shows that.
    """
    chain = Chain(sealer, witness)
    found = list(_as_far_as_readable(_revisions(file, ledger, chain, progress), chain))
    parts = (
        _at_one_moment(file, ledger, register, sealer, chain),
        _layout(file),
        iter(file.found),  # a write may have covered meanwhile what was found at the opening
        file.byte_troubles(),
    )
    for part in parts:
        found += _as_far_as_readable(part, chain)
    return sorted(dict.fromkeys(found), key=_place)


def _place(trouble: Trouble) -> tuple[bool, int, bool]:
    """What concerns no single revision comes last; of one revision, that it is empty explains the rest."""
    return trouble.seq is None, trouble.seq or 0, trouble.kind is not TroubleKind.EMPTIED


def at_opening(file: CasebookFile, ledger: Ledger, register: Register, sealer: Sealer) -> list[Trouble]:
    """What signing in would write over: the marks beside the chain, the ways in and the notes of attempts."""
    chain = Chain(sealer, None)
    found: list[Trouble] = []
    with file.reading():  # a save in between would make the marks look wrong
        for part in (_marks_of_newest(file, ledger, chain), ways_in.troubles(file, register, sealer)):
            found += _as_far_as_readable(part, chain)
    return found


def _emptied(ledger: Ledger, register: Register) -> Mapping[int, bytes]:
    try:
        return PurgeBook(ledger, register).emptied()
    except (DictamenError, *_OTHER_KINDS):
        return {}  # the walk meets the same damage, and tells of it


def _as_far_as_readable(part: Iterator[Trouble], chain: Chain) -> Iterator[Trouble]:
    """The troubles of one part; where the file breaks off, that is one more.

    Raises:
        Busy, KeyChanged, Replaced: others have the file in hand, or a new key; that is no finding.
    """
    try:
        yield from part
    except (Busy, KeyChanged, Replaced):
        raise
    except DictamenError as error:
        told = f"{error} (the last revision that could be checked is {chain.seq})"
        yield Trouble(None, told, TroubleKind.UNREADABLE)
    except _OTHER_KINDS:
        told = "a value beside the revisions is of a kind that none ever has: the file was changed"
        yield Trouble(None, told, TroubleKind.LAYOUT)


_OTHER_KINDS = (TypeError, ValueError, AttributeError, OverflowError, LookupError)
"""What code meets where damage has made a number of a text; a finding, not a defect of the program."""


def _revisions(
    file: CasebookFile, ledger: Ledger, chain: Chain, progress: Progress | None
) -> Iterator[Trouble]:
    chain.rekeyed = file.epoch() > 1
    for revision in ledger.everything():
        yield from chain.step(revision)
        if progress is not None and revision.seq % _TELL_EVERY == 0:
            progress(revision.seq)


def _at_one_moment(
    file: CasebookFile, ledger: Ledger, register: Register, sealer: Sealer, chain: Chain
) -> Iterator[Trouble]:
    """What was saved while the revisions were walked, and what must fit the newest of them."""
    with file.reading():
        parts = (
            (trouble for revision in ledger.everything(chain.seq) for trouble in chain.step(revision)),
            chain.purges(_emptied(ledger, register), ledger),
            _marks(file, chain),
            ways_in.troubles(file, register, sealer),
        )
        for part in parts:
            yield from _as_far_as_readable(part, chain)


_WRITTEN_HERE = "SELECT 1 FROM revision WHERE site = ? ORDER BY seq DESC LIMIT 1"


def _marks(file: CasebookFile, chain: Chain) -> Iterator[Trouble]:
    """The marks beside the chain: of its end, in the header, and of the seat."""
    yield from chain.end(file.query("PRAGMA user_version")[0][0])
    ((site,),) = file.query("SELECT site FROM casebook")
    if site not in chain.sites and not file.query(_WRITTEN_HERE, (site,)):
        yield Trouble(None, "the casebook's own name for this seat was changed", TroubleKind.LAYOUT)


def _marks_of_newest(file: CasebookFile, ledger: Ledger, chain: Chain) -> Iterator[Trouble]:
    if newest := ledger.at(ledger.newest_seq()):
        chain.stand_at(newest)
    yield from _marks(file, chain)


def _layout(file: CasebookFile) -> Iterator[Trouble]:
    for (finding,) in file.query("PRAGMA integrity_check(20)"):
        if finding != "ok":
            yield Trouble(None, f"the file is damaged inside: {finding}", TroubleKind.UNREADABLE)
    if (
        set(file.query(_LAYOUT)) != _expected_layout()
        or file.query("PRAGMA application_id")[0][0] != APPLICATION_ID
    ):
        yield Trouble(
            None,
            "the file's tables, or the triggers that keep revisions final, were changed",
            TroubleKind.LAYOUT,
        )


_LAYOUT = "SELECT type, name, tbl_name, sql FROM sqlite_master"


@cache
def _expected_layout() -> set[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as empty:
        for statement in SCHEMA:
            empty.execute(statement)
        return set(empty.execute(_LAYOUT).fetchall())


def _gap(before: int, seq: int) -> tuple[str, TroubleKind]:
    if seq <= before:
        return "its number is out of order", TroubleKind.OUT_OF_ORDER
    missing = f"{before + 1}" if seq == before + 2 else f"{before + 1} to {seq - 1}"
    return f"before it, {missing} is missing", TroubleKind.MISSING
