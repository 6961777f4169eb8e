"""How people are written."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, theme
from ui.kit.drawing import ONE_LINE, Ink, painting, put
from ui.kit.wrapping import lines_of, longest_word


def written_name(family: str, given: str) -> str:
    """A person's name as lists and banners write it: ``NÚÑEZ RIVERA, María del Carmen``."""
    return ", ".join(part for part in (family.upper(), given) if part)


class NameLabel(QLabel):
    """A name of 18 px that breaks after its comma where it would be cut, else between its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._metrics().lineSpacing()

    def sizeHint(self) -> QSize:
        return QSize(self._metrics().horizontalAdvance(self.text()) + 1, self._metrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(longest_word(self._metrics(), self.text()) + 1, self._metrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = Ink(fonts.font(fonts.Size.NAME, fonts.SEMIBOLD), theme.current().text)
        step = self._metrics().lineSpacing()
        with painting(self) as painter:
            for line, text in enumerate(self._lines(self.width())):
                put(painter, QRect(0, line * step, self.width(), step), text, ink, ONE_LINE)

    @staticmethod
    def _metrics() -> QFontMetrics:
        return fonts.metrics(fonts.Size.NAME, fonts.SEMIBOLD)

    def _parts(self) -> list[str]:
        family, comma, given = self.text().partition(", ")
        return [f"{family},", given] if comma else [family]

    def _lines(self, width: int) -> list[str]:
        metrics = self._metrics()
        if metrics.horizontalAdvance(self.text()) <= width:
            return [self.text()]
        return [line for part in self._parts() for line in lines_of(metrics, part, width)]
