"""The pages of a PDF file as pictures and as text, by PDFium, signature fields included.

PDFium stands no two threads at once: call all of this inside a ``Work``, or ``alone``.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: width and height in points, and its text for screen readers."""

    width: float
    height: float
    text: str


class Pages(ABC):
    """What can be looked at page by page. Close it.

    Attributes:
        sheets: its pages. The text of a page may follow later: ``text`` gives it.
    """

    sheets: tuple[Sheet, ...]

    @abstractmethod
    def draw(self, number: int, scale: float, turns: int = 0) -> QImage | None:
        """A page, from 0, at so many pixels per point, turned clockwise; None once it is closed.

        A page of extreme size comes with fewer pixels, to be stretched.

        Raises:
            DictamenError: the page cannot be drawn.
        """

    @abstractmethod
    def text(self, number: int) -> str:
        """The words of a page, for screen readers; empty where there are none."""

    @abstractmethod
    def close(self) -> None:
        """Let the file go."""


class PdfPages(Pages):
    """An open PDF file. Close it."""

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Raises:
            pypdfium2.PdfiumError: this is no PDF.
        """
        # it ships without types, and no other page needs it
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

        self._document = pypdfium2.PdfDocument(data)
        self._document.init_forms()  # before any page is loaded, or the signature's field stays undrawn
        self._open = True
        self.sheets = tuple(self._sheet(number) for number in range(len(self._document)))

    def draw(self, number: int, scale: float, turns: int = 0) -> QImage | None:
        """As ``Pages``."""
        if not self._open:
            return None
        page = self._document[number]
        bitmap = page.render(scale=scale, rotation=90 * turns, prefer_bgrx=True)
        shape = (bitmap.width, bitmap.height, bitmap.stride)
        picture = QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        return picture

    def text(self, number: int) -> str:
        """As ``Pages``."""
        return self.sheets[number].text

    def close(self) -> None:
        """Close the file."""
        if self._open:
            self._open = False
            self._document.close()

    def _sheet(self, number: int) -> Sheet:
        page = self._document[number]
        words = page.get_textpage()
        width, height = page.get_size()
        sheet = Sheet(width, height, words.get_text_bounded())
        words.close()
        page.close()
        return sheet
