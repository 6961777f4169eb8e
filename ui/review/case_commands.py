"""The commands of a case: what each key does, wherever the focus is in the case."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.openings import Openings
from app.route import Page, pages_of
from ui.review.case_actions import STEPS, TypingUndo, add_actions, is_typing
from ui.review.page import focus_first_in
from ui.review.questions_page import QuestionsPage

if TYPE_CHECKING:
    from ui.review.case_view import CaseView


class CaseCommands(QObject):
    """Gives a case view its actions and does what they say."""

    def __init__(self, view: "CaseView") -> None:
        super().__init__(view)
        self._view = view
        self._typing = TypingUndo(self)
        add_actions(view, self._runs())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _runs(self) -> dict[str, Callable[[], object]]:
        view, desk = self._view, self._view.desk
        return {
            "worklist": view.close_case,
            "leave": self.leave,
            "primary": view.go_on,
            "next_open": self.go_to_next_open,
            "next_question": lambda: self.move_question(1),
            "previous_question": lambda: self.move_question(-1),
            "undo": desk.undo,
            "redo": desk.redo,
            "add_document": self.add_document,
            "next_region": self.go_to_next_region,
            "finding": view.toggle_finding,
            "refer": lambda: self.decide("refer"),
            "pend": lambda: self.decide("pend"),
            "history": view.ask_history,
            "print": self.print_letter,
            **{f"step/{number}": partial(self.go_to_step, number) for number in range(1, STEPS + 1)},
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

    def print_letter(self) -> None:
        """Show the letter and print it, where it is signed."""
        self._view.show_page(Page.LETTER)
        self._view.stack.page().prepare("print")

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
