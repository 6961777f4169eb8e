"""The sentences of history and audit, in English in the code and translated by Qt's translators."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The sentence in the language of the screen; Qt Linguist lists it under the context "history"."""
    return QCoreApplication.translate("history", text)
