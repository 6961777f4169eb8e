"""The settings' card about exchange with other sites, with the way to its page."""

from ui.exchange.words import tr
from ui.kit.way_card import WayCard


class ExchangeCard(WayCard):
    """Says what exchange is."""

    def __init__(self) -> None:
        super().__init__(
            "settings/exchange",
            tr("Exchange with other sites"),
            tr("Cases go to another site in a sealed file that only that site can open, without a network."),
            button=tr("Sites and parcels"),
            icon="mail",
        )
