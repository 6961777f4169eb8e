from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.fonts import px
from ui.kit.banner import Urgency
from ui.kit.filters import FilterBar, SearchLine
from ui.kit.status import Status
from ui.kit.worklist_model import WorklistModel, folded
from ui.kit.worklist_table import WorklistRow, WorklistTable

_HEADERS = ("Due", "Member", "Request", "Status", "Next")


def _row(
    number: int, family: str, given: str, urgency: Urgency = Urgency.NORMAL, find: str = ""
) -> WorklistRow:
    case = f"C-2026-{number:04}"
    due = ("9 h 40 min", "today 18:52", urgency)
    chip = (Status.OPEN, "Needs documents", "file-question-mark")
    return WorklistRow(
        case, *due, family, given, case, "Initial, cycle 1", "Expedited", *chip, "1 document", find
    )


_ROWS = [
    _row(412, "Rivera Colón", "Ana", Urgency.LATE),
    _row(417, "Núñez Rivera", "María del Carmen", find="M00012345"),
    _row(409, "Santiago Feliciano", "José"),
]


@pytest.fixture
def table(qtbot: QtBot) -> WorklistTable:
    made = WorklistTable("worklist/cases", _HEADERS)
    qtbot.addWidget(made)
    made.set_rows(_ROWS)
    made.resize(1000, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_keeps_qts_rules(check_model: Callable[[QAbstractItemModel], None]) -> None:
    model = WorklistModel(_HEADERS)
    model.set_rows(_ROWS)

    check_model(model)
    model.set_search("rivera")
    check_model(model)


def test_accents_and_case_do_not_matter() -> None:
    assert folded("NÚÑEZ Peña") == "nunez pena"


@pytest.mark.parametrize(
    ("search", "shown"),
    [("nunez", 1), ("RIVERA", 2), ("rivera ana", 1), ("0409", 1), ("m00012345", 1), ("nobody", 0), ("  ", 3)],
)
def test_a_search_finds_rows_that_hold_every_word(table: WorklistTable, search: str, shown: int) -> None:
    table.set_search(search)

    assert table.shown() == shown


def test_a_test_and_a_search_narrow_together(table: WorklistTable, qtbot: QtBot) -> None:
    table.set_search("rivera")

    with qtbot.waitSignal(table.filtered) as told:
        table.set_test(lambda row: row.urgency is Urgency.LATE)

    assert told.args == [1]
    assert table.current_id() == "C-2026-0412"
    table.set_test(None)
    assert table.shown() == 2


def test_enter_opens_the_current_row(table: WorklistTable, qtbot: QtBot) -> None:
    assert table.select("C-2026-0417")

    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert told.args == ["C-2026-0417"]


def test_a_double_click_opens_a_row(table: WorklistTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.model().index(2, 1)).center()
    # Qt tells a double click only after a first click on the same place.
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(table.opened) as told:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == ["C-2026-0409"]


def test_a_refresh_keeps_the_current_row_and_does_not_reset(table: WorklistTable, qtbot: QtBot) -> None:
    table.select("C-2026-0409")
    later = [replace(row, left="9 h 39 min") for row in _ROWS]

    with qtbot.assertNotEmitted(table.model().modelReset), qtbot.waitSignal(table.model().dataChanged):
        table.set_rows(later)

    assert table.current_id() == "C-2026-0409"
    assert table.model().index(0, 0).data() == "9 h 39 min, today 18:52"


def test_a_new_row_keeps_the_current_one(table: WorklistTable) -> None:
    table.select("C-2026-0409")

    table.set_rows([_row(500, "Cruz", "Wanda"), *_ROWS])

    assert table.current_id() == "C-2026-0409"
    assert table.shown() == 4


def test_a_changed_row_is_found_by_its_new_words(table: WorklistTable) -> None:
    table.set_rows([replace(_ROWS[0], family="Cruz"), *_ROWS[1:]])

    table.set_search("cruz")

    assert table.shown() == 1


def test_cells_speak_in_whole_texts(table: WorklistTable) -> None:
    texts = [table.model().index(1, column).data() for column in range(5)]

    assert texts[1] == "NÚÑEZ RIVERA, María del Carmen, C-2026-0417"
    assert texts[3] == "Needs documents"


@pytest.mark.parametrize(("width", "hidden"), [(1000, False), (700, True)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_narrow_table_has_two_columns_that_hold_everything(
    qapp: QApplication, table: WorklistTable, width: int, hidden: bool, scale: float
) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, scale)

    table.resize(px(width), px(500))
    QApplication.processEvents()

    assert [table.isColumnHidden(column) for column in range(5)] == [False, False, hidden, hidden, hidden]
    shown = [column for column in range(5) if not table.isColumnHidden(column)]
    assert sum(table.columnWidth(column) for column in shown) == table.viewport().width()
    assert (table.rowHeight(0) > px(54)) is hidden


def test_tab_leaves_the_table(table: WorklistTable) -> None:
    assert not table.tabKeyNavigation()


class TestFilters:
    def test_choosing_a_filter_tells_it_once_and_shows_it(self, qtbot: QtBot) -> None:
        bar = FilterBar("worklist/filter")
        qtbot.addWidget(bar)
        bar.add("all", "All open").set_count(9)
        late = bar.add("late", "Overdue")
        bar.set_count("late", 1)
        assert bar.current() == "all"

        with qtbot.waitSignal(bar.chosen) as told:
            QTest.mouseClick(late, Qt.MouseButton.LeftButton)

        assert told.args == ["late"]
        assert bar.current() == "late"
        assert late.accessibleName() == "Overdue, 1"

    def test_escape_empties_the_search_first(self, qtbot: QtBot) -> None:
        line = SearchLine("worklist/find", "Find member, case or ID")
        qtbot.addWidget(line)
        QTest.keyClicks(line, "nunez")

        QTest.keyClick(line, Qt.Key.Key_Escape)

        assert line.text() == ""
        assert line.accessibleName() == "Find member, case or ID"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [420, 516, 700])
def test_a_row_holds_a_long_name_and_a_long_step(
    qapp: QApplication, table: WorklistTable, width: int, scale: float
) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, scale)
    long = replace(
        _ROWS[1], family="De la Cruz Maldonado", next_step="2 documents: relapse or refractory, MRD"
    )
    table.set_rows([long])
    table.resize(px(width), px(600))
    QApplication.processEvents()
    height, left = table.rowHeight(0), table.columnWidth(0)

    picture = table.viewport().grab().toImage()

    # The last line of text ends above the row's edge, and nothing follows below it.
    ground = picture.pixelColor(left + 2, height - 2)
    last_rows = [
        (x, y) for x in range(left + 4, left + table.columnWidth(1)) for y in (height - 3, height - 2)
    ]
    assert all(picture.pixelColor(x, y) == ground for x, y in last_rows)
