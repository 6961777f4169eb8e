"""The dose page's facts, once for the picture and once for the table: both are made from the same plan."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.authorization import AuthorizationPeriod, planned_dates
from app.bsa import FORMULAS
from app.case import Judgment
from app.course import cycle_limit
from app.dosing import DoseBasis
from app.policy import Policy
from app.regimen import Cycle, TreatmentDay
from app.review import Review
from ui.kit.banner import Fact
from ui.kit.dates import show_date
from ui.kit.facts_table import FactsColumn
from ui.kit.timeline_data import Course, CourseBlock, TreatmentMark, Window
from ui.review.answer_words import answer_words
from ui.review.values import amount, joined, short_day
from ui.review.words import tr

# ---------------------------------------------------------------- the picture


def course_of(
    judgment: Judgment,
    period: AuthorizationPeriod,
    today: date,
    language: str,
    earlier: Sequence[CourseBlock] = (),
) -> Course:
    """The course on a calendar: the earlier cycles that the casebook knows, and the one asked for."""
    block = CourseBlock(
        str(judgment.request.cycle), tr("asked for"), period.first_day, period.last_day, asked=True
    )
    return Course(
        title=tr("Course"),
        caption=course_words(judgment, language),
        blocks=(*earlier, block),
        today=today,
        today_label=tr("Today {0}").format(short_day(today)),
        months=tuple(_month(number) for number in range(1, 13)),
    )


def course_words(judgment: Judgment, language: str) -> str:
    """Which cycle of how many: ``Cycle 3 of at most 6 (Transplant plan: no, line B.iii)``."""
    cycle = judgment.request.cycle
    limit = cycle_limit(judgment.policy, judgment.request.purpose, judgment.answers)
    if limit is None:
        return tr("Cycle {0}, the first of the course").format(cycle) if cycle == 1 else _cycle(cycle)
    questions = [judgment.policy.questions[fact] for fact in limit.chosen_by]
    why = [
        f"{question.short[language]}: {answer_words(question, judgment.answers[question.id].value, language)}"
        for question in questions
    ]
    because = ", ".join([*why, tr("line {0}").format(limit.line)])
    return tr("Cycle {0} of at most {1} ({2})").format(cycle, limit.most, because)


def window_of(review: Review) -> Window:
    """The authorization window with its treatment days; doses stand in it once there is a plan."""
    period, days = review.period, review.policy.dosing.treatment_days
    dates = planned_dates(review.policy.dosing, review.case.request)
    # dates that the request plans are not asked to move
    shift = None if review.case.request.treatment_dates else review.policy.dosing.shift
    doses = (
        [amount(day.authorized_mg, "mg") for day in review.cycle.days] if review.cycle else [""] * len(days)
    )
    marks = [
        TreatmentMark(
            day=(when - period.first_day).days + 1,
            title=tr("Day {0}").format(day),
            date=short_day(when),
            dose=dose,
            may_move=shift.days if shift and day > days[0] else 0,
        )
        for day, when, dose in zip(days, dates, doses, strict=True)
        if period.holds(when)
    ]
    return Window(
        title=tr("Authorization asked for"),
        caption=_window_words(period, dates),
        days=period.days,
        marks=tuple(marks),
        free=tr("treatment-free"),
        last_title=tr("Day {0}").format(period.days),
        last_date=tr("{0}, last day").format(short_day(period.last_day)),
        legend=_shift_words(review.policy) if shift else "",
    )


def _window_words(period: AuthorizationPeriod, dates: Sequence[date]) -> str:
    """The window's ends, and the planned dates that lie after it: the picture has no place for them."""
    outside = [short_day(when) for when in dates if not period.holds(when)]
    later = tr("; planned later: {0}").format(joined(outside)) if outside else ""
    return period_words(period) + later


def period_words(period: AuthorizationPeriod) -> str:
    """The window's two ends and its length."""
    ends = (show_date(period.first_day, weekday=True), show_date(period.last_day, weekday=True))
    return tr("{0} to {1}, both included: {2} days").format(*ends, period.days)


def _shift_words(policy: Policy) -> str:
    shift, days = policy.dosing.shift, policy.dosing.treatment_days[1:]
    if shift is None or not days:
        return ""
    moving = joined([str(day) for day in days])
    words = tr(
        "Days {0} may move by {1} days, with at least {2} days between doses. From the label, no criterion."
    )
    return words.format(moving, shift.days, shift.least_between)


