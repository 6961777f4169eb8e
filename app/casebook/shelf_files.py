"""Added policy and plan files as the casebook keeps them: sealed like attachments, put back into its folder.

They are read from the folder. The sealed copies go with every backup, so that a file comes back where it is
missing: after a restore on another computer, or when somebody took it away. A file that lies there with other
bytes is never written over.
"""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.casebook.attachment_check import Content
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.contents import Contents
from app.casebook.ledger import OWN, Ledger
from app.casebook.problems import Damaged
from app.casebook.sealed_file import SealedReader
from app.errors import DictamenError
from app.files import flush_folder, write_file

CONFIRMED = "confirmed files"
"""The id and kind of the document that says which added files count."""

Places = Mapping[str, str]
"""SHA-256 by the place in the casebook's folder, as ``plans/papers/notice.pdf``."""


class Standing(NamedTuple):
    """How a casebook's added files stand in a folder, each by its place.

    Attributes:
        missing: not there.
        other: there with other bytes.
    """

    missing: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


class ShelfFile(NamedTuple):
    """One added file, and the sealed content that it comes back from."""

    place: str
    content: Content


def confirmed(ledger: Ledger) -> dict[str, str]:
    """SHA-256 of each added file that counts, by its name, as ``policy/FILE.toml``."""
    head = ledger.head(CONFIRMED, OWN)
    return dict(head.document["files"]) if head else {}


def kept(ledger: Ledger) -> dict[str, dict[str, str]]:
    """The places of each added file that counts, and of the papers that belong to it, by its name."""
    head = ledger.head(CONFIRMED, OWN)
    return {name: dict(places) for name, places in head.document["kept"].items()} if head else {}


def all_places(ledger: Ledger) -> dict[str, str]:
    """``kept``, of all names together."""
    return {place: sha256 for places in kept(ledger).values() for place, sha256 in places.items()}


def missing(home: Path, places: Places) -> list[str]:
    """Which of the files a casebook's folder lacks."""
    return [place for place in places if not (home / place).exists()]


def standing(home: Path, places: Places) -> Standing:
    """How the files stand in a casebook's folder."""
    gone = missing(home, places)
    other = [
        place for place, sha256 in places.items() if place not in gone and _sha256(home / place) != sha256
    ]
    return Standing(tuple(gone), tuple(other))


def sealed(contents: Contents, places: Places) -> tuple[list[ShelfFile], list[str]]:
    """The sealed content of each file, and the places of those that the casebook holds no content of."""
    found, unknown = [], []
    for place, sha256 in places.items():
        content = contents.find(sha256)
        if content is None:
            unknown.append(place)
        else:
            found.append(ShelfFile(place, content))
    return found, unknown


def put_back(
    home: Path, files: Iterable[ShelfFile], folder: AttachmentFolder, aside: datetime | None = None
) -> None:
    """Write the files that are missing in a casebook's folder; what cannot be written stays missing.

    Args:
        home: the folder.
        files: of which some may be there.
        folder: of the sealed contents.
        aside: for the name under which a file with other bytes is kept; None leaves it, and writes nothing.
    """
    for place, content in files:
        target = home / place
        there = target.exists()
        if there and (aside is None or _sha256(target) == content.sha256):
            continue
        with suppress(DictamenError, OSError):
            data = _opened(folder, content)
            if there and aside is not None:
                _set_aside(home, place, aside)
            _write(home, target, data)


def _set_aside(home: Path, place: str, stamp: datetime) -> None:
    """Keep a file as ``policies/before-restore-TIME/FILE.toml``, so that it is not written over."""
    above, *below = PurePosixPath(place).parts
    target = home.joinpath(above, f"before-restore-{stamp:%Y%m%d-%H%M%SZ}", *below)
    _make_folders(home, target.parent)
    (home / place).rename(target)
    flush_folder(target.parent)


def _opened(folder: AttachmentFolder, content: Content) -> bytes:
    """The bytes that were sealed.

    Raises:
        Damaged: they are not what they were.
        OSError: they cannot be read.
    """
    with SealedReader(folder.file(content.name), content.key, content.size) as reader:
        data = b"".join(reader.chunks())
    if hashlib.sha256(data).hexdigest() != content.sha256:
        raise Damaged("it holds another content than the one that was attached")
    return data


def _write(home: Path, target: Path, data: bytes) -> None:
    _make_folders(home, target.parent)
    write_file(target, data)


def _make_folders(home: Path, folder: Path) -> None:
    above = [each for each in folder.parents if each != home and each.is_relative_to(home)]
    for each in (*reversed(above), folder):
        if not each.is_dir():
            each.mkdir(mode=0o700, exist_ok=True)
            flush_folder(each.parent)


def _sha256(path: Path) -> str:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""
