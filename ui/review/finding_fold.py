"""The finding in one line, where a narrow window has no room for its panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.case import Judgment
from ui.kit.boxes import Row
from ui.kit.buttons import LinkButton
from ui.kit.card import Panel
from ui.kit.chips import StatusIcon
from ui.kit.status import Status
from ui.kit.text import Value
from ui.review.finding_words import headline, status_of
from ui.review.words import tr


class FindingFold(Panel):
    """Icon, headline, and the way to the whole finding.

    Signals:
        toggled: a person wants the whole finding, or the page again.
    """

    toggled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Qt.Edge.TopEdge, parent)
        self._icon = StatusIcon(Status.OPEN, 18)
        self._headline = Value()
        self._headline.setObjectName(f"{name}/headline")
        self._toggle = LinkButton("", f"{name}/toggle")
        self._toggle.clicked.connect(self.toggled)
        row = Row(self, margins=(24, 6, 24, 6), gap=8)
        row.addWidget(self._icon)
        row.addWidget(self._headline, 1)
        row.addWidget(self._toggle)
        self.set_open(is_open=False)

    def show_finding(self, judgment: Judgment) -> None:
        """Show the finding of a judgment."""
        self._icon.set_status(status_of(judgment))
        self._headline.setText(headline(judgment))

    def set_open(self, *, is_open: bool) -> None:
        """Name what the link does now."""
        self._toggle.set_words(tr("Show page") if is_open else tr("Show finding"))
