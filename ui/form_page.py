"""A page of forms: a title, a sentence, and cards of a width that is easy to read."""

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column, Row, at_left
from ui.kit.buttons import LinkButton
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import PageTitle, Secondary
from ui.review.page import focus_first_in

_WIDTH = 680


class FormPage(ScrollPage):
    """Put cards in with ``add``; they stand one below the other at the left."""

    def __init__(self, name: str, title: str, lead: str) -> None:
        super().__init__(name)
        self.setAccessibleName(title)
        words = Column(gap=2)
        words.addWidget(PageTitle(title))
        words.addWidget(Secondary(lead))
        self.column.addLayout(words)
        self._middle = QWidget()
        self._cards = Column(self._middle, gap=12)
        row = Row()
        row.addWidget(self._middle, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def add(self, card: QWidget) -> None:
        """Add a card at the end."""
        self._cards.addWidget(card)

    def add_way_back(self, words: str, name: str) -> LinkButton:
        """Offer the way to the page that this one was opened from, over its title."""
        link = LinkButton(words, name, icon="arrow-left")
        self.column.insertLayout(0, at_left(link))
        return link

    def take_focus(self) -> None:
        """Give the focus to the first control of the cards that may be used, or else to the way back."""
        if not focus_first_in(self._middle):
            focus_first_in(self.widget())

    def _fit(self) -> None:
        self._middle.setMaximumWidth(px(_WIDTH))
