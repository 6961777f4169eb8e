"""The casebook was here and is gone: nothing is created in its place, a backup brings it back."""

from PySide6.QtCore import Qt

from ui.start.entry import EntryPage, tr


class LostPage(EntryPage):
    """Says what is missing, and leads to a backup."""

    def __init__(self) -> None:
        super().__init__(
            "lost",
            tr("The casebook is missing"),
            tr(
                "Files of a casebook lie in this folder, but the casebook itself is empty or gone. "
                "Restore a backup of it: the attached files that lie here are used again."
            ),
            tr("Restore a backup"),
        )
        self._add_button()
        self._offer_verify()

    def take_focus(self) -> None:
        """Let a person go on with one key."""
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Choose the backup, on its own page."""
        self.restore_asked.emit()
