"""Checking and opening a casebook while others work in it: what they do in between is no damage."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.casebook import Busy, Casebook, KeyChanged, patience, staff, verify
from app.casebook.ledger import Ledger
from tests.tools.flip_casebook import ANA, CHEAP, PASSPHRASE


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Casebook.create(tmp_path, ANA, PASSPHRASE, cost=CHEAP) as book:
        for number in range(3):
            book.save({"v": 1}, f"C-{number}")
    return tmp_path


@pytest.fixture
def other(home: Path) -> Iterator[Casebook]:
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        yield book


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str, Callable[[], object]], list[bool]]:
    """Has something done, once, right after a method has returned; tells whether that was possible."""

    def arrange(owner: object, name: str, action: Callable[[], object]) -> list[bool]:
        monkeypatch.setattr(patience, "BUSY_SECONDS", 0)
        method = getattr(owner, name)
        done: list[bool] = []

        def and_then(*given: Any, **named: Any) -> Any:
            result = method(*given, **named)
            if name != "page" or not result:  # of pages, the last
                with suppress(Busy):
                    monkeypatch.setattr(owner, name, method)
                    done.append(False)
                    action()
                    done[-1] = True
            return result

        monkeypatch.setattr(owner, name, and_then)
        return done

    return arrange


def test_a_save_right_after_the_walk_is_no_finding(home: Path, other: Casebook, between: Any) -> None:
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        done = between(Ledger, "page", lambda: other.save({"v": 1}, "C-9"))
        assert book.verify() == []
    assert done == [True]


def test_a_save_while_somebody_opens_the_casebook_is_no_finding(
    home: Path, other: Casebook, between: Any
) -> None:
    done = between(Ledger, "at", lambda: other.save({"v": 1}, "C-9"))
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        assert book.warnings == []
    assert len(done) == 1


def test_a_new_key_while_somebody_opens_the_casebook_locks_nobody_out(
    home: Path, other: Casebook, between: Any
) -> None:
    done = between(staff, "slots", other.rekey.run)
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        assert book.verify() == []
    assert len(done) == 1


def test_a_new_key_during_the_check_ends_it_and_is_no_finding(
    home: Path, other: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "_TELL_EVERY", 4)
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:

        def rekey(_seq: int) -> None:
            other.rekey.run()

        with pytest.raises(KeyChanged, match="sign in again"):
            book.verify(progress=rekey)
