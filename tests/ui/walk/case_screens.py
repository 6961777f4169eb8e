"""The screens of a case."""

import io
from collections.abc import Callable, Mapping
from datetime import timedelta
from unittest.mock import patch

from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QPushButton, QWidget

from app.attachments import type_of
from app.case import new_case
from app.casebook.holds import HoldReason
from app.copy_set import Lacking
from app.desk import OpenCase
from app.policy_file import installed_policies
from app.post import Channel, Post, Recipient
from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.walk import past
from tests.ui.walk.frozen import NOW
from tests.ui.walk.past import PHYSICIAN, QUALITY, attached_files
from tests.ui.walk.stage import Stage, part, view
from ui.history.history_view import HistoryView
from ui.review.correct_card import CorrectCard
from ui.review.draft import Choice
from ui.review.post_card import PostCard
from ui.session import Session
from ui.window import Window


def request(stage: Stage) -> Window:
    """A request that is complete."""
    return stage.case(25, Page.REQUEST)


def request_new(stage: Stage) -> Window:
    """A new request, with what is missing and what was typed wrong."""
    window = stage.inside()
    assert window.session is not None
    record = new_case(installed_policies()["MP-RX-FP-12-23"], NOW, "MMM MA")
    window.show_case(OpenCase(window.session.casebook, record), Page.REQUEST)
    view(window).desk.set("request.start_date", "soon")
    view(window).desk.set("measurements.weight_kg", 7500)
    view(window).go_on()
    return window


def criteria(stage: Stage) -> Window:
    """Criteria, one document missing."""
    document = sample(1)
    answers = document["answers"]
    assert isinstance(answers, dict)
    answers["disease_status"] = {"value": "relapsed", "evidence": []}
    return stage.case(1, Page.CRITERIA, document=document)


def criteria_picker(stage: Stage) -> Window:
    """The same, with the picker of documents open."""
    window = criteria(stage)
    view(window).show_target("disease_status")
    part(window, QAbstractButton, "disease_status/no_document/add").click()
    stage.sight = part(window, QWidget, "disease_status/picker")
    return window


def criteria_not_met(stage: Stage) -> Window:
    """Criteria that are not met."""
    return stage.case(16, Page.CRITERIA)


def criteria_many_open(stage: Stage) -> Window:
    """Criteria of which many are open."""
    return stage.case(9, Page.CRITERIA)


def response(stage: Stage) -> Window:
    """The response that is measured."""
    return stage.case(25, Page.RESPONSE)


def dose(stage: Stage) -> Window:
    """Dose and schedule."""
    return stage.case(23, Page.DOSE)


def dose_too_high(stage: Stage) -> Window:
    """A dose above the limit."""
    return stage.case(11, Page.DOSE)


def dose_unknown(stage: Stage) -> Window:
    """No measurements."""
    return stage.case(15, Page.DOSE)


def _decision(stage: Stage, number: int, choice: Choice | None) -> Window:
    window = stage.case(number, Page.DECISION)
    view(window).desk.draft.choice = choice
    view(window).stack.refresh()
    return window


def decision_approve(stage: Stage) -> Window:
    """A decision to approve."""
    return _decision(stage, 1, Choice.APPROVE)


def decision_pend(stage: Stage) -> Window:
    """Asking for documents."""
    return _decision(stage, 9, Choice.PEND)


def decision_refer(stage: Stage) -> Window:
    """Handing a case to a physician."""
    return _decision(stage, 22, Choice.REFER)


def decision_deny(stage: Stage) -> Window:
    """A physician who took a case over and denies it."""
    first_window = stage.case(22, Page.DECISION)
    view(first_window).desk.refer("Cycle 4 asked for with a transplant planned.")
    case_id = view(first_window).desk.case.case_id
    stage.close(first_window)
    window = stage.old_case(case_id, Page.DECISION, PHYSICIAN)
    view(window).desk.take_over()
    view(window).desk.draft.choice = Choice.DENY
    view(window).stack.refresh()
    return window


def sign(stage: Stage) -> Window:
    """The page that signs."""
    window = _decision(stage, 24, Choice.APPROVE)
    view(window).go_on()
    return window


def sign_without_notice(stage: Stage) -> Window:
    """Signing while a notice that the plan calls mandatory is missing, and a form's approval ends."""
    window = decision_deny(stage)
    part(window, QPlainTextEdit, "decision/reason").setPlainText("Two cycles come before a transplant.")
    told = Lacking(
        ("The notice “Notice of language help” is missing: version 2 is not valid on 2026-11-24.",),
        (),
        ("physician",),
        (("The approval of the member's notice form (0938-0829) ends on 2026-12-31. Get the next edition."),),
    )
    with patch("ui.review.missing_notices.lacking", lambda *_: told):
        view(window).go_on()
    return window


