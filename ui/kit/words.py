"""The kit's own sentences, in English in the code and translated by Qt's translators."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The sentence in the language of the screen; Qt Linguist lists it under the context "kit"."""
    return QCoreApplication.translate("kit", text)
