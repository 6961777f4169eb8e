"""The letters of a day as files: whole and listed, or nothing at all."""

import csv
import hashlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from app.casebook import Casebook, EventKind, Saved, Scalar
from app.copies import Copy
from app.desk import open_case
from app.determination import Outcome, determine
from app.errors import DictamenError
from app.signed_letters import SignedCopy
from reports import batch
from reports.batch import cover_list, export_day, letters_of
from reports.page import build_pdf
from tests.app.desk_fixtures import REVIEWER, keep_sample, make_casebook, sample_case, unlock
from tests.reports.test_page import page_texts

AT = datetime.fromisoformat("2026-11-24T16:00:00-04:00")
DAY = date(2026, 11, 24)
BLANK = build_pdf(cover_list(DAY, (), "en"))


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """Two letters of the day, one with its copies, and one of the day before."""
    home = tmp_path / "home"
    make_casebook(home)
    with unlock(home, REVIEWER) as casebook:
        for sample, number, at in (
            ("01", "D-20261124-AAAAAA", AT),
            ("02", "D-20261124-BBBBBB", AT),
            ("05", "D-20261123-CCCCCC", AT.replace(day=23)),
        ):
            case = open_case(casebook, keep_sample(home, sample))
            review = case.judgment.review
            assert review is not None
            decided = determine(review, Outcome.APPROVE, REVIEWER, at, None)
            beside = [SignedCopy(Copy.MEMBER.value, "es", BLANK)] if sample == "01" else []
            case.keep_letter(decided, number, "es", BLANK, Copy.BOTH.value, beside)
        yield casebook


class Stopped(Exception):
    """A person stopped it."""


def nothing(_: int) -> None:
    """No progress is shown."""


def test_every_letter_of_the_day_is_there_byte_for_byte(casebook: Casebook, tmp_path: Path) -> None:
    made = export_day(casebook, DAY, tmp_path, language="en", tell=nothing)
    assert made.folder == tmp_path / "letters-2026-11-24"
    assert sorted(file.name for file in made.folder.iterdir()) == [
        "D-20261124-AAAAAA-both-es.pdf",
        "D-20261124-AAAAAA-member-es.pdf",
        "D-20261124-BBBBBB-both-es.pdf",
        "list.csv",
        "list.pdf",
    ]
    for listed in made.letters:
        data = (made.folder / listed.file).read_bytes()
        assert data == BLANK
        assert hashlib.sha256(data).hexdigest() == listed.sha256


