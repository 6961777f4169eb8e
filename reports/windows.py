"""Where on the sheet an envelope's windows show it, in points, and how much of an address they show whole."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics

from app.envelope import Area, Envelope
from app.errors import InvalidInput
from app.plan import Plan
from app.text import LANGUAGES
from reports import fonts
from reports.sheet import ADDRESS_LEADING, SIDE, SMALLEST, STANDARD, TOP
from reports.tagging import Element
from reports.tagging_flow import Text
from reports.typing_rules import PLAIN, Typing, markup

# What is printed keeps this distance from a window's edges, as printers are not exact.
_TO_EDGE = 0.025 * inch
# An address of few lines begins this far below the window's edge, one of many lines nearer.
_DOWN_TO_ADDRESS = 0.075 * inch
# What stands beside the windows keeps this distance from them.
_ASIDE = 0.125 * inch
# The first line of a letter's text has more than this above its letters.
_ABOVE_LETTERS = 0.025 * inch

# The deepest sign of an address at 12 points (g in bold) reaches so many points below its line.
_DEEPEST = 2.5

_UNLIMITED = 10_000.0


class Place(NamedTuple):
    """Where an address is printed, in points from the sheet's left and upper edge.

    Attributes:
        room: its height that the window shows wherever the sheet lies.
        edge: where it could begin at the farthest left, outside the letter's margin.
    """

    left: float
    top: float
    width: float
    room: float
    edge: float

    def outdented(self) -> "Place":
        """The same, begun at the window's own edge instead of the letter's margin."""
        left = min(self.left, self.edge)
        return self._replace(left=left, width=self.width + self.left - left)

    def holds(self, lines: Sequence[Text]) -> bool:
        """Whether the window shows lines whole, those that are too long for it going on in the next line."""
        return inked(lines, self.width) <= self.room

    def lowered(self, height: float) -> float:
        """How far below its top an address of some height begins, so that the window shows it whole."""
        return min(_DOWN_TO_ADDRESS, max(0.0, self.room - height))


class Places(NamedTuple):
    """Where a letter's first page has its parts, in points from the sheet's left and upper edge.

    Attributes:
        beside: the left edge of what no window may show.
        body: the top of the letter's text.
    """

    sender: Place
    recipient: Place
    beside: float
    body: float

    def for_addresses(self, sender: Sequence[Text], recipient: Sequence[Text]) -> "Places":
        """Both addresses at the letter's margin, or both farther left where one of them needs the width."""
        if self.sender.holds(sender) and self.recipient.holds(recipient):
            return self
        return self._replace(sender=self.sender.outdented(), recipient=self.recipient.outdented())


def places_of(envelope: Envelope) -> Places:
    """The places that an envelope's windows leave."""
    ever = [envelope.ever(window) for window in (envelope.return_window, envelope.recipient_window)]
    return Places(
        sender=_place(envelope.always(envelope.return_window)),
        recipient=_place(envelope.always(envelope.recipient_window)),
        beside=max(float(area.right) for area in ever) * inch + _ASIDE,
        body=max(float(area.bottom) for area in ever) * inch - _ABOVE_LETTERS,
    )


def _place(shown: Area) -> Place:
    edge, top = float(shown.left) * inch + _TO_EDGE, max(float(shown.top) * inch, TOP)
    left = max(edge, SIDE)
    width, room = float(shown.right) * inch - left - _TO_EDGE, float(shown.bottom) * inch - top
    return Place(left, top, width, room, edge)


def sender_lines(sender: Sequence[str], typing: Typing, element: Element) -> list[Text]:
    """The plan's name, in bold, and its return address, as lines of one paragraph."""
    first, *rest = sender
    bold = STANDARD.bold(leading=ADDRESS_LEADING)
    return [address_line(first, typing, element, bold), *recipient_lines(rest, typing, element)]


def recipient_lines(lines: Sequence[str], typing: Typing, element: Element) -> list[Text]:
    """An address as lines of one paragraph."""
    return [address_line(line, typing, element) for line in lines]


def address_line(line: str, typing: Typing, element: Element, style: Any = None) -> Text:
    """One line of an address."""
    style = style or STANDARD.style(leading=ADDRESS_LEADING)
    return Text(markup(line, typing), style, element, runs_on=True)


def stacked(lines: Sequence[Text], width: float) -> float:
    """How high lines are that are set below one another, in points."""
    return sum(line.wrap(width, _UNLIMITED)[1] for line in lines)


def inked(lines: Sequence[Text], width: float) -> float:
    """As ``stacked``, down to the last line's deepest sign, which reaches below a tight line."""
    ascent, _ = pdfmetrics.getAscentDescent(fonts.REGULAR, SMALLEST)
    return stacked(lines, width) + ascent + _DEEPEST - ADDRESS_LEADING


def refuse_long_sender(sender: Sequence[str], envelope: Envelope) -> None:
    """Refuse a return address that its window does not show whole.

    Raises:
        InvalidInput: it does not fit; saying how many lines it takes and what is allowed.
    """
    fonts.load()
    place = places_of(envelope).sender.outdented()
    lines = sender_lines(sender, PLAIN, Element("P"))
    if place.holds(lines):
        return
    taken = round(stacked(lines, place.width) / ADDRESS_LEADING)
    allowed = taken
    while inked(lines, place.width) - (taken - allowed) * ADDRESS_LEADING > place.room:
        allowed -= 1
    raise InvalidInput(
        "letterhead: address",
        f"takes {taken} lines with the plan's name before it, and the return window shows {allowed},"
        f" {place.width / inch:.2f} inches wide; use shorter lines, or another envelope in the plan's file",
    )


def why_not_in_window(plan: Plan) -> str:
    """Why a plan's return address cannot be printed for its envelope, in any language; empty where it can."""
    for language in LANGUAGES:
        try:
            refuse_long_sender((plan.name[language], *plan.letterhead.address), plan.envelope)
        except InvalidInput as error:
            return f"{error.field}: {error.problem}"
    return ""


def shown_whole(recipient: Sequence[str], envelope: Envelope) -> bool:
    """Whether the recipient's window shows an address whole, wherever the sheet lies."""
    fonts.load()
    return places_of(envelope).recipient.outdented().holds(recipient_lines(recipient, PLAIN, Element("P")))
