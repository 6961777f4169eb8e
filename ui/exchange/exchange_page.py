"""Exchange with other sites: this site's card, the sites that are entered, packing and unpacking."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from app.casebook.packing import Packed, Progress
from app.casebook.unpacking import MissingRevisions, Unpacked
from app.errors import DictamenError
from app.exchange import exchange_of
from ui import messages
from ui.exchange.parcel_cards import PackCard, UnpackCard
from ui.exchange.site_cards import OthersCard, OwnCard
from ui.exchange.words import tr
from ui.form_page import FormPage
from ui.history.long_job import LongJob, Stopped
from ui.keeping.words import moment
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint
from ui.session import Session


class ExchangePage(FormPage):
    """What goes to other sites and comes from them.

    Signals:
        taken: a parcel was unpacked; the lists of cases are other ones now.
    """

    taken = Signal()

    def __init__(self, session: Session) -> None:
        lead = tr(
            "A parcel is sealed to one site and signed by this one. It is taken whole or not at all; what "
            "two sites changed is settled by a person."
        )
        super().__init__("exchange", tr("Exchange with other sites"), lead)
        self._session = session
        self._job: LongJob | None = None
        self.progress = NoticeBar("exchange/progress", Notice.INFO, "")
        self.progress.add_action(tr("Stop"), "exchange/stop").clicked.connect(self._stop)
        self.progress.hide()
        self.own, self.others = OwnCard(session), OthersCard(session)
        self.pack, self.unpack = PackCard(), UnpackCard()
        self.reads = Hint(tr("Quality assurance reads the casebook and neither packs nor unpacks parcels."))
        for part in (self.progress, self.own, self.others, self.pack, self.unpack, self.reads):
            self.add(part)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now."""
        try:
            own, others = self._session.casebook.sites.own(), self._session.casebook.sites.trusted()
        except DictamenError as error:
            messages.error(error)
            return
        self.own.show_site(own)
        self.others.show_sites(others)
        self.pack.show_sites(others)
        may = self._session.person.may_keep
        for part in (self.pack, self.unpack):
            part.setVisible(may and own is not None and bool(others))
        self.reads.setVisible(not may)

    def wait(self) -> None:
        """Stop the work that is under way and wait for it; before the casebook is closed."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def pack_to(self, path: Path) -> None:
        """Pack what is chosen into a new file."""
        to, ids, have = self.pack.to.value(), self.pack.case_ids(), self.pack.have
        exchange = exchange_of(self._session.casebook)
        if to is not None:
            self._begin(lambda tell: exchange.pack(to, path, ids, have, tell), tr("Packing"))

    def write_list_to(self, path: Path) -> None:
        """Write for the chosen site what is here."""
        to, ids = self.pack.to.value(), self.pack.case_ids()
        exchange = exchange_of(self._session.casebook)
        if to is not None:
            self._begin(lambda tell: exchange.write_list(to, path, ids, tell), tr("Writing the list"))

    def unpack_from(self, path: Path) -> None:
        """Take a parcel; where it builds on more, the list that the other site needs is written beside it."""
        exchange = exchange_of(self._session.casebook)

        def work(tell: Progress) -> Unpacked:
            try:
                return exchange.unpack(path, tell)
            except MissingRevisions as error:
                want = path.with_name(f"{path.name}.want")
                exchange.write_list(exchange.sender_of(path).name, want, error.case_ids)
                raise DictamenError(f"{error} ({want.name})") from None

        self._begin(work, tr("Unpacking"))

    def _begin(self, work: Callable[[Progress], object], words: str) -> None:
        if self._job is not None:
            return
        messages.clear()
        self._job = LongJob(work, self)
        self._job.told.connect(lambda count: self.progress.set_text(f"{words}: {count}"))
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._set_busy(words)
        self._job.start()

    def _set_busy(self, words: str) -> None:
        self.progress.show_text(words)
        for button in (self.pack.pack, self.pack.write_list, self.unpack.unpack):
            button.setEnabled(not words)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _done(self, result: object) -> None:
        self._job = None
        self._set_busy("")
        if isinstance(result, Packed):
            self.pack.forget_list()
            messages.info(_packed_words(result))
        elif isinstance(result, Unpacked):
            self.taken.emit()
            messages.info(_unpacked_words(result))
        else:
            messages.info(tr("The list is written: {0} cases and letters.").format(result))

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._set_busy("")
        if isinstance(error, Stopped):
            messages.info(tr("Stopped; nothing was changed."))
        elif isinstance(error, DictamenError):
            messages.error(error)
        else:
            raise error

    def _connect(self) -> None:
        for card in (self.own, self.others):
            card.changed.connect(self.refresh)
        self.pack.pack_asked.connect(self.pack_to)
        self.pack.list_asked.connect(self.write_list_to)
        self.unpack.unpack_asked.connect(self.unpack_from)


def _packed_words(done: Packed) -> str:
    if not done.number:
        return tr("Nothing to pack: the site has everything already.")
    return tr("Packed: {0} cases, {1} revisions.").format(len(done.cases), done.revisions)


def _unpacked_words(done: Unpacked) -> str:
    if done.repeated is not None:
        words = tr("Nothing new: this parcel was unpacked {0} by {1}.")
        return words.format(moment(done.repeated.at), done.repeated.actor)
    told = [
        tr("From {0}: {1} cases, {2} revisions.").format(done.site, len(done.cases), sum(done.cases.values()))
    ]
    if done.forked:
        told.append(tr("{0} have two versions now; the worklist marks them.").format(len(done.forked)))
    if done.purged:
        told.append(tr("Left out, because purged here: {0}.").format(done.purged))
    return " ".join(told)
