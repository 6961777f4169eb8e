"""Sentences that stay until their cause is gone: ``NoticeBar`` and ``ErrorSummary``."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton
from ui.kit.drawing import Ink, fill, painting, put_lines, square_in, surface
from ui.kit.field import Field
from ui.kit.text import SectionTitle, Text
from ui.kit.tokens import Tokens
from ui.kit.words import tr
from ui.kit.wrapping import longest_word, wrapped


class Notice(StrEnum):
    """What a notice is about: ``FAILED`` is the one that stops work, such as a save that failed."""

    INFO = "info"
    WARNING = "warning"
    FAILED = "failed"


_AROUND_LINK = 8
# Beside its links a sentence keeps at least this many pixels at 100 %; with less the links stand below it.
_LEAST_TEXT = 200
_ICONS = {Notice.INFO: "info", Notice.WARNING: "file-question-mark", Notice.FAILED: "triangle-alert"}


def _colours(notice: Notice, tokens: Tokens) -> tuple[QColor, QColor]:
    return {
        Notice.INFO: (tokens.accent_soft, tokens.accent),
        Notice.WARNING: (tokens.open_soft, tokens.open),
        Notice.FAILED: (tokens.late_soft, tokens.late),
    }[notice]


class NoticeBar(QFrame):
    """A tinted line: icon, sentence, links to what can be done; rounded in a card, square across a page."""

    def __init__(self, name: str, notice: Notice, text: str, *, icon: str = "", rounded: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._notice = notice
        self._icon = icon or _ICONS[notice]
        self._radius = 6 if rounded else 0
        self._text = Text(text)
        self._text.setObjectName(f"{name}/text")
        self._row = Row(self, margins=(38, 6, 12, 6), gap=12)
        self._row.addWidget(self._text, 1)
        self._links: list[LinkButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show another sentence without interrupting a screen reader, as for progress."""
        self._text.setText(text)

    def show_text(self, text: str) -> None:
        """Show another sentence and tell screen readers of it."""
        self._text.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self._text)

    def add_action(self, text: str, name: str, icon: str = "") -> LinkButton:
        """Add a link at the right end; connect its ``clicked``."""
        link = LinkButton(text, name, icon=icon)
        self._links.append(link)
        self._row.addWidget(link)
        self._turn()
        return link

    def minimumSizeHint(self) -> QSize:
        widths = [part.minimumSizeHint().width() for part in (self._text, *self._shown_links())]
        return QSize(max(widths) + self._margins(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _shown_links(self) -> list[LinkButton]:
        return [link for link in self._links if not link.isHidden()]

    def _margins(self) -> int:
        margins = self._row.contentsMargins()
        return margins.left() + margins.right()

    def _turn(self) -> None:
        """Put the links beside the sentence, or below it where there is no room."""
        links = self._shown_links()
        beside = sum(link.sizeHint().width() + self._row.spacing() for link in links)
        beside += min(self._text.sizeHint().width(), px(_LEAST_TEXT)) + self._margins()
        way = QBoxLayout.Direction.LeftToRight
        if links and beside > self.width():
            way = QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        inside, colour = _colours(self._notice, theme.current())
        with painting(self) as painter:
            fill(painter, self.rect(), px(self._radius), inside)
            icons.paint(painter, self._icon, colour, square_in(self.rect(), px(12), px(18)))


class Problem(NamedTuple):
    """One line of the error summary: the words at the field, and the field to go to."""

    text: str
    field: QWidget


def problems_of(fields: Sequence[Field[Any]]) -> list[Problem]:
    """Reveal what is wrong in each field, in their order, ready for ``ErrorSummary.show_problems``."""
    return [Problem(problem, field) for field in fields if (problem := field.reveal())]


class _ProblemLink(LinkButton):
    """A link that wraps, as a problem is a whole sentence."""

    padding_px = 0

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        least = longest_word(fonts.metrics(), self.words()) + 2 * px(self.padding_px)
        return QSize(least, px(self.height_px))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = wrapped(fonts.metrics(), self.words(), width - 2 * px(self.padding_px))
        return max(text.height() + px(_AROUND_LINK), px(self.height_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        inset = px(self.padding_px)
        area = self.rect().adjusted(inset, px(_AROUND_LINK) // 2, -inset, 0)
        with painting(self) as painter:
            put_lines(painter, area, self.words(), Ink(fonts.font(), self.look(theme.current()).text))


class ErrorSummary(QFrame):
    """The summary "There is a problem" at the top of a page: takes the focus and has one link per field.

    Example: ``if summary.show_problems(problems_of(fields)): return``.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = SectionTitle(tr("There is a problem"))
        self._column = Column(self, margins=(17, 13, 17, 11), gap=2)
        self._column.addWidget(self._title)
        self._links: list[_ProblemLink] = []
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        """List these problems and take the focus, or hide when there is none; says whether there is any."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(number, problem) for number, problem in enumerate(problems, start=1)]
        self.setVisible(bool(problems))
        if problems:
            words = [self._title.text(), *(problem.text for problem in problems)]
            self.setAccessibleName(". ".join(words))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self)
        return bool(problems)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            surface(painter, self.rect(), px(10), tokens.surface, (tokens.late, 2))

    def _link(self, number: int, problem: Problem) -> _ProblemLink:
        link = _ProblemLink(problem.text, f"{self.objectName()}/{number}")
        link.clicked.connect(lambda: problem.field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._column.addWidget(link)
        return link


def announce(widget: QWidget | QLabel) -> None:
    """Have screen readers read the widget now, although the focus is elsewhere."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415  # 3 ms of the first paint

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
