"""Opening the casebook. What costs time to import is imported when it is called, in a worker."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.home import holds_remains

if TYPE_CHECKING:
    from app.casebook import Casebook, Cost
    from app.people import Person

CASEBOOK_FILE = "casebook.db"
"""As ``app.casebook.file.FILE_NAME``, which is too slow to import before the first paint."""

LEAST_PASSPHRASE = 8
"""As ``app.identity.MIN_PASSPHRASE``, for the hint that follows the typing."""


def has_casebook(home: Path) -> bool:
    """Whether somebody has created the casebook here."""
    path = home / CASEBOOK_FILE
    return path.is_file() and path.stat().st_size > 0


def has_lost_casebook(home: Path) -> bool:
    """Whether there was a casebook here, and its file is empty or gone."""
    return not has_casebook(home) and holds_remains(home)


def preload() -> None:
    """Import what opening a casebook and judging a case need, and read the policies."""
    import app.desk  # noqa: F401, PLC0415  # kept for later, and not before the first paint
    import ui.case_frame  # noqa: PLC0415  # as above
    import ui.places  # noqa: F401, PLC0415  # as above
    from app.policy_file import installed_policies  # noqa: PLC0415  # as above
    from ui.review.page_stack import load_pages  # noqa: PLC0415  # as above

    load_pages()
    installed_policies()


def unlock(home: Path, name: str, passphrase: str) -> "Casebook":
    """The casebook, opened, the visit recorded, its worklist read.

    Raises:
        DictamenError: there is none, or name and passphrase do not open it.
    """
    from app.case import cover_of  # noqa: PLC0415  # not before the first paint
    from app.casebook import Casebook  # noqa: PLC0415  # as above

    return _read(Casebook.unlock(home, name, passphrase, cover_of=cover_of))


def begin_visit(casebook: "Casebook") -> None:
    """Record that somebody came in through the app."""
    from app import visit  # noqa: PLC0415  # not before the first paint

    visit.begin(casebook, "app")


def recover(home: Path, key: str, name: str, passphrase: str) -> "Casebook":
    """The casebook, opened by an administrator who got a new passphrase with the recovery key.

    Raises:
        InvalidInput: naming the field ``recovery_key``, ``name`` or ``passphrase``.
        DictamenError: the key opens nothing, or attempts have to wait.
    """
    from app.casebook.book import utc_now  # noqa: PLC0415  # not before the first paint
    from app.casebook.recovery import RecoveryDoor  # noqa: PLC0415  # as above

    with RecoveryDoor.open(home, key, utc_now) as door:
        door.set_passphrase(name, passphrase)
    return unlock(home, name, passphrase)


def create(home: Path, first: "Person", passphrase: str, cost: "Cost | None" = None) -> "Casebook":
    """A new casebook for its first person.

    Args:
        home: the folder.
        first: who creates it.
        passphrase: theirs.
        cost: of a guess at a passphrase; None for the usual one.

    Raises:
        InvalidInput: naming the field ``name``, ``license`` or ``passphrase``.
        DictamenError: there is a casebook already, or the folder cannot be used.
    """
    from app.case import cover_of  # noqa: PLC0415  # not before the first paint
    from app.casebook import Casebook, Cost  # noqa: PLC0415  # as above

    made = Casebook.create(home, first, passphrase, cover_of=cover_of, cost=cost or Cost())
    return _read(made)


def _read(casebook: "Casebook") -> "Casebook":
    # Here, in the worker, so that the first list is there at once.
    try:
        begin_visit(casebook)
        casebook.worklist()
    except BaseException:
        casebook.close()
        raise
    return casebook
