"""How a choice looks: a full-width row with a mark, a title and a hint that wraps and is never cut."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.drawing import Ink, outline, painting, put_lines, surface
from ui.kit.tokens import Tokens
from ui.kit.wrapping import longest_word, wrapped

TEXT_LEFT, TEXT_RIGHT, TEXT_TOP = 40, 12, 9
MARK_LEFT, MARK_SIZE = 13, 18
_LEAST_HEIGHT = 36

Mark = Callable[[QPainter, QRect, bool, QColor], None]


class _Colours(NamedTuple):
    inside: QColor
    edge: QColor
    mark: QColor
    title: QColor
    hint: QColor


class OptionFace:
    """Measures and paints one option of a question for the button that owns it."""

    def __init__(self, button: QAbstractButton, title: str, hint: str, mark: Mark) -> None:
        self._button = button
        self._mark = mark
        self.title = title
        self.hint = hint

    def height_for(self, width: int) -> int:
        """The height that shows title and hint in full in this width."""
        text_width = width - px(TEXT_LEFT) - px(TEXT_RIGHT)
        title, hint = self._heights(text_width)
        return max(title + hint + 2 * px(TEXT_TOP), px(_LEAST_HEIGHT))

    def lines_for(self, width: int) -> tuple[int, int]:
        """How many lines the title and the hint take in this width."""
        title, hint = self._heights(width - px(TEXT_LEFT) - px(TEXT_RIGHT))
        return title // self._title_metrics().height(), hint // self._hint_metrics().height()

    def least_width(self) -> int:
        """The width below which a word would be cut."""
        scale = fonts.scale()
        words = max(
            _longest(fonts.Size.BODY, fonts.SEMIBOLD, scale, self.title),
            _longest(fonts.Size.SECONDARY, fonts.REGULAR, scale, self.hint),
        )
        return words + px(TEXT_LEFT) + px(TEXT_RIGHT) + 1

    def least_size(self) -> QSize:
        """The smallest size; the height follows from the width, so it asks for one line only."""
        return QSize(self.least_width(), px(_LEAST_HEIGHT))

    def size_hint(self) -> QSize:
        """The size that shows everything on one line each."""
        title = self._title_metrics().horizontalAdvance(self.title)
        hint = self._hint_metrics().horizontalAdvance(self.hint)
        width = max(title, hint) + px(TEXT_LEFT) + px(TEXT_RIGHT) + 1
        return QSize(width, self.height_for(width))

    def paint(self) -> None:
        """Paint the row in the state that the button is in."""
        button = self._button
        colours = self._colours(theme.current())
        chosen = button.isChecked()
        with painting(button) as painter:
            surface(painter, button.rect(), px(6), colours.inside, (colours.edge, 2 if chosen else 1))
            square = QRect(px(MARK_LEFT), px(TEXT_TOP), px(MARK_SIZE), px(MARK_SIZE))
            self._mark(painter, square, chosen, colours.mark)
            self._paint_words(painter, colours)

    def _paint_words(self, painter: QPainter, colours: _Colours) -> None:
        left, top = px(TEXT_LEFT), px(TEXT_TOP)
        width = self._button.width() - left - px(TEXT_RIGHT)
        weight = fonts.SEMIBOLD if self._button.isChecked() else fonts.REGULAR
        title, hint = self._heights(width)
        title_ink = Ink(fonts.font(fonts.Size.BODY, weight), colours.title)
        put_lines(painter, QRect(left, top, width, title), self.title, title_ink)
        if self.hint:
            below = QRect(left, top + title, width, hint)
            put_lines(painter, below, self.hint, Ink(fonts.font(fonts.Size.SECONDARY), colours.hint))

    def _colours(self, tokens: Tokens) -> _Colours:
        if not self._button.isEnabled():
            if self._button.isChecked():
                # An answer that can no longer be changed is still to be read.
                return _Colours(tokens.window, tokens.control, tokens.text2, tokens.text, tokens.text2)
            return _Colours(tokens.window, tokens.line, tokens.line, tokens.text3, tokens.text3)
        if self._button.isChecked():
            return _Colours(tokens.accent_soft, tokens.accent, tokens.accent, tokens.text, tokens.text2)
        inside = tokens.hover if self._button.underMouse() else tokens.surface
        return _Colours(inside, tokens.control, tokens.control, tokens.text, tokens.text2)

    def _heights(self, width: int) -> tuple[int, int]:
        """The heights of title and hint in this width."""
        scale = fonts.scale()
        # Measured semibold, so that choosing an option never makes its row taller.
        return (
            _height(fonts.Size.BODY, fonts.SEMIBOLD, scale, self.title, width),
            _height(fonts.Size.SECONDARY, fonts.REGULAR, scale, self.hint, width),
        )

    @staticmethod
    def _title_metrics() -> QFontMetrics:
        return fonts.metrics(fonts.Size.BODY, fonts.SEMIBOLD)

    @staticmethod
    def _hint_metrics() -> QFontMetrics:
        return fonts.metrics(fonts.Size.SECONDARY)


# Layouts ask for the same heights again and again, and each page with the same options anew.
@lru_cache(maxsize=4096)
def _height(size: fonts.Size, weight: QFont.Weight, _scale: float, text: str, width: int) -> int:
    return wrapped(fonts.metrics(size, weight), text, width).height()


@lru_cache(maxsize=1024)
def _longest(size: fonts.Size, weight: QFont.Weight, _scale: float, text: str) -> int:
    return longest_word(fonts.metrics(size, weight), text)


def round_mark(painter: QPainter, square: QRect, chosen: bool, colour: QColor) -> None:
    """A radio button's circle; a disc inside it says chosen."""
    outline(painter, square, square.width() / 2, colour, 2 if chosen else 1)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        quarter = square.width() / 4 + 0.5
        painter.drawEllipse(square.toRectF().adjusted(quarter, quarter, -quarter, -quarter))


def square_mark(painter: QPainter, square: QRect, chosen: bool, colour: QColor) -> None:
    """A check box's square; filled with a tick says ticked."""
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(square, px(4), px(4))
        inset = px(2)
        icons.paint(
            painter, "check", theme.current().on_accent, square.adjusted(inset, inset, -inset, -inset)
        )
    else:
        outline(painter, square, px(4), colour, 1)
