"""Going on where one was interrupted: the open case, its page, what was being typed, and where.

Answers and fields that were left are saved as they are given. What is being typed is not yet; it is kept
here, sealed, a moment after each key, with the place. It comes back after a lock and after a killed process.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.desk import OpenCase, open_case
from app.errors import DictamenError
from app.policy_file import installed_policies
from app.route import Page
from ui import messages
from ui.review.draft import Choice
from ui.worklist.intake import start_request

if TYPE_CHECKING:
    from app.casebook import Document
    from app.casebook.unfinished import Unfinished
    from ui.review.case_view import CaseView
    from ui.window import Window

_AFTER_MS = 300
"""How long after a key it is kept: a killed process loses the last few letters at most."""

Editor = QLineEdit | QPlainTextEdit


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("unfinished", text)


class UnfinishedWork(QObject):
    """Follows one window while a casebook is open in it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._store: Unfinished | None = None
        self._kept: Document | None = None
        self._editor: Editor | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    # ------------------------------------------------------------ keeping

    def begin(self, store: "Unfinished") -> None:
        """Keep in this place from now on."""
        self._store, self._kept = store, None

    def end(self, *, keeping: bool) -> None:
        """Keep no more; what was kept last stays, or only words that would be lost do."""
        if self._store is None:
            return
        self.keep()
        if self._window.case is not None:
            self._window.case.view.commit()
        self._timer.stop()
        work = _work_of(self._window, only_words=not keeping)
        if work is not None and not work["focus"] and self._kept is not None:
            # the focus was taken away so that what was typed is saved
            work = {**work, "focus": self._kept["focus"], "cursor": self._kept["cursor"]}
        self._write(work)
        self._store = None

    def keep(self) -> None:
        """Keep how things stand now, if that is anything new."""
        if self._store is not None:
            self._write(_work_of(self._window, only_words=False))

    def _write(self, work: "Document | None") -> None:
        if self._store is None or work == self._kept:
            return
        self._kept = work
        if work is None:
            self._store.forget()
        else:
            self._store.keep(work)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._editor is not None:
            self._editor.textChanged.disconnect(self._timer.start)
            self._editor.destroyed.disconnect(self._lose_editor)
            self._editor = None
        if self._store is None:
            return
        if isinstance(new, Editor) and self._window.isAncestorOf(new):
            self._editor = new
            new.textChanged.connect(self._timer.start)
            new.destroyed.connect(self._lose_editor)
        self._timer.start()

    def _lose_editor(self) -> None:
        self._editor = None

    # ------------------------------------------------------------ going on

    def take_up(self) -> None:
        """Show the case that was open and put back what was being typed; nothing where it cannot be."""
        work = self._store.kept() if self._store is not None else None
        if work is None or self._window.session is None:
            return
        self._kept = work
        case = self._case(work)
        if case is None:
            self._write(None)
            return
        self._window.show_case(case, _page(work.get("page")))
        if self._window.case is not None and _put_back(self._window.case.view, work):
            messages.info(tr("What you were writing is back. It is saved when you leave the field."))

    def _case(self, work: "Document") -> OpenCase | None:
        session = self._window.session
        if session is None:
            return None
        try:
            if work.get("case_id"):
                return open_case(session.casebook, str(work["case_id"]))
            policy = installed_policies().get(str(work.get("policy")))
            return start_request(session, policy) if policy is not None and work.get("typed") else None
        except DictamenError:
            return None  # it was purged or taken over meanwhile: there is nothing to go on with


# ---------------------------------------------------------------- what there is


def _work_of(window: "Window", *, only_words: bool) -> "Document | None":
    """How things stand; None where no case is open, or where its words are asked for and all are saved."""
    if window.case is None:
        return None
    view = window.case.view
    typed = [
        {"page": page.value, "field": editor.objectName(), "text": _text(editor)}
        for page, editor in _written(view)
    ]
    if only_words and not typed:
        return None
    focused = QApplication.focusWidget()
    inside = focused is not None and view.isAncestorOf(focused)
    draft = view.desk.draft
    return {
        "case_id": view.desk.case.case_id,
        "policy": view.desk.policy.number,
        "page": view.stack.page().page.value,
        "focus": focused.objectName() if inside and focused is not None else "",
        "cursor": focused.cursorPosition() if isinstance(focused, QLineEdit) and inside else None,
        "typed": typed,
        "choice": draft.choice.value if draft.choice is not None else None,
        "language": draft.language,
        "large_print": draft.large_print,
    }


def _written(view: "CaseView") -> Iterator[tuple[Page, Editor]]:
    """Every field with words in it that nothing has saved yet; never a passphrase."""
    for page in view.stack.made():
        for line in page.findChildren(QLineEdit):
            if line.isModified() and line.echoMode() is QLineEdit.EchoMode.Normal and line.isVisibleTo(page):
                yield page.page, line
        for area in page.findChildren(QPlainTextEdit):
            if area.document().isModified() and area.toPlainText():
                yield page.page, area


def _text(editor: Editor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


# ---------------------------------------------------------------- putting it back


def _page(named: object) -> Page | None:
    return Page(named) if isinstance(named, str) and named in set(Page) else None


def _put_back(view: "CaseView", work: "Document") -> bool:
    """Put back what was chosen and typed, and the focus; says whether words came back."""
    chosen = work.get("choice")
    draft = view.desk.draft
    draft.choice = Choice(chosen) if chosen in set(Choice) else None
    draft.language, draft.large_print = work.get("language"), bool(work.get("large_print"))
    view.stack.refresh()
    front, done = view.stack.page().page, False
    for item in work.get("typed") or []:
        page = _page(item.get("page"))
        if page is not None:
            view.show_page(page)
            done = _type(view, str(item.get("field")), str(item.get("text"))) or done
    view.show_page(front)
    _focus(view, work)
    return done


def _type(view: "CaseView", name: str, text: str) -> bool:
    """Type a text over what a field holds, as a person would; says whether there is such a field."""
    for line in view.stack.page().findChildren(QLineEdit, name):
        line.selectAll()
        line.insert(text)
        return True
    for area in view.stack.page().findChildren(QPlainTextEdit, name):
        area.selectAll()
        area.insertPlainText(text)
        return True
    return False


def _focus(view: "CaseView", work: "Document") -> None:
    name: Any = work.get("focus")
    found = view.findChildren(QWidget, name) if name else []
    if found and found[0].isVisibleTo(view):
        found[0].setFocus()
        cursor = work.get("cursor")
        if isinstance(found[0], QLineEdit) and isinstance(cursor, int):
            found[0].deselect()
            found[0].setCursorPosition(cursor)
