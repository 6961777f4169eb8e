"""The denial and the partial approval: a copy for prescriber and plan.

The member's own notice goes out on a form that only the plan may supply. This copy holds the words for its
reason part, never the form's own text.
"""

from datetime import timedelta

from app.logic import MET
from reports import approval, clinical, frame
from reports.blocks import (
    Banner,
    Block,
    Column,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    Span,
    Table,
    Words,
    words,
)
from reports.draft import Draft
from reports.reasons import Reason, criteria_reasons, lines_met, partial_reasons, ways_of
from reports.replaced import replaced_blocks
from reports.wording import amount


def blocks(draft: Draft) -> tuple[Block, ...]:
    """The whole adverse letter; both parts have one reader, so the second begins where the first ends."""
    return (*plain_part(draft), *prescriber_part(draft))


def plain_part(draft: Draft) -> tuple[Block, ...]:
    """The decision and its reasons in words that the member's notice can carry, and what can be done."""
    prescriber = draft.case.prescriber.name
    return (
        frame.address_block(draft, (prescriber,), with_member=False),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, prescriber),
        *replaced_blocks(draft),
        _decision(draft),
        *_comparison(draft),
        *_appeal(draft),
        _talk(draft),
        *_plain_reasons(draft),
        *frame.own_reason(draft),
    )


def prescriber_part(draft: Draft) -> tuple[Block, ...]:
    """Facts, doses where some are approved, and each reason by its printed line."""
    # what stands at the head of the letter, in its comparison and at the signature is not said again
    said = (
        "letter_number",
        "line",
        "decision",
        "decided",
        *(("requested",) if draft.determination.cycle else ()),
    )
    return (
        Heading(draft.says("adverse.clinical")),
        clinical.facts(draft, without=said, more=_met(draft)),
        *clinical.doses(draft),
        *_criteria(draft),
        *_clinical_reasons(draft),
        *_next_cycle(draft),
        *frame.enclosures(draft),
    )


def reasons_of(draft: Draft) -> tuple[Reason, ...]:
    """Why not, or not all, in the order in which the letter says it."""
    return partial_reasons(draft) if draft.determination.cycle else criteria_reasons(draft)


def more_days(draft: Draft) -> Words:
    """When a cycle may last longer, and what could show it; empty where that is not what was decided on."""
    if not asks_for_days_alone(draft):
        return ()
    said = draft.policy_words.more_days.get(draft.language)
    if said is not None:
        return words(said)
    reasons = [item.text[draft.language] for item in draft.policy.limits.extensions]
    return draft.wording.words("notice.more_days", reasons="; ".join(reasons))


def asks_for_days_alone(draft: Draft) -> bool:
    """Whether nothing but a longer cycle is refused: the criteria for the cycle itself are met."""
    return draft.case.amends is not None and not reasons_of(draft)


def _decision(draft: Draft) -> Block:
    request = draft.case.request
    if draft.case.amends is not None:
        return frame.longer_cycle(draft, "adverse.denied_longer")
    return draft.paragraph(
        "adverse.partial" if draft.determination.outcome.authorizes else "adverse.denied",
        drug=draft.drug,
        member=draft.case.member.full_name,
        cycle=request.cycle,
        start=draft.wording.full_date(request.start_date),
        received=draft.wording.full_date(draft.received.date()),
    )


def _comparison(draft: Draft) -> tuple[Block, ...]:
    """What was asked beside what is approved; only where something is."""
    cycle = draft.determination.cycle
    if cycle is None:
        return ()
    wording, request, period = draft.wording, draft.case.request, draft.review.period
    rows = [
        (
            draft.says("adverse.dose_row", day=day.day),
            clinical.NOT_ASKED if day.requested_mg is None else amount(day.requested_mg, "mg"),
            amount(day.authorized_mg, "mg"),
        )
        for day in cycle.days
    ]
    rows.append((draft.says("adverse.cycles_row"), str(request.cycles_requested), str(period.cycles)))
    approved = draft.says(
        "adverse.period",
        first_day=wording.full_date(period.first_day),
        last_day=wording.full_date(period.last_day),
    )
    asked = draft.says("adverse.period_open", start=wording.full_date(request.start_date))
    rows.append((draft.says("adverse.period_row"), asked, approved))
    columns = (
        Column("", 26),
        Column(draft.says("adverse.asked"), 32),
        Column(draft.says("adverse.approved"), 42),
    )
    return (Heading(draft.says("adverse.compared")), Table(columns, tuple(rows)))


# ---------------------------------------------------------------- reasons


def _plain_reasons(draft: Draft) -> tuple[Block, ...]:
    reasons = reasons_of(draft)
    language = draft.case.member.language
    made = draft.plan.form_for(draft.line.id, language, draft.day) is not None
    intro = draft.paragraph(
        "adverse.plain_intro" if made else "adverse.plain_intro_no_form",
        notice=draft.line.member_notice[draft.language],
        policy=draft.policy.number,
    )
    found: list[Block] = [KeepTogether((Heading(draft.says("adverse.plain")), intro))]
    if not reasons:
        longer = more_days(draft)
        found += [*([Paragraph(longer)] if longer else []), draft.paragraph("adverse.no_reason_line")]
    elif ways := ways_said(draft):
        found.append(Paragraph(ways))
    way: str | None = ""
    for number, reason in enumerate(reasons, 1):
        said = _plain_reason(number, reason)
        if reason.way != way and any(other.way for other in reasons):
            found.append(Heading(way_said(draft, reason.way), 3))
        way = reason.way
        found.append(said)
    return (*found, *map(Paragraph, other_ways(draft)))


