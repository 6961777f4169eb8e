"""Files on their way into a case: what they are, whether they fit, and what is kept of their names."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.attachments import (
    MOST_BYTES,
    FileType,
    attachments_from,
    incoming_bytes,
    incoming_file,
    spots_from,
    tidy_name,
    type_of,
)
from app.errors import InvalidInput

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", FileType.PDF),
        (b"\r\n\r\nscanner says hello\n%PDF-1.4", FileType.PDF),
        (PNG, FileType.PNG),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", FileType.JPEG),
        (b"II*\0\x08\0\0\0", FileType.TIFF),
        (b"MM\0*\0\0\0\x08", FileType.TIFF),
        (b"RIFF\x10\0\0\0WEBPVP8 ", FileType.WEBP),
        (b"RIFF\x10\0\0\0WAVEfmt ", FileType.OTHER),
        (b"BM\x36\0\0\0", FileType.BMP),
        (b"GIF89a", FileType.GIF),
        (b"\0\0\0\x18ftypheic\0\0\0\0", FileType.HEIC),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", FileType.OTHER),
        (b"PK\x03\x04", FileType.OTHER),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FileType.OTHER),
        (b"", FileType.OTHER),
    ],
)
def test_a_file_is_what_its_content_says(head: bytes, kind: FileType) -> None:
    assert type_of(head) is kind


def test_what_can_be_shown() -> None:
    assert [kind for kind in FileType if not kind.can_be_shown] == [FileType.HEIC, FileType.OTHER]


def test_the_name_of_a_file_does_not_decide(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(PNG)
    with incoming_file(path) as incoming:
        assert (incoming.name, incoming.type) == ("report.pdf", FileType.PNG)
        assert incoming.source.read() == PNG


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "is empty; an attachment has at least one byte"),
        (MOST_BYTES + 1, "is too large (101 MB); an attachment has at most 100 MB"),
    ],
)
def test_empty_and_too_large_files_are_refused_by_name(tmp_path: Path, size: int, said: str) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(InvalidInput) as caught, incoming_file(path):
        pass
    assert str(caught.value) == f"{path}: {said}"


def test_the_largest_file_is_let_in(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES)
    with incoming_file(path) as incoming:
        while incoming.source.read(1 << 20):
            pass


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"), incoming_file(tmp_path / "nothing.pdf"):
        pass
    with pytest.raises(InvalidInput, match="cannot be read"), incoming_file(tmp_path):
        pass
    with pytest.raises(InvalidInput, match="is no ordinary file"), incoming_file(Path(os.devnull)):
        pass


@pytest.mark.parametrize("more", [b"and more", b""])
def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path: Path, more: bytes) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 first")
    changed = pytest.raises(InvalidInput, match="was changed while it was read")
    with changed, incoming_file(path) as incoming:
        incoming.source.read()
        path.write_bytes(more)


def test_what_was_pasted_is_a_file_too() -> None:
    with incoming_bytes(PNG, "Pasted image.png") as incoming:
        assert (incoming.name, incoming.type, incoming.source.read()) == ("Pasted image.png", "png", PNG)
    with (
        pytest.raises(InvalidInput, match=r"Pasted image.png: is empty"),
        incoming_bytes(b"", "Pasted image.png"),
    ):
        pass


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("scan.pdf", "scan.pdf"),
        ("two\nlines\t\u202efdp.exe", "two lines fdp.exe"),
        ("Nu\u0303ez.pdf", "Ñuez.pdf".replace("Ñu", "Nũ")),
        ("  ", "file"),
        ("x" * 300 + ".pdf", "x" * 115 + "….pdf"),
        ("." + "y" * 300, "." + "y" * 118 + "…"),
    ],
)
def test_names_are_kept_in_one_line_that_can_be_shown(name: str, kept: str) -> None:
    assert tidy_name(name) == kept


@given(st.text())
def test_any_name_is_kept_somehow(name: str) -> None:
    kept = tidy_name(name)
    assert 0 < len(kept) <= 120
    assert kept.isprintable()
    assert tidy_name(kept) == kept


def test_records_older_than_attachments_have_none() -> None:
    assert attachments_from(None) == ()
    assert spots_from(None) == {}
