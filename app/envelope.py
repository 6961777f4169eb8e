"""The window envelope that a plan mails its letters in: where its windows are, and how the sheet is folded.

All lengths are in inches, as envelope makers give them.
"""

from decimal import Decimal
from typing import NamedTuple

from app.data_file import Block
from app.text import Text

SHEET_WIDTH, SHEET_HEIGHT = Decimal("8.5"), Decimal(11)
"""Inches of Letter paper, the one on which letters are printed."""

MARGIN = Decimal(1)
"""Inches that letters leave free on the left and on the right."""

HEAD = Decimal("0.875")
"""Inches from the sheet's top above which letters print their marks and no address."""

LEAST_WIDTH = Decimal("1.5")
"""Inches of an address that a window must show wherever the sheet lies: some twenty letters of 12 points."""

MARKS_END = Decimal("0.7")
"""Inches from the sheet's top down to which letters print marks, such as that of a preview: none may show."""

LEAST_HEIGHT = Decimal("0.55")
"""Inches that a window must show wherever the sheet lies: three lines of 12 points."""

LEAST_BESIDE = Decimal(2)
"""Inches that must stay free right of the windows for the letter's date and numbers."""

_MOST_PANELS = 4


class Area(NamedTuple):
    """A part of the sheet, in inches from its left and its upper edge."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal


class Window(NamedTuple):
    """A window, in inches from the envelope's left and lower edge, the address side before one."""

    left: Decimal
    bottom: Decimal
    width: Decimal
    height: Decimal


class Envelope(NamedTuple):
    """A window envelope, and the sheet folded into it.

    Attributes:
        name: what it is called, within a sentence.
        width: of the envelope.
        height: of the envelope.
        panels: heights of the folded sheet's parts from its top; the first one is the tallest, stands on the
            envelope's lower edge and lies behind the windows.
        return_window: shows the plan's name and address.
        recipient_window: shows to whom the letter goes.
    """

    name: Text
    width: Decimal
    height: Decimal
    panels: tuple[Decimal, ...]
    return_window: Window
    recipient_window: Window

    @property
    def folds(self) -> tuple[Decimal, ...]:
        """How far below the sheet's top it is folded."""
        return tuple(sum(self.panels[:count], Decimal(0)) for count in range(1, len(self.panels)))

    def always(self, window: Window) -> Area:
        """What a window shows of the sheet wherever it lies in the envelope."""
        top = self.panels[0] - window.bottom - window.height
        return Area(
            window.left, top + self._play_up, window.left + window.width - self._play, top + window.height
        )

    def ever(self, window: Window) -> Area:
        """What a window shows of the sheet where it lies worst."""
        top = self.panels[0] - window.bottom - window.height
        right, bottom = window.left + window.width, top + window.height + self._play_up
        return Area(window.left - self._play, top, right, bottom)

    @property
    def _play(self) -> Decimal:
        """How far the sheet may slide to the right."""
        return self.width - SHEET_WIDTH

    @property
    def _play_up(self) -> Decimal:
        """How far the folded sheet may slide upwards."""
        return self.height - self.panels[0]


NUMBER_10 = Envelope(
    name=Text({"en": "number 10 envelope with two windows", "es": "sobre número 10 de dos ventanas"}),
    width=Decimal("9.5"),
    height=Decimal("4.125"),
    panels=(Decimal(4), Decimal("3.5"), Decimal("3.5")),
    return_window=Window(Decimal("0.625"), Decimal("2.375"), Decimal("3.25"), Decimal("0.875")),
    recipient_window=Window(Decimal("0.625"), Decimal(1), Decimal(4), Decimal(1)),
)
"""The envelope of a plan whose file names none: number 10 with two windows, in the trade's usual sizes."""


def envelope_in(top: Block) -> Envelope:
    """The envelope of a plan's file, or the usual one where it names none.

    Raises:
        InvalidInput: naming the key: a size is missing, or letters cannot be printed for such an envelope.
    """
    if not top.has("envelope"):
        return NUMBER_10
    block = top.block("envelope")
    name, width, height = block.text("name"), block.amount("width"), block.amount("height")
    panels = block.amounts("panels")
    back, front = _window(block, "return_window"), _window(block, "recipient_window")
    block.finish()
    envelope = Envelope(name, width, height, panels, back, front)
    _check_sheet(block, envelope)
    for key, window in (("return_window", back), ("recipient_window", front)):
        _check_window(block, key, envelope, window)
    if envelope.ever(back).bottom > envelope.always(front).top:
        raise block.error("recipient_window", "must lie below the return window, wherever the sheet lies")
    return envelope


def _window(block: Block, key: str) -> Window:
    part = block.block(key)
    window = Window(*(part.amount(name) for name in Window._fields))
    part.finish()
    return window


def _check_sheet(block: Block, envelope: Envelope) -> None:
    if envelope.width < SHEET_WIDTH:
        raise block.error("width", f"must be {SHEET_WIDTH} inches or more, the width of the sheet")
    if len(envelope.panels) > _MOST_PANELS or sum(envelope.panels) != SHEET_HEIGHT:
        raise block.error(
            "panels",
            f"must be at most {_MOST_PANELS} heights that make {SHEET_HEIGHT} inches, the whole sheet",
        )
    tallest = max(envelope.panels)
    if envelope.panels[0] < tallest or tallest > envelope.height:
        raise block.error(
            "panels",
            f"must begin with the tallest, and it must be at most {envelope.height} inches, as the envelope",
        )


def _check_window(block: Block, key: str, envelope: Envelope, window: Window) -> None:
    if window.left + window.width > envelope.width or window.bottom + window.height > envelope.height:
        raise block.error(key, f"must lie within the envelope, {envelope.width} by {envelope.height} inches")
    shown = envelope.always(window)
    width, height = shown.right - max(shown.left, MARGIN), shown.bottom - max(shown.top, HEAD)
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        raise block.error(
            key,
            f"shows too little of the sheet wherever it lies: {max(width, Decimal(0))} by"
            f" {max(height, Decimal(0))} inches within the margins, and at least {LEAST_WIDTH} by"
            f" {LEAST_HEIGHT} are needed",
        )
    if envelope.ever(window).top < MARKS_END:
        raise block.error(
            key, f"must show nothing of the sheet's upper {MARKS_END} inches, where marks stand"
        )
    if SHEET_WIDTH - MARGIN - envelope.ever(window).right < LEAST_BESIDE:
        raise block.error(
            key, f"must leave {LEAST_BESIDE} inches free on its right for the letter's date and numbers"
        )
