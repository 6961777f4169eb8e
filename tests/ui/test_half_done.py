"""Forms whose button was not pressed yet: what stands in them comes back, and never lies open on the disk."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import resources
from app.attachments import type_of
from app.desk import open_case
from app.people import Person
from app.route import Page
from tests.ui.attachments.files import pdf
from tests.ui.shell import PHYSICIAN, REVIEWER, Shell
from tests.ui.test_unfinished import killed_while_typing, lock, sealed_files, show, view
from ui.half_done import half_done
from ui.places import AUDIT, PEOPLE, POLICIES, RETENTION, WORKLIST
from ui.review import work
from ui.review.draft import Choice


def text_of(shell: Shell, name: str) -> str:
    """What stands in the one field of this name that is in sight."""
    kinds: tuple[type[QWidget], ...] = (QLineEdit, QPlainTextEdit, QComboBox)
    found = [each for kind in kinds for each in shell.window.findChildren(kind, name) if each.isVisible()]
    assert len(found) == 1, f"{len(found)} fields called {name} are in sight"
    (field,) = found
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


def choose(shell: Shell, name: str, value: str) -> None:
    """Choose in a box, as by its keys."""
    box = shell.find(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def write(shell: Shell, name: str, text: str) -> None:
    """Write into a field of several lines."""
    (area,) = [each for each in shell.window.findChildren(QPlainTextEdit, name) if each.isVisible()]
    area.setFocus()
    shell.keys(text)


def settle() -> None:
    """Let Qt do what waits, and take away what is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def come_again(shell: Shell, how: str, person: Person = REVIEWER) -> None:
    """Lock, by hand or for being away, or close the window; and sign in again."""
    if how == "closed":
        shell.close()
        shell.open()
    else:
        shell.window.lock(how)
        settle()
    shell.unlock(person)
    settle()


@pytest.fixture(params=["by hand", "idle", "closed"])
def how(request: pytest.FixtureRequest) -> str:
    """The ways in which a person is interrupted."""
    return str(request.param)


def test_a_half_filled_document_is_back_with_its_kind(opened: Shell, how: str) -> None:
    case_id = opened.add("09")
    before = show(opened, case_id, Page.REQUEST).desk.record.case["evidence"]
    opened.type_in("documents/new/title", "Half a title")
    choose(opened, "documents/new/kind", "imaging")
    opened.type_in("documents/new/dated", "10-Nov")
    come_again(opened, how)
    assert view(opened).desk.case.case_id == case_id
    back = [text_of(opened, f"documents/new/{name}") for name in ("title", "kind", "dated")]
    assert back == ["Half a title", "imaging", "10-Nov"]
    assert view(opened).desk.record.case["evidence"] == before
    opened.type_in("documents/new/dated", "10-Nov-2026")
    opened.click("documents/new/add")
    assert len(view(opened).desk.record.case["evidence"]) == len(before) + 1  # type: ignore[arg-type]


def test_a_half_filled_document_survives_a_killed_process(shell: Shell) -> None:
    shell.create_casebook()
    case_id = shell.add("09")
    killed_while_typing(shell.home, case_id, Page.REQUEST, "documents/new/title", "Informe a medias")
    (sealed,) = sealed_files(shell.home)
    assert b"medias" not in sealed.read_bytes()
    shell.open()
    shell.unlock()
    assert text_of(shell, "documents/new/title") == "Informe a medias"


def test_the_picker_of_documents_is_open_again_with_its_form(opened: Shell) -> None:
    shown = show(opened, opened.add("01"), Page.CRITERIA)
    shown.show_target("b_cell_all")
    shown.commands.add_document()
    opened.type_in("b_cell_all/new/title", "Half a report")
    come_again(opened, "by hand")
    assert text_of(opened, "b_cell_all/new/title") == "Half a report"


def attached(shell: Shell, case_id: str) -> None:
    """Attach a file of three pages to a case."""
    with shell.other() as casebook:
        kept = casebook.attachments.keep(io.BytesIO(pdf(3)))
        open_case(casebook, case_id).files.attach(kept, "fax.pdf", type_of(pdf(3)[:1024]))


def test_where_a_document_lies_is_back_half_said(opened: Shell) -> None:
    case_id = opened.add("01")
    attached(opened, case_id)
    show(opened, case_id, Page.REQUEST)
    opened.click("documents/E1/locate")
    settle()
    choose(opened, "documents/E1/spot/file", "A1")
    opened.type_in("documents/E1/spot/page", "2")
    come_again(opened, "by hand")
    assert text_of(opened, "documents/E1/spot/file") == "A1"
    assert text_of(opened, "documents/E1/spot/page") == "2"


