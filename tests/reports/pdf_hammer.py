"""Reads and draws PDF files in three threads at once, in a process of its own: PDFium may take it down."""

import sys
import threading
from collections.abc import Callable
from contextlib import closing
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from reports.pdf_reading import PdfReading

ROUNDS = 150


def made(pages: int, lines: int) -> bytes:
    """A PDF file of so many pages."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for number in range(pages):
        for line in range(lines):
            canvas.drawString(72, 700 - line * 12, f"page {number}, line {line}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def use(pdf: bytes) -> None:
    """Open, read, draw and close a file again and again."""
    for _ in range(ROUNDS):
        with closing(PdfReading(pdf)) as reading:
            for number in range(len(reading)):
                assert f"page {number}, line 1" in reading.words(number)
                assert reading.draw(number, 0.3).pixels


def main() -> int:
    """Say ``whole`` and end in order, unless something went wrong in a thread."""
    wrong: list[BaseException] = []

    def watched(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # told below
            wrong.append(error)

    files = (made(3, 4), made(5, 40), made(3, 4))
    threads = [threading.Thread(target=watched, args=(lambda pdf=pdf: use(pdf),)) for pdf in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write("whole\n" if not wrong else f"{wrong[0]!r}\n")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main())
