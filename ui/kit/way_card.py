"""A card that says what a page is for, with the way to it."""

from PySide6.QtCore import Signal

from ui.kit.boxes import at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.text import Secondary, SectionTitle


class WayCard(Card):
    """A title, a sentence and one button, ``NAME/open``.

    Signals:
        asked: a person wants to go there.
    """

    asked = Signal()

    def __init__(self, name: str, title: str, text: str, *, button: str, icon: str) -> None:
        super().__init__(name, gap=10)
        self.column.addWidget(SectionTitle(title))
        self.column.addWidget(Secondary(text))
        way = SecondaryButton(button, f"{name}/open", icon=icon)
        way.clicked.connect(self.asked)
        self.column.addLayout(at_left(way))
