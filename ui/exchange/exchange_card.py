"""The settings' card about exchange with other sites, with the way to its page."""

from PySide6.QtCore import Signal

from ui.exchange.words import tr
from ui.kit.boxes import Row
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.text import Secondary, SectionTitle


class ExchangeCard(Card):
    """Says what exchange is.

    Signals:
        asked: a person wants to pack or unpack.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("settings/exchange", gap=10)
        self.column.addWidget(SectionTitle(tr("Exchange with other sites")))
        words = tr(
            "Cases go to another site in a sealed file that only that site can open, without a network."
        )
        self.column.addWidget(Secondary(words))
        button = SecondaryButton(tr("Sites and parcels"), "settings/exchange/open", icon="mail")
        button.clicked.connect(self.asked)
        row = Row()
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
