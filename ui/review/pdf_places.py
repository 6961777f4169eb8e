"""Where the pages of a file stand below one another, in a view of a given width."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize

from ui.fonts import px
from ui.review.pdf_pages import Sheet

_GAP, _MARGIN = 12, 12


class PdfPlaces:
    """The pages laid out, once. Lengths are in the screen's own pixels.

    Attributes:
        scale: pixels per point.
    """

    def __init__(self, sheets: Sequence[Sheet], width: int, zoom: float) -> None:
        """``width`` is the view's; ``zoom`` times the size at which the widest page fits it."""
        widest = max((sheet.width for sheet in sheets), default=1.0)
        self.scale = zoom * max(width - 2 * px(_MARGIN), 1) / widest
        self._width = width
        self._sizes = [
            QSize(round(sheet.width * self.scale), round(sheet.height * self.scale)) for sheet in sheets
        ]
        steps = (size.height() + px(_GAP) for size in self._sizes)
        self._tops = list(accumulate(steps, initial=px(_MARGIN)))  # with the end of the last page

    def size(self, number: int) -> QSize:
        """The size of a page, from 0."""
        return self._sizes[number]

    def place(self, number: int) -> QRect:
        """Where a page stands while nothing is scrolled."""
        size = self._sizes[number]
        left = max((self._width - size.width()) // 2, px(_MARGIN))
        return QRect(QPoint(left, self._tops[number]), size)

    def spot(self, height: int) -> tuple[int, float]:
        """Which page stands at a height, and how much of it is above, in its own heights."""
        number = max(bisect_right(self._tops, height, hi=max(len(self._sizes), 1)) - 1, 0)
        page = self._sizes[number].height() if self._sizes else 1
        return number, (height - self._tops[number]) / max(page, 1)

    def height_of(self, number: int, part: float) -> int:
        """The height of what ``spot`` gave, also in another layout of the same pages."""
        page = self._sizes[number].height() if self._sizes else 1
        return round(self._tops[number] + part * max(page, 1))

    def whole(self) -> QSize:
        """What all pages take, with their margins."""
        widest = max((size.width() for size in self._sizes), default=0)
        height = self._tops[-1] - px(_GAP) + px(_MARGIN) if self._sizes else 0
        return QSize(widest + 2 * px(_MARGIN), height)

    def in_sight(self, area: QRect) -> list[int]:
        """The pages that an area shows; found without looking at the others."""
        first = max(bisect_right(self._tops, area.top()) - 1, 0)
        last = min(bisect_left(self._tops, area.bottom() + 1), len(self._sizes))
        return [number for number in range(first, last) if self.place(number).intersects(area)]
