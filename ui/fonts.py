"""The one font of the screen, and the one place where sizes are scaled.

Every size in the code is given in pixels at 100 % text scale; ``px`` and ``font`` apply the scale that the
reviewer chose.
"""

from enum import IntEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

import resources

FAMILY = "Atkinson Hyperlegible Next"
FILES = tuple(f"AtkinsonHyperlegibleNext-{face}.ttf" for face in ("Regular", "Medium", "SemiBold"))
LEAST_SCALE, MOST_SCALE = 1.0, 2.0
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold
Weight = QFont.Weight
REGULAR = QFont.Weight.Normal

_TABULAR_DIGITS = QFont.Tag("tnum")
_scale = LEAST_SCALE


class Size(IntEnum):
    """Font sizes in pixels at 100 %."""

    LEGEND = 12
    SECONDARY = 13
    BODY = 14
    LEAD = 16
    NAME = 18
    PAGE_TITLE = 22


@cache
def load() -> None:
    """Make the shipped font known to Qt, once per process; needs a QGuiApplication.

    Raises:
        FileNotFoundError: a font file is missing or damaged, so the installation is incomplete.
    """
    for name in FILES:
        path = resources.path("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def scale() -> float:
    """The text scale in force, 1.0 to 2.0."""
    return _scale


def set_scale(value: float) -> float:
    """Set the text scale, held within 1.0 to 2.0, and give it back; ``ui.theme.apply`` calls this."""
    global _scale  # noqa: PLW0603 - one scale per process, as Qt has one application font
    _scale = min(max(value, LEAST_SCALE), MOST_SCALE)
    font.cache_clear()
    metrics.cache_clear()
    return _scale


def px(length: float) -> int:
    """A length given in pixels at 100 %, in pixels at the scale in force."""
    return round(length * _scale)


@cache
def font(size: Size = Size.BODY, weight: QFont.Weight = REGULAR) -> QFont:
    """The shipped font at this size and weight, its digits all of one width."""
    made = QFont(FAMILY)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    made.setFeature(_TABULAR_DIGITS, 1)
    return made


@cache
def metrics(size: Size = Size.BODY, weight: QFont.Weight = REGULAR) -> QFontMetrics:
    """The measures of ``font(size, weight)``."""
    return QFontMetrics(font(size, weight))
