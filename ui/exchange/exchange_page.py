"""Exchange with other sites: this site's card, the sites that are entered, packing and unpacking."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.casebook.packing import Packed, Progress
from app.casebook.sites import MOST_CARD_BYTES, Site, read_card
from app.casebook.unpacking import MissingRevisions, Unpacked
from app.errors import DictamenError, InvalidInput
from app.exchange import exchange_of
from app.files import read_file, write_file
from ui import messages
from ui.exchange.words import tr
from ui.form_page import FormPage
from ui.history.long_job import LongJob, Stopped
from ui.keeping.words import moment
from ui.kit.boxes import at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle, Value
from ui.kit.text_fields import TextField
from ui.session import Session


class ExchangePage(FormPage):
    """What goes to other sites and comes from them."""

    def __init__(self, session: Session) -> None:
        lead = tr(
            "A parcel is sealed to one site and signed by this one. It is taken whole or not at all; what "
            "two sites changed is settled by a person."
        )
        super().__init__("exchange", tr("Exchange with other sites"), lead)
        self._session = session
        self._job: LongJob | None = None
        self._card: Site | None = None
        self.progress = NoticeBar("exchange/progress", Notice.INFO, "")
        self.progress.add_action(tr("Stop"), "exchange/stop").clicked.connect(self._stop)
        self.progress.hide()
        self.own, self.fingerprint = Value(), Hint()
        self.name = TextField("exchange/name", tr("Name of this site"), tr("As other sites are to know it."))
        self.set_name = SecondaryButton(tr("Keep the name"), "exchange/set_name", icon="check")
        self.save_card = SecondaryButton(tr("Save this site's card"), "exchange/card", icon="download")
        columns = (FactsColumn(tr("Site"), strong=True), FactsColumn(tr("Fingerprint")))
        self.sites = FactsTable("exchange/sites", tr("Other sites"), columns)
        self.none = Secondary(tr("No other site is entered yet."))
        self.enter = SecondaryButton(tr("Enter a site by its card"), "exchange/enter", icon="plus")
        self.compared = NoticeBar("exchange/compare", Notice.WARNING, "")
        self.compared.add_action(tr("They are the same: enter"), "exchange/same").clicked.connect(self._trust)
        self.compared.add_action(tr("Cancel"), "exchange/cancel").clicked.connect(self._forget_card)
        self.to = ComboField("exchange/to", tr("To"))
        self.ids = TextField(
            "exchange/cases",
            tr("Cases"),
            tr("Numbers with commas between; empty for all that the site may lack."),
        )
        self.pack = SecondaryButton(tr("Pack a parcel"), "exchange/pack", icon="archive")
        self.unpack = SecondaryButton(tr("Unpack a parcel"), "exchange/unpack", icon="inbox")
        self._arrange()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now."""
        try:
            own, others = self._session.casebook.sites.own(), self._session.casebook.sites.trusted()
        except DictamenError as error:
            messages.error(error)
            return
        self.own.setText(own.site.name if own else tr("This site has no name yet."))
        told = tr("Fingerprint {0}. Read it out when another site enters your card.")
        self.fingerprint.setText(told.format(own.site.fingerprint) if own else "")
        self.save_card.setVisible(own is not None)
        self.sites.set_rows([(site.name, site.fingerprint) for site in others])
        self.sites.setVisible(bool(others))
        self.none.setVisible(not others)
        self.to.combo.clear()
        for site in others:
            self.to.add_option(site.name, site.name)
        if others:
            self.to.set_value(others[0].name)
        self.name.set_value(own.site.name if own else None)
        for part in (self._pack_card, self._unpack_card):
            part.setVisible(own is not None and bool(others))
        self._show_card()

    def wait(self) -> None:
        """Stop the work that is under way and wait for it; before the casebook is closed."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    # ------------------------------------------------------------ sites

    def _name(self) -> None:
        self._do(lambda: self._session.casebook.sites.name(self.name.value() or ""))

    def _save_card(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save this site's card"), "site-card.txt")
        if path:
            site = self._session.casebook.sites.require_own().site
            self._do(lambda: write_file(Path(path), site.card.encode()))

    def _choose_card(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Enter a site by its card"))
        if path:
            self.take_card(Path(path))

    def take_card(self, path: Path) -> None:
        """Show what a card says, to be compared before it is entered."""
        try:
            content = read_file(path)
            if len(content) > MOST_CARD_BYTES:
                raise InvalidInput("card", tr("must be a site card, a short text file"))
            self._card = read_card(content.decode("utf-8-sig", errors="replace"))
        except DictamenError as error:
            messages.error(error)
        self._show_card()

    def _show_card(self) -> None:
        words = tr("Call {0} and compare the fingerprint: {1}")
        card = self._card
        self.compared.show_text(words.format(card.name, card.fingerprint) if card else "")

    def _forget_card(self) -> None:
        self._card = None
        self._show_card()

    def _trust(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            self._do(lambda: self._session.casebook.sites.trust(card.card, card.fingerprint))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except DictamenError as error:
            messages.error(error)
        self.refresh()

    # ------------------------------------------------------------ parcels

    def _choose_pack(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Pack a parcel"), "parcel.dictamen")
        if path:
            self.pack_to(Path(path))

    def pack_to(self, path: Path) -> None:
        """Pack what is chosen into a new file."""
        to, typed = self.to.value(), self.ids.value() or ""
        ids = [each.strip() for each in typed.split(",") if each.strip()] or None
        exchange = exchange_of(self._session.casebook)
        if to is not None:
            self._begin(lambda tell: exchange.pack(to, path, ids, progress=tell), tr("Packing"))

    def _choose_unpack(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Unpack a parcel"))
        if path:
            self.unpack_from(Path(path))

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
        self._job = LongJob(work, self)
        self._job.told.connect(lambda count: self.progress.set_text(f"{words}: {count}"))
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._set_busy(words)
        self._job.start()

    def _set_busy(self, words: str) -> None:
        self.progress.show_text(words)
        for button in (self.pack, self.unpack):
            button.setEnabled(not words)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _done(self, result: object) -> None:
        self._job = None
        self._set_busy("")
        if isinstance(result, Packed):
            messages.info(_packed_words(result))
        elif isinstance(result, Unpacked):
            messages.info(_unpacked_words(result))

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._set_busy("")
        if isinstance(error, Stopped):
            messages.info(tr("Stopped; nothing was changed."))
        elif isinstance(error, DictamenError):
            messages.error(error)
        else:
            raise error

    # ------------------------------------------------------------ how it is built

    def _connect(self) -> None:
        self.set_name.clicked.connect(self._name)
        self.save_card.clicked.connect(self._save_card)
        self.enter.clicked.connect(self._choose_card)
        self.pack.clicked.connect(self._choose_pack)
        self.unpack.clicked.connect(self._choose_unpack)

    def _arrange(self) -> None:
        self.add(self.progress)
        own: list[QWidget] = [self.own, self.fingerprint]
        enter: list[QWidget] = [self.sites, self.none, self.compared]
        if self._session.person.administers:
            own += [self.name]
            self._part("own", tr("This site"), own, self.set_name, self.save_card)
            self._part("others", tr("Other sites"), enter, self.enter)
        else:
            reason = Hint(tr("Only a person who administers the casebook names this site and enters others."))
            self._part("own", tr("This site"), own, self.save_card)
            self._part("others", tr("Other sites"), [*enter, reason])
        self._pack_card = self._part("pack", tr("Pack"), [self.to, self.ids], self.pack)
        words = Secondary(tr("What is new is added to the casebook, and shown as the other site's."))
        self._unpack_card = self._part("unpack", tr("Unpack"), [words], self.unpack)

    def _part(self, name: str, title: str, parts: list[QWidget], *buttons: QWidget) -> Card:
        card = Card(f"exchange/part/{name}", gap=10)
        card.column.addWidget(SectionTitle(title))
        for part in parts:
            card.column.addWidget(part)
        card.column.addLayout(at_left(*buttons, gap=8))
        self.add(card)
        return card


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
