"""``cases history``, ``cases verify`` and ``verify --casebook``."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.casebook import Casebook, EventKind
from app.casebook.file import FILE_NAME
from app.desk import add_case, open_case
from app.determination import Outcome, determine
from reports.issue import issue
from tests.app.desk_fixtures import (
    PASSPHRASE,
    REVIEWER,
    WATCHER,
    sample_case,
    unlock,
)
from tests.ui.commands.conftest import Ran, Run

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


Ask = Callable[..., Ran]


@pytest.fixture
def ask(run: Run, home: Path, tmp_path: Path) -> Ask:
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE)

    def _ask(*words: str | Path, user: str = REVIEWER.name) -> Ran:
        return run(*words, "--home", home, "--user", user, "--passphrase-file", secret)

    return _ask


@pytest.fixture
def case_id(home: Path) -> str:
    with unlock(home, REVIEWER) as casebook:
        saved = add_case(casebook, sample_case("01"))
        case = open_case(casebook, saved.case_id)
        case.set("measurements.weight_kg", "80")
        case.answer("b_cell_all", value=False)
        return saved.case_id


def sign(home: Path, case_id: str, target: Path, *, keep: bool = True) -> Path:
    """A signed letter of the case, as the app makes it."""
    with unlock(home, REVIEWER) as casebook:
        case = open_case(casebook, case_id)
        issued = issue(
            {**case.record.case, "case_id": case_id},
            None,
            casebook.identity(PASSPHRASE),
            at=NOW,
            witness=case.witness,
        )
        if keep:
            case.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf)
    target.write_bytes(issued.pdf)
    return target


@pytest.fixture
def approved(home: Path) -> str:
    with unlock(home, REVIEWER) as casebook:
        return add_case(casebook, sample_case("01")).case_id


def test_history_tells_changes_and_looks_in_one_line_of_time(ask: Ask, case_id: str) -> None:
    told = ask("cases", "history", case_id).out.splitlines()
    assert [line.split("  ")[1] for line in told] == ["rev 1", "event", "rev 2", "rev 3"]
    assert "Opened the case" in told[1]
    assert "Changed: Weight, kg" in told[2]
    moments = json.loads(ask("cases", "history", case_id, "--json").out)
    assert moments[2]["action"] == "changed measurements.weight_kg"
    assert moments[-1]["action"] == EventKind.HISTORY_READ, (
        "that the history was read is told to the next reader"
    )


def test_two_revisions_are_compared_field_by_field(ask: Ask, case_id: str) -> None:
    ran = ask("cases", "history", case_id, "--diff", "1", "3")
    assert "Weight, kg: 75 -> 80" in ran.out
    assert ran.out.splitlines()[-1] == "2 fields differ"
    document = ask("cases", "history", case_id, "--diff", "1", "3", "--json").result
    changes = {change["path"]: change for change in document["changes"]}  # type: ignore[attr-defined]  # a list
    assert changes["case.measurements.weight_kg"]["after"] == '"80"'
    assert changes["case.answers.b_cell_all.value"]["before"] == "true"
    everything = ask("cases", "history", case_id, "--diff", "0", "1", "--json").result
    assert all(change["kind"] == "added" for change in everything["changes"])  # type: ignore[attr-defined]  # a list


@pytest.mark.parametrize(("words", "said"), [(("1", "9"), "revision"), (("x", "1"), "--diff")])
def test_a_revision_that_is_not_there_is_one_line(
    ask: Ask, case_id: str, words: tuple[str, str], said: str
) -> None:
    ran = ask("cases", "history", case_id, "--diff", *words)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert said in ran.err


def test_a_whole_casebook_is_said_and_the_check_is_recorded(ask: Ask, home: Path, case_id: str) -> None:
    ran = ask("cases", "verify", user=WATCHER.name)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "the casebook is whole")
    with unlock(home, REVIEWER) as casebook:
        recorded = [line for line in casebook.trail() if line.action == EventKind.CASEBOOK_CHECKED]
    assert [(line.actor, line.detail["findings"]) for line in recorded] == [(WATCHER.name, 0)]
    assert case_id


def test_a_bad_revision_is_named_with_time_person_and_case_and_what_to_do(
    ask: Ask, home: Path, case_id: str
) -> None:
    with unlock(home, REVIEWER) as casebook:
        second = casebook.history(case_id)[1]
    with closing(sqlite3.connect(home / FILE_NAME)) as raw, raw:
        raw.execute("DROP TRIGGER revision_is_final")
        raw.execute("UPDATE revision SET body = zeroblob(300) WHERE seq = ?", (second.seq,))
    ran = ask("cases", "verify")
    assert ran.code == 1
    last = ran.out.splitlines()[-1]
    assert f"the first bad revision is {second.seq} of the casebook" in last
    assert f"by {REVIEWER.name}" in last
    assert f"case {case_id}" in last
    assert "What to do: " in ran.out
    document = ask("cases", "verify", "--json").result
    first = document["first"]
    assert isinstance(first, dict)
    assert (first["seq"], first["kind"], first["case_id"]) == (second.seq, "changed", case_id)


def test_a_kept_letter_fits_the_casebook(ask: Ask, home: Path, approved: str, tmp_path: Path) -> None:
    letter = sign(home, approved, tmp_path / "letter.pdf")
    ran = ask("cases", "verify", "--letter", letter)
    assert ran.code == 0, ran.out
    assert f"{letter}: fits the casebook" in ran.out
    verdict = ask("verify", letter, "--casebook", "--json").result
    assert verdict["good"] is True
    assert [check["name"] for check in verdict["checks"]][-2:] == [  # type: ignore[attr-defined]  # a list
        "casebook head hash",
        "kept in the casebook",
    ]


def test_a_letter_that_was_never_kept_is_told_from_one_that_was(
    ask: Ask, home: Path, approved: str, tmp_path: Path
) -> None:
    letter = sign(home, approved, tmp_path / "letter.pdf", keep=False)
    ran = ask("verify", letter, "--casebook")
    assert ran.code == 1
    assert "passed  casebook head hash" in ran.out
    assert "FAILED  kept in the casebook: The casebook holds no letter" in ran.out


def test_a_letter_shows_that_an_older_copy_stands_in_the_casebooks_place(
    ask: Ask, home: Path, approved: str, tmp_path: Path
) -> None:
    older = (home / FILE_NAME).read_bytes()
    with unlock(home, REVIEWER) as casebook:
        open_case(casebook, approved).set("title", "one more save")
    letter = sign(home, approved, tmp_path / "letter.pdf")
    (home / FILE_NAME).write_bytes(older)
    assert ask("cases", "verify").code == 0, "the older copy is whole by itself"
    ran = ask("cases", "verify", "--letter", letter)
    assert ran.code == 1
    assert "casebook head hash" in ran.out


def test_a_letter_from_outside_any_casebook_says_so(
    ask: Ask, home: Path, approved: str, tmp_path: Path
) -> None:
    with unlock(home, REVIEWER) as casebook:
        issued = issue(sample_case("01"), None, casebook.identity(PASSPHRASE), at=NOW)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(issued.pdf)
    ran = ask("verify", letter, "--casebook")
    assert "made outside a casebook" in ran.out
    assert approved


def test_the_casebook_is_asked_only_with_a_name(run: Run, home: Path, approved: str, tmp_path: Path) -> None:
    letter = sign(home, approved, tmp_path / "letter.pdf")
    ran = run("verify", letter, "--casebook", "--home", home)
    assert ran.code == 2
    assert ran.err.startswith("dictamen: --casebook: ")


def test_how_each_letter_of_a_case_stands(home: Path, approved: str, tmp_path: Path) -> None:
    from reports.casebook_check import standing_of  # noqa: PLC0415

    sign(home, approved, tmp_path / "letter.pdf")
    with unlock(home, REVIEWER) as casebook:
        (note,) = open_case(casebook, approved).record.letters
        assert standing_of(casebook, note).good
        review = open_case(casebook, approved).judgment.review
        assert review is not None
        made = determine(review, Outcome.APPROVE, REVIEWER, NOW, None)
        other = add_case(casebook, sample_case("02")).case_id
        case = open_case(casebook, other)
        spoilt = case.keep_letter(made, "D-9", "es", b"no PDF at all")
        assert not standing_of(casebook, spoilt).good
        assert isinstance(casebook, Casebook)


def test_a_command_is_recorded_with_its_words_and_what_it_looked_at(
    ask: Ask, home: Path, approved: str
) -> None:
    ask("cases", "list", user=WATCHER.name)
    ask("cases", "show", approved, user=WATCHER.name)
    with unlock(home, REVIEWER) as casebook:
        events = [line for line in casebook.trail() if line.kind == "events" and line.actor == WATCHER.name]
    told = [(line.action, line.detail.get("through"), line.case_id) for line in events]
    assert ("unlocked", "cases list", "") in told
    assert told[-2:] == [("unlocked", "cases show", ""), (EventKind.CASE_OPENED, None, approved)]
