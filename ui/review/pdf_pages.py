"""The pages of a PDF file as pictures and as text, by PDFium, signature fields included.

Opening and drawing take their time, and belong into a ``Work``; closing does not.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from reports.pdf_reading import PdfReading


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
        """Let the file go, without waiting for a page that is being drawn."""


class PdfPages(Pages):
    """An open PDF file. Close it."""

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Raises:
            reports.pdf_reading.Unreadable: this is no PDF.
        """
        from reports.pdf_reading import PdfReading  # noqa: PLC0415  # PDFium, and no other page needs it

        self._reading = PdfReading(data)
        self.sheets = tuple(self._sheet(number) for number in range(len(self._reading)))

    def draw(self, number: int, scale: float, turns: int = 0) -> QImage | None:
        """As ``Pages``."""
        return picture_of(self._reading, number, scale, turns)

    def text(self, number: int) -> str:
        """As ``Pages``."""
        return self.sheets[number].text

    def close(self) -> None:
        """As ``Pages``."""
        self._reading.close()

    def _sheet(self, number: int) -> Sheet:
        return Sheet(*self._reading.size(number), self._reading.words(number))


def picture_of(reading: "PdfReading", number: int, scale: float, turns: int) -> QImage | None:
    """A page of a file, as ``Pages.draw``; None once the file is closed.

    Raises:
        reports.pdf_reading.Unreadable: the page cannot be read.
    """
    from reports.pdf_reading import Unreadable  # noqa: PLC0415  # as above

    try:
        drawn = reading.draw(number, scale, turns)
    except Unreadable:
        if reading.closed:
            return None
        raise
    shape = (drawn.width, drawn.height, drawn.stride)
    return QImage(drawn.pixels, *shape, QImage.Format.Format_RGB32).copy()
