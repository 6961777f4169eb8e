"""Going on where one was interrupted: the open case, its page, what was being typed, and where.

Answers and fields that were left are saved as they are given. What is being typed is not yet, nor is a form
whose button was not pressed; it is kept here, sealed, a moment after each key, with the place. It comes back
after a lock, after the window was closed, and after a killed process; what stands half done in a case that
was left comes back when the case is opened again.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.desk import OpenCase, open_case
from app.errors import DictamenError
from app.policy_file import installed_policies
from ui import messages
from ui.half_done import Editor
from ui.unfinished_parts import (
    LEFT,
    PLACES,
    case_work,
    page_named,
    place_work,
    put_back_case,
    put_back_places,
    show_place_again,
    show_what_lay_over,
    typed_in_case,
)
from ui.worklist.intake import start_request

if TYPE_CHECKING:
    from app.casebook import Document
    from app.casebook.unfinished import Unfinished
    from ui.case_frame import CaseFrame
    from ui.window import Window

_AFTER_MS = 300
"""How long after a key it is kept: a killed process loses the last few letters at most."""

_MOST_LEFT = 20
"""Cases that were left with something half done in them, of which that is kept: the newest ones."""


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
        self._left: dict[str, Any] = {}
        self._editor: Editor | QComboBox | None = None
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
        self._store, self._kept, self._left = store, None, {}

    def end(self, *, keeping: bool) -> None:
        """Keep no more; what was kept last stays, or only words that would be lost do."""
        if self._store is None:
            return
        self.keep()
        if self._window.case is not None:
            self._window.case.view.commit()
        self._timer.stop()
        work = self._work(only_words=not keeping)
        if work is not None and work.get("focus") == "" and self._kept is not None:
            # the focus was taken away so that what was typed is saved
            work = {**work, "focus": self._kept.get("focus"), "cursor": self._kept.get("cursor")}
        self._write(work)
        self._store = None

    def keep(self) -> None:
        """Keep how things stand now, if that is anything new."""
        if self._store is not None:
            self._write(self._work(only_words=False))

    def leave(self, frame: "CaseFrame") -> None:
        """Note what stands half done in a case that goes from the screen; nothing of it was saved."""
        if self._store is None:
            return  # it is being locked, and everything was kept before
        case_id = frame.case.case_id
        if case_id and typed_in_case(frame.view):
            self._left[case_id] = case_work(frame.view)
            self._left = dict([*self._left.items()][-_MOST_LEFT:])
        self._timer.start()

    def come_back(self, frame: "CaseFrame", *, at_page: bool) -> None:
        """Put back what stood half done in a case when it was left.

        Args:
            frame: the case as it is shown now.
            at_page: a person asked for a page, which then stays in sight.
        """
        if frame.case.why_read_only is not None:
            return
        work = self._left.pop(frame.case.case_id, None)
        if work is not None:
            self._put_back(frame, {**work, "page": None, "focus": None} if at_page else work)

    def at_places(self) -> object:
        """What is half done between cases; for whoever makes the places anew."""
        return place_work(self._window, only_words=False).get(PLACES)

    def put_at_places(self, typed: object) -> None:
        """Put that back."""
        if self._window.places is not None:
            put_back_places(self._window.places, typed)

    def _put_back(self, frame: "CaseFrame", work: "Document") -> None:
        if put_back_case(frame.view, work):
            messages.info(tr("What you were writing is back. It is saved when you leave the field."))

    def _work(self, *, only_words: bool) -> "Document | None":
        """How things stand; None where nothing would be lost."""
        work: dict[str, Any] = place_work(self._window, only_words=only_words)
        frame = self._window.case
        if frame is not None and (not only_words or typed_in_case(frame.view)):
            work |= {**case_work(frame.view), "history": self._window.laid.is_history_in_sight()}
        if self._left:
            work[LEFT] = self._left
        return work or None

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
            _changes(self._editor).disconnect(self._timer.start)
            self._editor.destroyed.disconnect(self._lose_editor)
            self._editor = None
        if self._store is None:
            return
        if isinstance(new, Editor | QComboBox) and self._window.isAncestorOf(new):
            self._editor = new
            _changes(new).connect(self._timer.start)
            new.destroyed.connect(self._lose_editor)
        self._timer.start()

    def _lose_editor(self) -> None:
        self._editor = None

    # ------------------------------------------------------------ going on

    def take_up(self) -> None:
        """Show what was open and put back what was being typed; nothing where it cannot be."""
        work = self._store.kept() if self._store is not None else None
        places = self._window.places
        if work is None or self._window.session is None or places is None:
            return
        self._kept = work
        left = work.get(LEFT)
        self._left = dict(left) if isinstance(left, dict) else {}
        back = put_back_places(places, work.get(PLACES))
        show_place_again(places, work)
        if back:
            messages.info(tr("What you were writing is back. It counts once you press the form's button."))
        if "case_id" in work:
            self._take_up_case(work)

    def _take_up_case(self, work: "Document") -> None:
        case = self._case(work)
        if case is None:
            self.keep()
            return
        self._window.show_case(case, page_named(work.get("page")))
        frame = self._window.case
        if frame is None:
            return
        if frame.case.why_read_only is not None and frame.case.case_id:
            self._left[frame.case.case_id] = {name: work.get(name) for name in case_work(frame.view)}
        else:
            self._put_back(frame, work)
        show_what_lay_over(self._window, work)

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


def _changes(editor: Editor | QComboBox) -> Any:
    """The signal that tells of each change."""
    return editor.activated if isinstance(editor, QComboBox) else editor.textChanged
