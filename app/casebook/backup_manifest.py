"""One backup on the disk, and the manifest that says what it must be."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.file import FILE_NAME
from app.errors import DictamenError
from app.files import read_file

FORMAT = "dictamen.backup/1"
_ANY_FORMAT = "dictamen.backup/"
MANIFEST = "backup.json"
_DIGEST = "digest"


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    BY_HAND = "by hand"


class OtherVersion(ValueError):
    """A manifest that another version of the program made."""


@dataclass(frozen=True)
class Manifest:
    """What a backup must be.

    Attributes:
        casebook: tells one casebook's backups from another's; it says nothing.
        made_at: in UTC.
        seq, link: the newest revision, the witness of the backup.
        size, sha256: of the database file.
        attachments: the names of the sealed files that belong to it.
        lacking: how many attachments the casebook itself had no more, or not whole, when it was made.
    """

    casebook: str
    made_at: datetime
    reason: Reason
    seq: int
    link: str
    size: int
    sha256: str
    attachments: tuple[str, ...]
    lacking: int = 0

    def to_json(self) -> str:
        """As ``backup.json`` holds it."""
        content = {
            "format": FORMAT,
            "casebook": self.casebook,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "reason": self.reason.value,
            "seq": self.seq,
            "link": self.link,
            "size": self.size,
            "sha256": self.sha256,
            "attachments": list(self.attachments),
            "lacking": self.lacking,
        }
        return _with_digest(content)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """The manifest of ``to_json``.

        Raises:
            OtherVersion: another version of the program made it.
            ValueError: it is none.
        """
        content = json.loads(text)
        form = content.get("format") if isinstance(content, dict) else None
        if form != FORMAT:
            raise OtherVersion if str(form).startswith(_ANY_FORMAT) else ValueError
        if text != _with_digest({name: value for name, value in content.items() if name != _DIGEST}):
            raise ValueError(_DIGEST)
        texts = [content.get(key) for key in ("casebook", "made_at", "reason", "link", "sha256")]
        numbers = [content.get(key) for key in ("seq", "size", "lacking")]
        names = content.get("attachments")
        if (
            not all(isinstance(text, str) for text in texts)
            or not all(type(number) is int for number in numbers)
            or not isinstance(names, list)
            or not all(isinstance(name, str) for name in names)
        ):
            raise ValueError(FORMAT)
        return cls(
            casebook=content["casebook"],
            made_at=datetime.fromisoformat(content["made_at"]).astimezone(UTC),
            reason=Reason(content["reason"]),
            seq=content["seq"],
            link=content["link"],
            size=content["size"],
            sha256=content["sha256"],
            attachments=tuple(names),
            lacking=content["lacking"],
        )


def _with_digest(content: Mapping[str, object]) -> str:
    """The text of a manifest; its last entry is the SHA-256 of the others, so that a flipped bit shows."""
    digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    return json.dumps({**content, _DIGEST: digest}, indent=1) + "\n"


@dataclass(frozen=True)
class Backup:
    """A backup as it is found.

    Attributes:
        path: its folder.
        manifest: None where it cannot be read.
        flaw: why it cannot be used, a phrase; empty for one that seems whole (``check_backup`` looks closer).
        missing: how many of its attachments are gone from the folder; the cases themselves can be restored.
    """

    path: Path
    manifest: Manifest | None
    flaw: str = ""
    missing: int = 0

    @property
    def name(self) -> str:
        """By which it is chosen."""
        return self.path.name

    @property
    def seems_whole(self) -> bool:
        """Whether it counts as a backup: nothing is seen to be damaged or missing."""
        return not self.flaw and not self.missing

    @property
    def database(self) -> Path:
        """Its copy of the casebook's file."""
        return self.path / FILE_NAME


def read_backup(path: Path) -> Backup:
    """The backup in a folder, looked at from outside."""
    try:
        manifest = Manifest.from_json(read_file(path / MANIFEST).decode())
    except OtherVersion:
        return Backup(path, None, "another version of Dictamen made it; install the newest version")
    except (DictamenError, ValueError, RecursionError):
        return Backup(path, None, f"its {MANIFEST} is missing or cannot be read")
    database = path / FILE_NAME
    if not database.is_file():
        return Backup(path, manifest, f"its {FILE_NAME} is missing")
    if database.stat().st_size != manifest.size:
        return Backup(path, manifest, f"its {FILE_NAME} is not as long as it was made")
    there = AttachmentFolder(path.parent)
    missing = sum(not there.has(name) for name in manifest.attachments)
    return Backup(path, manifest, missing=missing)
