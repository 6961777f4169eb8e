"""What the pages before the casebook share: a card in the middle, one button, work that takes a moment."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.errors import DictamenError
from ui import fonts, icons, messages, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row, at_left
from ui.kit.buttons import LinkButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.drawing import Ink, painting, put, square_in
from ui.kit.field import Field
from ui.kit.notices import ErrorSummary, problems_of
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import PageTitle, Secondary
from ui.messages import MessageBar
from ui.start.job import Job

_WIDTH = 440


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("start", text)


class Brand(QLabel):
    """The product's icon and name, over the card."""

    def __init__(self) -> None:
        super().__init__("Dictamen")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = fonts.metrics(fonts.Size.PAGE_TITLE, fonts.SEMIBOLD).horizontalAdvance(self.text())
        return QSize(px(38) + words + 1, px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            icons.paint(painter, "shield-check", tokens.accent, square_in(self.rect(), 0, px(28)))
            ink = Ink(fonts.font(fonts.Size.PAGE_TITLE, fonts.SEMIBOLD), tokens.text)
            put(painter, QRect(px(38), 0, self.width(), self.height()), self.text(), ink)


class EntryPage(QWidget):
    """A page before the casebook is open; it shows nothing about any member.

    A subclass fills ``card.column``, lists ``fields`` and gives ``_work``.

    Signals:
        entered(object): the casebook was opened (a ``Casebook``).
        restore_asked: a person wants to restore a backup instead.
        recovery_asked: a person wants to use the recovery key instead.
        verify_asked: a person wants to verify a letter, which needs no casebook.
    """

    entered = Signal(object)
    restore_asked = Signal()
    recovery_asked = Signal()
    verify_asked = Signal()

    def __init__(self, name: str, title: str, text: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.fields: list[Field[Any]] = []
        self._action = action
        self._job: Job | None = None
        self.bar = MessageBar(f"{name}/message")
        self.summary = ErrorSummary(f"{name}/problems")
        self.card = Card(f"{name}/card", gap=14)
        self.primary = PrimaryButton(action, f"{name}/primary")
        self.primary.clicked.connect(self.submit)
        self._arrange(name, title, text)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def take_focus(self) -> None:
        """Let a person type at once."""
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self) -> None:
        """Wait for the work that is under way; before the window closes."""
        if self._job is not None:
            self._job.wait()

    def submit(self) -> None:
        """Do what the button says, or show what is missing."""
        if self.busy or self.summary.show_problems(problems_of(self.fields)):
            return
        self.bar.clear()
        self._job = Job(self._work(), self)
        self._job.done.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self._show_busy()
        self._job.start()

    def clear(self) -> None:
        """Empty every field: nothing that was typed stays behind."""
        for field in self.fields:
            field.set_value(None)

    def _work(self) -> Callable[[], object]:
        """What is to be done in the worker, with the values of the fields as they are now."""
        raise NotImplementedError

    def _busy_words(self) -> str:
        """What the button says meanwhile."""
        raise NotImplementedError

    def _refused(self, error: DictamenError) -> None:
        """Show what the work could not do."""
        self.bar.show_message("failed", messages.sentence(error))

    def _add_fields(self, fields: Sequence[Field[Any]]) -> None:
        for field in fields:
            self.fields.append(field)
            self.card.column.addWidget(field)

    def _add_button(self) -> None:
        self.card.column.addSpacing(px(2))
        self.card.column.addLayout(at_left(self.primary))

    def _offer_restore(self) -> None:
        link = self._offer(tr("Restore a backup"), f"{self.objectName()}/restore")
        link.clicked.connect(self.restore_asked)

    def _offer_verify(self) -> None:
        link = self._offer(tr("Verify a letter"), f"{self.objectName()}/verify")
        link.clicked.connect(self.verify_asked)

    def _offer(self, words: str, name: str) -> LinkButton:
        """Another way than this page, below what is there."""
        link = LinkButton(words, name)
        self.card.column.addLayout(at_left(link))
        return link

    def _show_busy(self) -> None:
        self.primary.set_words(self._busy_words() if self.busy else self._action)
        for field in self.fields:
            field.setEnabled(not self.busy)

    def _end(self) -> None:
        self._job = None
        self._show_busy()

    def _succeed(self, casebook: object) -> None:
        self._end()
        self.clear()
        self.entered.emit(casebook)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, DictamenError):
            raise error
        self._refused(error)

    def _arrange(self, name: str, title: str, text: str) -> None:
        page = ScrollPage(f"{name}/page", margins=(24, 56, 24, 24), gap=0, parent=self)
        outer = Column(self)
        outer.addWidget(page)
        centre = _Centre(self)
        column = Column(centre, gap=12)
        column.addWidget(Brand())
        column.addSpacing(px(4))
        column.addWidget(self.bar)
        column.addWidget(self.summary)
        column.addWidget(self.card)
        row = Row()
        row.addStretch(1)
        row.addWidget(centre)
        row.addStretch(1)
        page.column.addLayout(row)
        words = Column(gap=2)
        words.addWidget(PageTitle(title))
        words.addWidget(Secondary(text))
        self.card.column.addLayout(words)


class _Centre(QWidget):
    """A column of one width, in the middle of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(px(_WIDTH))
