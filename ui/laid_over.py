"""What lies over the open case or the places for a while: a history, two versions, a policy."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import DictamenError
from ui import messages

if TYPE_CHECKING:
    from app.attachments import Attachment
    from app.desk import OpenCase
    from ui.case_frame import CaseFrame
    from ui.exchange.settle_view import SettleView
    from ui.history.history_view import HistoryView
    from ui.policies.paper_view import PaperView
    from ui.policies.policy_view import PolicyView
    from ui.session import Session
    from ui.window import Window

    View = HistoryView | CaseFrame | SettleView | PolicyView | PaperView


class LaidOver(QObject):
    """Views of one window, each over the one before; the end of each leads back to what was under it.

    Attributes:
        views: what lies there; the last one is in sight.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.views: list[View] = []

    def take_all(self) -> "list[View]":
        """Every view, for whoever lets them go; nothing lies there any more."""
        taken, self.views = self.views, []
        return taken

    def is_history_in_sight(self) -> bool:
        """Whether a person looks at the history of the open case."""
        return bool(self.views) and self.views[-1].objectName() == "history"

    def take_away(self) -> None:
        """Leave every view, as by its own way back."""
        while self.views:
            self.views[-1].close_case()

    def show_history(self, case_id: str) -> None:
        """Show what was done about a case."""

        def make(session: "Session") -> "HistoryView":
            from ui.history.history_view import HistoryView  # noqa: PLC0415  # only when it is looked at

            view = HistoryView(session, case_id)
            view.revision_asked.connect(self._show_revision)
            return view

        self._lay(make)

    def show_fork(self, case_id: str) -> None:
        """Show the versions of a case that two sites changed."""

        def make(session: "Session") -> "SettleView":
            from ui.exchange.settle_view import SettleView  # noqa: PLC0415  # only when it is looked at

            view = SettleView(session, case_id)
            view.settled.connect(self._open_settled)
            return view

        self._lay(make)

    def show_policy(self, number: str, part: str) -> None:
        """Show a policy as it is read, at one of its parts."""

        def make(session: "Session") -> "PolicyView":
            from ui.policies.policy_view import PolicyView  # noqa: PLC0415  # only when it is looked at

            view = PolicyView(session, number, part)
            view.paper_asked.connect(self.show_paper)
            return view

        self._lay(make)

    def show_paper(self, paper: "Attachment") -> None:
        """Show the plan's own document of a policy."""

        def make(session: "Session") -> "PaperView":
            from ui.policies.paper_view import PaperView  # noqa: PLC0415  # only when it is looked at

            return PaperView(session, paper)

        self._lay(make)

    def _show_revision(self, case: "OpenCase") -> None:
        """Show an earlier revision of a case, over its history."""

        def make(session: "Session") -> "CaseFrame":
            from ui.case_frame import CaseFrame  # noqa: PLC0415  # loads the review's pages

            frame = CaseFrame(session, case)
            frame.history_asked.connect(lambda _case_id: frame.close_case())
            frame.case_asked.connect(self._window.show_case)
            return frame

        self._lay(make)

    def _open_settled(self, case_id: str) -> None:
        self.lift()
        window = self._window
        if window.opening is not None and window.places is not None:
            window.places.come_back(case_id)
            window.opening.open_case(case_id)

    def _lay(self, make: "Callable[[Session], View]") -> None:
        if self._window.session is None:
            return
        try:
            view = make(self._window.session)
        except DictamenError as error:
            messages.error(error)
            return
        view.closed.connect(self.lift)
        self.views.append(view)
        self._window.show_view(view)

    def lift(self) -> None:
        """Take away what lies on top, and show what was under it."""
        if not self.views:
            return
        top = self.views.pop()
        under = self.views[-1] if self.views else self._window.case or self._window.places
        if under is not None:
            self._window.show_view(under)
        self._window.drop(top)
