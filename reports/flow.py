"""From blocks to what reportlab lays out, in the sizes of one edition."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import KeepTogether as Together
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus.paragraph import Paragraph as Lines

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
    PageBreak,
    Paragraph,
    Table,
    Words,
)
from reports.sheet import Sheet
from reports.tables import fact_flowables, form_flowables, table_flowables
from reports.typing_rules import Typing, markup

_BULLET = "•"


class Flow:
    """Turns the blocks of one letter into flowables."""

    def __init__(self, sheet: Sheet, typing: Typing) -> None:
        self.sheet = sheet
        self.typing = typing

    def flowables(self, blocks: Sequence[Block]) -> list[Flowable]:
        """All blocks, in reading order."""
        return [flowable for block in blocks for flowable in self._of(block)]

    def lines(self, words: Words, style: Any) -> Lines:
        """Words as a paragraph in which no amount, date or drug name breaks."""
        return Lines(markup(words, self.typing), style)

    def _of(self, block: Block) -> Iterator[Flowable]:
        sheet = self.sheet
        match block:
            case Banner(text):
                style = sheet.bold(sheet.banner, spaceAfter=sheet.gap)
                yield Lines(markup(text, self.typing), style)
            case Heading(text, level):
                yield self._heading(text, level)
            case Paragraph(words):
                yield self.lines(words, sheet.style(spaceAfter=sheet.gap))
            case Bullets(items, numbered):
                yield from self._bullets(items, numbered)
            case FactTable() | Table() | AddressBlock() | Form():
                yield from self._arranged(block)
            case PageBreak():
                yield NewPage()
            case KeepTogether(blocks):
                yield Together(self.flowables(blocks))

    def _arranged(self, block: FactTable | Table | AddressBlock | Form) -> list[Flowable]:
        """What stands in columns or at places of its own."""
        match block:
            case FactTable():
                return fact_flowables(block, self.sheet, self.typing)
            case Table():
                return table_flowables(block, self.sheet, self.typing)
            case AddressBlock():
                return address_flowables(block, self.sheet, self.typing)
            case Form():
                return form_flowables(block, self.sheet, self.typing)

    def _heading(self, text: str, level: int) -> Lines:
        sheet = self.sheet
        size = sheet.heading if level <= 2 else sheet.body  # noqa: PLR2004 - levels are numbered as in HTML
        style = sheet.bold(size, spaceBefore=sheet.gap, spaceAfter=sheet.gap / 3, keepWithNext=1)
        return Lines(markup(text, self.typing), style)

    def _bullets(self, items: Sequence[Sequence[Words]], numbered: bool) -> Iterator[Flowable]:
        sheet = self.sheet
        indent = sheet.body * 1.7
        for number, item in enumerate(items, 1):
            first = sheet.style(leftIndent=indent, bulletIndent=0)
            rest = sheet.style(leftIndent=indent)
            sign = f"{number}." if numbered else _BULLET
            head = Lines(markup(item[0], self.typing), first, bulletText=sign)
            yield Together([head, *(self.lines(words, rest) for words in item[1:])])
            yield Spacer(1, sheet.gap)
