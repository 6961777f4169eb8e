"""PDFium behind its one door: threads take turns, and closing waits for nobody."""

import gc
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path

import pytest

from reports import pdf_reading
from reports.pdf_reading import PdfReading, Unreadable, page_texts
from tests.reports.pdf_hammer import made

ROOT = Path(__file__).parents[2]


class _Held(BytesIO):
    """A file whose reading stops until it is let go on, as a page does that takes long."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()

    def hold(self) -> None:
        self.go_on.clear()

    def readinto(self, buffer: memoryview | bytearray, /) -> int:  # type: ignore[override]  # a buffer, said plainly
        if not self.go_on.is_set():
            self.reached.set()
            self.go_on.wait(20)
        return super().readinto(buffer)


def begin_drawing(held: _Held, reading: PdfReading, results: list[object]) -> threading.Thread:
    """Draw in another thread, which then has the turn."""

    def draw() -> None:
        results.append(reading.draw(4, 0.3))

    held.hold()
    thread = threading.Thread(target=draw)
    thread.start()
    assert held.reached.wait(20)
    return thread


def test_three_threads_that_read_and_draw_at_once_stay_whole() -> None:
    """Without turns this process dies of a segmentation fault: six times of six, when it was tried."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.reports.pdf_hammer"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (child.returncode, child.stdout, child.stderr) == (0, "whole\n", "")


def test_a_file_is_closed_without_waiting_for_another_that_is_drawn() -> None:
    held, source = _Held(made(5, 4000)), BytesIO(made(1, 1))
    slow, quick = PdfReading(held), PdfReading(source)
    results: list[object] = []
    thread = begin_drawing(held, slow, results)
    quick.close()  # would it wait for its turn, it would wait for the line after the next
    assert quick.closed
    waiting = not source.closed
    held.go_on.set()
    thread.join()
    assert (waiting, source.closed) == (True, True)
    assert not pdf_reading._left
    assert results
    slow.close()
    assert held.closed


def test_a_file_that_is_closed_while_it_is_drawn_is_drawn_to_its_end() -> None:
    held = _Held(made(5, 4000))
    reading = PdfReading(held)
    results: list[object] = []
    thread = begin_drawing(held, reading, results)
    reading.close()
    reading.close()
    held.go_on.set()
    thread.join()
    assert isinstance(results[0], pdf_reading.Drawing)
    assert held.closed
    for ask in (lambda: reading.draw(0, 1.0), lambda: reading.words(0), lambda: reading.size(0)):
        with pytest.raises(Unreadable):
            ask()


def test_a_file_that_was_forgotten_is_closed_in_its_turn_too() -> None:
    held, source = _Held(made(5, 4000)), BytesIO(made(1, 1))
    slow, lost = PdfReading(held), PdfReading(source)
    thread = begin_drawing(held, slow, [])
    del lost
    gc.collect()
    waiting = not source.closed
    held.go_on.set()
    thread.join()
    assert (waiting, source.closed) == (True, True)
    slow.close()


def test_pages_say_their_size_words_and_pixels() -> None:
    reading = PdfReading(made(2, 3))
    assert (len(reading), reading.has_forms) == (2, False)
    assert [round(side) for side in reading.size(1)] == [595, 842]
    assert "page 1, line 2" in reading.words(1)
    upright, turned = reading.draw(0, 0.5), reading.draw(0, 0.5, 1)
    assert (upright.width, upright.height) == (turned.height, turned.width)
    assert len(upright.pixels) == upright.stride * upright.height
    assert len(set(upright.pixels)) > 1
    reading.close()
    assert ["page 0" in page_texts(made(2, 1))[0], len(page_texts(made(2, 1)))] == [True, 2]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and nothing else", made(3, 4)[:300]])
def test_what_is_no_pdf_is_refused_and_its_file_closed(content: bytes) -> None:
    source = BytesIO(content)
    with pytest.raises(Unreadable) as refused:
        PdfReading(source)
    assert not refused.value.locked
    assert source.closed
