"""The contract of a store of documents, held against each backend."""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    rule,
    run_state_machine_as_test,
)
from tinydb import where

from app.casebook import Casebook, NoSuchCase, NotAllowed, StaleSave
from app.casebook.repository import Repository
from app.errors import InvalidInput
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, QUINN, cover
from tests.app.casebook.memory import MemoryRepository, Shelf

Sitting = Callable[[Person], Repository]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
).filter(lambda value: "\\ud" not in ascii(value))


@pytest.fixture(params=["SQLite", "memory"])
def sitting(request: pytest.FixtureRequest) -> Sitting:
    """Gives the store as a person sees it; all persons of a test see the same one."""
    if request.param == "SQLite":
        unlock: Sitting = request.getfixturevalue("unlock")
        return unlock
    shelf = Shelf()
    return lambda person: MemoryRepository(shelf, person, cover)


@pytest.fixture
def store(sitting: Sitting) -> Repository:
    return sitting(ANA)


def test_it_is_a_repository(store: Repository, book: Casebook) -> None:
    same: Repository = book  # for mypy, which compares the signatures too
    assert isinstance(store, Repository)
    assert isinstance(same, Repository)


def test_what_is_saved_comes_back_with_who_and_when(store: Repository) -> None:
    before = datetime.now(UTC)
    saved = store.save({"member": "María", "doses": ["1.50", 2]}, "C-1", action="entered")
    stored = store.get("C-1")
    assert (saved.case_id, saved.rev, stored.rev, stored.seq) == ("C-1", 1, 1, saved.seq)
    assert stored.document == {"member": "María", "doses": ["1.50", 2]}
    assert (stored.actor, stored.action, stored.kind, stored.link) == (
        ANA.name,
        "entered",
        "case",
        saved.link,
    )
    assert before <= stored.at <= datetime.now(UTC)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(content=JSON)
def test_any_json_comes_back(store: Repository, content: object) -> None:
    assert store.get(store.save({"content": content}).case_id).document == {"content": content}


def test_what_was_given_out_changes_nothing(store: Repository) -> None:
    document = {"steps": [1]}
    store.save(document, "C-1")
    document["steps"].append(2)
    store.get("C-1").document["steps"].append(3)
    assert store.get("C-1").document == {"steps": [1]}
    assert store.verify() == []


def test_a_stale_save_writes_nothing_and_names_who_was_first(sitting: Sitting) -> None:
    mine, theirs = sitting(ANA), sitting(INES)
    mine.save({"v": 1}, "C-1")
    theirs.save({"v": 2}, "C-1", rev=1)
    version = mine.data_version
    for rev in (0, 1):
        with pytest.raises(StaleSave) as refused:
            mine.save({"v": 3}, "C-1", rev=rev)
        assert (refused.value.rev, refused.value.actor) == (2, INES.name)
    assert mine.data_version == version
    assert mine.get("C-1").document == {"v": 2}


def test_history_is_whole_and_in_order(sitting: Sitting) -> None:
    sitting(ANA).save({"v": 1}, "C-1", action="entered")
    sitting(INES).save({"v": 2}, "C-1", rev=1, action="determined")
    store = sitting(QUINN)
    told = [(entry.rev, entry.actor, entry.action) for entry in store.history("C-1")]
    assert told == [(1, ANA.name, "entered"), (2, INES.name, "determined")]
    assert [store.revision("C-1", rev).document["v"] for rev in (1, 2)] == [1, 2]


def test_lines_are_the_newest_and_newest_first(store: Repository) -> None:
    store.save({"member": "Old"}, "C-1")
    store.save({"member": "Other"}, "C-2")
    store.save({"member": "New"}, "C-1", rev=1)
    store.save({"kind": "letter", "member": "New"}, "L-1")
    lines = [(row.case_id, row.rev, row.cover["member"]) for row in store.worklist()]
    assert lines == [("C-1", 2, "New"), ("C-2", 1, "Other")]
    assert [row.case_id for row in store.worklist("letter")] == ["L-1"]
    assert [row.case_id for row in store.search(where("member") == "New")] == ["L-1", "C-1"]
    assert store.search((where("member") == "Other") & (where("rev") == 2)) == []


