"""A thing that is pointed at, such as the document that shows an answer."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.buttons import Look, PaintedButton
from ui.kit.drawing import Ink, painting, put, square_in, surface
from ui.kit.tokens import Tokens

_ICON, _LEFT, _TEXT, _GAP = 16, 8, 28, 8


class ReferenceButton(PaintedButton):
    """An outlined button of 28 px with three texts, such as ``("E1", "Marrow flow", "10-Nov-2026")``.

    The first is heavier, the last paler; an empty one is left out. Put several into a ``Flow``.
    """

    height_px = 28
    weight = fonts.REGULAR

    def __init__(
        self,
        name: str,
        parts: tuple[str, str, str],
        *,
        icon: str = "file-text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(" ".join(part for part in parts if part), name, icon=icon, parent=parent)
        self._parts = [part for part in parts if part]

    def look(self, tokens: Tokens) -> Look:
        """The colours of the state the button is in."""
        return Look(tokens.hover if self.underMouse() else tokens.surface, tokens.control, tokens.text)

    def sizeHint(self) -> QSize:
        words = sum(metrics.horizontalAdvance(part) for part, metrics, _font in self._written())
        gaps = px(_GAP) * (len(self._parts) - 1)
        return QSize(px(_TEXT) + words + gaps + px(_LEFT + 3), px(self.height_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        look = self.look(tokens)
        with painting(self) as painter:
            surface(painter, self.rect(), px(6), look.inside or tokens.surface, (tokens.control, 1))
            icons.paint(painter, self._icon, tokens.text2, square_in(self.rect(), px(_LEFT), px(_ICON)))
            left = px(_TEXT)
            for number, (part, metrics, font) in enumerate(self._written()):
                colour = tokens.text if number < len(self._parts) - 1 or number == 0 else tokens.text2
                width = metrics.horizontalAdvance(part)
                put(painter, QRect(left, 0, width + 1, self.height()), part, Ink(font, colour))
                left += width + px(_GAP)

    def _written(self) -> list[tuple[str, QFontMetrics, QFont]]:
        size = fonts.Size.SECONDARY
        weights = [fonts.SEMIBOLD, *([fonts.REGULAR] * (len(self._parts) - 1))]
        return [
            (part, fonts.metrics(size, weight), fonts.font(size, weight))
            for part, weight in zip(self._parts, weights, strict=True)
        ]
