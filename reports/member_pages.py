"""What a member gets beside an approval: the page before a notice's form, and word of a request."""

from collections.abc import Iterator
from datetime import timedelta

from reports import clinical, frame
from reports.blocks import (
    Banner,
    Block,
    Bullets,
    Column,
    Heading,
    KeepTogether,
    Table,
)
from reports.draft import Draft
from reports.replaced import replaced_blocks
from reports.wording import amount


def cover(draft: Draft) -> tuple[Block, ...]:
    """The page before the form of an adverse decision: decided what, until when to appeal, whom to call."""
    return (
        *_head(draft),
        _decision(draft),
        _last_day(draft),
        *replaced_blocks(draft),
        *_usable_now(draft),
        _appeal(draft),
        frame.help_and_closing(draft, more=frame.enclosures(draft)),
    )


def request(draft: Draft) -> tuple[Block, ...]:
    """Word to the member that papers were asked for: no decision yet, nothing to do, when it comes."""
    wording = draft.wording
    late = "_late" if draft.determination.at > draft.review.due else ""
    said = draft.paragraph("member_request.text", drug=draft.drug, prescriber=draft.case.prescriber.name)
    when = draft.paragraph(f"member_request.when{late}", due=wording.moment(draft.due, weekday=True))
    ways = Bullets(
        ((wording.words("member_request.call_doctor"),), (wording.words("member_request.ask_fast"),))
    )
    return (
        *_head(draft),
        said,
        when,
        *((frame.longer_cycle(draft, "request.longer"),) if draft.case.amends else ()),
        *replaced_blocks(draft),
        KeepTogether((Heading(draft.says("member_request.can_do")), ways)),
        frame.help_and_closing(draft),
    )


def _head(draft: Draft) -> tuple[Block, ...]:
    member = draft.case.member
    return (
        frame.address_block(draft, (member.full_name, *member.address), with_member=True),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, member.full_name),
    )


def _decision(draft: Draft) -> Block:
    if draft.case.amends is not None:
        return frame.longer_cycle(draft, "cover.denied_longer")
    outcome = draft.determination.outcome
    return draft.paragraph(
        f"cover.{outcome.value}",
        drug=draft.drug,
        prescriber=draft.case.prescriber.name,
        cycle=draft.case.request.cycle,
        received=draft.wording.full_date(draft.received.date()),
    )


def _usable_now(draft: Draft) -> tuple[Block, ...]:
    """What is approved, before the reasons for the rest; nothing where nothing is."""
    cycle = draft.determination.cycle
    if cycle is None:
        return ()
    wording, period = draft.wording, draft.review.period
    columns = (
        Column(draft.says("doses.day"), 22),
        Column(draft.says("approval.date"), 34),
        Column(draft.says("adverse.asked"), 20, amount=True),
        Column(draft.says("adverse.approved"), 22, amount=True),
    )
    rows = tuple(
        (
            draft.says("approval.day_number", day=day.day),
            wording.full_date(day.date),
            clinical.NOT_ASKED if day.requested_mg is None else amount(day.requested_mg, "mg"),
            amount(day.authorized_mg, "mg"),
        )
        for day in cycle.days
    )
    said = draft.paragraph(
        "cover.use_now",
        cycle=draft.case.request.cycle,
        first_day=wording.full_date(period.first_day),
        last_day=wording.full_date(period.last_day),
    )
    return Heading(draft.says("cover.use_now_title")), said, *_cycles(draft), Table(columns, rows)


def _cycles(draft: Draft) -> Iterator[Block]:
    """How many cycles were asked for and approved; nothing where all of them are."""
    asked, approved = draft.case.request.cycles_requested, draft.review.period.cycles
    if asked != approved:
        yield draft.paragraph("cover.cycles", asked=asked, approved=approved)


def _last_day(draft: Draft) -> Block:
    """Until when to appeal, as a calendar date: the plan's days from the letter's date, as the form counts.

    It follows the decision at once, so that it stands on the first page in large print too.
    """
    until = draft.wording.deadline(draft.day + timedelta(days=draft.line.appeal_days))
    return draft.paragraph("cover.appeal", date=until)


def _appeal(draft: Draft) -> Block:
    how = draft.paragraph("cover.appeal_how", days=draft.line.appeal_days)
    return KeepTogether((Heading(draft.says("cover.appeal_title")), how))
