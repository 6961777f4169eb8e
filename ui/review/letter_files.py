"""A signed letter leaves the casebook only as a file that a person placed, and is printed from there."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.files import read_file, write_letter
from ui.review.words import tr


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Where the person wants a letter; None when they changed their mind.

    Args:
        parent: the page.
        name: the file name that is offered; it holds nothing about the member.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = str(Path(folder) / name) if folder else name
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save letter"), offered, tr("PDF files (*.pdf)"))
    return Path(chosen) if chosen else None


def hand_to_system(path: Path) -> bool:
    """Open a file with whatever program the computer prints PDF files with; says whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class SavedLetters:
    """Where the letters of this sitting were saved, so that printing need not ask again."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}

    def save(self, number: str, pdf: bytes, path: Path) -> None:
        """Write a letter byte for byte; a file of that name is replaced, as the file dialog has asked.

        Raises:
            DictamenError: it cannot be written.
        """
        write_letter(path, pdf)
        self._paths[number] = path

    def path_of(self, number: str, pdf: bytes) -> Path | None:
        """Where a letter was saved, as long as it still is there unchanged."""
        path = self._paths.get(number)
        return path if path and path.is_file() and read_file(path) == pdf else None
