"""The clinical and billing page: codes, doses, units, criteria and the documents that show them."""

from collections.abc import Collection, Iterable, Iterator

from app.bsa import FORMULAS
from app.dosing import DoseBasis
from app.evaluation import Finding, decisive
from app.logic import MET
from app.policy import Test
from app.regimen import Cycle, TreatmentDay
from app.request import Measurements
from app.typed_numbers import typed, typed_phone
from reports.blocks import Block, Column, Fact, FactTable, Heading, KeepTogether, Paragraph, Table, words
from reports.draft import Draft
from reports.frame import changes_approval, decided_word
from reports.laboratory import laboratory_line
from reports.wording import amount

NOT_ASKED = "–"  # noqa: RUF001 - a dash is what an empty cell of a table reads best as


_SHORT = frozenset(
    (
        "decision",
        "amends",
        "asked_to_change",
        "number",
        "prescriber",
        "billing",
        "submitted",
        "requested",
        "policy",
    )
)
"""What a clinical page says where the page before it has said the rest."""


def facts(
    draft: Draft, *, short: bool = False, without: Collection[str] = (), more: tuple[Fact, ...] = ()
) -> FactTable:
    """What was asked, by whom, for whom, and what was decided when.

    Args:
        draft: of the letter.
        short: leave out what stands on the page before.
        without: rows to leave out besides.
        more: rows at the end.
    """
    rows = (*_decision(draft), *_people(draft), *_medicine(draft))
    if short:
        rows = tuple(row for row in rows if row[0] in _SHORT)
    kept = [Fact(draft.says(f"clinical.{key}"), value) for key, value in rows if key not in without]
    return FactTable((*kept, *more))


def _decision(draft: Draft) -> Iterator[tuple[str, str]]:
    decided, wording, request = draft.determination, draft.wording, draft.case.request
    values = {"decision": decided_word(draft), "cycle": request.cycle}
    if decided.outcome.authorizes:
        period = draft.review.period
        yield (
            "decision",
            draft.says(
                "clinical.decision_cycle",
                **values,
                first_day=wording.full_date(period.first_day),
                last_day=wording.full_date(period.last_day),
                days=period.days,
            ),
        )
    else:
        yield "decision", draft.says("clinical.decision_only", **values)
    if draft.case.amends is not None:
        yield ("amends" if decided.outcome.authorizes else "asked_to_change"), _amended(draft)
    yield "number" if decided.outcome.authorizes else "letter_number", draft.number
    priority = draft.says(f"priority.{request.priority.value}")
    received = wording.moment(draft.received)
    yield "received", draft.says("clinical.received_value", moment=received, priority=priority)
    yield "due", wording.moment(draft.due, weekday=True)
    if draft.signed:
        yield "decided", _decided(draft)


def _amended(draft: Draft) -> str:
    """The letter that is changed, or was asked to be, and why the cycle may last longer."""
    amends, reason, outcome = draft.amends, draft.extension, draft.determination.outcome
    asked = "not_changed" if outcome.is_adverse else "asked_to_change"
    return draft.says(
        f"clinical.{'amends' if outcome.authorizes else asked}_value",
        letter=amends.letter_number,
        last_day=draft.wording.full_date(amends.last_day),
        reason=reason.text[draft.language],
        line=reason.line,
    )


def _decided(draft: Draft) -> str:
    person = draft.determination.person
    return draft.says(
        "clinical.decided_value",
        moment=draft.wording.moment(draft.determination.at),
        name=person.name,
        role=draft.says(f"role.{person.role.value}"),
        license=person.license,
    )


def _people(draft: Draft) -> Iterator[tuple[str, str]]:
    member, prescriber = draft.case.member, draft.case.prescriber
    yield "line", draft.line.name[draft.language]
    born = draft.wording.full_date(member.birth_date)
    patient = {"name": member.full_name, "number": member.member_id, "birth_date": born}
    yield "patient", draft.says("clinical.patient_value", **patient)
    key = "clinical.prescriber_phone" if prescriber.phone else "clinical.prescriber_value"
    yield (
        "prescriber",
        draft.says(key, name=prescriber.name, npi=prescriber.npi, phone=typed_phone(prescriber.phone or "")),
    )


