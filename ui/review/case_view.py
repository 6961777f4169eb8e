"""The review of one case: banner, steps, page, finding and footer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.course_notices import course_notices, duplicates
from app.desk import OpenCase, open_case
from app.errors import DictamenError
from app.retention import hold_on
from app.route import Page, next_open, pages_of, steps
from ui import fonts, theme
from ui.attachments.place import ViewerPlace
from ui.kit.boxes import Column, Row
from ui.kit.buttons import SecondaryButton
from ui.kit.footer import FooterBar
from ui.messages import sentence
from ui.review.case_banner import CaseBanner
from ui.review.case_commands import CaseCommands
from ui.review.case_notices import CaseNotices
from ui.review.desk import CaseDesk
from ui.review.finding_fold import FindingFold
from ui.review.finding_panel import FindingPanel
from ui.review.page_stack import PageStack
from ui.review.questions_page import QuestionsPage
from ui.review.steps import Steps
from ui.review.tab_order import tab_stop
from ui.review.words import tr
from ui.session import Session

_STRIP_BELOW, _FOLD_BELOW = 1150, 1000


class CaseView(QWidget):
    """One open case. Whoever shows it waits for ``closed``, then takes it away.

    Signals:
        closed: the reviewer wants the worklist; everything typed has been saved.
        case_asked(object): another case (an ``OpenCase``) should be shown in the place of this one.
        history_asked: a person wants to see what was done about this case.
    """

    closed = Signal()
    history_asked = Signal()
    case_asked = Signal(object)

    def __init__(
        self, session: Session, case: OpenCase, page: Page | None = None, parent: QWidget | None = None
    ) -> None:
        """``page`` is the page to open on; where the case has it not, the first with something left to do."""
        super().__init__(parent)
        self.setObjectName("case")
        # Before its parts follow the text size: side by side they may be too wide then and widen the window.
        theme.changes().changed.connect(self._fit)
        self.desk = CaseDesk(session, case, self)
        self.banner = CaseBanner(self.desk, self)
        self.notices = CaseNotices(self)
        self.steps = Steps(session.person, self)
        self.stack = PageStack(self.desk, self)
        self.finding = FindingPanel("finding", self)
        self.fold = FindingFold("fold", self)
        self.footer = FooterBar("footer", self)
        self._secondary: dict[str, SecondaryButton] = {}
        self._finding_open = False
        self._arrange()
        self._viewing = ViewerPlace(self.desk, self._middle, self._fit, self)
        self._connect()
        self.commands = CaseCommands(self)
        listed = pages_of(case.judgment)
        self.show_page(page if page in listed else next_open(case.record, case.judgment))
        self._refresh_around()  # the page itself is fresh

    # ------------------------------------------------------------ what may be asked of it

    def close_case(self) -> None:
        """Save what is being typed and leave for the worklist."""
        self.commit()
        self.closed.emit()

    def ask_history(self) -> None:
        """Save what is being typed, and ask for the history; a case that was never saved has none."""
        self.commit()
        if self.desk.case.case_id:
            self.history_asked.emit()

    def commit(self) -> None:
        """Save what is being typed, by leaving its field, and what is being attached."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.stack.finish()

    def show_page(self, page: Page) -> None:
        """Bring a page to the front, if this case has it."""
        if page in pages_of(self.desk.judgment):
            self.close_attachment()
            self._finding_open = False
            self.stack.show_page(page)

    def show_target(self, target: str) -> None:
        """Bring a question, by its id, or a field of the request, by its path, to the front."""
        question = self.desk.policy.questions.get(target)
        self.show_page(Page(question.page) if question else Page.REQUEST)
        self._fit()
        self.stack.page().go_to(target)

    def go_back(self) -> None:
        """Leave a step within the page, else show the page before, else leave for the worklist."""
        if self.stack.page().step_back():
            return
        if self.stack.can_go_back():
            self.stack.go_back()
        else:
            self.close_case()

    def go_on(self) -> None:
        """Do what the filled button says, or say what is in the way."""
        self.footer.primary.setFocus()
        if not self.stack.complain():
            self.stack.page().proceed()

    def toggle_finding(self) -> None:
        """Show the whole finding instead of the page, or the page again, where both have no room."""
        self._finding_open = self.fold.isVisible() and not self._finding_open
        self._fit()

    def close_finding(self) -> bool:
        """Show the page again where the finding took its place; says whether it did."""
        was_open = self._finding_open
        self._finding_open = False
        self._fit()
        return was_open

    def show_attachment(self, name: str, page: int | None = None) -> None:
        """Show an attached file instead of the page, at a page of its own, from 1."""
        self._viewing.show(name, page)

    def attachment_in_sight(self) -> tuple[str, int] | None:
        """The attached file that is shown, by its id, and its page in sight, from 1."""
        return self._viewing.viewer.in_sight() if self._viewing.viewer is not None else None

    def close_attachment(self) -> bool:
        """Show the page again where an attached file took its place; says whether one did."""
        was_open = self._viewing.close()
        if was_open and QApplication.focusWidget() is None:
            self.stack.page().focus_first()
        return was_open

    # ------------------------------------------------------------ how it is built

    def _arrange(self) -> None:
        outer = Column(self)
        for part in (self.banner, self.notices, self.steps.strip):
            outer.addWidget(part)
        self._body = Row()
        outer.addLayout(self._body, 1)
        self._middle = Column()
        self._middle.addWidget(self.stack, 1)
        self._middle.addWidget(self.fold)
        self._middle.addWidget(self.footer)
        self._body.addWidget(self.steps.side)
        self._body.addLayout(self._middle, 1)
        self._body.addWidget(self.finding)

    def _connect(self) -> None:
        desk, session = self.desk, self.desk.session
        desk.changed.connect(self._refresh)
        desk.failed.connect(self._show_failure)
        desk.page_asked.connect(lambda page: self.show_page(Page(page)))
        desk.question_asked.connect(self.show_target)
        desk.closed.connect(self.close_case)
        desk.case_asked.connect(self.case_asked)
        desk.attachment_asked.connect(self.show_attachment)
        self.notices.other_asked.connect(self._open_other)
        self.steps.chosen.connect(lambda page: self.show_page(Page(page)))
        self.steps.left.connect(self.close_case)
        self.steps.history_wanted.connect(self.ask_history)
        self.steps.lock_wanted.connect(self.commit)
        self.steps.lock_wanted.connect(session.lock)
        self.finding.question_opened.connect(self.show_target)
        self.finding.documents_asked.connect(lambda: self.commands.decide("pend"))
        self.finding.note_marked.connect(desk.acknowledge)
        self.fold.toggled.connect(self.toggle_finding)
        self.footer.back.clicked.connect(self.go_back)
        self.footer.primary.clicked.connect(self.go_on)
        self.stack.shown.connect(self._show_front)
        self.stack.reworded.connect(self._refresh_footer)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    # ------------------------------------------------------------ keeping up

    def _refresh(self) -> None:
        """Show the case as it is now, everywhere."""
        self.stack.keep_only(pages_of(self.desk.judgment))
        self._refresh_around()
        self.stack.refresh()
        self._refresh_footer()

    def _refresh_around(self) -> None:
        """Show the case as it is now on all that stands around its pages."""
        record, judgment = self.desk.record, self.desk.judgment
        self.banner.refresh()
        self.notices.refresh(self.desk.case)
        self.steps.show_steps(steps(record, judgment))
        read_only, language, seen = (
            self.desk.case.why_read_only is not None,
            self.desk.language,
            record.acknowledged,
        )
        self.finding.show_finding(judgment, language, seen, read_only=read_only)
        notices = course_notices(self.desk.course, record, judgment)
        self.finding.show_course(notices, language, seen, read_only=read_only)
        self.notices.show_duplicates(duplicates(self.desk.course, record, judgment))
        self.fold.show_finding(judgment)

    def showEvent(self, event: QShowEvent) -> None:
        """Where the history was in front, a hold was put or taken away there."""
        super().showEvent(event)
        case_id = self.desk.case.case_id
        try:
            self.notices.show_hold(hold_on(self.desk.session.casebook, case_id) if case_id else None)
        except DictamenError as error:
            self.notices.show_failure(sentence(error))

    def _open_other(self, case_id: str) -> None:
        """Show another case in the place of this one, once what is being typed here is saved."""
        self.commit()
        self.desk.open_other(lambda: open_case(self.desk.session.casebook, case_id))

    def _show_failure(self, sentence: str) -> None:
        self.notices.show_failure(sentence)
        if sentence:
            self.footer.show_not_saved(tr("The last change is not saved"))

    def _refresh_footer(self) -> None:
        page, saved_at = self.stack.page(), self.desk.case.saved_at
        if saved_at is None:
            self.footer.show_saved(tr("Nothing to save yet"))
        else:
            self.footer.show_saved(tr("All changes saved, {0}").format(f"{saved_at.astimezone():%H:%M:%S}"))
        self.footer.set_primary(page.primary(), page.primary_icon())
        self.footer.back.setEnabled(not page.busy)
        offered = {action.id: action for action in page.secondary()}
        for action in offered.values():
            if action.id not in self._secondary:
                self._add_secondary(action.id)
            self._secondary[action.id].set_words(action.text)
            self._secondary[action.id].set_icon(action.icon)
        for name, button in self._secondary.items():
            button.setVisible(name in offered)

    def _add_secondary(self, name: str) -> None:
        button = self.footer.add_secondary("", f"footer/{name}")
        button.clicked.connect(lambda: self._run_secondary(name))
        self._secondary[name] = button

    def _run_secondary(self, name: str) -> None:
        for action in self.stack.page().secondary():
            if action.id == name:
                action.run()

    def _show_front(self, page: str) -> None:
        self.steps.select(Page(page))
        self._refresh_footer()
        self._fit()
        self.stack.page().focus_first()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        page = self.stack.page()
        if new is not None and isinstance(page, QuestionsPage) and page.isAncestorOf(new):
            self.finding.mark_question(page.question_of(new))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks the view that holds the focus where Tab leads."""
        front: list[QWidget] = [self.stack.page(), self.fold, self.footer, self.finding]
        if self._viewing.viewer is not None and self._viewing.is_open:
            front = [self._viewing.viewer]
        stop = tab_stop(
            (self.steps.shown(), self.notices, *front), QApplication.focusWidget(), forward=forward
        )
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    # ------------------------------------------------------------ widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() / fonts.scale()
        narrow, folded = width < _STRIP_BELOW, width < _FOLD_BELOW
        beside = self.stack.page().beside_finding
        viewing = self._viewing.is_open
        instead = folded and beside and self._finding_open and not viewing
        self.fold.set_open(is_open=instead)
        shown: dict[QWidget, bool] = {
            self.steps.side: not narrow,
            self.steps.strip: narrow,
            self.finding: not viewing and (instead or (beside and not folded)),
            self.fold: not viewing and folded and beside,
            self.stack: not viewing and not instead,
            self.footer: not viewing,
        }
        if self._viewing.viewer is not None:
            shown[self._viewing.viewer] = viewing
        # What goes, goes first: Qt widens a window at once when for a moment too much stands side by side.
        for part, is_shown in shown.items():
            if not is_shown:
                part.hide()
        self._place_finding(beside=not folded)
        for part, is_shown in shown.items():
            if is_shown:
                part.show()

    def _place_finding(self, *, beside: bool) -> None:
        """At the right of page and footer, or in the place of the page."""
        if beside is (self._body.indexOf(self.finding) >= 0):
            return
        self.finding.set_beside(beside)
        if beside:
            self._middle.removeWidget(self.finding)
            self._body.addWidget(self.finding)
        else:
            self._body.removeWidget(self.finding)
            self._middle.insertWidget(0, self.finding, 1)