def test_the_list_names_every_file_and_nobody(casebook: Casebook, tmp_path: Path) -> None:
    made = export_day(casebook, DAY, tmp_path, language="es", tell=nothing)
    text = (made.folder / "list.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["file"] for row in rows] == [listed.file for listed in made.letters]
    printed = " ".join(page_texts((made.folder / "list.pdf").read_bytes()))
    assert "Cartas del 24 de noviembre de 2026" in printed
    for listed in made.letters:
        assert listed.number in printed
    member = sample_case("01")["member"]
    assert isinstance(member, dict)
    for told in (text, printed, str(made.folder), *(row["file"] for row in rows)):
        assert str(member["family_name"]) not in told


def test_each_letter_and_the_batch_are_recorded(casebook: Casebook, tmp_path: Path) -> None:
    made = export_day(casebook, DAY, tmp_path, language="en", tell=nothing)
    for case_id in {listed.case_id for listed in made.letters}:
        saved = [event for event in casebook.events.about(case_id) if "saved the letter" in event.action]
        assert len(saved) == sum(listed.case_id == case_id for listed in made.letters)


TOLD = 3 + 1 + 5 + 3  # letters, the list, files flushed, letters recorded


def gone(folder: Path, before: set[Path]) -> bool:
    """Whether a stopped work is cleared away; a slow disk may take longer than the answer."""
    for _ in range(1000):
        if set(folder.iterdir()) == before:
            return True
        time.sleep(0.01)
    return False


def test_a_batch_that_is_stopped_at_any_step_leaves_nothing(casebook: Casebook, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    for after in range(1, TOLD + 1):
        calls = itertools.count(1)

        def stop(_: int, after: int = after, calls: Iterator[int] = calls) -> None:
            if next(calls) == after:
                raise Stopped

        with pytest.raises(Stopped):
            export_day(casebook, DAY, tmp_path, language="en", tell=stop)
        assert gone(tmp_path, before)
    cases = {str(row.cover["about"]) for row in letters_of(casebook, DAY)}
    assert not any(EventKind.LETTER_SAVED in told_of(casebook, case_id) for case_id in cases)
    assert casebook.verify() == []
    made = export_day(casebook, DAY, tmp_path, language="en", tell=nothing)
    assert len(made.letters) == 3
    assert all(EventKind.LETTER_SAVED in told_of(casebook, case_id) for case_id in cases)
    assert casebook.verify() == []


def told_of(casebook: Casebook, case_id: str) -> list[str]:
    return [event.action for event in casebook.events.about(case_id)]


def test_it_can_be_stopped_at_every_step(casebook: Casebook, tmp_path: Path) -> None:
    told: list[int] = []
    export_day(casebook, DAY, tmp_path, language="en", tell=told.append)
    assert told == [1, 2, 3] + [3] * (TOLD - 3)


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from reports.batch import export_day
from tests.app.desk_fixtures import REVIEWER, unlock

home, out, after = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
calls = iter(range(1, 100))

def tell(_):
    if next(calls) == after:
        os.kill(os.getpid(), signal.SIGKILL)

with unlock(home, REVIEWER) as casebook:
    export_day(casebook, date(2026, 11, 24), out, language="en", tell=tell)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process as POSIX does")
@pytest.mark.parametrize("after", [2, TOLD])
def test_a_batch_that_is_killed_leaves_no_folder_and_is_cleared_by_the_next(
    after: int, casebook: Casebook, tmp_path: Path
) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    out.mkdir()
    casebook.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(home), str(out), str(after)], check=False)
    assert killed.returncode == -signal.SIGKILL
    (left,) = out.iterdir()
    assert left.name.startswith(".dictamen-")
    with unlock(home, REVIEWER) as again:
        assert again.verify() == []
        first = export_day(again, DAY, out, language="en", tell=nothing)
        assert left.exists(), "it might be another one's that is under way"
        shutil.rmtree(first.folder)
        long_ago = time.time() - 2 * 3600
        os.utime(left, (long_ago, long_ago))
        made = export_day(again, DAY, out, language="en", tell=nothing)
    assert list(out.iterdir()) == [made.folder]


def test_a_folder_that_cannot_be_put_in_place_is_recorded_as_not_done(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(tmp_path.iterdir())

    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    said: list[str] = []
    append = casebook.events.append

    def heard(action: str, detail: Mapping[str, Scalar]) -> Saved:
        said.append(str(action))
        return append(action, detail)

    monkeypatch.setattr(casebook.events, "append", heard)
    monkeypatch.setattr("reports.batch_folder.os.rename", refuse)
    with pytest.raises(DictamenError, match="the disk is full"):
        export_day(casebook, DAY, tmp_path, language="en", tell=nothing)
    assert set(tmp_path.iterdir()) == before
    assert said[-2:] == ["saved the letters of a day as files", "could not do what was recorded before"]


def test_many_letters_have_several_lists(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "MOST_LISTED", 2)
    made = export_day(casebook, DAY, tmp_path, language="en", tell=nothing)
    printed = sorted(made.folder.glob("list*.pdf"))
    assert [file.name for file in printed] == ["list-1.pdf", "list-2.pdf"]
    text = " ".join(" ".join(page_texts(file.read_bytes())) for file in printed)
    assert all(text.count(listed.number) >= 1 for listed in made.letters)


def test_a_folder_of_that_day_is_never_written_over(casebook: Casebook, tmp_path: Path) -> None:
    (tmp_path / "letters-2026-11-24").mkdir()
    with pytest.raises(DictamenError, match="is there already"):
        export_day(casebook, DAY, tmp_path, language="en", tell=nothing)


def test_a_day_without_letters_makes_no_folder(casebook: Casebook, tmp_path: Path) -> None:
    assert not letters_of(casebook, date(2026, 11, 22))
    with pytest.raises(DictamenError, match="no letter is dated 2026-11-22"):
        export_day(casebook, date(2026, 11, 22), tmp_path, language="en", tell=nothing)
