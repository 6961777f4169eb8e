from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.text_fields import AreaField, PassphraseField, TextField
from ui.kit.value_fields import DateField, NumberField, TimeField


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def _show(page: QWidget, qtbot: QtBot, *fields: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for field in (*fields, QLineEdit()):
        layout.addWidget(field)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def test_an_unreadable_date_is_told_on_leaving_and_not_while_typing(page: QWidget, qtbot: QtBot) -> None:
    field = DateField("request/start", "First treatment day")
    _show(page, qtbot, field)
    field.setFocus()

    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.line, "10/11/2026")
    assert field.error() == ""

    with qtbot.waitSignal(field.committed):
        QTest.keyClick(field.line, Qt.Key.Key_Tab)

    assert "11-Oct-2026" in field.error()
    assert field.line.text() == "10/11/2026"
    assert field.value() is None


def test_a_mended_date_loses_its_error_on_leaving(page: QWidget, qtbot: QtBot) -> None:
    field = DateField("request/start", "First treatment day")
    _show(page, qtbot, field)
    field.setFocus()
    QTest.keyClicks(field.line, "x")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.error()

    field.line.selectAll()
    QTest.keyClicks(field.line, "10-Nov-2026")
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert field.error() == ""
    assert field.value() == date(2026, 11, 10)


def test_leaving_a_field_that_nobody_touched_says_nothing(page: QWidget, qtbot: QtBot) -> None:
    field = TextField("request/name", "Family name", required="Enter the family name.")
    _show(page, qtbot, field)
    field.setFocus()

    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field.line, Qt.Key.Key_Tab)

    assert field.error() == ""
    assert field.reveal() == "Enter the family name."
    assert field.error() == "Enter the family name."


def test_the_editor_carries_name_hint_and_error_for_screen_readers(qtbot: QtBot) -> None:
    field = NumberField("request/weight", "Weight", "As measured last", unit="kg")
    qtbot.addWidget(field)
    field.line.setText("1,5")

    field.reveal()

    assert field.editor().objectName() == "request/weight"
    assert field.editor().accessibleName() == "Weight"
    assert field.editor().accessibleDescription() == "Use a point for decimals, as in 1.5. As measured last"


def test_a_check_of_the_page_speaks_for_values_that_can_be_read(qtbot: QtBot) -> None:
    field = NumberField("request/weight", "Weight", required="Enter the weight.")
    qtbot.addWidget(field)
    field.add_check(lambda weight: "" if Decimal(2) <= weight <= Decimal(350) else "Between 2 and 350 kg.")

    field.set_value(Decimal(900))
    assert field.reveal() == "Between 2 and 350 kg."
    field.set_value(Decimal("75.0"))
    assert field.reveal() == ""
    assert field.text() == "75"
    field.set_value(None)
    assert field.reveal() == "Enter the weight."


def test_a_value_that_is_set_is_told_to_nobody_and_takes_the_error_away(qtbot: QtBot) -> None:
    fields = (AreaField("a", "Reason"), TextField("t", "Name"))
    for field in fields:
        qtbot.addWidget(field)
        field.set_error("Wrong.")
        with qtbot.assertNotEmitted(field.edited):
            field.set_value("Cycle 4\nwas asked for")
        assert field.error() == ""


def test_a_text_is_given_without_spaces_at_its_ends_and_a_passphrase_with_them(qtbot: QtBot) -> None:
    text, secret = TextField("t", "Name"), PassphraseField("p", "Passphrase")
    for field in (text, secret):
        qtbot.addWidget(field)
        field.line.setText("  x ")

    assert text.value() == "x"
    assert secret.value() == "  x "
    assert secret.line.echoMode() is QLineEdit.EchoMode.Password
    secret.set_value(None)
    assert secret.value() is None


def test_a_time_reads_and_shows(qtbot: QtBot) -> None:
    field = TimeField("request/time", "Received at")
    qtbot.addWidget(field)

    field.set_value(time(14, 5))
    assert field.text() == "14:05"
    field.line.setText("25:00")
    assert field.value() is None
    assert "24-hour" in field.reveal()


def test_tab_leaves_a_field_of_several_lines(page: QWidget, qtbot: QtBot) -> None:
    field = AreaField("decision/reason", "Specific reason")
    _show(page, qtbot, field)
    field.setFocus()
    QTest.keyClicks(field.area, "No response")

    with qtbot.waitSignal(field.committed):
        QTest.keyClick(field.area, Qt.Key.Key_Tab)

    assert field.value() == "No response"
    assert not field.area.hasFocus()


def test_a_list_starts_with_nothing_chosen_and_tells_what_a_person_chose(page: QWidget, qtbot: QtBot) -> None:
    field = ComboField("request/plan", "Plan", required="Choose the plan.")
    field.add_option("MMM MA", "MMM MA")
    field.add_option("MMM Multihealth", "MMM Multihealth")
    _show(page, qtbot, field)
    assert field.value() is None
    assert field.reveal() == "Choose the plan."
    field.setFocus()

    with qtbot.waitSignals([field.edited, field.committed]):
        QTest.keyClick(field.combo, Qt.Key.Key_Down)

    assert field.value() == "MMM MA"
    assert field.error() == ""
    field.set_value("unknown")
    assert field.value() is None


def test_the_wheel_scrolls_the_page_and_not_the_value(qtbot: QtBot) -> None:
    field = ComboField("request/plan", "Plan")
    field.add_option("a", "A")
    field.add_option("b", "B")
    field.set_value("a")
    qtbot.addWidget(field)
    place, down = QPointF(5, 5), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(place, place, down, down, buttons, keys, phase, False)

    QApplication.sendEvent(field.combo, turn)

    assert field.value() == "a"
    assert not turn.isAccepted()


def test_options_in_sight_behave_as_a_field(page: QWidget, qtbot: QtBot) -> None:
    field = ChoiceField("request/priority", "Priority", required="Choose the priority.")
    field.add_option("standard", "Standard")
    field.add_option("expedited", "Expedited")
    _show(page, qtbot, field)
    assert field.reveal() == "Choose the priority."

    with qtbot.waitSignals([field.edited, field.committed]):
        QTest.mouseClick(field.group.row("expedited"), Qt.MouseButton.LeftButton)

    assert field.value() == "expedited"
    assert field.error() == ""
    field.set_value(None)
    assert field.value() is None


def test_a_field_gives_its_focus_to_its_editor(page: QWidget, qtbot: QtBot) -> None:
    choice = ChoiceField("request/priority", "Priority")
    choice.add_option("standard", "Standard")
    text = TextField("request/name", "Name")
    _show(page, qtbot, choice, text)

    choice.setFocus()
    assert choice.group.row("standard").hasFocus()
    text.setFocus()
    assert text.line.hasFocus()
