"""Which page a person comes in by."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.start import way_in
from ui.start.entry import EntryPage


def entry_page(home: Path, parent: QWidget | None = None) -> EntryPage:
    """The page of this folder: to unlock its casebook, to make the first one, or to bring back a lost one."""
    if way_in.has_casebook(home):
        from ui.start.unlock_page import UnlockPage  # noqa: PLC0415  # one of them is needed

        return UnlockPage(home, parent)
    if way_in.has_lost_casebook(home):
        from ui.start.lost_page import LostPage  # noqa: PLC0415  # as above

        return LostPage()
    from ui.start.first_page import FirstPage  # noqa: PLC0415  # as above

    return FirstPage(home)
