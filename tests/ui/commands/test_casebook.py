import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.case import cover_of
from app.casebook import Casebook, Document, NotSaved, Saved, Stored
from app.desk import open_case
from app.identity import read_passphrase_file
from reports.issue import issue
from tests.app.case_documents import contract_case
from tests.ui.commands.conftest import Ran, Run

ADMIN = "Marta Colón Demo"
PHYSICIAN = "Inés Peña Demo, MD"


class Book:
    """A casebook on disk with one administrator, driven by commands."""

    def __init__(self, run: Run, home: Path, passphrase: Path) -> None:
        self._run, self.home, self.passphrase = run, home, passphrase

    def people_add(self, name: str, role: str, *more: str | Path) -> Ran:
        return self._run(
            "people", "add", name, "--role", role, "--license", "LIC-1",
            "--passphrase-file", self.passphrase, "--home", self.home, *more,
        )  # fmt: skip

    def __call__(self, group: str, command: str, *words: str | Path, user: str = ADMIN) -> Ran:
        unlocking = ("--home", self.home, "--user", user, "--passphrase-file", self.passphrase)
        return self._run(group, command, *unlocking, *words)


@pytest.fixture
def book(run: Run, tmp_path: Path, passphrase: Path) -> Book:
    book = Book(run, tmp_path / "home", passphrase)
    ran = book.people_add(ADMIN, "reviewer")
    assert ran.code == 0, ran.err
    return book


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(contract_case() | {"case_id": "C-2026-0417"}), encoding="utf-8")
    return path


def test_the_first_person_administers_and_lets_others_in(book: Book) -> None:
    alone = book.people_add(PHYSICIAN, "physician")
    assert alone.code == 2
    assert alone.err.startswith("dictamen: --by: ")
    let_in = book.people_add(PHYSICIAN, "physician", "--by", ADMIN, "--by-passphrase-file", book.passphrase)
    assert let_in.code == 0
    people = json.loads(book("people", "list", "--json").out)
    assert [(p["name"], p["role"], p["administers"]) for p in people] == [
        (ADMIN, "reviewer", True),
        (PHYSICIAN, "physician", False),
    ]


def test_a_case_is_saved_shown_listed_and_verified(book: Book, case: Path, run: Run, tmp_path: Path) -> None:
    assert book("cases", "add", case).out == "saved C-2026-0417 1\n"
    assert book("cases", "add", case).out == "saved C-2026-0417 2\n"
    shown = book("cases", "show", "C-2026-0417")
    assert shown.result == json.loads(case.read_text(encoding="utf-8"))
    again = tmp_path / "again.json"
    again.write_text(shown.out, encoding="utf-8")
    assert run("evaluate", again).result["recommendation"] == "approve"
    (row,) = json.loads(book("cases", "list", "--json").out)
    assert (row["case_id"], row["rev"], row["state"]) == ("C-2026-0417", 2, "ready")
    assert (row["family_name"], row["due"]) == ("Núñez Rivera", "2026-11-23T14:05:00-04:00")
    assert "C-2026-0417" in book("cases", "list").out
    history = book("cases", "history", "C-2026-0417").out.splitlines()
    assert ["Added" in line for line in history] == [True, True, False]
    assert all(ADMIN in line for line in history)
    assert "Opened the case" in history[-1], "that it was shown is told too"
    verified = book("cases", "verify")
    assert (verified.code, verified.out) == (0, "the casebook is whole\n")


def test_a_case_without_an_id_gets_one(book: Book, sample: Callable[[str], Path]) -> None:
    word, case_id, rev = book("cases", "add", sample("01")).out.split()
    assert (word, rev) == ("saved", "1")
    assert book("cases", "show", case_id).result["case_id"] == case_id


def test_of_several_files_none_is_kept_when_one_is_bad(book: Book, case: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(contract_case() | {"policy": "X"}), encoding="utf-8")
    ran = book("cases", "add", case, bad)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"dictamen: {bad}: policy: ")
    assert json.loads(book("cases", "list", "--json").out) == []


def test_of_several_lines_a_bad_one_says_so_and_the_rest_is_kept(book: Book, tmp_path: Path) -> None:
    lines = tmp_path / "cases.jsonl"
    good = [json.dumps(contract_case() | {"case_id": f"C-{number}"}) for number in (1, 2)]
    lines.write_text("\n".join([good[0], "{}", good[1]]), encoding="utf-8")
    ran = book("cases", "add", "--jsonl", lines)
    assert ran.code == 2
    assert ran.out.splitlines() == ["saved C-1 1", "saved C-2 1"]
    bad, tally = ran.err.splitlines()
    assert bad.startswith(f"dictamen: {lines}: line 2: ")
    assert tally == "dictamen: 2 cases kept, 1 not"


def decide(book: Book, case_id: str) -> None:
    """Decide a kept case as recommended and keep its letter."""
    passphrase = read_passphrase_file(book.passphrase)
    with Casebook.unlock(book.home, ADMIN, passphrase, cover_of=cover_of) as casebook:
        work = open_case(casebook, case_id)
        case = {**work.record.case, "case_id": case_id}
        issued = issue(case, None, casebook.identity(passphrase), at=datetime(2026, 11, 24, 9, tzinfo=UTC))
        work.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf)


def save_between(monkeypatch: pytest.MonkeyPatch, case_id: str) -> None:
    """Whenever this case is read, somebody else saves it before the reader does."""
    read = Casebook.get

    def _read(casebook: Casebook, wanted: str) -> Stored:
        stored = read(casebook, wanted)
        if wanted == case_id:
            casebook.save(stored.document, case_id, stored.rev, "saved by somebody else")
        return stored

    monkeypatch.setattr(Casebook, "get", _read)