def _medicine(draft: Draft) -> Iterator[tuple[str, str]]:
    drug, request = draft.policy.drug, draft.case.request
    yield "drug", draft.says("clinical.drug_value", drug=draft.drug, route=drug.route[draft.language])
    unit = typed(drug.billing_unit_mg)
    yield "billing", draft.says("clinical.billing_value", hcpcs=drug.hcpcs, unit=unit, ndc=drug.ndc)
    codes = [*((request.hcpcs,) if request.hcpcs else ()), *request.icd10]
    listed = draft.wording.sentences["list.comma"].join(codes) or draft.says("value.none")
    yield "submitted", draft.says("clinical.submitted_value", codes=listed)
    yield "requested", _requested(draft)
    revision = draft.wording.full_date(draft.review.revision.effective)
    yield "policy", draft.says("clinical.policy_value", number=draft.policy.number, revision=revision)


def _requested(draft: Draft) -> str:
    request = draft.case.request
    requested = draft.says(
        "clinical.requested_value",
        cycle=request.cycle,
        cycles=request.cycles_requested,
        start=draft.wording.full_date(request.start_date),
    )
    if request.doses_mg is None:
        return requested
    days = draft.policy.dosing.treatment_days
    amounts = [(day, amount(dose, "mg")) for day, dose in zip(days, request.doses_mg, strict=True)]
    return draft.says("clinical.requested_doses", requested=requested, doses=draft.by_day(amounts))


# ---------------------------------------------------------------- doses


def doses(draft: Draft, *, short: bool = False) -> tuple[Block, ...]:
    """The dose table with how it was computed; nothing where no dose is authorized.

    Args:
        draft: of the letter.
        short: leave out the advice on rounding, on the claim and on other doses.
    """
    cycle = draft.determination.cycle
    if cycle is None:
        return ()
    beyond = any(
        day.authorized_mg > day.limit_mg * (1 + draft.policy.dosing.rounding_tolerance) for day in cycle.days
    )
    outside = draft.dates_outside()
    return (
        *_doses_of(draft, cycle),
        *_measured(draft),
        *(() if short else (Paragraph(words(_rule(draft))),)),
        *((draft.paragraph("doses.as_asked"),) if beyond else ()),
        *([draft.paragraph("doses.outside", dates=outside)] if outside else ()),
        _unused(draft, cycle),
        *(() if short or changes_approval(draft) else (_conditions(draft, cycle),)),
    )


def _doses_of(draft: Draft, cycle: Cycle) -> tuple[Block, ...]:
    """The doses, under their heading.

    A letter that adds days says that it adds no doses: billed by both letters, a dose would be billed twice.
    """
    heading, table = Heading(draft.says("doses.title")), _dose_table(draft, cycle)
    if not changes_approval(draft):
        return heading, table
    same = draft.paragraph("amended.doses", letter=draft.amends.letter_number)
    return (KeepTogether((heading, same, table)),)


def _rule(draft: Draft) -> str:
    """How the limit comes about, and how amounts are rounded."""
    dosing = draft.policy.dosing
    said = [draft.says(f"doses.rule_{dosing.basis}")]
    if dosing.rounding_tolerance:
        said.append(draft.says("doses.rounding", percent=draft.wording.percent(dosing.rounding_tolerance)))
    return " ".join([*said, draft.says("doses.whole")])


def _unused(draft: Draft, cycle: Cycle) -> Block:
    """What is left in the vials: no part of the decision, an estimate for the claim."""
    left = [(day.day, str(day.discarded_units)) for day in cycle.days if day.discarded_units]
    if not left:
        return draft.paragraph("doses.no_waste")
    total = draft.counted_units(sum(day.discarded_units for day in cycle.days))
    return draft.paragraph("doses.waste", units=draft.by_day(left), total=total)


