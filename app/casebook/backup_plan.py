"""Where backups go and how the last ones went, as the casebook itself remembers."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.casebook.records import BACKUPS, Document


@dataclass(frozen=True)
class LastBackup:
    """The last backup that counted: when (UTC), where, and under which name."""

    at: datetime
    folder: Path
    name: str


@dataclass(frozen=True)
class Plan:
    """Where backups go and how the last ones went, as the casebook itself remembers.

    Attributes:
        folder: of the daily backups; None while nobody has chosen one.
        failed_at: when the last try failed, if it was the newest.
    """

    folder: Path | None = None
    last: LastBackup | None = None
    failed_at: datetime | None = None

    def to_document(self) -> Document:
        """As the casebook's own document."""
        last = self.last
        return {
            "kind": BACKUPS,
            "folder": str(self.folder) if self.folder else None,
            "last": {"at": last.at.isoformat(), "folder": str(last.folder), "name": last.name}
            if last
            else None,
            "failed_at": self.failed_at.isoformat() if self.failed_at else None,
        }

    @classmethod
    def from_document(cls, document: Document) -> "Plan":
        """The plan of ``to_document``."""
        folder, last, failed_at = document["folder"], document["last"], document["failed_at"]
        return cls(
            folder=Path(folder) if folder else None,
            last=_last(last) if last else None,
            failed_at=datetime.fromisoformat(failed_at) if failed_at else None,
        )

    def due(self, today: date) -> bool:
        """Whether this day of use still lacks its backup in the folder that was chosen."""
        if self.folder is None:
            return False
        return self.last is None or self.last.folder != self.folder or local_day(self.last.at) != today


def local_day(moment: datetime) -> date:
    """The day by this computer's clock."""
    return moment.astimezone().date()


def _last(entry: dict[str, str]) -> LastBackup:
    return LastBackup(datetime.fromisoformat(entry["at"]), Path(entry["folder"]), entry["name"])
