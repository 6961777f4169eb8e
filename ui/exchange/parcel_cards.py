"""The cards about parcels: packing one for another site, taking one, and lists of what a site has."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.casebook.sites import Site
from ui.exchange.words import tr
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.flow import in_lines
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Secondary, SectionTitle
from ui.kit.text_fields import TextField


class PackCard(Card):
    """What goes to another site.

    Attributes:
        have: the other site's list of what it has; None where none was given.

    Signals:
        pack_asked(object): a parcel is to be packed into this path.
        list_asked(object): a list of what is here is to be written to this path.
    """

    pack_asked = Signal(object)
    list_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("exchange/part/pack", gap=10)
        self.have: Path | None = None
        self.to = ComboField("exchange/to", tr("To"), waits=True)
        hint = tr("Numbers with commas between; empty for all that the site may lack.")
        self.ids = TextField("exchange/cases", tr("Cases"), hint)
        self.listed = NoticeBar("exchange/list", Notice.INFO, "")
        self.listed.add_action(tr("Do without it"), "exchange/list/forget").clicked.connect(self.forget_list)
        self.pack = SecondaryButton(tr("Pack a parcel"), "exchange/pack", icon="archive")
        self.use_list = SecondaryButton(tr("Use the site's list"), "exchange/use_list", icon="list-checks")
        self.write_list = SecondaryButton(
            tr("Write a list of what is here"), "exchange/write_list", icon="file-text"
        )
        self.pack.clicked.connect(self._choose_parcel)
        self.use_list.clicked.connect(self._choose_list)
        self.write_list.clicked.connect(self._choose_new_list)
        words = tr(
            "A site that lost a parcel or went back to a backup writes a list of what it has; with it, the "
            "parcel holds just what that site lacks."
        )
        self.column.addWidget(SectionTitle(tr("Pack")))
        for part in (self.to, self.ids, Secondary(words), self.listed):
            self.column.addWidget(part)
        self.column.addLayout(in_lines(self.pack, self.use_list, self.write_list))
        self.forget_list()

    def show_sites(self, others: list[Site]) -> None:
        """Offer these sites; the one that was chosen stays."""
        chosen = self.to.value()
        names = [site.name for site in others]
        self.to.combo.clear()
        for name in names:
            self.to.add_option(name, name)
        self.to.set_value(chosen if chosen in names else next(iter(names), None))

    def case_ids(self) -> list[str] | None:
        """The cases that were typed; None for all."""
        return [each.strip() for each in (self.ids.value() or "").split(",") if each.strip()] or None

    def take_list(self, path: Path) -> None:
        """Pack by what the other site says it has."""
        self.have = path
        self.listed.show_text(tr("Packed by the list {0}.").format(path.name))

    def forget_list(self) -> None:
        """Pack by what this site remembers."""
        self.have = None
        self.listed.show_text("")

    def _choose_parcel(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Pack a parcel"), "parcel.dictamen")
        if path:
            self.pack_asked.emit(Path(path))

    def _choose_list(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Use the site's list"))
        if path:
            self.take_list(Path(path))

    def _choose_new_list(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Write a list of what is here"), "have.dictamen")
        if path:
            self.list_asked.emit(Path(path))


class UnpackCard(Card):
    """What comes from another site.

    Signals:
        unpack_asked(object): the parcel of this path is to be taken.
    """

    unpack_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("exchange/part/unpack", gap=10)
        self.unpack = SecondaryButton(tr("Unpack a parcel"), "exchange/unpack", icon="inbox")
        self.unpack.clicked.connect(self._choose)
        words = Secondary(tr("What is new is added to the casebook, and shown as the other site's."))
        self.column.addWidget(SectionTitle(tr("Unpack")))
        self.column.addWidget(words)
        self.column.addLayout(in_lines(self.unpack))

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Unpack a parcel"))
        if path:
            self.unpack_asked.emit(Path(path))