def test_a_decided_case_and_a_stale_save_are_said_with_their_lines_and_the_rest_is_kept(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "cases.jsonl"
    cases = [json.dumps(contract_case() | {"case_id": f"C-{number}"}) for number in (1, 2, 3)]
    lines.write_text("\n".join(cases[:2]), encoding="utf-8")
    assert book("cases", "add", "--jsonl", lines).code == 0
    decide(book, "C-1")
    save_between(monkeypatch, "C-2")
    lines.write_text("\n".join(cases), encoding="utf-8")
    ran = book("cases", "add", "--jsonl", lines)
    assert (ran.code, ran.out) == (2, "saved C-3 1\n")
    decided, stale, tally = ran.err.splitlines()
    assert decided == (f"dictamen: {lines}: line 1: case C-1 is decided; a decided case is never overwritten")
    assert stale.startswith(f"dictamen: {lines}: line 2: this case was saved by {ADMIN} on ")
    assert tally == "dictamen: 1 case kept, 2 not"


def test_of_several_files_a_decided_one_is_said_by_its_name_and_the_rest_is_kept(
    book: Book, case: Path, tmp_path: Path
) -> None:
    assert book("cases", "add", case).code == 0
    decide(book, "C-2026-0417")
    other = tmp_path / "other.json"
    other.write_text(json.dumps(contract_case() | {"case_id": "C-9"}), encoding="utf-8")
    ran = book("cases", "add", case, other)
    assert (ran.code, ran.out) == (2, "saved C-9 1\n")
    assert ran.err.startswith(f"dictamen: {case}: case C-2026-0417 is decided")


def test_a_casebook_that_keeps_nothing_more_ends_the_file_and_says_how_much_was_kept(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "cases.jsonl"
    cases = [json.dumps(contract_case() | {"case_id": f"C-{number}"}) for number in (1, 2, 3)]
    lines.write_text("\n".join(cases), encoding="utf-8")
    save = Casebook.save

    def _save(casebook: Casebook, document: Document, case_id: str | None, rev: int, action: str) -> Saved:
        if case_id == "C-2":
            raise NotSaved("the casebook was not saved: the disk is full")
        return save(casebook, document, case_id, rev, action)

    monkeypatch.setattr(Casebook, "save", _save)
    ran = book("cases", "add", "--jsonl", lines)
    assert (ran.code, ran.out) == (2, "saved C-1 1\n")
    full = "the casebook was not saved: the disk is full"
    assert ran.err == f"dictamen: {lines}: line 2: {full}; 1 case kept\n"


@pytest.mark.parametrize("name", ["", " "])
def test_a_home_without_a_name_is_refused_and_never_the_current_folder(
    run: Run, passphrase: Path, name: str
) -> None:
    unlocking = ("--home", name, "--user", ADMIN, "--passphrase-file", passphrase)
    person = ("people", "add", ADMIN, "--role", "reviewer", "--license", "L", "--passphrase-file", passphrase)
    for words in (("cases", "list", *unlocking), (*person, "--home", name)):
        ran = run(*words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("dictamen: argument --home: must name a folder;")
        assert ran.err.count("\n") == 1


def test_a_wrong_passphrase_and_a_stranger_are_kept_out_and_told_so(
    book: Book, case: Path, tmp_path: Path, run: Run
) -> None:
    book("cases", "add", case)
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("something else\n", encoding="utf-8")
    before = {path for path in book.home.rglob("*") if path.is_file()}
    options = ("--home", book.home, "--passphrase-file")
    for ran in (
        run("cases", "list", "--user", ADMIN, *options, wrong),
        run("cases", "list", "--user", "Nobody Here", *options, book.passphrase),
    ):
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
    # the attempts are noted in the casebook, and nothing else is left of them
    assert {path for path in book.home.rglob("*") if path.is_file()} == before
    (row,) = json.loads(book("cases", "list", "--json").out)
    assert row["rev"] == 1


def test_where_there_is_no_casebook_it_is_said_and_none_is_made(
    run: Run, tmp_path: Path, passphrase: Path
) -> None:
    home = tmp_path / "nothing"
    ran = run("cases", "list", "--home", home, "--user", ADMIN, "--passphrase-file", passphrase)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert not home.exists()


def test_a_case_that_is_not_there_is_said_in_one_line(book: Book) -> None:
    ran = book("cases", "show", "C-404")
    assert ran.code == 2
    assert ran.err == "dictamen: the casebook holds no case of this id and revision\n"


@pytest.mark.parametrize("role", ["physician", "administrator", "qa"])
def test_quality_assurance_reads_and_does_not_write(book: Book, case: Path, role: str) -> None:
    book.people_add("Other Person", role, "--by", ADMIN, "--by-passphrase-file", book.passphrase)
    ran = book("cases", "add", case, user="Other Person")
    assert ran.code == (2 if role == "qa" else 0)
    assert book("cases", "list", user="Other Person").code == 0


def test_nothing_of_a_case_lies_readable_in_the_folder(book: Book, case: Path) -> None:
    book("cases", "add", case)
    planted = (
        "Núñez",
        "Rivera",
        "M00012345",
        "María",
        "Muñiz",
        "1234567893",
        "C91.02",
        "relapsed",
        ADMIN,
        "battery",
    )
    for path in book.home.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert [word for word in planted if word.encode() in data] == []
