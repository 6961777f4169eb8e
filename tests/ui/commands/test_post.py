"""Kept letters on the command line: issued, dispatched, dated anew, saved by the day; the test page."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.desk import open_case
from reports.check import check
from reports.issue import issue
from tests.app.desk_fixtures import PASSPHRASE, REVIEWER, keep_sample, unlock
from tests.ui.commands.conftest import Run, SignedIn
from ui.commands.post import signed_copies

NOW = datetime.now().astimezone()


@pytest.fixture
def letters(signed_in: SignedIn) -> Run:
    """Run ``dictamen letters`` as the reviewer."""
    return signed_in("letters", REVIEWER)


def sign(home: Path, at: datetime) -> tuple[str, str]:
    """Sign an approval with its copies; gives the ids of case and letter."""
    case_id = keep_sample(home, "01")
    with unlock(home, REVIEWER) as casebook:
        case = open_case(casebook, case_id)
        document = {**case.record.case, "case_id": case_id}
        made = issue(
            document, None, casebook.identity(PASSPHRASE), at=at, witness=case.witness, with_copies=True
        )
        *copies, itself = signed_copies(made)
        case.keep_letter(
            made.determination, made.letter_number, itself.language, itself.pdf, itself.copy, copies
        )
    return case_id, made.letter_number


def listed(letters: Run, case_id: str) -> list[dict[str, Any]]:
    told = json.loads(letters("list", case_id, "--json").out)
    assert isinstance(told, list)
    return told


def test_a_letter_is_issued_and_dispatched(letters: Run, home: Path, tmp_path: Path) -> None:
    case_id, number = sign(home, NOW)
    out = tmp_path / "out.pdf"
    assert letters("issue", number, "--to", "member", "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert letters("dispatch", number, "--to", "member", "--how", "mail").code == 0
    (told,) = listed(letters, case_id)
    facts = told["facts"]
    assert [fact["action"] for fact in facts] == [
        "issued the letter",
        "saved the letter as a file",
        "dispatched the letter",
    ]
    assert told["late"] is False
    again = letters("reissue", number)
    assert (again.code, "need not be dated anew" in again.err) == (2, True)


def test_the_same_letter_is_written_byte_for_byte_each_time(letters: Run, home: Path, tmp_path: Path) -> None:
    case_id, number = sign(home, NOW)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    for out in (first, second):
        assert letters("issue", number, "--to", "prescriber", "--out", out).code == 0
    assert first.read_bytes() == second.read_bytes()
    (told,) = listed(letters, case_id)
    assert sum(fact["action"] == "saved the letter as a file" for fact in told["facts"]) == 2


def test_a_letter_whose_day_is_over_is_dated_anew(letters: Run, home: Path) -> None:
    case_id, number = sign(home, NOW - timedelta(days=2))
    refused = letters("issue", number, "--to", "member")
    assert refused.code == 2
    assert "date it anew" in refused.err
    ran = letters("reissue", number)
    assert (ran.code, ran.err) == (0, "")
    fresh = ran.out.split()[1]
    old, new = listed(letters, case_id)
    assert (old["replaced_by"], new["number"], new["late"]) == (fresh, fresh, False)
    assert letters("issue", fresh, "--to", "member").code == 0
    with unlock(home, REVIEWER) as casebook:
        case = open_case(casebook, case_id)
        note = case.record.letters[-1]
        verdict = check(case.letter(note), casebook.signers())
    assert verdict.good, verdict.failures
    assert note.replaces == number


def test_the_letters_of_a_day_are_saved_with_a_list(letters: Run, home: Path, tmp_path: Path) -> None:
    _, number = sign(home, NOW)
    day = f"{number[2:6]}-{number[6:8]}-{number[8:10]}"
    ran = letters("export", "--day", day, "--out", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    folder = tmp_path / f"letters-{day}"
    assert len(list(folder.glob(f"{number}-*.pdf"))) >= 2
    assert (folder / "list.csv").is_file()
    again = letters("export", "--day", day, "--out", tmp_path)
    assert (again.code, "is there already" in again.err) == (2, True)


def test_the_test_page_is_written(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    assert run("letters", "window-test", "--out", out, "--right", "3").code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    named = ("--plan", "mmm-healthcare")
    assert run("letters", "window-test", "--out", tmp_path / "same.pdf", "--right", "3", *named).code == 0
    assert (tmp_path / "same.pdf").read_bytes() == out.read_bytes()
    ran = run("letters", "window-test", "--out", tmp_path / "no.pdf", "--plan", "other")
    assert (ran.code, "--plan: must be one of mmm-healthcare" in ran.err) == (2, True)
    ran = run("letters", "window-test", "--out", tmp_path / "far.pdf", "--down", "90")
    assert (ran.code, (tmp_path / "far.pdf").exists()) == (2, False)


def test_a_letter_that_is_not_kept_is_told(letters: Run) -> None:
    ran = letters("dispatch", "D-0", "--to", "member", "--how", "mail")
    assert (ran.code, "keeps no letter D-0" in ran.err) == (2, True)
