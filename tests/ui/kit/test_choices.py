import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.fonts import px
from ui.kit.choices import CheckRow, ChoiceGroup, ChoiceRow
from ui.kit.option_face import TEXT_LEFT

_LONG = "No complete response to treatment after two courses of intensive chemotherapy"


@pytest.fixture
def group(qtbot: QtBot) -> ChoiceGroup:
    made = ChoiceGroup("disease_status", "Is the disease relapsed or refractory?")
    made.add("relapsed", "Relapsed", "Blasts returned after a complete response")
    made.add("refractory", "Refractory", "No complete response to treatment")
    made.add("neither", "Neither", "For example newly diagnosed")
    qtbot.addWidget(made)
    made.resize(632, made.heightForWidth(632))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_whole_row_is_the_target(group: ChoiceGroup, qtbot: QtBot) -> None:
    row = group.row("refractory")

    with qtbot.waitSignal(group.chosen) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 2, row.height() - 2))

    assert told.args == ["refractory"]
    assert group.value() == "refractory"


def test_choosing_one_lets_go_of_the_other(group: ChoiceGroup) -> None:
    group.set_value("relapsed")

    QTest.mouseClick(group.row("neither"), Qt.MouseButton.LeftButton)

    assert group.value() == "neither"
    assert not group.row("relapsed").isChecked()


def test_digits_choose_by_number(group: ChoiceGroup, qtbot: QtBot) -> None:
    group.focus()

    with qtbot.waitSignal(group.chosen) as told:
        QTest.keyClick(group.row("relapsed"), Qt.Key.Key_3)

    assert told.args == ["neither"]
    assert group.row("neither").hasFocus()


def test_a_digit_without_an_option_chooses_nothing(group: ChoiceGroup) -> None:
    group.focus()

    QTest.keyClick(group.row("relapsed"), Qt.Key.Key_9)

    assert group.value() is None


def test_arrows_move_the_choice(group: ChoiceGroup, qtbot: QtBot) -> None:
    group.set_value("relapsed")
    group.focus()

    with qtbot.waitSignal(group.chosen) as told:
        QTest.keyClick(group.row("relapsed"), Qt.Key.Key_Right)

    assert told.args == ["refractory"]


def test_a_value_that_is_set_is_shown_and_told_to_nobody(group: ChoiceGroup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(group.chosen):
        group.set_value("neither")
        group.set_value(None)

    assert group.value() is None


def test_a_refused_option_stays_in_sight_and_says_why(group: ChoiceGroup) -> None:
    row = group.row("refractory")
    row.refuse("Only a physician reviewer")

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    assert row.isVisible()
    assert row.face.hint == "Only a physician reviewer"
    assert row.accessibleDescription() == "Only a physician reviewer"
    assert group.value() is None
    assert not group.choose_number(2)

    row.refuse("")
    assert row.isEnabled()
    assert row.face.hint == "No complete response to treatment"


def test_rows_are_named_for_qa_and_for_screen_readers(group: ChoiceGroup) -> None:
    row = group.row("relapsed")

    assert row.objectName() == "disease_status/choice/relapsed"
    assert row.accessibleName() == "Relapsed"
    assert row.accessibleDescription() == "Blasts returned after a complete response"


@pytest.mark.parametrize(("width", "columns"), [(632, 3), (400, 2), (170, 1)])
def test_columns_reflow_with_the_width(group: ChoiceGroup, width: int, columns: int) -> None:
    group.resize(width, group.heightForWidth(width))
    QApplication.processEvents()

    rows = group.findChildren(ChoiceRow)
    assert len({row.x() for row in rows}) == columns
    places = [QRect(row.geometry()) for row in rows]
    assert all(group.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_four_options_stand_in_two_columns(qtbot: QtBot) -> None:
    group = ChoiceGroup("regimen", "With what?")
    for value in "abcd":
        group.add(value, value)
    qtbot.addWidget(group)
    group.resize(900, group.heightForWidth(900))
    group.show()

    assert len({row.x() for row in group.findChildren(ChoiceRow)}) == 2


def _drawn(widget: QWidget, width: int, height: int) -> QImage:
    widget.resize(width, height)
    return widget.grab().toImage()


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("width", [170, 230, 400])
@pytest.mark.parametrize("kind", [ChoiceRow, CheckRow])
def test_no_line_of_an_option_is_cut(
    qapp: QApplication, qtbot: QtBot, kind: type[ChoiceRow | CheckRow], width: int, scale: float
) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, scale)
    row = kind("Refractory disease", "q/choice/x", _LONG)
    qtbot.addWidget(row)
    width = max(px(width), row.minimumSizeHint().width())
    needed = row.heightForWidth(width)

    taller = _drawn(row, width, needed + 60)

    # Below the height that the row asks for, a taller row has nothing more to show.
    ground = taller.pixelColor(width - 4, needed)
    below = [(x, y) for x in range(px(TEXT_LEFT), width - 4) for y in range(needed - 3, needed + 50)]
    assert all(taller.pixelColor(x, y) == ground for x, y in below)
    assert row.height() >= px(36)


def test_choosing_a_row_never_changes_its_height(qtbot: QtBot) -> None:
    row = ChoiceRow("A title of a few words that nearly fills its line", "q/choice/x")
    qtbot.addWidget(row)
    before = [row.heightForWidth(width) for width in range(150, 400)]

    row.setChecked(True)

    assert [row.heightForWidth(width) for width in range(150, 400)] == before