def letter_correct(stage: Stage) -> Window:
    """A signed letter in which something is put right."""
    window = stage.old_case(stage.past, Page.LETTER)
    card = part(window, CorrectCard, "letter/correct_card")
    part(window, QPushButton, "letter/correct").click()
    stage.sight = card
    return window


def letter_preview(stage: Stage) -> Window:
    """A letter before it is signed."""
    return stage.case(2, Page.LETTER)


def letter_none(stage: Stage) -> Window:
    """No letter yet."""
    return stage.case(16, Page.LETTER)


def decided_case(stage: Stage) -> Window:
    """A decided case and its letter."""
    return stage.old_case(stage.past, Page.LETTER)


def history(stage: Stage) -> Window:
    """Everything that was done about a case."""
    window = stage.inside()
    window.show_history(stage.past)
    return window


def letter_late(stage: Stage) -> Window:
    """A letter whose day is over, to be dated anew."""
    window = stage.old_case(stage.past, Page.LETTER)
    with patch.object(Session, "now", lambda _session: NOW + timedelta(days=400)):
        part(window, PostCard, "letter/post").refresh()
    return window


def settle_fork(stage: Stage) -> Window:
    """Two versions of a case, side by side."""
    window = stage.inside()
    window.show_fork(stage.fork)
    return window


def letter_issued(stage: Stage) -> Window:
    """A letter that was issued to the prescriber and went out by fax."""
    window = stage.old_case(stage.past, Page.LETTER)
    assert window.session is not None
    post = Post(window.session.casebook, stage.past)
    number = view(window).desk.record.letters[-1].number
    post.issue(number, Recipient.PRESCRIBER, NOW)
    post.dispatch(number, Recipient.PRESCRIBER, Channel.FAX, NOW)
    stage.sight = part(window, PostCard, "letter/post")
    part(window, PostCard, "letter/post").refresh()
    return window


def history_held(stage: Stage) -> Window:
    """A case on hold, and two revisions compared."""
    window = history(stage)
    shown = part(window, HistoryView, "history")
    shown.hold.reason.set_value(HoldReason.LITIGATION.value)
    shown.hold.put.click()
    stage.sight = shown.hold
    return window


def history_quality(stage: Stage) -> Window:
    """The same as quality assurance reads it."""
    window = stage.inside(QUALITY)
    window.show_history(stage.past)
    return window


def read_only(stage: Stage) -> Window:
    """An open case as quality assurance reads it."""
    with past.unlock(stage.home) as book:
        case_id = min(row.case_id for row in book.worklist() if row.cover["state"] == "in_review")
    return stage.old_case(case_id, Page.CRITERIA, QUALITY)


def attachments(stage: Stage) -> Window:
    """A request with files, two of which cannot be shown."""
    window = stage.case(1, Page.REQUEST)
    assert window.session is not None
    for name, content in attached_files():
        kept = window.session.casebook.attachments.keep(io.BytesIO(content))
        view(window).desk.attach(kept, name, type_of(content[:1024]))
    stage.sight = part(window, QWidget, "attachments")
    return window


def _viewer(stage: Stage, name: str) -> Window:
    window = attachments(stage)
    stage.sight = None
    view(window).show_attachment(name)
    return window


def viewer_pdf(stage: Stage) -> Window:
    """A fax beside the case."""
    return _viewer(stage, "A1")


def viewer_picture(stage: Stage) -> Window:
    """A photograph beside the case."""
    return _viewer(stage, "A2")


def viewer_damaged(stage: Stage) -> Window:
    """A file that was cut off on its way."""
    return _viewer(stage, "A4")


def policy_over_case(stage: Stage) -> Window:
    """The policy, looked up from a case."""
    window = criteria(stage)
    window.show_policy(next(iter(installed_policies())), "")
    return window


def palette_case(stage: Stage) -> Window:
    """The palette over a case."""
    window = criteria(stage)
    window.overlays.toggle_palette()
    return window


SCREENS: Mapping[str, Callable[[Stage], Window]] = {
    way.__name__: way
    for way in (
        *(request, request_new, attachments, viewer_pdf, viewer_picture, viewer_damaged),
        *(criteria, criteria_picker, criteria_not_met, criteria_many_open, read_only, policy_over_case),
        *(palette_case, response, dose, dose_too_high, dose_unknown),
        *(decision_approve, decision_pend, decision_refer, decision_deny, sign, sign_without_notice),
        *(letter_preview, letter_none, decided_case, letter_issued, letter_late, letter_correct),
        *(history, history_held, history_quality, settle_fork),
    )
}
"""The ways to these screens; each is looked at in a narrow window too."""
