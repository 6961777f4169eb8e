"""The colours by their meaning, for the light and the dark theme."""

from typing import NamedTuple

from PySide6.QtGui import QColor


class Tokens(NamedTuple):
    """One theme's colours.

    Text colours reach 4.5:1 on ``window``, ``surface`` and ``side``; ``control`` and ``focus`` reach 3:1.
    ``line`` and ``hover`` are decoration and never the only edge of a control.
    """

    window: QColor
    surface: QColor
    side: QColor
    hover: QColor
    line: QColor
    control: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    focus: QColor
    on_accent: QColor
    accent_hover: QColor
    accent_soft: QColor
    met: QColor
    met_soft: QColor
    open: QColor
    open_soft: QColor
    not_met: QColor
    not_met_soft: QColor
    late: QColor
    late_soft: QColor
    neutral_soft: QColor
    on_late: QColor


def _tokens(listed: str) -> Tokens:
    return Tokens(*(QColor(f"#{value}") for value in listed.split()))


LIGHT = _tokens("""
    F4F5F6 FFFFFF E9ECEF EEF1F4 D8DDE2 78838E
    1A2128 46515C 5D6873
    1D5B99 1D5B99 FFFFFF 174A7E E3EDF8
    0B6A57 E0F2ED 7A5200 FBF0D9 7B2F7D F5E8F6 B3261E FCE8E6 E9ECEF FFFFFF
""")
DARK = _tokens("""
    14181C 1C2228 101418 252C34 323B44 7C8894
    E7EAED B9C2CA 9AA5AF
    86B7F0 86B7F0 0C1B2C A4CAF7 1D3147
    5FCBB2 14342E E3B557 3A2D10 D9A6E3 3A2140 FF9C92 45211E 252C34 1C2228
""")
