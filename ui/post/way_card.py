"""The settings' card about letters leaving the house, with the way to their page."""

from ui.kit.way_card import WayCard
from ui.post.words import tr


class LettersWayCard(WayCard):
    """Says what the page is for."""

    def __init__(self) -> None:
        super().__init__(
            "settings/letters",
            tr("Letters of a day"),
            tr("All letters of a day as files, with a list, for whoever prints and mails them."),
            button=tr("Save the letters of a day"),
            icon="mail",
        )
