"""Flowables that say what they are: paragraphs and grids that open their element before they draw."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import LongTable
from reportlab.platypus.paragraph import Paragraph as Lines

from reports.tagging import Element

# What reportlab takes for a space between words; a no-break space is none.
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


class _Meaning(NamedTuple):
    """What a text, or its part on one page, is; the first four are explained at ``Text``.

    Attributes:
        parted: behind how many signs of the whole text its words end.
        used: how many signs stand in the parts before this one.
    """

    element: Element | None
    label: Element | None
    runs_on: bool
    repeats: bool
    parted: tuple[int, ...]
    used: int = 0


class Text(Lines):
    """A paragraph that belongs to an element.

    Between its lines stands the space at which they were parted: reportlab leaves it out, and whoever copies
    the text or hears it read would get two words in one.
    """

    _broken: tuple[Any, Any] | None = None

    def __init__(  # noqa: PLR0913 - reportlab's own, by name, and ours
        self,
        text: Any,
        style: Any,
        element: Element | None = None,
        *,
        label: Element | None = None,
        runs_on: bool = False,
        repeats: bool = False,
        **more: Any,
    ) -> None:
        """Make it.

        Args:
            text: reportlab's markup.
            style: reportlab's paragraph style.
            element: to which it belongs; None for what is drawn as an artifact.
            label: element of the sign before a list's item.
            runs_on: another text of the same element follows, after a space.
            repeats: it is drawn again on further pages, where it is not read again.
            more: as reportlab takes it.
        """
        super().__init__(text, style, **more)
        words = _SPACES.split("".join(getattr(part, "text", "") for part in self.frags).strip())
        self.meaning = _Meaning(
            element, label, runs_on=runs_on, repeats=repeats, parted=tuple(accumulate(map(len, words)))
        )

    def breakLines(self, width: Any) -> Any:  # noqa: N802 - reportlab's name
        """The lines; found once for each width, though a page asks for them several times."""
        if self._broken is None or self._broken[0] != width:
            self._broken = (width, super().breakLines(width))
        return self._broken[1]

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803 - reportlab's names
        """In two, at a page's end; both belong to the same element."""
        parts: list[Any] = super().split(availWidth, availHeight)
        if len(parts) > 1:
            lines = [*self._lines()][: len(parts[0].blPara.lines)]
            parts[0].meaning = self.meaning
            used = self.meaning.used + sum(map(_signs, lines))
            parts[1].meaning = self.meaning._replace(label=None, used=used)
        return parts

    def _drawOn(self, canv: Any) -> None:  # noqa: N802 - reportlab's name
        element = self.meaning.element
        if element is None:
            super()._drawOn(canv)  # type: ignore[misc]  # the stubs leave it out
            return
        if self.meaning.repeats and element.page is not None:
            canv.begin_artifact("Pagination")
        else:
            if element.title and element.page is None:
                element.top = canv.absolutePosition(0, self.height)[1]
            canv.begin(self.meaning.label or element)
        super()._drawOn(canv)  # type: ignore[misc]  # as above
        canv.end()

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - reportlab's name
        """Where the words begin, after the sign of a list's item."""
        if self.meaning.label is not None:
            canvas: Any = self.canv
            canvas.end()
            canvas.begin(self.meaning.element)
        return _Spaced(self.canv, x, y, self._spaces())

    def _spaces(self) -> Iterator[str]:
        """For each line, what stands between it and the next one."""
        _, _, runs_on, _, parted, used = self.meaning
        places = frozenset(parted)
        for line in self._lines():
            used += _signs(line)
            yield " " if used in places and (runs_on or used < parted[-1]) else ""

    def _lines(self) -> Iterator[str]:
        for line in self.blPara.lines:  # type: ignore[attr-defined]  # as above
            if isinstance(line, tuple):
                yield "".join(line[1])
            else:
                yield "".join(part.text for part in line.words)


def _signs(line: str) -> int:
    """How many characters of a line are no spaces."""
    return len(_SPACES.sub("", line))


class _Spaced(PDFTextObject):
    """Text whose lines end with the space at which they were parted."""

    def __init__(self, canvas: Any, x: float, y: float, spaces: Iterator[str]) -> None:
        super().__init__(canvas, x, y)
        self._spaces = spaces

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - reportlab's names
        ended = text + next(self._spaces, "") if TStar else text
        super()._textOut(ended, TStar)  # type: ignore[misc]  # as above


class Grid(LongTable):
    """A grid whose lines are not read; its cells carry their own elements."""

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        canvas: Any = self.canv
        canvas.begin_artifact()
        super()._drawLines()  # type: ignore[misc]  # as above
        canvas.end()
