"""The cycle timeline, fact tables and check lists."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.fonts import px
from ui.kit.banner import Fact
from ui.kit.buttons import LinkButton
from ui.kit.check_list import CheckLine, CheckList, Figures
from ui.kit.course_lane import CourseLane
from ui.kit.cycle_timeline import Course, CourseBlock, CycleTimeline, TreatmentMark, Window
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.text import Text

_MONTHS = tuple(str(month) for month in range(1, 13))


def _course(today: date = date(2026, 11, 24)) -> Course:
    blocks = (
        CourseBlock("1", "no response", date(2026, 10, 5), date(2026, 10, 25)),
        CourseBlock("2", "asked for", date(2026, 11, 30), date(2026, 12, 27), asked=True),
    )
    return Course("Course so far", "Cycle 2 of at most 6", blocks, today, "Today 24-Nov", _MONTHS)


def _window(days: int = 28) -> Window:
    marks = tuple(
        TreatmentMark(day, f"Day {day}", f"Mon {day:02}-Dec", f"0.9{day} mg", may_move=2 if day > 1 else 0)
        for day in (1, 8, 15)
    )
    last = (f"Day {days}", "Sun 27-Dec, last day")
    return Window(
        "Authorization asked for", "both included", days, marks, "treatment-free", *last, "May move"
    )


def test_every_word_of_the_picture_is_told_to_screen_readers(qtbot: QtBot) -> None:
    timeline = CycleTimeline("dose/timeline", "Cycle timeline")
    qtbot.addWidget(timeline)

    timeline.show_timeline(_course(), _window())

    told = timeline.accessibleDescription()
    words = [
        "Course so far",
        "Cycle 2 of at most 6",
        "1 no response",
        "2 asked for",
        "Today 24-Nov",
        "May move",
    ]
    words += ["Day 8, Mon 08-Dec, 0.98 mg", "treatment-free", "Day 28, Sun 27-Dec, last day", "both included"]
    assert all(word in told for word in words)


def test_the_course_starts_with_a_month_and_ends_with_one() -> None:
    course = _course()

    assert course.first() == date(2026, 10, 1)
    assert course.end() == date(2027, 1, 1)
    assert course.month_starts() == [
        date(2026, 10, 1),
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]


def test_the_course_holds_today_wherever_it_lies() -> None:
    assert _course(date(2026, 8, 31)).first() == date(2026, 8, 1)
    assert _course(date(2027, 2, 28)).end() == date(2027, 3, 1)


def test_a_block_is_as_wide_as_its_days_both_included(qtbot: QtBot) -> None:
    del qtbot
    day = CourseBlock("1", "", date(2026, 10, 5), date(2026, 10, 5))
    week = CourseBlock("2", "", date(2026, 10, 5), date(2026, 10, 11))
    course = Course("", "", (day, week), date(2026, 10, 31), "", _MONTHS)
    lane = CourseLane(course, 0, 31 * 20 + 2 * px(28))

    assert lane.block_rect(day, 0).width() == 19
    assert lane.block_rect(week, 0).width() == 7 * 20 - 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("days", [21, 28])
@pytest.mark.parametrize("width", [320, 480, 960])
def test_nothing_is_drawn_below_the_height_that_the_picture_asks_for(
    qapp: QApplication, qtbot: QtBot, width: int, days: int, scale: float
) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, scale)
    timeline = CycleTimeline("dose/timeline", "Cycle timeline")
    qtbot.addWidget(timeline)
    timeline.show_timeline(_course(), _window(days))
    width = px(width)
    needed = timeline.heightForWidth(width)

    timeline.resize(width, needed + 60)
    picture = timeline.grab().toImage()

    ground = picture.pixelColor(width // 2, needed + 59)
    assert all(picture.pixelColor(x, y) == ground for x in range(width) for y in range(needed, needed + 60))


def test_a_new_cycle_makes_a_new_picture(qtbot: QtBot) -> None:
    timeline = CycleTimeline("dose/timeline", "Cycle timeline")
    qtbot.addWidget(timeline)
    timeline.resize(900, 320)
    empty = timeline.grab().toImage()
    timeline.show_timeline(_course(), _window())
    first = timeline.grab().toImage()

    timeline.show_timeline(_course(date(2026, 11, 24) + timedelta(days=3)), _window(21))

    assert empty != first
    assert first != timeline.grab().toImage()


@pytest.fixture
def table(qtbot: QtBot) -> FactsTable:
    columns = (FactsColumn("Treatment day"), FactsColumn("To authorize", numeric=True, strong=True))
    made = FactsTable("dose/table", "Doses", columns)
    qtbot.addWidget(made)
    made.set_rows([("Day 1, Mon 30-Nov-2026, of a longer line", "0.94 mg"), ("Day 8", "1,250 mg")])
    made.show()
    return made


def test_the_model_of_facts_keeps_qts_rules(
    table: FactsTable, check_model: Callable[[QAbstractItemModel], None]
) -> None:
    check_model(table.model())
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "To authorize"
    assert table.model().index(1, 1).data() == "1,250 mg"


@pytest.mark.parametrize("width", [900, 300, 220])
def test_a_table_is_as_high_as_its_rows_and_never_cuts_a_number(table: FactsTable, width: int) -> None:
    table.resize(width, table.heightForWidth(width))
    QApplication.processEvents()

    rows = sum(table.rowHeight(row) for row in range(2))
    assert table.horizontalHeader().height() + rows == table.height()
    assert table.columnWidth(0) + table.columnWidth(1) == width
    number = FactsColumn("", strong=True).metrics().horizontalAdvance("1,250 mg")
    assert table.columnWidth(1) - px(20) >= number


def test_a_narrow_table_wraps_its_texts(table: FactsTable) -> None:
    line = FactsColumn("").metrics().lineSpacing()
    table.resize(900, 200)
    QApplication.processEvents()
    assert table.rowHeight(0) == line + 2 * px(8)

    table.resize(220, 200)
    QApplication.processEvents()
    assert table.rowHeight(0) >= 2 * line + 2 * px(8)
    assert table.rowHeight(1) == line + 2 * px(8)


def test_there_is_nothing_to_do_in_a_table_of_facts(table: FactsTable) -> None:
    assert table.focusPolicy() is Qt.FocusPolicy.NoFocus


class TestCheckList:
    _LINES = (
        CheckLine("request", "Request", "Continuation, cycle 3", "J9229"),
        CheckLine("doses", "Doses", "0.94 mg on days 1, 8 and 15"),
    )

    def test_each_line_leads_to_where_it_is_changed(self, qtbot: QtBot) -> None:
        checks = CheckList("check")
        qtbot.addWidget(checks)
        checks.set_lines(self._LINES)
        link = checks.findChild(LinkButton, "check/doses/change")
        assert link is not None
        assert link.accessibleName() == "Change: Doses"

        with qtbot.waitSignal(checks.change) as told:
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)

        assert told.args == ["doses"]

    def test_lines_are_replaced_and_can_be_read_only(self, qtbot: QtBot) -> None:
        checks = CheckList("check")
        qtbot.addWidget(checks)
        checks.set_lines(self._LINES)

        checks.set_lines(self._LINES[:1], changeable=False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        assert checks.findChildren(LinkButton) == []
        assert [label.text() for label in checks.findChildren(Text)] == [
            "Request",
            "Continuation, cycle 3",
            "J9229",
        ]

    def test_figures_say_what_is_not_known(self, qtbot: QtBot) -> None:
        figures = Figures("figures")
        qtbot.addWidget(figures)

        figures.show_facts([Fact("Height", "170 cm"), Fact("Weight", "")])
        figures.show_facts([Fact("Height", "171 cm"), Fact("Weight", "")])
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        assert [label.text() for label in figures.findChildren(Text)] == [
            "Height",
            "171 cm",
            "Weight",
            "Not known",
        ]
