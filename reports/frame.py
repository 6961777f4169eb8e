"""What all letters share: address block, help, closing, marks and footer."""

from app.copies import Copy
from app.determination import Determination, Outcome
from reports.blocks import AddressBlock, Block, Heading, KeepTogether, Paragraph, Words, plain_text, words
from reports.draft import Draft
from reports.typed_language import typed_language
from reports.typing_rules import NBSP
from reports.wording import wording

TEMPLATE = "L2"
"""Names the arrangement of the letters; another arrangement takes another name."""


def address_block(draft: Draft, recipient: tuple[str, ...], *, with_member: bool) -> AddressBlock:
    """The head of the first page."""
    wording, request = draft.wording, draft.case.request
    beside: list[Words] = [
        wording.words("frame.decided", date=wording.full_date(draft.day)),
        words(draft.line.name[draft.language]),
        wording.words("frame.letter", number=draft.number),
    ]
    if draft.case.case_id is not None:
        beside.append(wording.words("frame.case", case=draft.case.case_id))
    if with_member:
        beside.append(wording.words("frame.member_number", number=draft.case.member.member_id))
    priority = draft.says(f"priority.{request.priority.value}")
    received = wording.full_date(draft.received.date())
    beside.append(wording.words("frame.received", priority=priority, date=received))
    head = draft.plan.letterhead
    return AddressBlock((draft.plan.name[draft.language], *head.address), recipient, tuple(beside))


def dear(draft: Draft, name: str) -> Block:
    """The salutation, neutral in gender."""
    return draft.paragraph("frame.dear", name=name)


def help_and_closing(draft: Draft, disagree: Words = (), more: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """How to reach the plan, what to do when one does not agree, in which forms it can be had, who signed.

    The phones may stand on the page before; the signature never stands alone on one.

    Args:
        draft: of the letter.
        disagree: what to do when one does not agree.
        more: what stands before the signature.
    """
    return (
        *help_section(draft, "help.title" if disagree else "help.questions"),
        ending(draft, disagree, more),
    )


def help_section(draft: Draft, title: str = "help.questions") -> tuple[Block, ...]:
    """How to reach the plan, under a heading."""
    return (KeepTogether((Heading(draft.says(title)), phones(draft))),)


def ending(draft: Draft, disagree: Words = (), more: tuple[Block, ...] = ()) -> Block:
    """The end of a letter: what to do when one does not agree, in which forms it can be had, who signed."""
    forms = (*disagree, *(words(" ") if disagree else ()), *draft.wording.words("help.formats"))
    return KeepTogether((Paragraph(forms), *more, closing(draft)))


def phones(draft: Draft) -> Block:
    """The plan's phones, when they are answered, and its website."""
    contact, language = draft.line.help_on(draft.day), draft.language
    wording = draft.wording
    numbers = [
        wording.words("help.phone", label=phone.label[language], number=phone.number)
        for phone in contact.phones
    ]
    hours = wording.words("help.hours", hours=contact.hours[language])
    website = wording.words("help.website", website=draft.plan.letterhead.website)
    return Paragraph(_sentence([*numbers, hours, website]))


def _sentence(parts: list[Words]) -> Words:
    """Short statements in one paragraph, each ended by a full stop."""
    ended = []
    for part in parts:
        *front, last = part
        stop = ". " if not plain_text(part).endswith(".") else " "
        ended += [*front, last, type(last)(stop)]
    return tuple(ended)


def closing(draft: Draft) -> Block:
    """Who decided and what the signature means, as content of the page, so that it prints."""
    if not draft.signed:
        return draft.paragraph("closing.unsigned")
    decided = draft.determination
    meaning = "closing.meaning_pend" if decided.outcome is Outcome.PEND else "closing.meaning"
    return draft.paragraph(
        "closing.signed",
        name=decided.person.name,
        role=draft.says(f"role.{decided.person.role.value}"),
        license=decided.person.license,
        moment=draft.wording.moment(decided.at),
        meaning=draft.says(meaning),
    )


def enclosures(draft: Draft) -> tuple[Block, ...]:
    """The names of what goes out with the letter: the form of the member's notice, and the plan's notices."""
    names = [insert.name[draft.language] for insert in draft.inserts]
    if draft.form is not None:
        names.insert(0, draft.says("enclosed.form", notice=draft.line.member_notice[draft.language]))
    if not names:
        return ()
    return (draft.paragraph("enclosed.list", names="; ".join(names)),)


def own_reason(draft: Draft) -> tuple[Block, ...]:
    """The person's own reason, where one was given."""
    decided = draft.determination
    if decided.reason is None:
        return ()
    key = "reason.own" if decided.person.role.may_deny else "reason.reviewer"
    typed = typed_language(decided.reason)
    other = typed if typed != draft.language else None
    quoted = draft.wording.words("value.quote", text=decided.reason)
    reason = Paragraph(quoted, wording(other).locale if other else "")
    return (KeepTogether((Heading(draft.says(key)), reason)),)


def longer_cycle(draft: Draft, key: str) -> Block:
    """A sentence on a request to make an approved cycle longer, which leaves that approval as it is."""
    return draft.paragraph(
        key,
        drug=draft.drug,
        member=draft.case.member.full_name,
        cycle=draft.case.request.cycle,
        received=draft.wording.full_date(draft.received.date()),
        letter=draft.amends.letter_number,
        last_day=draft.wording.full_date(draft.amends.last_day),
    )


def marks(draft: Draft) -> tuple[str, ...]:
    """The lines on top of every page."""
    found = []
    if draft.determination.outcome.is_adverse and draft.edition.copy is not Copy.MEMBER:
        notice = draft.line.member_notice[draft.language]
        found.append(draft.says("mark.plan_copy", notice=notice))
    if draft.form is not None and draft.form.file.sample:
        found.append(draft.says("mark.sample_form"))
    state = [] if draft.signed else [draft.says("mark.preview")]
    if draft.plan.sample:
        state.append(draft.says("mark.sample"))
    return (*found, " · ".join(state)) if state else tuple(found)


def footer(draft: Draft) -> str:
    """Letter's number, arrangement and language, case number, whose copy it is; no line parts one of them.

    The letter's number needs no word before it, as its first sign tells it from a case's, and without one the
    whole finds room on one line.
    """
    numbers = [draft.number, f"{TEMPLATE}-{draft.language}"]
    if draft.case.case_id is not None:
        numbers.append(draft.says("frame.case", case=draft.case.case_id))
    numbers.append(draft.says(f"copy.{draft.edition.copy.value}"))
    return " · ".join(number.replace(" ", NBSP) for number in numbers)


def kind_of(determination: Determination) -> str:
    """What the wording calls a letter: its outcome, or ``amended`` for the change of an approval."""
    changes = determination.review.case.amends is not None and determination.outcome is Outcome.APPROVE
    return "amended" if changes else determination.outcome.value


def decided_word(draft: Draft) -> str:
    """The outcome in the words of the banner."""
    return draft.says(f"banner.{kind_of(draft.determination)}")
