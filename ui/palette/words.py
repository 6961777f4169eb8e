"""The one context of the sentences of the palette and of the table of keys."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("palette", text)
