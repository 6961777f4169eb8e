"""The palette: every command, line and case by a few letters and keys alone, and nothing after a lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.desk import open_case
from app.route import Page
from tests.ui.shell import REVIEWER, Shell
from tests.ui.walk.faults import faults
from ui import theme
from ui.palette.palette import Palette
from ui.places import POLICIES


def palette(shell: Shell) -> Palette:
    """The open palette."""
    shown = shell.window.overlays.shown
    assert isinstance(shown, Palette)
    return shown


def find(shell: Shell, typed: str) -> list[str]:
    """Open the palette, type, and give the titles that it offers."""
    if shell.window.overlays.shown is None:
        shell.ctrl(Qt.Key.Key_K)
    shell.find(QLineEdit, "palette/find").clear()
    shell.keys(typed)
    return [each.title for each in palette(shell).list.entries.entries()]


def in_a_case(shell: Shell, sample: str = "09") -> None:
    """Open a sample on its criteria."""
    case_id = shell.add(sample)
    assert shell.window.session is not None
    shell.window.show_case(open_case(shell.window.session.casebook, case_id), Page.CRITERIA)


def test_a_command_is_found_by_its_verb_and_done_by_enter(opened: Shell) -> None:
    assert find(opened, "lock")[0] == "Lock"
    opened.key(Qt.Key.Key_Return)
    assert opened.window.session is None


def test_a_case_is_found_by_name_number_and_member_without_accents(opened: Shell) -> None:
    case_id = opened.add("09")
    opened.places.cases.refresh()
    for typed in ("zuniga maria", "ZÚÑIGA", case_id, "M55500009"):
        assert any("ZÚÑIGA" in title for title in find(opened, typed)), typed
    opened.key(Qt.Key.Key_Return)
    assert opened.window.case is not None
    assert opened.window.case.case.case_id == case_id


def test_a_case_saved_while_the_palette_is_open_is_found(opened: Shell) -> None:
    assert not any("ZÚÑIGA" in title for title in find(opened, "zuniga"))
    opened.add("09")
    opened.places.cases.refresh()
    assert any("ZÚÑIGA" in each.title for each in palette(opened).list.entries.entries())


def test_a_line_of_the_open_case_leads_to_its_card(opened: Shell) -> None:
    in_a_case(opened)
    titles = find(opened, "a.ii.b")
    assert titles[0].startswith("Line A.ii.B")
    opened.key(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith("regimen/")


def test_the_commands_of_the_case_come_before_those_of_the_window(opened: Shell) -> None:
    in_a_case(opened)
    entries_found = find(opened, "refer")
    assert entries_found[0] == "Refer to a physician reviewer"
    opened.key(Qt.Key.Key_Return)
    assert opened.window.case is not None
    assert opened.window.case.view.stack.page().page is Page.DECISION


def test_a_button_of_the_page_is_found_and_pressed(opened: Shell) -> None:
    in_a_case(opened)
    assert "Continue to dose" in find(opened, "continue")
    opened.key(Qt.Key.Key_Return)
    assert opened.window.case is not None


def test_a_part_of_the_policy_is_shown_over_the_case_and_left_by_esc(opened: Shell) -> None:
    in_a_case(opened)
    assert find(opened, "dose table")[0] == "Reference: dose table"
    opened.key(Qt.Key.Key_Return)
    assert len(opened.window.over) == 1
    opened.key(Qt.Key.Key_Escape)
    assert list(opened.window.over) == []
    assert opened.window.case is not None


def test_between_cases_a_part_of_the_policy_is_shown_at_its_place(opened: Shell) -> None:
    find(opened, "dose table")
    opened.key(Qt.Key.Key_Return)
    assert opened.places.place() == POLICIES
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "policy/to/doses"


def test_what_is_typed_in_a_case_is_kept_when_another_place_is_chosen(opened: Shell) -> None:
    case_id = opened.add("09")
    assert opened.window.session is not None
    opened.window.show_case(open_case(opened.window.session.casebook, case_id), Page.REQUEST)
    opened.type_in("member/family_name", "Ejemplo Nuevo")
    find(opened, "go to settings")
    opened.key(Qt.Key.Key_Return)
    assert opened.places.place() == "settings"
    with opened.other() as casebook:
        member = casebook.get(case_id).document["case"]["member"]
    assert member["family_name"] == "Ejemplo Nuevo"


def test_arrows_move_round_and_esc_gives_the_focus_back(opened: Shell) -> None:
    before = QApplication.focusWidget()
    find(opened, "text")
    listed = palette(opened).list
    count = listed.entries.rowCount()
    assert count > 1
    opened.key(Qt.Key.Key_Up)
    assert listed.currentIndex().row() == count - 1
    opened.key(Qt.Key.Key_Down)
    assert listed.currentIndex().row() == 0
    opened.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is palette(opened).line
    opened.key(Qt.Key.Key_Escape)
    assert opened.window.overlays.shown is None
    assert QApplication.focusWidget() is before


def test_what_fits_nothing_is_said(opened: Shell) -> None:
    assert find(opened, "zzz") == []
    assert "zzz" in palette(opened).nothing.text()
    opened.key(Qt.Key.Key_Return)
    assert opened.window.overlays.shown is not None


def test_a_click_chooses_and_one_beside_the_card_closes(opened: Shell) -> None:
    find(opened, "go to decided")
    listed = palette(opened).list
    place = listed.visualRect(listed.entries.index(0, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.places.place() == "decided"
    opened.ctrl(Qt.Key.Key_K)
    QTest.mouseClick(palette(opened), Qt.MouseButton.LeftButton)
    assert opened.window.overlays.shown is None


def test_a_screen_reader_is_told_names_and_the_current_entry(
    opened: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(Palette, "_announce", lambda _palette, words: said.append(words))
    find(opened, "lock")
    assert said[-1].startswith("Lock, Ctrl L. 1 of ")
    line = QAccessible.queryAccessibleInterface(palette(opened).line)
    assert line.text(QAccessible.Text.Name) == "Find a command, a line of the policy or a case"
    rows = QAccessible.queryAccessibleInterface(palette(opened).list)
    assert rows.role() is QAccessible.Role.List
    assert rows.child(0).text(QAccessible.Text.Name) == "Lock, Ctrl L"


def test_nothing_can_be_read_of_it_after_a_lock(opened: Shell) -> None:
    opened.add("09")
    opened.places.cases.refresh()
    find(opened, "zuniga")
    opened.window.lock("idle")
    opened.qtbot.waitUntil(lambda: "ZÚÑIGA" not in opened.texts().upper())
    assert opened.window.overlays.shown is None
    assert opened.window.overlays._index is None


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("look", [theme.Theme.LIGHT, theme.Theme.DARK])
def test_it_is_whole_in_every_look(opened: Shell, scale: float, look: theme.Theme) -> None:
    opened.add("09")
    opened.places.cases.refresh()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        for key in (Qt.Key.Key_K, Qt.Key.Key_Slash):
            opened.ctrl(key)
            theme.apply(app, look, scale)
            QApplication.processEvents()
            shown = opened.window.overlays.shown
            assert shown is not None
            assert opened.window.rect().contains(shown.sheet.geometry())
            assert faults(shown.sheet, colours=scale == 1.0) == []
    finally:
        theme.apply(app, theme.Theme.LIGHT, 1.0)


def test_it_opens_before_anybody_has_signed_in_and_offers_no_case(shell: Shell) -> None:
    shell.create_casebook()
    shell.add("09")
    shell.open()
    assert "Larger text" in find(shell, "larger")
    assert find(shell, "zuniga") == []
    shell.key(Qt.Key.Key_Escape)
    shell.unlock(REVIEWER)
