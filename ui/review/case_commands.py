"""The commands of a case: what each key does, wherever the focus is in the case."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.openings import Openings
from app.route import Page, pages_of
from ui.review.case_actions import Command, TypingUndo, add_actions, is_typing, step_commands
from ui.review.page import focus_first_in
from ui.review.questions_page import QuestionsPage
from ui.review.words import tr

if TYPE_CHECKING:
    from ui.review.case_view import CaseView


class CaseCommands(QObject):
    """Gives a case view its actions and does what they say."""

    def __init__(self, view: "CaseView") -> None:
        super().__init__(view)
        self._view = view
        self._typing = TypingUndo(self)
        add_actions(view, {**self._commands(), **step_commands(self.go_to_step)})
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _commands(self) -> dict[str, Command]:
        view, desk = self._view, self._view.desk
        return {
            "worklist": Command(tr("Back to the worklist"), "Alt+Left", view.close_case),
            "leave": Command(tr("Close what is open, or the case"), "Esc", self.leave),
            "primary": Command(tr("Do the next step"), "Ctrl+Return Ctrl+Enter", view.go_on),
            "next_open": Command(tr("Next open question"), "F8", self.go_to_next_open),
            "next_question": Command(tr("Next question"), "Ctrl+Down", lambda: self.move_question(1)),
            "previous_question": Command(tr("Previous question"), "Ctrl+Up", lambda: self.move_question(-1)),
            "undo": Command(tr("Undo"), "Ctrl+Z", desk.undo),
            "redo": Command(tr("Redo"), "Ctrl+Shift+Z Ctrl+Y", desk.redo),
            "add_document": Command(tr("Add a document to this question"), "Ctrl+E", self.add_document),
            "next_region": Command(tr("Page, finding, steps, footer"), "F6", self.go_to_next_region),
            "finding": Command(tr("Show the whole finding"), "Ctrl+.", view.toggle_finding),
            "refer": Command(tr("Refer to a physician reviewer"), "Ctrl+R", lambda: self.decide("refer")),
            "pend": Command(tr("Ask for documents"), "Ctrl+D", lambda: self.decide("pend")),
            "history": Command(tr("History of the case"), "Ctrl+H", view.ask_history),
            "print": Command(tr("Print letter"), "Ctrl+P", lambda: view.stack.page().prepare("print")),
        }

    def leave(self) -> None:
        """Close an attached file, then a picker, the finding, the case; nothing while something is typed."""
        if self._view.close_attachment():
            return
        if not is_typing() and not self._view.stack.page().dismiss() and not self._view.close_finding():
            self._view.close_case()

    def go_to_step(self, number: int) -> None:
        """Show the step of this number, from 1, as the steps are listed."""
        listed = pages_of(self._view.desk.judgment)
        if number <= len(listed):
            self._view.show_page(listed[number - 1])

    def go_to_next_open(self) -> None:
        """Go to the first open question after the one that has the focus, and round again."""
        waiting = _waiting(self._view.desk.judgment.openings)
        order = [name for name in self._view.desk.policy.questions if name in waiting]
        if not order:
            return
        here = self._question()
        known = list(self._view.desk.policy.questions)
        later = [name for name in order if here in known and known.index(name) > known.index(here)]
        self._view.show_target([*later, *order][0])

    def move_question(self, by: int) -> None:
        """Go to the next or the previous question of the page."""
        page = self._view.stack.page()
        if isinstance(page, QuestionsPage):
            page.move_from(self._question(), by)

    def add_document(self) -> None:
        """Open the picker of the question that has the focus."""
        page = self._view.stack.page()
        if isinstance(page, QuestionsPage):
            page.open_picker(self._question())

    def decide(self, wish: str) -> None:
        """Show the decision with this choice made ready."""
        self._view.show_page(Page.DECISION)
        self._view.stack.page().prepare(wish)

    def go_to_next_region(self) -> None:
        """Move the focus from page to finding to steps to footer."""
        view = self._view
        regions = (view.stack, view.finding, view.fold, view.steps.shown(), view.footer)
        shown = [region for region in regions if region.isVisible()]
        here = next((number for number, region in enumerate(shown) if _has_focus(region)), -1)
        for region in (*shown[here + 1 :], *shown[: here + 1]):
            if region is view.stack:
                view.stack.page().focus_first()
                return
            if focus_first_in(region):
                return

    def _question(self) -> str:
        page, focused = self._view.stack.page(), QApplication.focusWidget()
        if isinstance(page, QuestionsPage) and focused is not None:
            return page.question_of(focused)
        return ""

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._typing.follow(new if new is not None and self._view.isAncestorOf(new) else None)


def _waiting(openings: Openings) -> set[str]:
    return {*openings.questions, *openings.documents}


def _has_focus(region: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and region.isAncestorOf(focused)
