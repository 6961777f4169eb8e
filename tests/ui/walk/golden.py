"""Golden pictures of every screen: how each looked when somebody last looked at it and found it good.

They are made and renewed by ``python -m tests.tools.grab_walk --golden``.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QTableView, QWidget

from ui import theme

FOLDER = Path(__file__).parents[1] / "golden"
GOLDEN_LOOKS = {("en", theme.Theme.LIGHT, 1.0), ("es", theme.Theme.DARK, 1.25)}
"""Language, theme and text size of the pictures; the window is 1280 by 800."""
_DIGEST = re.compile("[0-9a-f]{64}")
"""What is covered in tables: the digest of a signed file, whose certificate is another each time."""
MOST_UNLIKE = 0.001
"""The share of pixels that may differ."""
_UNLIKE = 24
"""The step of a channel, of 255, from which a pixel differs."""
_STEP = 17
_LEVELS = bytes(round(value / _STEP) * _STEP for value in range(256))
"""Sixteen levels a channel: few enough colours for a palette, which makes the files a third of their size."""


def picture_of(window: QWidget) -> QImage:
    """A picture of the window, in sixteen levels a channel."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    with_masks = QPainter(picture)
    for place in _masked(window):
        with_masks.fillRect(place, QColor("grey"))
    with_masks.end()
    levelled = bytes(picture.constBits()).translate(_LEVELS)
    size = picture.size()
    return QImage(levelled, size.width(), size.height(), picture.bytesPerLine(), picture.format()).copy()


def _masked(window: QWidget) -> Iterator[QRect]:
    """Where a digest stands, in the window's pixels."""
    for table in window.findChildren(QTableView):
        cells = table.model()
        if not table.isVisible() or cells is None:
            continue
        for row, column in product(range(cells.rowCount()), range(cells.columnCount())):
            index = cells.index(row, column)
            if _DIGEST.fullmatch(str(index.data())):
                shown = table.visualRect(index).intersected(table.viewport().visibleRegion().boundingRect())
                yield shown.translated(table.viewport().mapTo(window, QPoint()))


def path_of(name: str, chosen: str, look: theme.Theme, scale: float) -> Path:
    """The file of a screen's golden picture."""
    return FOLDER / f"{name}-{look.value}-{round(scale * 100)}-{chosen}.png"


def keep(picture: QImage, path: Path) -> None:
    """Write a picture, as small as it can be had."""
    small = picture.convertToFormat(QImage.Format.Format_Indexed8)
    exact = small.convertToFormat(picture.format()) == picture
    assert (small if exact else picture).save(str(path), quality=0)


def difference(picture: QImage, path: Path, folder: Path) -> str:
    """How a picture differs from the golden one, in words; nothing where it does not.

    What differs is written into the folder: the new picture, and one that shows where, in red.
    """
    golden = QImage(str(path)).convertToFormat(picture.format())
    if golden == picture:
        return ""
    new, where = folder / path.name, folder / f"{path.stem}-where.png"
    if golden.size() != picture.size():
        keep(picture, new)
        return f"golden: {path.name} is missing or of another size; the new picture is {new}"
    unlike = list(_unlike(golden, picture))
    share = len(unlike) / (picture.width() * picture.height())
    if share <= MOST_UNLIKE:
        return ""
    keep(picture, new)
    shown = picture.copy()
    for place in unlike:
        shown.setPixelColor(place, QColor("red"))
    assert shown.save(str(where))
    return f"golden: {share:.2%} of {path.name} differs; the new picture is {new}, what differs {where}"


def _unlike(first: QImage, second: QImage) -> Iterator[QPoint]:
    """The pixels that differ by more than a step."""
    wide, one, other = first.bytesPerLine(), bytes(first.constBits()), bytes(second.constBits())
    for row in range(first.height()):
        here, there = one[row * wide : (row + 1) * wide], other[row * wide : (row + 1) * wide]
        if here == there:
            continue
        for column in range(first.width()):
            at = slice(4 * column, 4 * column + 3)
            if any(abs(a - b) > _UNLIKE for a, b in zip(here[at], there[at], strict=True)):
                yield QPoint(column, row)