def _conditions(draft: Draft, cycle: Cycle) -> Block:
    return draft.paragraph("doses.conditions", doses=draft.counted_doses(len(cycle.days)))


def _measured(draft: Draft) -> Iterator[Block]:
    """What the doses are measured by; nothing for a fixed dose."""
    taken = draft.case.measurements
    if taken is None or draft.policy.dosing.basis is DoseBasis.FIXED:
        return
    said = _size(draft, taken)
    if taken.measured_on is None:
        yield draft.paragraph("doses.unmeasured", surface=said)
    else:
        date = draft.wording.full_date(taken.measured_on)
        key = "weight_measured" if draft.policy.dosing.area is None else "measured"
        yield draft.paragraph(f"doses.{key}", surface=said, date=date)


def _size(draft: Draft, taken: Measurements) -> str:
    surface = draft.review.surface
    if surface is None or taken.height_cm is None:
        return draft.says("doses.weight", weight=typed(taken.weight_kg))
    return draft.says(
        "doses.surface",
        m2=surface.m2,
        formula=FORMULAS[surface.formula].title,
        height=typed(taken.height_cm),
        weight=typed(taken.weight_kg),
    )


def _dose_table(draft: Draft, cycle: Cycle) -> Table:
    vial = typed(draft.policy.drug.vial_mg)
    columns = (
        Column(draft.says("doses.day"), 88),
        Column(draft.says("doses.density"), 52, amount=True, unit=cycle.basis.unit),
        Column(draft.says("doses.limit"), 54, amount=True, unit="mg"),
        Column(draft.says("doses.asked"), 57, amount=True, unit="mg"),
        Column(draft.says("doses.approved"), 72, amount=True, unit="mg"),
        Column(draft.says("doses.units"), 80, amount=True),
        Column(draft.says("doses.vials", size=vial), 65, amount=True),
    )
    total = (
        draft.says("doses.total"),
        *([""] * 4),
        str(cycle.units),
        str(sum(day.vials for day in cycle.days)),
    )
    return Table(columns, tuple(_dose_row(draft, day) for day in cycle.days), total)


def _dose_row(draft: Draft, day: TreatmentDay) -> tuple[str, ...]:
    number = draft.says("approval.day_number", day=day.day)
    return (
        draft.says("doses.day_date", day=number, date=draft.wording.short_date(day.date)),
        typed(day.strength),
        typed(day.limit_mg),
        NOT_ASKED if day.requested_mg is None else typed(day.requested_mg),
        typed(day.authorized_mg),
        str(day.units),
        str(day.vials),
    )


# ---------------------------------------------------------------- criteria


def criteria_met(draft: Draft) -> tuple[Block, ...]:
    """The lines that are met, each with the documents that show it."""
    finding = draft.review.finding
    if finding.status is not MET:
        return (Heading(draft.says("criteria.met")), draft.paragraph("criteria.unsupported"))
    by_line: dict[str, list[Finding]] = {}
    for test in decisive(finding):
        by_line.setdefault(test.criterion.line, []).append(test)
    columns = (
        Column(draft.says("criteria.line"), 10),
        Column(draft.says("criteria.criterion"), 43),
        Column(draft.says("criteria.record"), 47),
    )
    rows = tuple(
        (line, draft.policy.criteria[line].text[draft.language], record)
        for line, record in zip(by_line, _records(draft, by_line.values()), strict=True)
    )
    return (Heading(draft.says("criteria.met")), Table(columns, rows))


def _records(draft: Draft, lines: Iterable[list[Finding]]) -> Iterator[str]:
    """What shows each line: its documents, and once the laboratory values where it asks for the response."""
    told = ""
    for tests in lines:
        facts = {test.criterion.rule.fact for test in tests if isinstance(test.criterion.rule, Test)}
        values = "" if told else laboratory_line(draft, facts)
        told = told or values
        yield "; ".join(part for part in (draft.documents(tuple(tests)), values) if part) or NOT_ASKED
