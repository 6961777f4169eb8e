"""From blocks to a PDF: embedded fonts only, the same bytes for the same letter wherever it is built."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.paragraph import Paragraph as Lines

from reports import fonts
from reports.blocks import FOOTER_SIGN, Letter
from reports.flow import Flow
from reports.printable import check_letter
from reports.sheet import (
    BODY_WIDTH,
    FOOT,
    HEIGHT,
    LARGE,
    MARKS_TOP,
    PAPER,
    SIDE,
    STANDARD,
    TOP,
    WIDTH,
    Sheet,
)
from reports.tagging import Element, TaggedCanvas
from reports.tagging_file import tag
from reports.tagging_flow import Text
from reports.typing_rules import PLAIN, Typing, markup

CREATOR = "Dictamen"
_MOST_PAGES = 99
_HAIRLINE = 0.5
# Of the last page: where less is filled, the letter is set closer if that saves the page.
_FEW = 0.5


def build_pdf(letter: Letter, *, large_print: bool = False) -> bytes:
    """The unsigned PDF of a letter, tagged.

    Args:
        letter: its blocks.
        large_print: 18 points with a layout of its own, instead of 12.

    Raises:
        InvalidInput: a sign of it cannot be printed.
    """
    return lay_out(letter, large_print=large_print).pdf()


class LaidOut(NamedTuple):
    """A letter whose lines have their places, before its pages are numbered.

    Attributes:
        pages: how many it takes.
        filled: how much of its last page it takes, of 1.
    """

    canvas: "_NumberedCanvas"
    target: BytesIO
    document: Element
    pages: int
    filled: float

    def pdf(self, before: int = 0, after: int = 0) -> bytes:
        """The file, tagged; to be asked for once.

        Args:
            before: how many pages of other files are before these in what is sent.
            after: how many are behind them.
        """
        self.canvas.finish(before, after)
        return tag(self.target.getvalue(), self.document)


def lay_out(letter: Letter, *, large_print: bool = False) -> LaidOut:
    """A letter in lines and pages, as ``build_pdf``.

    One whose last page would hold a few lines only is set closer, if that saves the page.
    """
    check_letter(letter)
    fonts.load()
    sheet = LARGE if large_print else STANDARD
    made = _laid_out(letter, sheet.closer() if letter.dense else sheet)
    if made.pages > 1 and made.filled < _FEW and not letter.dense:
        closer = _laid_out(letter, sheet.closer())
        return closer if closer.pages < made.pages else made
    return made


def _laid_out(letter: Letter, sheet: Sheet) -> LaidOut:
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
    frame = _frame(letter, sheet)
    document.addPageTemplates([PageTemplate(frames=[frame])])
    flow = Flow(sheet, Typing(letter.unbroken, raises_powers=letter.raises_powers), _top(letter, sheet))
    marks = _marks(letter, sheet, flow.document)
    canvases: list[_NumberedCanvas] = []

    def canvas(*args: Any, **kwargs: Any) -> _NumberedCanvas:
        canvases.append(_NumberedCanvas(letter, sheet, marks, *args, **kwargs))
        return canvases[-1]

    document.build(flow.flowables(letter.blocks), canvasmaker=canvas)
    return LaidOut(canvases[-1], target, flow.document, document.page, 1 - _left(frame))


def _left(frame: Any) -> float:
    """How much of a frame nothing stands in, of 1."""
    return float((frame._y - frame._y1p) / frame._aH)  # noqa: SLF001 - reportlab tells it nowhere else


def _frame(letter: Letter, sheet: Sheet) -> Frame:
    """Where the body goes: between the marks and the footer."""
    top = _top(letter, sheet)
    room = BODY_WIDTH - _label_width(letter, sheet)
    bottom = FOOT + _height([_footer(letter, sheet)], room) + 2 * sheet.gap
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


def _top(letter: Letter, sheet: Sheet) -> float:
    """How far below the sheet's top the body begins, in points."""
    marks = _height(_marks(letter, sheet, Element("Document")), BODY_WIDTH)
    return max(TOP, MARKS_TOP + marks + sheet.gap)


def _marks(letter: Letter, sheet: Sheet, document: Element) -> list[Text]:
    """What stands on top of every page, and is read on the first one."""
    return [
        Text(markup(mark, PLAIN), sheet.bold(), document.child("P"), repeats=True) for mark in letter.marks
    ]


def _footer(letter: Letter, sheet: Sheet) -> Lines:
    """On one line, or on two that begin and end with a part of it."""
    parts = [markup(part, PLAIN) for part in letter.footer.split(FOOTER_SIGN)]
    room = BODY_WIDTH - _label_width(letter, sheet)
    fits = fonts.width(letter.footer, fonts.REGULAR, sheet.body) <= room
    first = len(parts) if fits else (len(parts) + 1) // 2
    lines = [FOOTER_SIGN.join(line) for line in (parts[:first], parts[first:]) if line]
    return Lines("<br/>".join(lines), sheet.style())


def _label_width(letter: Letter, sheet: Sheet) -> float:
    """Room for the page's number, with a distance before it."""
    widest = letter.page_label.format(page=_MOST_PAGES, pages=_MOST_PAGES)
    return fonts.width(widest, fonts.REGULAR, sheet.body) + sheet.gap


def _height(lines: Sequence[Lines], width: float) -> float:
    return sum(line.wrap(width, HEIGHT)[1] for line in lines)


class _NumberedCanvas(TaggedCanvas):
    """Draws what stands on every page once the number of pages is known."""

    def __init__(
        self, letter: Letter, sheet: Sheet, marks: Sequence[Text], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._letter = letter
        self._marks = marks
        self._sheet = sheet
        self._finished: list[dict[str, Any]] = []
        self._draw_marks()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the page until all are drawn."""
        self._finished.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # the stubs leave it out
        self.turn_page()
        self._draw_marks()

    def save(self) -> None:
        """Nothing yet: the pages have no numbers."""

    def finish(self, before: int, after: int) -> None:
        """Draw the footer onto each page and write the file."""
        count = before + len(self._finished) + after
        for number, page in enumerate(self._finished, before + 1):
            self.__dict__.update(page)
            self._draw_footer(number, count)
            super().showPage()
        super().save()

    def _draw_marks(self) -> None:
        top = HEIGHT - MARKS_TOP
        for mark in self._marks:
            top -= _height([mark], BODY_WIDTH)
            mark.drawOn(self, SIDE, top)

    def _draw_footer(self, number: int, count: int) -> None:
        letter, sheet = self._letter, self._sheet
        footer = _footer(letter, sheet)
        height = _height([footer], BODY_WIDTH - _label_width(letter, sheet))
        self.begin_artifact("Pagination", "Footer")
        footer.drawOn(self, SIDE, FOOT)
        self.setFont(fonts.REGULAR, sheet.body)
        label = letter.page_label.format(page=number, pages=count)
        self.drawRightString(WIDTH - SIDE, FOOT + sheet.leading - sheet.body, label)
        self.setLineWidth(_HAIRLINE)
        self.line(SIDE, FOOT + height + sheet.gap / 2, WIDTH - SIDE, FOOT + height + sheet.gap / 2)
        self.end()