def _month(number: int) -> str:
    """The month's short name as dates have it."""
    return show_date(date(2000, number, 1)).split("-")[1]


def _cycle(number: int) -> str:
    return tr("Cycle {0}").format(number)


# ---------------------------------------------------------------- body surface area and the table


def surface_facts(review: Review) -> list[Fact]:
    """What the dose is measured by, and the day it was measured; empty where the dose goes by nothing."""
    taken, surface = review.case.measurements, review.surface
    if taken is None or review.policy.dosing.basis is DoseBasis.FIXED:
        return []
    facts = [Fact(tr("Weight"), amount(taken.weight_kg, "kg"))]
    if surface is not None and taken.height_cm is not None:
        facts.insert(0, Fact(tr("Height"), amount(taken.height_cm, "cm")))
        facts.append(Fact(tr("Body surface area"), f"{surface.m2}\u00a0m²"))
        facts.append(Fact(tr("Formula"), FORMULAS[surface.formula].title))
    return [*facts, Fact(tr("Measured"), show_date(taken.measured_on) if taken.measured_on else "")]


def surface_source(review: Review) -> str:
    """How a dose comes from the table, and where a formula for the body surface area comes from."""
    area = review.policy.dosing.area
    if area is None:
        if review.policy.dosing.basis is DoseBasis.FIXED:
            return tr("The table's mg, whatever the body size.")
        return tr("The table's mg/kg times the weight.")
    words = tr("{0}. Rounded half up to {1} decimals, then multiplied by the table's mg/m².")
    return words.format(FORMULAS[area.formula].source, area.decimals)


def dose_columns(policy: Policy) -> tuple[FactsColumn, ...]:
    """The columns of the dose table."""
    drug = policy.drug
    titles = (
        tr("Table"),
        tr("Limit"),
        tr("Asked for"),
        tr("To authorize"),
        tr("{0} units").format(drug.hcpcs),
        tr("Vials of {0}").format(amount(drug.vial_mg, "mg")),
        tr("Discarded units"),
    )
    strong = titles[3]
    return (
        FactsColumn(tr("Treatment day")),
        *(FactsColumn(title, numeric=True, strong=title == strong) for title in titles),
    )


def dose_rows(cycle: Cycle) -> list[tuple[str, ...]]:
    """One row for each treatment day, then the cycle's sums."""
    return [*(_dose_row(day, cycle.basis.unit) for day in cycle.days), _sums(cycle)]


def _dose_row(day: TreatmentDay, unit: str) -> tuple[str, ...]:
    return (
        tr("Day {0}, {1}").format(day.day, show_date(day.date, weekday=True)),
        amount(day.strength, unit),
        amount(day.limit_mg, "mg"),
        _asked([day.requested_mg]),
        amount(day.authorized_mg, "mg"),
        str(day.units),
        str(day.vials),
        str(day.discarded_units),
    )


def _sums(cycle: Cycle) -> tuple[str, ...]:
    days = cycle.days
    return (
        _cycle(cycle.number),
        amount(_total([day.strength for day in days]), cycle.basis.unit),
        amount(_total([day.limit_mg for day in days]), "mg"),
        _asked([day.requested_mg for day in days]),
        amount(_total([day.authorized_mg for day in days]), "mg"),
        str(cycle.units),
        str(sum(day.vials for day in days)),
        str(sum(day.discarded_units for day in days)),
    )


def _asked(doses: Sequence[Decimal | None]) -> str:
    stated = [dose for dose in doses if dose is not None]
    return amount(_total(stated), "mg") if stated else tr("Not stated")


def _total(amounts: Sequence[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def strengths(cycle: Cycle) -> str:
    """The table's strengths over the treatment days: ``0.5 mg/m² on each treatment day``."""
    each, unit = [day.strength for day in cycle.days], cycle.basis.unit
    if len(each) == 1:
        return tr("{0} on day {1}").format(amount(each[0], unit), cycle.days[0].day)
    if len(set(each)) == 1:
        return tr("{0} on each treatment day").format(amount(each[0], unit))
    *first, last = (amount(strength, "").rstrip() for strength in each)
    return tr("{0} on days {1}").format(
        joined([*first, f"{last}\u00a0{unit}"]), joined([str(day.day) for day in cycle.days])
    )


def percent(share: Decimal) -> str:
    """A share of one in percent: ``10 %``."""
    return amount(share * 100, "%")
