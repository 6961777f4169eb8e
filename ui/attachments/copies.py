"""A copy of an attached file that can be read without a key: only where a person wants it, and said so."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.attachments import Attachment
from app.errors import DictamenError
from app.files import write_parts
from ui.language import error_words
from ui.review.desk import CaseDesk
from ui.review.words import tr


def choose_files(parent: QWidget) -> list[Path]:
    """The files that a person wants to attach."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        tr("Attach files"),
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
        tr("PDF files and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)"),
    )
    return [Path(name) for name in chosen]


def ask_where(parent: QWidget, attachment: Attachment) -> Path | None:
    """Where the person wants a copy; the name that is offered tells nothing about the member."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ending = Path(attachment.name).suffix
    name = f"{attachment.id}{ending}"
    offered = str(Path(folder) / name) if folder else name
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save a copy that anybody can read"), offered)
    return Path(chosen) if chosen else None


def save_copy(desk: CaseDesk, attachment: Attachment, path: Path) -> str:
    """Write the copy; gives the sentence for the person, also where it cannot be written."""
    files = desk.case.files
    try:
        with files.open(attachment.id) as reader:
            files.note_extraction(attachment.id)
            write_parts(path, reader.chunks(), private=True)
    except DictamenError as error:
        return error_words(error)
    return tr(
        "Saved as {0}. Anybody who gets this file can read it; remove it when you do not need it any more."
    ).format(path)
