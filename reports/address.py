"""The address block, placed so that an envelope's two windows show it and nothing else."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from reports.blocks import AddressBlock, Words
from reports.sheet import (
    ADDRESS_LEADING,
    BESIDE_LEFT,
    BODY_TOP,
    BODY_WIDTH,
    HEIGHT,
    RECIPIENT_TOP,
    RECIPIENT_WIDTH,
    SENDER_TOP,
    SIDE,
    Sheet,
)
from reports.tagging import Element
from reports.tagging_flow import Text
from reports.typing_rules import Typing, markup


def address_flowables(block: AddressBlock, sheet: Sheet, typing: Typing, document: Element) -> list[Flowable]:
    """The head of the first page; in large print it is one column and aims at no window.

    So is one of unusually long names or lines, which no window shows whole: it goes on over the page's end.
    """
    if not sheet.large:
        elements = Element("Document")
        head = _Head(block, sheet, typing, elements)
        if head.wrap(BODY_WIDTH, HEIGHT)[1] <= _TALLEST:
            document.kids += elements.kids
            return [head]
    first, *rest = block.sender
    from_, to = document.child("P"), document.child("P")
    found: list[Flowable] = [_line(first, sheet.bold(), typing, from_)]
    found += [_line(line, sheet.style(), typing, from_) for line in rest]
    found.append(Spacer(1, sheet.gap))
    found += [_line(line, sheet.style(), typing, to) for line in block.recipient]
    found.append(Spacer(1, sheet.gap))
    found += [_line(line, sheet.style(), typing, document.child("P")) for line in block.beside]
    found.append(Spacer(1, sheet.gap))
    return found


def _line(line: Words | str, style: Any, typing: Typing, element: Element) -> Text:
    """One line of a paragraph that is written line by line."""
    return Text(markup(line, typing), style, element, runs_on=True)


# A head that takes more than half of the sheet could grow beyond it.
_TALLEST = HEIGHT / 2


class _Head(Flowable):
    """Return address and recipient at fixed places of the sheet, and beside them the letter's data.

    A recipient without a postal address gets the letter by fax or portal, so the places are not kept.
    """

    def __init__(self, block: AddressBlock, sheet: Sheet, typing: Typing, document: Element) -> None:
        super().__init__()
        first, *rest = block.sender
        tight = sheet.style(leading=ADDRESS_LEADING)
        from_, to = document.child("P"), document.child("P")
        self._sender = [_line(first, sheet.bold(leading=ADDRESS_LEADING), typing, from_)]
        self._sender += [_line(line, tight, typing, from_) for line in rest]
        self._recipient = [_line(line, tight, typing, to) for line in block.recipient]
        self._beside = [_line(line, sheet.style(), typing, document.child("P")) for line in block.beside]
        self._in_window = len(block.recipient) > 1

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The whole width, down to where the body starts."""
        left = self._recipient_drop + _height(self._recipient, RECIPIENT_WIDTH)
        beside = _height(self._beside, self._beside_width)
        self.width = available_width
        self.height = max(left, beside) + ADDRESS_LEADING
        if self._in_window:
            self.height = max(self.height, BODY_TOP - SENDER_TOP)
        return self.width, min(self.height, available_height)

    def draw(self) -> None:
        """Draw the three columns from their own tops."""
        self._stack(self._sender, 0, self.height, RECIPIENT_WIDTH)
        self._stack(self._recipient, 0, self.height - self._recipient_drop, RECIPIENT_WIDTH)
        self._stack(self._beside, BESIDE_LEFT - SIDE, self.height, self._beside_width)

    @property
    def _recipient_drop(self) -> float:
        """How far below the head's top the recipient stands."""
        if self._in_window:
            return RECIPIENT_TOP - SENDER_TOP
        return _height(self._sender, RECIPIENT_WIDTH) + 2 * ADDRESS_LEADING

    @property
    def _beside_width(self) -> float:
        return BODY_WIDTH - (BESIDE_LEFT - SIDE)

    def _stack(self, lines: Sequence[Text], left: float, top: float, width: float) -> None:
        for line in lines:
            _, height = line.wrap(width, self.height)
            top -= height
            line.drawOn(self.canv, left, top)


def _height(lines: Sequence[Text], width: float) -> float:
    return sum(line.wrap(width, _UNLIMITED)[1] for line in lines)


_UNLIMITED = 10_000.0
