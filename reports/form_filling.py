"""A plan's form, filled: what is written becomes content of its pages, in the letters' font, at 12 points.

The form's own words are never touched. Its fields are taken away once they are filled, so that nobody fills
them otherwise; in the file's tree the written words stand where the fields stood.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf
from reportlab.pdfgen.canvas import Canvas

from app.errors import InvalidInput
from reports import fonts
from reports.blocks import Words, words
from reports.paint_order import paint_behind
from reports.pdf_reading import page_texts
from reports.sheet import STANDARD
from reports.tagging_file import saved
from reports.tagging_flow import Text
from reports.typing_rules import Typing, ended, markup

_OLD: Mapping[str, Sequence[str]] = {
    "en": (r"\b60\s+(?:calendar\s+)?days\b",),
    "es": (r"\b60\s+d[ií]as\b", r"\bmiembros?\b", r"\bAviso\b"),
}
"""What only editions of CMS-10003 before 2025 say: 60 days, and in Spanish "miembro" and "Aviso"."""

_SEPARATE = 4.0
"""Points between two paragraphs in one slot."""


class Slot(NamedTuple):
    """What goes into one field.

    Attributes:
        fields: the names of the form's fields that hold it.
        paragraphs: the words.
        goes_on: said at the end where not all paragraphs find room; None where all must.
    """

    name: str
    fields: Sequence[str]
    paragraphs: Sequence[Words]
    goes_on: Words | None = None


class Filled(NamedTuple):
    """A filled form.

    Attributes:
        rest: the paragraphs that found no room, in their order.
    """

    pdf: bytes
    rest: tuple[Words, ...]


def why_old(form: bytes, language: str) -> str | None:
    """Why a form is an edition that may not be used any more, or None."""
    said = " ".join(" ".join(page_texts(form)).split())
    for pattern in _OLD[language]:
        found = re.search(pattern, said)
        if found is not None:
            return f"says “{found.group()}”, as editions before 2025 do"
    return None


def filled(form: bytes, slots: Sequence[Slot], typing: Typing, source: str) -> Filled:
    """The form with its slots written and its fields taken away.

    Args:
        form: the plan's file.
        slots: what goes where.
        typing: how words are set.
        source: the file's name, for complaints.

    Raises:
        InvalidInput: a field is not there, or what must fit into it does not.
    """
    fonts.load()
    rest: list[Words] = []
    with pikepdf.open(BytesIO(form)) as pdf:
        fields = dict(_fields(pdf))
        places = _Places(pdf)
        for slot in slots:
            for name in slot.fields:
                if name not in fields:
                    raise InvalidInput(slot.name, f"names the field {name}, which the form lacks", source)
                widget = fields.pop(name)
                drawn, left = _drawn(slot, _size(widget), typing, source)
                rest += left
                places.write(widget, drawn)
        for widget in fields.values():
            places.remove(widget)
        if Name.AcroForm in pdf.Root:
            del pdf.Root.AcroForm
        return Filled(saved(pdf), tuple(rest))


def _fields(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """The form's fields by their full names; each has one place on a page."""
    form = pdf.Root.get("/AcroForm", Dictionary())
    for field in form.get("/Fields", Array()):
        yield from _within(field, "")


def _within(field: Any, above: str) -> Iterator[tuple[str, Any]]:
    own = str(field["/T"]) if "/T" in field else ""
    name = f"{above}.{own}" if above and own else above or own
    kids = field.get("/Kids", Array())
    if not len(kids):
        yield name, field
    for kid in kids:
        yield from _within(kid, name)


# ---------------------------------------------------------------- drawing


def _size(widget: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, widget.Rect)
    return right - left, top - bottom


def _drawn(
    slot: Slot, size: tuple[float, float], typing: Typing, source: str
) -> tuple[bytes, Sequence[Words]]:
    """One page of the slot's size with as many whole paragraphs as it holds, and the others."""
    width, height = size
    heights = [_height(one, width, typing) for one in slot.paragraphs]
    whole = len(heights)
    if _stacked(heights) > height:
        if slot.goes_on is None:
            raise InvalidInput(slot.name, "does not fit into the form's field at 12 points", source)
        room = height - _SEPARATE - _height(slot.goes_on, width, typing)
        whole = max(count for count in range(len(heights)) if _stacked(heights[:count]) <= max(room, 0))
    shown = [*slot.paragraphs[:whole]]
    left = slot.paragraphs[whole:]
    if left and slot.goes_on is not None:
        shown.append(slot.goes_on)
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    canvas.setFont(fonts.REGULAR, STANDARD.body)
    top = height
    for one in shown:
        text = _set(one, typing)
        taken = text.wrap(width, height)[1]
        text.drawOn(canvas, 0, top - taken)
        top -= taken + _SEPARATE
    canvas.showPage()
    canvas.save()
    return target.getvalue(), left