def ways_said(draft: Draft) -> Words:
    """How many ways the policy gives, where the reasons are told by way; empty where they are not."""
    if any(reason.way for reason in reasons_of(draft)):
        return draft.wording.words("adverse.ways", count=len(ways_of(draft)))
    return ()


def way_said(draft: Draft, way: str | None) -> str:
    """Which of the policy's ways the next reasons stand in, or that they stand in all."""
    if way is None:
        return draft.says("adverse.all_ways")
    return draft.says("adverse.this_way", way=_way_named(draft, way))


def _way_named(draft: Draft, way: str) -> str:
    return (draft.policy_words.ways.get(way) or draft.policy.criteria[way].text)[draft.language]


def other_ways(draft: Draft) -> tuple[Words, ...]:
    """The ways without a reason of their own, each with those of all ways that stand against it.

    Without them a reader who is told of two ways would look in vain for one. Empty where nothing is told by
    way.
    """
    reasons = reasons_of(draft)
    own = {reason.way for reason in reasons}
    others = [way for way in ways_of(draft) if way not in own] if own != {None} else []
    found = []
    for way in others:
        numbers = [str(number) for number, reason in enumerate(reasons, 1) if way in reason.ways]
        if numbers:
            said = {"way": _way_named(draft, way), "numbers": draft.wording.joined(numbers)}
            key = "other_way" if len(numbers) == 1 else "other_way_reasons"
            found.append(draft.wording.words(f"adverse.{key}", **said))
    return tuple(found)


def _plain_reason(number: int, reason: Reason) -> Block:
    return Paragraph((Span(f"{number}. {reason.title}. ", strong=True), Span(" ".join(reason.plain))))


def _clinical_reasons(draft: Draft) -> tuple[Block, ...]:
    reasons = reasons_of(draft)
    if not reasons:
        return ()

    def said(number: int, reason: Reason) -> Block:
        lines = draft.wording.sentences["list.comma"].join(reason.lines)
        title = Span(f"{number}. {_named(draft, reason, lines)}. ", strong=True)
        return Paragraph((title, *draft.wording.words("reason.steps", **reason.clinical._asdict())))

    shown = (Heading(draft.says("adverse.clinical_reasons")), *map(said, range(1, len(reasons) + 1), reasons))
    # the two that a partial approval can have stand on one page; more would leave too much of a page empty
    return (KeepTogether(shown),) if draft.determination.cycle else shown


def _named(draft: Draft, reason: Reason, lines: str) -> str:
    """A reason's title; where lines of the policy are behind it, with them and what was found of them."""
    if not lines:
        return reason.title
    key = "adverse.not_documented" if reason.is_open else "adverse.not_met"
    return draft.says(key, title=reason.title, lines=lines)


def _criteria(draft: Draft) -> tuple[Block, ...]:
    """The criteria that a cycle is approved by, where all are met; else ``_met`` names those that are."""
    if draft.determination.cycle is None or draft.review.finding.status is not MET:
        return ()
    return clinical.criteria_met(draft)


def _next_cycle(draft: Draft) -> tuple[Block, ...]:
    """When and with what to ask for the cycle after the approved one."""
    if draft.determination.cycle is None:
        return ()
    return (KeepTogether(approval.next_cycle(draft)),)


def _met(draft: Draft) -> tuple[Fact, ...]:
    """The printed lines that are met, with all that they hold, although the section is not; often none."""
    unmet = [f"{line}." for reason in criteria_reasons(draft) for line in reason.lines]
    lines = [
        line
        for line in dict.fromkeys(lines_met(draft.review.finding))
        if not any(other.startswith(f"{line}.") for other in unmet)
    ]
    if not lines or draft.review.finding.status is MET:
        return ()
    return (Fact(draft.says("criteria.met"), draft.wording.sentences["list.comma"].join(lines)),)


# ---------------------------------------------------------------- what can be done


def _appeal(draft: Draft) -> tuple[Block, ...]:
    days = draft.line.appeal_days
    until = draft.wording.deadline(draft.day + timedelta(days=days))
    said = draft.paragraph("adverse.appeal_text", date=until, days=days)
    return Heading(draft.says("adverse.appeal")), said


def _talk(draft: Draft) -> Block:
    """How to reach a physician, and who decided."""
    desk = draft.line.prescriber_desk_on(draft.day)
    hours = desk.physician_hours[draft.language]
    said = draft.paragraph("adverse.talk_text", phone=desk.physician_phone, hours=hours)
    # a signature alone on a page would stand under nothing
    return KeepTogether((Heading(draft.says("adverse.talk")), said, frame.closing(draft)))
