"""Whether letters can print what was typed: told at its field, not first when a letter is made."""

from functools import cache
from unicodedata import combining, normalize

from PySide6.QtGui import QRawFont

import resources
from ui.kit.words import tr

# The faces that letters are printed in. The screen has more, and falls back on other fonts of the computer.
_PRINTED = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
_ANY_SIZE = 12


def unprintable(text: str) -> str:
    """What is wrong with a text that goes into letters, or nothing; asked of a field by ``add_check``."""
    sign = next((sign for sign in normalize("NFC", text) if not is_printed(sign)), None)
    if sign is None:
        return ""
    shown = f"{sign} (U+{ord(sign):04X})" if sign.isprintable() else f"U+{ord(sign):04X}"
    return tr("Letters cannot print this sign: {0}. Write it in another way.").format(shown)


def is_printed(sign: str) -> bool:
    """Whether every face of the letters has this sign, as one that stands for itself."""
    return not combining(sign) and all(face.supportsCharacter(ord(sign)) for face in _faces())


@cache
def _faces() -> tuple[QRawFont, ...]:
    return tuple(QRawFont(str(resources.path("fonts", name)), _ANY_SIZE) for name in _PRINTED)
