"""Tables: columns of amounts align on their decimal points; in large print each row becomes a list."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer
from reportlab.platypus import Table as Grid
from reportlab.platypus.paragraph import Paragraph as Lines

from reports import fonts
from reports.blocks import Column, FactTable, Form, Span, Table
from reports.sheet import BODY_WIDTH, Sheet
from reports.typing_rules import NBSP, Typing, bound, markup

_LABEL_SHARE = 0.26
_PAD = 4
# What a hand needs for one line of writing, in points, and the label under it beside the body's size.
_HAND = 30
_SMALL = 0.8
_RULE = colors.Color(0.45, 0.45, 0.45)


def fact_flowables(table: FactTable, sheet: Sheet, typing: Typing) -> list[Flowable]:
    """Labels and values, side by side; in large print one above the other."""
    if sheet.large:
        pairs: list[Flowable] = [
            KeepTogether(
                [
                    Lines(markup(row.label, typing), sheet.bold()),
                    Lines(markup(row.value, typing), sheet.style(spaceAfter=sheet.gap / 2)),
                ]
            )
            for row in table.rows
        ]
        return [*pairs, Spacer(1, sheet.gap)]
    cells: list[list[Flowable]] = [
        [Lines(markup(row.label, typing), sheet.bold()), Lines(markup(row.value, typing), sheet.style())]
        for row in table.rows
    ]
    label = BODY_WIDTH * _LABEL_SHARE
    return [_grid(cells, [label, BODY_WIDTH - label], sheet, header=False), Spacer(1, sheet.gap)]


def form_flowables(form: Form, sheet: Sheet, typing: Typing) -> list[Flowable]:
    """Blanks: each a line to write on, with its label small below it, and room above it for a hand."""
    label = sheet.style(size=sheet.body * _SMALL)
    cells: list[list[Flowable]] = []
    heights: list[float | None] = []
    style: list[Any] = [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, sheet.body, sheet.leading),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
    ]
    for blank in form.blanks:
        style.append(("LINEBELOW", (0, len(cells)), (-1, len(cells)), 0.8, colors.black))
        cells += [[Spacer(1, 1)], [Lines(markup(blank.label, typing), label)]]
        heights += [blank.lines * _HAND, None]
    return [Grid(cells, colWidths=[BODY_WIDTH], rowHeights=heights, style=style, hAlign="LEFT")]


def table_flowables(table: Table, sheet: Sheet, typing: Typing) -> list[Flowable]:
    """A table with its header repeated on each page; in large print a list of labels and values per row."""
    if sheet.large:
        return _stacked(table, sheet, typing)
    rows = [*table.rows, *([table.total] if table.total else [])]
    places = [
        _places(rows, place, sheet) if column.amount else (0.0, 0.0)
        for place, column in enumerate(table.columns)
    ]
    head = [_head(column, sheet, typing) for column in table.columns]
    cells: list[list[Flowable]] = [head]
    for number, row in enumerate(rows):
        last = bool(table.total) and number == len(rows) - 1
        cells.append(
            [
                _Amount(text, places[place], sheet, bold=last)
                if table.columns[place].amount
                else Lines(markup((Span(text, strong=last),), typing), sheet.style())
                for place, text in enumerate(row)
            ]
        )
    shares = sum(column.share for column in table.columns)
    widths = [BODY_WIDTH * column.share / shares for column in table.columns]
    return [_grid(cells, widths, sheet, header=True), Spacer(1, sheet.gap)]


def _head(column: Column, sheet: Sheet, typing: Typing) -> Flowable:
    style = sheet.bold(alignment=2 if column.amount else 0)
    return Lines(markup(column.header, typing), style)


def _grid(cells: list[list[Flowable]], widths: list[float], sheet: Sheet, *, header: bool) -> Flowable:
    style: list[Any] = [
        # a table's own default would pull in a font that is not embedded
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, sheet.body, sheet.leading),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), _PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
    ]
    if header:
        style += [("VALIGN", (0, 0), (-1, 0), "BOTTOM"), ("LINEBELOW", (0, 0), (-1, 0), 1, colors.black)]
    return LongTable(cells, colWidths=widths, repeatRows=int(header), style=style, hAlign="LEFT")


def _stacked(table: Table, sheet: Sheet, typing: Typing) -> list[Flowable]:
    found: list[Flowable] = []
    for row in (*table.rows, *([table.total] if table.total else [])):
        lines: list[Flowable] = [Lines(markup(row[0], typing), sheet.bold())]
        for column, text in zip(table.columns[1:], row[1:], strict=True):
            if text:
                said = markup(column.labelled(text), typing)
                lines.append(Lines(said, sheet.style(leftIndent=sheet.body)))
        found += [KeepTogether(lines), Spacer(1, sheet.gap / 2)]
    return [*found, Spacer(1, sheet.gap / 2)]


def _split(text: str) -> tuple[str, str]:
    """What stands left of the decimal point, and the rest with its point and its unit."""
    for place, character in enumerate(text):
        if character in (".", " ", NBSP):
            return text[:place], text[place:]
    return text, ""


def _places(rows: Sequence[Sequence[str]], place: int, sheet: Sheet) -> tuple[float, float]:
    """Widest part before and after the decimal point in a column."""
    parts = [_split(bound(row[place], ())) for row in rows if row[place]]
    before = max((fonts.width(whole, fonts.BOLD, sheet.body) for whole, _ in parts), default=0.0)
    after = max((fonts.width(rest, fonts.BOLD, sheet.body) for _, rest in parts), default=0.0)
    return before, after


class _Amount(Flowable):
    """An amount set so that the decimal points of its column stand below each other, flush right."""

    def __init__(self, text: str, places: tuple[float, float], sheet: Sheet, *, bold: bool) -> None:
        super().__init__()
        self._text = bound(text, ())
        self._places = places
        self._sheet = sheet
        self._font = fonts.BOLD if bold else fonts.REGULAR

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """One line, as wide as the column."""
        self.width, self.height = available_width, self._sheet.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the amount in one piece, so that it is read in one piece."""
        whole, _ = _split(self._text)
        point = self.width - self._places[1]
        left = point - fonts.width(whole, self._font, self._sheet.body)
        self.canv.setFont(self._font, self._sheet.body)
        self.canv.drawString(max(left, 0.0), self.height - self._sheet.body, self._text)
