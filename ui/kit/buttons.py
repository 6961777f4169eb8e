"""Buttons. A page has one ``PrimaryButton``; it names what it does ("Continue to dose", never "OK")."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.drawing import ONE_LINE, Ink, painting, put, surface
from ui.kit.tokens import Tokens


class Look(NamedTuple):
    """A button's colours in one state; no ``inside`` draws no surface."""

    inside: QColor | None
    edge: QColor | None
    text: QColor


class PaintedButton(QPushButton):
    """A push button that paints itself: surface, optional icon, one line of text, never cut.

    Role, name, shortcut, Space and Enter stay Qt's. Give it an object name; the accessible name is its text.
    """

    height_px = 34
    padding_px = 15
    icon_px = 16
    weight = fonts.SEMIBOLD

    def __init__(self, text: str, name: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self._icon = icon
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def look(self, tokens: Tokens) -> Look:
        """The colours of the state the button is in."""
        raise NotImplementedError

    def words(self) -> str:
        """The text as people see it."""
        return self.text().replace("&&", "&")

    def set_words(self, text: str) -> None:
        """Show another text; an ampersand is only a character."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none for an empty name."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, where there is no room for words; they stay the accessible name."""
        self._compact = compact
        self.setToolTip(self.words() if compact else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._content_width() + 2 * (px(4) if self._compact else px(self.padding_px))
        return QSize(width, px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look(theme.current())
        with painting(self) as painter:
            if look.inside is not None:
                surface(painter, self.rect(), px(6), look.inside, (look.edge or look.inside, 1))
            self._paint_content(painter, look.text)

    def _metrics(self) -> QFontMetrics:
        return fonts.metrics(fonts.Size.BODY, self.weight)

    def _icon_width(self) -> int:
        if not self._icon:
            return 0
        return px(self.icon_px) + (px(6) if self._shown() else 0)

    def _shown(self) -> str:
        return "" if self._compact else self.words()

    def _content_width(self) -> int:
        return self._icon_width() + self._metrics().horizontalAdvance(self._shown()) + 1

    def _content_left(self) -> int:
        return (self.width() - self._content_width()) // 2

    def _paint_content(self, painter: QPainter, colour: QColor) -> None:
        left = self._content_left()
        size = px(self.icon_px)
        if self._icon:
            icons.paint(painter, self._icon, colour, QRect(left, (self.height() - size) // 2, size, size))
        text = QRect(left + self._icon_width(), 0, self.width(), self.height())
        put(painter, text, self._shown(), Ink(fonts.font(fonts.Size.BODY, self.weight), colour), ONE_LINE)


class PrimaryButton(PaintedButton):
    """The filled button: the page's next step. Never disable it; show the error summary instead."""

    def look(self, tokens: Tokens) -> Look:
        lively = self.underMouse() or self.isDown()
        return Look(tokens.accent_hover if lively else tokens.accent, None, tokens.on_accent)


class SecondaryButton(PaintedButton):
    """An outlined button for anything beside the next step."""

    weight = fonts.REGULAR

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(tokens.window, tokens.line, tokens.text3)
        lively = self.underMouse() or self.isDown()
        return Look(tokens.hover if lively else tokens.surface, tokens.control, tokens.text)


class LinkButton(PaintedButton):
    """A button that looks like a link, for small steps inside a card; 28 px high, so that it can be hit."""

    height_px = 28
    padding_px = 4
    icon_px = 16
    weight = fonts.REGULAR

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(None, None, tokens.text3)
        return Look(None, None, tokens.accent_hover if self.underMouse() else tokens.accent)

    def _content_left(self) -> int:
        return super()._content_left() if self._compact else px(self.padding_px)


class BackLink(LinkButton):
    """The way back, at the top of a side bar; its arrow stands over the items' icons."""

    padding_px = 11

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name, icon="arrow-left")


class IconButton(PaintedButton):
    """An icon alone, where its meaning is common (the lock); ``words`` become name and tool tip."""

    height_px = 32

    def __init__(self, words: str, name: str, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", name, icon=icon, parent=parent)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(px(self.height_px), px(self.height_px))

    def look(self, tokens: Tokens) -> Look:
        return Look(tokens.hover if self.underMouse() else None, None, tokens.text2)

    def _content_width(self) -> int:
        return px(self.icon_px)
