"""The pages of a file as pictures: drawn away from the screen when they are asked for, few of them kept."""

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.review.pdf_pages import Pages
from ui.review.work import Work

_KEPT = 6
"""Pages that stay drawn besides those in sight: a few megabytes each."""


class Look(NamedTuple):
    """How a page is drawn: pixels per point, and quarters turned clockwise."""

    scale: float
    turns: int


class Drawn(NamedTuple):
    """A page that was drawn for a file: its number from 0, how, and its words."""

    pages: Pages
    number: int
    look: Look
    picture: QImage | None
    text: str


class File:
    """The file in sight. It outlives the view by the moment that it takes to close it."""

    def __init__(self) -> None:
        self.pages: Pages | None = None

    def close(self) -> None:
        """Let the file go."""
        pages, self.pages = self.pages, None
        let_go(pages)


class Pictures(QObject):
    """What was drawn of one file.

    Attributes:
        file: the file in sight.

    Signals:
        drawn: another page is drawn.
        failed(object): the ``DictamenError`` why a page is not.
    """

    drawn = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.file = File()
        self._drawn: dict[int, Drawn] = {}
        self._asked: set[tuple[int, Look]] = set()

    def of(self, number: int) -> Drawn | None:
        """A page, from 0, as it was drawn last."""
        return self._drawn.get(number)

    def __len__(self) -> int:
        return len(self._drawn)

    def is_current(self, number: int, look: Look) -> bool:
        """Whether a page is drawn just so."""
        drawn = self._drawn.get(number)
        return drawn is not None and drawn.look == look

    def ask_for(self, number: int, look: Look) -> None:
        """Have a page drawn, once."""
        pages = self.file.pages
        if pages is None or self.is_current(number, look) or (number, look) in self._asked:
            return
        self._asked.add((number, look))
        work = Work(lambda: Drawn(pages, number, look, pages.draw(number, *look), pages.text(number)))
        work.done.connect(self._take)
        work.failed.connect(lambda error: self._refuse(pages, error))
        work.start()

    def forget_far(self, shown: Collection[int]) -> None:
        """Let the pictures drawn longest ago go, so that a long file does not fill the memory."""
        far = [number for number in self._drawn if number not in shown]
        for number in far[: max(len(far) - _KEPT, 0)]:
            del self._drawn[number]

    def clear(self) -> None:
        """Forget everything, and let the file go."""
        self._drawn.clear()
        self._asked.clear()
        self.file.close()

    def _take(self, drawn: object) -> None:
        if isinstance(drawn, Drawn) and drawn.pages is self.file.pages:
            self._asked.discard((drawn.number, drawn.look))
            self._drawn.pop(drawn.number, None)
            self._drawn[drawn.number] = drawn
            self.drawn.emit()

    def _refuse(self, pages: Pages, error: object) -> None:
        """A page cannot be drawn: it stays white, and is not tried again at this size."""
        if pages is self.file.pages:
            self.failed.emit(error)


def let_go(pages: object) -> None:
    """Close a file that nobody looks at any more."""
    if isinstance(pages, Pages):
        pages.close()
