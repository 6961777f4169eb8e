"""Added policy and plan files are sealed into the casebook: they go with its backups, and come back."""

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from app import added_files, visit
from app.casebook import Casebook, EventKind, shelf_files
from app.casebook.backup_manifest import Backup, Reason
from app.casebook.difference import FileChanges
from app.casebook.restore import open_backup
from app.errors import InvalidInput
from app.people import Person
from app.plan import plan
from app.policy_file import INSTALLATION, installed_policies
from tests.app.desk_fixtures import CHEAP, PASSPHRASE, PHYSICIAN, REVIEWER, WATCHER, make_casebook, unlock
from tests.policies.every_policy import SYNTHETIC

NUMBER = "SYN-WEIGHT-01"
SOURCE = SYNTHETIC / "syn-weight-01.toml"
ANOTHER = b"\n# another edition\n"
PLAN = "mmm-healthcare"
PAPER = Path("plans", "files", "sample-notice-en.pdf")


def now() -> datetime:
    return datetime.now(UTC)


pytestmark = pytest.mark.usefixtures("nothing_added")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make_casebook(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


def add(home: Path, source: Path = SOURCE) -> None:
    with unlock(home, PHYSICIAN) as casebook:
        visit.begin(casebook, "app")
        added_files.add(casebook, added_files.examine(source, lambda _text: None))
        visit.record_shelf(casebook)


def clinic_plan(folder: Path, years: int = 12) -> Path:
    """The shipped plan with a longer retention, and the papers beside it."""
    shutil.copytree(resources.path("plans"), folder)
    source = folder / f"{PLAN}.toml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("retention_years = 10", f"retention_years = {years}"), encoding="utf-8")
    return source


def back_up(home: Path, disk: Path) -> Backup:
    with unlock(home, REVIEWER) as casebook:
        return casebook.backups.make(disk, Reason.BY_HAND)


def restore(home: Path, backup: Backup, person: Person = REVIEWER) -> FileChanges:
    with open_backup(backup, home, person.name, PASSPHRASE, now) as candidate:
        candidate.put_in_place(now)
        return candidate.difference.files


def come_in(home: Path) -> None:
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")


def added_in(home: Path) -> Path:
    (found,) = (home / "policies").glob("*.toml")
    return found


def test_a_backup_brings_policy_plan_and_papers_to_another_computer(
    home: Path, disk: Path, tmp_path: Path
) -> None:
    add(home)
    add(home, clinic_plan(tmp_path / "plans"))
    backup = back_up(home, disk)
    shutil.rmtree(home)  # the first computer is gone
    there = tmp_path / "another computer"
    found = restore(there, backup)
    assert {added_in(there).name, f"{PLAN}.toml", PAPER.name} <= set(found.back)
    assert (found.aside, found.dropped, found.lost) == ((), (), ())
    assert added_in(there).read_bytes() == SOURCE.read_bytes()
    assert (there / PAPER).read_bytes() == resources.path("plans", "files", PAPER.name).read_bytes()
    come_in(there)
    assert NUMBER in installed_policies()
    assert plan(PLAN).retention_years == 12
    assert INSTALLATION.left_out == ()
    assert plan(PLAN).inserts[0].file.path.is_relative_to(there)


def test_the_restored_casebook_is_whole_and_the_trail_tells_of_no_change(
    home: Path, disk: Path, tmp_path: Path
) -> None:
    add(home)
    backup = back_up(home, disk)
    there = tmp_path / "there"
    restore(there, backup)
    with unlock(there, REVIEWER) as casebook:
        before = len(list(casebook.trail()))
        visit.begin(casebook, "app")
        assert [entry.action for entry in list(casebook.trail())[before:]] == ["unlocked"]
        assert casebook.verify() == []
        assert casebook.attachments.sweep() == 0


def test_a_file_that_is_missing_is_put_back_at_the_next_visit(home: Path, tmp_path: Path) -> None:
    add(home)
    add(home, clinic_plan(tmp_path / "plans"))
    added_in(home).unlink()
    shutil.rmtree(home / "plans")
    come_in(home)
    with unlock(home, REVIEWER) as casebook:
        (told,) = [entry for entry in casebook.trail() if entry.action == EventKind.ADDED_PUT_BACK]
    assert (told.actor, told.detail["files_back"]) == (
        REVIEWER.name,
        2 + len(list((home / "plans").glob("*/*"))),
    )
    assert added_in(home).read_bytes() == SOURCE.read_bytes()
    assert NUMBER in installed_policies()
    assert (home / PAPER).is_file()
    assert plan(PLAN).retention_years == 12


def test_a_changed_file_is_left_alone_until_it_is_taken_away(home: Path) -> None:
    add(home)
    changed = added_in(home)
    changed.write_bytes(SOURCE.read_bytes() + ANOTHER)
    come_in(home)
    assert changed.read_bytes().endswith(ANOTHER)
    assert NUMBER not in installed_policies()
    assert "take it away" in INSTALLATION.left_out[0]
    changed.unlink()
    come_in(home)
    assert NUMBER in installed_policies()


def test_a_restore_keeps_another_file_of_the_name_beside_the_backups(home: Path, disk: Path) -> None:
    add(home)
    backup = back_up(home, disk)
    there = added_in(home)
    there.write_bytes(SOURCE.read_bytes() + ANOTHER)
    found = restore(home, backup)
    assert found == FileChanges(aside=(there.name,))
    assert there.read_bytes() == SOURCE.read_bytes()
    (aside,) = home.glob(f"policies/before-restore-*/{there.name}")
    assert aside.read_bytes().endswith(ANOTHER)
    come_in(home)
    assert NUMBER in installed_policies()
    assert INSTALLATION.left_out == ()


def test_a_file_that_was_added_after_the_backup_is_told_and_counts_no_more(home: Path, disk: Path) -> None:
    backup = back_up(home, disk)
    add(home)
    found = restore(home, backup)
    assert found == FileChanges(dropped=(added_in(home).name,))
    come_in(home)
    assert NUMBER not in installed_policies()
    assert "nobody has confirmed it" in INSTALLATION.left_out[0]


def test_a_sealed_copy_that_was_altered_brings_nothing_back(home: Path, disk: Path, tmp_path: Path) -> None:
    add(home)
    backup = back_up(home, disk)
    for path in (each for each in (disk / "attachments").rglob("*") if each.is_file()):
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
    there = tmp_path / "there"
    found = restore(there, backup)
    assert (found.back, len(found.lost)) == ((), 1)
    come_in(there)
    assert not (there / "policies").exists()
    assert NUMBER not in installed_policies()
    assert "could not be put back" in INSTALLATION.left_out[0]
    add(there)
    assert INSTALLATION.left_out == ()
    assert NUMBER in installed_policies()


def test_what_a_kill_keeps_from_coming_back_comes_at_the_next_visit(
    home: Path, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(home)
    backup = back_up(home, disk)
    there = tmp_path / "there"

    def killed(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(shelf_files, "put_back", killed)
        with pytest.raises(KeyboardInterrupt):
            restore(there, backup)
    assert not (there / "policies").exists()
    come_in(there)
    assert NUMBER in installed_policies()


def test_quality_assurance_that_administers_adds_and_seals(tmp_path: Path) -> None:
    home = tmp_path / "theirs"
    with Casebook.create(home, WATCHER, PASSPHRASE, cost=CHEAP) as casebook:
        added_files.add(casebook, added_files.examine(SOURCE, lambda _text: None))
        (places,) = casebook.shelf.kept().values()
        assert all(casebook.attachments.known.find(sha256) for sha256 in places.values())
    assert NUMBER in installed_policies()


def test_an_edition_in_the_place_of_an_earlier_one_is_the_one_that_comes_back(
    home: Path, tmp_path: Path
) -> None:
    add(home)
    newer = tmp_path / "newer.toml"
    newer.write_bytes(SOURCE.read_bytes() + ANOTHER)
    add(home, newer)
    added_in(home).unlink()
    come_in(home)
    assert added_in(home).read_bytes() == newer.read_bytes()


def test_two_plans_do_not_share_a_name_for_two_papers(home: Path, tmp_path: Path) -> None:
    first = clinic_plan(tmp_path / "one")
    add(home, first)
    second = clinic_plan(tmp_path / "two", years=15)
    paper = tmp_path / "two" / "files" / PAPER.name
    text = second.read_text(encoding="utf-8").replace(f'id = "{PLAN}"', 'id = "another-plan"')
    old = _sha256(paper)
    paper.write_bytes(paper.read_bytes() + b"\n% another notice\n")
    assert old in text
    second.write_text(text.replace(old, _sha256(paper)), encoding="utf-8")
    with pytest.raises(InvalidInput, match=f"brings another {PAPER.name}"):
        add(home, second)
    assert (home / PAPER).read_bytes() == resources.path("plans", "files", PAPER.name).read_bytes()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
