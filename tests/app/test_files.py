import errno
import os
from pathlib import Path

import pytest

from app.errors import DictamenError
from app.files import flush_folder, read_file, write_file, write_letter


def test_a_file_is_written_whole_over_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    target.write_bytes(b"older and longer")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert [item.name for item in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_file_that_must_not_be_replaced_is_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "identity.p12"
    target.write_bytes(b"older")
    with pytest.raises(DictamenError, match="already"):
        write_file(target, b"new", replace=False)
    assert target.read_bytes() == b"older"
    assert [item.name for item in tmp_path.iterdir()] == ["identity.p12"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_private_file_is_readable_for_its_owner_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "key", b"secret", private=True)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_letter_is_private_even_where_the_older_one_was_not(tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    target.touch(0o644)
    write_letter(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    target = tmp_path / "none" / "letter.pdf"
    with pytest.raises(DictamenError, match="cannot be written") as raised:
        write_file(target, b"new")
    assert str(raised.value).startswith(f"{target}: ")


def test_a_folder_that_is_a_file_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    target = tmp_path / "file" / "letter.pdf"
    with pytest.raises(DictamenError, match="cannot be written") as raised:
        write_file(target, b"new")
    assert str(raised.value).startswith(f"{target}: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system keeps no pipes in folders")
def test_a_pipe_or_device_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "pipe"
    os.mkfifo(target)
    with pytest.raises(DictamenError, match="a device or a pipe"):
        write_file(target, b"new")
    assert target.is_fifo()
    assert [item.name for item in tmp_path.iterdir()] == ["pipe"]


def test_a_failed_write_leaves_the_older_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "letter.pdf"
    target.write_bytes(b"older")

    def fails(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(DictamenError, match="the disk is full"):
        write_file(target, b"new")
    assert target.read_bytes() == b"older"
    assert [item.name for item in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DictamenError, match="cannot be read") as raised:
        read_file(tmp_path / "none")
    assert str(raised.value).startswith(f"{tmp_path / 'none'}: ")


@pytest.mark.skipif(os.name != "posix", reason="only POSIX flushes folders")
@pytest.mark.parametrize(("number", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_flushed_by_its_kind_is_no_error_and_a_failing_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, is_told: bool
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    if is_told:
        with pytest.raises(OSError, match=os.strerror(number)):
            flush_folder(tmp_path)
    else:
        flush_folder(tmp_path)
