"""An attachment as PDF and picture libraries read it: damage is remembered, never thrown at them."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QIODevice

from app.casebook.sealed_file import SealedReader
from app.errors import DictamenError
from ui.review.words import tr


class Source(io.RawIOBase):
    """A sealed content for libraries in C, which can be told no more than that nothing could be read.

    Attributes:
        failure: what kept a part of the content from being read, once there was such a thing.
    """

    def __init__(self, reader: SealedReader) -> None:
        super().__init__()
        self._reader = reader
        self.failure: DictamenError | None = None

    @property
    def size(self) -> int:
        """Bytes of the content."""
        return self._reader.size

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place."""
        return self._reader.seek(offset, whence)

    def tell(self) -> int:
        """The place of the next byte."""
        return self._reader.tell()

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]  # a buffer, said plainly
        """Fill the buffer as far as the content reaches; less where it cannot be read, see ``failure``."""
        view, filled = memoryview(buffer).cast("B"), 0
        try:
            while filled < len(view) and (count := self._reader.readinto(view[filled:])):
                filled += count
        except (DictamenError, OSError) as error:
            why = error if isinstance(error, DictamenError) else error.strerror
            self.failure = DictamenError(
                tr("The file cannot be shown: {0}. Restore it from a backup.").format(why)
            )
        return filled

    def check(self) -> None:
        """Raise what kept a part of the content from being read.

        Raises:
            DictamenError: as ``failure`` says.
        """
        if self.failure is not None:
            raise self.failure

    @contextmanager
    def closed_on_failure(self) -> Iterator[None]:
        """Close the sealed file where what is done with it fails."""
        try:
            yield
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the sealed file."""
        self._reader.close()
        super().close()


class SourceDevice(QIODevice):
    """A source as Qt reads it."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._source.size

    def seek(self, pos: int) -> bool:
        if not 0 <= pos <= self._source.size:
            return False
        self._source.seek(pos)
        return super().seek(pos)

    def readData(self, maxlen: int) -> bytes:
        self._source.seek(self.pos())
        buffer = bytearray(min(maxlen, self._source.size - self.pos()))
        return bytes(buffer[: self._source.readinto(buffer)])

    def writeData(self, _data: object, _length: int) -> int:
        return -1
