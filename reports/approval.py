"""The approval: a page in plain words for the member, a clinical page behind it, the prescriber's copy."""

from datetime import timedelta

from app.request import Priority
from reports import clinical, frame
from reports.blocks import (
    Banner,
    Block,
    Column,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Table,
    Words,
    words,
)
from reports.draft import Draft
from reports.replaced import replaced_blocks
from reports.wording import amount


def blocks(draft: Draft) -> tuple[Block, ...]:
    """The plan's own copy: the member's page, and what a clinician needs on the back of it."""
    return (*member_part(draft), PageBreak(unless_half=True), *clinical_page(draft))


def member_part(draft: Draft) -> tuple[Block, ...]:
    """What was approved and what happens next; no codes, no billing units, no line numbers."""
    member = draft.case.member
    return (
        frame.address_block(draft, (member.full_name, *member.address), with_member=True),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, member.full_name),
        _decision(draft),
        _dose_table(draft),
        *replaced_blocks(draft),
        *what_follows(draft, _changes(draft)),
    )


def what_follows(draft: Draft, more: Words = ()) -> tuple[Block, ...]:
    """What the member has to do (with ``more`` on it), what happens next, where to ask, and who decided."""
    coverage = draft.line.coverage_document[draft.language]
    said = draft.wording.words("approval.todo_text", coverage_document=coverage)
    todo = Paragraph((*said, *words(" "), *more) if more else said)
    disagree = draft.wording.words("approval.disagree", coverage_document=coverage)
    return (
        *_section(draft, "todo", todo),
        *_section(draft, "next", _next(draft)),
        frame.help_and_closing(draft, disagree),
    )


def clinical_page(draft: Draft) -> tuple[Block, ...]:
    """One page with codes, doses, billing units and criteria; the prescriber's copy says it at length."""
    return (
        Heading(draft.says("clinical.title")),
        clinical.facts(draft, short=True),
        *clinical.doses(draft, short=True),
        *clinical.criteria_met(draft),
        *frame.own_reason(draft),
    )


def prescriber_copy(draft: Draft) -> tuple[Block, ...]:
    """Codes, doses, billing units, criteria, and what the next request needs, to the prescriber."""
    prescriber, period, wording = draft.case.prescriber.name, draft.review.period, draft.wording
    decision = draft.paragraph(
        f"{'amended' if frame.changes_approval(draft) else 'approval'}.prescriber_decision",
        drug=draft.drug,
        member=draft.case.member.full_name,
        cycle=draft.case.request.cycle,
        first_day=wording.full_date(period.first_day),
        last_day=wording.full_date(period.last_day),
    )
    return (
        frame.address_block(draft, (prescriber,), with_member=False),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, prescriber),
        *replaced_blocks(draft),
        decision,
        KeepTogether(_contact(draft)),
        *_details(draft),
        *frame.own_reason(draft),
        KeepTogether((*next_cycle(draft), frame.closing(draft))),
    )


def next_cycle(draft: Draft) -> tuple[Block, ...]:
    """What a request for the next cycle needs, and when it is best sent, under a heading."""
    following = draft.policy_words.next_clinical.get(draft.language) or draft.says("next_request.text")
    said = Paragraph(words(f"{following} {_when_to_send(draft)}"))
    return Heading(draft.says("next_request.title")), said


def _details(draft: Draft) -> tuple[Block, ...]:
    """The request, the doses and the criteria; behind what was replaced the longest of them comes last."""
    facts = (Heading(draft.says("request.facts")), clinical.facts(draft))
    doses = (*clinical.doses(draft), *clinical.criteria_met(draft))
    return (*facts, *doses) if draft.edition.replaces is None else (*doses, *facts)


def _when_to_send(draft: Draft) -> str:
    """When the next cycle is best asked for: after the last dose, and while the plan still has its time."""
    hours = draft.line.hours[Priority.STANDARD]
    cycle, period = draft.determination.cycle, draft.review.period
    latest = period.last_day - timedelta(days=-(-hours // 24))
    doses = [day.date for day in (cycle.days if cycle else ()) if period.holds(day.date)]
    said = {"last_day": draft.wording.full_date(latest), "hours": hours}
    if not doses or max(doses) > latest:
        return draft.says("next_request.when_latest", **said)
    return draft.says("next_request.when", first_day=draft.wording.full_date(max(doses)), **said)


def _contact(draft: Draft) -> tuple[Block, ...]:
    desk = draft.line.prescriber_desk_on(draft.day)
    said = draft.paragraph(
        "approval.prescriber_contact", phone=desk.phone, fax=desk.fax, hours=desk.hours[draft.language]
    )
    return Heading(draft.says("approval.prescriber_questions")), said


def _section(draft: Draft, key: str, *texts: Block) -> tuple[Block, ...]:
    return (KeepTogether((Heading(draft.says(f"approval.{key}")), *texts)),)


def _decision(draft: Draft) -> Block:
    period, wording = draft.review.period, draft.wording
    return draft.paragraph(
        "approval.decision",
        drug=draft.drug,
        cycle=draft.case.request.cycle,
        first_day=wording.full_date(period.first_day),
        last_day=wording.full_date(period.last_day),
        prescriber=draft.case.prescriber.name,
        given=draft.policy.drug.given[draft.language],
        doses=draft.counted_doses(len(draft.policy.dosing.treatment_days)),
    )


def _dose_table(draft: Draft) -> Table:
    cycle = draft.determination.cycle
    columns = (
        Column(draft.says("approval.day"), 30),
        Column(draft.says("approval.date"), 40),
        Column(draft.says("approval.amount"), 30, amount=True),
    )
    rows = tuple(
        (
            draft.says("approval.day_number", day=day.day),
            draft.wording.full_date(day.date),
            amount(day.authorized_mg, "mg"),
        )
        for day in (cycle.days if cycle else ())
    )
    return Table(columns, rows)


def _changes(draft: Draft) -> Words:
    """What to do about changes, and about planned dates that the approval does not cover."""
    dates = draft.dates_outside()
    if dates:
        return draft.wording.words("approval.outside", dates=dates)
    return draft.wording.words("approval.changes_text")


def _next(draft: Draft) -> Block:
    looked_at = draft.policy_words.next_plain.get(draft.language) or draft.says("next_request.plain")
    said = draft.wording.words("approval.next_text", cycle=draft.case.request.cycle)
    return Paragraph((*said, *words(" " + looked_at)))
