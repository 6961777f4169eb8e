"""``dictamen backup`` and ``dictamen retention``: a clinic's year from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.ui.commands.conftest import Run
from tests.ui.commands.test_casebook import ADMIN, Book, book, case  # noqa: F401  # fixtures

OTHER = "Second Person, RN"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def backed_up(book: Book, case: Path, disk: Path) -> Path:  # noqa: F811
    assert book("cases", "add", case).code == 0
    ran = book("backup", "make", "--to", disk)
    assert ran.code == 0, ran.err
    return Path(ran.out.removeprefix("made ").strip())


def test_a_backup_is_made_listed_and_verified(book: Book, case: Path, disk: Path, run: Run) -> None:  # noqa: F811
    made = backed_up(book, case, disk)
    (told,) = json.loads(run("backup", "list", "--from", disk, "--json").out)
    assert (told["name"], told["flaw"], told["reason"]) == (made.name, None, "by hand")
    checked = book("backup", "verify", "latest", "--from", disk)
    assert (checked.code, checked.out) == (0, f"{made.name} is whole\n")
    data = bytearray((made / "casebook.db").read_bytes())
    data[-1] ^= 1
    (made / "casebook.db").write_bytes(data)
    checked = book("backup", "verify", made)
    assert checked.code == 1
    assert "changed after it was made" in checked.out
    (made / "casebook.db").unlink()
    listed = run("backup", "list", "--from", disk)
    assert (listed.code, "cannot be used: its casebook.db is missing" in listed.out) == (1, True)


def test_the_same_disk_is_warned_of(book: Book, disk: Path) -> None:  # noqa: F811
    assert "casebook's own disk" in book("backup", "make", "--to", disk).err


def test_the_daily_folder_is_chosen_and_used(book: Book, disk: Path) -> None:  # noqa: F811
    assert book("backup", "make").err.startswith("dictamen: --to: needs a folder")
    assert book("backup", "make", "--daily").err.startswith("dictamen: --daily: needs a folder")
    assert book("backup", "schedule", "--to", disk / "missing").code == 2
    assert book("backup", "schedule", "--to", disk).code == 0
    assert book("backup", "make").code == 0
    assert book("backup", "make", "--daily", "--to", disk).code == 2
    assert book("backup", "make", "--daily").out.startswith("made ")
    assert book("backup", "make", "--daily").out == "this day's backup is made already\n"
    told = json.loads(book("backup", "list", "--json").out)
    assert sorted(each["reason"] for each in told) == ["by hand", "daily"]
    assert book("backup", "schedule", "--off").out == "there are no daily backups any more\n"
    assert book("backup", "list").code == 2


def test_a_restore_shows_the_loss_and_asks(book: Book, case: Path, disk: Path) -> None:  # noqa: F811
    made = backed_up(book, case, disk)
    assert book("cases", "add", case).out == "saved C-2026-0417 2\n"
    asked = book("backup", "restore", made)
    assert asked.code == 2
    assert "would be lost: case C-2026-0417, revisions: 1" in asked.out
    assert "the backup has revision 1" in asked.out
    assert "Núñez" not in asked.out
    assert asked.err == ("dictamen: nothing was restored; add --yes to replace the casebook by the backup\n")
    assert len(book("cases", "history", "C-2026-0417").out.splitlines()) == 2
    restored = book("backup", "restore", "latest", "--from", disk, "--yes")
    assert restored.code == 0, restored.err
    assert "the former casebook is kept, sealed, as " in restored.out
    assert len(book("cases", "history", "C-2026-0417").out.splitlines()) == 1
    assert book("cases", "verify").code == 0


def test_attachments_that_are_lost_are_told(
    book: Book,  # noqa: F811
    case: Path,  # noqa: F811
    disk: Path,
    tmp_path: Path,
    run: Run,
) -> None:
    scan = tmp_path / "scan.png"
    scan.write_bytes(PNG)
    book("cases", "add", case)
    assert book("cases", "attach", "C-2026-0417", scan).code == 0
    assert book("backup", "make", "--to", disk).code == 0
    (sealed,) = (path for path in (book.home / "attachments").rglob("*") if path.is_file())
    (copy,) = (path for path in (disk / "attachments").rglob("*") if path.is_file())
    sealed.unlink()
    copy.unlink()
    made = book("backup", "make", "--to", disk)
    assert (made.code, "missing or damaged when it was made: 1" in made.err) == (0, True)
    listed = run("backup", "list", "--from", disk)
    assert listed.code == 1
    assert "gone from the folder: 1" in listed.out.splitlines()[1]
    asked = book("backup", "restore", "latest", "--from", disk)
    assert "would be missing: 1 attachments, not in the backup" in asked.out


def test_an_empty_home_takes_a_backup_without_asking(book: Book, case: Path, disk: Path) -> None:  # noqa: F811
    made = backed_up(book, case, disk)
    shutil.rmtree(book.home)
    restored = book("backup", "restore", made)
    assert restored.code == 0, restored.err
    assert book("cases", "show", "C-2026-0417").code == 0


def test_what_is_no_backup_is_one_line(book: Book, disk: Path) -> None:  # noqa: F811
    for words in (("nothing",), ("nothing", "--from", disk), ("x", "--from", disk / "missing")):
        ran = book("backup", "restore", *words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_young_case_is_neither_listed_nor_purged(book: Book, case: Path) -> None:  # noqa: F811
    book("cases", "add", case)
    assert book("retention", "list").out == "no case is past its retention\n"
    refused = book("retention", "propose", "C-2026-0417")
    assert (refused.code, "is not past its retention" in refused.err) == (2, True)
    assert book("retention", "propose").code == book("retention", "propose", "C-1", "--all").code == 2
    assert book("retention", "propose", "--all").code == 2


def test_two_people_purge_from_the_command_line(
    book: Book,  # noqa: F811
    case: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book("cases", "add", case)
    book.people_add(OTHER, "reviewer", "--by", ADMIN, "--by-passphrase-file", book.passphrase)
    monkeypatch.setattr("app.retention.years_of", lambda _row: 0)
    held = book("retention", "hold", "C-2026-0417", "--reason", "litigation", user=OTHER)
    assert held.code == 0, held.err
    assert book("retention", "propose", "--all").code == 2
    assert "only a physician" in book("retention", "release", "C-2026-0417", user=OTHER).err
    assert book("retention", "release", "C-2026-0417").code == 0
    proposed = book("retention", "propose", "--all", user=OTHER)
    number = proposed.out.split()[1].rstrip(":")
    assert "a second person" in book("retention", "confirm", number, user=OTHER).err
    (told,) = json.loads(book("retention", "list", "--json").out)["purges"]
    assert (told["stands"], told["case_ids"]) == ("open", ["C-2026-0417"])
    confirmed = book("retention", "confirm", number)
    assert confirmed.code == 0, confirmed.err
    assert "backups made before still hold these cases" in confirmed.out
    assert json.loads(book("cases", "list", "--json").out) == []
    assert "was purged" in book("cases", "show", "C-2026-0417").err
    assert book("cases", "verify").code == 0
    assert "confirmed" in book("retention", "list").out
