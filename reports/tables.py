"""Tables: columns of amounts align on their decimal points; in large print each row becomes a list."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from reports import fonts
from reports.blocks import Column, FactTable, Form, Span, Table
from reports.grouping import Group
from reports.sheet import BODY_WIDTH, Sheet
from reports.tagging import Element
from reports.tagging_flow import Grid, Text
from reports.typing_rules import NBSP, Typing, bound, markup

_Cell = Flowable | list[Flowable]

_LABEL_SHARE = 0.26
_PAD = 4
# What a hand needs for one line of writing, in points, and the label under it beside the body's size.
_HAND = 30
_SMALL = 0.8
_RULE = colors.Color(0.45, 0.45, 0.45)


def fact_flowables(table: FactTable, sheet: Sheet, typing: Typing, document: Element) -> list[Flowable]:
    """Labels and values, side by side; in large print one above the other."""
    if sheet.large:
        return _listed(table, sheet, typing, document.child("L"))
    body = document.child("Table").child("TBody")
    cells: list[list[_Cell]] = []
    for row in table.rows:
        element = body.child("TR")
        head, value = element.child("TH", scope="Row"), element.child("TD")
        cells.append(
            [
                Text(markup(row.label, typing), sheet.bold(), head),
                Text(markup(row.value, typing), sheet.style(), value),
            ]
        )
    label = BODY_WIDTH * _LABEL_SHARE
    return [_grid(cells, [label, BODY_WIDTH - label], sheet, header=False)]


def _listed(table: FactTable, sheet: Sheet, typing: Typing, whole: Element) -> list[Flowable]:
    """Each label above its value."""
    found: list[Flowable] = []
    for row in table.rows:
        item = whole.child("LI")
        label, value = item.child("Lbl"), item.child("LBody").child("P")
        style = sheet.style(spaceAfter=sheet.gap / 2)
        pair: list[Flowable] = [
            Text(markup(row.label, typing), sheet.bold(), label, runs_on=True),
            Text(markup(row.value, typing), style, value),
        ]
        found.append(Group(pair))
    return [*found, Spacer(1, sheet.gap)]


def form_flowables(form: Form, sheet: Sheet, typing: Typing, document: Element) -> list[Flowable]:
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
        cells += [[Spacer(1, 1)], [Text(markup(blank.label, typing), label, document.child("P"))]]
        heights += [blank.lines * _HAND, None]
    return [Grid(cells, colWidths=[BODY_WIDTH], rowHeights=heights, style=style, hAlign="LEFT")]


def table_flowables(table: Table, sheet: Sheet, typing: Typing, document: Element) -> list[Flowable]:
    """A table with its header repeated on each page; in large print a list of labels and values per row."""
    if sheet.large:
        return _stacked(table, sheet, typing, document.child("L"))
    rows = [*table.rows, *([table.total] if table.total else [])]
    places = [
        _places(rows, place, sheet) if column.amount else (0.0, 0.0)
        for place, column in enumerate(table.columns)
    ]
    whole = document.child("Table")
    top, body = whole.child("THead").child("TR"), whole.child("TBody")
    cells: list[list[_Cell]] = [[_head(column, sheet, typing, top) for column in table.columns]]
    for number, row in enumerate(rows):
        last = bool(table.total) and number == len(rows) - 1
        element = body.child("TR")
        cells.append(
            [
                _Amount(text, places[place], sheet, element.child("TD"), bold=last)
                if table.columns[place].amount
                else _written(text, sheet.style(), typing, _cell(element, text, place), strong=last)
                for place, text in enumerate(row)
            ]
        )
    shares = sum(column.share for column in table.columns)
    widths = [BODY_WIDTH * column.share / shares for column in table.columns]
    # words run to a column's edge, where amounts end before the next heading
    pad = _PAD if any(column.amount for column in table.columns) else 2 * _PAD
    return [_grid(cells, widths, sheet, header=True, pad=pad)]


def _written(
    text: str, style: ParagraphStyle, typing: Typing, element: Element, *, strong: bool = False
) -> list[Flowable]:
    """Words of a table, line by line where they were typed so, as an address is."""
    *front, last = text.split("\n")
    said = [markup((Span(line.strip(), strong=strong),), typing) for line in (*front, last)]
    return [Text(line, style, element, runs_on=place < len(front)) for place, line in enumerate(said)]


def _cell(row: Element, text: str, place: int) -> Element:
    """The first words of a row say what the row is about."""
    return row.child("TH", scope="Row") if place == 0 and text else row.child("TD")


def _head(column: Column, sheet: Sheet, typing: Typing, row: Element) -> Flowable:
    style = sheet.bold(alignment=2 if column.amount else 0)
    element = row.child("TH", scope="Column") if column.header else row.child("TD")
    return Text(markup(column.header, typing), style, element, repeats=True)


def _grid(
    cells: Sequence[list[_Cell]], widths: list[float], sheet: Sheet, *, header: bool, pad: float = _PAD
) -> Flowable:
    style: list[Any] = [
        # a table's own default would pull in a font that is not embedded
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, sheet.body, sheet.leading),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), pad),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
    ]
    if header:
        style += [("VALIGN", (0, 0), (-1, 0), "BOTTOM"), ("LINEBELOW", (0, 0), (-1, 0), 1, colors.black)]
    return Grid(
        cells, colWidths=widths, repeatRows=int(header), style=style, hAlign="LEFT", spaceAfter=sheet.gap
    )


def _stacked(table: Table, sheet: Sheet, typing: Typing, whole: Element) -> list[Flowable]:
    found: list[Flowable] = []
    for row in (*table.rows, *([table.total] if table.total else [])):
        item = whole.child("LI").child("LBody")
        lines: list[Flowable] = [Text(markup(row[0], typing), sheet.bold(), item.child("P"))]
        for column, text in zip(table.columns[1:], row[1:], strict=True):
            if text:
                said = column.labelled(f"\n{text}" if "\n" in text else text)
                lines += _written(said, sheet.style(leftIndent=sheet.body), typing, item.child("P"))
        found += [Group(lines), Spacer(1, sheet.gap / 2)]
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

    def __init__(
        self, text: str, places: tuple[float, float], sheet: Sheet, element: Element, *, bold: bool
    ) -> None:
        super().__init__()
        self._element = element
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
        canvas: Any = self.canv
        canvas.begin(self._element)
        canvas.setFont(self._font, self._sheet.body)
        canvas.drawString(max(left, 0.0), self.height - self._sheet.body, self._text)
        canvas.end()
