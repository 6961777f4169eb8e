"""A visit to the casebook: who came through which door, and whether the policies are those of last time."""

import hashlib
from contextlib import suppress
from pathlib import Path

from app import added_files
from app.casebook import Casebook, EventKind, Scalar
from app.errors import DictamenError
from app.plan import INSTALLED_PLANS, load_plan
from app.policy_file import INSTALLATION, load_policy

_POLICY, _PLAN = "policy", "plan"


def begin(casebook: Casebook, through: str) -> None:
    """Record that somebody unlocked the casebook, and what changed among policy and plan files since.

    A casebook that cannot be written is opened all the same, and its warnings say that nothing was recorded.

    Args:
        casebook: just unlocked.
        through: the door: ``app``, or the words of a command such as ``cases list``.
    """
    with suppress(DictamenError):  # as if nothing had been added
        added_files.take_in(casebook)
    try:
        casebook.record(EventKind.UNLOCKED, through=through)
    except DictamenError:
        casebook.events.unrecorded += 1
        return
    with suppress(DictamenError):  # recorded at the next visit
        record_shelf(casebook)


def record_shelf(casebook: Casebook) -> None:
    """Record what is new, changed or gone among the installed policy and plan files.

    Raises:
        DictamenError: it cannot be recorded; nothing was.
    """
    files = _files()
    casebook.shelf.compare(
        {name: _sha256(source) for name, source in files.items()}, lambda name: _describe(name, files[name])
    )


def _files() -> dict[str, Path]:
    """The installed policy and plan files by the names that they are recorded under."""
    policies = {f"{_POLICY}/{source.name}": source for source in INSTALLATION.sources()}
    return policies | {f"{_PLAN}/{source.name}": source for source in INSTALLED_PLANS.sources().values()}


def _sha256(source: Path) -> str:
    with suppress(OSError):
        return hashlib.sha256(source.read_bytes()).hexdigest()
    return ""


def _describe(name: str, source: Path) -> dict[str, Scalar]:
    """Number and newest revision of a policy, or the id of a plan; nothing of a file that cannot be used."""
    with suppress(DictamenError):
        if name.startswith(f"{_PLAN}/"):
            return {"plan": load_plan(source).id}
        policy = load_policy(source)
        return {"number": policy.number, "revision": policy.revisions[-1].effective.isoformat()}
    return {}
