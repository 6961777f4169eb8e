"""A case view as a test drives it: by keys and clicks, reading what a person would read."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.case import CaseRecord
from app.desk import OpenCase, add_case, open_case
from app.people import Person
from app.route import Page
from tests.ui.review.closing_cases import REVIEWER, new_home, sign_in
from ui.kit.finding_model import TreeLine
from ui.kit.finding_tree import FindingTree
from ui.review.case_view import CaseView
from ui.session import Session

W = TypeVar("W", bound=QWidget)


class Driven:
    """One sitting, in a casebook of its own, with one case view at a time."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        new_home(home)
        self.qtbot = qtbot
        self.home = home
        self.session: Session = sign_in(home, REVIEWER)

    def sign_in(self, person: Person) -> None:
        """Work on as somebody else."""
        self.session.casebook.close()
        self.session = sign_in(self.home, person)

    def open(self, document: dict[str, Any], page: Page | None = None) -> CaseView:
        """Keep a case and show it."""
        saved = add_case(self.session.casebook, document)
        return self.reopen(saved.case_id, page)

    def reopen(self, case_id: str, page: Page | None = None) -> CaseView:
        """Show a case that is kept."""
        return self.show(open_case(self.session.casebook, case_id), page)

    def begin(self, record: CaseRecord, page: Page | None = None) -> CaseView:
        """Show a case that is not kept yet."""
        return self.show(OpenCase(self.session.casebook, record), page)

    def show(self, case: OpenCase, page: Page | None) -> CaseView:
        """Show an open case in a window of its own."""
        view = CaseView(self.session, case, page)
        self.qtbot.addWidget(view)
        view.resize(1280, 800)
        with self.qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        self.settle()
        return view

    def close(self) -> None:
        """End the sitting."""
        self.session.casebook.close()

    @staticmethod
    def settle() -> None:
        """Let Qt do what is waiting."""
        for _ in range(3):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def part(view: QWidget, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment] # any widget
    """The control of this object name."""
    found = view.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} controls are named {name}"
    return found[0]


def shown(view: QWidget, name: str) -> bool:
    """Whether a control of this name is there to be seen."""
    return any(widget.isVisible() for widget in view.findChildren(QWidget, name))


def words(view: QWidget, name: str) -> str:
    """What a label says."""
    return part(view, name, QLabel).text()


def click(view: QWidget, name: str) -> None:
    """Click a button where a person would."""
    button = part(view, name, QAbstractButton)
    assert button.isVisible(), f"{name} is not to be seen"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    Driven.settle()


def type_into(view: QWidget, name: str, text: str) -> None:
    """Replace what a field holds, and stay in it."""
    field = part(view, name, QLineEdit)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(field, sign)
        else:  # which Qt's own test keys cannot type
            stroke = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(field, stroke)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    QTest.keyClick(focused, key, modifier)
    Driven.settle()


def focus_name() -> str:
    """The name of what has the focus."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def line(view: QWidget, line_id: str) -> TreeLine:
    """A line of the finding's tree."""
    tree = part(view, "finding/tree", FindingTree)
    return next(one for one, _depth in tree._model.lines_with_depth() if one.id == line_id)
