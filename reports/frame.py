"""What all letters share: address block, help, closing, marks and footer."""

from app.copies import Copy
from app.determination import Determination, Outcome
from reports.blocks import (
    FOOTER_SIGN,
    AddressBlock,
    Block,
    Heading,
    KeepTogether,
    Lines,
    Paragraph,
    Words,
    plain_text,
    words,
)
from reports.draft import Draft
from reports.typed_language import typed_language
from reports.typing_rules import NBSP
from reports.wording import wording

TEMPLATE = "L3"
"""Names the arrangement of the letters; another arrangement takes another name."""


def address_block(draft: Draft, recipient: tuple[str, ...], *, with_member: bool) -> AddressBlock:
    """The head of the first page; a member finds there whom to call, whatever the size of the letter.

    A prescriber reads the time of receipt among the facts of the request, and calls another number.
    """
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
    received = wording.moment(draft.received) if with_member else wording.full_date(draft.received.date())
    beside.append(wording.words("frame.received", priority=priority, date=received))
    if with_member:
        phone = draft.line.help_on(draft.day).phones[0].number
        beside.append(wording.words("frame.call", phone=phone))
    sender = (draft.plan.name[draft.language], *draft.plan.letterhead.address)
    return AddressBlock(sender, recipient, tuple(beside), draft.plan.envelope)


def dear(draft: Draft, name: str) -> Block:
    """The salutation, neutral in gender."""
    return draft.paragraph("frame.dear", name=name)


def help_and_closing(draft: Draft, disagree: Words = (), more: tuple[Block, ...] = ()) -> Block:
    """How to reach the plan, what to do when one does not agree, in which forms it can be had, who signed.

    All of it stands on one page, so that no last page holds a few lines; one phone stands on the first.

    Args:
        draft: of the letter.
        disagree: what to do when one does not agree.
        more: what stands before the signature.
    """
    title = "help.title" if disagree else "help.questions"
    return KeepTogether((*help_section(draft, title), ending(draft, disagree, more)))


def help_section(draft: Draft, title: str = "help.questions") -> tuple[Block, ...]:
    """How to reach the plan, under a heading."""
    return (Heading(draft.says(title)), phones(draft))


def ending(draft: Draft, disagree: Words = (), more: tuple[Block, ...] = ()) -> Block:
    """The end of a letter: what to do when one does not agree, in which forms it can be had, who signed."""
    forms = (*disagree, *(words(" ") if disagree else ()), *draft.wording.words("help.formats"))
    return KeepTogether((Paragraph(forms), *more, closing(draft)))


def phones(draft: Draft) -> Block:
    """The plan's phones, when they are answered, and its website; each TTY under the phone it belongs to.

    The hours are the plan's, so they stand before the phones of others, which follow its TTY.
    """
    contact, wording = draft.line.help_on(draft.day), draft.wording
    hours = wording.words("help.hours", hours=contact.hours[draft.language])
    website = wording.words("help.website", website=draft.plan.letterhead.website)
    lines: list[tuple[Words, ...]] = []
    beside: list[Words] = []
    for phone in contact.phones:
        said = _ended(wording.words("help.phone", label=phone.label[draft.language], number=phone.number))
        if not phone.tty:
            beside.append(said)
            continue
        own = [] if lines else [(_ended(hours), _ended(website))]
        lines += [*([tuple(beside)] if beside else []), (said,), *own]
        beside = []
    return Lines((*lines, *([tuple(beside)] if beside else [])))


def _ended(said: Words) -> Words:
    """A short statement with its full stop."""
    return said if plain_text(said).endswith(".") else (*said, *words("."))


def closing(draft: Draft) -> Block:
    """Who decided and what the signature means, as content of the page, so that it prints."""
    if not draft.signed:
        return draft.paragraph("closing.unsigned")
    decided = draft.determination
    meaning = "closing.meaning_pend" if decided.outcome is Outcome.PEND else "closing.meaning"
    said = draft.wording.words(
        "closing.signed",
        name=decided.person.name,
        role=draft.says(f"role.{decided.person.role.value}"),
        license=decided.person.license,
        moment=draft.wording.moment(decided.at),
        meaning=draft.says(meaning),
    )
    return Paragraph((*said, *words("."), *_copies(draft)))


def _copies(draft: Draft) -> Words:
    """Who else got the decision in writing, in the same act; nothing where nobody did.

    Behind an adverse decision's copy for the prescriber stands what the member got: it is named as enclosed.
    """
    beside = draft.edition.beside
    if not beside:
        return ()
    if draft.edition.copy is Copy.PRESCRIBER and draft.member_notice is not None:
        return (*words(" "), *draft.wording.words("enclosed.notice"))
    whose = "both" if len(beside) > 1 else beside[0].value
    return (*words(" "), *draft.wording.words(f"closing.copy_{whose}"))


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
    return FOOTER_SIGN.join(number.replace(" ", NBSP) for number in numbers)


def kind_of(determination: Determination) -> str:
    """What the wording calls a letter: its outcome, or ``amended`` for the change of an approval."""
    changes = determination.review.case.amends is not None and determination.outcome is Outcome.APPROVE
    return "amended" if changes else determination.outcome.value


def changes_approval(draft: Draft) -> bool:
    """Whether the letter gives an approved cycle more days, and so no doses of its own."""
    return kind_of(draft.determination) == "amended"


def decided_word(draft: Draft) -> str:
    """The outcome in the words of the banner."""
    return draft.says(f"banner.{kind_of(draft.determination)}")
