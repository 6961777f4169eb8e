"""Small marks: ``StatusIcon`` (a shape), ``Chip`` (icon and word), ``KeyCap`` (a key on the keyboard)."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.drawing import ONE_LINE, ONE_LINE_CENTRED, Ink, fill, outline, painting, put, square_in
from ui.kit.status import Status, colour_of, icon_of, soft_of, word_of


class StatusIcon(QLabel):
    """A status as its shape alone, where the word stands beside it; the word is its accessible name."""

    def __init__(self, status: Status, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    def set_status(self, status: Status) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(word_of(status))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        square = QRect(0, 0, px(self._size), px(self._size))
        with painting(self) as painter:
            icons.paint(painter, icon_of(self._status), colour_of(self._status, theme.current()), square)


class ChipFace:
    """Measures and paints a chip; tables use it as well."""

    height_px, icon_px, gap_px, padding_px = 24, 15, 4, 8

    def __init__(self, status: Status, text: str, icon: str = "", *, tinted: bool | None = None) -> None:
        self.status = status
        self.text = text
        self.icon = icon or icon_of(status)
        # What is met asks for nothing, so it stays without a tint.
        self.tinted = status is not Status.MET if tinted is None else tinted

    def size(self) -> QSize:
        """The size that shows icon and word in full."""
        words = fonts.metrics(fonts.Size.SECONDARY, fonts.SEMIBOLD).horizontalAdvance(self.text) + 1
        return QSize(words + px(self.icon_px) + px(self.gap_px) + 2 * px(self.padding_px), px(self.height_px))

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint into a rectangle of ``size()``."""
        tokens = theme.current()
        colour = tokens.on_late if self.status is Status.LATE else colour_of(self.status, tokens)
        if self.tinted:
            fill(painter, rect, px(5), soft_of(self.status, tokens))
        size = px(self.icon_px)
        icons.paint(painter, self.icon, colour, square_in(rect, px(self.padding_px), size))
        words = rect.adjusted(px(self.padding_px) + size + px(self.gap_px), 0, 0, 0)
        put(
            painter, words, self.text, Ink(fonts.font(fonts.Size.SECONDARY, fonts.SEMIBOLD), colour), ONE_LINE
        )


class Chip(QLabel):
    """A status as icon and word, 24 px high: "Met" without a tint, what needs attention tinted, late filled.

    Example: ``Chip(Status.OPEN, "Needs a document", "file-question-mark")``.
    """

    def __init__(self, status: Status, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._face = ChipFace(status, text, icon)

    def show_status(self, status: Status, text: str, icon: str = "") -> None:
        """Show another status in place."""
        self._face = ChipFace(status, text, icon)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        return self._face.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._face.paint(painter, self.rect())


class KeyCap(QLabel):
    """A key as it is printed on the keyboard, such as "Ctrl K"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = fonts.metrics(fonts.Size.LEGEND, fonts.MEDIUM).horizontalAdvance(self.text())
        return QSize(words + 2 * px(8), px(19))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            fill(painter, self.rect().adjusted(1, 1, -1, -1), px(4), tokens.surface)
            outline(painter, self.rect(), px(4), tokens.control)
            ink = Ink(fonts.font(fonts.Size.LEGEND, fonts.MEDIUM), tokens.text)
            put(painter, self.rect(), self.text(), ink, ONE_LINE_CENTRED)
