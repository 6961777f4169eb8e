"""A policy that a clinic added, from one computer to another: its letters are checked there as here."""

import json
import shutil
from pathlib import Path

import pytest

from app import added_files
from app.policy import Purpose
from app.policy_file import INSTALLATION
from tests.app.desk_fixtures import PHYSICIAN, REVIEWER, unlock
from tests.policies.every_policy import POLICIES, SYNTHETIC, met_case
from tests.ui.commands.conftest import Identity, Run

NUMBER = "SYN-WEIGHT-01"


pytestmark = pytest.mark.usefixtures("nothing_added")


def why_policy_unknown(run: Run, identity: Identity, letter: Path) -> str | None:
    """What ``verify`` says against the letter's policy; None where it knows it."""
    ran = run("verify", letter, "--trust", identity("reviewer").with_suffix(".pem"), "--json")
    checks = {check["name"]: check for check in ran.result["checks"]}  # type: ignore[attr-defined]
    check = checks["policy known"]
    assert ran.result["good"] is check["passed"]
    return None if check["passed"] else str(check["reason"])


def test_a_letter_under_an_added_policy_is_checked_on_the_computer_that_a_backup_went_to(
    run: Run,
    home: Path,
    passphrase: Path,
    identity: Identity,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DICTAMEN_HOME", str(home))
    with unlock(home, PHYSICIAN) as casebook:
        source = SYNTHETIC / "syn-weight-01.toml"
        added_files.add(casebook, added_files.examine(source, lambda _text: None))
    case, letter, disk = tmp_path / "case.json", tmp_path / "letter.pdf", tmp_path / "disk"
    case.write_text(json.dumps(met_case(POLICIES[NUMBER], Purpose.INITIAL)), encoding="utf-8")
    disk.mkdir()
    signed = ("--identity", identity("reviewer"), "--passphrase-file", passphrase, "--out", letter)
    ran = run("letter", case, *signed)
    assert ran.code == 0, ran.err
    assert why_policy_unknown(run, identity, letter) is None

    way_in = ("--user", REVIEWER.name, "--passphrase-file", passphrase)
    assert run("backup", "make", "--home", home, *way_in, "--to", disk).code == 0
    there = tmp_path / "there"
    monkeypatch.setenv("DICTAMEN_HOME", str(there))
    shutil.rmtree(home)
    INSTALLATION.set_added(())
    assert "is not installed" in (why_policy_unknown(run, identity, letter) or "")

    restored = run("backup", "restore", "latest", "--from", disk, "--home", there, *way_in)
    assert restored.code == 0, restored.err
    assert "would come back: the file syn-weight-01-2025-01-01.toml\n" in restored.out
    assert why_policy_unknown(run, identity, letter) is None
