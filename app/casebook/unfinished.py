"""What a person was in the middle of, sealed beside the casebook: it comes back after a lock or a kill.

It is no revision: it is written at nearly every word, belongs to one person alone, and is forgotten once it
is saved or left. It lies sealed under that person's own key, so that a new data key leaves it as it is. Its
file has a name that tells nothing; whoever cannot open it takes it for none.
"""

import contextlib
import hmac
import json
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.casebook.boxes import seal, subkey, unseal
from app.casebook.records import Document

_FORMAT = b"dictamen unfinished 1"
_NAME_DIGITS = 24


class Unfinished:
    """The unfinished work of one person at one casebook."""

    def __init__(self, folder: Path, personal_key: bytes) -> None:
        """``folder`` is the casebook's; ``personal_key`` the person's own, which outlives new data keys."""
        self._cipher = AESGCM(subkey(personal_key, "unfinished"))
        name = hmac.digest(subkey(personal_key, "unfinished name"), _FORMAT, "sha256").hex()[:_NAME_DIGITS]
        self.path = folder / f"unfinished-{name}.sealed"

    def keep(self, work: Document) -> bool:
        """Keep this in place of what was kept; False where it cannot be written, which loses only itself.

        It outlives the process and not a power failure: nothing waits for the disk while somebody types.
        """
        sealed = seal(self._cipher, json.dumps(work, separators=(",", ":")).encode(), _FORMAT)
        draft = self.path.with_name(f".dictamen-{secrets.token_hex(8)}")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(sealed)
            draft.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink()
            return False
        return True

    def kept(self) -> Document | None:
        """What was kept last; None where there is nothing, or nothing that can be read."""
        try:
            work = json.loads(unseal(self._cipher, self.path.read_bytes(), _FORMAT))
        except (OSError, InvalidTag, ValueError):
            return None
        return work if isinstance(work, dict) else None

    def forget(self) -> None:
        """Keep nothing any more."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
