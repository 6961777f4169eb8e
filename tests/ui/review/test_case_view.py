"""The frame around the pages of a case: banner, clock, steps, notices, keys, widths."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, focus_name, line, part, press, shown, type_into, words
from ui import theme
from ui.kit.banner import Urgency
from ui.kit.nav import NavItem
from ui.kit.status import Status
from ui.review import page_stack
from ui.review.case_view import CaseView
from ui.review.desk import CaseDesk
from ui.review.page import ReviewPage
from ui.review.slots import value_at

CTRL = Qt.KeyboardModifier.ControlModifier


RECEIVED = datetime.fromisoformat("2026-11-20T14:05:00-04:00")


class PlainPage(ReviewPage):
    """A page of which only the frame matters here."""

    beside_finding = False

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.wished: list[str] = []

    def refresh(self) -> None:
        """Nothing to show."""

    def title(self) -> str:
        return "A plain page"

    def lead(self) -> str:
        return ""

    def primary(self) -> str:
        return "Go on"

    def proceed(self) -> None:
        self.desk.show_page(Page.DECISION)

    def prepare(self, wish: str) -> None:
        self.wished.append(wish)


class PlainDose(PlainPage):
    page = Page.DOSE


class PlainDecision(PlainPage):
    page = Page.DECISION
    beside_finding = True


@pytest.fixture
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dose and decision as plain pages: what they show is tested beside them."""
    here = {
        Page.DOSE: (__name__, "PlainDose"),
        Page.DECISION: (__name__, "PlainDecision"),
    }
    monkeypatch.setattr(page_stack, "PAGES", {**page_stack.PAGES, **here})


def at(driven: Driven, moment: datetime) -> None:
    driven.session.now = lambda: moment  # type: ignore[method-assign] # the clock is what is tested


def texts(place: QWidget) -> list[str]:
    labels: list[QLabel] = place.findChildren(QLabel)
    return [label.text() for label in labels]


def mark(view: CaseView, page: Page) -> Status | None:
    return part(view, f"steps/{page.value}", NavItem).mark()


def test_names_stand_whole_in_the_banner_with_what_tells_the_member(driven: Driven) -> None:
    at(driven, RECEIVED)
    view = driven.open(sample(25))
    assert words(view, "banner/name") == "PEÑARANDA EJEMPLO DE QUIÑONES-GÜEMES, Juan de Dios"
    said = texts(part(view, "banner"))
    for value in ("04-Apr-1957 (69 y)", "M55500025", "MMM MA", "Spanish"):
        assert value in said
    name = part(view, "banner/name", QLabel)
    view.resize(700, 700)
    driven.settle()
    assert name.height() >= name.heightForWidth(name.width())
    assert name.width() >= name.minimumSizeHint().width()


@pytest.mark.parametrize(
    ("passed", "left", "urgency"),
    [
        (timedelta(hours=1), "2 d 23 h", Urgency.NORMAL),
        (timedelta(hours=70, minutes=47), "1 h 13 min", Urgency.SOON),
        (timedelta(hours=72, minutes=38), "Overdue 38 min", Urgency.LATE),
    ],
)
def test_the_clock_says_what_is_left_and_how_near_the_end_is(
    driven: Driven, passed: timedelta, left: str, urgency: Urgency
) -> None:
    at(driven, RECEIVED)
    view = driven.open(sample(1))
    at(driven, RECEIVED + passed)
    view.banner.tick()
    clock = part(view, "banner/clock", QLabel)
    assert clock.text().startswith(f"{left}. Decision due ")
    assert clock._urgency is urgency  # type: ignore[attr-defined] # how it is drawn


def test_the_clock_follows_the_priority_at_once(driven: Driven) -> None:
    at(driven, RECEIVED)
    view = driven.open(sample(1), Page.REQUEST)
    assert words(view, "banner/clock").startswith("3 d 0 h")
    click(view, "request/priority/choice/expedited")
    assert words(view, "banner/clock").startswith("1 d 0 h")


def test_a_case_opens_on_the_first_page_with_something_left_to_do(driven: Driven) -> None:
    assert driven.open(sample(9)).stack.page().page is Page.CRITERIA
    incomplete: dict[str, Any] = sample(9)
    incomplete["member"] = {**incomplete["member"], "birth_date": "unknown"}
    view = driven.open(sample(9), Page.REQUEST)
    view.desk.set("member.birth_date", "unknown")
    assert driven.reopen(view.desk.case.case_id).stack.page().page is Page.REQUEST


@pytest.mark.usefixtures("plain_pages")
def test_steps_carry_their_marks_and_open_in_any_order(driven: Driven) -> None:
    view = driven.open(sample(9), Page.CRITERIA)
    assert mark(view, Page.REQUEST) is Status.MET
    assert mark(view, Page.CRITERIA) is Status.OPEN
    assert mark(view, Page.LETTER) is None
    assert not shown(view, "steps/response")
    click(view, "steps/decision")
    assert view.stack.page().page is Page.DECISION
    assert part(view, "steps/decision", NavItem).is_current()
    press(Qt.Key.Key_1, CTRL)
    assert view.stack.page().page is Page.REQUEST
    press(Qt.Key.Key_3, CTRL)
    assert view.stack.page().page is Page.DOSE


