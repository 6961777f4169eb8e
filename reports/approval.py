"""The approval: a page in plain words for the member, and a clinical page for the prescriber."""

from reports import clinical, frame
from reports.blocks import Banner, Block, Column, Heading, KeepTogether, PageBreak, Paragraph, Table, words
from reports.draft import Draft
from reports.wording import amount


def blocks(draft: Draft) -> tuple[Block, ...]:
    """The whole approval letter."""
    return (*member_part(draft), PageBreak(), *prescriber_part(draft))


def member_part(draft: Draft) -> tuple[Block, ...]:
    """What was approved and what happens next; no codes, no billing units, no line numbers."""
    member = draft.case.member
    return (
        frame.address_block(draft, (member.full_name, *member.address), with_member=True),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, member.full_name),
        _decision(draft),
        _dose_table(draft),
        *_outside(draft),
        *what_follows(draft, draft.paragraph("approval.changes_text")),
    )


def what_follows(draft: Draft, *more: Block) -> tuple[Block, ...]:
    """What the member has to do (with ``more`` on it), what happens next, where to ask, and who decided."""
    coverage = draft.line.coverage_document[draft.language]
    todo = draft.paragraph("approval.todo_text", coverage_document=coverage)
    disagree = draft.paragraph("approval.disagree", coverage_document=coverage)
    return (
        *_section(draft, "todo", todo, *more),
        *_section(draft, "next", _next(draft)),
        KeepTogether((*frame.help_blocks(draft, disagree), frame.closing(draft))),
    )


def prescriber_part(draft: Draft) -> tuple[Block, ...]:
    """Codes, doses, billing units, criteria and what the next request needs."""
    following = draft.policy_words.next_clinical.get(draft.language) or draft.says("next_request.text")
    return (
        Heading(draft.says("clinical.title")),
        clinical.facts(draft),
        *clinical.doses(draft),
        *clinical.criteria_met(draft),
        *frame.own_reason(draft),
        KeepTogether((Heading(draft.says("next_request.title")), Paragraph(words(following)))),
    )


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


def _outside(draft: Draft) -> tuple[Block, ...]:
    """What to do about planned dates that the approval does not cover; nothing where it covers all."""
    dates = draft.dates_outside()
    return (draft.paragraph("approval.outside", dates=dates),) if dates else ()


def _next(draft: Draft) -> Block:
    looked_at = draft.policy_words.next_plain.get(draft.language) or draft.says("next_request.plain")
    said = draft.wording.words("approval.next_text", cycle=draft.case.request.cycle)
    return Paragraph((*said, *words(" " + looked_at)))
