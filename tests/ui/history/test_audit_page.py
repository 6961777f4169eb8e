"""The audit page as a person sees it."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from app.casebook import EventKind
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui.history.audit_page import AuditPage
from ui.history.history_view import HistoryView
from ui.history.long_job import Stopped
from ui.kit.buttons import SecondaryButton


@pytest.fixture
def case_id(opened: Shell) -> str:
    case_id = opened.add("01")
    opened.places.show_place("audit")
    return case_id


def page(shell: Shell) -> AuditPage:
    return shell.window.findChildren(AuditPage)[0]


def show(shell: Shell) -> None:
    shell.click("audit/show")
    shell.qtbot.waitUntil(lambda: page(shell)._job is None, timeout=10_000)


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(path), ""))


def test_the_entries_of_a_period_are_shown_newest_first(opened: Shell, case_id: str) -> None:
    show(opened)
    log = page(opened).log
    assert log.hasFocus()
    top = log._model.row(0)
    assert (top.what, top.case) == ("Added", case_id)
    assert log._model.row(1).what.startswith(("Recorded", "Policy", "Unlocked"))
    assert opened.find(QLabel, "audit/count").text().startswith(f"{log.shown()} entries.")


def test_enter_on_an_entry_shows_the_history_of_its_case_and_esc_leads_back(
    opened: Shell, case_id: str
) -> None:
    show(opened)
    opened.key(Qt.Key.Key_Return)
    assert isinstance(opened.window.over[-1], HistoryView)
    opened.key(Qt.Key.Key_Escape)
    assert opened.window.over == []
    assert opened.places.place() == "audit"
    assert case_id


@pytest.mark.usefixtures("case_id")
def test_the_list_is_exported_and_recorded(
    opened: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(opened)
    answer_with(monkeypatch, tmp_path / "trail.csv")
    opened.click("audit/list")
    opened.qtbot.waitUntil((tmp_path / "trail.csv").exists)
    opened.qtbot.waitUntil(lambda: page(opened)._job is None)
    text = (tmp_path / "trail.csv").read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text)))) == page(opened).log.shown() + 1
    with opened.other() as casebook:
        assert [line.action for line in casebook.trail()][-1] == EventKind.TRAIL_EXPORTED
    assert str(tmp_path / "trail.csv") in opened.find(QLabel, "audit/told/text").text()


@pytest.mark.usefixtures("case_id")
def test_the_report_is_signed_with_the_passphrase_and_only_with_it(
    opened: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(opened)
    target = tmp_path / "trail.pdf"
    answer_with(monkeypatch, target)
    opened.click("audit/report")
    assert page(opened).passphrase.error() == "Type your passphrase to sign."
    opened.type_in("audit/passphrase", "something else")
    opened.click("audit/report")
    opened.qtbot.waitUntil(lambda: page(opened)._job is None, timeout=20_000)
    assert "not your passphrase" in page(opened).passphrase.error()
    assert not target.exists()
    opened.find(QLineEdit, "audit/passphrase").clear()
    opened.type_in("audit/passphrase", PASSPHRASE)
    opened.click("audit/report")
    opened.qtbot.waitUntil(target.exists, timeout=20_000)
    opened.qtbot.waitUntil(lambda: page(opened)._job is None)
    assert target.read_bytes().startswith(b"%PDF")
    assert opened.find(QLineEdit, "audit/passphrase").text() == ""


@pytest.mark.usefixtures("case_id")
def test_days_that_cannot_be_used_are_said_at_their_field(opened: Shell) -> None:
    page(opened).last.set_value(page(opened).first.value())
    page(opened).first.line.setText("no day")
    opened.click("audit/show")
    assert page(opened).first.error()
    page(opened).first.set_value(opened.window.session.now().date())  # type: ignore[union-attr]  # it is unlocked
    opened.click("audit/show")
    assert page(opened).last.error() == "This is before the first day."


def test_who_may_not_export_reads_why(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.unlock(PHYSICIAN)
    shell.places.show_place("audit")
    assert any("quality assurance exports" in label.text() for label in shell.window.findChildren(QLabel))
    for name in ("audit/show", "audit/list", "audit/report"):
        assert not shell.find(SecondaryButton, name).isEnabled()


def test_reading_can_be_stopped(opened: Shell) -> None:
    with opened.other(REVIEWER) as casebook, casebook._file.transaction():
        for number in range(1200):
            casebook.events.append("counted", {"number": number})
    opened.places.show_place("audit")
    audit = page(opened)
    audit.show_entries()
    assert audit._job is not None
    audit._job.stop()
    opened.qtbot.waitUntil(lambda: audit._job is None, timeout=10_000)
    assert audit.count.text().startswith("Stopped.")
    assert issubclass(Stopped, Exception)


@pytest.mark.usefixtures("case_id")
def test_locking_ends_the_reading(opened: Shell) -> None:
    with opened.other(REVIEWER) as casebook, casebook._file.transaction():
        for number in range(1200):
            casebook.events.append("counted", {"number": number})
    page(opened).show_entries()
    opened.ctrl(Qt.Key.Key_L)
    assert opened.window.session is None
