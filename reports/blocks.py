"""What a letter is made of, before anything is drawn: words and tables, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.envelope import NUMBER_10, Envelope


class Span(NamedTuple):
    """A run of text, in bold or not."""

    text: str
    strong: bool = False


Words = tuple[Span, ...]


def words(text: str) -> Words:
    """Plain text as words."""
    return (Span(text),)


def plain_text(parts: Sequence[Span]) -> str:
    """Words without their emphasis."""
    return "".join(part.text for part in parts)


def joined(statements: Sequence[Words]) -> Words:
    """Statements one after the other on one line."""
    first, *others = statements
    return sum(((Span(" "), *other) for other in others), first)


@dataclass(frozen=True, slots=True)
class Banner:
    """The decision in words, the largest text of the letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 within the letter, level 3 within a section."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``language`` where it is another than the letter's, e.g. ``es-PR``."""

    words: Words
    language: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """One paragraph that is written line by line.

    Attributes:
        lines: each of one statement or more; in large print each statement has a line of its own.
    """

    lines: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items, each of one or more paragraphs; numbered where the order or the count matters."""

    items: tuple[tuple[Words, ...], ...]
    numbered: bool = False


class Fact(NamedTuple):
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FactTable:
    """Labels and values in two columns."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        share: its part of the width, in relation to the other columns.
        amount: holds amounts, aligned on their decimal points.
        unit: of the amounts, where they stand without it; part of the header.
    """

    title: str
    share: int
    amount: bool = False
    unit: str = ""

    @property
    def header(self) -> str:
        """Title and unit."""
        return f"{self.title}, {self.unit}" if self.unit else self.title

    def labelled(self, text: str) -> str:
        """A cell with its title and its unit, for where no column stands above it."""
        unit = f" {self.unit}" if self.unit and text[:1].isdigit() else ""
        return f"{self.title}: {text}{unit}" if self.title else f"{text}{unit}"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; ``total`` is a last row that is set apart, empty where there is none.

    A cell that holds several lines is set line by line.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressBlock:
    """What the windows of the envelope show, and beside them what they must not show.

    Attributes:
        sender: the plan and its return address.
        recipient: name and postal address, nothing else.
        beside: date, numbers and whatever else identifies the letter.
        envelope: whose windows they are.
    """

    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    beside: tuple[Words, ...]
    envelope: Envelope = NUMBER_10


class Blank(NamedTuple):
    """What is to be written by hand, with room for so many lines of writing."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """Blanks to be filled in by hand, one below the other."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page.

    Attributes:
        unless_half: it goes on where it is, if half of that page is left.
    """

    unless_half: bool = False


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that no page break may part."""

    blocks: "tuple[Block, ...]"


Block = (
    Banner
    | Heading
    | Paragraph
    | Lines
    | Bullets
    | FactTable
    | Table
    | AddressBlock
    | Form
    | PageBreak
    | KeepTogether
)


FOOTER_SIGN = " · "
"""Between the parts of a footer."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter as blocks.

    Attributes:
        locale: of its words, e.g. ``es-PR``.
        title: the kind of letter and its number; never who it is about.
        marks: lines that stand on top of every page.
        footer: at the foot of every page; the page's number follows it.
        page_label: how a page's number reads, with ``{page}`` and ``{pages}``.
        unbroken: names that no line break may part.
        raises_powers: whether the exponent of ``10^9`` is raised; a letter sets what people typed as it is.
        dense: it is long, and set closer from the start.
    """

    number: str
    language: str
    locale: str
    title: str
    author: str
    marks: tuple[str, ...]
    footer: str
    page_label: str
    unbroken: tuple[str, ...]
    blocks: tuple[Block, ...]
    raises_powers: bool = False
    dense: bool = False


def texts_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Every text of the blocks, in reading order."""
    return tuple(text for block in blocks for text in _texts(block))


def _texts(block: Block) -> list[str]:
    match block:
        case Banner(text) | Heading(text):
            return [text]
        case Paragraph(parts):
            return [plain_text(parts)]
        case Lines(lines):
            return [" ".join(map(plain_text, line)) for line in lines]
        case Bullets(items):
            return [plain_text(part) for item in items for part in item]
        case FactTable() | Table() | AddressBlock() | Form():
            return _arranged(block)
        case KeepTogether(blocks):
            return list(texts_of(blocks))
        case PageBreak():
            return []


def _arranged(block: FactTable | Table | AddressBlock | Form) -> list[str]:
    """The texts of what stands in columns or at places of its own."""
    match block:
        case FactTable(rows):
            return [text for row in rows for text in row]
        case Table(columns, rows, total):
            cells = [text for row in (*rows, total) for text in row]
            return [column.header for column in columns] + [
                line for text in cells for line in text.split("\n")
            ]
        case AddressBlock(sender, recipient, beside):
            return [*sender, *recipient, *map(plain_text, beside)]
        case Form(blanks):
            return [blank.label for blank in blanks]
