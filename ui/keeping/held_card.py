"""The card of the retention page about holds: those that stand, and a form for another one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.casebook.holds import Hold, HoldReason
from ui.keeping.retention_words import reason_words
from ui.keeping.words import moment, tr
from ui.kit.boxes import Column, Row, at_left, empty
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.choice_fields import ComboField
from ui.kit.notices import ErrorSummary, problems_of
from ui.kit.text import Hint, Secondary, SectionTitle
from ui.kit.text_fields import TextField


class HeldCard(Card):
    """Asks; whoever shows it does what is asked, and empties the form afterwards.

    Signals:
        hold_asked(str, object): the case of this id should be kept, for this ``HoldReason``.
        release_asked(str): the hold on the case of this id should be taken away.
    """

    hold_asked = Signal(str, object)
    release_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("retention/held/card", gap=10)
        self._holds = Column(gap=6)
        self.summary = ErrorSummary("retention/problems")
        self.case = TextField(
            "retention/hold/case", tr("Case number"), required=tr("Enter the number of the case.")
        )
        self.reason = ComboField(
            "retention/hold/reason", tr("Reason"), required=tr("Choose the reason."), waits=True
        )
        for reason in HoldReason:
            self.reason.add_option(reason.value, reason_words(reason))
        self.reason.set_placeholder(tr("Choose"))
        self.put = SecondaryButton(tr("Put on hold"), "retention/hold/put", icon="lock")
        self.put.clicked.connect(self._ask)
        self._arrange()

    def show_holds(self, holds: Sequence[Hold]) -> None:
        """Show the holds that stand."""
        empty(self._holds)
        for hold in holds:
            self._holds.addWidget(self._line(hold))
        if not holds:
            self._holds.addWidget(Secondary(tr("No case is on hold.")))

    def clear_form(self) -> None:
        """Forget what was typed."""
        self.case.set_value(None)
        self.reason.set_value(None)

    def _ask(self) -> None:
        if not self.summary.show_problems(problems_of([self.case, self.reason])):
            self.hold_asked.emit(self.case.value() or "", HoldReason(self.reason.value() or ""))

    def _line(self, hold: Hold) -> QWidget:
        part = QWidget()
        line = Row(part, gap=12)
        words = tr("{0}, {1}, since {2} by {3}")
        told = words.format(hold.case_id, reason_words(hold.reason), moment(hold.at), hold.by)
        line.addWidget(Secondary(told), 1)
        release = LinkButton(tr("Release"), f"retention/held/{hold.case_id}/release")
        release.setAccessibleName(tr("Release {0}").format(hold.case_id))
        release.clicked.connect(lambda: self.release_asked.emit(hold.case_id))
        line.addWidget(release)
        return part

    def _arrange(self) -> None:
        self.column.addWidget(SectionTitle(tr("On hold")))
        self.column.addLayout(self._holds)
        self.column.addWidget(Divider())
        words = tr("A case on hold is kept whatever its retention, for a court or an audit.")
        self.column.addWidget(Hint(words))
        for part in (self.summary, self.case, self.reason):
            self.column.addWidget(part)
        self.column.addLayout(at_left(self.put))
