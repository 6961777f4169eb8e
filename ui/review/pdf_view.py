"""Pages one below the other, drawn when they come into sight: a PDF as it will be printed, or a picture."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui import theme
from ui.fonts import px
from ui.review.pdf_pages import Pages, PdfPages, Sheet
from ui.review.pdf_pictures import Look, Pictures, let_go
from ui.review.pdf_places import PdfPlaces
from ui.review.words import tr
from ui.review.work import Work

_LINE = 40
_QUARTERS = 4
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Times the width that fits."""


class PdfView(QAbstractScrollArea):
    """Shows a file. Arrows, Page Up and Down, Home and End scroll; plus and minus zoom, 0 fits the width.

    Signals:
        opened: the pages of the file are known, and are being drawn.
        failed(object): the ``DictamenError`` why there is no file, or no page, to show.
        page_changed(int): another page, from 0, has the most room now.
    """

    opened = Signal()
    failed = Signal(object)
    page_changed = Signal(int)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._pictures = Pictures(self)
        self._pictures.drawn.connect(self._show_drawn)
        self._pictures.failed.connect(self.failed)
        self.destroyed.connect(self._pictures.file.close)
        self._wanted: Work | None = None
        self._zoom = 1.0
        self._turns = 0
        self._laid_out: tuple[tuple[object, ...], PdfPlaces] | None = None
        self._front = 0
        self._first = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        theme.changes().changed.connect(self._lay_out_again)

    # ------------------------------------------------------------ what to show

    def show_made(self, make: Callable[[], bytes]) -> None:
        """Show the PDF file that a job makes; the view is empty until it is there."""
        self.show_pages(lambda: PdfPages(make()))

    def show_pages(self, make: Callable[[], Pages], first: int = 0) -> None:
        """Show the pages that a job opens, at first the page of this number, from 0."""
        self.clear()
        self._first = first
        self._wanted = Work(make)
        self._wanted.done.connect(self._take_pages)
        self._wanted.failed.connect(self._take_failure)
        self._wanted.start()

    def clear(self) -> None:
        """Show nothing, and let the file go."""
        if self._wanted is not None:
            self._wanted.done.disconnect(self._take_pages)
            self._wanted.failed.disconnect(self._take_failure)
            self._wanted.done.connect(let_go)
            self._wanted = None
        self._turns = 0
        self._laid_out = None
        self._pictures.clear()
        self._lay_out()

    def page_count(self) -> int:
        """How many pages the file has; 0 while there is none."""
        return len(self._sheets())

    def page(self) -> int:
        """The page, from 0, that has the most room; 0 while there is none."""
        places, view = self._places(), self.viewport().rect().translated(self._scrolled())
        shown = {number: places.place(number).intersected(view).height() for number in self._in_sight()}
        return max(shown, key=lambda number: shown[number], default=0)

    def show_page(self, number: int) -> None:
        """Scroll to a page, from 0; the nearest one where there is none of this number."""
        last = self.page_count() - 1
        if last >= 0:
            top = self._places().place(min(max(number, 0), last)).top()
            self.verticalScrollBar().setValue(top - self._places().place(0).top())

    def is_drawn(self) -> bool:
        """Whether every page in sight is drawn at the size that is shown."""
        shown = self._in_sight()
        look = self._look()
        drawn = [number for number in shown if self._pictures.is_current(number, look)]
        return bool(shown) and shown == drawn

    def text(self) -> str:
        """The words of all pages."""
        return "\n".join(sheet.text for sheet in self._sheets())

    # ------------------------------------------------------------ zoom

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._set_zoom(next((step for step in _ZOOMS if step > self._zoom), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._set_zoom(next((step for step in reversed(_ZOOMS) if step < self._zoom), _ZOOMS[0]))

    def zoom_to_fit(self) -> None:
        """Show the pages as wide as the view."""
        self._set_zoom(1.0)

    def turn(self) -> None:
        """Turn the pages by a quarter, clockwise."""
        number = self.page()
        self._turns = (self._turns + 1) % _QUARTERS
        self._lay_out()
        self.show_page(number)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._lay_out_again()

    # ------------------------------------------------------------ events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Home: lambda: bar.setValue(bar.minimum()),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.zoom_to_fit,
        }
        step = steps.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if step is not None and plain:
            step()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), tokens.side)
        places, scrolled = self._places(), self._scrolled()
        for number in self._in_sight():
            place = places.place(number).translated(-scrolled)
            painter.fillRect(place, Qt.GlobalColor.white)  # paper is white in every theme
            drawn = self._pictures.of(number)
            if drawn is not None and drawn.picture is not None:
                painter.drawImage(QRectF(place), drawn.picture)
            self._pictures.ask_for(number, self._look())
        painter.setPen(tokens.control)
        painter.drawRect(QRect(QPoint(0, 0), self.viewport().size() - QSize(1, 1)))
        painter.end()

    # ------------------------------------------------------------ places

    def _sheets(self) -> tuple[Sheet, ...]:
        pages = self._pictures.file.pages
        return pages.sheets if pages else ()

    def _places(self) -> PdfPlaces:
        """The pages laid out for the view as it is; a long file is laid out once, not at every look."""
        sheets, width = self._sheets(), self.viewport().width()
        key = (width, self._zoom, self._turns, px(_LINE))
        if self._laid_out is None or self._laid_out[0] != key:
            turned = [Sheet(one.height, one.width, "") for one in sheets] if self._turns % 2 else sheets
            self._laid_out = key, PdfPlaces(turned, width, self._zoom)
        return self._laid_out[1]

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_sight(self) -> list[int]:
        return self._places().in_sight(self.viewport().rect().translated(self._scrolled()))

    def _look(self) -> Look:
        return Look(self._places().scale * self.devicePixelRatioF(), self._turns)

    def _lay_out_again(self) -> None:
        """Fit the pages to another size; what stood at the upper edge stands there still."""
        bar = self.verticalScrollBar()
        spot = self._laid_out[1].spot(bar.value()) if self._laid_out else None
        self._lay_out()
        if spot is not None:
            bar.setValue(self._places().height_of(*spot))

    def _lay_out(self) -> None:
        """Fit the scroll bars to the pages."""
        whole, view = self._places().whole(), self.viewport().size()
        for bar, needed, shown in (
            (self.verticalScrollBar(), whole.height(), view.height()),
            (self.horizontalScrollBar(), whole.width(), view.width()),
        ):
            bar.setRange(0, max(needed - shown, 0))
            bar.setPageStep(shown)
            bar.setSingleStep(px(_LINE))
        self._tell_page()
        self.viewport().update()

    # ------------------------------------------------------------ drawing

    def _take_pages(self, pages: object) -> None:
        self._wanted = None
        if isinstance(pages, Pages):
            self._pictures.file.pages = pages
            self._laid_out = None
            self.verticalScrollBar().setValue(0)
            self._lay_out()
            self.show_page(self._first)
            self.opened.emit()

    def _take_failure(self, error: object) -> None:
        self._wanted = None
        self.failed.emit(error)

    def _show_drawn(self) -> None:
        self._pictures.forget_far(self._in_sight())
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        """Name the page in sight, with its words, for screen readers."""
        sheets, shown = self._sheets(), self._in_sight()
        if not shown:
            self.setAccessibleName(self._title)
            self.setAccessibleDescription("")
            return
        number = self.page()
        drawn = self._pictures.of(number)
        self.setAccessibleName(tr("{0}, page {1} of {2}").format(self._title, number + 1, len(sheets)))
        self.setAccessibleDescription(drawn.text if drawn else sheets[number].text)
        if number != self._front:
            self._front = number
            self.page_changed.emit(number)
