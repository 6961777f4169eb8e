"""Verify a letter before any casebook is open, or without one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.boxes import Column
from ui.kit.leaving import way_back
from ui.messages import MessageBar
from ui.verify.verify_page import VerifyPage
from ui.verify.words import tr


class VerifyDoor(QWidget):
    """The page with a way back, for the window's first view.

    Signals:
        left: a person wants to go back.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verify_door")
        self.page = VerifyPage()
        self.bar = MessageBar("verify_door/message", margins=(24, 12, 24, 0))
        head = Column(margins=(16, 12, 16, 0))
        head.addLayout(way_back(self, "verify_door", tr("Back"), self.left.emit))
        outer = Column(self)
        outer.addLayout(head)
        outer.addWidget(self.bar)
        outer.addWidget(self.page, 1)

    def take_focus(self) -> None:
        """Go to the button that chooses a letter."""
        self.page.choose.setFocus()

    def wait(self) -> None:
        """Wait for the check that is under way; before the window closes."""
        self.page.wait()