def test_the_file_that_was_looked_at_is_shown_again_at_its_page(opened: Shell) -> None:
    case_id = opened.add("01")
    attached(opened, case_id)
    shown = show(opened, case_id, Page.CRITERIA)
    shown.show_attachment("A1", 3)
    pages = shown._viewing.viewer
    assert pages is not None
    opened.qtbot.waitUntil(lambda: pages.view.page() == 2)
    come_again(opened, "idle")
    assert view(opened).stack.page().page is Page.CRITERIA
    opened.qtbot.waitUntil(lambda: view(opened).attachment_in_sight() == ("A1", 3))
    opened.key(Qt.Key.Key_Escape)
    opened.qtbot.waitUntil(lambda: not work._running)


def test_a_history_that_was_read_is_over_its_case_again(opened: Shell) -> None:
    case_id = opened.add("01")
    show(opened, case_id, Page.DOSE).ask_history()
    choose(opened, "history/hold/reason", "litigation")
    come_again(opened, "by hand")
    (over,) = opened.window.over
    assert over.objectName() == "history"
    opened.key(Qt.Key.Key_Escape)
    assert view(opened).stack.page().page is Page.DOSE


@pytest.mark.parametrize(
    ("choice", "field"), [(Choice.DENY, "decision/reason"), (Choice.RETURN, "decision/question")]
)
def test_a_reason_and_its_choice_are_back_at_the_decision(
    opened: Shell, choice: Choice, field: str, how: str
) -> None:
    case_id = opened.add("22")
    with opened.other() as casebook:
        open_case(casebook, case_id).refer("Cycle 4 is asked for.")
    with opened.other(PHYSICIAN) as casebook:
        open_case(casebook, case_id).take_over()
    come_again(opened, "by hand", PHYSICIAN)
    shown = show(opened, case_id, Page.DECISION)
    shown.desk.draft.choice = choice
    shown.stack.refresh()
    write(opened, field, "because of half a")
    come_again(opened, how, PHYSICIAN)
    assert view(opened).stack.page().page is Page.DECISION
    assert view(opened).desk.draft.choice is choice
    assert text_of(opened, field) == "because of half a"
    if choice is Choice.DENY:
        assert view(opened).desk.draft.reason == "because of half a"


def test_what_stood_half_done_in_a_case_that_was_left_comes_back_with_it(opened: Shell) -> None:
    case_id, other = opened.add("22"), opened.add("09")
    shown = show(opened, case_id, Page.DECISION)
    shown.desk.draft.choice = Choice.REFER
    shown.stack.refresh()
    write(opened, "decision/note", "half a note")
    opened.window.go_to(WORKLIST)
    show(opened, other, Page.REQUEST)
    opened.type_in("documents/new/title", "Another half")
    come_again(opened, "closed")
    assert view(opened).desk.case.case_id == other
    assert opened.window.opening is not None
    opened.window.opening.open_case(case_id)
    assert view(opened).stack.page().page is Page.DECISION
    assert view(opened).desk.draft.choice is Choice.REFER
    assert text_of(opened, "decision/note") == "half a note"
    opened.window.opening.open_case(other)
    assert text_of(opened, "documents/new/title") == "Another half"


def test_a_case_with_nothing_half_done_leaves_nothing_behind(opened: Shell) -> None:
    show(opened, opened.add("09"), Page.REQUEST)
    opened.type_in("member/given_name", "Escrito")
    opened.window.go_to(WORKLIST)
    assert opened.window.unfinished is not None
    opened.window.unfinished.keep()
    assert opened.window.unfinished._kept is None
    assert sealed_files(opened.home) == []


def test_a_new_request_survives_a_killed_process(shell: Shell) -> None:
    shell.create_casebook()
    killed_while_typing(shell.home, "", WORKLIST, "member/family_name", "Primera", "nav/new")
    shell.open()
    shell.unlock()
    assert view(shell).desk.case.case_id == ""
    assert text_of(shell, "member/family_name") == "Primera"


# ---------------------------------------------------------------- between cases


def test_a_person_half_let_in_is_back_without_the_passphrase(opened: Shell, how: str) -> None:
    opened.places.show_place(PEOPLE)
    opened.click("people/add/open")
    opened.type_in("people/name", "Lía Nueva Ejemplo")
    choose(opened, "people/role", "qa")
    opened.type_in("people/passphrase", "never to be kept")
    come_again(opened, how)
    assert opened.places.place() == PEOPLE
    assert text_of(opened, "people/name") == "Lía Nueva Ejemplo"
    assert text_of(opened, "people/role") == "qa"
    assert text_of(opened, "people/passphrase") == ""
    assert "It counts once you press the form's button" in opened.places.bar.text()


