"""What people did that changes no document is kept with actor and time, and read back as a trail."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.casebook import Casebook, Change, EventKind, StaleSave, State, WitnessFit
from app.casebook.events import EVENTS
from app.casebook.file import FILE_NAME
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN, cover

Unlock = Callable[[Person], Casebook]
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_an_event_has_its_actor_and_time_and_belongs_to_no_case(book: Casebook) -> None:
    saved = book.record("unlocked", through="app")
    (entry,) = [line for line in book.trail() if line.seq == saved.seq]
    assert (entry.actor, entry.action, entry.kind, entry.case_id) == (ANA.name, "unlocked", EVENTS, "")
    assert dict(entry.detail) == {"through": "app"}
    assert book.worklist() == []
    assert book.verify() == []


def test_two_events_in_one_second_are_both_kept_in_their_order(home: Path) -> None:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=Clock()) as book:
        book.record("unlocked")
        book.record("locked")
        assert [line.action for line in book.trail()][-2:] == ["unlocked", "locked"]


def test_quality_assurance_is_recorded_though_it_may_not_save(unlock: Unlock) -> None:
    book = unlock(QUINN)
    book.record("unlocked", through="app")
    assert [line.actor for line in book.trail()][-1] == QUINN.name


def test_a_look_at_a_case_is_recorded_once_a_sitting_and_is_no_revision_of_it(unlock: Unlock) -> None:
    book = unlock(ANA)
    book.save({"v": 1}, "C-1")
    for _ in range(3):
        book.events.note(EventKind.CASE_OPENED, "C-1")
    assert [event.actor for event in book.events.about("C-1")] == [ANA.name]
    assert len(book.history("C-1")) == 1
    assert book.get("C-1").rev == 1
    book.save({"v": 2}, "C-1", rev=1)
    unlock(INES).events.note(EventKind.CASE_OPENED, "C-1")
    assert [event.actor for event in book.events.about("C-1")] == [ANA.name, INES.name]


def test_events_about_another_case_are_not_mixed_in(book: Casebook) -> None:
    for number in range(300):  # more cases than chains
        book.record(EventKind.LETTER_PRINTED, case_id=f"C-{number}", letter=f"D-{number}")
    for number in (0, 17, 299):
        (event,) = book.events.about(f"C-{number}")
        assert event.document["detail"]["letter"] == f"D-{number}"


def test_a_casebook_that_cannot_be_written_is_read_and_says_what_was_not_recorded(book: Casebook) -> None:
    book.save({"v": 1}, "C-1")
    book._file.write("PRAGMA query_only = ON")
    book.events.note(EventKind.CASE_OPENED, "C-1")
    assert book.get("C-1").document == {"v": 1}
    assert any("could not be recorded" in warning for warning in book.warnings)


def test_the_trail_of_a_period_begins_and_ends_where_it_says(home: Path) -> None:
    clock = Clock()
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock, cover_of=cover) as book:
        for day in range(5):
            clock.now = NOON + timedelta(days=day)
            book.save({"day": day}, f"C-{day}")
        found = list(book.trail(NOON + timedelta(days=1), NOON + timedelta(days=3)))
        assert [line.case_id for line in found] == ["C-1", "C-2"]
        assert [line.case_id for line in book.trail(NOON + timedelta(days=4))] == ["C-4"]
        assert found[0].rev == 1
        assert len(found[0].link) == 64


def test_what_cannot_be_read_is_listed_as_such(book: Casebook, home: Path) -> None:
    saved = [book.save({"v": number}, f"C-{number}") for number in range(3)]
    with closing(sqlite3.connect(home / FILE_NAME)) as raw, raw:
        raw.execute("DROP TRIGGER revision_is_final")
        raw.execute("UPDATE revision SET cover = zeroblob(90) WHERE seq = ?", (saved[1].seq,))
    lines = {line.seq: line for line in book.trail()}
    assert lines[saved[1].seq].state is State.DAMAGED
    assert lines[saved[2].seq].case_id == "C-2"


def test_the_trail_tells_how_far_it_is(book: Casebook) -> None:
    for number in range(600):
        book.record("counted", number=number)
    told: list[int] = []
    list(book.trail(progress=told.append))
    assert told == [500]


def test_a_new_a_changed_and_a_removed_policy_file_are_events_and_nothing_else_is(book: Casebook) -> None:
    described: list[str] = []

    def describe(name: str) -> dict[str, str]:
        described.append(name)
        return {"number": "MP-1"}

    first = {"policy/a.toml": "aa", "plan/p.toml": "pp"}
    assert set(book.shelf.compare(first, describe)) == {EventKind.POLICY_ADDED, EventKind.PLAN_ADDED}
    before = book.data_version
    assert book.shelf.compare(first, describe) == []
    assert book.data_version == before, "the same files write nothing"
    second = {"policy/a.toml": "bb"}
    assert book.shelf.compare(second, describe) == [EventKind.PLAN_REMOVED, EventKind.POLICY_CHANGED]
    changed = next(line for line in book.trail() if line.action == EventKind.POLICY_CHANGED)
    assert dict(changed.detail) == {"file": "policy/a.toml", "sha256": "bb", "number": "MP-1"}
    assert described == ["plan/p.toml", "policy/a.toml", "policy/a.toml"]


def test_a_witness_fits_the_place_that_it_saw(book: Casebook) -> None:
    saved = book.save({"v": 1}, "C-1")
    assert book.witness_fits((saved.seq, saved.link)) is WitnessFit.FITS
    assert book.witness_fits((saved.seq, saved.link.upper())) is WitnessFit.FITS
    assert book.witness_fits((saved.seq, "0" * 64)) is WitnessFit.ANOTHER
    assert book.witness_fits((saved.seq + 1, saved.link)) is WitnessFit.BEYOND
    assert book.witness_fits((-3, saved.link)) is WitnessFit.MISSING
    assert not WitnessFit.ANOTHER.good


@pytest.mark.parametrize("other", [0, 1])
def test_saves_that_belong_together_are_kept_all_or_not_at_all(book: Casebook, other: int) -> None:
    first = book.save({"v": 1}, "C-1")
    changes = [
        (Change("L-1", {"kind": "letter"}, 0), "signed a letter"),
        (Change("C-1", {"v": 2}, other), "signed"),
    ]
    if other == first.rev:
        kept = book.save_together(changes)
        assert [saved.seq for saved in kept] == [first.seq + 1, first.seq + 2]
        assert [entry.action for entry in book.history("C-1")] == ["saved", "signed"]
        return
    with pytest.raises(StaleSave):
        book.save_together(changes)
    assert book.worklist("letter") == []
