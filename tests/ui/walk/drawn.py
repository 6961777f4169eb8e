"""Text that widgets and delegates draw themselves: noted as it is drawn, and whether there is room for it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from ui.kit import drawing
from ui.kit.drawing import ONE_LINE, Ink
from ui.kit.powers import advance
from ui.kit.worklist_table import WorklistTable

_BETWEEN = " \N{MIDDLE DOT} "
"""What stands between the columns that a narrow table tells in one line."""
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_SLACK = 1
"""Pixels by which the advance of a text may be wider than its strokes."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class Drawn(NamedTuple):
    """One line of text as it was drawn.

    Attributes:
        widget: what it was drawn on; None for a picture.
        text: the line.
        needed: its size, in pixels.
        room: the rectangle that it was given.
        ink: where its strokes begin and end, in the widget's coordinates.
        clip: what the painter was confined to, likewise; None for nothing.
    """

    widget: QWidget | None
    text: str
    needed: tuple[int, int]
    room: QRect
    ink: QRect
    clip: QRect | None


def lines_of(window: QWidget) -> list[Drawn]:
    """Paint a window and tell every line that was drawn into it."""
    with _noted() as drawn:
        window.grab()
    return drawn


def cut(window: QWidget) -> Iterator[str]:
    """Text that was drawn into too little room or beyond it, and elided text that nobody can read."""
    for line in lines_of(window):
        if lacking := _lacking(line):
            yield f"drawn {lacking}: {_name(line.widget)} {line.text[:60]!r}"
        if _ELLIPSIS in line.text and not _readable(line):
            yield f"elided: {_name(line.widget)} {line.text[:60]!r}"


def _lacking(line: Drawn) -> str:
    (width, height), room = line.needed, line.room
    if width > room.width() + _SLACK:
        return f"{width} wide in {room.width()}"
    if height > room.height() + _SLACK:
        return f"{height} high in {room.height()}"
    holders = [("what it is confined to", line.clip)] if line.clip is not None else []
    if line.widget is not None and not _scrolls_sideways(line.widget):
        holders.append(("its widget", line.widget.rect()))
    if line.clip is not None and (line.ink.top() < line.clip.top() or line.ink.bottom() > line.clip.bottom()):
        return f"from {line.ink.top()} to {line.ink.bottom()} high, beyond its cell, {line.clip.bottom()}"
    for words, holder in holders:
        if line.ink.left() < holder.left() - _SLACK or line.ink.right() > holder.right() + _SLACK:
            return f"from {line.ink.left()} to {line.ink.right()}, beyond {words}, {holder.right()}"
    return ""


def _scrolls_sideways(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().maximum() > 0


def _readable(line: Drawn) -> bool:
    """Whether the whole of an elided text can be read in another way; names of members are never elided."""
    widget = line.widget
    if widget is None:
        return False
    view = widget.parentWidget()
    start = line.text.partition(_ELLIPSIS)[0]
    if isinstance(view, WorklistTable):
        return False
    if isinstance(view, QAbstractItemView):
        texts = list(_texts_of(view))
        return all(any(piece in text for text in texts) for piece in start.split(_BETWEEN))
    return start in widget.accessibleName() or start in widget.toolTip()


def _texts_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    root = QModelIndex()
    for row in range(model.rowCount(root)):
        for column in range(model.columnCount(root)):
            for role in _ROLES:
                yield str(model.data(model.index(row, column, root), role) or "")


def _name(widget: QWidget | None) -> str:
    """The name of a widget, or of the nearest one around it that has a name."""
    found: QObject | None = widget
    while found is not None and (not found.objectName() or found.objectName().startswith("qt_")):
        found = found.parent()
    return found.objectName() if found is not None else "(picture)"


@contextmanager
def _noted() -> Iterator[list[Drawn]]:
    """While this lasts, note every line that the drawing helpers write."""
    drawn: list[Drawn] = []
    plain: Callable[..., None] = drawing.put

    def put(painter: QPainter, rect: QRect, text: str, ink: Ink, flags: int = ONE_LINE) -> None:
        if text.strip():
            drawn.append(_line(painter, rect, text, ink, flags))
        plain(painter, rect, text, ink, flags)

    with ExitStack() as patches:
        for module in _that_draw(plain):
            patches.enter_context(patch.object(module, "put", put))
        yield drawn


def _that_draw(put: Callable[..., None]) -> list[Any]:
    """The modules that know the helper by its name."""
    return [module for module in list(sys.modules.values()) if vars(module).get("put") is put]


def _line(painter: QPainter, rect: QRect, text: str, ink: Ink, flags: int) -> Drawn:
    metrics = QFontMetrics(ink.font)
    width = advance(metrics, text)
    spare = rect.width() - width
    right, middle = flags & int(Qt.AlignmentFlag.AlignRight), flags & int(Qt.AlignmentFlag.AlignHCenter)
    left = rect.left() + (spare if right else spare // 2 if middle else 0)
    place = painter.worldTransform()
    height = metrics.tightBoundingRect(text).height()
    strokes = QRect(left, rect.top() + (rect.height() - height) // 2, width, height)
    device = painter.device()
    return Drawn(
        device if isinstance(device, QWidget) else None,
        text,
        (width, height),
        QRect(rect),
        place.mapRect(strokes),
        place.mapRect(painter.clipBoundingRect().toRect()) if painter.hasClipping() else None,
    )
