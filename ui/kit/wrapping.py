"""Breaking a text into lines at its spaces alone.

Qt also breaks at hyphens, which tears dates (10-Nov-2026) and names of regimens apart. A no-break space
(U+00A0) keeps an amount and its unit together; so does the space before a power of ten or a percent sign.
"""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics

from ui.kit.powers import advance

_Measure = Callable[[str], int]

_BREAK = re.compile(r" (?!×10\^|%)")  # noqa: RUF001 - the sign of multiplication, as laboratories print it


def lines_of(metrics: QFontMetrics, text: str, width: int) -> list[str]:
    """The lines that show the text in this width, in pixels; a word wider than that is cut into pieces."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _paragraph(partial(advance, metrics), paragraph, max(width, 1))
    return lines if text else []


def wrapped(metrics: QFontMetrics, text: str, width: int) -> QSize:
    """The size of the text in this width, empty for an empty text."""
    lines = lines_of(metrics, text, width)
    widest = max((advance(metrics, line) for line in lines), default=0)
    return QSize(widest, len(lines) * metrics.lineSpacing())


def longest_word(metrics: QFontMetrics, text: str) -> int:
    """The width below which a word would be cut, in pixels."""
    return max((advance(metrics, word) for word in _words(text.replace("\n", " "))), default=0)


def _words(text: str) -> list[str]:
    """What stands between the places where a line may end."""
    return _BREAK.split(text) if "^" in text or "%" in text else text.split(" ")


def _paragraph(measure: _Measure, text: str, width: int) -> list[str]:
    if measure(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in _words(text):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = _pieces(measure, word, width)
        lines += pieces
    return [*lines, line]


def _pieces(measure: _Measure, word: str, width: int) -> list[str]:
    """The word, in pieces that fit where it is wider than a whole line; at least one character each."""
    pieces = [""]
    for character in word:
        if pieces[-1] and measure(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
