"""The copies that one signing makes, and what the plan's file lacks for them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app import copy_set
from app.copies import Copy
from app.copy_set import CopyOf, copies_beside, lacking
from app.outcome import Outcome
from app.people import Role
from app.plan import Plan
from app.review import Review
from tests.app.test_plan_files import changed
from tests.reports.cases import AT, DECISIONS, determination

DAY = date(2026, 11, 21)
PLAN_COPY, FOR_PRESCRIBER = CopyOf(Copy.BOTH, "es"), CopyOf(Copy.PRESCRIBER, "en")


def use(monkeypatch: pytest.MonkeyPatch, folder: Path, *swaps: tuple[str, str]) -> Plan:
    plan = changed(folder, *swaps)
    monkeypatch.setattr(copy_set, "plan", lambda _: plan)
    return plan


def review(kind: str) -> Review:
    return determination(kind).review


def test_an_approval_goes_to_prescriber_and_member_each_in_their_language() -> None:
    beside = copies_beside(review("approve"), Outcome.APPROVE, DAY, PLAN_COPY)
    assert beside == (FOR_PRESCRIBER, CopyOf(Copy.MEMBER, "es"))


def test_the_letter_itself_is_not_among_those_beside_it() -> None:
    assert copies_beside(review("deny"), Outcome.DENY, DAY, FOR_PRESCRIBER) == (CopyOf(Copy.MEMBER, "es"),)


def test_without_a_form_there_is_no_notice_for_the_member(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(monkeypatch, tmp_path, ("sample = true\nfrom = 2025-01-01", "sample = true\nfrom = 2027-01-01"))
    assert copies_beside(review("deny"), Outcome.DENY, DAY, CopyOf(Copy.PRESCRIBER, "es")) == (
        FOR_PRESCRIBER,
    )


def test_the_shipped_plan_lacks_nothing() -> None:
    for kind in DECISIONS:
        found = lacking(review(kind), determination(kind).outcome, AT, "es")
        assert (found.notices, found.contacts, found.forms) == ((), (), ())


def test_a_missing_notice_is_named_once_with_who_may_go_without_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(monkeypatch, tmp_path)
    for file in (tmp_path / "files").glob("sample-language-help-*.pdf"):
        file.unlink()
    found = lacking(review("deny"), Outcome.DENY, AT, "es")
    (told,) = found.notices
    assert "Notice of language help" in told
    assert found.may_go_without(Role.PHYSICIAN)
    assert not found.may_go_without(Role.REVIEWER)


def test_nobody_may_go_without_the_plans_phones(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use(
        monkeypatch,
        tmp_path,
        ("[[line_of_business.help]]\nfrom = 2026-01-01", "[[line_of_business.help]]\nfrom = 2027-01-01"),
    )
    found = lacking(review("deny"), Outcome.DENY, AT, "es")
    assert found.contacts
    assert not found.may_go_without(Role.PHYSICIAN)


@pytest.mark.parametrize(("days", "told"), [(89, 1), (91, 0)])
def test_a_form_whose_approval_ends_soon_is_told(
    days: int, told: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ends = (DAY + timedelta(days=days)).isoformat()
    use(
        monkeypatch,
        tmp_path,
        ("sample = true\nfrom = 2025-01-01", f"sample = true\nfrom = 2025-01-01\nexpires = {ends}"),
    )
    assert len(lacking(review("deny"), Outcome.DENY, AT, "es").forms) == told
    assert not lacking(review("approve"), Outcome.APPROVE, AT, "es").forms
