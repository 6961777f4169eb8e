"""From blocks to what reportlab lays out, in the sizes of one edition."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import PageBreak as NewPage

from reports.address import address_flowables
from reports.blocks import (
    AddressBlock,
    Banner,
    Block,
    Bullets,
    FactTable,
    Form,
    Heading,
    KeepTogether,
    Lines,
    PageBreak,
    Paragraph,
    Table,
    Words,
    joined,
)
from reports.grouping import Group, headed
from reports.sheet import HEIGHT, Sheet
from reports.tables import fact_flowables, form_flowables, table_flowables
from reports.tagging import Element
from reports.tagging_flow import Text
from reports.typing_rules import Typing, ended, markup

_BULLET = "•"


class Flow:
    """Turns the blocks of one letter into flowables.

    Attributes:
        document: root of the elements to which the flowables belong.
    """

    def __init__(self, sheet: Sheet, typing: Typing, top: float) -> None:
        """Begin a document.

        Args:
            sheet: the sizes.
            typing: how words are set.
            top: how far below the sheet's top each page begins, in points.
        """
        self.sheet = sheet
        self.typing = typing
        self._top = top
        self.document = Element("Document")

    def flowables(self, blocks: Sequence[Block]) -> list[Flowable]:
        """All blocks, in reading order."""
        return headed([flowable for block in blocks for flowable in self._of(block)])

    def text(self, words: Words | str, style: Any, element: Element, **more: Any) -> Text:
        """Words as a paragraph in which no amount, date or drug name breaks."""
        return Text(markup(words, self.typing), style, element, **more)

    def _of(self, block: Block) -> Iterator[Flowable]:
        sheet = self.sheet
        match block:
            case Banner(text):
                style = sheet.bold(sheet.banner, spaceAfter=sheet.gap)
                yield self.text(text, style, self.document.child("H1", title=text))
            case Heading(text, level):
                yield self._heading(text, level)
            case Paragraph(words, language):
                element = self.document.child("P", language=language)
                yield self.text(ended(words), sheet.style(spaceAfter=sheet.gap), element)
            case Lines(lines):
                yield from self._lines(lines)
            case Bullets(items, numbered):
                yield from self._bullets(items, numbered)
            case FactTable() | Table() | AddressBlock() | Form():
                yield from self._arranged(block)
            case PageBreak(unless_half):
                yield CondPageBreak(HEIGHT / 2) if unless_half else NewPage()
            case KeepTogether(blocks):
                yield Group(self.flowables(blocks))

    def _arranged(self, block: FactTable | Table | AddressBlock | Form) -> list[Flowable]:
        """What stands in columns or at places of its own."""
        match block:
            case FactTable():
                return fact_flowables(block, self.sheet, self.typing, self.document)
            case Table():
                return table_flowables(block, self.sheet, self.typing, self.document)
            case AddressBlock():
                return address_flowables(block, self.sheet, self.typing, self.document, self._top)
            case Form():
                return form_flowables(block, self.sheet, self.typing, self.document)

    def _heading(self, text: str, level: int) -> Text:
        sheet = self.sheet
        size = sheet.heading if level <= 2 else sheet.body  # noqa: PLR2004 - levels are numbered as in HTML
        style = sheet.bold(size, spaceBefore=sheet.gap, spaceAfter=sheet.gap / 3, keepWithNext=1)
        return self.text(text, style, self.document.child(f"H{level}", title=text))

    def _lines(self, lines: Sequence[Sequence[Words]]) -> Iterator[Text]:
        sheet, element = self.sheet, self.document.child("P")
        shown = [said for line in lines for said in (line if sheet.large else [joined(line)])]
        for number, line in enumerate(shown, 1):
            style = sheet.style(spaceAfter=sheet.gap if number == len(shown) else 0)
            yield self.text(line, style, element, runs_on=number < len(shown))

    def _bullets(self, items: Sequence[Sequence[Words]], numbered: bool) -> Iterator[Flowable]:
        sheet = self.sheet
        indent = sheet.body * 1.7
        whole = self.document.child("L", numbering="Decimal" if numbered else "Disc")
        for number, item in enumerate(items, 1):
            first = sheet.style(leftIndent=indent, bulletIndent=0)
            rest = sheet.style(leftIndent=indent)
            sign = f"{number}." if numbered else _BULLET
            element = whole.child("LI")
            label, body = element.child("Lbl"), element.child("LBody")
            head = self.text(ended(item[0]), first, body.child("P"), label=label, bulletText=sign)
            yield Group([head, *(self.text(ended(words), rest, body.child("P")) for words in item[1:])])
            yield Spacer(1, sheet.gap)
