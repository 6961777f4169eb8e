"""The frame of a page: banner, side bar, step strip, footer, scrolling, focus ring, notices."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.kit.banner import Clock, Fact, MemberBanner, Urgency
from ui.kit.buttons import IconButton, LinkButton, PrimaryButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.focus_ring import FocusRing
from ui.kit.footer import FooterBar
from ui.kit.names import NameLabel, written_name
from ui.kit.notices import ErrorSummary, Notice, NoticeBar, problems_of
from ui.kit.scroll_page import ScrollPage
from ui.kit.side_bar import SideBar, StepStrip
from ui.kit.status import Status
from ui.kit.text import Text
from ui.kit.text_fields import TextField


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def _put(window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)


def _show(window: QWidget, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


class TestBanner:
    def test_a_name_has_its_family_name_in_capitals_first(self) -> None:
        assert written_name("Núñez Rivera", "María del Carmen") == "NÚÑEZ RIVERA, María del Carmen"
        assert written_name("Ortiz", "") == "ORTIZ"

    def test_a_name_breaks_after_its_comma_and_nowhere_else(self, qtbot: QtBot) -> None:
        label = NameLabel()
        qtbot.addWidget(label)
        label.setText("NÚÑEZ RIVERA, María del Carmen")
        full = label.sizeHint().width()

        assert label.heightForWidth(full) * 2 == label.heightForWidth(full - 3)
        assert label.minimumSizeHint().width() < full

    def test_a_fact_without_a_value_says_not_known(self, window: QWidget, qtbot: QtBot) -> None:
        banner = MemberBanner("banner")
        _put(window, banner)
        banner.show_member("Ortiz Vega", "Luis A.", [Fact("Plan", "MMM MA"), Fact("Language", "")])
        _show(window, qtbot)

        texts = [label.text() for label in banner.findChildren(Text)]
        assert texts == ["Plan", "MMM MA", "Language", "Not known"]

    def test_another_member_leaves_nothing_of_the_one_before(self, window: QWidget) -> None:
        banner = MemberBanner("banner")
        _put(window, banner)
        banner.show_member("Ortiz Vega", "Luis A.", [Fact("Plan", "MMM MA")])
        banner.show_member("Cruz", "Wanda", [Fact("Plan", "MMM Multihealth")])
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        assert [label.text() for label in banner.findChildren(Text)] == ["Plan", "MMM Multihealth"]

    def test_the_clock_says_both_times_and_fits_when_late(self, qtbot: QtBot) -> None:
        clock = Clock()
        qtbot.addWidget(clock)

        clock.show_clock("Overdue 38 min", "Decision was due today 08:34", Urgency.LATE)

        assert clock.text() == "Overdue 38 min. Decision was due today 08:34"
        clock.resize(clock.sizeHint())
        corner = clock.grab().toImage().pixelColor(10, 2)
        assert corner.name() == theme.current().late.name()

    def test_facts_wrap_in_a_narrow_window_and_stay_inside(self, window: QWidget, qtbot: QtBot) -> None:
        banner = MemberBanner("banner")
        _put(window, banner)
        banner.show_member(
            "Ortiz Vega", "Luis A.", [Fact(f"Fact {n}", "A value of some length") for n in range(6)]
        )
        _show(window, qtbot)
        window.resize(420, 400)
        QApplication.processEvents()

        inside = banner.rect()
        for label in banner.findChildren(Text):
            assert inside.contains(label.mapTo(banner, QPoint(0, label.height() - 1)))


class TestPlaces:
    def test_choosing_a_place_tells_it_and_shows_it(self, qtbot: QtBot) -> None:
        side = SideBar("nav")
        qtbot.addWidget(side)
        side.add_item("worklist", "list-checks", "Worklist")
        side.add_item("decided", "archive", "Decided")
        side.select("worklist")

        with qtbot.waitSignal(side.chosen) as told:
            QTest.mouseClick(side.item("decided"), Qt.MouseButton.LeftButton)

        assert told.args == ["decided"]
        assert side.item("decided").is_current()
        assert not side.item("worklist").is_current()

    def test_choosing_where_one_is_keeps_it_shown(self, qtbot: QtBot) -> None:
        side = SideBar("nav")
        qtbot.addWidget(side)
        side.add_item("worklist", "list-checks", "Worklist")
        side.select("worklist")

        QTest.mouseClick(side.item("worklist"), Qt.MouseButton.LeftButton)

        assert side.item("worklist").is_current()

    def test_marks_and_counts_are_told_to_screen_readers(self, qtbot: QtBot) -> None:
        side = SideBar("nav")
        qtbot.addWidget(side)
        item = side.add_item("criteria", "list-checks", "Criteria")

        item.set_mark(Status.OPEN)
        assert item.accessibleDescription() == "Open"
        item.set_mark(None)
        item.set_count(9)
        side.select("criteria")
        assert item.accessibleDescription() == "You are here. 9"

    @pytest.mark.parametrize("scale", [1.0, 2.0])
    def test_the_rail_keeps_a_word_under_each_icon(
        self, qapp: QApplication, qtbot: QtBot, scale: float
    ) -> None:
        theme.apply(qapp, theme.Theme.LIGHT, scale)
        side = SideBar("nav")
        qtbot.addWidget(side)
        side.add_item("people", "key-round", "People and keys", "People")
        button = PrimaryButton("New request", "nav/new", icon="plus")
        side.add_top(button)
        wide = side.width()
        side.show()

        side.set_compact(True)
        QApplication.processEvents()

        assert side.width() < wide / 2
        item = side.item("people")
        assert item.sizeHint().width() <= item.width()
        assert button.accessibleName() == "New request"

    def test_a_strip_of_steps_behaves_as_the_side_bar(self, qtbot: QtBot) -> None:
        strip = StepStrip("steps")
        qtbot.addWidget(strip)
        strip.add_item("request", "file-text", "Request").set_mark(Status.MET)
        strip.add_item("dose", "calendar-days", "Dose and schedule")

        with qtbot.waitSignal(strip.chosen) as told:
            QTest.keyClick(strip.item("dose"), Qt.Key.Key_Space)

        assert told.args == ["dose"]
        assert strip.item("dose").is_current()


class TestFooter:
    def test_a_page_without_a_next_step_shows_no_primary_button(self, window: QWidget, qtbot: QtBot) -> None:
        footer = FooterBar("footer")
        _put(window, footer)
        _show(window, qtbot)
        assert not footer.primary.isVisible()

        footer.set_primary("Continue to dose")
        assert footer.primary.isVisible()
        assert footer.primary.text() == "Continue to dose"

    def test_the_saved_state_wraps_before_it_is_cut(self, qtbot: QtBot) -> None:
        footer = FooterBar("footer")
        qtbot.addWidget(footer)
        footer.set_primary("Sign approval", "signature")
        footer.add_secondary("Preview letter", "footer/preview")
        footer.show_saved("All changes saved, 09:11:52")

        assert footer.heightForWidth(footer.minimumSizeHint().width()) > footer.heightForWidth(900)


class TestButtons:
    def test_an_ampersand_is_only_a_character(self, qtbot: QtBot) -> None:
        button = SecondaryButton("Save & print", "x")
        qtbot.addWidget(button)

        assert button.words() == "Save & print"
        button.set_words("A & B")
        assert button.words() == "A & B"

    def test_a_button_is_as_wide_as_its_words_need(self, qtbot: QtBot) -> None:
        short, long = PrimaryButton("Sign", "a"), PrimaryButton("Continue to dose", "b", icon="check")
        for button in (short, long):
            qtbot.addWidget(button)

        assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 60
        assert short.sizeHint().height() == 34

    def test_enter_and_space_press_a_focused_button(self, window: QWidget, qtbot: QtBot) -> None:
        button = LinkButton("Add document", "add", icon="paperclip")
        _put(window, button)
        _show(window, qtbot)
        button.setFocus()

        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Space)

    def test_an_icon_alone_has_a_name(self, qtbot: QtBot) -> None:
        button = IconButton("Lock", "nav/lock", icon="lock")
        qtbot.addWidget(button)

        assert button.accessibleName() == "Lock"
        assert button.sizeHint().width() >= 24


class TestFocusRing:
    def test_it_shows_after_a_key_and_goes_with_the_mouse(self, window: QWidget, qtbot: QtBot) -> None:
        first, second, words = QPushButton("First"), QPushButton("Second"), Text("Only words")
        _put(window, first, second, words)
        ring = FocusRing(window)
        _show(window, qtbot)
        first.setFocus()
        assert ring.target() is None

        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert ring.target() is second
        assert ring.geometry().contains(second.geometry())

        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=words.geometry().center())
        assert ring.target() is None
        assert second.hasFocus()

    def test_it_follows_a_control_that_moves(self, window: QWidget, qtbot: QtBot) -> None:
        first, second = QPushButton("First"), QPushButton("Second")
        _put(window, first, second)
        ring = FocusRing(window)
        _show(window, qtbot)
        first.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

        second.move(second.x(), second.y() + 30)

        assert ring.geometry().contains(second.geometry())

    def test_a_control_that_is_deleted_takes_the_ring_with_it(self, window: QWidget, qtbot: QtBot) -> None:
        first, second = QPushButton("First"), QPushButton("Second")
        _put(window, first, second)
        ring = FocusRing(window)
        _show(window, qtbot)
        first.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

        second.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        first.setFocus()

        assert ring.target() in (None, first)


class TestScrolling:
    def test_what_takes_the_focus_comes_to_sight(self, qtbot: QtBot) -> None:
        page = ScrollPage("page")
        qtbot.addWidget(page)
        cards = [Card(f"card/{number}") for number in range(12)]
        fields = [TextField(f"field/{number}", "Name") for number in range(12)]
        for card, field in zip(cards, fields, strict=True):
            card.column.addWidget(field)
            page.column.addWidget(card)
        page.resize(400, 300)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

        for field in (fields[11], fields[0], fields[6]):
            field.setFocus()
            assert page.viewport().rect().contains(field.line.mapTo(page.viewport(), QPoint(0, 0)))
            assert field.line.visibleRegion().boundingRect() == field.line.rect()

    def test_a_card_shows_that_the_focus_is_inside(self, window: QWidget, qtbot: QtBot) -> None:
        card, other = Card("card"), TextField("other", "Other")
        field = TextField("inside", "Inside")
        card.column.addWidget(field)
        _put(window, card, other)
        _show(window, qtbot)

        field.setFocus()
        assert card.is_active()
        other.setFocus()
        assert not card.is_active()


class TestNotices:
    def test_the_summary_takes_the_focus_and_leads_to_the_fields(self, window: QWidget, qtbot: QtBot) -> None:
        summary = ErrorSummary("errors")
        name = TextField("name", "Name", required="Enter the name.")
        plan = TextField("plan", "Plan")
        _put(window, summary, name, plan)
        _show(window, qtbot)

        assert summary.show_problems(problems_of([name, plan]))

        assert summary.hasFocus()
        assert summary.accessibleName() == "There is a problem. Enter the name."
        links = summary.findChildren(LinkButton)
        assert [link.words() for link in links] == ["Enter the name."]
        assert name.error() == "Enter the name."
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
        assert name.line.hasFocus()

    def test_the_summary_goes_when_nothing_is_wrong(self, window: QWidget, qtbot: QtBot) -> None:
        summary = ErrorSummary("errors")
        name = TextField("name", "Name", required="Enter the name.")
        _put(window, summary, name)
        _show(window, qtbot)
        summary.show_problems(problems_of([name]))

        name.set_value("Ana")

        assert not summary.show_problems(problems_of([name]))
        assert not summary.isVisible()

    def test_a_notice_has_words_and_what_to_do(self, qtbot: QtBot) -> None:
        notice = NoticeBar("save/failed", Notice.FAILED, "The disk is full.")
        qtbot.addWidget(notice)
        again = notice.add_action("Try again", "save/again")
        notice.show()

        with qtbot.waitSignal(again.clicked):
            QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        notice.show_text("")
        assert not notice.isVisible()
        notice.show_text("The folder is read-only.")
        assert notice.text() == "The folder is read-only."
