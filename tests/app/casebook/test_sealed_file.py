"""Sealed files: what is sealed opens again whole, part by part, and nothing else does."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casebook import Casebook, Damaged
from app.casebook.sealed_file import CHUNK_BYTES, TAG_BYTES, SealedReader, seal_to, sealed_length
from app.people import Person
from tests.app.casebook.conftest import content_of

Unlock = Callable[[Person], Casebook]
KEY = bytes(range(32))
SIZES = (1, 2, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 77)
HEAD = sealed_length(1) - 1 - TAG_BYTES
STEP = CHUNK_BYTES + TAG_BYTES


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
