"""What was written wrong in a letter may be put right without deciding anew: names, addresses, numbers.

Nothing that the policy is judged on is among it; whoever signs the corrected letter decides the same again.
"""

from collections.abc import Mapping
from copy import deepcopy

from app.errors import InvalidInput
from app.fields import Document

LINES = "member.address"
"""The only one that holds several lines."""

CORRECTABLE = (
    "member.given_name",
    "member.family_name",
    "member.member_id",
    LINES,
    "prescriber.name",
    "prescriber.npi",
    "prescriber.phone",
)
"""The fields of a case that a correction may change, as paths."""


def written(document: Mapping[str, object]) -> dict[str, str]:
    """What the fields that may be corrected hold now, by their paths; lines are parted by line breaks."""
    found = {}
    for path in CORRECTABLE:
        part, _, key = path.partition(".")
        table = document.get(part)
        value = table.get(key) if isinstance(table, dict) else None
        found[path] = "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return found


def corrected_case(document: Document, corrections: Mapping[str, str]) -> Document:
    """A case with what was written wrong put right; the given one stays as it is.

    Args:
        document: the case.
        corrections: by path, what the field should have held; an empty text takes it away.

    Raises:
        InvalidInput: a field may not be corrected this way.
    """
    after = deepcopy(dict(document))
    for path, text in corrections.items():
        if path not in CORRECTABLE:
            raise InvalidInput(path, "cannot be corrected in a letter that is signed; decide the case anew")
        part, _, key = path.partition(".")
        table = after.setdefault(part, {})
        if not isinstance(table, dict):
            raise InvalidInput(part, "is no group of fields")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            table.pop(key, None)
        else:
            table[key] = lines if path == LINES else " ".join(lines)
    return after
