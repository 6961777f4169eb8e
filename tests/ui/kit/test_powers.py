"""Powers of ten: the exponent is raised, as the shipped font has no raised digits."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui import fonts
from ui.kit.drawing import ONE_LINE, ONE_LINE_CENTRED, ONE_LINE_RIGHT, Ink, painting, put
from ui.kit.powers import advance, has_powers
from ui.kit.text import Text
from ui.kit.wrapping import lines_of, longest_word, wrapped

AREA = QRect(0, 0, 120, 30)


def ink_of(text: str, flags: int = ONE_LINE) -> QRect:
    """The rectangle that the drawn text covers."""
    image = QImage(AREA.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with painting(image) as painter:
        put(painter, AREA, text, Ink(fonts.font(fonts.Size.PAGE_TITLE), painter.pen().color()), flags)
    dark = [
        (x, y)
        for x in range(AREA.width())
        for y in range(AREA.height())
        if image.pixelColor(x, y).lightness() < 128
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    return QRect(left, top, max(x for x, _ in dark) - left + 1, max(y for _, y in dark) - top + 1)


def test_only_powers_of_ten_are_raised() -> None:
    assert has_powers("100 x 10^9/L")
    assert has_powers("10^-4")
    assert not has_powers("a^b")
    assert not has_powers("5 %")


def test_a_raised_exponent_is_narrower_than_its_digits_and_stands_higher(qtbot: QtBot) -> None:
    qtbot.addWidget(Text(""))
    fonts.load()
    metrics = fonts.metrics(fonts.Size.PAGE_TITLE)
    assert metrics.horizontalAdvance("10") < advance(metrics, "10^9") < metrics.horizontalAdvance("109")
    assert advance(metrics, "109") == metrics.horizontalAdvance("109")
    assert ink_of("10^9").top() < ink_of("109").top()
    assert ink_of("10^9").width() <= advance(metrics, "10^9")


def test_alignment_counts_what_is_drawn(qtbot: QtBot) -> None:
    qtbot.addWidget(Text(""))
    fonts.load()
    left, middle, right = (ink_of("10^9", flags) for flags in (ONE_LINE, ONE_LINE_CENTRED, ONE_LINE_RIGHT))
    assert left.left() < middle.left() < right.left()
    assert right.right() < AREA.width()
    assert abs((middle.left() + middle.right()) - AREA.width()) <= 4


def test_a_wrapped_text_measures_its_powers_as_it_draws_them(qtbot: QtBot) -> None:
    qtbot.addWidget(Text(""))
    fonts.load()
    metrics = fonts.metrics()
    text = "at least 100 x 10^9/L"
    width = advance(metrics, text)
    assert lines_of(metrics, text, width) == [text]
    assert len(lines_of(metrics, text, width - 1)) == 2
    assert wrapped(metrics, text, width).width() == width
    assert longest_word(metrics, "x10^9/L") == advance(metrics, "x10^9/L")
    label = Text(text, wraps=False)
    qtbot.addWidget(label)
    assert label.sizeHint().width() == advance(label.fontMetrics(), text) + 1
