"""What PDFium and Qt make of sealed contents: pages within limits, one plain line for what cannot be."""

import struct
import threading
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.attachments import FileType
from app.casebook.sealed_file import CHUNK_BYTES, SealedReader
from app.errors import DictamenError
from tests.ui.attachments.files import KEY, locked_pdf, pdf, picture, sealed, source
from ui.attachments import image_source, pdf_source
from ui.attachments.image_source import AttachedImage
from ui.attachments.pdf_source import AttachedPdf
from ui.attachments.source import Source

pytestmark = pytest.mark.usefixtures("qtbot")


def test_a_pdf_file_is_drawn_page_by_page_with_its_words(tmp_path: Path) -> None:
    pages = AttachedPdf(source(tmp_path, pdf(3)))
    assert [(sheet.width, sheet.height) for sheet in pages.sheets] == [(595.0, 842.0)] * 3
    assert pages.text(2) == "Invented report, page 3"
    upright, turned = pages.draw(1, 0.5), pages.draw(1, 0.5, 1)
    assert upright is not None
    assert turned is not None
    assert (upright.width(), upright.height()) == (turned.height(), turned.width())
    assert any(upright.pixelColor(x, 36) != QColor("white") for x in range(36, 100))
    pages.close()
    assert (pages.draw(0, 1.0), pages.text(0)) == (None, "")


def test_opening_a_long_file_reads_little_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = pdf(60, noise=400)
    assert len(content) > 20 * CHUNK_BYTES
    read: set[int] = set()
    plain = SealedReader._chunk

    def counted(reader: SealedReader, number: int) -> bytes:
        read.add(number)
        return plain(reader, number)

    monkeypatch.setattr(SealedReader, "_chunk", counted)
    pages = AttachedPdf(source(tmp_path, content))
    assert pages.draw(30, 0.3) is not None
    assert len(read) < len(content) / CHUNK_BYTES / 2
    pages.close()


def test_a_page_of_extreme_size_is_drawn_coarser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "MOST_PIXELS", 250_000)
    pages = AttachedPdf(source(tmp_path, pdf(1, (14_000.0, 14_000.0))))
    drawn = pages.draw(0, 3.0)
    assert drawn is not None
    assert 200_000 < drawn.width() * drawn.height() < 260_000
    pages.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 and nothing else", "is damaged and cannot be shown"),
        (pdf(3)[:900], "is damaged and cannot be shown"),
        (locked_pdf(), "is protected by a password"),
    ],
)
def test_pdf_files_that_cannot_be_shown_are_one_plain_line(tmp_path: Path, content: bytes, said: str) -> None:
    opened = source(tmp_path, content)
    with pytest.raises(DictamenError, match=said) as caught:
        AttachedPdf(opened)
    assert "\n" not in str(caught.value)
    assert opened.closed


def test_a_sealed_file_that_was_altered_is_said_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = pdf(40, noise=200)
    path = sealed(tmp_path, content)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    pages = AttachedPdf(Source(SealedReader(path, KEY, len(content))))
    with pytest.raises(DictamenError, match=r"cannot be shown: it was changed on the disk.*backup"):
        [pages.draw(number, 0.2) for number in range(40)]
    pages.close()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff", "bmp", "webp"])
def test_pictures_are_decoded_and_turned(tmp_path: Path, kind: str) -> None:
    image = AttachedImage(source(tmp_path, picture(kind)), FileType(kind))
    assert [(sheet.width, sheet.height) for sheet in image.sheets] == [(400.0, 300.0)]
    drawn = image.draw(0, 0.5)
    assert drawn is not None
    assert (drawn.width(), drawn.height()) == (200, 150)
    left, right = drawn.pixelColor(20, 75), drawn.pixelColor(180, 75)
    assert (left.red() > 200, left.blue() < 60, right.blue() > 200, right.red() < 60) == (True,) * 4
    turned = image.draw(0, 0.5, 1)
    assert turned is not None
    assert turned.pixelColor(75, 20).red() > 200  # what was left is at the top now
    image.close()
    assert image.draw(0, 1.0) is None


