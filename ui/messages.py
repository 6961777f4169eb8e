"""The one door for messages to the person at the screen: ``info`` and ``error``, from anywhere.

The window shows them in the view that is open. What is said before there is a window waits for it. A message
never holds a member's name, an id or a passphrase.
"""

from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DictamenError
from ui.kit.boxes import Column, Margins
from ui.kit.notices import Notice, NoticeBar
from ui.language import error_words


def tr(text: str) -> str:
    """The sentence in the language of the screen."""
    return QCoreApplication.translate("messages", text)


class Door(QObject):
    """Where messages pass.

    Signals:
        said(str, str): what kind of notice (a ``Notice`` value), and the sentence.
        taken_back: whatever is shown has lost its cause.
        sitting_ended(str): nothing more can be done before the person has signed in again; the sentence.
    """

    said = Signal(str, str)
    taken_back = Signal()
    sitting_ended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[str, str]] = []
        self._open = False

    def open(self) -> None:
        """There is a window: pass on what waited, and from now on all at once."""
        self._open = True
        waiting, self._waiting = self._waiting, []
        for notice, text in waiting:
            self.said.emit(notice, text)

    def shut(self) -> None:
        """There is no window any more: what is said waits."""
        self._open = False

    def say(self, notice: Notice, text: str) -> None:
        """Pass a sentence on, or keep it until there is a window."""
        if self._open:
            self.said.emit(notice.value, text)
        else:
            self._waiting.append((notice.value, text))


@cache
def door() -> Door:
    """The one door of this process."""
    return Door()


def info(text: str) -> None:
    """Say that something is done or is so."""
    door().say(Notice.INFO, text)


def error(problem: Exception | str) -> None:
    """Say that something could not be done, and what to do."""
    if isinstance(problem, DictamenError) and problem.ends_sitting:
        door().sitting_ended.emit(sentence(problem))
    else:
        door().say(Notice.FAILED, sentence(problem))


def clear() -> None:
    """Take the message back that is shown."""
    door().taken_back.emit()


def sentence(problem: Exception | str) -> str:
    """The words of an error as a sentence: with a capital letter and a full stop."""
    words = " ".join(error_words(problem).split())
    if not words:
        return ""
    # A path stays as it is, or it would name another file.
    first = words.split(" ", 1)[0]
    start = words if {"/", "\\", "."} & set(first) else words[0].upper() + words[1:]
    return start if start.endswith((".", "?", "!")) else f"{start}."


class MessageBar(QWidget):
    """The place of messages in a view: one bar, made when something is said.

    Bars are named ``NAME/info`` and ``NAME/failed``.
    """

    def __init__(self, name: str, *, rounded: bool = True, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rounded = rounded
        self._column = Column(self, margins=margins)
        self._bars: dict[str, NoticeBar] = {}
        self.hide()

    def show_message(self, notice: str, text: str) -> None:
        """Show this sentence in place of the one before."""
        self.clear()
        if notice not in self._bars:
            self._bars[notice] = self._make_bar(Notice(notice))
        self._bars[notice].show_text(text)
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        for bar in self._bars.values():
            bar.hide()
        self.hide()

    def text(self) -> str:
        """The sentence that is shown, or nothing."""
        return next((bar.text() for bar in self._bars.values() if not bar.isHidden()), "")

    def _make_bar(self, notice: Notice) -> NoticeBar:
        name = f"{self.objectName()}/{notice}"
        bar = NoticeBar(name, notice, "", rounded=self._rounded)
        bar.add_action(tr("Dismiss"), f"{name}/dismiss").clicked.connect(self.clear)
        self._column.addWidget(bar)
        return bar
