"""A casebook's file that is empty or gone is told apart from one that was never set up."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.casebook import Casebook, NoCasebook
from app.casebook.backup_manifest import Reason
from app.casebook.file import FILE_NAME
from app.casebook.restore import open_backup
from tests.app.casebook.conftest import ANA, CHEAP, PASSPHRASES

BACKUPS = "backups"


def now() -> datetime:
    return datetime.now(UTC)


def back_up(home: Path) -> None:
    (home.parent / BACKUPS).mkdir()
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        book.backups.make(home.parent / BACKUPS, Reason.BY_HAND)


def restore(home: Path) -> None:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        (backup,) = book.backups.listed(home.parent / BACKUPS)
    with open_backup(backup, home, ANA.name, PASSPHRASES[ANA], now) as candidate:
        candidate.put_in_place(now)


def attach(home: Path) -> Path:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        book.attachments.keep(io.BytesIO(b"a scan"))
    return home


def leave_something_unfinished(home: Path) -> Path:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.unfinished.keep({"typed": "half a word"})
    return home


def restore_once(home: Path) -> Path:
    back_up(home)
    restore(home)
    return home


def open_a_backups_folder(home: Path) -> Path:
    back_up(home)
    (folder,) = (home.parent / BACKUPS).glob("dictamen-backup-*")
    return folder


@pytest.mark.parametrize(
    "use",
    [attach, leave_something_unfinished, restore_once, open_a_backups_folder],
    ids=lambda use: use.__name__,
)
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "gone"])
def test_a_lost_casebook_is_said_and_no_new_one_hides_it(
    home: Path, use: Callable[[Path], Path], empty: bool
) -> None:
    place = use(home)
    (place / FILE_NAME).unlink()
    if empty:
        (place / FILE_NAME).touch()
    before = {path: path.stat().st_size for path in place.rglob("*")}
    said = "empty or gone; restore it from a backup"
    with pytest.raises(NoCasebook, match=said):
        Casebook.unlock(place, ANA.name, PASSPHRASES[ANA])
    with pytest.raises(NoCasebook, match=said):
        Casebook.create(place, ANA, PASSPHRASES[ANA], cost=CHEAP)
    assert {path: path.stat().st_size for path in place.rglob("*")} == before


def test_a_backup_takes_the_place_of_an_empty_file(home: Path) -> None:
    attach(home)
    back_up(home)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        (backup,) = book.backups.listed(home.parent / BACKUPS)
    (home / FILE_NAME).write_bytes(b"")
    with open_backup(backup, home, ANA.name, PASSPHRASES[ANA], now) as candidate:
        assert not candidate.difference.replaces
        candidate.put_in_place(now)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.verify() == []
