"""The address block, placed so that an envelope's two windows show it and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable, Spacer

from reports.blocks import AddressBlock, Words
from reports.sheet import ADDRESS_LEADING, BODY_WIDTH, HEIGHT, SIDE, Sheet
from reports.tagging import Element
from reports.tagging_flow import Text
from reports.typing_rules import Typing, markup
from reports.windows import (
    address_line,
    inked,
    places_of,
    recipient_lines,
    refuse_long_sender,
    sender_lines,
    stacked,
)

# A head that takes more than half of the sheet could grow beyond it.
_TALLEST = HEIGHT / 2


def address_flowables(
    block: AddressBlock, sheet: Sheet, typing: Typing, document: Element, top: float
) -> list[Flowable]:
    """The head of the first page; in large print it is one column and aims at no window.

    What is unusually long and stands beside the addresses goes below them. Addresses that are so long that no
    window could show them whole become one column too, which goes on over the page's end.

    Args:
        block: what stands there.
        sheet: the sizes of the edition.
        typing: how words are set.
        document: gets the elements.
        top: how far below the sheet's top the page begins, in points.

    Raises:
        InvalidInput: the plan's address does not fit into its window.
    """
    if sheet.large:
        return _column(block, sheet, typing, document)
    if in_window(block):
        refuse_long_sender(block.sender, block.envelope)
    for within, below in ((block, ()), (replace(block, beside=()), block.beside)):
        elements = Element("Document")
        head = _Head(within, sheet, typing, elements, top)
        if head.wrap(BODY_WIDTH, HEIGHT)[1] <= _TALLEST:
            document.kids += elements.kids
            return [head, *(_lines(below, sheet, typing, document) if below else ())]
    return _column(block, sheet, typing, document)


def in_window(block: AddressBlock) -> bool:
    """Whether the letter goes out in an envelope: one without a postal address goes by fax or portal."""
    return len(block.recipient) > 1


def _column(block: AddressBlock, sheet: Sheet, typing: Typing, document: Element) -> list[Flowable]:
    """The whole head, one part below the other."""
    first, *rest = block.sender
    from_, to = document.child("P"), document.child("P")
    found: list[Flowable] = [address_line(first, typing, from_, sheet.bold())]
    found += [address_line(line, typing, from_, sheet.style()) for line in rest]
    found.append(Spacer(1, sheet.gap))
    found += [address_line(line, typing, to, sheet.style()) for line in block.recipient]
    return [*found, Spacer(1, sheet.gap), *_lines(block.beside, sheet, typing, document)]


def _lines(lines: Sequence[Words], sheet: Sheet, typing: Typing, document: Element) -> list[Flowable]:
    """The letter's data below the addresses."""
    found = [_line(line, sheet, typing, document) for line in lines]
    return [*found, Spacer(1, sheet.gap)]


def _line(line: Words, sheet: Sheet, typing: Typing, document: Element) -> Text:
    return Text(markup(line, typing), sheet.style(), document.child("P"), runs_on=True)


class _Head(Flowable):
    """Return address and recipient at fixed places of the sheet, and beside them the letter's data.

    A recipient without a postal address gets the letter by fax or portal, so the places are not kept.
    """

    def __init__(
        self, block: AddressBlock, sheet: Sheet, typing: Typing, document: Element, top: float
    ) -> None:
        super().__init__()
        self._in_window = in_window(block)
        self._top = top
        self._sender = sender_lines(block.sender, typing, document.child("P"))
        self._recipient = recipient_lines(block.recipient, typing, document.child("P"))
        self._beside = [_line(line, sheet, typing, document) for line in block.beside]
        self._places = places_of(block.envelope)
        if self._in_window:
            self._places = self._places.for_addresses(self._sender, self._recipient)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The whole width, down to where the body starts."""
        left = self._recipient_drop + stacked(self._recipient, self._places.recipient.width)
        self.width = available_width
        self.height = max(left, stacked(self._beside, self._beside_width)) + ADDRESS_LEADING
        if self._in_window:
            self.height = max(self.height, self._places.body - self._top)
        return self.width, min(self.height, available_height)

    def draw(self) -> None:
        """Draw the three columns from their own tops."""
        sender, recipient = self._places.sender, self._places.recipient
        sender_left, recipient_left = (
            place.left - SIDE if self._in_window else 0.0 for place in (sender, recipient)
        )
        self._stack(self._sender, sender_left, self._sender_drop, self._sender_width)
        self._stack(self._recipient, recipient_left, self._recipient_drop, recipient.width)
        self._stack(self._beside, self._places.beside - SIDE, 0, self._beside_width)

    @property
    def _sender_width(self) -> float:
        return (self._places.sender if self._in_window else self._places.recipient).width

    @property
    def _sender_drop(self) -> float:
        """How far below the head's top the sender stands."""
        return max(0.0, self._places.sender.top - self._top) if self._in_window else 0.0

    @property
    def _recipient_drop(self) -> float:
        """How far below the head's top the recipient stands."""
        if not self._in_window:
            return stacked(self._sender, self._sender_width) + 2 * ADDRESS_LEADING
        place = self._places.recipient
        return place.top + place.lowered(inked(self._recipient, place.width)) - self._top

    @property
    def _beside_width(self) -> float:
        return BODY_WIDTH - (self._places.beside - SIDE)

    def _stack(self, lines: Sequence[Text], left: float, drop: float, width: float) -> None:
        top = self.height - drop
        for line in lines:
            _, height = line.wrap(width, self.height)
            top -= height
            line.drawOn(self.canv, left, top)