def _stacked(heights: Sequence[float]) -> float:
    return sum(heights) + _SEPARATE * max(len(heights) - 1, 0)


def _set(said: Words, typing: Typing) -> Text:
    return Text(markup(ended(said or words(" ")), typing), STANDARD.style())


def _height(said: Words, width: float, typing: Typing) -> float:
    return float(_set(said, typing).wrap(width, 10_000)[1])


# ---------------------------------------------------------------- into the file


class _Places:
    """Where the fields of a form stand: on which page, and in which element of the tree."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = {
            annotation.objgen: page for page in pdf.pages for annotation in page.obj.get("/Annots", Array())
        }
        self._elements: dict[tuple[int, int], Any] = {}
        self._reading: list[tuple[tuple[int, int], int | None]] = []
        self._numbers: dict[tuple[int, int], int | None] = {}
        self._written = 0
        root = pdf.Root.get("/StructTreeRoot")
        if root is not None:
            self._find(root)

    def write(self, widget: Any, drawn: bytes) -> None:
        """Draw what was written where the field is, and take the field away."""
        page = self._pages[widget.objgen]
        with pikepdf.open(BytesIO(drawn)) as source:
            picture = self._pdf.copy_foreign(source.pages[0].as_form_xobject())
        self._written += 1
        # a name of our own: pikepdf would draw one by lot, and the same letter must have the same bytes
        name = page.add_resource(picture, Name.XObject, Name(f"/Written{self._written}"))
        left, bottom = float(widget.Rect[0]), float(widget.Rect[1])
        draws = f"q 1 0 0 1 {left:.2f} {bottom:.2f} cm {name} Do Q"
        number = self._told(widget, page)
        marked = draws if number is None else f"/P <</MCID {number}>> BDC {draws} EMC"
        paint_behind(self._pdf, page, marked.encode(), self._read_before(widget, page))
        self._numbers[widget.objgen] = number
        self._take_off(widget, page)

    def remove(self, widget: Any) -> None:
        """Take a field away in which nothing is written."""
        page = self._pages[widget.objgen]
        element = self._elements.get(widget.objgen)
        if element is not None:
            above = element.P
            above.K = Array([kid for kid in above.K if not _same(kid, element)])
        self._take_off(widget, page)

    def _find(self, element: Any) -> None:
        """Note the order in which marks are read: each with its page and number, a field with its own id."""
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if not isinstance(kid, Dictionary):
                self._reading.append((element.Pg.objgen, int(kid)))
            elif kid.get("/Type") == Name.OBJR:
                self._elements[kid.Obj.objgen] = element
                self._reading.append((kid.Obj.objgen, None))
            elif kid.get("/Type") == Name.MCR:
                self._reading.append((kid.get("/Pg", element.get("/Pg")).objgen, int(kid.MCID)))
            elif Name.S in kid:
                self._find(kid)

    def _read_before(self, widget: Any, page: Page) -> int | None:
        """The number of the marks on the page that are read before a field; None for none."""
        before: int | None = None
        for name, number in self._reading:
            if name == widget.objgen:
                return before
            if name == page.obj.objgen:
                before = number
            elif number is None and self._numbers.get(name) is not None and self._on(name, page):
                before = self._numbers[name]
        return None

    def _on(self, field: tuple[int, int], page: Page) -> bool:
        return self._pages[field].obj.objgen == page.obj.objgen

    def _told(self, widget: Any, page: Page) -> int | None:
        """The number of the marks that take the field's place in the tree; None in a file without one."""
        element = self._elements.get(widget.objgen)
        if element is None or Name.StructParents not in page.obj:
            return None
        owned = _owned(self._pdf.Root.StructTreeRoot.ParentTree, int(page.obj.StructParents))
        element.S, element.Pg, element.K = Name.P, page.obj, len(owned)
        owned.append(element)
        return len(owned) - 1

    def _take_off(self, widget: Any, page: Page) -> None:
        if Name.StructParent in widget:
            _drop(self._pdf.Root.StructTreeRoot.ParentTree, int(widget.StructParent))
        left = [one for one in page.obj.Annots if not _same(one, widget)]
        if left:
            page.obj.Annots = Array(left)
        else:
            del page.obj.Annots


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, Object) and one.is_indirect and one.objgen == other.objgen


def _owned(tree: Any, key: int) -> Any:
    listed = tree.Nums
    return next(listed[place + 1] for place in range(0, len(listed), 2) if int(listed[place]) == key)


def _drop(tree: Any, key: int) -> None:
    listed = list(tree.Nums)
    pairs = [listed[place : place + 2] for place in range(0, len(listed), 2)]
    tree.Nums = Array([item for pair in pairs if int(pair[0]) != key for item in pair])
