"""What a case says of saving and of other people: not saved, changed meanwhile, read only, asked."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.casebook import NotSaved
from app.people import Role
from app.route import Page
from tests.ui.review.closing_cases import PHYSICIAN, sample
from tests.ui.review.driven import Driven, click, part, shown, words


def test_a_save_that_fails_is_said_until_one_succeeds(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = driven.open(sample(1), Page.CRITERIA)

    def fails(*_args: object, **_kwargs: object) -> None:
        raise NotSaved("The disk is full. Make room, then answer again.")

    with monkeypatch.context() as patched:
        patched.setattr(driven.session.casebook, "save_together", fails)
        click(view, "disease_status/choice/neither")
        assert words(view, "case/failed/text") == "The disk is full. Make room, then answer again."
        assert words(view, "footer/saved") == "The last change is not saved"
        assert part(view, "disease_status/choice/relapsed", QAbstractButton).isChecked()
    click(view, "disease_status/choice/neither")
    assert not shown(view, "case/failed")
    assert words(view, "footer/saved").startswith("All changes saved, ")


def test_another_person_s_change_is_shown_and_said(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    other = driven.reopen(view.desk.case.case_id, Page.CRITERIA)
    other.desk.answer("disease_status", "refractory")
    click(view, "disease_status/choice/neither")
    assert part(view, "disease_status/choice/refractory", QAbstractButton).isChecked()
    assert "What you see now is their version" in words(view, "case/failed/text")


def test_quality_assurance_reads_every_page_and_changes_nothing(driven: Driven) -> None:
    view = driven.open(sample(25), Page.REQUEST)
    person = replace(driven.session.person, role=Role.QA)
    driven.session.casebook.person = person
    view = driven.reopen(view.desk.case.case_id, Page.REQUEST)
    assert words(view, "case/read_only/text") == "Quality assurance reads cases and does not change them."
    assert not part(view, "request/start_date", QLineEdit).isEnabled()
    assert not shown(view, "documents/new")
    for page in (Page.CRITERIA, Page.RESPONSE):
        view.show_page(page)
        driven.settle()
        rows = [row for row in view.stack.page().findChildren(QAbstractButton) if row.isVisible()]
        assert all(not row.isEnabled() for row in rows if "/choice/" in row.objectName())
        assert not [row for row in rows if row.objectName().endswith(("/clear", "/add"))]
    assert part(view, "response/choice/cr", QAbstractButton).isChecked()


def test_a_case_that_a_physician_took_over_is_read_only_for_the_reviewer(driven: Driven) -> None:
    view = driven.open(sample(22), Page.CRITERIA)
    view.desk.refer("Cycle 4 is asked for.")
    case_id = view.desk.case.case_id
    reviewer = driven.session.person
    driven.sign_in(PHYSICIAN)
    driven.reopen(case_id, Page.CRITERIA).desk.take_over()
    driven.sign_in(reviewer)
    view = driven.reopen(case_id, Page.CRITERIA)
    assert words(view, "case/read_only/text") == f"{PHYSICIAN.name} has taken this case over."
    assert not part(view, "hsct_planned/choice/true").isEnabled()


def test_a_physician_s_question_stands_over_every_page(driven: Driven) -> None:
    view = driven.open(sample(22), Page.CRITERIA)
    view.desk.refer("Cycle 4 is asked for.")
    view.desk.case.send_back("Was a second transplant discussed?")
    view.desk.changed.emit()
    assert words(view, "case/asked/text") == "A physician reviewer asks: Was a second transplant discussed?"
