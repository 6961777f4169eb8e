import shutil
from pathlib import Path

import pytest

import resources
from app import visit
from app.casebook import EventKind
from app.policy_file import INSTALLATION
from tests.app.desk_fixtures import REVIEWER, WATCHER, unlock


def actions(home: Path) -> list[str]:
    with unlock(home, REVIEWER) as casebook:
        return [line.action for line in casebook.trail() if line.kind == "events"]


def test_each_visit_is_recorded_and_the_installed_files_only_once(home: Path) -> None:
    for person in (REVIEWER, WATCHER):
        with unlock(home, person) as casebook:
            visit.begin(casebook, "app")
    assert actions(home) == ["unlocked", EventKind.PLAN_ADDED, EventKind.POLICY_ADDED, "unlocked"]
    with unlock(home, REVIEWER) as casebook:
        added = next(line for line in casebook.trail() if line.action == EventKind.POLICY_ADDED)
    assert added.detail["number"] == "MP-RX-FP-12-23"
    assert added.detail["revision"] == "2024-05-09"
    assert len(str(added.detail["sha256"])) == 64


def test_another_edition_of_a_policy_file_is_told_at_the_next_visit(home: Path, tmp_path: Path) -> None:
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
    shipped = next(resources.path("policies").glob("*.toml"))
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / shipped.name).write_bytes(shipped.read_bytes() + b"\n# another edition\n")
    with INSTALLATION.with_folder(folder), unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "cases list")
    assert actions(home)[-2:] == ["unlocked", EventKind.POLICY_CHANGED]
    (folder / shipped.name).write_bytes(b"this is no policy")
    with INSTALLATION.with_folder(folder), unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
    assert actions(home)[-1] == EventKind.POLICY_CHANGED


def test_another_edition_of_a_plan_file_is_told_at_the_next_visit(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = resources.path("plans")
    shutil.copytree(shipped, tmp_path / "plans")
    path = resources.path
    monkeypatch.setattr(resources, "path", lambda name: tmp_path / "plans" if name == "plans" else path(name))
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
    changed = next((tmp_path / "plans").glob("*.toml"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# another edition\n", encoding="utf-8")
    with unlock(home, WATCHER) as casebook:
        visit.begin(casebook, "app")
        told = [line for line in casebook.trail() if line.action == EventKind.PLAN_CHANGED]
    assert [(line.actor, line.detail["file"]) for line in told] == [(WATCHER.name, f"plan/{changed.name}")]
    assert told[0].detail["plan"] == changed.stem
    changed.unlink()
    with unlock(home, REVIEWER) as casebook:
        visit.begin(casebook, "app")
    assert actions(home)[-1] == EventKind.PLAN_REMOVED


def test_a_casebook_that_cannot_be_written_opens_and_says_so(home: Path) -> None:
    with unlock(home, REVIEWER) as casebook:
        casebook._file.write("PRAGMA query_only = ON")
        visit.begin(casebook, "app")
        assert any("could not be recorded" in warning for warning in casebook.warnings)
    assert actions(home) == []
