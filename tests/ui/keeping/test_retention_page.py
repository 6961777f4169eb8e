"""Retention in the app: two people, two sittings, and nothing before its time."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.casebook import Casebook, NoSuchCase
from app.casebook import book as book_module
from app.casebook.retention import Retention
from app.errors import DictamenError
from app.retention import retention_of
from tests.ui.shell import PHYSICIAN, REVIEWER, Shell
from ui.keeping import retention_page, standing
from ui.keeping.retention_page import RetentionPage
from ui.keeping.standing import Standing
from ui.kit.choices import CheckRow


@pytest.fixture
def years_pass(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let eleven years go by for every casebook that is opened from now on."""
    unlock = Casebook.unlock.__func__  # type: ignore[attr-defined]

    def pass_() -> None:
        later = datetime.now(UTC) + timedelta(days=11 * 366)

        def unlock_later(cls: type[Casebook], /, *args: object, **options: object) -> Casebook:
            found = unlock(cls, *args, **{**options, "clock": lambda: later})
            assert isinstance(found, Casebook)
            return found

        monkeypatch.setattr(book_module.Casebook, "unlock", classmethod(unlock_later))

    return pass_


def page(shell: Shell) -> RetentionPage:
    shell.places.show_place("settings")
    shell.click("settings/retention/open")
    settle(shell)
    return shell.find(RetentionPage, "retention")


def settle(shell: Shell) -> None:
    """Wait for the work under way; the parts that were shown before are gone then."""
    shell.qtbot.waitUntil(lambda: shell.find(RetentionPage, "retention")._job is None)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def buttons(shell: Shell, ending: str) -> list[QAbstractButton]:
    shown = shell.find(RetentionPage, "retention").findChildren(QAbstractButton)
    return [each for each in shown if each.objectName().endswith(ending) and each.isVisible()]


def test_a_young_case_is_not_listed(opened: Shell) -> None:
    opened.add("01", received=timedelta(hours=1))
    shown = page(opened)
    assert "No case is past its retention." in [label.text() for label in shown.findChildren(QLabel)]
    assert buttons(opened, "retention/propose") == []
    assert opened.places.side.item("settings").isVisible()


def test_two_people_purge_a_case(shell: Shell, years_pass: Callable[[], None]) -> None:
    shell.create_casebook()
    case_id = shell.add("01", received=timedelta(hours=1))
    years_pass()
    shell.open()
    shell.unlock(REVIEWER)
    page(shell)
    shell.click("retention/propose")
    assert shell.errors() == ["Tick the cases that you propose."]
    shell.click(f"retention/past/{case_id}")
    shell.click("retention/propose")
    settle(shell)
    assert "Proposed already" in shell.find(CheckRow, f"retention/past/{case_id}").accessibleDescription()
    (purge,) = buttons(shell, "/purge")
    assert (purge.isEnabled(), "A second person" in purge.accessibleDescription().capitalize()) == (
        False,
        True,
    )

    shell.window.lock()
    shell.unlock(PHYSICIAN)
    page(shell)
    (purge,) = buttons(shell, "/purge")
    shell.click(purge.objectName())
    settle(shell)
    (purge,) = buttons(shell, "/purge")
    assert "for good" in purge.text() + purge.accessibleName()
    shell.click(purge.objectName())
    settle(shell)
    with shell.other() as casebook, pytest.raises(NoSuchCase, match="purged"):
        casebook.get(case_id)
    done = shell.find(RetentionPage, "retention").done.model()
    assert [done.index(0, column).data() for column in (1, 3)] == [
        "1",
        f"{REVIEWER.name} and {PHYSICIAN.name}",
    ]
    shell.places.show_place("worklist")
    assert shell.shown_rows() == []


def test_a_hold_is_set_and_released(opened: Shell) -> None:
    case_id = opened.add("01", received=timedelta(hours=1))
    shown = page(opened)
    opened.click("retention/hold/put")
    assert shown.held.summary.isVisible()
    opened.type_in("retention/hold/case", case_id)
    shown.held.reason.set_value("litigation")
    opened.click("retention/hold/put")
    settle(opened)
    assert list(shown.retention.holds.standing()) == [case_id]
    assert shown.held.case.value() is None
    opened.click(f"retention/held/{case_id}/release")
    settle(opened)
    assert shown.retention.holds.standing() == {}


