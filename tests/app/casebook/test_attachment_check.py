"""Attachments that were lost, altered or cut off: found, said, made good, and nothing else taken away."""

import io
import os
import shutil
import time
from pathlib import Path

import pytest

from app.casebook import Casebook, Damaged
from app.casebook.contents import Contents
from tests.app.casebook.conftest import case_with


def test_a_lost_or_altered_file_is_made_good_by_attaching_it_again(book: Casebook, home: Path) -> None:
    kept = book.attachments.keep(io.BytesIO(b"paper" * 99))
    book.save(case_with(kept))
    path = book.attachments.folder.file(kept.name)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    again = book.attachments.keep(io.BytesIO(b"paper" * 99))
    assert again.name != kept.name
    with book.attachments.open(kept.sha256) as reader:
        assert reader.read(5) == b"paper"
    found = [str(trouble) for trouble in book.attachments.check()]
    assert len(found) == 1
    assert found[0].startswith(f"attachment {kept.name}: nothing refers to this file;")
    assert book.attachments.sweep() == 1
    assert list(book.attachments.check()) == []
    assert home.is_dir()


# ------------------------------------------------------------ checking


def test_check_finds_what_is_wrong_and_says_it(book: Casebook) -> None:
    good, altered, missing, swapped = (
        book.attachments.keep(io.BytesIO(word * 500)) for word in (b"good", b"altd", b"miss", b"swap")
    )
    folder = book.attachments.folder
    raw = bytearray(folder.file(altered.name).read_bytes())
    raw[100] ^= 1
    folder.file(altered.name).write_bytes(raw)
    folder.file(missing.name).unlink()
    shutil.copy(folder.file(good.name), folder.file(swapped.name))
    (folder.path / "holiday.jpg").write_bytes(b"x")
    for name, age in (("partial-0123456789abcdef", 7200), ("partial-89abcdef01234567", 0)):
        (folder.path / name).write_bytes(b"x")
        os.utime(folder.path / name, (time.time() - age,) * 2)
    found = [str(trouble) for trouble in book.attachments.check()]
    assert len(found) == 5
    assert f"attachment {altered.name}: it was changed on the disk, near byte 0" in found[0]
    assert f"attachment {missing.name}: its file is missing; restore it from a backup" in found[1]
    assert f"attachment {swapped.name}: it was changed on the disk" in found[2]
    assert "holiday.jpg: a foreign file" in found[3]
    assert "partial-0123456789abcdef: a piece of a write that was cut off" in found[4]
    assert book.attachments.sweep() == 1
    assert len(folder.strangers()) == 2  # a foreign file, and what may be in the writing


def test_the_quick_check_looks_at_presence_and_length(book: Casebook) -> None:
    kept, gone = (book.attachments.keep(io.BytesIO(word)) for word in (b"kept", b"gone"))
    folder = book.attachments.folder
    folder.file(gone.name).unlink()
    folder.file(kept.name).write_bytes(folder.file(kept.name).read_bytes() + b"!")
    found = [str(trouble) for trouble in book.attachments.check(whole=False)]
    assert ["longer" in found[0], "missing" in found[1], len(found)] == [True, True, 2]


def test_a_reference_to_nothing_is_a_finding(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    book.attachments.keep(io.BytesIO(b"paper"))
    monkeypatch.setattr(Contents, "require", lambda _contents, _column: None)
    book.save({"attachments": [{"sha256": "0" * 64}]})
    assert [trouble.problem for trouble in book.attachments.check()] == [
        "attachments that cases refer to and the casebook does not know: 1"
    ]


def test_opening_what_is_gone_or_unknown_is_one_sentence(book: Casebook) -> None:
    kept = book.attachments.keep(io.BytesIO(b"paper"))
    book.attachments.folder.file(kept.name).unlink()
    with pytest.raises(Damaged, match="the attachment's file is missing; restore it from a backup"):
        book.attachments.open(kept.sha256)
    with pytest.raises(Damaged, match="does not know this attachment"):
        book.attachments.open("0" * 64)


# ------------------------------------------------------------ references, for a purge and a backup


def test_a_check_of_the_casebook_can_be_ended_among_the_attachments(book: Casebook) -> None:
    for word in (b"one", b"two", b"three"):
        book.attachments.keep(io.BytesIO(word))
    newest, told = book.data_version, 0

    class EndedError(Exception):
        pass

    def end_at_second(reached: int) -> None:
        nonlocal told
        told += reached == newest
        if told == 2:
            raise EndedError

    with pytest.raises(EndedError):
        book.verify(progress=end_at_second)


def test_where_revisions_are_damaged_no_file_is_called_foreign_or_swept(book: Casebook) -> None:
    kept = book.attachments.keep(io.BytesIO(b"paper"))
    (seq,) = book.attachments.known.places_of(kept)
    with book._file.transaction():
        book._file.write("DROP TRIGGER revision_is_final")
        book._file.write("UPDATE revision SET cover = x'00112233' WHERE seq = ?", (seq,))
    assert [trouble.problem for trouble in book.attachments.check()] == [
        "not everything could be said of the attachments, as revisions are damaged"
    ]
    with pytest.raises(Damaged):
        book.attachments.sweep()
    assert book.attachments.folder.names() == {kept.name}
