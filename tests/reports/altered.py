"""What the tests of altered letters share."""

import re

from app.identity import SigningIdentity
from reports.check import check


def failed(data: bytes, identity: SigningIdentity) -> set[str]:
    """The names of the checks that a file does not stand."""
    return {item.name for item in check(data, [identity.certificate]).failures}


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the signature's hexadecimal text starts and ends."""
    found = re.search(rb"/Contents <([0-9a-f]+)>", pdf)
    assert found is not None
    return found.span(1)
