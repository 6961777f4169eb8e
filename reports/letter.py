"""From a determination to a letter: the same facts in every language, before anything is drawn."""

from collections.abc import Callable, Mapping

from app.determination import Determination, Outcome
from app.plan import Plan
from reports import adverse, amended, approval, frame, information_request
from reports.blocks import Block, Letter
from reports.draft import Draft
from reports.wording import wording

_PARTS: Mapping[str, Callable[[Draft], tuple[Block, ...]]] = {
    "amended": amended.blocks,
    Outcome.APPROVE: approval.blocks,
    Outcome.APPROVE_IN_PART: adverse.blocks,
    Outcome.DENY: adverse.blocks,
    Outcome.PEND: information_request.blocks,
}


def compose(
    determination: Determination, plan: Plan, language: str, number: str, *, signed: bool = True
) -> Letter:
    """The letter of a determination.

    Args:
        determination: who decided what, on which review.
        plan: whose letter it is.
        language: ``en`` or ``es``.
        number: the letter's own number.
        signed: False makes a preview, which names no signer and says so on every page.
    """
    draft = Draft(determination, plan, wording(language), number, signed)
    kind = frame.kind_of(determination)
    return Letter(
        number=number,
        language=language,
        locale=draft.wording.locale,
        title=draft.says(f"title.{kind}", number=number),
        author=plan.name[language],
        marks=frame.marks(draft),
        footer=frame.footer(draft),
        page_label=draft.wording.sentences["frame.page"],
        unbroken=(draft.policy.drug.generic,),
        blocks=_PARTS[kind](draft),
    )
