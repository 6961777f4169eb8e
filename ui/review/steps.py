"""The steps of a case with their marks: a side bar in a wide window, else a strip under the banner."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.people import Person, Role
from app.route import Mark, Page, Step
from ui.kit.buttons import BackLink, IconButton
from ui.kit.nav import NavItem
from ui.kit.side_bar import SideBar, StepStrip
from ui.kit.status import Status
from ui.review.words import tr

_ICONS = {
    Page.REQUEST: "file-text",
    Page.CRITERIA: "list-checks",
    Page.RESPONSE: "microscope",
    Page.DOSE: "calendar-days",
    Page.DECISION: "signpost",
    Page.LETTER: "mail",
}
_HISTORY = "history"
_MARKS = {
    Mark.UNTOUCHED: None,
    Mark.OPEN: Status.OPEN,
    Mark.MET: Status.MET,
    Mark.NOT_MET: Status.NOT_MET,
    Mark.NOT_NEEDED: Status.NEUTRAL,
}


def page_name(page: Page) -> str:
    """A page's name, as in the list of steps."""
    return {
        Page.REQUEST: tr("Request"),
        Page.CRITERIA: tr("Criteria"),
        Page.RESPONSE: tr("Response"),
        Page.DOSE: tr("Dose and schedule"),
        Page.DECISION: tr("Decision"),
        Page.LETTER: tr("Letter"),
    }[page]


def role_name(role: Role) -> str:
    """What a person does, in words."""
    return {
        Role.REVIEWER: tr("Reviewer"),
        Role.PHYSICIAN: tr("Physician reviewer"),
        Role.ADMINISTRATOR: tr("Administrator"),
        Role.QA: tr("Quality assurance"),
    }[role]


class Steps(QObject):
    """Side bar and strip, which always say the same; one of them is shown.

    Signals:
        chosen(str): a person chose the step of this page.
        left: a person wants the worklist.
        history_wanted: a person wants to see what was done about the case.
        lock_wanted: a person wants to lock.
    """

    chosen = Signal(str)
    left = Signal()
    history_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, person: Person, place: QWidget | None = None) -> None:
        """``place`` is the widget that both will stand in."""
        super().__init__()
        self.side = SideBar("steps", place)
        self.side.setAccessibleName(tr("Steps"))
        self.strip = StepStrip("strip", place)
        self._items: dict[Page, tuple[NavItem, NavItem]] = {}
        self._page: Page | None = None
        self._fill_side(person)
        self._fill_strip()
        for page in Page:
            self._items[page] = (
                self.side.add_item(page.value, _ICONS[page], page_name(page)),
                self.strip.add_item(page.value, _ICONS[page], page_name(page)),
            )
        for bar in (self.side, self.strip):
            bar.add_item(_HISTORY, "clock", tr("History"))
            bar.chosen.connect(self._choose)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps with their marks, and no others."""
        marks = {step.page: step.mark for step in steps}
        for page, items in self._items.items():
            for item in items:
                item.setVisible(page in marks)
                if page in marks and item.mark() is not _MARKS[marks[page]]:
                    item.set_mark(_MARKS[marks[page]])

    def select(self, page: Page) -> None:
        """Show where the reviewer is."""
        self._page = page
        self.side.select(page.value)
        self.strip.select(page.value)

    def _choose(self, item: str) -> None:
        if item != _HISTORY:
            self.chosen.emit(item)
            return
        if self._page is not None:
            self.select(self._page)  # the history is a visit, no step of the case
        self.history_wanted.emit()

    def shown(self) -> QWidget:
        """The one of the two that is shown."""
        return self.side if self.strip.isHidden() else self.strip

    def _fill_side(self, person: Person) -> None:
        back = BackLink(tr("Worklist"), "steps/worklist")
        back.clicked.connect(self.left)
        self.side.add_top(back)
        self.side.add_person(person.name, role_name(person.role)).clicked.connect(self.lock_wanted)

    def _fill_strip(self) -> None:
        back = IconButton(tr("Worklist"), "strip/worklist", icon="arrow-left")
        back.clicked.connect(self.left)
        self.strip.add_start(back)
        lock = IconButton(tr("Lock"), "strip/lock", icon="lock")
        lock.clicked.connect(self.lock_wanted)
        self.strip.add_end(lock)
