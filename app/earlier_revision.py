"""An earlier revision of a case, to be read as it was; nothing in it can be changed."""

from app.case import record_from
from app.casebook import Casebook, EventKind
from app.desk import OpenCase


class EarlierRevision(OpenCase):
    """A case as it stood at one of its revisions.

    Attributes:
        rev: which one.
    """

    rev: int

    @property
    def why_read_only(self) -> str | None:
        """It is always read only."""
        return f"This is revision {self.rev} as it was saved then. The case itself may have changed since."


def open_revision(casebook: Casebook, case_id: str, rev: int) -> EarlierRevision:
    """One revision of a case; that it was looked at is recorded, once a sitting.

    Raises:
        DictamenError: there is none, or it cannot be read.
    """
    stored = casebook.revision(case_id, rev)
    opened = EarlierRevision(casebook, record_from(stored.document), stored)
    opened.rev = rev
    casebook.events.note(EventKind.REVISION_OPENED, stored.case_id, rev=rev)
    return opened
