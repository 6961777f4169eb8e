"""Flips bits of a small casebook's file, one at a time, and counts those that nothing notices.

Run as ``python -m tests.tools.flip_casebook [--every N] [--rekeyed]``; without ``--every`` it flips each bit.
The casebook has people (one retired, one with a new passphrase), cases, events, a purge and a failed attempt.
"""

import argparse
import contextlib
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from app.casebook import Casebook, Cost, NotLetIn
from app.casebook.book import utc_now
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.ledger import Ledger
from app.casebook.register import Register
from app.casebook.retention_rules import Rules
from app.casebook.sealing import Sealer
from app.casebook.verify import verify
from app.errors import DictamenError
from app.people import Person, Role

ANA = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
INES = Person("Inés Muñiz Sample", Role.PHYSICIAN, "MD-00000")
GONE = Person("Gone Sample", Role.REVIEWER, "RN-00001")
FIRST, PASSPHRASE = "ana's first passphrase", "ana's second passphrase"
OTHERS = "a passphrase of theirs"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
RULES = Rules(lambda _row: 10, lambda _document: [])
LONG_AGO = datetime(2014, 3, 1, 12, tzinfo=UTC)


def make(home: Path, rekeyed: bool) -> None:
    """A small casebook to which most things have happened."""
    with Casebook.create(home, ANA, FIRST, cost=CHEAP, clock=lambda: LONG_AGO) as book:
        book.add_person(INES, OTHERS)
        book.add_person(GONE, OTHERS)
        book.save({"member": "Long Ago", "v": 1}, "C-0")
        book.save({"member": "Long Ago", "v": 2}, "C-0", rev=1)
    with Casebook.unlock(home, ANA.name, FIRST) as book:
        for number in range(1, 5):
            book.save({"member": "Ana", "filler": "x" * 100 * number}, f"C-{number}")
        book.save({"filler": [random.Random(1).random() for _ in range(500)]}, "C-1", rev=1)  # noqa: S311
        book.record("letter printed", case_id="C-1", pages=2)
        book.staff.change_passphrase(FIRST, PASSPHRASE)
        book.staff.retire(GONE.name)
        proposal = book.retention(RULES).propose(["C-0"])
    with Casebook.unlock(home, INES.name, OTHERS) as book:
        book.retention(RULES).confirm(proposal.number)
    if rekeyed:
        with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
            book.rekey.run()
    with contextlib.suppress(NotLetIn):
        Casebook.unlock(home, ANA.name, "a wrong passphrase")


def sealer_of(home: Path) -> Sealer:
    """What opens the casebook; the costly part of unlocking, done once."""
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        return Sealer(book.staff.opened.data_key)


def is_noticed(path: Path, sealer: Sealer) -> bool:
    """Whether opening or verifying refuses the file or finds anything, by the product's own code."""
    file = None
    try:
        file = CasebookFile.open(path)
        if file.found:
            return True
        ledger = Ledger(file, sealer, utc_now)
        return bool(verify(file, ledger, Register(ledger), sealer, None))
    except DictamenError:
        return True
    finally:
        if file is not None:
            file.close()


def unnoticed(home: Path, sealer: Sealer, flips: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those flips (byte, bit) that nothing notices; the file is whole again after each."""
    path = home / FILE_NAME
    whole = path.read_bytes()
    assert not is_noticed(path, sealer), "an unchanged file is whole"
    with path.open("r+b", buffering=0) as file:
        for place, bit in flips:
            file.seek(place)
            file.write(bytes([whole[place] ^ 1 << bit]))
            if not is_noticed(path, sealer):
                yield place, bit
            file.seek(place)
            file.write(whole[place : place + 1])
    assert path.read_bytes() == whole, "verification writes nothing"


def every_bit(length: int) -> Iterator[tuple[int, int]]:
    """All of them."""
    return ((place, bit) for place in range(length) for bit in range(8))


def some_bits(length: int, every: int, seed: int) -> Iterator[tuple[int, int]]:
    """One random bit of every so manyeth byte."""
    chance = random.Random(seed)  # noqa: S311  # a choice, no secret
    return ((place, chance.randrange(8)) for place in range(chance.randrange(every), length, every))


def main() -> None:
    """Flip, and print what went unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=0, metavar="N")
    parser.add_argument("--rekeyed", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        make(home, options.rekeyed)
        sealer = sealer_of(home)
        length = (home / FILE_NAME).stat().st_size
        flips = some_bits(length, options.every, time.time_ns()) if options.every else every_bit(length)
        count = -(-length // options.every) if options.every else length * 8
        began = time.monotonic()
        found = 0
        for place, bit in unnoticed(home, sealer, flips):
            found += 1
            print(f"not noticed: page {place // 4096 + 1}, byte {place % 4096}, bit {bit}")
        print(f"{count} flips in {length} bytes, {found} not noticed, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
