"""Tab goes the way one reads, whatever the order in which the controls were made."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def order_tabs(regions: Sequence[QWidget]) -> None:
    """Have Tab go through the regions in turn, within each from top to bottom and from left to right."""
    controls = [control for region in regions for control in _in_reading_order(region)]
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


def _in_reading_order(region: QWidget) -> list[QWidget]:
    def place(control: QWidget) -> tuple[int, int]:
        corner = control.mapTo(region, QPoint(0, 0))
        return corner.y(), corner.x()

    controls = (
        control
        for control in region.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(region)
    )
    return sorted(controls, key=place)
