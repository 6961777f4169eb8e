"""A sealed picture, such as a photograph or a fax of several pages, decoded in memory and within limits."""

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QTransform

from app.attachments import FileType
from app.errors import DictamenError
from ui.attachments.source import Source, SourceDevice
from ui.attachments.turn import Turn
from ui.review.pdf_pages import Pages, Sheet
from ui.review.words import tr

MOST_PIXELS = 64_000_000
"""Of a picture that has to be decoded whole. JPEG is decoded smaller, and may have ``MOST_JPEG_PIXELS``."""

MOST_JPEG_PIXELS = 500_000_000
MOST_PAGES = 2_000
_DRAWN_PIXELS = 40_000_000
_LIMIT_MB = 256
_QUARTER = 90


class AttachedImage(Pages):
    """An open picture over a sealed content; each of its pages is decoded when it is drawn. Close it.

    Only the decoder of the type that its content begins with ever sees it.
    """

    def __init__(self, source: Source, kind: FileType) -> None:
        """Open a picture; the source is closed where that fails.

        Raises:
            DictamenError: it is damaged, or too large to be shown.
        """
        QImageReader.setAllocationLimit(_LIMIT_MB)
        self._source, self._kind = source, kind
        self._turn = Turn(source.close)
        with source.closed_on_failure():
            self.sheets = self._read_sheets()

    def draw(self, number: int, scale: float, turns: int = 0) -> QImage | None:
        """As ``Pages``."""
        with self._turn.taken():
            return None if self._turn.ended else self._drawn(number, scale, turns)

    def text(self, number: int) -> str:  # noqa: ARG002  # a picture has none
        """As ``Pages``."""
        return ""

    def close(self) -> None:
        """Close the sealed file, without waiting for a page that is being decoded."""
        self._turn.end()

    def _drawn(self, number: int, scale: float, turns: int) -> QImage:
        sheet = self.sheets[number]
        scale = min(scale, 1.0, math.sqrt(_DRAWN_PIXELS / (sheet.width * sheet.height)))
        reader = self._reader(number)
        size = reader.size()
        reader.setScaledSize(QSize(max(round(size.width() * scale), 1), max(round(size.height() * scale), 1)))
        picture = reader.read()
        self._source.check()
        if picture.isNull():
            raise _damaged()
        turned = picture.transformed(QTransform().rotate(_QUARTER * turns)) if turns else picture
        return turned.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def _reader(self, number: int) -> QImageReader:
        # a device belongs to its reader: it must live as long
        self._source.seek(0)
        device = SourceDevice(self._source)
        reader = QImageReader(device, self._kind.value.encode())
        reader.setAutoDetectImageFormat(False)
        reader.setDecideFormatFromContent(False)
        reader.setAutoTransform(True)
        self._device = device
        if number and not reader.jumpToImage(number):
            raise _damaged()
        return reader

    def _read_sheets(self) -> tuple[Sheet, ...]:
        first = self._reader(0)
        count = first.imageCount() if self._kind is FileType.TIFF else 1
        if not 1 <= count <= MOST_PAGES:
            raise _damaged()
        return tuple(self._sheet(first if not number else self._reader(number)) for number in range(count))

    def _sheet(self, reader: QImageReader) -> Sheet:
        size = reader.size()
        self._source.check()
        if size.isEmpty():
            raise _damaged()
        pixels = size.width() * size.height()
        if pixels > (MOST_JPEG_PIXELS if self._kind is FileType.JPEG else MOST_PIXELS):
            words = tr("This picture is too large to be shown ({0} by {1} pixels). It is kept; save a copy.")
            raise DictamenError(words.format(size.width(), size.height()))
        if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
            size.transpose()
        return Sheet(float(size.width()), float(size.height()), "")


def _damaged() -> DictamenError:
    return DictamenError(tr("This picture is damaged and cannot be shown. Ask for another copy."))
