"""The places between cases: side bar, worklist, decided cases, people, settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import fonts, messages, theme
from ui.form_page import FormPage
from ui.keeping.backup_work import BackupWork
from ui.kit.boxes import Column, Row
from ui.kit.buttons import PrimaryButton
from ui.kit.side_bar import SideBar
from ui.messages import MessageBar
from ui.session import Session
from ui.settings.store import SettingsStore
from ui.side_scroll import SideScroll
from ui.start.person_fields import role_name
from ui.worklist.case_list import CaseList
from ui.worklist.decided_page import DecidedPage
from ui.worklist.due_watch import DueWatch
from ui.worklist.list_page import ListPage
from ui.worklist.opening import Opening
from ui.worklist.worklist_page import WorklistPage

if TYPE_CHECKING:
    from ui.exchange.exchange_page import ExchangePage
    from ui.history.audit_page import AuditPage
    from ui.people.people_page import PeoplePage
    from ui.policies.policies_page import PoliciesPage
    from ui.post.letters_page import LettersPage

    Page = ListPage | FormPage | AuditPage | PoliciesPage

RAIL_BELOW = 1150
"""The effective width (window width divided by text scale) below which the side bar becomes a rail."""

WORKLIST, DECIDED, AUDIT, PEOPLE, SETTINGS = "worklist", "decided", "audit", "people", "settings"
POLICIES, VERIFY = "policies", "verify"
RETENTION, EXCHANGE, LETTERS = "retention", "exchange", "letters"
"""Reached from the settings, and marked in the side bar as they are."""


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("places", text)


@runtime_checkable
class Working(Protocol):
    """A page that may have work under way."""

    def wait(self) -> None:
        """Wait for it to end."""


class Places(QWidget):
    """What a person sees between two cases. Pages are made when they are first shown.

    Signals:
        lock_asked: a person wants to lock.
        restore_asked(object): a person wants to restore a backup, from this folder (a path, or None).
        paper_asked(object): a person wants to read the plan's own document of a policy (an ``Attachment``).
        history_asked(str): a person wants to see what was done about the case of this id.
    """

    lock_asked = Signal()
    restore_asked = Signal(object)
    history_asked = Signal(str)
    paper_asked = Signal(object)

    def __init__(self, session: Session, store: SettingsStore, opening: Opening) -> None:
        super().__init__()
        self.setObjectName("places")
        self._session, self._store, self._opening = session, store, opening
        self.backup = BackupWork(session, self)
        self.cases = CaseList(session, self)
        self.due = DueWatch(session, self.cases, self)
        self.worklist = WorklistPage(session, self.cases)
        self.decided = DecidedPage(session, self.cases)
        self.bar = MessageBar("places/message", margins=(24, 12, 24, 0))
        self.side = self._make_side()
        self._stack = QStackedWidget()
        self._policies: PoliciesPage | None = None
        self._working: list[Working] = []
        self._pages: dict[str, Page] = {}
        for place, page in ((WORKLIST, self.worklist), (DECIDED, self.decided)):
            self._keep(place, page)
        self._arrange()
        self._connect()
        self.cases.refresh()
        self._count()
        self.worklist.refresh()
        self.show_place(WORKLIST)

    def place(self) -> str:
        """Where the reviewer is."""
        return next(place for place, page in self._pages.items() if page is self._stack.currentWidget())

    def show_place(self, place: str) -> None:
        """Go to a place, and put the focus there."""
        page = self.page_of(place)
        messages.clear()
        self.side.select(_marked(place))
        self._stack.setCurrentWidget(page)
        page.take_focus()

    @staticmethod
    def destinations() -> dict[str, str]:
        """Every place that a person may go to, with its name."""
        return {
            WORKLIST: tr("Worklist"),
            DECIDED: tr("Decided"),
            POLICIES: tr("Policies"),
            AUDIT: tr("Audit"),
            VERIFY: tr("Verify a letter"),
            PEOPLE: tr("People and keys"),
            SETTINGS: tr("Settings"),
            LETTERS: tr("Letters of a day"),
            RETENTION: tr("Retention"),
            EXCHANGE: tr("Exchange with other sites"),
        }

    def made(self) -> "dict[str, Page]":
        """The places that were shown so far, with their pages."""
        return dict(self._pages)

    def page_of(self, place: str) -> "Page":
        """The page of a place, made where nobody has shown it yet."""
        if place not in self._pages:
            self._keep(place, self._make(place))
        return self._pages[place]

    def show_policy(self, number: str, part: str) -> None:
        """Go to a part of a policy."""
        self.show_place(POLICIES)
        if self._policies is not None:
            self._policies.show_part(number, part)

    def current_list(self) -> ListPage | None:
        """The list that is in sight, or None on another page."""
        page = self._stack.currentWidget()
        return page if isinstance(page, ListPage) else None

    def take_focus(self) -> None:
        """Go to the page in sight."""
        self._pages[self.place()].take_focus()

    def find_case(self) -> None:
        """Let a person type what to find: in the list in sight, or else in the worklist."""
        if self.current_list() is None:
            self.show_place(WORKLIST)
        page = self.current_list()
        if page is not None:
            page.focus_find()

    def go_back(self) -> None:
        """Leave the find box for the list, or a page for the worklist."""
        page = self.current_list()
        if page is not None and page.search.hasFocus():
            page.leave_search()
        elif self.place() != WORKLIST:
            self.show_place(WORKLIST)

    def next_area(self) -> None:
        """Move the focus from the side bar to the page, or back."""
        if self.side.isAncestorOf(self.focusWidget()):
            self.take_focus()
        else:
            self.side.item(_marked(self.place())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def come_back(self, case_id: str) -> None:
        """Show the lists as they are after a visit to this case, on its row where it is listed."""
        self.cases.refresh()
        page = self.current_list()
        if page is not None:
            page.table.select(case_id)

    def finish(self) -> None:
        """Wait for work that is under way; before the casebook is closed."""
        self.backup.finish()
        for part in (*self._pages.values(), *self._working):
            if isinstance(part, Working):
                part.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.side.set_compact(self.width() / fonts.scale() < RAIL_BELOW)

    def _count(self) -> None:
        self.side.item(WORKLIST).set_count(len(self.cases.open()) or None)
        self.side.item(DECIDED).set_count(len(self.cases.decided()) or None)

    def _keep(self, place: str, page: "Page") -> None:
        self._pages[place] = page
        self._stack.addWidget(page)

    def _make(self, place: str) -> "Page":
        return self._makers()[place]()

    def _makers(self) -> "dict[str, Callable[[], Page]]":
        from ui.exchange.exchange_page import ExchangePage  # noqa: PLC0415  # only when it is looked at
        from ui.history.audit_page import AuditPage  # noqa: PLC0415  # as above
        from ui.keeping.retention_page import RetentionPage  # noqa: PLC0415  # as above
        from ui.people.people_page import PeoplePage  # noqa: PLC0415  # as above
        from ui.policies.policies_page import PoliciesPage  # noqa: PLC0415  # as above
        from ui.post.letters_page import LettersPage  # noqa: PLC0415  # as above
        from ui.settings.settings_page import SettingsPage  # noqa: PLC0415  # as above
        from ui.verify.verify_page import VerifyPage  # noqa: PLC0415  # as above

        return {
            POLICIES: lambda: self._policies_page(PoliciesPage(self._session)),
            AUDIT: lambda: self._audit_page(AuditPage(self._session)),
            VERIFY: lambda: VerifyPage(self._session.casebook),
            PEOPLE: lambda: self._people_page(PeoplePage(self._session)),
            EXCHANGE: lambda: self._from_settings(self._exchange_page(ExchangePage(self._session))),
            LETTERS: lambda: self._from_settings(self._letters_page(LettersPage(self._session))),
            RETENTION: lambda: self._from_settings(RetentionPage(self._session)),
            SETTINGS: lambda: self._settings_page(SettingsPage(self._store, self._session.home)),
        }

    def _settings_page(self, page: FormPage) -> FormPage:
        from ui.exchange.exchange_card import ExchangeCard  # noqa: PLC0415  # only when it is looked at
        from ui.history.check_card import CheckCard  # noqa: PLC0415  # as above
        from ui.keeping.backup_card import BackupCard  # noqa: PLC0415  # as above
        from ui.keeping.retention_card import RetentionCard  # noqa: PLC0415  # as above
        from ui.post.way_card import LettersWayCard  # noqa: PLC0415  # as above

        backup, card, retention = (
            BackupCard(self._session, self.backup),
            CheckCard(self._session),
            RetentionCard(),
        )
        self._working += [backup, card]
        backup.restore_asked.connect(self.restore_asked)
        exchange = ExchangeCard()
        exchange.asked.connect(lambda: self.show_place(EXCHANGE))
        retention.asked.connect(lambda: self.show_place(RETENTION))
        letters = LettersWayCard()
        letters.asked.connect(lambda: self.show_place(LETTERS))
        for part in (letters, backup, card, retention, exchange):
            page.add(part)
        return page

    def _from_settings(self, page: FormPage) -> FormPage:
        """A page that only the settings lead to, with the way back to them."""
        back = page.add_way_back(self.destinations()[SETTINGS], f"{page.objectName()}/to_settings")
        back.clicked.connect(lambda: self.show_place(SETTINGS))
        return page

    def _people_page(self, page: "PeoplePage") -> "PeoplePage":
        page.lock_asked.connect(self._lock_with_reason)
        return page

    def _lock_with_reason(self, reason: str) -> None:
        self.lock_asked.emit()
        messages.info(reason)

    def _exchange_page(self, page: "ExchangePage") -> "ExchangePage":
        page.taken.connect(self.cases.refresh)
        return page

    def _letters_page(self, page: "LettersPage") -> "LettersPage":
        page.case_asked.connect(self._opening.open_decided)
        return page

    def _policies_page(self, page: "PoliciesPage") -> "PoliciesPage":
        self._policies = page
        page.paper_asked.connect(self.paper_asked)
        return page

    def _audit_page(self, page: "AuditPage") -> "AuditPage":
        page.case_asked.connect(self.history_asked)
        return page

    def _connect(self) -> None:
        opening = self._opening
        opening.taken_in.connect(self.cases.refresh)
        self.worklist.new_asked.connect(opening.new_request)
        self.worklist.file_asked.connect(opening.choose_files)
        self.worklist.files_dropped.connect(opening.take_in)
        self.worklist.opened.connect(opening.open_case)
        self.decided.opened.connect(opening.open_decided)
        self.cases.changed.connect(self._count)
        self.due.ticked.connect(self.worklist.refresh)
        self.due.told.connect(messages.info)
        theme.changes().changed.connect(self._fit)

    def _make_side(self) -> SideBar:
        side = SideBar("nav")
        side.add_brand("Dictamen", "shield-check")
        new = PrimaryButton(tr("New request"), "nav/new", icon="plus")
        new.clicked.connect(self._opening.new_request)
        side.add_top(new)
        side.add_item(WORKLIST, "list-checks", tr("Worklist"), tr("Work"))
        side.add_item(DECIDED, "archive", tr("Decided"))
        side.add_gap()
        side.add_item(POLICIES, "book-open", tr("Policies"))
        side.add_item(AUDIT, "clock", tr("Audit"))
        side.add_item(VERIFY, "shield-check", tr("Verify a letter"), tr("Verify"))
        side.add_item(PEOPLE, "key-round", tr("People and keys"), tr("People"))
        side.add_item(SETTINGS, "settings", tr("Settings"))
        person = self._session.person
        side.add_person(person.name, role_name(person.role)).clicked.connect(self.lock_asked)
        side.chosen.connect(self.show_place)
        return side

    def _arrange(self) -> None:
        row = Row(self)
        row.addWidget(SideScroll(self.side))
        column = Column()
        row.addLayout(column, 1)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)


def _marked(place: str) -> str:
    return SETTINGS if place in {RETENTION, EXCHANGE, LETTERS} else place
