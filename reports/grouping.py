"""What stays on one page: flowables in a group, each with the heading that stands before it."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, KeepTogether
from reportlab.platypus.paragraph import Paragraph as Lines

from reports.sheet import HEIGHT


class Group(KeepTogether):
    """Flowables that stay on one page where one page is enough for them.

    Attributes:
        parts: the flowables. Those of a group in the group stand among them: to reportlab a group has no
            height of its own, and one around another would begin a new page each time.
    """

    def __init__(self, parts: Sequence[Flowable]) -> None:
        self.parts: list[Flowable] = []
        for part in parts:
            self.parts += part.parts if isinstance(part, Group) else [part]
        super().__init__(self.parts)


def headed(flowables: Sequence[Flowable]) -> list[Flowable]:
    """The flowables, each heading drawn into the group that it heads.

    Reportlab keeps a heading with what follows, but parts it from a group: it would stand alone at the foot
    of a page.
    """
    found: list[Flowable] = []
    for flowable in flowables:
        whole = flowable
        while isinstance(whole, Group) and found and _is_heading(found[-1]):
            whole = Group([found.pop(), *whole.parts])
        found.append(whole)
    return [*_opened(found)]


class _Opening(Group):
    """Headings and the paragraph under them, which a page's end may part once two lines of it stand.

    Reportlab would keep the whole paragraph with its heading, and leave a hole at the foot of the page.
    """

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """The parts, the headings set free where there is room for them and the first lines."""
        *headings, paragraph = self.parts
        if aH < _room(headings, paragraph, aW):
            return super().split(aW, aH)
        for heading in headings:
            heading.style.keepWithNext = 0  # type: ignore[attr-defined]  # only a paragraph is a heading
        return self.parts


def _opened(flowables: Sequence[Flowable]) -> Iterator[Flowable]:
    """Each paragraph in one part with the headings that stand before it."""
    headings: list[Flowable] = []
    for flowable in flowables:
        if _is_heading(flowable):
            headings.append(flowable)
        elif headings and isinstance(flowable, Lines):
            yield _Opening([*headings, flowable])
            headings = []
        else:
            yield from headings
            yield flowable
            headings = []
    yield from headings


def _room(headings: Sequence[Flowable], paragraph: Flowable, width: float) -> float:
    """Points for headings and as much of a paragraph as may stand alone: two lines, or all of three."""
    taken = sum(part.wrap(width, HEIGHT)[1] + part.getSpaceBefore() for part in headings)
    whole, leading = paragraph.wrap(width, HEIGHT)[1], paragraph.style.leading  # type: ignore[attr-defined]  # as above
    return float(taken + (whole if whole < 4 * leading else 2 * leading))


def _is_heading(flowable: Flowable) -> bool:
    return bool(getattr(getattr(flowable, "style", None), "keepWithNext", 0))
