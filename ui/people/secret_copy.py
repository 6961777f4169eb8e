"""A secret in the clipboard: marked for clipboard managers to pass over, and taken back after a minute."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 60

_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01",
    'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"': b"\x01",
}
"""What password managers set, for Linux desktops and for the history and the cloud clipboard of Windows."""


class SecretCopy(QObject):
    """One secret at a time; what somebody copied after it is left alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.take_back)

    def give(self, secret: str) -> None:
        """Put the secret into the clipboard for a minute."""
        content = QMimeData()
        content.setText(secret)
        for kind, mark in _MARKS.items():
            content.setData(kind, mark)
        QGuiApplication.clipboard().setMimeData(content)
        self._secret = secret
        self._timer.start()

    def take_back(self) -> None:
        """Empty the clipboard where it still holds the secret."""
        self._timer.stop()
        secret, self._secret = self._secret, ""
        clipboard = QGuiApplication.clipboard()
        if secret and clipboard.text() == secret:
            clipboard.clear()
