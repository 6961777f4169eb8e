"""The settings' card about retention, with the way to its page."""

from PySide6.QtCore import Signal

from ui.keeping.words import tr
from ui.kit.boxes import Row
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.text import Secondary, SectionTitle


class RetentionCard(Card):
    """Says what retention is.

    Signals:
        asked: a person wants to see the cases past it.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("settings/retention", gap=10)
        self.column.addWidget(SectionTitle(tr("Retention")))
        words = tr(
            "Cases are kept for the years that the plan names. Then two people may purge them together."
        )
        self.column.addWidget(Secondary(words))
        button = SecondaryButton(tr("Cases past their retention"), "settings/retention/open", icon="archive")
        button.clicked.connect(self.asked)
        row = Row()
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
