"""The pages of a case, each made when it is first shown, under its title, its lead and its error summary."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.route import Page
from ui.kit.boxes import Column
from ui.kit.notices import ErrorSummary, Problem
from ui.kit.text import PageTitle, Secondary
from ui.review.desk import CaseDesk
from ui.review.page import Complaint, ReviewPage

# Loaded when they are shown: the letter's page brings the PDF library, which nobody should wait for.
PAGES: Mapping[Page, tuple[str, str]] = {
    Page.REQUEST: ("ui.review.request_page", "RequestPage"),
    Page.CRITERIA: ("ui.review.questions_page", "CriteriaPage"),
    Page.RESPONSE: ("ui.review.questions_page", "ResponsePage"),
    Page.DOSE: ("ui.review.dose_page", "DosePage"),
    Page.DECISION: ("ui.review.decision_page", "DecisionPage"),
    Page.LETTER: ("ui.review.letter_page", "LetterPage"),
}


def load_pages() -> None:
    """Load every page ahead but the letter's."""
    for page, (module, _) in PAGES.items():
        if page is not Page.LETTER:
            import_module(module)


class PageHead(QWidget):
    """Error summary, title and lead of a page; they scroll with it."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__()
        self._page = page
        name = page.page.value
        self._summary = ErrorSummary(f"{name}/problems")
        self._title = PageTitle()
        self._title.setObjectName(f"{name}/title")
        self._lead = Secondary()
        self._lead.setObjectName(f"{name}/lead")
        words = Column(gap=4)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        column = Column(self, gap=16)
        column.addWidget(self._summary)
        column.addLayout(words)

    def refresh(self) -> None:
        """Show the page's words as they are now."""
        self._title.setText(self._page.title())
        self._lead.setText(self._page.lead())
        self._lead.setVisible(bool(self._page.lead()))

    def show_complaints(self, complaints: list[Complaint]) -> bool:
        """List them and take the focus, or take the summary away; says whether there are any."""
        return self._summary.show_problems([Problem(one.text, one.widget) for one in complaints])


class PageStack(QStackedWidget):
    """The pages of a case, and the way that the reviewer took through them.

    Signals:
        shown(str): another page, this one, has come to the front.
        reworded: the page in front says something else.
    """

    shown = Signal(str)
    reworded = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._desk = desk
        self._pages: dict[Page, ReviewPage] = {}
        self._heads: dict[Page, PageHead] = {}
        self._visited: list[Page] = []

    def page(self) -> ReviewPage:
        """The page in front."""
        return self._pages[self._visited[-1]]

    def made(self) -> Iterable[ReviewPage]:
        """Every page that was shown so far."""
        return self._pages.values()

    def can_go_back(self) -> bool:
        """Whether another page was shown before this one."""
        return len(self._visited) > 1

    def show_page(self, page: Page) -> None:
        """Bring a page to the front, fresh."""
        if not self._visited or self._visited[-1] is not page:
            self._visited.append(page)
            self._bring(page)

    def go_back(self) -> None:
        """Leave this page for the one before it; pages that the case no longer has are passed over."""
        self._visited.pop()
        self._bring(self._visited[-1])

    def keep_only(self, pages: tuple[Page, ...]) -> None:
        """Forget the visits of pages that the case does not have any more."""
        front = self._visited[-1]
        kept = [page for page in self._visited if page in pages] or [pages[0]]
        self._visited = [page for number, page in enumerate(kept) if number == 0 or kept[number - 1] != page]
        if self._visited[-1] is not front:
            self._bring(self._visited[-1])

    def refresh(self) -> None:
        """Show the case as it is now on the page in front."""
        page = self.page()
        page.set_read_only(self._desk.case.why_read_only is not None)
        page.refresh()
        self._heads[page.page].refresh()

    def finish(self) -> None:
        """Wait until no page has work under way that the case would lose."""
        for page in self._pages.values():
            page.finish()

    def complain(self) -> bool:
        """Show what the page in front complains of; says whether there is anything."""
        page = self.page()
        complaints = page.complaints()
        found = self._heads[page.page].show_complaints(complaints)
        if found:
            page.verticalScrollBar().setValue(0)
        return found

    def _bring(self, page: Page) -> None:
        if page not in self._pages:
            self._make(page)
        self.setCurrentWidget(self._pages[page])
        self.refresh()
        self.shown.emit(page.value)

    def _make(self, page: Page) -> None:
        module, name = PAGES[page]
        made: ReviewPage = getattr(import_module(module), name)(self._desk, self)
        head = PageHead(made)
        made.column.insertWidget(0, head)
        made.reworded.connect(head.refresh)
        made.reworded.connect(self.reworded)
        self._pages[page], self._heads[page] = made, head
        self.addWidget(made)
