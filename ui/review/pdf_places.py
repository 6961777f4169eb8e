"""Where the pages of a file stand below one another, in a view of a given width."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from ui.fonts import px
from ui.review.pdf_pages import Sheet

_GAP, _MARGIN = 12, 12


@dataclass(frozen=True, slots=True)
class PdfPlaces:
    """The pages laid out. Lengths are in the screen's own pixels.

    Attributes:
        width: of the view.
        zoom: times the size at which the widest page fits the view.
    """

    sheets: Sequence[Sheet]
    width: int
    zoom: float

    @property
    def scale(self) -> float:
        """Pixels per point."""
        widest = max((sheet.width for sheet in self.sheets), default=1.0)
        return self.zoom * max(self.width - 2 * px(_MARGIN), 1) / widest

    def size(self, number: int) -> QSize:
        """The size of a page, from 0."""
        sheet = self.sheets[number]
        return QSize(round(sheet.width * self.scale), round(sheet.height * self.scale))

    def place(self, number: int) -> QRect:
        """Where a page stands while nothing is scrolled."""
        size = self.size(number)
        left = max((self.width - size.width()) // 2, px(_MARGIN))
        return QRect(QPoint(left, self._top(number)), size)

    def whole(self) -> QSize:
        """What all pages take, with their margins."""
        count = len(self.sheets)
        widest = max((self.size(number).width() for number in range(count)), default=0)
        height = self._top(count) - px(_GAP) + px(_MARGIN) if count else 0
        return QSize(widest + 2 * px(_MARGIN), height)

    def in_sight(self, area: QRect) -> list[int]:
        """The pages that an area shows."""
        return [number for number in range(len(self.sheets)) if self.place(number).intersects(area)]

    def _top(self, number: int) -> int:
        return px(_MARGIN) + sum(self.size(before).height() + px(_GAP) for before in range(number))
