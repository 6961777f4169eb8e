"""The two texts that a plan writes into the form of the member's notice: what was decided on, and why."""

from collections.abc import Iterator
from decimal import Decimal

from reports.adverse import asks_for_days_alone, more_days, other_ways, reasons_of, way_said, ways_said
from reports.blocks import Span, Words
from reports.draft import Draft
from reports.wording import amount


def item_words(draft: Draft) -> tuple[Words, ...]:
    """What was decided on; where a part was approved, also what was asked for and what is approved."""
    request, cycle = draft.case.request, draft.determination.cycle
    said = {"drug": draft.drug, "cycle": request.cycle, "prescriber": draft.case.prescriber.name}
    key = "notice.item" if draft.case.amends is None else "notice.item_longer"
    item = draft.wording.words(key, **said)
    if cycle is None:
        return (item,)
    wording, period = draft.wording, draft.review.period
    days = [day.day for day in cycle.days]
    asked = wording.words(
        "notice.item_asked",
        asked=_amounts(draft, days, [day.requested_mg for day in cycle.days], request.cycles_requested),
        start=wording.full_date(request.start_date),
    )
    approved = wording.words(
        "notice.item_approved",
        approved=_amounts(draft, days, [day.authorized_mg for day in cycle.days], period.cycles),
        first_day=wording.full_date(period.first_day),
        last_day=wording.full_date(period.last_day),
    )
    return (item, asked, approved)


def _amounts(draft: Draft, days: list[int], doses: list[Decimal | None], cycles: int) -> str:
    known = [(day, amount(dose, "mg")) for day, dose in zip(days, doses, strict=True) if dose is not None]
    said = draft.by_day(known) if known else draft.says("notice.no_doses")
    return draft.says("notice.doses_cycles", doses=said, cycles=cycles)


def rationale_words(draft: Draft) -> tuple[Words, ...]:
    """Why: what was asked, every reason by rule, record, gap and remedy, the policy, and who decided.

    Each is a paragraph of its own, so that one that finds no room goes whole to the page after the form.
    """
    wording, request = draft.wording, draft.case.request
    asked = wording.words(
        "notice.asked" if draft.case.amends is None else "notice.asked_longer",
        prescriber=draft.case.prescriber.name,
        received=wording.full_date(draft.received.date()),
        drug=draft.drug,
        cycle=request.cycle,
    )
    policy = wording.words(
        "notice.policy",
        policy=draft.policy.number,
        title=draft.policy.title[draft.language],
        section=_section(draft),
    )
    ways, longer = ways_said(draft), more_days(draft)
    own = draft.determination.reason
    own_key = "notice.own" if reasons_of(draft) else "notice.own_alone"
    return (
        asked,
        *((ways,) if ways else ()),
        *_reasons(draft),
        *((longer,) if longer else ()),
        *((wording.words(own_key, text=own),) if own else ()),
        policy,
        wording.words("notice.decided"),
    )


def _section(draft: Draft) -> str:
    """Where the policy says what was decided on: the section of criteria, or the line on more days."""
    if asks_for_days_alone(draft):
        return draft.extension.line
    return draft.review.finding.criterion.line.partition(".")[0]


def _reasons(draft: Draft) -> Iterator[Words]:
    """Every reason by its number; the first of each way that the policy gives says which way."""
    reasons = reasons_of(draft)
    by_way = any(reason.way for reason in reasons)
    said: str | None = ""
    for number, reason in enumerate(reasons, 1):
        way = f"{way_said(draft, reason.way)}. " if by_way and reason.way != said else ""
        said = reason.way
        yield Span(f"{way}{number}. {reason.title}. ", strong=True), Span(" ".join(reason.plain))
    yield from other_ways(draft)
