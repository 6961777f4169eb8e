"""The settings' card about retention, with the way to its page."""

from ui.keeping.words import tr
from ui.kit.way_card import WayCard


class RetentionCard(WayCard):
    """Says what retention is."""

    def __init__(self) -> None:
        super().__init__(
            "settings/retention",
            tr("Retention"),
            tr("Cases are kept for the years that the plan names. Then two people may purge them together."),
            button=tr("Cases past their retention"),
            icon="archive",
        )
