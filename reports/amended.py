"""The changed approval: a first cycle that was approved before and may now last longer."""

from app.authorization import AuthorizationPeriod, period_for
from app.case_data import Amends
from reports import approval, frame
from reports.blocks import Banner, Block, Column, Heading, PageBreak, Table
from reports.draft import Draft
from reports.replaced import replaced_blocks
from reports.wording import amount


def blocks(draft: Draft) -> tuple[Block, ...]:
    """The whole letter; its clinical page is that of an approval, with the letter that it changes."""
    return (*member_part(draft), PageBreak(unless_half=True), *approval.clinical_page(draft))


def member_part(draft: Draft) -> tuple[Block, ...]:
    """What changed and why, what stays, and what happens next."""
    member, amends = draft.case.member, draft.amends
    return (
        frame.address_block(draft, (member.full_name, *member.address), with_member=True),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, member.full_name),
        _decision(draft),
        *_comparison(draft, amends),
        draft.paragraph(
            "amended.kept",
            letter=amends.letter_number,
            doses=_doses(draft),
        ),
        *replaced_blocks(draft),
        *approval.what_follows(draft),
    )


def _decision(draft: Draft) -> Block:
    return draft.paragraph(
        "amended.decision",
        drug=draft.drug,
        cycle=draft.case.request.cycle,
        last_day=draft.wording.full_date(draft.review.period.last_day),
        reason=_plain_reason(draft),
    )


def _plain_reason(draft: Draft) -> str:
    """Why the cycle may last longer, in words for the member."""
    reason = draft.case.request.extension or ""
    plain = draft.policy_words.extensions.get(reason)
    if plain is not None:
        return plain[draft.language]
    return draft.extension.text[draft.language] + "."


def _comparison(draft: Draft, amends: Amends) -> tuple[Block, ...]:
    """The old days beside the new ones."""
    before = period_for(draft.policy.limits, draft.case.request._replace(extension=None))
    now = draft.review.period
    columns = (
        Column("", 12),
        Column(draft.says("amended.before", letter=amends.letter_number), 44),
        Column(draft.says("amended.now"), 44),
    )
    rows = ((draft.says("amended.days_row"), _days(draft, before), _days(draft, now)),)
    return (Heading(draft.says("amended.compared")), Table(columns, rows))


def _days(draft: Draft, period: AuthorizationPeriod) -> str:
    first, last = (draft.wording.full_date(day) for day in (period.first_day, period.last_day))
    return draft.says("amended.days", first_day=first, last_day=last, days=period.days)


def _doses(draft: Draft) -> str:
    """The doses of the whole cycle, by day; they stand as a table on the clinical page."""
    cycle = draft.determination.cycle
    return draft.by_day([(day.day, amount(day.authorized_mg, "mg")) for day in cycle.days] if cycle else [])
