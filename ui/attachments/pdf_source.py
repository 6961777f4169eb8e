"""A sealed PDF file, page by page, by PDFium: read where it is needed, drawn in memory alone."""

import math

from PySide6.QtGui import QImage

from app.errors import DictamenError
from reports.pdf_reading import PdfReading, Unreadable
from ui.attachments.source import Source
from ui.review.pdf_pages import Pages, Sheet, picture_of
from ui.review.words import tr

MOST_PIXELS = 40_000_000
"""Of one drawn page: 160 MB. A page that would take more is drawn coarser."""

_SIDE = (1.0, 20_000.0)
"""Points that a page's side may have; PDF itself allows 14,400 without a scale of its own."""


class AttachedPdf(Pages):
    """An open PDF file over a sealed content. Close it, which closes the source."""

    def __init__(self, source: Source) -> None:
        """Open a file; the source is closed where that fails.

        Raises:
            DictamenError: it is damaged, or protected by a password.
        """
        self._source = source
        try:
            with source.closed_on_failure():
                self._reading = PdfReading(source)
                self.sheets = tuple(self._sheet(number) for number in range(len(self._reading)))
                source.check()
        except Unreadable as error:
            raise self._why(error) from None

    def draw(self, number: int, scale: float, turns: int = 0) -> QImage | None:
        """As ``Pages``."""
        sheet = self.sheets[number]
        scale = min(scale, math.sqrt(MOST_PIXELS / (sheet.width * sheet.height)))
        try:
            picture = picture_of(self._reading, number, scale, turns)
        except Unreadable as error:
            raise self._why(error) from None
        if picture is not None:
            self._source.check()
        return picture

    def text(self, number: int) -> str:
        """As ``Pages``; a page whose words cannot be read has none."""
        try:
            return self._reading.words(number)
        except Unreadable:
            return ""

    def close(self) -> None:
        """Close the file and the sealed file under it."""
        self._reading.close()

    def _sheet(self, number: int) -> Sheet:
        width, height = self._reading.size(number)
        return Sheet(_side(width), _side(height), "")

    def _why(self, error: Unreadable) -> DictamenError:
        if self._source.failure is not None:
            return self._source.failure
        if error.locked:
            return DictamenError(
                tr("This PDF file is protected by a password. Ask for a copy without one, or save a copy.")
            )
        return DictamenError(tr("This PDF file is damaged and cannot be shown. Ask for another copy."))


def _side(points: float) -> float:
    least, most = _SIDE
    return min(max(points, least), most) if math.isfinite(points) else least
