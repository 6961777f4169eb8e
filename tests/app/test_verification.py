from pathlib import Path

import pytest

from app.casebook import EventKind, Trouble, TroubleKind, WitnessFit
from app.history_words import action_words, fit_words, known
from app.verification import Finding, Verification, check_casebook
from tests.app.desk_fixtures import REVIEWER, make_casebook, unlock


def finding(seq: int | None) -> Finding:
    return Finding(Trouble(seq, "x"), "means", "advice")


@pytest.mark.parametrize("kind", TroubleKind)
def test_every_kind_of_finding_is_explained(kind: TroubleKind) -> None:
    assert known(f"trouble.{kind}.means")
    assert known(f"trouble.{kind}.do")


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_has_words(kind: EventKind) -> None:
    assert known(f"action.{kind}")
    assert action_words(kind, "es") != kind


@pytest.mark.parametrize("fit", WitnessFit)
@pytest.mark.parametrize("what", ["letter", "report"])
def test_every_fit_of_a_witness_has_a_sentence(fit: WitnessFit, what: str) -> None:
    assert "7" in fit_words(fit, 7, what)
    assert fit_words(fit, 7, what, "es") != fit_words(fit, 7, what)


def test_the_first_bad_revision_is_the_one_at_the_earliest_place() -> None:
    found = Verification((finding(None), finding(9), finding(4)), 12, None)
    assert found.first is not None
    assert found.first.trouble.seq == 4
    assert Verification((finding(None),), 1, None).first == finding(None)
    assert Verification((), 1, None).first is None


def test_a_casebook_that_cannot_be_written_is_checked_all_the_same(tmp_path: Path) -> None:
    make_casebook(tmp_path / "home")
    with unlock(tmp_path / "home", REVIEWER) as casebook:
        casebook._file.write("PRAGMA query_only = ON")
        assert check_casebook(casebook).good


def test_progress_is_told_and_may_end_the_check(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(_: int) -> None:
        raise Stopped

    make_casebook(tmp_path / "home")
    with unlock(tmp_path / "home", REVIEWER) as casebook:
        for number in range(500):
            casebook.record("counted", number=number)
        with pytest.raises(Stopped):
            check_casebook(casebook, progress=stop)
        assert EventKind.CASEBOOK_CHECKED not in {line.action for line in casebook.trail()}
