"""The member's course from the casebook: identity, the cycle that comes next, and what is told."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.course import course_of
from app.course_notices import CourseNotice, course_notices, suggested_cycle
from app.course_words import course_words
from app.desk import OpenCase
from app.determination import Outcome
from app.result import result_document
from app.text import LANGUAGES
from tests.app.case_documents import REMOVED, Document, changed
from tests.app.course_cases import (
    OTHER_MBI,
    START,
    course_so_far,
    decided,
    first_cycle,
    later_cycle,
    somebody_else,
    waiting,
)
from tests.app.desk_fixtures import PHYSICIAN, make_casebook, unlock

LAST_DAY = START + timedelta(days=20)
SECOND_START = LAST_DAY + timedelta(days=1)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    make_casebook(tmp_path / "book")
    with unlock(tmp_path / "book", PHYSICIAN) as book:
        yield book


def notices(casebook: Casebook, case: OpenCase) -> dict[str, CourseNotice]:
    found = course_notices(course_so_far(casebook, case), case.record, case.judgment)
    return {notice.code: notice for notice in found}


def suggestion(casebook: Casebook, case: OpenCase) -> tuple[int, str] | None:
    found = suggested_cycle(course_so_far(casebook, case), case.record, case.judgment)
    return None if found is None else (found.number, found.reason["en"])


# ---------------------------------------------------------------- which cases are the member's


def test_the_same_member_id_or_the_same_mbi_makes_a_case_the_members(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    by_id = waiting(casebook, later_cycle(2, SECOND_START, ("member.mbi", REMOVED)))
    by_mbi = waiting(casebook, later_cycle(2, SECOND_START, ("member.member_id", "X777")))
    typed = waiting(casebook, later_cycle(2, SECOND_START, ("member.member_id", " m00012345 ")))
    for case in (by_id, by_mbi, typed):
        (cycle,) = course_so_far(casebook, case).cycles
        assert (cycle.number, cycle.letter) == (1, "D-1")
        assert (cycle.first_day, cycle.last_day) == (START, LAST_DAY)


def test_names_are_a_hint_and_never_identity(casebook: Casebook) -> None:
    ours = first_cycle()
    decided(casebook, ours, "D-1")
    alike = somebody_else(
        later_cycle(2, SECOND_START),
        given_name="Maria  del carmen",
        family_name="EJEMPLO NUNEZ",
        birth_date=ours["member"]["birth_date"],
    )
    case = waiting(casebook, alike)
    course = course_so_far(casebook, case)
    assert (course.cycles, course.decided, len(course.look_alikes)) == ((), (), 1)
    said = notices(casebook, case)["course_perhaps_same_person"].text["en"]
    assert course.look_alikes[0] in said
    assert not [name for name in ("Núñez", "María", "M00012345", "D-1") if name in said]


def test_other_members_and_other_policies_never_appear(casebook: Casebook) -> None:
    decided(casebook, somebody_else(first_cycle()), "D-1")
    case = waiting(casebook, first_cycle())
    course = course_so_far(casebook, case)
    assert (course.cycles, course.decided, course.waiting, course.look_alikes) == ((), (), (), ())
    assert suggestion(casebook, case) == (1, "This casebook knows no approved cycle of this member.")


def test_a_case_without_any_id_finds_nobody(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    nameless = waiting(casebook, later_cycle(2, SECOND_START, ("member", {"language": "es"})))
    assert course_so_far(casebook, nameless).cycles == ()
    assert suggestion(casebook, nameless) is None


# ---------------------------------------------------------------- which cycle comes next


def test_the_next_cycle_follows_from_the_last_approved_one(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    decided(casebook, later_cycle(2, SECOND_START), "D-2")
    case = waiting(casebook, later_cycle(5, SECOND_START + timedelta(days=28)))
    said = "Cycle 2 was approved from 21-Dec-2026 to 17-Jan-2027, letter D-2."
    assert suggestion(casebook, case) == (3, said)
    differs = notices(casebook, case)["course_cycle_differs"].text
    assert differs["en"].startswith("The request says cycle 5; from what is known, cycle 3 comes next.")
    assert "del 21-dic-2026 al 17-ene-2027, carta D-2" in differs["es"]


def test_a_denied_cycle_is_not_one_that_was_given(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    decided(casebook, later_cycle(2, SECOND_START), "D-2", Outcome.DENY)
    case = waiting(casebook, later_cycle(2, SECOND_START))
    found = suggestion(casebook, case)
    assert found is not None
    assert found[0] == 2
    assert "course_cycle_approved_already" not in notices(casebook, case)


@pytest.mark.parametrize(
    ("approved", "elsewhere", "expected"),
    [
        ([], 0, 1),
        ([], 2, 3),
        ([1], 0, 2),
        ([1], 1, 3),  # nobody had asked when cycle 1 was approved
        ([3], 2, 4),  # cycle 3 was numbered over the whole course
        ([3, 4], 2, 5),
    ],
)
def test_cycles_under_another_plan_count(
    casebook: Casebook, approved: list[int], elsewhere: int, expected: int
) -> None:
    for place, cycle in enumerate(approved):
        start = START + timedelta(days=28 * place)
        decided(casebook, first_cycle() if cycle == 1 else later_cycle(cycle, start), f"D-{cycle}")
    document = later_cycle(2, START + timedelta(days=28 * len(approved)))
    case = waiting(casebook, {**document, "course": {"other_payer_cycles": elsewhere}})
    found = suggestion(casebook, case)
    assert found is not None
    assert found[0] == expected
    assert "other plan" in found[1] or "nother plan" in found[1]


def test_whether_another_plan_paid_is_asked_once(casebook: Casebook) -> None:
    case = waiting(casebook, first_cycle())
    assert "inotuzumab ozogamicin" in notices(casebook, case)["course_other_payer_not_asked"].text["en"]
    decided(casebook, {**first_cycle(), "course": {"other_payer_cycles": 0}}, "D-1")
    second = waiting(casebook, later_cycle(2, SECOND_START))
    assert "course_other_payer_not_asked" not in notices(casebook, second)
    assert "course_cycle_differs" not in notices(casebook, second)


def test_a_decided_case_is_told_nothing_and_sees_only_what_came_before(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    second = decided(casebook, later_cycle(2, SECOND_START), "D-2")
    assert (notices(casebook, first), suggestion(casebook, first)) == ({}, None)
    assert course_so_far(casebook, first).cycles == ()
    assert [cycle.number for cycle in course_so_far(casebook, second).cycles] == [1]


# ---------------------------------------------------------------- windows, gaps, intent


def test_dates_that_overlap_an_approved_cycle_are_told(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    last_day = waiting(casebook, later_cycle(2, LAST_DAY))
    after = waiting(casebook, later_cycle(2, SECOND_START))
    assert "cycle 1, approved from" in notices(casebook, last_day)["course_window_overlaps"].text["en"]
    assert "course_window_overlaps" not in notices(casebook, after)


def test_a_cycle_that_is_approved_already_is_told_once_with_its_letter(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    codes = notices(casebook, waiting(casebook, first_cycle()))
    assert "D-1" in codes["course_cycle_approved_already"].text["es"]
    assert not codes.keys() & {"course_window_overlaps", "course_cycle_differs"}


def test_another_open_request_for_the_same_cycle_is_told(casebook: Casebook) -> None:
    first = waiting(casebook, first_cycle())
    second = waiting(casebook, first_cycle())
    assert first.case_id in notices(casebook, second)["course_duplicate_request"].text["en"]
    third = waiting(casebook, later_cycle(2, SECOND_START))
    assert "course_duplicate_request" not in notices(casebook, third)


@pytest.mark.parametrize(("days", "is_told"), [(1, False), (28, False), (29, True), (90, True)])
def test_a_gap_of_more_than_a_whole_cycle_suggests_an_interruption(
    casebook: Casebook, days: int, is_told: bool
) -> None:
    decided(casebook, first_cycle(), "D-1")
    case = waiting(casebook, later_cycle(2, LAST_DAY + timedelta(days=days)))
    found = notices(casebook, case).get("course_interrupted")
    assert (found is not None) is is_told
    if found:
        assert found.text["en"].startswith(f"{days - 1} days lie between the last day of cycle 1")
        assert "Limits.A.ii" in found.source


@pytest.mark.parametrize(
    ("before", "now", "is_told"),
    [(True, False, True), (False, True, True), (True, True, False), (True, None, False), (None, True, False)],
)
def test_a_change_of_transplant_intent_is_told_with_its_rule(
    casebook: Casebook, before: bool | None, now: bool | None, is_told: bool
) -> None:
    decided(casebook, later_cycle(2, START, *_intent(before)), "D-2")
    case = waiting(casebook, later_cycle(3, START + timedelta(days=28), *_intent(now)))
    found = notices(casebook, case).get("course_intent_changed")
    assert (found is not None) is is_told
    if found:
        assert "Count every cycle so far" in found.text["en"]
        assert "B.iii.A" in found.source


def _intent(value: bool | None) -> list[tuple[str, object]]:
    return [("answers.hsct_planned", REMOVED if value is None else {"value": value})]


def test_a_cycle_carries_the_response_that_the_next_request_answered(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    shown = {"value": "none", "evidence": ["E1"]}
    decided(casebook, later_cycle(2, SECOND_START, ("answers.response", shown)), "D-2")
    case = waiting(casebook, later_cycle(3, SECOND_START + timedelta(days=28)))
    assert [cycle.response for cycle in course_so_far(casebook, case).cycles] == ["none", "cr"]


def test_of_two_requests_for_one_cycle_the_decided_one_tells_the_response(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    shown = {"value": "none", "evidence": ["E1"]}
    decided(casebook, later_cycle(2, SECOND_START, ("answers.response", shown)), "D-2")
    waiting(casebook, later_cycle(2, SECOND_START))
    again = waiting(casebook, later_cycle(2, SECOND_START))
    assert [cycle.response for cycle in course_so_far(casebook, again).cycles] == ["none", None]


def test_no_start_date_means_no_word_on_windows(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    case = waiting(casebook, later_cycle(2, SECOND_START, ("request.start_date", REMOVED)))
    assert not notices(casebook, case).keys() & {"course_window_overlaps", "course_interrupted"}


# ---------------------------------------------------------------- never a criterion, in both languages, fast


def test_nothing_of_the_course_changes_a_result(casebook: Casebook) -> None:
    plain = waiting(casebook, later_cycle(2, SECOND_START))
    asked = waiting(casebook, {**later_cycle(2, SECOND_START), "course": {"other_payer_cycles": 6}})
    assert plain.judgment.review is not None
    assert asked.judgment.review is not None
    assert result_document(plain.judgment.review) == result_document(asked.judgment.review)


def test_every_sentence_is_there_in_both_languages_with_the_same_facts() -> None:
    words = course_words()
    assert len(words.texts) > 10
    for text in words.texts.values():
        assert set(text) == set(LANGUAGES)
        assert text["en"] != text["es"]
        facts = [{part.split("}")[0] for part in text[language].split("{")[1:]} for language in LANGUAGES]
        assert facts[0] == facts[1]


def test_dates_read_as_each_language_wants() -> None:
    said = course_words().say(
        "last_approved", cycle=2, first_day=date(2026, 1, 4), last_day=date(2026, 12, 31), letter="D-9"
    )
    assert said["en"] == "Cycle 2 was approved from 04-Jan-2026 to 31-Dec-2026, letter D-9."
    assert said["es"] == "El ciclo 2 se aprobó del 04-ene-2026 al 31-dic-2026, carta D-9."


def test_looking_up_the_course_takes_no_search_of_the_casebook(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = decided(casebook, first_cycle(), "D-1")
    later = waiting(casebook, later_cycle(2, SECOND_START))
    course_so_far(casebook, later)

    def refuse(*_: object) -> None:
        raise AssertionError("the whole worklist was searched")

    monkeypatch.setattr(casebook.database.table("worklist"), "search", refuse)
    monkeypatch.setattr("app.casebook.cases.Cases.search", refuse)
    assert [cycle.case_id for cycle in course_so_far(casebook, later).cycles] == [case.case_id]


def test_the_index_follows_every_save(casebook: Casebook) -> None:
    case = waiting(casebook, later_cycle(2, SECOND_START))
    assert [row.case_id for row in casebook.matching("member_id", "M00012345")] == [case.case_id]
    case.set("member.member_id", "M00054321")
    assert casebook.matching("member_id", "M00012345") == []
    assert [row.rev for row in casebook.matching("member_id", " m00054321")] == [2]
    assert casebook.matching("no_such_column", "x") == []


def big_worklist(casebook: Casebook, count: int) -> None:
    """As many lines as a large clinic has, straight into the index: saving them would take a minute."""
    index = casebook._cases.index
    template = next(iter(index.rows().values()))
    for place in range(count):
        cover = {**template.cover, "member_id": f"Z{place}", "mbi": None}
        row = replace(template, case_id=f"C-{place}", cover=cover)
        index._rows[row.case_id] = row


def test_ten_thousand_cases_do_not_slow_the_course(casebook: Casebook) -> None:
    decided(casebook, first_cycle(), "D-1")
    later = waiting(casebook, later_cycle(2, SECOND_START))
    big_worklist(casebook, 10_000)
    course_so_far(casebook, later)  # the first asking builds the index
    began = time.process_time()
    for _ in range(20):
        course = course_of(casebook, later.record, later.judgment, later.case_id)
    assert [cycle.letter for cycle in course.cycles] == ["D-1"]
    assert (time.process_time() - began) / 20 < 0.01


def test_cases_of_one_mbi_under_two_member_ids_are_listed_once(casebook: Casebook) -> None:
    decided(casebook, first_cycle(("member.mbi", OTHER_MBI)), "D-1")
    document: Document = changed(later_cycle(2, SECOND_START), ("member.mbi", "2EG4-TE5-MK73"))
    assert len(course_so_far(casebook, waiting(casebook, document)).cycles) == 1
