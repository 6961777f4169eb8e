"""A card with an icon and a headline: the recommendation, a referral, a decision that was signed."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import icons, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.drawing import painting
from ui.kit.status import Status, colour_of, icon_of, word_of
from ui.kit.text import Secondary, SectionTitle

_ICON = 28


class _Sign(QLabel):
    """The icon, in the colour of its status; the status's word is its name."""

    def __init__(self) -> None:
        super().__init__()
        self._status, self._icon = Status.NEUTRAL, icon_of(Status.NEUTRAL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def show_sign(self, status: Status, icon: str) -> None:
        self._status, self._icon = status, icon or icon_of(status)
        self.setAccessibleName(word_of(status))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_ICON), px(_ICON))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            square = QRect(0, px(1), px(_ICON), px(_ICON))
            icons.paint(painter, self._icon, colour_of(self._status, theme.current()), square)


class HeadlineCard(Card):
    """Icon, headline, one or more sentences, and at the right perhaps a button."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._sign = _Sign()
        self._title = SectionTitle()
        self._title.setObjectName(f"{name}/title")
        self._text = Secondary()
        self._text.setObjectName(f"{name}/text")
        words = Column(gap=3)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._line = Row(gap=14)
        self._line.addWidget(self._sign)
        self._line.addLayout(words, 1)
        self.column.addLayout(self._line)

    def show_words(self, status: Status, title: str, text: str, icon: str = "") -> None:
        """Show a headline and its sentences."""
        self._sign.show_sign(status, icon)
        self._title.setText(title)
        self._text.setText(text)

    def add_button(self, text: str, name: str) -> SecondaryButton:
        """Add a button at the right."""
        button = SecondaryButton(text, name)
        self._line.addWidget(button)
        return button