def test_a_person_half_let_in_survives_a_killed_process(shell: Shell) -> None:
    shell.create_casebook()
    killed_while_typing(shell.home, "", PEOPLE, "people/name", "Nueva", "people/add/open")
    (sealed,) = sealed_files(shell.home)
    assert b"Nueva" not in sealed.read_bytes()
    shell.open()
    shell.unlock()
    assert text_of(shell, "people/name") == "Nueva"


def test_a_form_that_was_cancelled_or_done_with_leaves_nothing(opened: Shell) -> None:
    opened.places.show_place(PEOPLE)
    opened.click("people/add/open")
    opened.type_in("people/name", "Nadie")
    opened.find(QAbstractButton, "people/add/cancel").click()
    opened.places.show_place(WORKLIST)
    assert opened.window.unfinished is not None
    opened.window.unfinished.keep()
    assert opened.window.unfinished._kept is None
    assert sealed_files(opened.home) == []


def test_a_policy_file_that_was_checked_is_reported_again(opened: Shell, how: str) -> None:
    opened.places.show_place(POLICIES)
    card = opened.find(QWidget, "policies/add")
    card.check(resources.path("policies", "mp-rx-fp-12-23.toml"))  # type: ignore[attr-defined]
    opened.qtbot.waitUntil(lambda: "SHA-256" in opened.texts())
    come_again(opened, how)
    assert opened.places.place() == POLICIES
    labels = opened.find(QWidget, "policies/add").findChildren
    opened.qtbot.waitUntil(lambda: any("SHA-256" in label.text() for label in labels(QLabel)))


def test_a_hold_half_put_is_back(opened: Shell) -> None:
    opened.places.show_place(RETENTION)
    opened.type_in("retention/hold/case", "C-2026-00")
    choose(opened, "retention/hold/reason", "audit")
    come_again(opened, "by hand")
    assert opened.places.place() == RETENTION
    assert text_of(opened, "retention/hold/case") == "C-2026-00"
    assert text_of(opened, "retention/hold/reason") == "audit"


def test_days_to_look_at_come_back_after_a_lock_and_not_another_day(opened: Shell) -> None:
    opened.places.show_place(AUDIT)
    opened.type_in("audit/first", "01-Nov-2026")
    come_again(opened, "idle")
    assert text_of(opened, "audit/first") == "01-Nov-2026"
    come_again(opened, "closed")
    assert opened.places.place() == WORKLIST


def test_another_language_leaves_what_was_typed(opened: Shell) -> None:
    opened.places.show_place(PEOPLE)
    opened.click("people/add/open")
    opened.type_in("people/name", "Lía Nueva Ejemplo")
    opened.window._store.change(language="es")
    settle()
    assert text_of(opened, "people/name") == "Lía Nueva Ejemplo"
    opened.window._store.change(language="en")
    settle()


def test_nothing_is_told_of_what_code_put_into_fields(opened: Shell) -> None:
    show(opened, opened.add("01"), Page.REQUEST)
    for place in (PEOPLE, POLICIES, RETENTION):
        opened.places.show_place(place)
    parts: list[QWidget] = [*opened.places.made().values(), *view(opened).stack.made()]
    assert [item for part in parts for item in half_done(part)] == []


def test_a_field_that_is_not_there_any_more_is_no_hindrance(opened: Shell) -> None:
    with opened.other() as casebook:
        lost = [{"name": "nowhere", "text": "x", "opened_by": "nothing"}, "no item"]
        casebook.unfinished.keep({"places": {PEOPLE: lost, "no place": lost}, "place": "no place", "left": 5})
    lock(opened)
    opened.unlock()
    assert opened.places.place() == WORKLIST


def test_what_is_kept_lies_in_the_folder_of_the_casebook_alone(opened: Shell, tmp_path: Path) -> None:
    show(opened, opened.add("09"), Page.REQUEST)
    opened.type_in("documents/new/title", "Secreto a medias")
    lock(opened)
    whole = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert whole
    assert not any(b"Secreto" in content for content in whole)


def test_words_in_a_case_that_was_taken_over_wait_until_it_is_given_back(opened: Shell) -> None:
    case_id = opened.add("22")
    show(opened, case_id, Page.REQUEST)
    opened.type_in("documents/new/title", "Half a title")
    lock(opened)
    with opened.other() as casebook:
        open_case(casebook, case_id).refer("Cycle 4 is asked for.")
    with opened.other(PHYSICIAN) as casebook:
        open_case(casebook, case_id).take_over()
    opened.unlock()
    assert view(opened).desk.case.why_read_only is not None
    come_again(opened, "closed")
    with opened.other(PHYSICIAN) as casebook:
        open_case(casebook, case_id).send_back("Which transplant?")
    assert opened.window.opening is not None
    opened.window.opening.open_case(case_id)
    assert text_of(opened, "documents/new/title") == "Half a title"
