"""What stands where a list has nothing to show."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import icons, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import SecondaryButton
from ui.kit.drawing import painting
from ui.kit.text import Secondary, SectionTitle

_ICON = 40


class _Picture(QLabel):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(_ICON), px(_ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        square = QRect((self.width() - px(_ICON)) // 2, 0, px(_ICON), px(_ICON))
        with painting(self) as painter:
            icons.paint(painter, self._icon, theme.current().text2, square)


class EmptyState(QWidget):
    """An icon, a few words, and buttons with what to do; centred in the room it gets."""

    def __init__(self, name: str, icon: str, title: str, text: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title, self._text = SectionTitle(title), Secondary(text)
        column = Column(self, margins=(24, 24, 24, 24), gap=8)
        column.addStretch(1)
        column.addWidget(_Picture(icon))
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self._buttons = Row(gap=8)
        centred = Row()
        centred.addStretch(1)
        centred.addLayout(self._buttons)
        centred.addStretch(1)
        column.addSpacing(px(4))
        column.addLayout(centred)
        column.addStretch(1)

    def add_button(self, text: str, name: str, icon: str = "") -> SecondaryButton:
        """Add a button under the words."""
        button = SecondaryButton(text, name, icon=icon)
        self._buttons.addWidget(button)
        return button

    def show_words(self, title: str, text: str) -> None:
        """Say something else, such as what was searched for."""
        self._title.setText(title)
        self._text.setText(text)
