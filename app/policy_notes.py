"""What a policy file notes beside its lines: what codes mean, and why a remark of its check may stand."""

from dataclasses import dataclass

from app.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """A billing or diagnosis code with our own wording."""

    code: str
    system: str
    text: Text


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a remark of the policy check may stand: the kind of finding, the block, and the reason."""

    finding: str
    block: str
    text: Text
