"""A model of power loss: after any step, what was not flushed may be lost, in part or wholly, in any order.

Run as ``python -m tests.tools.power_loss [--states N]``. The steps are those that SQLite took for the
casebook's own work: setting it up, saves, a new passphrase, a purge, a new data key. From each state the
casebook must open, verify, and hold everything that was acknowledged before.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.casebook import Casebook, NoCasebook, NoSuchCase, NotLetIn
from app.casebook.file import FILE_NAME
from app.errors import DictamenError
from tests.tools.disk_record import Record, Step, recording
from tests.tools.flip_casebook import ANA, CHEAP, FIRST, INES, LONG_AGO, OTHERS, PASSPHRASE, RULES

SECTORS = (512, 4096)
"""Bytes that a disk writes as one."""


@dataclass
class Promise:
    """What the casebook had acknowledged at some moment.

    Attributes:
        is_made: whether there is a casebook.
        documents: by case number and revision.
        passphrases: of the administrator, any of which may be the right one.
        purged: case numbers that are gone.
    """

    is_made: bool = False
    documents: dict[tuple[str, int], object] = field(default_factory=dict)
    passphrases: tuple[str, ...] = ()
    purged: tuple[str, ...] = ()


def work(home: Path, record: Record) -> None:
    """What a casebook goes through, with a mark for each thing that is acknowledged or under way."""
    record.mark({"passphrases": (FIRST,)})
    with Casebook.create(home, ANA, FIRST, cost=CHEAP, clock=lambda: LONG_AGO) as book:
        record.mark({"is_made": True})
        book.add_person(INES, OTHERS)
        for number in range(4):
            document = {"number": number, "filler": random.Random(number).randbytes(900).hex()}  # noqa: S311
            book.save(document, f"C-{number}")
            record.mark({"document": (f"C-{number}", 1, document)})
    with Casebook.unlock(home, ANA.name, FIRST) as book:
        book.save({"number": 1, "changed": True}, "C-1", rev=1)
        record.mark({"document": ("C-1", 2, {"number": 1, "changed": True})})
        record.mark({"passphrases": (FIRST, PASSPHRASE)})
        book.staff.change_passphrase(FIRST, PASSPHRASE)
        record.mark({"passphrases": (PASSPHRASE,)})
        proposal = book.retention(RULES).propose(["C-0"])
    with Casebook.unlock(home, INES.name, OTHERS) as book:
        record.mark({"purging": "C-0"})
        book.retention(RULES).confirm(proposal.number)
        record.mark({"purged": "C-0"})
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        book.rekey.run(batch=4)
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        book.save({"number": 2, "under": "the new key"}, "C-2", rev=1)
        record.mark({"document": ("C-2", 2, {"number": 2, "under": "the new key"})})


def keep(promise: Promise, mark: dict[str, Any]) -> None:
    """Add a mark of ``work`` to what is promised."""
    for what, value in mark.items():
        if what == "document":
            case_id, rev, document = value
            promise.documents[case_id, rev] = document
        elif what in {"purging", "purged"}:
            promise.documents = {key: kept for key, kept in promise.documents.items() if key[0] != value}
            promise.purged += (str(value),) if what == "purged" else ()
        else:
            setattr(promise, what, value)


class Disk:
    """What is on the disk for certain, and what is still on its way."""

    def __init__(self) -> None:
        self.certain: dict[str, bytes] = {}
        self.underway: dict[str, list[Step]] = {}

    def take(self, step: Step) -> None:
        """One step that has returned."""
        if step.kind == "sync":
            self.certain[step.path] = self.content(step.path, None)
            self.underway.pop(step.path, None)
        elif step.kind == "delete" and step.durable:
            self.certain.pop(step.path, None)
            self.underway.pop(step.path, None)
        else:
            self.underway.setdefault(step.path, []).append(step)

    def after_loss(self, chance: random.Random) -> dict[str, bytes]:
        """The files as they may be found: each with some of what was underway."""
        names = sorted({*self.certain, *self.underway})
        return {name: self.content(name, chance) for name in names if self._is_there(name, chance)}

    def _is_there(self, name: str, chance: random.Random) -> bool:
        steps = self.underway.get(name, [])
        is_deleted = any(step.kind == "delete" for step in steps)
        return (name in self.certain and not is_deleted) or chance.random() < 0.5

    def content(self, name: str, chance: random.Random | None) -> bytes:
        """The file with everything that is underway, or with what chance leaves of it."""
        content = bytearray(self.certain.get(name, b""))
        sector, share = (4096, 1.0)
        if chance is not None:
            sector, share = chance.choice(SECTORS), chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for step in self.underway.get(name, []):
            if step.kind == "write":
                _write(content, step, sector, share, chance)
            elif step.kind == "truncate" and (chance is None or chance.random() < share):
                del content[step.at :]
            elif step.kind == "delete" and chance is None:
                content.clear()
        return bytes(content)


def _write(content: bytearray, step: Step, sector: int, share: float, chance: random.Random | None) -> None:
    at, end = step.at, step.at + len(step.data)
    while at < end:
        stop = min(end, (at // sector + 1) * sector)
        if chance is None or chance.random() < share:
            if len(content) < at:
                content += bytes(at - len(content))
            content[at:stop] = step.data[at - step.at : stop - step.at]
        elif stop > len(content) and chance.random() < 0.3:  # the file grew, its new sectors were not written
            old = len(content)
            content += chance.randbytes(stop - old) if chance.random() < 0.5 else bytes(stop - old)
        at = stop


def broken(promise: Promise, home: Path) -> str:
    """Which promise the casebook in this folder breaks; empty when it keeps all."""
    if not promise.passphrases:
        return ""  # nothing was begun yet
    for passphrase in promise.passphrases:
        try:
            with Casebook.unlock(home, ANA.name, passphrase) as book:
                return _missing(promise, book)
        except NotLetIn:
            continue
        except NoCasebook:
            return "the casebook is gone" if promise.is_made else ""
        except DictamenError as error:
            return str(error)
    return "nobody is let in"


def _missing(promise: Promise, book: Casebook) -> str:
    if troubles := book.verify():
        return f"not whole: {troubles[0]}"
    for (case_id, rev), document in promise.documents.items():
        if book.revision(case_id, rev).document != document:
            return f"{case_id} revision {rev} is another"
    for case_id in promise.purged:
        with suppress(NoSuchCase):
            book.get(case_id)
            return f"{case_id} is there again"
    return ""


def lose_power(steps: Sequence[Step], home: Path, states: int, seed: int) -> list[str]:
    """Go through the steps, lose power in so many ways, and give what was broken."""
    chance = random.Random(seed)  # noqa: S311  # losses, no secrets
    disk, promise, found = Disk(), Promise(), []
    disk.certain[next(step.path for step in steps if step.path.endswith(FILE_NAME))] = b""
    moments = sorted(chance.choices(range(len(steps)), k=states))
    for number, step in enumerate(steps):
        while moments and moments[0] == number:
            del moments[0]
            _put(disk.after_loss(chance), home)
            if problem := broken(promise, home):
                found.append(f"after step {number}: {problem}")
        if step.kind == "mark":
            keep(promise, step.data)
        else:
            disk.take(step)
    return found


def _put(files: dict[str, bytes], home: Path) -> None:
    home.mkdir(exist_ok=True)
    for old in home.iterdir():
        old.unlink()
    for name, content in files.items():
        (home / Path(name).name).write_bytes(content)


def recorded(folder: Path) -> list[Step]:
    """The steps of ``work``, each file's beginning included."""
    with recording() as record:
        work(folder / "recorded", record)
    return record.steps


def main() -> None:
    """Lose power again and again, and print what broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=5000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        steps = recorded(Path(folder))
        seed, began = time.time_ns(), time.monotonic()
        found = lose_power(steps, Path(folder) / "after", options.states, seed)
    for problem in found:
        print(problem)
    seconds = time.monotonic() - began
    print(f"{options.states} losses among {len(steps)} steps, {len(found)} broke a promise, {seconds:.0f} s")


if __name__ == "__main__":
    main()
