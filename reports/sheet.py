"""Sizes on the page: Letter paper, 12 points at least."""

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch

from app.envelope import HEAD, MARGIN
from reports.fonts import BOLD, REGULAR

SMALLEST = 12
"""Points: the least that a letter of a Medicare Advantage plan may use."""

PAPER = LETTER
WIDTH, HEIGHT = PAPER
SIDE = float(MARGIN) * inch
BODY_WIDTH = WIDTH - 2 * SIDE
MARKS_TOP = 0.3 * inch
FOOT = 0.4 * inch

# Marks stand above it; no page begins higher.
TOP = float(HEAD) * inch
ADDRESS_LEADING = 12


@dataclass(frozen=True)
class Sheet:
    """The sizes of one edition, in points.

    Attributes:
        large: tables become lists of labels and values, and the address does not aim at a window.
    """

    large: bool
    body: float
    leading: float
    heading: float
    banner: float
    gap: float

    def style(self, font: str = REGULAR, size: float = 0, **more: Any) -> ParagraphStyle:
        """A paragraph style of this edition: flush left, never hyphenated."""
        size = size or self.body
        settings: dict[str, Any] = {
            "fontName": font,
            "fontSize": size,
            "leading": size * self.leading / self.body,
            "bulletFontName": font,
            "bulletFontSize": size,
            "splitLongWords": True,
            "allowWidows": 0,
            "allowOrphans": 0,
            **more,
        }
        return ParagraphStyle("letter", **settings)

    def bold(self, size: float = 0, **more: Any) -> ParagraphStyle:
        """The same in bold."""
        return self.style(BOLD, size, **more)

    def closer(self) -> "Sheet":
        """The same with less space between paragraphs; sizes and lines stay as they are."""
        return replace(self, gap=self.gap * _CLOSER)


# Of the space between paragraphs, what is left where a letter is set closer.
_CLOSER = 0.5

STANDARD = Sheet(large=False, body=12, leading=14.4, heading=14, banner=20, gap=5)
LARGE = Sheet(large=True, body=18, leading=22, heading=20, banner=24, gap=10)
