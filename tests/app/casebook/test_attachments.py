"""Attachments: what is sealed opens again whole, part by part, and nothing else does."""

import io
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.attachments import MOST_BYTES
from app.casebook import Casebook, Damaged, Document, NotAllowed, attachments
from app.casebook.attachment_check import Content
from app.casebook.attachment_folder import Stopped
from app.casebook.sealed_file import CHUNK_BYTES, TAG_BYTES, SealedReader, seal_to, sealed_length
from app.errors import DictamenError, InvalidInput
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, QUINN

Unlock = Callable[[Person], Casebook]
KEY = bytes(range(32))
SIZES = (1, 2, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 77)
HEAD = sealed_length(1) - 1 - TAG_BYTES
STEP = CHUNK_BYTES + TAG_BYTES


def content_of(size: int) -> bytes:
    return bytes((place * 7 + place // 251) % 256 for place in range(size))


def parts(content: bytes) -> list[bytes]:
    return [content[start : start + CHUNK_BYTES] for start in range(0, len(content), CHUNK_BYTES)]


def sealed(folder: Path, content: bytes, key: bytes = KEY) -> Path:
    path = folder / f"sealed-{len(list(folder.iterdir()))}"
    with path.open("w+b") as target:
        assert seal_to(target, key, parts(content)) == len(content)
    return path


def opened(path: Path, size: int, key: bytes = KEY) -> bytes:
    with SealedReader(path, key, size) as reader:
        return b"".join(reader.chunks())


def case_with(*contents: Content) -> Document:
    return {"attachments": [{"sha256": content.sha256} for content in contents]}


# ------------------------------------------------------------ the sealed file


@pytest.mark.parametrize("size", SIZES)
def test_a_content_of_any_size_opens_again(tmp_path: Path, size: int) -> None:
    content = content_of(size)
    path = sealed(tmp_path, content)
    assert path.stat().st_size == sealed_length(size)
    assert opened(path, size) == content
    assert content[:64] not in path.read_bytes() or size < 8


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_part_reads_as_it_does_from_a_plain_file(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, 3 * CHUNK_BYTES + 5))
    content = content_of(size)
    plain = io.BytesIO(content)
    with SealedReader(sealed(tmp_path_factory.mktemp("part"), content), KEY, size) as reader:
        buffered = io.BufferedReader(reader)
        for _ in range(8):
            place, count = data.draw(st.integers(0, size + 9)), data.draw(st.integers(0, 2 * CHUNK_BYTES))
            buffered.seek(place)
            plain.seek(place)
            assert buffered.read(count) == plain.read(count)
            assert buffered.tell() == plain.tell()
        assert buffered.seek(-1, os.SEEK_END) == size - 1
        assert buffered.read() == content[-1:]


def test_no_bit_of_a_sealed_file_may_differ(tmp_path: Path) -> None:
    content = content_of(600)
    path = sealed(tmp_path, content)
    whole = path.read_bytes()
    for place in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[place // 8] ^= 1 << place % 8
        path.write_bytes(changed)
        with pytest.raises(Damaged):
            opened(path, len(content))


def _cut_last_chunk(whole: bytes) -> bytes:
    return whole[: HEAD + 2 * STEP]


def _exchange(whole: bytes) -> bytes:
    first, second = whole[HEAD : HEAD + STEP], whole[HEAD + STEP : HEAD + 2 * STEP]
    return whole[:HEAD] + second + first + whole[HEAD + 2 * STEP :]


def _repeat(whole: bytes) -> bytes:
    first = whole[HEAD : HEAD + STEP]
    return whole[:HEAD] + first + first + whole[HEAD + 2 * STEP :]


@pytest.mark.parametrize(
    "alter",
    [
        _cut_last_chunk,
        _exchange,
        _repeat,
        lambda whole: whole + b"\0",
        lambda whole: whole[:-1],
        lambda _: b"",
    ],
)
def test_cut_exchanged_and_repeated_chunks_do_not_open(
    tmp_path: Path, alter: Callable[[bytes], bytes]
) -> None:
    content = content_of(2 * CHUNK_BYTES + 9)
    path = sealed(tmp_path, content)
    path.write_bytes(alter(path.read_bytes()))
    with pytest.raises(Damaged):
        opened(path, len(content))


def test_a_shorter_file_of_the_same_key_does_not_pass_for_the_longer_one(tmp_path: Path) -> None:
    """Not even with a header that was made to fit: the mark on the last chunk is missing."""
    content = content_of(2 * CHUNK_BYTES)
    path = sealed(tmp_path, content)
    whole = bytearray(path.read_bytes()[: HEAD + STEP])
    whole[20:28] = CHUNK_BYTES.to_bytes(8)
    path.write_bytes(whole)
    with pytest.raises(Damaged, match="changed on the disk"):
        opened(path, CHUNK_BYTES)


def test_a_file_opens_with_its_own_key_alone(tmp_path: Path) -> None:
    path = sealed(tmp_path, b"content")
    with pytest.raises(Damaged):
        opened(path, 7, bytes(32))


# ------------------------------------------------------------ in the casebook


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
    assert book.attachments.contents() == [first]


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
    with pytest.raises(DictamenError, match="No space left on device; nothing was changed"):
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
    monkeypatch.setattr(attachments, "require_known", lambda _ledger, _column: None)
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


def test_contents_stay_as_long_as_any_revision_refers_to_them(book: Casebook) -> None:
    one, other, never = (book.attachments.keep(io.BytesIO(word)) for word in (b"one", b"other", b"never"))
    first = book.save(case_with(one, other))
    second = book.save(case_with(other), first.case_id, first.rev)
    assert book.attachments.referred() == {one.sha256, other.sha256}
    assert book.attachments.unreferred() == [never]
    assert book.attachments.unreferred({first.seq}) == [one, never]
    assert book.attachments.unreferred({first.seq, second.seq}) == [one, other, never]


def test_a_purged_content_can_be_attached_again(book: Casebook, unlock: Unlock) -> None:
    """The id of its document is used up; the next one takes its place."""
    kept = book.attachments.keep(io.BytesIO(b"paper"))
    emptied = book.attachments.places_of(kept)
    with book._file.transaction():
        for seq in emptied:
            book._file.write("UPDATE revision SET cover = x'', body = x'' WHERE seq = ?", (seq,))
    book.attachments.discard([kept])
    assert book.attachments.find(kept.sha256) is None
    assert book.attachments.contents() == []
    again = book.attachments.keep(io.BytesIO(b"paper"))
    assert again.name != kept.name
    assert book.attachments.contents() == [again]
    assert book.attachments.places_of(again) != emptied
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
    assert later.attachments.unreferred() == []
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
    (seq,) = book.attachments.places_of(kept)
    with book._file.transaction():
        book._file.write("DROP TRIGGER revision_is_final")
        book._file.write("UPDATE revision SET cover = x'00112233' WHERE seq = ?", (seq,))
    assert [trouble.problem for trouble in book.attachments.check()] == [
        "not everything could be said of the attachments, as revisions are damaged"
    ]
    with pytest.raises(Damaged):
        book.attachments.sweep()
    assert book.attachments.folder.names() == {kept.name}
