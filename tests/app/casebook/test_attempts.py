"""Failed attempts to sign in: they wait longer and longer, over restarts, and are told in the trail."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.casebook import Casebook, NotLetIn, TooSoon, attempts
from app.casebook.attempts import LONGEST_WAIT, NOBODY, wait_after
from app.casebook.file import FILE_NAME
from app.casebook.ledger import OWN
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES

Unlock = Callable[[Person], Casebook]


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)
        self.run = 1000

    def uptime(self) -> int:
        """Seconds since the computer was started."""
        return self.run

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: int) -> None:
        """Let time go by."""
        self.set(seconds)
        self.run += seconds

    def set(self, seconds: int) -> None:
        """Set the clock forward, or back."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(attempts, "uptime", clock.uptime)
    return clock


def fail(home: Path, clock: Clock, typed: str = "something wrong") -> None:
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, ANA.name, typed, clock=clock)


def left(home: Path, clock: Clock) -> int:
    with pytest.raises(TooSoon) as refused:
        Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock)
    assert f"{refused.value.seconds} seconds" in str(refused.value)
    return refused.value.seconds


def events(book: Casebook, clock: Clock) -> list[tuple[str, str, object]]:
    return [
        (entry.actor, entry.action, entry.document["detail"])
        for entry in book._ledger.chain(f"events {clock.now:%Y-%m}", OWN)
    ]


def test_three_attempts_are_free_and_then_waits_double_to_five_minutes() -> None:
    waits = [wait_after(failures) for failures in range(14)]
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert wait_after(10**9) == LONGEST_WAIT


def test_the_right_passphrase_waits_as_well(home: Path, clock: Clock) -> None:
    for _ in range(3):
        fail(home, clock)
    assert left(home, clock) == 2
    clock.move(1)
    assert left(home, clock) == 1
    clock.move(1)
    fail(home, clock)
    assert left(home, clock) == 4
    clock.move(4)
    Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock).close()
    for _ in range(3):  # who got in begins anew
        fail(home, clock)


def test_an_attempt_that_has_to_wait_counts_as_none(home: Path, clock: Clock) -> None:
    for _ in range(3):
        fail(home, clock)
    for _ in range(5):
        assert left(home, clock) == 2


def test_a_clock_set_back_neither_opens_at_once_nor_locks_out_for_ever(home: Path, clock: Clock) -> None:
    for _ in range(3):
        fail(home, clock)
    clock.set(-86400 * 365)
    assert left(home, clock) == 4  # noted as one more
    clock.move(3)
    assert left(home, clock) == 1
    clock.move(1)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock) as book:
        assert [detail["way"] for _, _, detail in events(book, clock) if isinstance(detail, dict)] == [
            "passphrase",
            "passphrase",
            "passphrase",
            "clock set back",
        ]


def test_a_clock_set_forward_ends_no_wait(home: Path, clock: Clock) -> None:
    for _ in range(3):
        fail(home, clock)
    clock.set(86400)
    assert left(home, clock) == 2
    clock.move(2)
    fail(home, clock)  # noted as of tomorrow
    clock.set(-86400)
    assert left(home, clock) == 8  # the clock was set back: one more


def test_a_computer_that_was_started_anew_is_asked_by_its_clock_alone(home: Path, clock: Clock) -> None:
    for _ in range(3):
        fail(home, clock)
    clock.set(2)
    clock.run = 5
    Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock).close()


def test_the_computers_own_count_of_its_seconds_goes_on() -> None:
    assert 0 < attempts.uptime() <= attempts.uptime()


@pytest.mark.parametrize("at", [2**62, -(2**62), 2**31])
def test_a_note_with_an_absurd_time_does_not_lock_out_for_ever(home: Path, clock: Clock, at: int) -> None:
    with closing(sqlite3.connect(home / FILE_NAME)) as raw, raw:
        raw.executemany("INSERT INTO attempt VALUES (?, ?, x'00')", [(at, at)] * 20)
    for _ in range(3):
        try:
            book = Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock)
        except TooSoon as error:
            clock.move(error.seconds)
        else:
            book.close()
            return
    pytest.fail("still locked out")


def test_failures_are_told_in_the_trail_by_who_gets_in_next_and_name_nobody(home: Path, clock: Clock) -> None:
    fail(home, clock, "my secret typed wrong")
    clock.move(60)
    with Casebook.unlock(home, INES.name, PASSPHRASES[INES], clock=clock) as book:
        (told,) = events(book, clock)
        actor, action, detail = told
        assert (actor, action) == (NOBODY, "failed to unlock")
        assert isinstance(detail, dict)
        assert detail["at"] == (clock.now - timedelta(seconds=60)).isoformat()
        assert "secret" not in str(told)
        assert book._file.query("SELECT count(*) FROM attempt") == [(0,)]
        assert book.verify() == []


def test_a_wrong_passphrase_at_signing_counts_too(home: Path, clock: Clock) -> None:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock) as book:
        for _ in range(3):
            with pytest.raises(NotLetIn):
                book.identity("wrong passphrase")
        with pytest.raises(TooSoon):
            book.identity(PASSPHRASES[ANA])
        clock.move(2)
        book.identity(PASSPHRASES[ANA])


def test_very_many_failures_are_one_line_more(home: Path, clock: Clock) -> None:
    for _ in range(60):
        try:
            fail(home, clock)
        except TooSoon as error:
            clock.move(error.seconds)
            fail(home, clock)
    clock.move(LONGEST_WAIT)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=clock) as book:
        told = events(book, clock)
        assert len(told) == 51
        last = told[-1][2]
        assert isinstance(last, dict)
        assert last["further"] == 10


def test_a_changed_note_is_found_and_still_told(home: Path, unlock: Unlock, clock: Clock) -> None:
    fail(home, clock)
    book = unlock(ANA)  # takes the note in
    fail(home, clock)
    with closing(sqlite3.connect(home / FILE_NAME)) as raw, raw:
        raw.execute("UPDATE attempt SET at = at - 1")
    assert "note of a failed attempt" in str(book.verify()[0])
    with unlock(INES) as again:
        assert [detail["way"] for _, _, detail in events(again, clock) if isinstance(detail, dict)] == [
            "passphrase",
            "unreadable note",
        ]
        assert "note of a failed attempt" in str(again.verify()[0]), "found before it was taken in"
    book.close()
    with unlock(ANA) as later:
        assert later.verify() == []
