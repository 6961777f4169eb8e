"""The folder that a casebook lies in: made private, and looked at for places that lose files."""

import os
import stat
from pathlib import Path

from app.casebook.file import FILE_NAME
from app.casebook.problems import NoCasebook
from app.errors import DictamenError, reason_of
from app.files import flush_folder
from app.home import holds_remains, why_not_local

_PRIVATE = 0o700


def prepare(home: Path) -> None:
    """Make the folder, readable by its owner alone; one that holds other things is left as it is.

    Raises:
        DictamenError: it cannot be made.
    """
    try:
        made = [place for place in home.parents if not place.exists()]
        home.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        if not any(home.iterdir()):
            home.chmod(_PRIVATE)
        for place in (home, *made):  # each new folder's name is durable in the one above
            flush_folder(place.parent)
    except OSError as error:
        raise DictamenError(f"{home}: the folder cannot be used ({reason_of(error)})") from None


def warnings(home: Path) -> list[str]:
    """What speaks against keeping a casebook in this folder, each in a sentence; empty when nothing does."""
    found = []
    if not is_writable(home):
        found.append("The casebook may only be read here: its folder or file is write-protected.")
    if os.name == "posix" and stat.S_IMODE(home.stat().st_mode) & 0o077:
        found.append("Other accounts of this computer may look into the casebook's folder; close it to them.")
    if reason := why_not_local(home):
        found.append(
            f"Saves can be lost here: {reason}. Move the casebook to a folder of this computer's own disk."
        )
    return found


def holds_casebook(home: Path) -> bool:
    """Whether a casebook lies in this folder, whole or damaged; not so when setting it up was cut off."""
    path = home / FILE_NAME
    return path.is_file() and path.stat().st_size > 0


def require_not_lost(home: Path) -> None:
    """Refuse a folder in which a casebook was, and is empty or gone: a new one would hide the loss.

    Raises:
        NoCasebook: it is so.
    """
    if not holds_casebook(home) and holds_remains(home):
        raise NoCasebook(
            f"{home}: files of a casebook lie here, and the casebook itself is empty or gone; restore it "
            "from a backup, or choose another folder for a new one"
        )


def is_writable(home: Path) -> bool:
    """Whether the casebook in this folder may be changed, as far as the system tells."""
    return os.access(home, os.W_OK) and os.access(home / FILE_NAME, os.W_OK)
