"""The dose table in two shapes: a row for each day where there is room, else a column for each day."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.policy import Policy
from app.regimen import Cycle
from ui.kit.boxes import Column
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.review.dose_facts import dose_columns, dose_rows
from ui.review.values import short_day
from ui.review.words import tr


class DoseTable(QWidget):
    """Shows a cycle's doses, units and vials; the shape follows the width."""

    def __init__(self, name: str, policy: Policy) -> None:
        super().__init__()
        self._titles = [column.title for column in dose_columns(policy)]
        self._by_day = FactsTable(name, tr("Doses"), dose_columns(policy))
        self._by_figure = FactsTable(f"{name}_narrow", tr("Doses"), _columns_by_figure(policy))
        # or the wide shape would keep the page from ever becoming narrower than itself
        self._by_day.setMinimumWidth(1)
        column = Column(self)
        column.addWidget(self._by_day)
        column.addWidget(self._by_figure)
        self._by_figure.hide()

    def show_cycle(self, cycle: Cycle | None) -> None:
        """Show the doses of a cycle, or no rows without a plan."""
        rows = dose_rows(cycle) if cycle else []
        self._by_day.set_rows(rows)
        self._by_figure.set_rows(_turned(self._titles, rows, cycle) if cycle else [])
        self._choose_shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that fits."""
        super().resizeEvent(event)
        self._choose_shape()

    def _choose_shape(self) -> None:
        fits = self._by_day.minimumSizeHint().width() <= self.width()
        self._by_day.setVisible(fits)
        self._by_figure.setVisible(not fits)


def _columns_by_figure(policy: Policy) -> list[FactsColumn]:
    days = [FactsColumn(tr("Day {0}").format(day), numeric=True) for day in policy.dosing.treatment_days]
    return [FactsColumn(tr("Treatment day")), *days, FactsColumn(tr("Whole cycle"), numeric=True)]


def _turned(titles: Sequence[str], rows: Sequence[tuple[str, ...]], cycle: Cycle) -> list[tuple[str, ...]]:
    """The same figures with a row for each title; the first row has the dates."""
    dates = (tr("Date"), *(short_day(day.date) for day in cycle.days), "")
    figures = zip(*(row[1:] for row in rows), strict=True)
    return [dates, *((title, *cells) for title, cells in zip(titles[1:], figures, strict=True))]
