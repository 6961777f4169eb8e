"""Signing with an identity that ends soon, or has ended."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from app.casebook.own_identity import OwnIdentity
from app.route import Page
from tests.ui.review.closing_cases import PASSPHRASE, sample
from tests.ui.review.driven import Driven, part, shown, words
from ui.review.case_view import CaseView
from ui.review.draft import Choice
from ui.review.sign_panel import SignPanel


def at_signing(driven: Driven) -> CaseView:
    view = driven.open(sample(1), Page.DECISION)
    view.desk.draft.choice = Choice.APPROVE
    view.stack.refresh()
    view.go_on()
    driven.settle()
    return view


def test_an_identity_that_ends_soon_is_told_before_signing(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = at_signing(driven)
    assert not shown(view, "decision/identity_ends")
    monkeypatch.setattr("app.identity.VALID_FOR", timedelta(days=30))
    OwnIdentity(view.desk.session.casebook.staff).renew(PASSPHRASE)
    view.stack.refresh()
    assert "ends on" in words(view, "decision/identity_ends/text")


def test_nothing_is_signed_with_one_that_has_ended(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> None:
    view = at_signing(driven)
    monkeypatch.setattr("app.identity.VALID_FOR", timedelta(hours=-1))
    OwnIdentity(view.desk.session.casebook.staff).renew(PASSPHRASE)
    panel = part(view, "decision/sign", SignPanel)
    panel._passphrase.set_value(PASSPHRASE)
    panel.sign()
    driven.qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    told = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "ended on" in told
    assert not view.desk.record.letters
