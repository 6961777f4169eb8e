"""What stands under the finding's tree: titled groups of notes, of reasons, and of what would change it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.drawing import Ink, fill, painting, put_lines
from ui.kit.status import Status, colour_of, icon_of
from ui.kit.text import FieldLabel, Hint, Muted, known_size
from ui.review.finding_reasons import ToldReason
from ui.review.finding_words import Change

_ICON, _LEFT, _TEXT, _AROUND = 16, 5, 29, 4


class _Group(QWidget):
    """A small title over rows; hidden while there is none."""

    def __init__(self, name: str, title: str = "", gap: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = FieldLabel(title)
        self._column = Column(self, margins=(0, 6, 0, 0), gap=gap)
        self._column.addWidget(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()


class _MadeAnew(_Group):
    """A group whose rows are made anew whenever they say something else."""

    def __init__(self, name: str, title: str = "") -> None:
        super().__init__(name, title)
        self._rows: list[QWidget] = []

    def _show_rows(self, rows: list[QWidget]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = rows
        for row in rows:
            self._column.addWidget(row)
        self.setVisible(bool(rows))


class Notes(_MadeAnew):
    """Short sentences."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self._shown: list[str] = []

    def show_texts(self, texts: list[str]) -> None:
        """Show these sentences."""
        if texts != self._shown:
            self._shown = texts
            self._show_rows([Hint(text) for text in texts])


class Reasons(_MadeAnew):
    """Cited lines with the answers that decide them, and the documents behind each answer."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._shown: tuple[ToldReason, ...] = ()

    def show_reasons(self, title: str, reasons: tuple[ToldReason, ...]) -> None:
        """Show these reasons under this title."""
        self._title.setText(title)
        if reasons != self._shown:
            self._shown = reasons
            self._show_rows([_reason(reason) for reason in reasons])


def _reason(reason: ToldReason) -> QWidget:
    shown = QWidget()
    row = Row(shown, gap=8)
    row.addWidget(FieldLabel(reason.line, wraps=False), 0, Qt.AlignmentFlag.AlignTop)
    facts = Column(gap=2)
    for fact in reason.facts:
        facts.addWidget(Hint(fact.text))
        if fact.documents:
            facts.addWidget(Muted(fact.documents))
    row.addLayout(facts, 1)
    return shown


class Changes(_Group):
    """What would change the finding, at most a few; its rows stay, so that one keeps the focus.

    Signals:
        opened(str): a person wants the card that a change starts at.
    """

    opened = Signal(str)

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title, gap=2)
        self._rows: list[ChangeRow] = []

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show these changes."""
        while len(self._rows) < len(changes):
            self._add()
        for row, change in zip(self._rows, changes, strict=False):
            row.show_change(change)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(changes))
        self.setVisible(bool(changes))

    def _add(self) -> None:
        row = ChangeRow(f"{self.objectName()}/{len(self._rows) + 1}")
        row.clicked.connect(lambda: self.opened.emit(row.card))
        self._rows.append(row)
        self._column.addWidget(row)


class ChangeRow(QPushButton):
    """A change as a button: the shape of the status it leads to, and its sentence on lines as needed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName(name)
        self.setAutoDefault(True)  # or Enter would not press it
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._change = Change(Status.INFO, "", "")
        theme.changes().changed.connect(self.updateGeometry)

    @property
    def card(self) -> str:
        """The id of the question that it leads to."""
        return self._change.card

    def show_change(self, change: Change) -> None:
        """Show another change in place."""
        if change != self._change:
            self._change = change
            self.setAccessibleName(change.text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        key = fonts.font(fonts.Size.SECONDARY).key()
        size = known_size(key, _metrics(), self._change.text, width - px(_TEXT))
        return size.height() + 2 * px(_AROUND)

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, status = theme.current(), self._change.status
        top, line = px(_AROUND), _metrics().lineSpacing()
        square = QRect(px(_LEFT), top + (line - px(_ICON)) // 2, px(_ICON), px(_ICON))
        text = QRect(px(_TEXT), top, self.width() - px(_TEXT), self.height() - 2 * top)
        with painting(self) as painter:
            if self.underMouse() or self.isDown():
                fill(painter, self.rect(), px(4), tokens.hover)
            icons.paint(painter, icon_of(status), colour_of(status, tokens), square)
            put_lines(painter, text, self._change.text, Ink(fonts.font(fonts.Size.SECONDARY), tokens.text))


def _metrics() -> QFontMetrics:
    return fonts.metrics(fonts.Size.SECONDARY)
