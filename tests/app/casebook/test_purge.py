"""Retention: never early, never alone, never on hold; what is purged is gone, and the chain tells of it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from app.casebook import Casebook, Document, NoSuchCase, NotAllowed, Scalar
from app.casebook import purge as purge_module
from app.casebook.file import FILE_NAME
from app.casebook.holds import HoldReason
from app.casebook.problems import Purged
from app.casebook.purge import PurgeBook
from app.casebook.retention import Retention
from app.casebook.retention_rules import Rules, years_after
from app.errors import DictamenError, InvalidInput
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN, cover

SAVED = datetime(2016, 3, 1, 12, tzinfo=UTC)
ENDED = datetime(2026, 3, 1, 12, tzinfo=UTC)
RULES = Rules(lambda _row: 10, lambda document: document.get("letters", []))


@contextmanager
def sitting(home: Path, person: Person, at: datetime) -> Iterator[Casebook]:
    with Casebook.unlock(home, person.name, PASSPHRASES[person], cover_of=cover, clock=lambda: at) as book:
        yield book


@contextmanager
def retention(home: Path, person: Person, at: datetime = ENDED) -> Iterator[Retention]:
    with sitting(home, person, at) as book:
        yield book.retention(RULES)


@pytest.fixture
def filled(home: Path) -> Path:
    """One case of two revisions with a letter, one case of a year later."""
    with sitting(home, ANA, SAVED - timedelta(days=1)) as book:
        book.save({"member": "Old Member", "v": 1}, "C-1")
    with sitting(home, ANA, SAVED) as book:
        book.save({"kind": "letter", "pdf": os.urandom(30_000).hex()}, "L-1")
        book.save({"member": "Old Member", "v": 2, "letters": ["L-1"]}, "C-1", rev=1)
    with sitting(home, ANA, SAVED + timedelta(days=365)) as book:
        book.save({"member": "Young Member"}, "C-2")
    return home


def past_ids(home: Path, at: datetime) -> list[str]:
    with retention(home, ANA, at) as kept:
        return [case.row.case_id for case in kept.past()]


def purge(home: Path, *ids: str) -> None:
    with retention(home, ANA) as kept:
        number = kept.propose(ids).number
    with retention(home, INES) as kept:
        kept.confirm(number)


def sealed_parts(home: Path) -> list[bytes]:
    with closing(sqlite3.connect(home / FILE_NAME)) as raw:
        rows = raw.execute("SELECT cover, body FROM revision WHERE cover != x'' ORDER BY seq").fetchall()
    return [part for row in rows for part in row]


def share_on_disk(home: Path, parts: list[bytes]) -> float:
    """How much of these bytes lies anywhere in the folder, looked for in pieces of 16."""
    data = b"".join(path.read_bytes() for path in home.iterdir() if path.is_file())
    pieces = [part[start : start + 16] for part in parts for start in range(0, len(part) - 15, 16)]
    return sum(piece in data for piece in pieces) / len(pieces)


def test_a_case_is_past_its_retention_to_the_second_and_not_before(filled: Path) -> None:
    assert past_ids(filled, ENDED - timedelta(microseconds=1)) == []
    assert past_ids(filled, ENDED) == ["C-1"]
    assert past_ids(filled, ENDED + timedelta(days=366)) == ["C-1", "C-2"]


def test_the_29th_of_february_ends_on_the_first_of_march() -> None:
    leap = datetime(2024, 2, 29, 8, tzinfo=UTC)
    assert years_after(leap, 10) == datetime(2034, 3, 1, 8, tzinfo=UTC)
    assert years_after(leap, 8) == datetime(2032, 2, 29, 8, tzinfo=UTC)


def test_a_clock_that_stood_back_at_the_last_save_does_not_shorten_the_retention(filled: Path) -> None:
    with sitting(filled, ANA, SAVED - timedelta(days=3000)) as book:
        book.save({"member": "Old Member", "letters": ["L-1"]}, "C-1", rev=2)
    assert past_ids(filled, ENDED - timedelta(microseconds=1)) == []
    assert past_ids(filled, ENDED) == ["C-1"]


def test_a_late_letter_keeps_its_case(filled: Path) -> None:
    with sitting(filled, ANA, SAVED + timedelta(days=90)) as book:
        book.save({"kind": "letter", "pdf": "another"}, "L-1", rev=1)
    assert past_ids(filled, ENDED) == []
    assert past_ids(filled, ENDED + timedelta(days=90)) == ["C-1"]


def test_two_people_purge_and_everything_of_the_case_is_gone(filled: Path) -> None:
    before = sealed_parts(filled)
    doomed, others = before[6:12], before[:6] + before[12:]
    assert share_on_disk(filled, doomed) > 0.9
    purge(filled, "C-1")
    assert share_on_disk(filled, doomed) == 0
    assert sealed_parts(filled)[: len(others)] == others
    with sitting(filled, QUINN, ENDED) as book:
        assert [row.case_id for row in book.worklist()] == ["C-2"]
        assert book.worklist("letter") == []
        assert book.matching("member", "Old Member") == []
        for case_id in ("C-1", "L-1"):
            for ask in (book.get, book.history):
                with pytest.raises(NoSuchCase, match="purged"):
                    ask(case_id)
        with pytest.raises(NoSuchCase, match="purged"):
            book.revision("C-1", 1)
        assert book.verify() == []


def test_the_record_of_a_purge_names_people_times_and_revisions_and_no_case(filled: Path) -> None:
    purge(filled, "C-1")
    with retention(filled, QUINN) as kept:
        (record,) = kept.proposals()
    assert (record.proposed_by, record.settled_by, record.purged) == (ANA.name, INES.name, True)
    assert (record.proposed_at, record.settled_at) == (ENDED, ENDED)
    assert [seq for seq, _ in record.emptied] == [4, 5, 6]
    assert (record.cases[0].revisions, record.cases[0].last, record.cases[0].kept_until) == (3, SAVED, ENDED)
    with sitting(filled, QUINN, ENDED) as book:
        steps = book._ledger.chain("purges", "casebook")
    assert all("C-1" not in str(step.document) and "Old" not in str(step.document) for step in steps)


def test_an_open_window_loses_the_purged_lines(filled: Path) -> None:
    with sitting(filled, QUINN, ENDED) as watching:
        assert len(watching.worklist()) == 2
        assert watching.matching("member", "old member") != []
        purge(filled, "C-1")
        assert [row.case_id for row in watching.worklist()] == ["C-2"]
        assert watching.matching("member", "old member") == []


def test_nobody_purges_alone(filled: Path) -> None:
    with retention(filled, ANA) as kept:
        number = kept.propose(["C-1"]).number
        with pytest.raises(NotAllowed, match="a second person"):
            kept.confirm(number)
    with retention(filled, QUINN) as kept:
        with pytest.raises(NotAllowed, match="quality assurance"):
            kept.confirm(number)
        with pytest.raises(NotAllowed, match="quality assurance"):
            kept.propose(["C-1"])
    with sitting(filled, ANA, ENDED) as book:
        assert book.get("C-1").document["v"] == 2
        assert book.verify() == []


@pytest.mark.parametrize(("case_id", "words"), [("C-2", "C-2 is not past"), ("C-9", "holds no case")])
def test_what_is_not_past_its_retention_cannot_be_proposed(filled: Path, case_id: str, words: str) -> None:
    with retention(filled, ANA) as kept, pytest.raises(DictamenError, match=words):
        kept.propose(["C-1", case_id])
    with retention(filled, ANA) as kept:
        assert kept.proposals() == []


def test_a_case_is_in_one_proposal_at_a_time_until_it_is_withdrawn(filled: Path) -> None:
    with retention(filled, ANA) as kept:
        first = kept.propose(["C-1"])
        assert [row.case_id for row in kept.rows_of(first)] == ["C-1"]
        with pytest.raises(InvalidInput, match=f"proposal {first.number} already"):
            kept.propose(["C-1"])
        kept.withdraw(first.number)
        with pytest.raises(DictamenError, match=f"withdrawn by {ANA.name}"):
            kept.withdraw(first.number)
        second = kept.propose(["C-1"])
    with retention(filled, INES) as kept:
        with pytest.raises(DictamenError, match="withdrawn"):
            kept.confirm(first.number)
        kept.confirm(second.number)
        with pytest.raises(DictamenError, match=f"confirmed by {INES.name}"):
            kept.confirm(second.number)


def test_a_hold_keeps_a_case_until_it_is_released(filled: Path) -> None:
    with retention(filled, ANA) as kept:
        number = kept.propose(["C-1"]).number
        kept.holds.hold("C-1", HoldReason.LITIGATION)
        with pytest.raises(DictamenError, match=f"on hold already .litigation, by {ANA.name}"):
            kept.holds.hold("C-1", HoldReason.AUDIT)
        (case,) = kept.past()
        assert (case.hold is not None, case.is_free) == (True, False)
    with retention(filled, INES) as kept:
        with pytest.raises(DictamenError, match="C-1 was put on hold since"):
            kept.confirm(number)
        kept.holds.release("C-1")
        with pytest.raises(DictamenError, match="not on hold"):
            kept.holds.release("C-1")
        assert kept.confirm(number).purged


def test_a_case_saved_since_the_proposal_is_not_purged(filled: Path) -> None:
    with retention(filled, ANA) as kept:
        number = kept.propose(["C-1"]).number
    with sitting(filled, ANA, ENDED) as book:
        book.save({"member": "Old Member", "letters": ["L-1"]}, "C-1", rev=2)
    with retention(filled, INES) as kept:
        with pytest.raises(DictamenError, match="nothing was purged"):
            kept.confirm(number)
        assert kept.rows_of(kept.proposal(number)) == []


@pytest.mark.parametrize("new_keys", [0, 1, 2])
def test_a_purged_number_is_not_used_again(filled: Path, new_keys: int) -> None:
    """Under a new data key, too, which nobody could look the number up by."""
    purge(filled, "C-1")
    for _ in range(new_keys):
        with sitting(filled, ANA, ENDED) as book:
            book.rekey.run()
    with sitting(filled, ANA, ENDED) as book:
        for read in (book.get, book.history, lambda case_id: book.revision(case_id, 1)):
            with pytest.raises(Purged):
                read("C-1")
        with pytest.raises(InvalidInput, match="belonged to a case that was purged"):
            book.save({"member": "Somebody else"}, "C-1")
        assert book.verify() == []


def test_an_attachment_goes_with_the_last_case_that_refers_to_it(filled: Path) -> None:
    with sitting(filled, ANA, SAVED) as book:
        shared = book.attachments.keep(BytesIO(b"a scan of two cases"))
        alone = book.attachments.keep(BytesIO(b"a scan of one case"))
    entries = [{"sha256": shared.sha256}, {"sha256": alone.sha256}]
    with Casebook.unlock(
        filled, ANA.name, PASSPHRASES[ANA], cover_of=with_attachments, clock=lambda: SAVED
    ) as book:
        book.save({"attachments": entries}, "A-1")
        book.save({"attachments": entries[:1]}, "A-2")
    purge(filled, "A-1")
    with sitting(filled, ANA, ENDED) as book:
        assert book.attachments.folder.names() == {shared.name}
        assert book.attachments.open(shared.sha256).read(4) == b"a sc"
        assert book.verify() == []
        assert list(book.attachments.check()) == []


def with_attachments(document: Document) -> dict[str, Scalar]:
    from app.casebook.contents import column_of  # noqa: PLC0415  # beside the other columns of cases

    return {"attachments": column_of(document)}


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("UPDATE revision SET cover = x'', body = x'' WHERE seq = 7", "no purge by two people"),
        ("UPDATE revision SET cover = x'00', body = x'00' WHERE seq = 4", "changed after it was saved"),
        ("UPDATE revision SET hash = zeroblob(32) WHERE seq = 4", "no purge by two people"),
    ],
)
def test_verify_tells_an_emptied_revision_from_a_purged_one(filled: Path, script: str, words: str) -> None:
    purge(filled, "C-1")
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
        raw.execute("DROP TRIGGER revision_is_final")
        raw.execute(script)
    with sitting(filled, ANA, ENDED) as book:
        assert words in book.verify()[0].problem


def test_a_purge_by_one_person_is_a_finding(filled: Path) -> None:
    with retention(filled, ANA) as kept:
        number = kept.propose(["C-1"]).number
    with sitting(filled, ANA, ENDED) as book:
        with book._file.transaction():
            emptied = [(seq, hash_.hex()) for seq, hash_ in book._ledger.hashes_of([4])]
            PurgeBook(book._ledger, book._register).append("purged", number, ANA.name, emptied=emptied)
            book._file.write("UPDATE revision SET cover = x'', body = x'' WHERE seq = 4")
        first = book.verify()[0]
    assert (first.seq, "no purge by two people" in first.problem) == (4, True)


def test_a_new_name_makes_no_second_person(filled: Path) -> None:
    with retention(filled, ANA) as kept:
        number = kept.propose(["C-1"]).number
    renamed = replace(ANA, name="Ana Ruiz Newname")
    with sitting(filled, ANA, ENDED) as book:
        book.staff.rename(renamed.name, PASSPHRASES[ANA])
    with (
        Casebook.unlock(filled, renamed.name, PASSPHRASES[ANA], clock=lambda: ENDED) as book,
        pytest.raises(NotAllowed, match="a second person"),
    ):
        book.retention(RULES).confirm(number)


def test_the_triggers_let_a_purge_through_and_nothing_else(filled: Path) -> None:
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw:
        for change in ("cover = x''", "body = x''", "cover = x'', body = x'', seq = 99", "link = x''"):
            with pytest.raises(sqlite3.IntegrityError, match="revisions are final"):
                raw.execute(f"UPDATE revision SET {change} WHERE seq = 4")  # noqa: S608  # constants above


def test_a_failed_purge_leaves_all_as_it_was(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with retention(filled, ANA) as kept:
        number = kept.propose(["C-1"]).number
    before = sealed_parts(filled)

    def fail(*_: object) -> None:
        raise DictamenError("the disk is full")

    monkeypatch.setattr("app.casebook.retention.empty", fail)
    with retention(filled, INES) as kept, pytest.raises(DictamenError, match="disk is full"):
        kept.confirm(number)
    assert sealed_parts(filled) == before
    assert not (filled / f"{FILE_NAME}-journal").exists()
    with sitting(filled, INES, ENDED) as book:
        assert book.verify() == []


def test_the_journal_of_a_purge_is_overwritten_before_it_is_deleted(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doomed = sealed_parts(filled)[6:12]
    seen: list[tuple[bytes, bytes]] = []
    overwrite = purge_module._overwrite

    def watched(path: Path) -> None:
        before = path.read_bytes()
        overwrite(path)
        seen.append((before, path.read_bytes()))

    monkeypatch.setattr(purge_module, "_overwrite", watched)
    purge(filled, "C-1")
    ((before, after),) = seen
    assert any(part[:16] in before for part in doomed)
    assert after == bytes(len(before))
    assert not (filled / f"{FILE_NAME}-journal").exists()


def test_a_purge_and_a_new_key_go_together(filled: Path) -> None:
    purge(filled, "C-1")
    with sitting(filled, ANA, ENDED) as book:
        book.rekey.run()
    with sitting(filled, ANA, ENDED) as book:
        assert book.verify() == []
        assert [row.case_id for row in book.worklist()] == ["C-2"]
        book.retention(RULES).holds.hold("C-2", HoldReason.AUDIT)
    with retention(filled, ANA, ENDED + timedelta(days=366)) as kept:
        kept.holds.release("C-2")
        number = kept.propose(["C-2"]).number
    with sitting(filled, ANA, ENDED) as book:
        book.rekey.run()
    with retention(filled, INES, ENDED + timedelta(days=366)) as kept:
        assert kept.confirm(number).purged  # a proposal names places, which a new key does not change
    with sitting(filled, QUINN, ENDED) as book:
        assert book.worklist() == []
        assert book.verify() == []
