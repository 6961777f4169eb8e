"""From a determination to a letter: the same facts in every language, before anything is drawn."""

from collections.abc import Callable, Mapping

from app.copies import Copy
from app.determination import Determination, Outcome
from app.plan import Plan
from reports import adverse, amended, approval, frame, information_request, member_pages
from reports.blocks import Block, Letter
from reports.draft import Draft
from reports.edition import Edition
from reports.wording import wording

_Parts = Callable[[Draft], tuple[Block, ...]]

_PARTS: Mapping[tuple[str, Copy], _Parts] = {
    ("amended", Copy.BOTH): amended.blocks,
    ("amended", Copy.MEMBER): amended.member_part,
    ("amended", Copy.PRESCRIBER): approval.prescriber_copy,
    (Outcome.APPROVE, Copy.BOTH): approval.blocks,
    (Outcome.APPROVE, Copy.MEMBER): approval.member_part,
    (Outcome.APPROVE, Copy.PRESCRIBER): approval.prescriber_copy,
    (Outcome.APPROVE_IN_PART, Copy.MEMBER): member_pages.cover,
    (Outcome.APPROVE_IN_PART, Copy.PRESCRIBER): adverse.blocks,
    (Outcome.DENY, Copy.MEMBER): member_pages.cover,
    (Outcome.DENY, Copy.PRESCRIBER): adverse.blocks,
    (Outcome.PEND, Copy.MEMBER): member_pages.request,
    (Outcome.PEND, Copy.PRESCRIBER): information_request.blocks,
}


def compose(  # noqa: PLR0913 - each is a fact of the letter
    determination: Determination,
    plan: Plan,
    language: str,
    number: str,
    *,
    signed: bool = True,
    edition: Edition | None = None,
) -> Letter:
    """The letter of a determination.

    Args:
        determination: who decided what, on which review.
        plan: whose letter it is.
        language: ``en`` or ``es``.
        number: the letter's own number.
        signed: False makes a preview, which names no signer and says so on every page.
        edition: whose copy, and in place of which letter; None for the usual copy of a first letter.
    """
    return composed(Draft(determination, plan, wording(language), number, signed, edition))


def composed(draft: Draft) -> Letter:
    """The letter of a draft.

    Raises:
        InvalidInput: the plan's file lacks what the letter prints.
    """
    kind = frame.kind_of(draft.determination)
    copy = draft.edition.copy
    title = draft.says(f"title.{kind}", number=draft.number)
    return Letter(
        number=draft.number,
        language=draft.language,
        locale=draft.wording.locale,
        title=title if copy is Copy.BOTH else draft.says(f"title.{copy.value}_copy", title=title),
        author=draft.plan.name[draft.language],
        marks=frame.marks(draft),
        footer=frame.footer(draft),
        page_label=draft.wording.sentences["frame.page"],
        unbroken=draft.unbroken,
        blocks=_PARTS[kind, copy](draft),
        dense=draft.determination.outcome.is_adverse and copy is Copy.PRESCRIBER,
    )
