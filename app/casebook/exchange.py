"""Exchange with other sites: packing, unpacking, and saying what is here."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.casebook.events import EventKind
from app.casebook.lineage import Lineage, lineage_of
from app.casebook.packing import Packed, Packing, Progress, Shelf, nobody_watches, require_exchange
from app.casebook.parcel_file import ParcelReader
from app.casebook.peers import PeerBook
from app.casebook.problems import Purged
from app.casebook.records import Scalar
from app.casebook.revision_list import read_list, write_list
from app.casebook.sites import Site, Sites
from app.casebook.unpacking import Unpacked, Unpacking


class Exchange:
    """Exchange of one open casebook, for the person who unlocked it."""

    def __init__(self, shelf: Shelf, sites: Sites) -> None:
        self._shelf = shelf
        self._sites = sites

    def pack(
        self,
        to: str,
        path: Path,
        case_ids: Sequence[str] | None = None,
        have: Path | None = None,
        progress: Progress = nobody_watches,
    ) -> Packed:
        """Pack cases for another site: the revisions that it is not known to have.

        Args:
            to: name of the site.
            path: a new file.
            case_ids: None: every case that the site may lack something of.
            have: a list of what the site has, which it wrote; counts more than what is remembered.
            progress: told how many cases are done; what it raises ends the work, and nothing is written.

        Raises:
            NotAllowed: quality assurance does not exchange.
            InvalidInput: no such site was entered.
            NoSuchCase: there is no case of an id.
            ParcelRefused: the list is none of that site's.
            DictamenError: the parcel cannot be written.
        """
        require_exchange(self._shelf.person)
        own, site = self._sites.require_own(), self._sites.named(to)
        listed = read_list(have, own, site) if have else None
        packing = Packing(self._shelf, own, site, listed)
        return packing.run(packing.changed() if case_ids is None else case_ids, path, progress)

    def unpack(self, path: Path, progress: Progress = nobody_watches) -> Unpacked:
        """Take a parcel: all of it, or nothing. A parcel that was taken before changes nothing.

        Raises:
            NotAllowed: quality assurance does not exchange.
            MissingRevisions: it builds on what is not here; ``write_list`` says what is.
            ParcelRefused: it was changed, is for another site, or comes from one that is not trusted.
            DictamenError: it cannot be read, or its content not be kept.
        """
        require_exchange(self._shelf.person)
        own = self._sites.require_own()
        with ParcelReader(path, own, self._sites.trusted()) as reader:
            return Unpacking(self._shelf, reader, progress).run()

    def sender_of(self, path: Path) -> Site:
        """The trusted site that packed a parcel; errors as in ``unpack``."""
        with ParcelReader(path, self._sites.require_own(), self._sites.trusted()) as reader:
            return reader.sender

    def write_list(
        self,
        to: str,
        path: Path,
        case_ids: Sequence[str] | None = None,
        progress: Progress = nobody_watches,
    ) -> int:
        """Write for another site what is here; gives the number of documents listed.

        Args:
            to: name of the site.
            path: a new file.
            case_ids: None: all cases and letters.
            progress: told how many are done.

        Raises:
            NotAllowed: quality assurance does not exchange.
            InvalidInput: no such site was entered.
            DictamenError: it cannot be written, or a revision not be read.
        """
        require_exchange(self._shelf.person)
        own, site = self._sites.require_own(), self._sites.named(to)
        peer = PeerBook(self._shelf.ledger).peer(site)
        names = list(self._shelf.cases.index.rows()) if case_ids is None else list(case_ids)

        def record(number: str) -> None:
            detail: dict[str, Scalar] = {"site": site.name, "list": number, "cases": len(names)}
            self._shelf.events.record(EventKind.LIST_WRITTEN, detail)

        write_list(
            path,
            own,
            site,
            self._listed(names, progress),
            is_whole=case_ids is None,
            acknowledged=peer.acknowledged,
            finish=record,
        )
        return len(names)

    def _listed(self, names: list[str], progress: Progress) -> Iterator[tuple[str, Lineage]]:
        for number, name in enumerate(names):
            progress(number)
            try:
                yield name, lineage_of(self._shelf.ledger, name)
            except Purged:
                yield name, Lineage([])
