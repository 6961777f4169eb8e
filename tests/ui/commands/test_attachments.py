"""The files of a case from the command line."""

import json
from pathlib import Path

import pytest

from app.attachments import MOST_BYTES
from app.case import cover_of
from app.casebook import Casebook, Cost
from app.desk import add_case
from app.identity import read_passphrase_file
from app.people import Person, Role
from tests.app.case_documents import contract_case
from tests.ui.commands.conftest import Ran, Run

ADMIN, CASE = "Marta Colón Demo", "C-2026-0417"
SCAN = b"%PDF-1.7 the scan of a marrow report" * 9


class Book:
    """A casebook with one case, driven by commands."""

    def __init__(self, run: Run, folder: Path, passphrase: Path) -> None:
        self._run, self._passphrase = run, passphrase
        self.home, self.folder = folder / "home", folder
        person, cost = Person(ADMIN, Role.REVIEWER, "LIC-1"), Cost(memory_kib=64, iterations=1, lanes=1)
        words = read_passphrase_file(passphrase)
        with Casebook.create(self.home, person, words, cover_of=cover_of, cost=cost) as casebook:
            add_case(casebook, contract_case() | {"case_id": CASE})

    def __call__(self, command: str, *words: str | Path) -> Ran:
        unlocking = ("--home", self.home, "--user", ADMIN, "--passphrase-file", self._passphrase)
        return self._run("cases", command, *unlocking, *words)

    def listed(self) -> list[dict[str, object]]:
        listed = json.loads(self("attachments", CASE, "--json").out)
        assert isinstance(listed, list)
        return listed


@pytest.fixture
def book(run: Run, tmp_path: Path, passphrase: Path) -> Book:
    return Book(run, tmp_path, passphrase)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Núñez scan.pdf"
    path.write_bytes(SCAN)
    return path


def test_a_file_is_attached_listed_extracted_and_taken_off(book: Book, scan: Path, tmp_path: Path) -> None:
    assert book("attach", CASE, scan, "--evidence", "E1", "--page", "3").out == f"attached {CASE} A1 E1\n"
    (listed,) = book.listed()
    assert (listed["id"], listed["name"], listed["type"], listed["size"]) == (
        "A1",
        scan.name,
        "pdf",
        len(SCAN),
    )
    assert listed["documents"] == {"E1": 3}
    line = book("attachments", CASE).out
    assert f"A1  {scan.name}  pdf, {len(SCAN)} bytes" in line
    assert "holds E1 page 3" in line
    out = tmp_path / "out.pdf"
    extracted = book("extract", CASE, "A1", "--out", out)
    assert (extracted.code, "without a passphrase" in extracted.out) == (0, True)
    assert out.read_bytes() == SCAN
    assert out.stat().st_mode & 0o777 == 0o600
    assert book("detach", CASE, "A1").out.startswith(f"detached {CASE} A1;")
    assert "taken off" in book("attachments", CASE).out
    gone = book("extract", CASE, "A1", "--out", tmp_path / "again.pdf")
    assert (gone.code, gone.err) == (
        2,
        "dictamen: attachment: A1 is not attached to this case; attached: none\n",
    )
    assert book("verify").code == 0


def test_nothing_readable_lies_in_the_casebooks_folder(book: Book, scan: Path) -> None:
    book("attach", CASE, scan)
    raw = [(path.name, path.read_bytes()) for path in book.home.rglob("*") if path.is_file()]
    assert any("attachments" in path.parts for path in book.home.rglob("*"))
    for name, content in raw:
        assert "scan" not in name
        assert "Núñez".encode() not in content
        assert b"marrow" not in content


def test_a_new_document_is_named_with_the_file(book: Book, scan: Path) -> None:
    words = ("--kind", "lab_result", "--title", "MRD by flow", "--dated", "2026-11-11")
    assert book("attach", CASE, scan, *words, "--page", "2").out == f"attached {CASE} A1 E2\n"
    shown = book("show", CASE).result
    evidence = shown["evidence"]
    assert isinstance(evidence, list)
    assert evidence[-1] == {"id": "E2", "kind": "lab_result", "title": "MRD by flow", "dated": "2026-11-11"}
    assert book.listed()[0]["documents"] == {"E2": 2}


