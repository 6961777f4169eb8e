"""From blocks to a PDF: embedded fonts only, the same bytes for the same letter wherever it is built."""

from functools import partial
from html import escape
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.paragraph import Paragraph

from reports import fonts
from reports.blocks import Letter
from reports.flow import Flow
from reports.sheet import (
    BODY_WIDTH,
    BOTTOM,
    FOOT,
    HEIGHT,
    LARGE,
    MARKS_TOP,
    PAPER,
    SENDER_TOP,
    SIDE,
    STANDARD,
    WIDTH,
    Sheet,
)

CREATOR = "Dictamen"
_FOOT_LINES = 2


def build_pdf(letter: Letter, *, large_print: bool = False) -> bytes:
    """The unsigned PDF of a letter.

    Args:
        letter: its blocks.
        large_print: 18 points with a layout of its own, instead of 12.
    """
    fonts.load()
    sheet = LARGE if large_print else STANDARD
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=PAPER,
        invariant=1,
        lang=letter.locale,
        title=letter.title,
        author=letter.author,
        creator=CREATOR,
        producer=CREATOR,
        subject="",
        initialFontName=fonts.REGULAR,
        initialFontSize=sheet.body,
    )
    document.addPageTemplates([PageTemplate(frames=[_frame(letter, sheet)])])
    flow = Flow(sheet, letter.unbroken)
    document.build(flow.flowables(letter.blocks), canvasmaker=partial(_NumberedCanvas, letter, sheet))
    return target.getvalue()


def _frame(letter: Letter, sheet: Sheet) -> Frame:
    marks = _marks(letter, sheet)
    below_marks = MARKS_TOP + (marks.wrap(BODY_WIDTH, HEIGHT)[1] + sheet.gap if marks else 0)
    top = max(SENDER_TOP, below_marks)
    bottom = max(BOTTOM, FOOT + (_FOOT_LINES + 1) * sheet.leading)
    return Frame(
        SIDE,
        bottom,
        BODY_WIDTH,
        HEIGHT - top - bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _marks(letter: Letter, sheet: Sheet) -> Paragraph | None:
    """What must be seen on every page: whose copy it is, that it is unsigned, that plan data are samples."""
    if not letter.marks:
        return None
    first, *others = letter.marks
    lines = [first, " · ".join(others)] if others else [first]
    if len(letter.marks) == _FOOT_LINES and not letter.marks[0].endswith("."):
        lines = [" · ".join(letter.marks)]
    return Paragraph("<br/>".join(map(escape, lines)), sheet.bold())


class _NumberedCanvas(Canvas):
    """Draws what stands on every page once the number of pages is known."""

    def __init__(self, letter: Letter, sheet: Sheet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._letter = letter
        self._sheet = sheet
        self._finished: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the page until all are drawn."""
        self._finished.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # the stubs leave it out

    def save(self) -> None:
        """Draw the marks and the footer onto each page and write the file."""
        for number, page in enumerate(self._finished, 1):
            self.__dict__.update(page)
            self._draw_marks()
            self._draw_footer(number, len(self._finished))
            super().showPage()
        super().save()

    def _draw_marks(self) -> None:
        marks = _marks(self._letter, self._sheet)
        if marks is not None:
            _, height = marks.wrap(BODY_WIDTH, HEIGHT)
            marks.drawOn(self, SIDE, HEIGHT - MARKS_TOP - height)

    def _draw_footer(self, number: int, count: int) -> None:
        letter, sheet = self._letter, self._sheet
        self.setFont(fonts.REGULAR, sheet.body)
        low, high = FOOT, FOOT + sheet.leading
        page = letter.page_label.format(page=number, pages=count)
        self.drawString(SIDE, high, letter.footer[0])
        self.drawString(SIDE, low, letter.footer[1])
        self.drawRightString(WIDTH - SIDE, low, page)
        self.setLineWidth(0.5)
        self.line(SIDE, high + sheet.leading, WIDTH - SIDE, high + sheet.leading)
