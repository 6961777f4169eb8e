"""A notice that the plan calls mandatory is missing, or a form's approval ends: told before signing."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QPlainTextEdit

from app import copy_set
from app.plan import Plan
from app.route import Page
from reports import issue as issuing
from reports.content_check import embedded
from tests.app.test_plan_files import changed
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, sample
from tests.ui.review.driven import Driven, part, shown, type_into, words
from tests.ui.review.test_letter_page import _work_ends, wait_drawn
from ui.review.case_view import CaseView
from ui.review.draft import Choice

__all__ = ["_work_ends"]

REASON = "The plan's printer is down until Monday."


def without_notices(monkeypatch: pytest.MonkeyPatch, folder: Path, *swaps: tuple[str, str]) -> Plan:
    plan = changed(folder, *swaps)
    for file in (folder / "files").glob("sample-language-help-*.pdf"):
        file.unlink()
    monkeypatch.setattr(copy_set, "plan", lambda _: plan)
    monkeypatch.setattr(issuing, "plan", lambda _: plan)
    return plan


def denying(driven: Driven) -> CaseView:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(22), Page.DECISION)
    view.desk.draft.choice = Choice.DENY
    view.desk.draft.reason = "Two cycles are recommended before a transplant."
    view.stack.refresh()
    return view


def at_signing(driven: Driven) -> CaseView:
    view = denying(driven)
    part(view, "decision/reason", QPlainTextEdit).setPlainText("The sample is a test.")
    view.go_on()
    driven.settle()
    assert shown(view, "decision/passphrase")
    return view


def test_the_reason_is_asked_for_and_goes_into_the_letter(
    driven: Driven, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_notices(monkeypatch, tmp_path)
    view = at_signing(driven)
    assert "Notice of language help" in words(view, "decision/notice_missing/text")
    type_into(view, "decision/passphrase", PASSPHRASE)
    view.go_on()
    driven.settle()
    assert not view.desk.record.letters  # no reason was given yet

    part(view, "decision/waive", QPlainTextEdit).insertPlainText(REASON)
    type_into(view, "decision/passphrase", PASSPHRASE)
    view.go_on()
    driven.qtbot.waitUntil(lambda: bool(view.desk.record.letters), timeout=20_000)
    (note,) = view.desk.record.letters
    (member,) = [copy for copy in note.copies if copy.copy == "member"]
    with pikepdf.open(BytesIO(view.desk.letter(member))) as opened:
        waiver = embedded(opened).record.edition.waiver
    assert waiver is not None
    assert waiver.reason == REASON
    assert view.desk.draft.waive == ""


def test_whom_the_plan_does_not_name_cannot_sign(
    driven: Driven, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_notices(
        monkeypatch, tmp_path, ('may_waive_inserts = ["physician"]', 'may_waive_inserts = ["administrator"]')
    )
    view = at_signing(driven)
    assert "Who may sign without it: administrator." in words(view, "decision/notice_missing/text")
    assert not shown(view, "decision/waive")
    type_into(view, "decision/passphrase", PASSPHRASE)
    view.go_on()
    driven.settle()
    assert not view.desk.record.letters


def test_nothing_is_said_where_nothing_is_missing(driven: Driven) -> None:
    view = at_signing(driven)
    assert not shown(view, "decision/notice_missing")
    assert not shown(view, "decision/form_ends")
    assert not shown(view, "decision/waive")


def test_the_preview_says_what_is_missing_and_that_the_form_ends(
    driven: Driven, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expires = "sample = true\nfrom = 2025-01-01\nexpires = 2026-11-30"
    without_notices(monkeypatch, tmp_path, ("sample = true\nfrom = 2025-01-01", expires))
    view = denying(driven)
    view.show_page(Page.LETTER)
    wait_drawn(driven, view)
    told = words(view, "letter/lacks/text")
    assert "Notice of language help" in told
    assert "2026-11-30" in told
