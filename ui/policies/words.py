"""The one context of the sentences about policies."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("policies", text)
