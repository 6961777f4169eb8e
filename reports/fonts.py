"""The one font of the letters, embedded whole words: Atkinson Hyperlegible Next."""

from functools import cache, lru_cache
from typing import Any
from unicodedata import combining, normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources

REGULAR = "AtkinsonHyperlegibleNext-Regular"
BOLD = "AtkinsonHyperlegibleNext-Bold"

_KNOWN_WORDS = 4096


class _Font(TTFont):
    """A font that measures each word once: letters are made of the same words over and over."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stringWidth = lru_cache(maxsize=_KNOWN_WORDS)(super().stringWidth)  # type: ignore[method-assign]


@cache
def load() -> None:
    """Make the shipped fonts known to reportlab, once per process."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(_Font(name, str(resources.path("fonts", f"{name}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


@cache
def printable() -> frozenset[int]:
    """The code points that every face of the font can print."""
    load()
    glyphs = [_registered(name).face.charToGlyph for name in (REGULAR, BOLD)]
    return frozenset.intersection(*map(frozenset, glyphs))


def _registered(name: str) -> TTFont:
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)  # noqa: S101 - load() registered it as such
    return font


def first_unprintable(text: str) -> str | None:
    """The first character that the letters cannot print, or None.

    An accent that stands for itself, as no letter with it is one sign, would print beside its letter.
    """
    known = printable()
    return next((sign for sign in normalize("NFC", text) if ord(sign) not in known or combining(sign)), None)


def width(text: str, font: str, size: float) -> float:
    """Width of a line of text in points."""
    load()
    return float(pdfmetrics.stringWidth(text, font, size))