def test_a_fax_of_several_pages_shows_each(tmp_path: Path) -> None:
    image = AttachedImage(source(tmp_path, _fax(("red", "green", "blue"))), FileType.TIFF)
    assert len(image.sheets) == 3
    colours = [drawn.pixelColor(5, 5).name() for number in range(3) if (drawn := image.draw(number, 1.0))]
    assert colours == [QColor(name).name() for name in ("red", "green", "blue")]
    image.close()


@pytest.mark.parametrize("kind", ["png", "bmp"])
def test_a_picture_that_ends_early_is_one_plain_line(tmp_path: Path, kind: str) -> None:
    content = picture(kind)
    opened = source(tmp_path, content[:40])
    with pytest.raises(DictamenError, match="damaged and cannot be shown"):
        AttachedImage(opened, FileType(kind)).draw(0, 1.0)


def test_a_small_file_that_unfolds_into_a_huge_picture_is_not_decoded(tmp_path: Path) -> None:
    opened = source(tmp_path, _bomb(60_000, 60_000))
    with pytest.raises(DictamenError, match=r"too large to be shown \(60000 by 60000 pixels\)"):
        AttachedImage(opened, FileType.PNG)
    assert opened.closed


def test_only_the_decoder_of_its_type_sees_a_content(tmp_path: Path) -> None:
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    with pytest.raises(DictamenError, match="damaged"):
        AttachedImage(source(tmp_path, drawing), FileType.PNG)


def test_a_photograph_larger_than_its_decoder_may_take_is_decoded_smaller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_source, "MOST_PIXELS", 1_000)
    image = AttachedImage(source(tmp_path, picture("jpeg")), FileType.JPEG)
    monkeypatch.setattr(image_source, "_DRAWN_PIXELS", 30_000)
    drawn = image.draw(0, 1.0)
    assert drawn is not None
    assert drawn.width() * drawn.height() < 31_000
    image.close()


def _bomb(width: int, height: int) -> bytes:
    """A PNG file of a few hundred bytes that claims to be huge."""

    def block(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + block(b"IHDR", head)
        + block(b"IDAT", zlib.compress(bytes(999)))
        + block(b"IEND", b"")
    )


def _fax(colours: tuple[str, ...]) -> bytes:
    """A TIFF file of a page per colour, put together by hand, as Qt writes single pages alone."""
    side = 16
    content = bytearray(b"II*\0\x08\0\0\0")
    for number, name in enumerate(colours):
        colour = QColor(name)
        pixels = bytes((colour.red(), colour.green(), colour.blue())) * side * side
        here = len(content)
        count = 10
        strip = here + 2 + 12 * count + 4
        bits = strip + len(pixels)
        after = bits + 6
        entries = (
            (256, 3, 1, side), (257, 3, 1, side), (258, 3, 3, bits), (259, 3, 1, 1), (262, 3, 1, 2),
            (273, 4, 1, strip), (277, 3, 1, 3), (278, 3, 1, side), (279, 4, 1, len(pixels)), (284, 3, 1, 1),
        )  # fmt: skip
        content += struct.pack("<H", count)
        for entry in entries:
            content += struct.pack("<HHII", *entry)
        content += struct.pack("<I", after if number < len(colours) - 1 else 0)
        content += pixels + struct.pack("<HHH", 8, 8, 8)
    return bytes(content)


def test_the_fax_is_one() -> None:
    assert QImage.fromData(_fax(("red",))).size().width() == 16


def test_a_picture_is_let_go_without_waiting_while_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = source(tmp_path, picture("png"))
    image = AttachedImage(opened, FileType.PNG)
    reached, go_on = threading.Event(), threading.Event()
    plain = Source.readinto

    def held(self: Source, buffer: "memoryview | bytearray") -> int:
        reached.set()
        assert go_on.wait(20)
        return plain(self, buffer)

    monkeypatch.setattr(Source, "readinto", held)
    results: list[QImage | None] = []
    thread = threading.Thread(target=lambda: results.append(image.draw(0, 1.0)))
    thread.start()
    assert reached.wait(20)
    image.close()
    image.close()
    read_on = not opened.closed
    go_on.set()
    thread.join()
    assert (read_on, opened.closed) == (True, True)
    (drawn,) = results
    assert drawn is not None
    assert not drawn.isNull()
    assert image.draw(0, 1.0) is None
