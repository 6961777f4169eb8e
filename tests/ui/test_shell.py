"""From first start to the worklist, in and out again, by keyboard and mouse."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app.casebook import Casebook
from app.people import Role
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui import fonts, language, messages, theme
from ui.kit.tokens import DARK
from ui.start import way_in
from ui.start.first_page import FirstPage
from ui.start.person_fields import NewPassphraseField


def test_the_first_person_creates_the_casebook_and_stands_before_an_empty_worklist(shell: Shell) -> None:
    window = shell.open()
    assert isinstance(window.entry, FirstPage)
    QTest.keyClicks(shell.find(QLineEdit, "first/name"), "Ana Ruiz Ejemplo, RN")
    shell.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shell.find(QComboBox, "first/role")
    shell.key(Qt.Key.Key_Down)
    shell.key(Qt.Key.Key_Tab)
    shell.keys("RN-00001")
    shell.key(Qt.Key.Key_Tab)
    shell.keys(PASSPHRASE)
    assert shell.find(QLabel, "first/passphrase/strength").text() == "Strong"
    shell.key(Qt.Key.Key_Tab)
    shell.keys(PASSPHRASE)
    with shell.qtbot.waitSignal(window.entered):
        shell.key(Qt.Key.Key_Return)
    assert shell.places.place() == "worklist"
    assert "Nothing is due" in _visible_texts(window)
    assert window.session is not None
    assert (window.session.person.name, window.session.person.role) == ("Ana Ruiz Ejemplo, RN", Role.REVIEWER)


def test_what_is_missing_at_the_first_start_is_listed_and_its_link_leads_there(shell: Shell) -> None:
    shell.open()
    shell.click("first/primary")
    shell.click("first/problems/4")
    passphrase = shell.find(QLineEdit, "first/passphrase")
    assert QApplication.focusWidget() is passphrase
    assert "Choose a passphrase." in _visible_texts(shell.window)
    assert not way_in.has_casebook(shell.home)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("short", "short", "The passphrase must be at least 8 characters long."),
        ("long enough words", "long enough word", "The two passphrases differ."),
    ],
)
def test_a_passphrase_that_cannot_be_used_is_refused_at_its_field(
    shell: Shell, first: str, second: str, said: str
) -> None:
    shell.open()
    shell.type_in("first/passphrase", first)
    shell.type_in("first/repeated", second)
    shell.click("first/primary")
    assert said in _visible_texts(shell.window)


def test_why_a_passphrase_is_guessed_easily_is_said_once_and_in_the_language_of_the_screen(
    shell: Shell,
) -> None:
    shell.settings.write_text('{"language": "es"}', encoding="utf-8")
    try:
        window = shell.open()
        strength = shell.find(QLabel, "first/passphrase/strength")
        reason = "se basa en una de las contraseñas más comunes"
        shell.type_in("first/passphrase", "password1")
        assert reason in strength.text()
        shell.click("first/primary")
        field = window.findChild(NewPassphraseField)
        assert field is not None
        assert reason in field.error()
        assert strength.isHidden()
        shell.type_in("first/passphrase", "password12")
        assert field.error() == ""
        assert reason in strength.text()
        assert not strength.isHidden()
    finally:
        language.speak("en")


def test_a_name_that_fits_no_certificate_is_refused_at_its_field(shell: Shell) -> None:
    window = shell.open()
    assert isinstance(window.entry, FirstPage)
    shell.type_in("first/name", "N" * 70)
    window.entry.person.role.set_value("reviewer")
    shell.type_in("first/license", "RN-1")
    shell.type_in("first/passphrase", PASSPHRASE)
    shell.type_in("first/repeated", PASSPHRASE)
    shell.click("first/primary")
    name = shell.find(QLineEdit, "first/name")
    shell.qtbot.waitUntil(lambda: QApplication.focusWidget() is name)
    assert "at most 64 characters" in _visible_texts(window)
    assert name.text() == "N" * 70


def test_a_wrong_passphrase_is_said_and_what_was_typed_stays(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.type_in("unlock/name", REVIEWER.name)
    shell.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is shell.find(QLineEdit, "unlock/passphrase")
    shell.type_in("unlock/passphrase", "not the passphrase")
    shell.click("unlock/primary")
    shell.qtbot.waitUntil(lambda: bool(shell.entry.bar.text()))
    assert "do not open the casebook" in shell.entry.bar.text()
    line = shell.find(QLineEdit, "unlock/passphrase")
    assert (QApplication.focusWidget(), line.selectedText()) == (line, "not the passphrase")
    assert shell.find(QLineEdit, "unlock/name").text() == REVIEWER.name
    QTest.keyClicks(line, PASSPHRASE)
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.key(Qt.Key.Key_Return)


def test_while_the_passphrase_is_checked_the_button_says_so_and_nothing_can_be_typed(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.type_in("unlock/name", REVIEWER.name)
    shell.type_in("unlock/passphrase", PASSPHRASE)
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.click("unlock/primary")
        assert shell.entry.primary.words() == "Unlocking"
        assert not shell.find(QLineEdit, "unlock/name").isEnabled()


def test_locking_leaves_nothing_of_any_member_behind(opened: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a screen Qt cannot tell whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    case_id = opened.add("03")
    opened.places.cases.refresh()
    assert "DEL EJEMPLO" in opened.texts().upper() or case_id in opened.texts()
    names = _names_in(opened.texts())
    QGuiApplication.clipboard().setText(f"{REVIEWER.name} {case_id}")
    opened.key(Qt.Key.Key_Return)
    assert opened.window.case is not None
    opened.ctrl(Qt.Key.Key_L)
    _deleted(opened)
    left = opened.texts()
    assert [name for name in names if name in left] == []
    assert case_id not in left
    assert REVIEWER.name not in left
    assert QGuiApplication.clipboard().text() == ""
    assert QApplication.focusWidget() is opened.find(QLineEdit, "unlock/name")
    opened.unlock(PHYSICIAN)
    assert opened.places.worklist.filters.current() == "physician"


def test_locking_leaves_a_clipboard_of_another_program_alone(opened: Shell) -> None:
    QGuiApplication.clipboard().setText("something of another program")
    opened.ctrl(Qt.Key.Key_L)
    assert QGuiApplication.clipboard().text() == "something of another program"


def test_the_lock_button_locks_too(opened: Shell) -> None:
    with opened.qtbot.waitSignal(opened.window.locked):
        opened.click("nav/lock")
    assert opened.window.session is None


def test_nobody_there_for_the_time_in_the_settings_locks(
    opened: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = opened.window._idle
    monkeypatch.setattr(watch, "idle_seconds", lambda: 9 * 60 + 59.0)
    watch._look()
    assert opened.window.session is not None
    monkeypatch.setattr(watch, "idle_seconds", lambda: 10 * 60.0)
    with opened.qtbot.waitSignal(opened.window.locked):
        watch._look()


def test_a_key_in_the_window_is_a_sign_of_life(opened: Shell) -> None:
    watch = opened.window._idle
    watch._last = (watch._last[0] - 100, watch._last[1] - 100)
    assert watch.idle_seconds() > 99
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
    assert watch.idle_seconds() < 50


def test_closing_the_window_closes_the_casebook(opened: Shell) -> None:
    assert opened.window.session is not None
    casebook = opened.window.session.casebook
    opened.close()
    assert casebook._file._connections == []


def test_settings_hold_at_once_and_survive(opened: Shell) -> None:
    opened.click("nav/settings")
    opened.click("settings/theme/choice/dark")
    assert theme.current() is DARK
    opened.ctrl(Qt.Key.Key_Plus)
    opened.ctrl(Qt.Key.Key_Equal)
    assert fonts.scale() == 1.25
    assert json.loads(opened.settings.read_text())["text_percent"] == 125
    opened.ctrl(Qt.Key.Key_Minus)
    opened.close()
    opened.open()
    assert (theme.chosen(), fonts.scale()) == (theme.Theme.DARK, 1.1)
    opened.ctrl(Qt.Key.Key_0)
    assert fonts.scale() == 1.0


def test_the_window_comes_back_in_its_size(opened: Shell) -> None:
    opened.window.resize(1100, 700)
    opened.close()
    window = opened.open()
    assert (window.width(), window.height()) == (1100, 700)


def test_below_an_effective_width_of_1150_the_side_bar_becomes_a_rail(opened: Shell) -> None:
    side = opened.places.side
    assert side.width() == 220
    opened.window.resize(1149, 700)
    opened.qtbot.waitUntil(lambda: side.width() == 76)
    opened.window.resize(1150, 700)
    opened.qtbot.waitUntil(lambda: side.width() == 220)


def test_everything_in_sight_can_be_reached_by_tab_alone(opened: Shell) -> None:
    opened.add("01")
    opened.places.cases.refresh()
    for place in ("worklist", "decided", "people", "settings"):
        opened.places.show_place(place)
        reached = _tab_round(opened)
        missed = [
            widget.objectName()
            for widget in opened.window.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and widget.objectName() not in reached
        ]
        assert missed == [], place


def test_keys_go_where_the_key_table_says(opened: Shell) -> None:
    opened.add("01")
    opened.places.cases.refresh()
    page = opened.places.worklist
    opened.key(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is page.search
    QTest.keyClicks(page.search, "n/")
    assert (page.search.text(), opened.window.case) == ("n/", None)
    opened.key(Qt.Key.Key_Escape)
    assert page.search.text() == ""
    opened.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table
    opened.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is opened.places.side.item("worklist")
    opened.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.table
    opened.click("nav/settings")
    opened.key(Qt.Key.Key_Escape)
    assert opened.places.place() == "worklist"
    opened.key(Qt.Key.Key_N)
    assert opened.window.case is not None
    assert [key.toString() for key in opened.window.commands.actions["new"].shortcuts()] == ["Ctrl+N"]


def test_who_administers_lets_somebody_in(opened: Shell) -> None:
    opened.click("nav/people")
    opened.click("people/add/open")
    opened.type_in("people/name", "Luis Vega Ejemplo")
    opened.find(QComboBox, "people/role").setFocus()
    opened.key(Qt.Key.Key_End)
    opened.type_in("people/license", "QA-00003")
    opened.type_in("people/passphrase", "another passphrase")
    opened.type_in("people/repeated", "another passphrase")
    opened.key(Qt.Key.Key_Return)
    opened.qtbot.waitUntil(lambda: "Luis Vega Ejemplo" in opened.places.bar.text())
    assert "Luis Vega Ejemplo" in opened.texts()
    Casebook.unlock(opened.home, "luis vega ejemplo", "another passphrase").close()


def test_a_name_that_is_taken_is_said_at_the_field(opened: Shell) -> None:
    opened.click("nav/people")
    opened.click("people/add/open")
    opened.type_in("people/name", PHYSICIAN.name)
    opened.find(QComboBox, "people/role").setFocus()
    opened.key(Qt.Key.Key_End)
    opened.type_in("people/license", "QA-00003")
    opened.type_in("people/passphrase", "another passphrase")
    opened.type_in("people/repeated", "another passphrase")
    opened.key(Qt.Key.Key_Return)
    name = opened.find(QLineEdit, "people/name")
    opened.qtbot.waitUntil(lambda: QApplication.focusWidget() is name)
    assert name.property("invalid") is True


def test_who_does_not_administer_reads_why_not(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.unlock(PHYSICIAN)
    shell.click("nav/people")
    assert "Only a person who administers" in shell.find(QLabel, "people/add/text").text()
    for name in ("people/add/open", "people/retire/open", "people/recovery/open", "people/key/start"):
        assert not shell.find(QAbstractButton, name).isEnabled()
    assert shell.find(QAbstractButton, "people/own/open").isEnabled()
    assert REVIEWER.name in _visible_texts(shell.window)


def test_a_message_said_before_there_is_a_window_waits_for_it(shell: Shell) -> None:
    messages.error("the disk is full")
    shell.create_casebook()
    shell.open()
    assert shell.entry.bar.text() == "The disk is full."
    assert shell.errors() == ["The disk is full."]
    shell.click("unlock/message/failed/dismiss")
    assert shell.entry.bar.text() == ""


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("the disk is full", "The disk is full."),
        ("case.json: request.cycle: must be 1", "case.json: request.cycle: must be 1."),
        ("Is it?", "Is it?"),
        ("two\nlines", "Two lines."),
        ("", ""),
    ],
)
def test_an_error_becomes_one_sentence(problem: str, said: str) -> None:
    assert messages.sentence(problem) == said


def _visible_texts(window: QWidget) -> str:
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    cells = []
    for table in (widget for widget in window.findChildren(QWidget) if hasattr(widget, "model")):
        model = table.model()
        if table.isVisible() and model is not None:
            cells += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return "\n".join([*(label.text() for label in labels), *cells])


def _names_in(texts: str) -> list[str]:
    """The member names in a text: the worklist writes family names in capitals, then a comma."""
    found = [line.partition(",")[0] for line in texts.splitlines() if ", " in line]
    return [name for name in found if name.isupper() and len(name) > 3]


def _deleted(shell: Shell) -> None:
    shell.qtbot.waitUntil(lambda: not [w for w in QApplication.allWidgets() if w.objectName() == "places"])


def _tab_round(shell: Shell) -> set[str]:
    reached: set[str] = set()
    for _ in range(60):
        shell.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused.objectName())
    return reached
