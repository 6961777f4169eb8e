from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app import policy_file
from app.case_file import parse_case, policy_of, problems_of
from app.errors import InvalidInput
from app.policy import Policy
from app.policy_file import installed_policies, load_policy, policies_of, when_in_force
from app.policy_shelf import PolicyShelf
from app.result import result_document
from app.review import review
from tests.app.case_documents import changed, valid_case
from tests.app.policy_variants import SHIPPED, superseding, superseding_file

NUMBER = "MP-RX-FP-12-23"
RECEIVED = "request.received_at"

Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put these policies in the place of the installed ones."""

    def _install(*policies: Policy) -> None:
        shelf = PolicyShelf((f"file {place}", policy) for place, policy in enumerate(policies, 1))
        monkeypatch.setattr(policy_file, "installed_shelf", lambda: shelf)

    return _install


@pytest.fixture
def earlier() -> Policy:
    return load_policy(SHIPPED)


@pytest.mark.parametrize(
    ("received_at", "file", "revision"),
    [
        ("2023-11-30T00:00:00-04:00", "earlier", "2023-11-30"),
        ("2024-05-08T23:59:59-04:00", "earlier", "2023-11-30"),
        ("2024-05-09T00:00:00-04:00", "earlier", "2024-05-09"),
        ("2026-12-31T23:59:59-04:00", "earlier", "2024-05-09"),
        ("2027-01-01T00:00:00-04:00", "later", "2027-01-01"),
        ("2027-06-30T12:00:00-04:00", "later", "2027-06-15"),
    ],
)
def test_a_case_is_judged_under_the_file_and_the_revision_in_force_when_it_was_received(
    install: Install, earlier: Policy, tmp_path: Path, received_at: str, file: str, revision: str
) -> None:
    later = superseding(tmp_path, "2027-01-01", "2027-06-15")
    install(later, earlier)
    document = changed(valid_case(), (RECEIVED, received_at))
    result = result_document(review(parse_case(document)))
    assert result["policy"] == {
        "number": NUMBER,
        "revision": revision,
        "sha256": {"earlier": earlier, "later": later}[file].sha256,
    }
    assert policy_of(document).sha256 == {"earlier": earlier, "later": later}[file].sha256


def test_the_files_of_a_number_stand_in_the_order_of_time(
    install: Install, earlier: Policy, tmp_path: Path
) -> None:
    later = superseding(tmp_path, "2027-01-01")
    install(later, earlier)
    assert policies_of(NUMBER) == (earlier, later)
    assert policies_of("MP-RX-FP-00-00") == ()
    assert installed_policies(date(2026, 12, 31)) == {NUMBER: earlier}
    assert installed_policies(date(2027, 1, 1)) == {NUMBER: later}


def test_without_a_day_today_counts(install: Install, earlier: Policy, tmp_path: Path) -> None:
    later = superseding(tmp_path, "2198-01-01")
    install(earlier, later)
    assert installed_policies() == {NUMBER: earlier}


def test_a_request_before_inception_is_refused_in_one_clear_line(
    install: Install, earlier: Policy, tmp_path: Path
) -> None:
    install(earlier, superseding(tmp_path, "2027-01-01"))
    with pytest.raises(InvalidInput) as refused:
        parse_case(changed(valid_case(), (RECEIVED, "2023-11-29T23:59:59-04:00")))
    assert str(refused.value) == (
        f"request.received_at: is before {NUMBER} came into force; it must be 2023-11-30 or later"
    )
    assert when_in_force(NUMBER) == "is in force from 2023-11-30 on"


def test_a_request_in_a_gap_between_two_files_is_refused_and_told_when_the_policy_counts(
    install: Install, tmp_path: Path
) -> None:
    ended = superseding(tmp_path, "2023-11-30", last_day="2026-12-31")
    install(ended, superseding(tmp_path, "2027-03-01"))
    in_gap = changed(valid_case(), (RECEIVED, "2027-02-01T08:00:00-04:00"))
    words = f"{NUMBER} is in force from 2023-11-30 to 2026-12-31 and from 2027-03-01 on"
    (problem,) = problems_of(in_gap)
    assert str(problem) == f"request.received_at: is on a day without a policy: {words}"
    assert problems_of(changed(valid_case(), (RECEIVED, "2026-12-31T08:00:00-04:00"))) == []


def test_a_policy_that_has_ended_counts_no_more(install: Install, tmp_path: Path) -> None:
    install(superseding(tmp_path, "2023-11-30", last_day="2026-10-31"))
    with pytest.raises(InvalidInput, match="is in force from 2023-11-30 to 2026-10-31"):
        parse_case(valid_case())


def test_a_case_is_read_under_a_given_file_whenever_it_was_received(earlier: Policy, tmp_path: Path) -> None:
    later = superseding(tmp_path, "2027-01-01")
    assert parse_case(valid_case(), later).policy is later
    assert review(parse_case(valid_case(), later)).revision == later.revisions[0]
    assert parse_case(valid_case()).policy.sha256 == earlier.sha256


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2023-11-30", "2024-05-09 of file 1 does not come before 2023-11-30"),
        ("2024-05-09", "2024-05-09 of file 1 does not come before 2024-05-09"),
    ],
)
def test_two_files_may_not_claim_the_same_day(
    install: Install, earlier: Policy, tmp_path: Path, day: str, words: str
) -> None:
    later = superseding(tmp_path, day)
    with pytest.raises(InvalidInput, match=words) as refused:
        install(earlier, later)
    assert refused.value.source == "file 2"


def test_a_file_may_not_begin_before_the_last_day_of_an_earlier_one(install: Install, tmp_path: Path) -> None:
    ended = superseding(tmp_path, "2023-11-30", last_day="2027-01-01")
    with pytest.raises(InvalidInput, match=r"2027-01-01 lies before the last day \(2027-01-01\) of file 1"):
        install(ended, superseding(tmp_path, "2027-01-01"))


def test_files_that_follow_each_other_make_one_stretch_of_days(tmp_path: Path) -> None:
    policies = [superseding(tmp_path, day) for day in ("2023-11-30", "2025-01-01", "2027-01-01")]
    shelf = PolicyShelf(("", policy) for policy in policies)
    assert shelf.in_force(NUMBER) == "is in force from 2023-11-30 on"


def test_a_last_day_before_the_last_revision_is_refused(tmp_path: Path) -> None:
    source = superseding_file(tmp_path, "2023-11-30", "2024-05-09", last_day="2024-05-08")
    with pytest.raises(InvalidInput, match="last_day: must not lie before the last revision"):
        load_policy(source)


def test_documents_are_asked_for_whatever_the_day_of_receipt(earlier: Policy) -> None:
    bare = changed(valid_case(), ("answers.cd22_positive.evidence", []))
    for day in ("2023-12-01", "2026-11-20"):
        result = result_document(review(parse_case(changed(bare, (RECEIVED, f"{day}T08:00:00-04:00")))))
        assert (result["recommendation"], result["missing_documents"]) == ("pend", ["cd22_positive"])
    statement = earlier.revisions[1]
    assert statement.reading is not None
    assert statement.reading.text["en"].startswith("Documents are asked for whatever the day of receipt.")
