"""Killed writers, two writers, a full disk, a read-only folder, foreign files: nothing lost, plainly said."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app import home
from app.casebook import Busy, Casebook, NoCasebook, NotSaved, folder, patience
from app.casebook.file import FILE_NAME
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.conftest import ANA, CHEAP, INES, PASSPHRASES
from tests.tools.casebook_look import look
from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import World, prepare
from tests.tools.cut_off import killed
from tests.tools.disk_record import available
from tests.tools.kill_casebook import PASSPHRASE, PERSON, SCENARIOS, at_work, kill, save

Unlock = Callable[[Person], Casebook]

RECORDED = pytest.mark.skipif(not available(), reason="SQLite is built into this Python")
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and signals of POSIX")


@POSIX
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_whatever_is_killed_loses_nothing_that_was_acknowledged(tmp_path: Path, scenario: str) -> None:
    """``tests.tools.kill_casebook`` kills a thousand times."""
    tally = kill(tmp_path, kills=10, seed=20261124, scenario=scenario)
    assert tally.acknowledged >= 5
    assert (tally.lost, tally.troubles) == (0, [])


def test_a_save_gets_its_turn_beside_a_process_that_saves_without_pause(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    heard.touch()
    with Casebook.create(tmp_path / "home", PERSON, PASSPHRASE, cost=CHEAP) as book:
        with at_work(save, tmp_path / "home", heard):
            while not heard.stat().st_size:
                time.sleep(0.001)
            ours = []
            for number in range(20):
                said = heard.stat().st_size
                ours.append(book.save({"number": number}).case_id)  # raises where patience ends first
                while heard.stat().st_size == said:  # the other one is still at work
                    time.sleep(0.001)
        assert [book.get(case_id).document for case_id in ours] == [{"number": n} for n in range(20)]


def test_two_writers_on_one_case_lose_nothing(unlock: Unlock) -> None:
    books = [unlock(ANA), unlock(INES)]
    books[0].save({"steps": []}, "C-1")

    def work(book: Casebook) -> None:
        done = 0
        while done < 20:
            stored = book.get("C-1")
            step = f"{book.person.name} {done}"
            try:
                book.save({"steps": [*stored.document["steps"], step]}, "C-1", stored.rev)
            except DictamenError:
                continue
            done += 1

    threads = [threading.Thread(target=work, args=(book,)) for book in books]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(books[0].get("C-1").document["steps"]) == sorted(
        f"{person.name} {number}" for person in (ANA, INES) for number in range(20)
    )
    assert books[0].verify() == []


def test_one_casebook_serves_several_threads(book: Casebook) -> None:
    threads = [threading.Thread(target=book.save, args=({"n": n}, f"C-{n}")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(book.worklist()) == 8
    assert book.verify() == []


def test_a_file_held_by_another_program_is_said_and_saving_goes_on_later(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "BUSY_SECONDS", 0.05)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(Busy, match="nothing was saved"):
                book.save({}, "C-1")
            with pytest.raises(Busy, match="try again"):
                book.get("C-1")
        assert book.save({}, "C-1").rev == 1


def test_a_full_disk_ends_writing_until_reopened(home: Path, book: Casebook) -> None:
    book.save({"v": 1}, "C-1")
    pages = book._file.query("PRAGMA page_count")[0][0]
    book._file.query(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="disk is full"):
        book.save({"v": [os.urandom(500).hex() for _ in range(100)]}, "C-1", rev=1)
    book._file.query("PRAGMA max_page_count = 1000000")
    with pytest.raises(NotSaved, match="until it is opened again"):
        book.save({"v": 2}, "C-1", rev=1)
    assert book.get("C-1").document == {"v": 1}
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as again:
        assert again.save({"v": 2}, "C-1", rev=1).rev == 2
        assert again.verify() == []


READ_ONLY = """
import os, pathlib, sys, tomllib
from app.casebook import Casebook
from app.errors import DictamenError
from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import World, signed_in
from ui.history import export_files
if os.geteuid() == 0:  # root's rights would override the modes
    os.setgid(65534)
    os.setuid(65534)
world = World(pathlib.Path(sys.argv[1]))
try:
    with signed_in(world) as book:
        print(len(book.worklist()), len(book.verify()), book.get("C-1").rev, *book.warnings)
except DictamenError as error:
    print(error)
for work in sys.argv[2:]:
    told = []
    try:
        WORKS[work](world, told.append)
        print(work, "was done", *told)
    except DictamenError as error:
        print(work, "was refused:", error)
"""


@contextmanager
def write_protected(spoil: Callable[[World], object] = lambda _world: None) -> Iterator[World]:
    """A world whose casebook may only be read; not in pytest's folder, which no other account may enter."""
    with tempfile.TemporaryDirectory() as place:
        world = prepare(Path(place) / "world")
        spoil(world)
        for path in (Path(place), *Path(place).rglob("*")):
            inside = path.is_relative_to(world.home)
            path.chmod((0o555 if inside else 0o777) if path.is_dir() else (0o444 if inside else 0o666))
        yield world
        for path in (world.home, *world.home.rglob("*")):
            path.chmod(0o777)


