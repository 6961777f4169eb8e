"""What stays on one page: flowables in a group, each with the heading that stands before it."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether


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
    return found


def _is_heading(flowable: Flowable) -> bool:
    return bool(getattr(getattr(flowable, "style", None), "keepWithNext", 0))
