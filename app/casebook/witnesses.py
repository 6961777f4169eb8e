"""Witnesses: place and link of a revision, kept outside the casebook, held against it."""

import hmac
from enum import StrEnum

from app.casebook.ledger import Ledger
from app.errors import DictamenError


class WitnessFit(StrEnum):
    """What a witness says of the casebook."""

    FITS = "fits"
    FITS_BEFORE_REKEY = "fits_before_rekey"
    ANOTHER = "another"
    BEYOND = "beyond"
    MISSING = "missing"
    PURGED = "purged"

    @property
    def good(self) -> bool:
        """Whether the casebook still holds what the witness saw."""
        return self in {WitnessFit.FITS, WitnessFit.FITS_BEFORE_REKEY}


def fit(ledger: Ledger, seq: int, link: str) -> WitnessFit:
    """Hold a witness against the casebook as it is.

    This compares one place; that everything up to it is unchanged is for ``verify`` to say.

    Args:
        ledger: of an open casebook.
        seq: the place that the witness names.
        link: what it saw there, hexadecimal.
    """
    if seq > ledger.newest_seq():
        return WitnessFit.BEYOND
    try:
        revision = ledger.at(seq)
    except DictamenError:
        return WitnessFit.MISSING
    if revision is None:
        return WitnessFit.MISSING
    if _same(revision.link.hex(), link):
        return WitnessFit.FITS
    if revision.is_emptied:
        return WitnessFit.PURGED  # before a new data key it had another link, which is gone with its cover
    try:
        earlier = ledger.uncovered(revision).was
    except DictamenError:
        return WitnessFit.ANOTHER
    return WitnessFit.FITS_BEFORE_REKEY if any(_same(one, link) for one in earlier) else WitnessFit.ANOTHER


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.lower().encode())