def test_changes_since_are_those_of_everybody(sitting: Sitting) -> None:
    mine, theirs = sitting(ANA), sitting(INES)
    mine.save({"v": 1}, "C-1")
    before = mine.data_version
    assert mine.changed_since(before) == []
    theirs.save({"v": 1}, "C-2")
    theirs.save({"v": 2}, "C-1", rev=1)
    assert mine.data_version == before + 2
    assert [row.case_id for row in mine.changed_since(before)] == ["C-1", "C-2"]


def test_what_is_not_there_is_said(store: Repository) -> None:
    store.save({}, "C-1")
    for ask in (lambda: store.get("C-2"), lambda: store.history("C-2"), lambda: store.revision("C-1", 2)):
        with pytest.raises(NoSuchCase):
            ask()


def test_who_only_reads_does_not_save(sitting: Sitting) -> None:
    with pytest.raises(NotAllowed):
        sitting(QUINN).save({"v": 1})
    assert sitting(QUINN).worklist() == []


@pytest.mark.parametrize("case_id", [" C", "C\n1", "x" * 65])
def test_ids_that_cannot_be_read_out_are_refused(store: Repository, case_id: str) -> None:
    with pytest.raises(InvalidInput, match="case_id"):
        store.save({}, case_id)


@pytest.mark.parametrize("document", [{"x": math.nan}, {"x": object()}, {"x": "\ud800"}, {"kind": "people"}])
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(
    store: Repository, document: dict[str, object]
) -> None:
    before = store.data_version
    with pytest.raises(InvalidInput):
        store.save(document, "C-1")
    assert (store.data_version, store.verify()) == (before, [])


def test_any_course_of_saves_agrees_with_a_plain_dictionary(home: Path, sitting: Sitting) -> None:
    del home
    stores = [sitting(ANA), sitting(INES)]
    names = iter(range(10**6))

    class Course(RuleBasedStateMachine):
        cases = Bundle("cases")

        @initialize()
        def begin(self) -> None:
            self.expected: dict[str, list[int]] = {}

        @rule(target=cases, value=st.integers(0, 9), who=st.sampled_from(stores))
        def add(self, value: int, who: Repository) -> str:
            case_id = f"S-{next(names)}"
            who.save({"v": value}, case_id)
            self.expected[case_id] = [value]
            return case_id

        @rule(case_id=cases, value=st.integers(0, 9), who=st.sampled_from(stores))
        def change(self, case_id: str, value: int, who: Repository) -> None:
            who.save({"v": value}, case_id, rev=len(self.expected[case_id]))
            self.expected[case_id].append(value)

        @rule(case_id=cases, behind=st.integers(1, 3), who=st.sampled_from(stores))
        def be_late(self, case_id: str, behind: int, who: Repository) -> None:
            with pytest.raises(StaleSave):
                who.save({"v": -1}, case_id, rev=max(0, len(self.expected[case_id]) - behind))

        @rule(case_id=consumes(cases), who=st.sampled_from(stores))
        def read(self, case_id: str, who: Repository) -> None:
            expected = self.expected[case_id]
            assert who.get(case_id).document == {"v": expected[-1]}
            assert [entry.rev for entry in who.history(case_id)] == list(range(1, len(expected) + 1))
            assert [who.revision(case_id, n + 1).document["v"] for n in range(len(expected))] == expected

        def teardown(self) -> None:
            seen = {row.case_id: row.rev for row in stores[0].worklist()}
            for case_id, values in getattr(self, "expected", {}).items():
                assert seen[case_id] == len(values)

    run_state_machine_as_test(
        Course, settings=settings(max_examples=8, stateful_step_count=12, deadline=None)
    )
    assert stores[0].verify() == []
