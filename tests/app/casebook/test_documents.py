"""What any casebook must do with documents: save, read, refuse what is stale, search, tell the history."""

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import where

from app.casebook import Casebook, NoSuchCase, NotAllowed, StaleSave
from app.errors import InvalidInput
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN

Unlock = Callable[[Person], Casebook]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
).filter(lambda value: "\\ud" not in ascii(value))


def test_a_saved_document_comes_back(book: Casebook) -> None:
    saved = book.save({"member": "María Núñez", "doses": ["1.50", 2]}, "C-1")
    stored = book.get("C-1")
    assert (saved.case_id, saved.rev) == ("C-1", 1)
    assert stored.document == {"member": "María Núñez", "doses": ["1.50", 2]}
    assert (stored.rev, stored.actor, stored.action, stored.link) == (1, ANA.name, "saved", saved.link)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(content=JSON)
def test_any_json_comes_back(book: Casebook, content: object) -> None:
    assert book.get(book.save({"content": content}).case_id).document == {"content": content}


def test_generated_case_numbers_differ(book: Casebook) -> None:
    assert book.save({}).case_id != book.save({}).case_id


def test_a_stale_save_overwrites_nothing_and_says_who_was_first(unlock: Unlock) -> None:
    mine, theirs = unlock(ANA), unlock(INES)
    mine.save({"v": 1}, "C-1")
    theirs.save({"v": 2}, "C-1", rev=1)
    with pytest.raises(StaleSave, match=rf"saved by {INES.name} on \d{{4}}.*revision 2") as refused:
        mine.save({"v": 3}, "C-1", rev=1)
    assert (refused.value.rev, refused.value.actor) == (2, INES.name)
    assert [mine.revision("C-1", rev).document["v"] for rev in (1, 2)] == [1, 2]
    assert len(mine.history("C-1")) == 2


def test_a_new_case_does_not_hide_one_of_the_same_id(book: Casebook) -> None:
    book.save({"v": 1}, "C-1")
    with pytest.raises(StaleSave):
        book.save({"v": 2}, "C-1")


def test_history_is_whole_and_in_order(unlock: Unlock) -> None:
    unlock(ANA).save({"v": 1}, "C-1", action="entered")
    unlock(INES).save({"v": 2}, "C-1", rev=1, action="determined")
    entries = unlock(QUINN).history("C-1")
    assert [(e.rev, e.actor, e.action) for e in entries] == [
        (1, ANA.name, "entered"),
        (2, INES.name, "determined"),
    ]
    assert entries[0].at < entries[1].at


def test_the_worklist_shows_the_newest_cover_of_each_case(book: Casebook) -> None:
    book.save({"member": "Old"}, "C-1")
    book.save({"member": "Other"}, "C-2")
    book.save({"member": "New"}, "C-1", rev=1)
    book.save({"kind": "letter", "member": "New"}, "L-1")
    rows = book.worklist()
    assert [(row.case_id, row.rev, row.cover["member"]) for row in rows] == [
        ("C-1", 2, "New"),
        ("C-2", 1, "Other"),
    ]
    assert [row.case_id for row in book.worklist("letter")] == ["L-1"]


def test_what_another_one_saves_appears(unlock: Unlock) -> None:
    mine, theirs = unlock(ANA), unlock(INES)
    assert mine.worklist() == []
    before = mine.data_version
    theirs.save({"member": "Zoé"}, "C-1")
    assert mine.data_version > before
    assert [row.case_id for row in mine.changed_since(before)] == ["C-1"]
    assert mine.changed_since(mine.data_version) == []
    assert [row.case_id for row in mine.worklist()] == ["C-1"]


def test_tinydb_queries_find_lines(book: Casebook) -> None:
    book.save({"member": "Ana"}, "C-1")
    book.save({"member": "Bea"}, "C-2")
    assert [row.case_id for row in book.search((where("member") == "Bea") & (where("rev") == 1))] == ["C-2"]
    assert book.search(where("actor") == "Nobody") == []


