"""Policy and plan files that a clinic adds: checked, confirmed, and counted only as they were confirmed."""

import shutil
from pathlib import Path

import pytest

import resources
from app import added_files, visit
from app.casebook import EventKind, NotAllowed
from app.errors import InvalidInput
from app.people import Person, Role
from app.plan import INSTALLED_PLANS, plan
from app.policy_file import INSTALLATION, installed_policies
from tests.app.desk_fixtures import PHYSICIAN, REVIEWER, WATCHER, make_casebook, unlock
from tests.policies.every_policy import SYNTHETIC

NUMBER = "SYN-WEIGHT-01"
SOURCE = SYNTHETIC / "syn-weight-01.toml"


def printable(_text: str) -> None:
    return None


pytestmark = pytest.mark.usefixtures("nothing_added")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make_casebook(tmp_path / "home")
    return tmp_path / "home"


def add(home: Path, source: Path = SOURCE) -> None:
    with unlock(home, PHYSICIAN) as casebook:
        visit.begin(casebook, "app")
        added_files.add(casebook, added_files.examine(source, printable))
        visit.record_shelf(casebook)


def test_a_policy_that_a_physician_adds_counts_at_once_and_at_the_next_visit(home: Path) -> None:
    add(home)
    assert NUMBER in installed_policies()
    INSTALLATION.set_added(())
    assert NUMBER not in installed_policies()
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
        lines = [line for line in casebook.trail() if line.action == EventKind.POLICY_ADDED]
    assert NUMBER in installed_policies()
    assert [line.actor for line in lines if line.detail["number"] == NUMBER] == [PHYSICIAN.name]


def test_who_neither_decides_nor_administers_adds_nothing(home: Path) -> None:
    with unlock(home, WATCHER) as casebook:
        candidate = added_files.examine(SOURCE, printable)
        with pytest.raises(NotAllowed, match="Only a physician reviewer or an administrator"):
            added_files.add(casebook, candidate)
    assert NUMBER not in installed_policies()


@pytest.mark.parametrize(
    ("role", "allowed"),
    [(Role.REVIEWER, False), (Role.QA, False), (Role.PHYSICIAN, True), (Role.ADMINISTRATOR, True)],
)
def test_the_roles_that_may_confirm(role: Role, allowed: bool) -> None:
    assert added_files.may_confirm(Person("Alguien Ejemplo", role, "X-1")) is allowed


def test_a_file_that_was_changed_afterwards_is_left_out_and_told(home: Path) -> None:
    add(home)
    (added,) = (home / "policies").glob("*.toml")
    added.write_bytes(added.read_bytes() + b"\n# another edition\n")
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
    assert NUMBER not in installed_policies()
    (told,) = INSTALLATION.left_out
    assert told == (
        f"The policy file {added.name} is left out: it was changed since it was confirmed. Add it again, or"
        " take it away: then the confirmed one comes back."
    )


def test_a_file_that_nobody_confirmed_is_left_out_and_told(home: Path) -> None:
    (home / "policies").mkdir()
    (home / "policies" / "slipped-in.toml").write_bytes(SOURCE.read_bytes())
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
    assert NUMBER not in installed_policies()
    assert "nobody has confirmed it" in INSTALLATION.left_out[0]


def test_a_file_that_changes_between_check_and_confirmation_is_refused(home: Path, tmp_path: Path) -> None:
    source = tmp_path / "policy.toml"
    source.write_bytes(SOURCE.read_bytes())
    candidate = added_files.examine(source, printable)
    source.write_bytes(SOURCE.read_bytes() + b"\n# changed\n")
    with unlock(home, PHYSICIAN) as casebook, pytest.raises(InvalidInput, match="was changed since"):
        added_files.add(casebook, candidate)
    assert not (home / "policies").exists()


def test_a_policy_for_days_that_another_file_has_is_refused_in_its_report(home: Path, tmp_path: Path) -> None:
    shipped = next(resources.path("policies").glob("*.toml"))
    source = tmp_path / "again.toml"
    source.write_bytes(shipped.read_bytes() + b"\n# the same once more\n")
    candidate = added_files.examine(source, printable)
    assert "each day belongs to one file" in candidate.refusal
    with unlock(home, PHYSICIAN) as casebook, pytest.raises(InvalidInput, match="each day belongs"):
        added_files.add(casebook, candidate)


def test_a_policy_of_a_plan_that_is_not_installed_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "stray.toml"
    text = SOURCE.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("plan ="))
    source.write_text(text.replace(line, 'plan = "no-such-plan"'), encoding="utf-8")
    assert "cannot be read" in added_files.examine(source, printable).refusal


def test_a_file_of_neither_kind_is_refused_by_name(tmp_path: Path) -> None:
    source = tmp_path / "notes.toml"
    source.write_text('format = "something else"\n')
    with pytest.raises(InvalidInput, match="this version reads"):
        added_files.examine(source, printable)


def test_a_plan_of_the_clinic_stands_for_the_shipped_one(home: Path, tmp_path: Path) -> None:
    shutil.copytree(resources.path("plans"), tmp_path / "plans")  # with the papers beside it
    source = tmp_path / "plans" / "mmm-healthcare.toml"
    text = source.read_text(encoding="utf-8")
    assert "retention_years = 10" in text
    source.write_text(text.replace("retention_years = 10", "retention_years = 12"), encoding="utf-8")
    before = plan("mmm-healthcare").retention_years
    add(home, source)
    assert (before, plan("mmm-healthcare").retention_years) == (10, 12)
    INSTALLED_PLANS.set_added({})
    assert plan("mmm-healthcare").retention_years == before


def test_another_casebook_does_not_have_what_this_one_added(home: Path, tmp_path: Path) -> None:
    add(home)
    make_casebook(tmp_path / "other")
    with unlock(tmp_path / "other", REVIEWER) as casebook:
        visit.begin(casebook, "app")
    assert NUMBER not in installed_policies()


def test_the_plans_own_document_of_a_policy_is_kept_and_referred_to(home: Path, tmp_path: Path) -> None:
    paper = tmp_path / "policy.pdf"
    paper.write_bytes(b"%PDF-1.7 an invented policy")
    with unlock(home, REVIEWER) as casebook:
        with paper.open("rb") as source:
            content = casebook.attachments.keep(source)
        casebook.shelf.keep_paper("MP-RX-FP-12-23", {"sha256": content.sha256, "name": "policy.pdf"})
        assert casebook.attachments.sweep() == 0
        assert casebook.verify() == []
        kept = casebook.shelf.papers()["MP-RX-FP-12-23"]
        with casebook.attachments.open(str(kept["sha256"])) as reader:
            assert reader.read() == paper.read_bytes()
