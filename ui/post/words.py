"""The words of the pages about letters leaving the house."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("post", text)
