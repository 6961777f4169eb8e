"""What all letters share: address block, help, closing, marks and footer."""

from app.determination import Outcome
from reports.blocks import AddressBlock, Block, Heading, KeepTogether, Paragraph, Words, plain_text
from reports.draft import Draft

TEMPLATE = "dictamen.letter/1"
"""Names the arrangement of the letters; another arrangement takes another name."""


def address_block(draft: Draft, recipient: tuple[str, ...], *, with_member: bool) -> AddressBlock:
    """The head of the first page."""
    wording, request = draft.wording, draft.case.request
    beside: list[Words] = [
        wording.words("frame.decided", date=wording.full_date(draft.day)),
        wording.words("frame.letter", number=draft.number),
    ]
    if draft.case.case_id is not None:
        beside.append(wording.words("frame.case", case=draft.case.case_id))
    if with_member:
        beside.append(wording.words("frame.member_number", number=draft.case.member.member_id))
    beside.append(wording.words("frame.received", moment=wording.moment(request.received_at)))
    beside.append(wording.words(f"priority.{request.priority.value}"))
    head = draft.plan.letterhead
    return AddressBlock((draft.line.name[draft.language], *head.address), recipient, tuple(beside))


def dear(draft: Draft, name: str) -> Block:
    """The salutation, neutral in gender."""
    return draft.paragraph("frame.dear", name=name)


def help_block(draft: Draft) -> Block:
    """How the member reaches the plan, and in which forms the letter can be had."""
    contact, language = draft.line.help, draft.language
    wording = draft.wording
    phones = [
        wording.words("help.phone", label=phone.label[language], number=phone.number)
        for phone in contact.phones
    ]
    hours = wording.words("help.hours", hours=contact.hours[language])
    website = wording.words("help.website", website=draft.plan.letterhead.website)
    return KeepTogether(
        (
            Heading(draft.says("help.title")),
            Paragraph(_sentence([*phones, hours, website])),
            draft.paragraph("help.formats"),
        )
    )


def _sentence(parts: list[Words]) -> Words:
    """Short statements in one paragraph, each ended by a full stop."""
    ended = []
    for part in parts:
        *front, last = part
        stop = ". " if not plain_text(part).endswith(".") else " "
        ended += [*front, last, type(last)(stop)]
    return tuple(ended)


def closing(draft: Draft) -> Block:
    """Who decided, as content of the page, so that it prints."""
    if not draft.signed:
        return draft.paragraph("closing.unsigned")
    decided = draft.determination
    return draft.paragraph(
        "closing.signed",
        name=decided.person.name,
        role=draft.says(f"role.{decided.person.role.value}"),
        license=decided.person.license,
        moment=draft.wording.moment(decided.at),
    )


def own_reason(draft: Draft) -> tuple[Block, ...]:
    """The person's own reason, where one was given."""
    decided = draft.determination
    if decided.reason is None:
        return ()
    key = "reason.own" if decided.person.role.may_deny else "reason.reviewer"
    reason = Paragraph(draft.wording.words("value.quote", text=decided.reason))
    return (KeepTogether((Heading(draft.says(key)), reason)),)


def marks(draft: Draft) -> tuple[str, ...]:
    """The lines on top of every page."""
    found = []
    if draft.determination.outcome.is_adverse:
        notice = draft.line.member_notice[draft.language]
        found.append(draft.says("mark.plan_copy", notice=notice))
    if not draft.signed:
        found.append(draft.says("mark.preview"))
    if draft.plan.sample:
        found.append(draft.says("mark.sample"))
    return tuple(found)


def footer(draft: Draft) -> tuple[str, str]:
    """Letter and case number; language and template."""
    numbers = [draft.says("frame.letter", number=draft.number)]
    if draft.case.case_id is not None:
        numbers.append(draft.says("frame.case", case=draft.case.case_id))
    return " · ".join(numbers), f"{draft.wording.name} · {TEMPLATE}"


def decided_word(draft: Draft) -> str:
    """The outcome in the words of the banner."""
    outcome: Outcome = draft.determination.outcome
    return draft.says(f"banner.{outcome.value}")
