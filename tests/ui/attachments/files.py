"""Files as they come with a request, all invented, and their sealed forms."""

import io
from pathlib import Path

import pikepdf
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from reportlab.pdfgen.canvas import Canvas

from app.casebook.sealed_file import CHUNK_BYTES, SealedReader, seal_to
from ui.attachments.source import Source

KEY = bytes(range(32))


def pdf(pages: int = 3, size: tuple[float, float] = (595.0, 842.0), noise: int = 0) -> bytes:
    """A PDF file whose pages name themselves; ``noise`` lines make it long."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size, invariant=1, pageCompression=0)
    for number in range(1, pages + 1):
        canvas.drawString(72, size[1] - 72, f"Invented report, page {number}")
        for line in range(noise):
            canvas.drawString(72, size[1] - 90 - line % 600, f"line {line} of page {number} " * 3)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def locked_pdf() -> bytes:
    """A PDF file that opens with a password."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(made, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    return made.getvalue()


def picture(kind: str, width: int = 400, height: int = 300) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # PySide takes the name of the format
    return bytes(buffer.data().data())


def sealed(folder: Path, content: bytes) -> Path:
    """A sealed file of a content."""
    path = folder / f"sealed-{len(list(folder.iterdir()))}"
    with path.open("w+b") as target:
        parts = [content[start : start + CHUNK_BYTES] for start in range(0, len(content), CHUNK_BYTES)]
        seal_to(target, KEY, parts)
    return path


def source(folder: Path, content: bytes) -> Source:
    """A content as libraries read it."""
    return Source(SealedReader(sealed(folder, content), KEY, len(content)))
