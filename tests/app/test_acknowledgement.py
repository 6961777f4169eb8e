"""An advisory that somebody has seen: kept with who and when, and nothing else changes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.acknowledgement import Acknowledgement
from app.case import CaseRecord, cover_of, record_from
from app.casebook import Casebook, Cost
from app.desk import OpenCase, add_case, open_case
from app.people import Person, Role
from tests.app.case_documents import continuation_case

SEEN = "label_blood_counts"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenCase]:
    person = Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001")
    cost = Cost(memory_kib=8, iterations=1, lanes=1)
    with Casebook.create(tmp_path / "home", person, "four plain words", cover_of=cover_of, cost=cost) as book:
        yield open_case(book, add_case(book, continuation_case()).case_id)


def test_who_has_seen_an_advisory_is_kept_with_the_time(opened: OpenCase) -> None:
    judgment = opened.judgment
    opened.acknowledge(SEEN, seen=True)
    (kept,) = opened.record.acknowledged
    assert (kept.code, kept.by) == (SEEN, "Ana Ruiz Ejemplo, RN")
    assert abs((datetime.now(UTC) - kept.at).total_seconds()) < 60
    opened.reload()
    assert opened.record.acknowledged == (kept,)
    assert opened.judgment.finding == judgment.finding
    assert opened.judgment.review is not None
    assert judgment.review is not None
    assert opened.judgment.review.advisories == judgment.review.advisories


def test_seen_is_kept_once_and_can_be_taken_back(opened: OpenCase) -> None:
    opened.acknowledge(SEEN, seen=True)
    opened.acknowledge("label_liver_tests", seen=True)
    opened.acknowledge(SEEN, seen=True)
    assert sorted(item.code for item in opened.record.acknowledged) == [SEEN, "label_liver_tests"]
    opened.acknowledge(SEEN, seen=False)
    assert [item.code for item in opened.record.acknowledged] == ["label_liver_tests"]


def test_a_change_of_the_case_keeps_what_was_seen(opened: OpenCase) -> None:
    opened.acknowledge(SEEN, seen=True)
    opened.set("request.start_date", "2026-12-01")
    opened.undo()
    assert [item.code for item in opened.record.acknowledged] == [SEEN]


def test_a_record_from_before_acknowledgements_is_read() -> None:
    document = CaseRecord(continuation_case()).to_document()
    del document["acknowledged"]
    assert record_from(document).acknowledged == ()


def test_a_record_comes_back_as_it_was() -> None:
    at = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
    record = CaseRecord(continuation_case(), acknowledged=(Acknowledgement(SEEN, "Ana", at),))
    assert record_from(record.to_document()) == record
