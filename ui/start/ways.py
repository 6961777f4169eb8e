"""Which page a person comes in by."""

from pathlib import Path

from ui.start import way_in
from ui.start.entry import EntryPage


def entry_page(home: Path) -> EntryPage:
    """The page of this folder: to unlock its casebook, or to make the first one."""
    if way_in.has_casebook(home):
        from ui.start.unlock_page import UnlockPage  # noqa: PLC0415  # one of the two is needed

        return UnlockPage(home)
    from ui.start.first_page import FirstPage  # noqa: PLC0415  # as above

    return FirstPage(home)
