"""The keyboard map of the design, key by key, and the table of keys that the commands themselves make."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.desk import open_case
from app.route import Page
from tests.ui.shell import Shell
from ui import fonts
from ui.palette.entries import key_words
from ui.palette.keys_table import KeysTable
from ui.palette.palette import Palette
from ui.review import work
from ui.review.case_actions import case_words
from ui.review.case_view import CaseView
from ui.review.questions_page import QuestionsPage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def in_a_case(shell: Shell, page: Page = Page.CRITERIA, sample: str = "09") -> CaseView:
    """A sample, open on a page."""
    case_id = shell.add(sample)
    assert shell.window.session is not None
    shell.window.show_case(open_case(shell.window.session.casebook, case_id), page)
    assert shell.window.case is not None
    return shell.window.case.view


def focused() -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def wait_for_letter(shell: Shell) -> None:
    """Let the preview that is being made be ready."""
    shell.qtbot.waitUntil(lambda: not work._running)


def front(view: CaseView) -> Page:
    """The page in front."""
    return view.stack.page().page


# ---------------------------------------------------------------- worklist


def test_up_down_enter_and_esc_in_the_worklist(opened: Shell) -> None:
    for sample in ("01", "09"):
        opened.add(sample)
    opened.places.cases.refresh()
    opened.places.take_focus()
    first = opened.places.worklist.table.current_id()
    opened.key(Qt.Key.Key_Down)
    second = opened.places.worklist.table.current_id()
    assert second not in {"", first}
    opened.key(Qt.Key.Key_Up)
    assert opened.places.worklist.table.current_id() == first
    opened.key(Qt.Key.Key_Return)
    assert opened.find(CaseView, "case").desk.case.case_id == first
    opened.key(Qt.Key.Key_Escape)
    assert opened.window.case is None
    assert opened.places.worklist.table.current_id() == first


@pytest.mark.parametrize("key", [Qt.Key.Key_Slash, Qt.Key.Key_F])
def test_find(opened: Shell, key: Qt.Key) -> None:
    opened.add("01")
    opened.places.cases.refresh()
    (opened.ctrl if key == Qt.Key.Key_F else opened.key)(key)
    assert focused() == "worklist/find"


@pytest.mark.parametrize("with_ctrl", [True, False])
def test_new_request(opened: Shell, with_ctrl: bool) -> None:
    opened.add("01")
    opened.places.cases.refresh()
    opened.places.take_focus()
    opened.key(Qt.Key.Key_N, CTRL if with_ctrl else Qt.KeyboardModifier.NoModifier)
    assert opened.window.case is not None
    assert opened.window.case.case.case_id == ""


def test_a_new_request_from_a_case_saves_what_is_typed_there(opened: Shell) -> None:
    view = in_a_case(opened, Page.REQUEST)
    case_id = view.desk.case.case_id
    opened.type_in("member/given_name", "Nombre Nuevo")
    opened.ctrl(Qt.Key.Key_N)
    assert opened.window.case is not None
    assert opened.window.case.case.case_id == ""
    with opened.other() as casebook:
        assert casebook.get(case_id).document["case"]["member"]["given_name"] == "Nombre Nuevo"


def test_a_letter_alone_is_text_in_a_field_and_nothing_in_a_case(opened: Shell) -> None:
    view = in_a_case(opened)
    view.stack.page().focus_first()
    opened.key(Qt.Key.Key_N)
    opened.key(Qt.Key.Key_Slash)
    assert opened.window.case is not None
    assert opened.window.case.view is view


# ---------------------------------------------------------------- everywhere


def test_commands_and_keys_open_and_close(opened: Shell) -> None:
    kinds = []
    for key in (Qt.Key.Key_K, Qt.Key.Key_Slash, Qt.Key.Key_Slash):
        opened.ctrl(key)
        kinds.append(type(opened.window.overlays.shown))
    assert kinds == [Palette, KeysTable, type(None)]


def test_text_size(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_Plus)
    assert fonts.scale() == pytest.approx(1.1)
    opened.ctrl(Qt.Key.Key_Minus)
    assert fonts.scale() == pytest.approx(1.0)
    opened.ctrl(Qt.Key.Key_Plus)
    opened.ctrl(Qt.Key.Key_0)
    assert fonts.scale() == pytest.approx(1.0)


@pytest.mark.parametrize("in_case", [True, False])
def test_lock(opened: Shell, in_case: bool) -> None:
    if in_case:
        in_a_case(opened)
    opened.ctrl(Qt.Key.Key_L)
    assert opened.window.session is None


def test_tab_and_shift_tab(opened: Shell) -> None:
    view = in_a_case(opened, Page.REQUEST)
    view.stack.page().focus_first()
    before = focused()
    opened.key(Qt.Key.Key_Tab)
    assert focused() != before
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Backtab, SHIFT)
    assert focused() == before


# ---------------------------------------------------------------- in a case


def test_ctrl_1_to_6_show_the_steps_in_their_order(opened: Shell) -> None:
    view = in_a_case(opened, sample="23")
    pages = [Page.REQUEST, Page.CRITERIA, Page.RESPONSE, Page.DOSE, Page.DECISION, Page.LETTER]
    for number, page in enumerate(pages):
        opened.ctrl(Qt.Key(Qt.Key.Key_1 + number))
        assert front(view) is page
    wait_for_letter(opened)


def test_arrows_and_digits_choose_in_a_question(opened: Shell) -> None:
    view = in_a_case(opened)
    view.show_target("disease_status")
    opened.key(Qt.Key.Key_2)
    assert view.desk.judgment.answers["disease_status"].value == "refractory"
    opened.key(Qt.Key.Key_Right)
    assert view.desk.judgment.answers["disease_status"].value == "neither"


def test_ctrl_down_and_up_go_from_question_to_question(opened: Shell) -> None:
    view = in_a_case(opened)
    page = view.stack.page()
    assert isinstance(page, QuestionsPage)
    view.show_target("b_cell_all")
    opened.ctrl(Qt.Key.Key_Down)
    target = QApplication.focusWidget()
    assert target is not None
    assert page.question_of(target) == "cd22_positive"
    opened.ctrl(Qt.Key.Key_Up)
    target = QApplication.focusWidget()
    assert target is not None
    assert page.question_of(target) == "b_cell_all"


def test_f8_goes_to_what_is_open(opened: Shell) -> None:
    view = in_a_case(opened, Page.REQUEST)
    opened.key(Qt.Key.Key_F8)
    page, target = view.stack.page(), QApplication.focusWidget()
    assert isinstance(page, QuestionsPage)
    assert target is not None
    assert page.question_of(target) in {
        *view.desk.judgment.openings.questions,
        *view.desk.judgment.openings.documents,
    }


def test_ctrl_e_opens_the_picker_of_the_question(opened: Shell) -> None:
    view = in_a_case(opened)
    view.show_target("cd22_positive")
    opened.ctrl(Qt.Key.Key_E)
    shown = [
        widget
        for widget in view.findChildren(QLineEdit)
        if widget.isVisible() and widget.objectName().startswith("cd22_positive/")
    ]
    assert shown


def test_ctrl_enter_does_the_next_step(opened: Shell) -> None:
    view = in_a_case(opened, sample="01")
    opened.ctrl(Qt.Key.Key_Return)
    assert front(view) is Page.DOSE


def test_f6_goes_round_the_parts_of_the_case(opened: Shell) -> None:
    view = in_a_case(opened)
    view.stack.page().focus_first()
    seen = []
    for _ in range(4):
        opened.key(Qt.Key.Key_F6)
        target = QApplication.focusWidget()
        assert target is not None
        parts = (view.stack, view.finding, view.steps.side, view.footer)
        seen.append(next(part for part in parts if part.isAncestorOf(target)))
    assert seen == [view.finding, view.steps.side, view.footer, view.stack]


@pytest.mark.parametrize(("key", "choice"), [(Qt.Key.Key_R, "refer"), (Qt.Key.Key_D, "pend")])
def test_ctrl_r_and_ctrl_d_make_a_decision_ready(opened: Shell, key: Qt.Key, choice: str) -> None:
    view = in_a_case(opened)
    opened.ctrl(key)
    assert front(view) is Page.DECISION
    assert view.desk.draft.choice == choice


def test_ctrl_z_and_ctrl_shift_z_take_an_answer_back_and_give_it_again(opened: Shell) -> None:
    view = in_a_case(opened)
    view.show_target("disease_status")
    opened.key(Qt.Key.Key_3)
    opened.ctrl(Qt.Key.Key_Z)
    assert view.desk.judgment.answers["disease_status"].value == "relapsed"
    opened.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert view.desk.judgment.answers["disease_status"].value == "neither"


def test_ctrl_p_shows_the_letter_that_is_to_be_printed(opened: Shell) -> None:
    view = in_a_case(opened, sample="01")
    opened.ctrl(Qt.Key.Key_P)
    assert front(view) is Page.LETTER
    wait_for_letter(opened)


# ---------------------------------------------------------------- the table


def test_the_table_lists_every_command_with_its_keys(opened: Shell) -> None:
    view = in_a_case(opened)
    opened.ctrl(Qt.Key.Key_Slash)
    shown = opened.window.overlays.shown
    assert isinstance(shown, KeysTable)
    labels = [label.text() for label in shown.findChildren(QLabel)]
    for action in [*opened.window.commands.actions, *view.actions()]:
        if action.shortcuts():
            assert action.text() in labels
            for sequence in action.shortcuts():
                assert key_words(sequence) in labels
    opened.key(Qt.Key.Key_Escape)
    assert opened.window.overlays.shown is None
    assert opened.window.case is not None


def test_the_table_says_what_the_actions_of_a_case_say(opened: Shell) -> None:
    view = in_a_case(opened)
    words = {f"case/{name}": text for name, (text, _keys) in case_words().items()}
    assert {action.objectName(): action.text() for action in view.actions()} == words


@pytest.mark.parametrize(
    ("sequence", "words"),
    [("Ctrl+K", "Ctrl K"), ("Ctrl++", "Ctrl +"), ("Ctrl+Shift+Z", "Ctrl Shift Z"), ("F8", "F8"), ("N", "N")],
)
def test_keys_are_written_as_they_are_printed(sequence: str, words: str) -> None:
    assert key_words(QKeySequence(sequence)) == words


def test_no_two_commands_share_a_key_where_both_are_heard(opened: Shell) -> None:
    view = in_a_case(opened)
    window = [action for action in opened.window.commands.actions if action.isEnabled()]
    keys = [key.toString() for action in [*window, *view.actions()] for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