def said_of(world: World, *works: str) -> list[str]:
    command = [sys.executable, "-c", READ_ONLY, str(world.folder), *works]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@POSIX
def test_a_read_only_folder_is_read_and_said_and_backed_up() -> None:
    refused = [work for work in WORKS if work not in {"unlock", "backup", "move", "create"}]
    with write_protected() as world:
        before = (world.home / FILE_NAME).read_bytes()
        opened, *said = said_of(world, "backup", "move", *refused)
        assert (world.home / FILE_NAME).read_bytes() == before
        assert len(list(world.backups.glob("dictamen-backup-*"))) == 1
    assert opened.startswith("7 0 1 The casebook may only be read here")
    assert said[0].startswith("backup was done backup dictamen-backup-")
    assert said[1] == "move was done created new C-FILE"
    assert [line.split(":")[0] for line in said[2:]] == [f"{work} was refused" for work in refused]
    for line in said[2:]:
        assert (
            "may only be read" in line or "this account may not" in line or "nothing can be written" in line
        )


@POSIX
@RECORDED
def test_a_cut_off_save_in_a_folder_that_may_only_be_read_is_said_with_the_remedy() -> None:
    def cut_off(world: World) -> None:
        journal = world.home / f"{FILE_NAME}-journal"
        number = 0
        while not journal.is_file() or not any(journal.read_bytes()[8:12]):  # until it is to be played back
            killed(world, "save", number)
            number += 1

    with write_protected(cut_off) as world:
        (said,) = said_of(world)
        assert "a save was cut off" in said
        assert "copy the whole folder" in said
        elsewhere = World(world.folder.with_name("elsewhere"))
        shutil.copytree(world.folder, elsewhere.folder)
        for path in (elsewhere.home, *elsewhere.home.rglob("*")):
            path.chmod(0o700)
        assert look(elsewhere, "save", []) == []


@pytest.mark.parametrize("content", [b"hello, I am a text file " * 100, b"SQLite format 3\0" + bytes(4080)])
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    with pytest.raises(DictamenError, match="damaged or is not a casebook"):
        Casebook.unlock(tmp_path, ANA.name, PASSPHRASES[ANA])
    with pytest.raises(DictamenError, match=r"damaged or is not a casebook|already"):
        Casebook.create(tmp_path, ANA, PASSPHRASES[ANA], cost=CHEAP)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("CREATE TABLE notes (text)")
        other.commit()
    with pytest.raises(DictamenError, match="not a casebook"):
        Casebook.unlock(tmp_path, ANA.name, PASSPHRASES[ANA])
    with pytest.raises(DictamenError, match="already"):
        Casebook.create(tmp_path, ANA, PASSPHRASES[ANA], cost=CHEAP)


def test_a_newer_format_is_said(home: Path) -> None:
    with closing(sqlite3.connect(home / FILE_NAME)) as raw:
        raw.execute("UPDATE casebook SET format = 99")
        raw.commit()
    with pytest.raises(DictamenError, match="newest version"):
        Casebook.unlock(home, ANA.name, PASSPHRASES[ANA])


def test_a_set_up_that_was_cut_off_can_be_repeated(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    assert not Casebook.exists(tmp_path)
    with pytest.raises(NoCasebook, match="never finished; create it again, or restore a backup"):
        Casebook.unlock(tmp_path, ANA.name, PASSPHRASES[ANA])
    with Casebook.create(tmp_path, ANA, PASSPHRASES[ANA], cost=CHEAP) as book:
        assert book.verify() == []


@POSIX
def test_folder_and_file_are_their_owners_alone(home: Path, book: Casebook) -> None:
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert book.warnings == []
    home.chmod(0o755)
    assert any("Other accounts" in warning for warning in book.warnings)


def test_a_folder_with_other_things_keeps_its_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    (shared / "other.txt").touch()
    folder.prepare(shared)
    assert shared.stat().st_mode & 0o777 == 0o755


def test_a_synced_folder_is_warned_of(tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive - Clinic" / "cases"
    synced.mkdir(parents=True, mode=0o700)
    (synced / FILE_NAME).touch()
    assert any("synced folder" in warning for warning in folder.warnings(synced))


@pytest.mark.parametrize(
    ("kind", "is_share"),
    [
        *((kind, True) for kind in ("nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse", "vboxsf")),
        *((kind, False) for kind in ("ext4", "xfs", "btrfs", "tmpfs", "fuseblk", "overlay", "vfat")),
    ],
)
def test_a_network_share_is_warned_of_and_no_disk_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, is_share: bool
) -> None:
    mounts = tmp_path / "mounts"
    lines = [f"/dev/sda1 / {'ext4' if is_share else 'nfs4'} rw 0 0", f"any {tmp_path} {kind} rw 0 0"]
    mounts.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    monkeypatch.setattr(folder, "why_not_local", lambda place: home.why_not_local(place, mounts))
    shared = tmp_path / "cases"
    shared.mkdir(mode=0o700)
    (shared / FILE_NAME).touch()
    assert any("network share" in warning for warning in folder.warnings(shared)) == is_share


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(DictamenError, match="cannot be used"):
        Casebook.create(tmp_path / "taken", ANA, PASSPHRASES[ANA], cost=CHEAP)
