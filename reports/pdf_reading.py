"""PDF files as PDFium reads and draws them: the one door to it, since it stands no two threads at once.

Each call waits for its turn, for as long as another thread opens a file or draws one page. Closing waits for
nobody: a file that cannot be closed at once is closed by whoever has the turn, so that a screen never stands
still for a page being drawn.
"""

import threading
import weakref
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from io import IOBase
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pypdfium2.raw  # type: ignore[import-untyped]  # as above

_turn = threading.Lock()
_left: deque[Any] = deque()
"""Files that nobody reads any more, and that are still open."""

_QUARTER = 90


class Unreadable(Exception):
    """PDFium makes nothing of a file, or of a page.

    Attributes:
        locked: because the file is protected by a password.
    """

    def __init__(self, locked: bool = False) -> None:
        super().__init__("PDFium cannot read this")
        self.locked = locked


class Size(NamedTuple):
    """Of a page, in points. A damaged file may say anything, infinity included."""

    width: float
    height: float


class Drawing(NamedTuple):
    """A page as it was drawn.

    Attributes:
        width: in pixels.
        height: in pixels.
        stride: bytes from one row of pixels to the next.
        pixels: four bytes each: blue, green, red, and one that means nothing.
    """

    width: int
    height: int
    stride: int
    pixels: bytes


class PdfReading:
    """An open PDF file. Close it.

    Attributes:
        has_forms: whether it has form fields, which are drawn as they are filled in.
    """

    def __init__(self, source: bytes | IOBase) -> None:
        """Open a file; one that is given open is closed with it, also where it cannot be read.

        Raises:
            Unreadable: this is no PDF, or it is protected.
        """
        try:
            with _in_turn():
                self._document: Any = pypdfium2.PdfDocument(source, autoclose=True)
        except Unreadable:
            if not isinstance(source, bytes):
                source.close()
            raise
        self._close = weakref.finalize(self, _close_soon, self._document)
        try:
            with _in_turn():
                # before any page is loaded, or the fields stay undrawn
                self.has_forms: bool = self._document.init_forms()
                self._pages = len(self._document)
        except Unreadable:
            self.close()
            raise

    def __len__(self) -> int:
        return self._pages

    @property
    def closed(self) -> bool:
        """Whether nothing can be read of it any more."""
        return not self._close.alive

    def close(self) -> None:
        """Let the file go, now or at the end of the turn that somebody has; once more is harmless."""
        self._close()

    def size(self, number: int) -> Size:
        """The size of a page, from 0.

        Raises:
            Unreadable: it cannot be read, or the file is closed.
        """
        with self._reading():
            return Size(*self._document.get_page_size(number))

    def words(self, number: int) -> str:
        """The text of a page, from 0.

        Raises:
            Unreadable: as ``size``.
        """
        with (
            self._reading(),
            closing(self._document[number]) as page,
            closing(page.get_textpage()) as text,
        ):
            return str(text.get_text_bounded())

    def draw(self, number: int, scale: float, quarters: int = 0) -> Drawing:
        """A page, from 0, at so many pixels per point, turned clockwise.

        Raises:
            Unreadable: as ``size``.
        """
        with (
            self._reading(),
            closing(self._document[number]) as page,
            closing(page.render(scale=scale, rotation=_QUARTER * quarters, prefer_bgrx=True)) as drawn,
        ):
            return Drawing(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with _in_turn():
            if self.closed:
                raise Unreadable
            yield


def page_texts(pdf: bytes) -> Sequence[str]:
    """The text of each page of a file.

    Raises:
        Unreadable: this is no PDF, or it is damaged.
    """
    with closing(PdfReading(pdf)) as reading:
        return [reading.words(number) for number in range(len(reading))]


# ---------------------------------------------------------------- one at a time


@contextmanager
def _in_turn() -> Iterator[None]:
    """Alone with PDFium, whose own errors leave as ``Unreadable``."""
    try:
        with _turn:
            yield
    except pypdfium2.PdfiumError as error:
        protected = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise Unreadable(protected) from None
    finally:
        _close_left()


def _close_soon(document: Any) -> None:
    _left.append(document)
    _close_left()


def _close_left() -> None:
    """Close what was left, unless somebody has the turn, who then does it at its end."""
    while _left and _turn.acquire(blocking=False):
        try:
            _left.popleft().close()
        except IndexError:
            return  # another thread closed the last one in the meantime
        finally:
            _turn.release()
