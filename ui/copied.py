"""What was copied out of the window: it must not outlive the open casebook."""

from PySide6.QtGui import QClipboard, QGuiApplication


def forget_copies() -> None:
    """Empty the clipboard, and the selection of X11 that serves as one, where they hold something of ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
