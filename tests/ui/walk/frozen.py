"""One moment and one chance for everything on the screen, so that pictures of it can be compared.

What is drawn at random (numbers of cases and letters, keys and the fingerprints made of them) comes from a
seed, and every clock stands still.
"""

import os
import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from types import SimpleNamespace
from typing import Self
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric import ec

from ui.session import Session

NOW = datetime.fromisoformat("2026-11-24T09:12:00-04:00")
_ZONE = "America/Puerto_Rico"
_KEY_BYTES = 24
_WITH_A_CLOCK = ("app.casebook.book", "app.desk", "ui.policies.paper_card")


class Chance:
    """Bytes that look random and are the same each time after ``begin``."""

    def __init__(self) -> None:
        self._drawn = random.Random()  # noqa: S311  # chance that can be had again; it protects nothing
        self.begin("")

    def begin(self, seed: str) -> None:
        """Begin anew; each seed gives other bytes."""
        self._drawn.seed(seed)

    def draw(self, count: int) -> bytes:
        """So many bytes."""
        return self._drawn.randbytes(count)

    def key(self, curve: ec.EllipticCurve) -> ec.EllipticCurvePrivateKey:
        """A key on a curve of at least 24 bytes."""
        return ec.derive_private_key(int.from_bytes(self.draw(_KEY_BYTES), "big") + 1, curve)


class _Moment(datetime):
    """``datetime`` whose ``now`` is the moment."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(NOW.timestamp(), tz)


@contextmanager
def frozen() -> Iterator[Chance]:
    """While this lasts, nothing on the screen depends on the day or on chance."""
    chance, zone = Chance(), os.environ.get("TZ")
    os.environ["TZ"] = _ZONE
    time.tzset()
    with ExitStack() as patches:
        for target, with_what in (
            ("os.urandom", chance.draw),
            ("random._urandom", chance.draw),
            ("app.identity.ec.generate_private_key", chance.key),
            ("app.identity.dt", SimpleNamespace(datetime=_Moment, timedelta=timedelta, UTC=UTC)),
            *((f"{module}.datetime", _Moment) for module in _WITH_A_CLOCK),
        ):
            patches.enter_context(patch(target, with_what))
        patches.enter_context(patch.object(Session, "now", lambda _session: NOW))
        yield chance
    if zone is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = zone
    time.tzset()
