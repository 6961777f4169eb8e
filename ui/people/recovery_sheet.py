"""The recovery key on a sheet of paper: drawn from memory onto a printer, never into a file of ours."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from app.errors import DictamenError
from ui import fonts
from ui.people.action_form import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TITLE, _KEY, _TEXT = 20, 24, 12
"""Sizes in points."""
_GROUPS_A_LINE = 4


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet says.

    Attributes:
        key: eight groups with hyphens between.
        made: the sentence about when and by whom.
    """

    key: str
    made: str

    def lines(self) -> list[tuple[str, int]]:
        """The lines from the top, each with its size in points; an empty one is a space."""
        groups = self.key.split("-")
        key = [" - ".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE)]
        return [
            (tr("Recovery key of the casebook"), _TITLE),
            ("", _TEXT),
            *((line, _KEY) for line in key),
            ("", _TEXT),
            (self.made, _TEXT),
            (tr("Keep this sheet in a safe. Whoever has it can set an administrator's passphrase."), _TEXT),
            (tr("To use it: “Use the recovery key” where the casebook is unlocked."), _TEXT),
            (tr("It has letters and digits only. A zero has a stroke through it."), _TEXT),
        ]

    def paint(self, painter: QPainter, page: QRect) -> None:
        """Draw it onto a page.

        Args:
            painter: on the printer.
            page: what can be printed on, in the printer's dots.
        """
        top = page.top()
        for text, points in self.lines():
            font = QFont(fonts.FAMILY)
            font.setPointSize(points)
            font.setWeight(fonts.REGULAR if points == _TEXT else fonts.SEMIBOLD)
            painter.setFont(font)
            room = QRect(page.left(), top, page.width(), page.bottom() - top)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            line = QFontMetrics(font, painter.device()).lineSpacing()
            used = painter.drawText(room, flags, text) if text else QRect()
            top += max(used.height(), line) + line // 4


def ask_printer(parent: QWidget) -> "QPrinter | None":
    """The printer that the person chose; None when they changed their mind.

    Raises:
        DictamenError: this computer has none.
    """
    from PySide6.QtPrintSupport import (  # noqa: PLC0415  # loaded by whoever prints
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        raise DictamenError("This computer has no printer. Write the key down instead.")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(tr("Recovery key"))
    dialog = QPrintDialog(printer, parent)
    # a file would keep the key where anybody reads it
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)  # as Qt has it
    return printer if dialog.exec() else None


def print_sheet(sheet: RecoverySheet, printer: "QPrinter") -> None:
    """Print the sheet.

    Raises:
        DictamenError: the printer took nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise DictamenError("The printer did not take the sheet. Write the key down instead.")
    try:
        sheet.paint(painter, printer.pageLayout().paintRectPixels(printer.resolution()))
    finally:
        painter.end()
