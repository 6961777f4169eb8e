"""The cards about sites: this one and its card, and the others that are entered."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from app.casebook.sites import OwnSite, Site, read_card
from app.errors import DictamenError
from app.exchange import card_text
from app.files import write_file
from ui import messages
from ui.exchange.words import tr
from ui.kit.boxes import Column, empty
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.flow import in_lines
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle, Value
from ui.kit.text_fields import TextField
from ui.session import Session


class SiteCard(Card):
    """What both cards share: a sentence that asks before something is done, and doing it.

    Signals:
        changed: the register of sites is another one now.
    """

    changed = Signal()

    def __init__(self, name: str, session: Session) -> None:
        super().__init__(f"exchange/part/{name}", gap=10)
        self._session = session
        self._asked: Callable[[], object] | None = None
        self.question = NoticeBar(f"exchange/{name}/question", Notice.WARNING, "")
        self.yes = self.question.add_action("", f"exchange/{name}/yes")
        self.yes.clicked.connect(self._agree)
        no = self.question.add_action(tr("Cancel"), f"exchange/{name}/no")
        no.clicked.connect(self.withdraw)
        self.question.hide()

    def ask(self, question: str, answer: str, work: Callable[[], object]) -> None:
        """Say what would be done; it is done when the answer is pressed."""
        self._asked = work
        self.yes.set_words(answer)
        self.question.show_text(question)
        self.yes.setFocus()

    def withdraw(self) -> None:
        """Ask no more."""
        self._asked = None
        self.question.show_text("")

    def do(self, work: Callable[[], object]) -> None:
        """Do something about sites, and tell what came of it."""
        try:
            work()
        except DictamenError as error:
            messages.error(error)
        self.changed.emit()

    def _agree(self) -> None:
        work = self._asked
        self.withdraw()
        if work is not None:
            self.do(work)


class OwnCard(SiteCard):
    """This site: its name, its card, and new keys for it."""

    def __init__(self, session: Session) -> None:
        super().__init__("own", session)
        self.own, self.fingerprint = Value(), Hint()
        self.name = TextField("exchange/name", tr("Name of this site"), tr("As other sites are to know it."))
        self.set_name = SecondaryButton(tr("Keep the name"), "exchange/set_name", icon="check")
        self.save = SecondaryButton(tr("Save this site's card"), "exchange/card", icon="download")
        self.renew = SecondaryButton(tr("Give this site new keys"), "exchange/renew", icon="key-round")
        self.set_name.clicked.connect(lambda: self.do(self._keep_name))
        self.save.clicked.connect(self._choose)
        self.renew.clicked.connect(self._ask_renewal)
        self.column.addWidget(SectionTitle(tr("This site")))
        for part in (self.own, self.fingerprint, self.name, self.question):
            self.column.addWidget(part)
        self.column.addLayout(in_lines(self.set_name, self.save, self.renew))

    def show_site(self, own: OwnSite | None) -> None:
        """Show this site; None while it has no name."""
        may = self._session.person.administers
        told = tr("Fingerprint {0}. Read it out when another site enters your card.")
        self.own.setText(own.site.name if own else tr("This site has no name yet."))
        self.fingerprint.setText(told.format(own.site.fingerprint) if own else "")
        self.fingerprint.setVisible(own is not None)
        self.name.set_value(own.site.name if own else None)
        self.name.setVisible(may)
        self.set_name.setVisible(may)
        self.save.setVisible(own is not None)
        self.renew.setVisible(may and own is not None)
        self.withdraw()

    def save_to(self, path: Path) -> None:
        """Write this site's card into a new file."""
        card = self._session.casebook.sites.require_own().site.card
        self.do(lambda: write_file(path, card.encode()))

    def _keep_name(self) -> None:
        self._session.casebook.sites.name(self.name.value() or "")

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save this site's card"), "site-card.txt")
        if path:
            self.save_to(Path(path))

    def _ask_renewal(self) -> None:
        self.ask(
            tr(
                "Parcels that are on their way here open no more, and every other site needs your card again."
            ),
            tr("Give it new keys"),
            self._session.casebook.sites.renew,
        )


class SiteRow(QWidget):
    """One other site: its name, its fingerprint, and the way to take it out."""

    def __init__(self, site: Site, *, may_drop: bool) -> None:
        super().__init__()
        name, fingerprint = Value(site.name, wraps=False), Secondary(site.fingerprint, wraps=False)
        self.drop = LinkButton(tr("Take out"), f"exchange/drop/{site.name}", icon="x")
        self.drop.setAccessibleName(tr("Take out {0}").format(site.name))
        self.drop.setVisible(may_drop)
        self.setLayout(in_lines(name, fingerprint, self.drop, gap=16))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class OthersCard(SiteCard):
    """The other sites: those that are entered, entering one by its card, and taking one out."""

    def __init__(self, session: Session) -> None:
        super().__init__("others", session)
        self.sites = Column(gap=2)
        self.none = Secondary(tr("No other site is entered yet."))
        self.why_not = Hint(
            tr("Only a person who administers the casebook names this site and enters others.")
        )
        self.enter = SecondaryButton(tr("Enter a site by its card"), "exchange/enter", icon="plus")
        self.enter.clicked.connect(self._choose)
        self.column.addWidget(SectionTitle(tr("Other sites")))
        self.column.addLayout(self.sites)
        for part in (self.none, self.why_not, self.question):
            self.column.addWidget(part)
        self.column.addLayout(in_lines(self.enter))

    def show_sites(self, others: list[Site]) -> None:
        """Show the sites that are entered."""
        may = self._session.person.administers
        empty(self.sites)
        for site in others:
            row = SiteRow(site, may_drop=may)
            row.drop.clicked.connect(partial(self._ask_dropping, site.name))
            self.sites.addWidget(row)
        self.none.setVisible(not others)
        self.why_not.setVisible(not may)
        self.enter.setVisible(may)
        self.withdraw()

    def take_card(self, path: Path) -> None:
        """Show what a card says, to be compared before it is entered."""
        try:
            card = read_card(card_text(path))
        except DictamenError as error:
            messages.error(error)
            return
        self.ask(
            tr("Call {0} and compare the fingerprint: {1}").format(card.name, card.fingerprint),
            tr("They are the same: enter"),
            lambda: self._session.casebook.sites.trust(card.card, card.fingerprint),
        )

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Enter a site by its card"))
        if path:
            self.take_card(Path(path))

    def _ask_dropping(self, name: str) -> None:
        words = tr("Parcels of {0} are refused from then on, and none are packed for it. What came stays.")
        self.ask(words.format(name), tr("Take it out"), lambda: self._session.casebook.sites.drop(name))