@pytest.mark.usefixtures("plain_pages")
def test_back_returns_through_the_visited_pages_and_then_to_the_worklist(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    for page in (Page.DECISION, Page.CRITERIA, Page.DOSE):
        view.show_page(page)
    for page in (Page.CRITERIA, Page.DECISION, Page.REQUEST):
        click(view, "footer/back")
        assert view.stack.page().page is page
    with driven.qtbot.waitSignal(view.closed):
        click(view, "footer/back")


@pytest.mark.usefixtures("plain_pages")
def test_the_filled_button_follows_the_page_and_there_is_only_one(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    click(view, "footer/primary")
    assert view.stack.page().page is Page.DOSE
    assert part(view, "footer/primary", QAbstractButton).text() == "Go on"
    assert not view.finding.isVisible()
    assert not view.fold.isVisible()
    press(Qt.Key.Key_Return, CTRL)
    assert view.stack.page().page is Page.DECISION
    assert view.finding.isVisible()


@pytest.mark.usefixtures("plain_pages")
@pytest.mark.parametrize(("key", "wish"), [(Qt.Key.Key_R, "refer"), (Qt.Key.Key_D, "pend")])
def test_a_decision_is_made_ready_by_key(driven: Driven, key: Qt.Key, wish: str) -> None:
    view = driven.open(sample(22), Page.CRITERIA)
    press(key, CTRL)
    page = view.stack.page()
    assert isinstance(page, PlainDecision)
    assert page.wished == [wish]


def test_every_key_is_an_action_with_a_name(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    actions = [action for action in view.actions() if isinstance(action, QAction)]
    names = [action.objectName() for action in actions]
    assert len(set(names)) == len(names)
    assert all(name.startswith("case/") for name in names)
    assert all(action.text() for action in actions)
    keys = [keys.toString() for action in actions for keys in action.shortcuts()]
    assert len(set(keys)) == len(keys)
    assert {"F8", "F6", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+E", "Ctrl+R", "Alt+Left", "Esc"} <= set(keys)


def test_f6_goes_from_page_to_finding_to_steps_to_footer(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    visited = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        regions = (view.stack, view.finding, view.steps.side, view.footer)
        visited.append(next(region for region in regions if region.isAncestorOf(focused)))
    assert visited == [view.finding, view.steps.side, view.footer, view.stack]


def test_a_line_of_the_finding_leads_to_its_question_and_back(driven: Driven) -> None:
    view = driven.open(sample(9), Page.REQUEST)
    tree = view.finding._tree
    tree.set_current("A.ii.A")
    tree.setFocus()
    assert shown(view, "finding/reading") is False
    press(Qt.Key.Key_Return)
    assert view.stack.page().page is Page.CRITERIA
    assert focus_name().startswith("disease_status/choice/")
    press(Qt.Key.Key_Down, CTRL)
    assert tree.current_id() == "A.ii.B.1"


def test_a_line_about_the_cycle_leads_to_the_request(driven: Driven) -> None:
    view = driven.open(sample(26), Page.CRITERIA)
    assert line(view, "B.iii").note == "Cycle 7 is asked for"
    view.finding.question_opened.emit("request.cycle")
    assert view.stack.page().page is Page.REQUEST
    assert focus_name() == "request/cycle"


def test_the_reading_of_a_line_stands_under_the_tree(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    view.finding._tree.set_current("A.iii")
    said = texts(part(view, "finding/reading"))
    assert view.desk.policy.readings[0].text["en"] in said


def test_advisories_are_told_under_the_finding(driven: Driven) -> None:
    view = driven.open(sample(30), Page.CRITERIA)
    said = texts(part(view, "finding/advisories"))
    assert view.desk.policy.advisories["hcpcs_not_listed"].text["en"] in said
    view.desk.set("request.hcpcs", "J9229")
    driven.settle()
    said = texts(part(view, "finding/advisories"))
    assert view.desk.policy.advisories["hcpcs_not_listed"].text["en"] not in said


def test_a_narrow_window_has_a_strip_and_folds_the_finding(driven: Driven) -> None:
    view = driven.open(sample(9), Page.CRITERIA)
    assert view.steps.side.isVisible()
    view.resize(1100, 700)
    assert view.steps.strip.isVisible()
    assert view.finding.isVisible()
    view.resize(900, 700)
    assert not view.finding.isVisible()
    assert words(view, "fold/headline") == "Open: 1 question, 1 document"
    press(Qt.Key.Key_Period, CTRL)
    assert view.finding.isVisible()
    assert not view.stack.isVisible()
    press(Qt.Key.Key_Escape)
    assert view.stack.isVisible()
    click(view, "fold/toggle")
    view.finding.question_opened.emit("regimen")
    assert view.stack.isVisible()
    assert focus_name().startswith("regimen/choice/")
    view.resize(1280, 800)
    assert view.finding.isVisible()
    assert view.finding.x() > view.stack.x()


@pytest.mark.parametrize("scale", [1.25, 2.0])
@pytest.mark.parametrize("page", [Page.REQUEST, Page.CRITERIA, Page.RESPONSE])
def test_nothing_is_wider_than_its_page_with_larger_text(driven: Driven, scale: float, page: Page) -> None:
    view = driven.open(sample(25), page)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Theme.LIGHT, scale)
    driven.settle()
    inside = view.stack.page().widget()
    assert inside is not None
    assert inside.width() == view.stack.page().viewport().width()
    assert view.width() == 1280
    cut = [
        widget.objectName()
        for widget in inside.findChildren(QWidget)
        if widget.isVisible() and widget.objectName() and widget.width() < widget.minimumSizeHint().width()
    ]
    theme.apply(app, theme.Theme.LIGHT, 1.0)
    assert cut == []


def test_locking_saves_what_is_being_typed_first(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    case_id = view.desk.case.case_id
    type_into(view, "member/given_name", "José Luis")
    click(view, "steps/lock")
    person = driven.session.person
    driven.sign_in(person)
    kept = driven.session.casebook.get(case_id).document
    assert value_at(kept, "case.member.given_name") == "José Luis"
