"""The way out of a view that stands over others: a link at its top, and the keys Esc and Alt+Left.

Example::

    outer.addLayout(way_back(self, "history", tr("Back"), self.close_case))
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.kit.boxes import Row, at_left
from ui.kit.buttons import LinkButton


def leave_by_keys(view: QWidget, name: str, words: str, leave: Callable[[], None]) -> None:
    """Give a view the action ``NAME/leave`` with its keys, which count while the focus is in it."""
    action = QAction(words, view)
    action.setObjectName(f"{name}/leave")
    action.setShortcuts([QKeySequence("Esc"), QKeySequence("Alt+Left")])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(leave)
    view.addAction(action)


def way_back(view: QWidget, name: str, words: str, leave: Callable[[], None]) -> Row:
    """Give a view its keys and the row with its link, ``NAME/back``.

    Args:
        view: takes the action ``NAME/leave``; the keys count while the focus is in it.
        name: of the view.
        words: of the link and the action.
        leave: what both do.
    """
    leave_by_keys(view, name, words, leave)
    link = LinkButton(words, f"{name}/back", icon="arrow-left")
    link.clicked.connect(leave)
    return at_left(link)
