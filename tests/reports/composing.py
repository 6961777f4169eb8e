"""Letters of sample decisions as blocks and as text, before anything is drawn."""

from app.copies import Copy
from app.determination import Determination
from app.plan import Plan, plan
from reports.blocks import Letter, texts_of
from reports.draft import Draft
from reports.edition import Edition, Replaced
from reports.letter import compose
from reports.wording import wording

PLAN: Plan = plan("mmm-healthcare")
KINDS = ("approve", "approve_in_part", "deny", "pend")
LANGUAGES = ("en", "es")
NUMBER = "D-20261121-7K3M9Q"


def letter(
    decided: Determination,
    language: str = "en",
    copy: Copy | None = None,
    replaces: Replaced | None = None,
) -> Letter:
    """The blocks of a letter; the usual copy unless told."""
    edition = None if copy is None else Edition(copy, replaces)
    return compose(decided, PLAN, language, NUMBER, edition=edition)


def draft(decided: Determination, language: str = "en", copy: Copy | None = None) -> Draft:
    """What a letter is composed from."""
    wanted = None if copy is None else Edition(copy)
    return Draft(decided, PLAN, wording(language), NUMBER, wanted=wanted)


def text(
    decided: Determination,
    language: str = "en",
    copy: Copy | None = None,
    replaces: Replaced | None = None,
) -> str:
    """Every text of a letter, a line each."""
    return "\n".join(texts_of(letter(decided, language, copy, replaces).blocks))
