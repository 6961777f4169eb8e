"""Tab goes the way one reads, whatever the order in which the controls were made."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def tab_stop(regions: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab, or Shift Tab, leads from a control; None where there is nothing to lead to.

    The regions follow each other, and the first the last; within each Tab goes from top to bottom, and from
    left to right where controls stand in one line. Qt's own order is that in which controls were made, and
    those of a card come and go with the answers.
    """
    stops = [stop for region in regions if region.isVisible() for stop in _stops(region)]
    if not stops:
        return None
    here = _place_of(current, stops)
    if here is None:
        return stops[0 if forward else -1]
    return stops[(here + (1 if forward else -1)) % len(stops)]


def _place_of(current: QWidget | None, stops: list[QWidget]) -> int | None:
    """The place of a control among the stops; any option of a group stands for its stop."""
    if current in stops:
        return stops.index(current)
    group = current.group() if isinstance(current, QAbstractButton) else None
    mates = [stop for stop in stops if group and isinstance(stop, QAbstractButton) and stop.group() is group]
    return stops.index(mates[0]) if mates else None


def _stops(region: QWidget) -> list[QWidget]:
    reached = (control for control in region.findChildren(QWidget) if _is_reached(control, region))
    placed = [(QRect(control.mapTo(region, QPoint(0, 0)), control.size()), control) for control in reached]
    lines: list[list[tuple[QRect, QWidget]]] = []
    for place, control in sorted(placed, key=lambda one: one[0].top()):
        if not lines or place.center().y() > lines[-1][0][0].bottom():
            lines.append([])
        lines[-1].append((place, control))
    return [control for line in lines for _, control in sorted(line, key=lambda one: one[0].left())]


def _is_reached(control: QWidget, region: QWidget) -> bool:
    by_tab = bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
    # the list of a combo box is a window of its own
    here = control.isVisibleTo(region) and control.isEnabled() and control.window() is region.window()
    return here and (_is_stop_of_group(control) if isinstance(control, QAbstractButton) else by_tab)


def _is_stop_of_group(button: QAbstractButton) -> bool:
    """A group of which one may be chosen is one stop: the chosen option, else the first that may be used."""
    group = button.group()
    if group is None or not group.exclusive():
        return bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
    chosen = group.checkedButton()
    if chosen is not None:
        return button is chosen
    return button is next((one for one in group.buttons() if one.isEnabled()), None)
