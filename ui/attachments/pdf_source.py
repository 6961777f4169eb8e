"""A sealed PDF file, page by page, by PDFium: read where it is needed, drawn in memory alone."""

import math

from PySide6.QtGui import QImage

from app.errors import DictamenError
from ui.attachments.source import Source
from ui.review.pdf_pages import Pages, Sheet
from ui.review.words import tr

MOST_PIXELS = 40_000_000
"""Of one drawn page: 160 MB. A page that would take more is drawn coarser."""

_SIDE = (1.0, 20_000.0)
"""Points that a page's side may have; PDF itself allows 14,400 without a scale of its own."""


class AttachedPdf(Pages):
    """An open PDF file over a sealed content. Close it, which closes the source.

    PDFium stands no two threads at once: call all of this inside a ``Work``, or ``alone``.
    """

    def __init__(self, source: Source) -> None:
        """Open a file; the source is closed where that fails.

        Raises:
            DictamenError: it is damaged, or protected by a password.
        """
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  # nothing else needs it here

        self._error: type[Exception] = pypdfium2.PdfiumError
        self._source = source
        self._open = True
        try:
            with source.closed_on_failure():
                self._document = pypdfium2.PdfDocument(source)
                self._document.init_forms()  # before any page is loaded, or what was filled in stays undrawn
                self.sheets = tuple(self._sheet(number) for number in range(len(self._document)))
                source.check()
        except self._error as error:
            raise self._why(error) from None

    def draw(self, number: int, scale: float, turns: int = 0) -> QImage | None:
        """As ``Pages``."""
        if not self._open:
            return None
        sheet = self.sheets[number]
        scale = min(scale, math.sqrt(MOST_PIXELS / (sheet.width * sheet.height)))
        try:
            page = self._document[number]
            bitmap = page.render(scale=scale, rotation=90 * turns, prefer_bgrx=True)
        except self._error as error:
            raise self._why(error) from None
        shape = (bitmap.width, bitmap.height, bitmap.stride)
        picture = QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        self._source.check()
        return picture

    def text(self, number: int) -> str:
        """As ``Pages``; a page whose words cannot be read has none."""
        if not self._open:
            return ""
        try:
            page = self._document[number]
            words = page.get_textpage()
            text: str = words.get_text_bounded()
        except self._error:
            return ""
        words.close()
        page.close()
        return text

    def close(self) -> None:
        """Close the file and the sealed file under it."""
        if self._open:
            self._open = False
            self._document.close()
            self._source.close()

    def _sheet(self, number: int) -> Sheet:
        width, height = self._document.get_page_size(number)
        return Sheet(_side(width), _side(height), "")

    def _why(self, error: Exception) -> DictamenError:
        import pypdfium2.raw  # type: ignore[import-untyped]  # noqa: PLC0415  # as above

        if self._source.failure is not None:
            return self._source.failure
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            return DictamenError(
                tr("This PDF file is protected by a password. Ask for a copy without one, or save a copy.")
            )
        return DictamenError(tr("This PDF file is damaged and cannot be shown. Ask for another copy."))


def _side(points: float) -> float:
    least, most = _SIDE
    return min(max(points, least), most) if math.isfinite(points) else least
