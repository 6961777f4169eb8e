"""The card of a case's history about its hold: whether one stands, putting one, and taking it away."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from app.casebook import Casebook
from app.casebook.holds import HoldReason
from app.errors import DictamenError
from app.retention import retention_of
from ui.keeping.retention_words import hold_words, reason_words
from ui.keeping.words import tr
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.flow import in_lines
from ui.kit.text import Hint, Secondary, SectionTitle


class HoldCard(Card):
    """The hold of one case.

    Signals:
        changed: a hold was put or taken away.
        failed(object): why it was not (a ``DictamenError``).
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, casebook: Casebook, case_id: str) -> None:
        """Raises ``Damaged`` where a hold was changed on the disk."""
        super().__init__("history/hold", gap=10)
        self._holds, self._case_id = retention_of(casebook).holds, case_id
        self.told, self.why_not = Secondary(""), Hint("")
        self.reason = ComboField(
            "history/hold/reason", tr("Reason"), required=tr("Choose the reason."), waits=True
        )
        for reason in HoldReason:
            self.reason.add_option(reason.value, reason_words(reason))
        self.reason.set_placeholder(tr("Choose"))
        self.put = SecondaryButton(tr("Put on hold"), "history/hold/put", icon="lock")
        self.release = SecondaryButton(tr("Release the hold"), "history/hold/release")
        self.put.clicked.connect(self._put)
        self.release.clicked.connect(lambda: self._do(lambda: self._holds.release(self._case_id)))
        self.column.addWidget(SectionTitle(tr("Hold")))
        for part in (self.told, self.why_not, self.reason):
            self.column.addWidget(part)
        self.column.addLayout(in_lines(self.put, self.release))
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands now, and offer what this person may do."""
        hold = self._holds.standing().get(self._case_id)
        free = tr("None. A case on hold is kept whatever its retention, for a court or an audit.")
        self.told.setText(hold_words(hold) if hold else free)
        for part in (self.reason, self.put):
            part.setVisible(hold is None and self._holds.may_hold)
        self.release.setVisible(hold is not None and self._holds.may_release)
        only = (
            tr("A physician, or who administers the casebook, releases it.")
            if hold
            else tr("Quality assurance reads the casebook and does not change it.")
        )
        may = self._holds.may_release if hold else self._holds.may_hold
        self.why_not.setText("" if may else only)
        self.why_not.setVisible(not may)

    def _put(self) -> None:
        if self.reason.reveal():
            self.reason.setFocus()
            return
        reason = HoldReason(self.reason.value() or "")
        self._do(lambda: self._holds.hold(self._case_id, reason))

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except DictamenError as error:
            self.failed.emit(error)
        else:
            self.reason.set_value(None)
            self.changed.emit()
        self.refresh()
