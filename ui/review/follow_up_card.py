"""What can follow an approval: more days for the first cycle, or the next one; each as a case of its own."""

from PySide6.QtWidgets import QWidget

from app.amendment import extensions_for, open_amendment
from app.authorization import period_for
from app.next_cycle import next_cycle_of, open_next_cycle
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.flow import Flow
from ui.kit.text import SectionTitle
from ui.review.desk import CaseDesk
from ui.review.words import tr


class FollowUpCard(Card):
    """Stands on the decision page of an approved case, for those who may write."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("decision/follow_up", gap=12)
        self._desk = desk
        self._reasons = ChoiceField(
            "decision/extension",
            tr("Why the first cycle needs more days"),
            required=tr("Choose why the first cycle needs more days."),
        )
        for extension in desk.policy.limits.extensions:
            self._reasons.add_option(extension.value, extension.text[desk.language], extension.line)
        self._extend = SecondaryButton("", "decision/extend")
        self._extend.clicked.connect(self._open_amendment)
        self._next = SecondaryButton("", "decision/next_cycle")
        self._next.clicked.connect(self._open_next)
        self.column.addWidget(SectionTitle(tr("What can follow")))
        self.column.addWidget(self._reasons)
        self.column.addWidget(_side_by_side(self._extend, self._next))

    def show_case(self) -> None:
        """Show what can follow this case now; hidden where nothing can."""
        desk = self._desk
        cycle = next_cycle_of(desk.record, desk.judgment)
        extensions = extensions_for(desk.record, desk.judgment)
        self.setVisible(cycle is not None and desk.session.person.role.may_write)
        if cycle is None:
            return
        self._next.set_words(tr("Start cycle {0}").format(cycle))
        for part in (self._reasons, self._extend):
            part.setVisible(bool(extensions))
        if extensions:
            longer = desk.judgment.request._replace(extension=extensions[0].value)
            days = period_for(desk.policy.limits, longer).days
            self._extend.set_words(tr("Extend cycle 1 to {0} days").format(days))

    def _open_amendment(self) -> None:
        if self._reasons.reveal():
            self._reasons.setFocus()
            return
        desk, reason = self._desk, self._reasons.value() or ""
        desk.open_other(lambda: open_amendment(desk.session.casebook, desk.case, reason, desk.session.now()))

    def _open_next(self) -> None:
        desk = self._desk
        desk.open_other(lambda: open_next_cycle(desk.session.casebook, desk.case, desk.session.now()))


def _side_by_side(*buttons: QWidget) -> QWidget:
    """Buttons in their own width, one beside the other where there is room."""
    line = QWidget()
    flow = Flow(line, gap=12)
    for button in buttons:
        flow.addWidget(button)
    return line