def test_a_hold_on_a_case_that_is_not_there_is_refused(opened: Shell) -> None:
    shown = page(opened)
    opened.type_in("retention/hold/case", "nothing")
    shown.held.reason.set_value("audit")
    opened.click("retention/hold/put")
    settle(opened)
    assert opened.errors() == ["The casebook holds no case of this id and revision."]
    assert shown.held.case.value() == "nothing"


def test_an_open_list_loses_a_case_that_others_purge(shell: Shell, years_pass: Callable[[], None]) -> None:
    shell.create_casebook()
    case_id, kept = shell.add("01", received=timedelta(hours=2)), shell.add("02", received=timedelta(hours=1))
    years_pass()
    shell.open()
    shell.unlock(REVIEWER)
    assert set(shell.shown_rows()) == {case_id, kept}
    with shell.other(REVIEWER) as casebook:
        number = retention_of(casebook).propose([case_id]).number
    with shell.other(PHYSICIAN) as casebook:
        retention_of(casebook).confirm(number)
    shell.places.cases.refresh()
    assert shell.shown_rows() == [kept]


def test_the_list_is_worked_out_away_from_the_screen(opened: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.add("01", received=timedelta(hours=1))
    read, go_on, threads = standing.read_standing, threading.Event(), []

    def slowly(retention: Retention) -> Standing:
        threads.append(threading.current_thread())
        assert go_on.wait(20)
        return read(retention)

    monkeypatch.setattr(retention_page, "read_standing", slowly)
    opened.places.show_place("settings")
    opened.click("settings/retention/open")
    shown = opened.find(RetentionPage, "retention")
    assert "Looking at the cases" in [label.text() for label in shown.findChildren(QLabel)]
    opened.type_in("retention/hold/case", "typed meanwhile")
    go_on.set()
    settle(opened)
    assert threading.main_thread() not in threads
    assert shown.held.case.value() == "typed meanwhile"
    assert shown.held.case.line.hasFocus()
    assert "No case is past its retention." in [label.text() for label in shown.findChildren(QLabel)]


def test_what_is_asked_while_the_list_is_read_is_done_afterwards(
    opened: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = opened.add("01", received=timedelta(hours=1))
    shown = page(opened)
    read, go_on = standing.read_standing, threading.Event()
    monkeypatch.setattr(retention_page, "read_standing", lambda retention: go_on.wait(20) and read(retention))
    shown.refresh()
    opened.type_in("retention/hold/case", case_id)
    shown.held.reason.set_value("audit")
    opened.click("retention/hold/put")
    assert shown.retention.holds.standing() == {}
    go_on.set()
    settle(opened)
    assert list(shown.retention.holds.standing()) == [case_id]
    assert [each.isVisible() for each in buttons(opened, f"{case_id}/release")] == [True]


def test_a_list_that_cannot_be_read_is_said_and_ends_the_waiting(
    opened: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_retention: Retention) -> Standing:
        raise DictamenError("the casebook is gone")

    monkeypatch.setattr(retention_page, "read_standing", broken)
    shown = page(opened)
    assert opened.errors() == ["The casebook is gone."]
    assert "Looking at the cases" not in [
        label.text() for label in shown.findChildren(QLabel) if label.isVisible()
    ]


def test_the_focus_stays_on_what_is_shown_anew(shell: Shell, years_pass: Callable[[], None]) -> None:
    shell.create_casebook()
    kept, case_id = shell.add("02", received=timedelta(hours=2)), shell.add("01", received=timedelta(hours=1))
    years_pass()
    shell.open()
    shell.unlock(REVIEWER)
    shown = page(shell)
    assert shell.find(CheckRow, f"retention/past/{kept}").hasFocus()
    shell.click(f"retention/past/{case_id}")
    ticked = shell.find(CheckRow, f"retention/past/{case_id}")
    ticked.setFocus()
    shown.refresh()
    settle(shell)
    again = shell.find(CheckRow, f"retention/past/{case_id}")
    assert again is not ticked
    assert (again.isChecked(), again.hasFocus()) == (True, True)
    assert not shell.find(CheckRow, f"retention/past/{kept}").isChecked()
