"""Where backups go and how the last ones went, as the casebook itself remembers."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.casebook.records import BACKUPS, Document


@dataclass(frozen=True)
class LastBackup:
    """A backup that counted: when (UTC), where, and under which name."""

    at: datetime
    folder: Path
    name: str


@dataclass(frozen=True)
class Plan:
    """Where backups go and how the last ones went, as the casebook itself remembers.

    Attributes:
        folder: of the daily backups; None while nobody has chosen one.
        is_apart: whether that folder was on another disk than the casebook when it was chosen.
        last: of any reason.
        last_daily: of the daily ones; one by hand leaves the day's own to be made.
        failed_at: when the last try failed, if it was the newest.
    """

    folder: Path | None = None
    is_apart: bool = False
    last: LastBackup | None = None
    last_daily: LastBackup | None = None
    failed_at: datetime | None = None

    def to_document(self) -> Document:
        """As the casebook's own document."""
        return {
            "kind": BACKUPS,
            "folder": str(self.folder) if self.folder else None,
            "is_apart": self.is_apart,
            "last": _entry(self.last),
            "last_daily": _entry(self.last_daily),
            "failed_at": self.failed_at.isoformat() if self.failed_at else None,
        }

    @classmethod
    def from_document(cls, document: Document) -> "Plan":
        """The plan of ``to_document``."""
        folder, failed_at = document["folder"], document["failed_at"]
        last = _last(document["last"])
        return cls(
            folder=Path(folder) if folder else None,
            is_apart=document.get("is_apart", False),  # earlier versions did not keep these two
            last=last,
            last_daily=_last(document["last_daily"]) if "last_daily" in document else last,
            failed_at=datetime.fromisoformat(failed_at) if failed_at else None,
        )

    def due(self, today: date) -> bool:
        """Whether this day of use still lacks its backup in the folder that was chosen."""
        if self.folder is None:
            return False
        daily = self.last_daily
        return daily is None or daily.folder != self.folder or local_day(daily.at) != today


def local_day(moment: datetime) -> date:
    """The day by this computer's clock."""
    return moment.astimezone().date()


def _entry(last: LastBackup | None) -> dict[str, str] | None:
    return {"at": last.at.isoformat(), "folder": str(last.folder), "name": last.name} if last else None


def _last(entry: dict[str, str] | None) -> LastBackup | None:
    if entry is None:
        return None
    return LastBackup(datetime.fromisoformat(entry["at"]), Path(entry["folder"]), entry["name"])
