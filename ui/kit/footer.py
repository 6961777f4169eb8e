"""The bar under a page: what is saved, the way back, and the next step."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.boxes import Row
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.card import Panel
from ui.kit.drawing import MIDDLE_LEFT, Ink, painting, put_lines, square_in
from ui.kit.words import tr
from ui.kit.wrapping import longest_word, wrapped

_ICON, _WORDS = 16, 24


class _Saved(QLabel):
    """Icon and words of the saved state; wraps before it would be cut."""

    def __init__(self) -> None:
        super().__init__()
        self.failed = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(wrapped(_metrics(), self.text(), width - px(_WORDS)).height(), px(_ICON))

    def sizeHint(self) -> QSize:
        return QSize(px(_WORDS) + _metrics().horizontalAdvance(self.text()) + 1, px(_ICON))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_WORDS) + longest_word(_metrics(), self.text()) + 1, px(_ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.text():
            return
        tokens = theme.current()
        colour = tokens.late if self.failed else tokens.text2
        icon = "triangle-alert" if self.failed else "check"
        with painting(self) as painter:
            icons.paint(painter, icon, colour, square_in(self.rect(), 0, px(_ICON)))
            words = self.rect().adjusted(px(_WORDS), 0, 0, 0)
            put_lines(painter, words, self.text(), Ink(fonts.font(fonts.Size.SECONDARY), colour), MIDDLE_LEFT)


def _metrics() -> QFontMetrics:
    return fonts.metrics(fonts.Size.SECONDARY)


class FooterBar(Panel):
    """At the left what is saved; at the right Back, further buttons, and the page's one primary button.

    Buttons are named ``NAME/back`` and ``NAME/primary``. Connect to ``back.clicked`` and ``primary.clicked``.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Qt.Edge.TopEdge, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._saved = _Saved()
        self._saved.setObjectName(f"{name}/saved")
        self.back = SecondaryButton(tr("Back"), f"{name}/back")
        self.primary = PrimaryButton("", f"{name}/primary")
        self._between = Row(gap=8)
        row = Row(self, margins=(24, 11, 24, 10), gap=8)
        row.addWidget(self._saved, 1)
        row.addWidget(self.back)
        row.addLayout(self._between)
        row.addWidget(self.primary)
        self.primary.hide()

    def show_saved(self, text: str) -> None:
        """Say when all was saved ("All changes saved, 09:11:52")."""
        self._show(text, failed=False)

    def show_not_saved(self, text: str) -> None:
        """Say that the last change is not saved."""
        self._show(text, failed=True)

    def set_primary(self, text: str, icon: str = "") -> None:
        """Name the next step; an empty text leaves the page without one."""
        self.primary.set_words(text)
        self.primary.set_icon(icon)
        self.primary.setVisible(bool(text))

    def add_secondary(self, text: str, name: str, icon: str = "") -> SecondaryButton:
        """Add a button between Back and the primary one."""
        button = SecondaryButton(text, name, icon=icon)
        self._between.addWidget(button)
        return button

    def _show(self, text: str, *, failed: bool) -> None:
        self._saved.failed = failed
        self._saved.setText(text)
        self._saved.updateGeometry()
        self._saved.update()
