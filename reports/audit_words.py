"""Texts of a report, so that each can be printed: a sign that the font lacks is told by its number."""

from reports.fonts import first_unprintable


def printable(text: str) -> str:
    """The text with every sign that cannot be printed as ``[U+4E2D]``; an auditor's list is never refused."""
    while (sign := first_unprintable(text)) is not None:
        text = text.replace(sign, f"[U+{ord(sign):04X}]")
    return text