def test_the_tinydb_tables_read_and_append(book: Casebook) -> None:
    cases = book.database.table("cases")
    case_id = cases.insert({"member": "Ana", "steps": [1]})
    assert cases.update({"steps": [1, 2]}, where("member") == "Ana") == [case_id]
    assert cases.update({"steps": [1, 2]}, where("member") == "Ana") == [case_id]
    assert book.get(str(case_id)).document == {"member": "Ana", "steps": [1, 2]}
    assert len(book.history(str(case_id))) == 2  # an update that changes nothing appends nothing
    assert len(cases) == len(book.database.table("worklist")) == 1
    assert book.database.tables() == {"cases", "worklist"}


def test_nothing_is_ever_removed(book: Casebook) -> None:
    book.save({"member": "Ana"}, "C-1")
    database = book.database
    cases = database.table("cases")
    removals: list[Callable[[], object]] = [
        lambda: cases.remove(where("member") == "Ana"),
        cases.truncate,
        database.drop_tables,
        lambda: database.drop_table("cases"),
        lambda: database.storage.write({}),
        lambda: database.table("worklist").insert({"member": "Eve"}),
    ]
    for removal in removals:
        with pytest.raises(NotAllowed):
            removal()
    assert book.get("C-1").document == {"member": "Ana"}


def test_what_is_not_there_is_said(book: Casebook) -> None:
    book.save({}, "C-1")
    for ask in (lambda: book.get("C-2"), lambda: book.history("C-2"), lambda: book.revision("C-1", 2)):
        with pytest.raises(NoSuchCase, match="no case of this id"):
            ask()


@pytest.mark.parametrize("case_id", ["", " C", "C ", "C\n1", "x" * 65, "a\u200bb"])
def test_ids_that_cannot_be_read_out_are_refused(book: Casebook, case_id: str) -> None:
    with pytest.raises(InvalidInput, match="case_id: must be 1 to 64 printable"):
        book.get(case_id)


def test_both_forms_of_an_accent_are_one_id(book: Casebook) -> None:
    book.save({"v": 1}, "Nu\u0301n\u0303ez")
    assert book.get("N\u00fa\u00f1ez").document == {"v": 1}


@pytest.mark.parametrize("bad", [math.nan, object(), "\ud800", {1, 2}])
def test_what_is_no_json_is_refused_and_not_quoted(book: Casebook, bad: object) -> None:
    with pytest.raises(InvalidInput, match="must consist of JSON values") as refused:
        book.save({"secret name": bad}, "C-1")
    assert "secret" not in str(refused.value)
    assert book.verify() == []


@pytest.mark.parametrize("kind", ["people", "trust", "events"])
def test_the_casebooks_own_kinds_cannot_be_saved(book: Casebook, kind: str) -> None:
    with pytest.raises(InvalidInput, match="kind: must not be"):
        book.save({"kind": kind})


def test_a_cover_cannot_forge_the_bookkeeping(home: Path) -> None:
    with (
        Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], cover_of=lambda _: {"actor": "Eve"}) as book,
        pytest.raises(ValueError, match="actor"),
    ):
        book.save({})


def test_quality_assurance_reads_only(unlock: Unlock) -> None:
    unlock(ANA).save({"v": 1}, "C-1")
    watcher = unlock(QUINN)
    assert watcher.get("C-1").document == {"v": 1}
    with pytest.raises(NotAllowed, match="quality assurance"):
        watcher.save({"v": 2}, "C-1", rev=1)


def test_events_are_recorded_and_are_no_cases(book: Casebook) -> None:
    first = book.record("letter printed", pages=2)
    second = book.record("letter printed", pages=3)
    assert (second.rev, second.seq) == (first.rev + 1, first.seq + 1)
    assert book.worklist("events") == []
    assert book.verify() == []


def test_a_clock_set_back_is_marked_and_loses_nothing(home: Path) -> None:
    past = datetime.now(UTC) - timedelta(days=400)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=lambda: past) as book:
        book.save({"v": 1}, "C-1")
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        book.save({"v": 2}, "C-1", rev=1)
        assert [(e.at == past, e.clock_behind) for e in book.history("C-1")] == [(True, True), (False, False)]
        assert book.verify() == []
