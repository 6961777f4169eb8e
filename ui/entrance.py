"""The pages before a casebook is open: the way in, and the other ways that lead back to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.start.entry import EntryPage
from ui.start.ways import entry_page

if TYPE_CHECKING:
    from ui.verify.verify_door import VerifyDoor
    from ui.window import Window


class Entrance(QObject):
    """One page at a time; each other way ends at the way in again.

    Attributes:
        page: the page in sight; None while the casebook is open.
    """

    def __init__(self, window: "Window", home: Path) -> None:
        super().__init__(window)
        self._window, self._home = window, home
        self.page: EntryPage | VerifyDoor | None = None

    def begin(self, parent: QWidget | None = None) -> None:
        """Show the way in; what was in sight is the caller's to let go."""
        self._show(entry_page(self._home, parent))

    def begin_again(self) -> None:
        """Show the way in, in the place of the page before."""
        self._change(entry_page(self._home))

    def take(self) -> "EntryPage | VerifyDoor | None":
        """The page, for whoever lets it go; there is none any more."""
        taken, self.page = self.page, None
        return taken

    def restore(self, folder: Path | None = None) -> None:
        """Lock, and let a person choose a backup and put it in the place of the casebook."""
        from ui.keeping.restore_page import RestorePage  # noqa: PLC0415  # hardly ever needed

        name = self._window.session.person.name if self._window.session is not None else ""
        self._window.lock()
        page = RestorePage(self._home, folder, name)
        page.left.connect(self.begin_again)
        self._change(page)

    def _recover(self) -> None:
        from ui.start.recovery_page import RecoveryPage  # noqa: PLC0415  # hardly ever needed

        page = RecoveryPage(self._home)
        page.left.connect(self.begin_again)
        self._change(page)

    def _verify(self) -> None:
        from ui.verify.verify_door import VerifyDoor  # noqa: PLC0415  # hardly ever needed

        old, self.page = self.page, VerifyDoor()
        self.page.left.connect(self.begin_again)
        self._window.show_view(self.page)
        self._window.drop(old)

    def _change(self, page: EntryPage) -> None:
        old = self.page
        self._show(page)
        self._window.drop(old)

    def _show(self, page: EntryPage) -> None:
        self.page = page
        page.entered.connect(self._window.enter)
        page.restore_asked.connect(self.restore)
        page.recovery_asked.connect(self._recover)
        page.verify_asked.connect(self._verify)
        self._window.show_view(page)
