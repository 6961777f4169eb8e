"""Attachments: sealed once, opened by everybody, kept as long as anything refers to them."""

import io
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from app.attachments import MOST_BYTES
from app.casebook import Casebook, NotAllowed
from app.casebook.attachment_check import Content
from app.casebook.attachment_folder import Stopped
from app.casebook.sealed_file import CHUNK_BYTES
from app.errors import DictamenError, InvalidInput
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, QUINN, case_with, content_of

Unlock = Callable[[Person], Casebook]


def test_an_attachment_opens_again_after_unlocking(book: Casebook, unlock: Unlock) -> None:
    content = content_of(200_000)
    kept = book.attachments.keep(io.BytesIO(content))
    assert (kept.size, kept.sha256) == (200_000, sha256(content).hexdigest())
    with unlock(INES).attachments.open(kept.sha256) as reader:
        assert reader.read(16) == content[:16]
        reader.seek(150_000)
        assert io.BufferedReader(reader).read() == content[150_000:]


def test_the_same_content_is_sealed_once(book: Casebook, unlock: Unlock) -> None:
    first = book.attachments.keep(io.BytesIO(b"one paper"))
    again = unlock(INES).attachments.keep(io.BytesIO(b"one paper"))
    assert first == again
    assert book.attachments.folder.names() == {first.name}
    assert book.attachments.known.all() == [first]


def test_names_and_files_tell_nothing(book: Casebook) -> None:
    content = b"Nu\xc3\xb1ez Rivera, CD22 positive" * 50
    kept = book.attachments.keep(io.BytesIO(content))
    folder = book.attachments.folder
    assert kept.sha256[:16] not in kept.name
    raw = folder.file(kept.name).read_bytes()
    assert b"CD22" not in raw
    assert folder.file(kept.name).stat().st_mode & 0o777 == 0o600
    assert folder.path.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_empty_and_too_large_contents_leave_nothing(book: Casebook, size: int) -> None:
    before = book.data_version
    with pytest.raises(InvalidInput, match=r"is empty|at most 100 MB"):
        book.attachments.keep(io.BytesIO(bytes(size)))
    assert book.data_version == before
    assert list(book.attachments.folder.path.rglob("*")) == []


def test_stopping_leaves_nothing(book: Casebook) -> None:
    told: list[int] = []

    def stop_at_third(done: int) -> bool:
        told.append(done)
        return len(told) < 3

    with pytest.raises(Stopped):
        book.attachments.keep(io.BytesIO(content_of(9 * CHUNK_BYTES)), stop_at_third)
    assert told == [CHUNK_BYTES, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES]
    assert list(book.attachments.folder.path.rglob("*")) == []


def test_quality_assurance_reads_and_does_not_attach(book: Casebook, unlock: Unlock) -> None:
    kept = book.attachments.keep(io.BytesIO(b"paper"))
    quinn = unlock(QUINN)
    with pytest.raises(NotAllowed):
        quinn.attachments.keep(io.BytesIO(b"another"))
    with quinn.attachments.open(kept.sha256) as reader:
        assert reader.read(9) == b"paper"


def test_a_full_disk_is_said_and_leaves_nothing(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DictamenError, match=r"disk is full: make room, .*; nothing was changed"):
        book.attachments.keep(io.BytesIO(b"paper"))
    assert [path for path in book.attachments.folder.path.rglob("*") if path.is_file()] == []
    monkeypatch.undo()
    assert book.verify() == []


def test_two_people_attach_the_same_paper_at_once(book: Casebook, unlock: Unlock) -> None:
    content = content_of(5 * CHUNK_BYTES)
    kept: list[Content] = []
    books = [unlock(ANA), unlock(INES), unlock(ANA)]
    threads = [
        threading.Thread(target=lambda one=one: kept.append(one.attachments.keep(io.BytesIO(content))))
        for one in books
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept) == 3
    assert len(set(kept)) == 1
    assert book.attachments.folder.names() == {kept[0].name}
    assert list(book.attachments.check()) == []
    assert book.verify() == []


def test_contents_stay_as_long_as_any_revision_refers_to_them(book: Casebook) -> None:
    one, other, never = (book.attachments.keep(io.BytesIO(word)) for word in (b"one", b"other", b"never"))
    first = book.save(case_with(one, other))
    second = book.save(case_with(other), first.case_id, first.rev)
    assert book.attachments.known.referred() == {one.sha256, other.sha256}
    assert book.attachments.known.unreferred() == [never]
    assert book.attachments.known.unreferred({first.seq}) == [one, never]
    assert book.attachments.known.unreferred({first.seq, second.seq}) == [one, other, never]


def test_a_purged_content_can_be_attached_again(book: Casebook, unlock: Unlock) -> None:
    """The id of its document is used up; the next one takes its place."""
    kept = book.attachments.keep(io.BytesIO(b"paper"))
    emptied = book.attachments.known.places_of(kept)
    with book._file.transaction():
        for seq in emptied:
            book._file.write("UPDATE revision SET cover = x'', body = x'' WHERE seq = ?", (seq,))
    book.attachments.discard([kept])
    assert book.attachments.known.find(kept.sha256) is None
    assert book.attachments.known.all() == []
    again = book.attachments.keep(io.BytesIO(b"paper"))
    assert again.name != kept.name
    assert book.attachments.known.all() == [again]
    assert book.attachments.known.places_of(again) != emptied
    with unlock(INES).attachments.open(kept.sha256) as reader:
        assert reader.read(9) == b"paper"


def test_a_case_never_refers_to_what_is_not_there(book: Casebook) -> None:
    before = book.data_version
    with pytest.raises(InvalidInput, match="name a file that this casebook does not hold; attach it again"):
        book.save({"attachments": [{"sha256": "0" * 64}]})
    assert book.data_version == before


def test_a_new_data_key_leaves_the_files_as_they_are(book: Casebook, unlock: Unlock) -> None:
    old = book.attachments.keep(io.BytesIO(b"old paper"))
    saved = book.save(case_with(old))
    before = book.attachments.folder.file(old.name).read_bytes()
    book.rekey.run()
    book.close()
    later = unlock(INES)
    assert later.attachments.folder.file(old.name).read_bytes() == before
    assert later.attachments.keep(io.BytesIO(b"old paper")) == old
    new = later.attachments.keep(io.BytesIO(b"new paper"))
    later.save(case_with(old, new), saved.case_id, saved.rev)
    assert later.attachments.known.unreferred() == []
    assert later.verify() == []


def test_sealing_and_reading_a_large_file_takes_little_memory(home: Path) -> None:
    """Measured in a process of its own, whose memory nothing else has widened."""
    script = f"""
import io, resource, sys
from pathlib import Path
from app.casebook import Casebook
class Source(io.RawIOBase):
    left = 60_000_000
    def readable(self): return True
    def readinto(self, buffer):
        count = min(len(buffer), self.left)
        self.left -= count
        buffer[:count] = bytes(count)
        return count
book = Casebook.unlock(Path({str(home)!r}), {ANA.name!r}, "ana's passphrase")
book.attachments.keep(io.BytesIO(b"warm"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = book.attachments.keep(Source())
assert kept.size == 60_000_000
assert book.attachments.open(kept.sha256).digest() == kept.sha256
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    unit = 1024 if sys.platform == "darwin" else 1
    assert int(done.stdout) / unit < 8_000  # KiB, for 60 MB of content
