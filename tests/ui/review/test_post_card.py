"""A signed letter on its way: issued, sent out, dated anew."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from app.determination import Outcome
from tests.ui.review.closing_cases import PASSPHRASE
from tests.ui.review.driven import Driven, click, part, shown, type_into, words
from tests.ui.review.test_letter_page import _work_ends, letter, recorded, signed, wait_checked
from ui.kit.text_fields import PassphraseField
from ui.review.case_view import CaseView
from ui.review.post_card import PostCard

__all__ = ["_work_ends"]


def facts_in(view: CaseView) -> list[str]:
    labels = part(view, "letter/post", PostCard).findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_a_letter_is_issued_and_sent_out_each_recorded(driven: Driven) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    driven.settle()
    click(view, "letter/issue/member")
    click(view, "letter/dispatch/member")
    told = " ".join(facts_in(view))
    assert "Issued to the member: " in told
    assert "Sent to the member, by mail: " in told
    assert recorded(view)[-2:] == ["issued the letter", "dispatched the letter"]
    assert shown(view, "letter/issue/prescriber")


def test_a_letter_whose_day_is_over_is_dated_anew(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    session = view.desk.session
    before = view.desk.record.letters[-1]
    tomorrow = session.now() + timedelta(days=1)
    monkeypatch.setattr(session, "now", lambda: tomorrow)
    view.desk.changed.emit()
    assert "did not go out that day" in words(view, "letter/late/text")
    assert not shown(view, "letter/issue/member")
    type_into(view, "letter/anew/passphrase", PASSPHRASE)
    click(view, "letter/anew/sign")
    driven.qtbot.waitUntil(lambda: view.desk.record.letters[-1].number != before.number, timeout=20_000)
    driven.settle()
    after = view.desk.record.letters[-1]
    assert (after.replaces, after.outcome) == (before.number, before.outcome)
    assert letter(view).title() == f"Letter {after.number}"
    assert shown(view, "letter/issue/member")
    assert wait_checked(driven, view).startswith("All ")


def test_a_wrong_passphrase_dates_nothing_anew(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    tomorrow = view.desk.session.now() + timedelta(days=1)
    monkeypatch.setattr(view.desk.session, "now", lambda: tomorrow)
    view.desk.changed.emit()
    count = len(view.desk.record.letters)
    type_into(view, "letter/anew/passphrase", "not the passphrase")
    click(view, "letter/anew/sign")
    (field,) = part(view, "letter/post", PostCard).findChildren(PassphraseField)
    driven.qtbot.waitUntil(lambda: bool(field.error()), timeout=20_000)
    assert len(view.desk.record.letters) == count
