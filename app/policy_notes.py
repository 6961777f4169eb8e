"""What a policy file notes beside its lines: what codes mean, and why a remark of its check may stand."""

from typing import NamedTuple

from app.text import Text


class Code(NamedTuple):
    """A billing or diagnosis code with our own wording."""

    code: str
    system: str
    text: Text


class Explained(NamedTuple):
    """Why a remark of the policy check may stand: the kind of finding, the block, and the reason."""

    finding: str
    block: str
    text: Text