def test_the_case_file_stays_what_the_contract_says(book: Book, scan: Path, run: Run, tmp_path: Path) -> None:
    before = book("show", CASE).out
    book("attach", CASE, scan, "--evidence", "E1")
    shown = book("show", CASE).out
    assert shown == before
    path = tmp_path / "shown.json"
    path.write_text(shown, encoding="utf-8")
    assert run("evaluate", path).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--evidence", "E9"), "--evidence: must name a document of the case; it has: E1"),
        (("--evidence", "E1", "--page", "0"), "--page: must be a whole number from 1 to 100000"),
        (("--page", "2"), "--page: is the page of a document; name it by --evidence or by --kind, --title"),
        (("--kind", "lab_result"), "--title: and --kind belong together: they name a new document"),
        (("--dated", "2026-01-01"), "--dated: is the date of a new document, which --kind and --title name"),
        (
            ("--kind", "other", "--title", "x", "--evidence", "E1"),
            "--kind: names a new document, --evidence one that is there; give one of them",
        ),
        (
            ("--kind", "other", "--title", " "),
            "--title: must be one line of printable text, 1 to 200 characters",
        ),
        (("--kind", "other", "--title", "x", "--dated", "soon"), "--dated: must be a date, YYYY-MM-DD"),
    ],
)
def test_words_that_cannot_be_used_keep_nothing(
    book: Book, scan: Path, words: tuple[str, ...], said: str
) -> None:
    ran = book("attach", CASE, scan, *words)
    assert (ran.code, ran.err) == (2, f"dictamen: {said}\n")
    assert book.listed() == []
    assert not (book.home / "attachments").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty; an attachment has at least one byte"),
        (MOST_BYTES + 1, "is too large (101 MB); an attachment has at most 100 MB"),
    ],
)
def test_files_that_cannot_be_used_are_named(
    book: Book, tmp_path: Path, content: bytes | int, said: str
) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(content if isinstance(content, int) else 0)
    ran = book("attach", CASE, path)
    assert (ran.code, ran.err) == (2, f"dictamen: {path}: {said}\n")
    missing = book("attach", CASE, tmp_path / "missing.pdf")
    assert (
        missing.err == f"dictamen: {tmp_path / 'missing.pdf'}: cannot be read (No such file or directory)\n"
    )


def test_an_altered_attachment_is_a_finding_and_is_not_extracted(
    book: Book, scan: Path, tmp_path: Path
) -> None:
    book("attach", CASE, scan)
    (sealed,) = (path for path in (book.home / "attachments").rglob("*") if path.is_file())
    raw = bytearray(sealed.read_bytes())
    raw[-20] ^= 1
    sealed.write_bytes(raw)
    verified = book("verify")
    assert verified.code == 1
    assert f"attachment {sealed.name}: it was changed on the disk" in verified.out
    out = tmp_path / "out.pdf"
    ran = book("extract", CASE, "A1", "--out", out)
    assert ran.code == 2
    assert "changed on the disk" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".pdf") == [scan.name]


def test_extracting_never_replaces_a_file(book: Book, scan: Path, tmp_path: Path) -> None:
    book("attach", CASE, scan)
    out = tmp_path / "out.pdf"
    out.write_bytes(b"mine")
    ran = book("extract", CASE, "A1", "--out", out)
    assert (ran.code, out.read_bytes()) == (2, b"mine")
    assert "choose another" in ran.err


def test_what_was_left_behind_is_swept(book: Book, scan: Path) -> None:
    book("attach", CASE, scan)
    stray = book.home / "attachments" / "ab" / ("ab" + "0" * 30)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    assert "nothing refers to this file" in book("verify").out
    assert book("sweep").out == "removed 1 files that nothing refers to\n"
    assert book("verify").code == 0
