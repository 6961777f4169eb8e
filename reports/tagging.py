"""What a page's marks mean: the tree of headings, paragraphs, lists and tables that a screen reader follows.

Elements are made with the flowables, in reading order. While a page is drawn, the canvas numbers each run of
marks and notes the number in its element; ``reports.tagging_file`` writes the tree into the file.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas


class Run(NamedTuple):
    """Marks on a page that belong together: the page, from 0 on, and their number on it."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """One node of the tree.

    Attributes:
        kind: a standard structure type (ISO 32000-1, 14.8.4), e.g. ``P``.
        language: where it differs from the document's, e.g. ``es-PR``.
        scope: ``Row`` or ``Column``, of a header cell.
        numbering: ``Decimal`` or ``Disc``, of a list.
        title: of a heading, for the bookmarks.
        top: of a heading, in points from the sheet's lower edge, once it is drawn.
        kids: elements and runs of marks, in reading order.
    """

    kind: str
    language: str = ""
    scope: str = ""
    numbering: str = ""
    title: str = ""
    top: float = 0.0
    kids: "list[Element | Run]" = field(default_factory=list)

    def child(
        self, kind: str, *, language: str = "", scope: str = "", numbering: str = "", title: str = ""
    ) -> "Element":
        """A new element, behind those that are here already."""
        made = Element(kind, language, scope, numbering, title)
        self.kids.append(made)
        return made

    @property
    def page(self) -> int | None:
        """Where its first marks stand; None before it is drawn."""
        first = self.kids[0] if self.kids else None
        return first.page if isinstance(first, Run) else None


class TaggedCanvas(Canvas):
    """A canvas on which every mark belongs to an element, or is an artifact: part of the layout only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page_index = 0
        self._runs = 0

    def begin(self, element: Element) -> None:
        """What follows, until ``end``, belongs to the element."""
        element.kids.append(Run(self.page_index, self._runs))
        self._write(f"/{element.kind} <</MCID {self._runs}>> BDC")
        self._runs += 1

    def begin_artifact(self, kind: str = "Layout", place: str = "") -> None:
        """What follows, until ``end``, is not read out.

        Args:
            kind: ``Layout`` or ``Pagination``.
            place: ``Header`` or ``Footer``.
        """
        subtype = f" /Subtype /{place}" if place else ""
        self._write(f"/Artifact <</Type /{kind}{subtype}>> BDC")

    def end(self) -> None:
        """What was begun last ends here."""
        self._write("EMC")

    def turn_page(self) -> None:
        """Count from 0 again on the next page."""
        self.page_index += 1
        self._runs = 0

    def _write(self, code: str) -> None:
        self._code.append(code)  # type: ignore[attr-defined]  # the stubs leave it out
