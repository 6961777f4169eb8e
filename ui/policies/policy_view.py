"""A policy over an open case: to look something up and go on where one was."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.boxes import Column
from ui.kit.leaving import way_back
from ui.messages import MessageBar
from ui.policies.policy_page import PolicyPage, policy_of
from ui.policies.words import tr
from ui.session import Session


class PolicyView(QWidget):
    """Read only. Whoever shows it waits for ``closed``, then takes it away.

    Attributes:
        bar: where messages are shown.

    Signals:
        closed: a person has seen enough.
        paper_asked(object): a person wants to read the plan's own document (an ``Attachment``).
    """

    closed = Signal()
    paper_asked = Signal(object)

    def __init__(self, session: Session, number: str, part: str) -> None:
        super().__init__()
        self.setObjectName("policy_view")
        self._part = part
        self.bar = MessageBar("policy/message")
        self.page = PolicyPage("policy/page", session)
        self.page.paper_asked.connect(self.paper_asked)
        column = Column(self, margins=(0, 14, 0, 0), gap=4)
        head = way_back(self, "policy", tr("Back"), self.close_case)
        head.setContentsMargins(20, 0, 24, 0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self.page.show_policy(policy_of(number))

    def take_focus(self) -> None:
        """Go to the part that was asked for."""
        self.page.take_focus()
        self.page.go_to(self._part)

    def close_case(self) -> None:
        """Leave; there is nothing to save."""
        self.closed.emit()
