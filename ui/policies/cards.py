"""A policy as cards, made from its file alone: nothing here knows one medicine from another."""

from collections.abc import Iterable, Sequence

from app.dosing import AuthorizationLimits, Dosing, Span, SpanUnit
from app.policy import Policy
from ui.kit.card import Card
from ui.kit.dates import show_date
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.numbers import show_number
from ui.kit.text import FieldLabel, Hint, Secondary, SectionTitle
from ui.policies.line_rows import LineRow, lines_of
from ui.policies.parts import part_name
from ui.policies.words import tr

_NO_BREAK = "\N{NO-BREAK SPACE}"


class PartCard(Card):
    """One part of a policy under its name; ``policy/PART``."""

    def __init__(self, part: str) -> None:
        super().__init__(f"policy/{part}", gap=8)
        self.part = part
        self.column.addWidget(SectionTitle(part_name(part)))

    def add_table(self, columns: Sequence[FactsColumn], rows: Sequence[Sequence[str]]) -> None:
        """Add a table that is only read."""
        table = FactsTable(f"policy/{self.part}/table", part_name(self.part), columns)
        table.set_rows(rows)
        self.column.addWidget(table)

    def add_hint(self, words: str) -> None:
        """Add a sentence, if there is one."""
        if words:
            self.column.addWidget(Hint(words))


def cards_of(policy: Policy, language: str) -> list[PartCard]:
    """The parts that the policy has, in the order of the page."""
    made = (
        _revisions(policy, language),
        _criteria(policy, language),
        _doses(policy, language),
        _codes(policy, language),
        _terms(policy, language),
        _statements(policy, language),
        _references(policy),
    )
    return [card for card in made if card is not None]


def _revisions(policy: Policy, language: str) -> PartCard:
    card = PartCard("revisions")
    for revision in policy.revisions:
        since = tr("From {0}").format(show_date(revision.effective))
        card.column.addWidget(FieldLabel(f"{since}: {revision.kind[language]}"))
        card.column.addWidget(Secondary(revision.summary[language]))
        if revision.pharmacy_committee is not None:
            card.add_hint(tr("Pharmacy committee: {0}.").format(show_date(revision.pharmacy_committee)))
        if revision.reading is not None:
            card.add_hint(tr("Read as: {0}").format(revision.reading.text[language]))
    if policy.last_day is not None:
        card.add_hint(tr("Last day in force: {0}").format(show_date(policy.last_day)))
    return card


def _criteria(policy: Policy, language: str) -> PartCard:
    card = PartCard("criteria")
    card.add_hint(tr("In the policy's own numbering, in our words. The policy as the plan prints it counts."))
    for section in policy.sections.values():
        card.column.addWidget(FieldLabel(section.title[language]))
        for line in lines_of(section, language):
            card.column.addWidget(LineRow(line))
    return card


def _doses(policy: Policy, language: str) -> PartCard:
    card, dosing = PartCard("doses"), policy.dosing
    days = [
        FactsColumn(tr("Day {0}").format(day), numeric=True, strong=True) for day in dosing.treatment_days
    ]
    rows = [
        (
            table.text[language],
            *(f"{show_number(each)}{_NO_BREAK}{dosing.basis.unit}" for each in table.strengths),
        )
        for table in dosing.tables
    ]
    card.add_table((FactsColumn(tr("When")), *days), rows)
    for words in (*_dose_words(policy, dosing), *_limit_words(policy.limits, language)):
        card.add_hint(words)
    return card


def _dose_words(policy: Policy, dosing: Dosing) -> Iterable[str]:
    drug = policy.drug
    if dosing.area is not None:
        formula = dosing.area.formula.replace("_", " ").capitalize()
        yield tr("Body surface area by the formula of {0}, to {1} decimals.").format(
            formula, dosing.area.decimals
        )
    if dosing.rounding_tolerance:
        percent = show_number(dosing.rounding_tolerance * 100)
        yield tr("A dose up to {0} % above the table counts as rounded.").format(percent)
    unit, vial = show_number(drug.billing_unit_mg), show_number(drug.vial_mg)
    yield tr("{0}: {1} mg is one billing unit. A vial holds {2} mg.").format(drug.hcpcs, unit, vial)


def _limit_words(limits: AuthorizationLimits, language: str) -> Iterable[str]:
    cycles = limits.cycles_per_approval
    yield (
        tr("One approval covers at most 1 cycle.")
        if cycles == 1
        else tr("One approval covers at most {0} cycles.").format(cycles)
    )
    first, later = _span(limits.first_cycle), _span(limits.later_cycle)
    yield tr("The first cycle lasts {0}, a later one {1}.").format(first, later)
    if limits.extended_first_cycle is not None:
        reasons = "; ".join(f"{each.line} {each.text[language]}" for each in limits.extensions)
        yield tr("The first cycle may last {0}: {1}").format(_span(limits.extended_first_cycle), reasons)


def _span(span: Span) -> str:
    if span.unit is SpanUnit.DAYS:
        return tr("{0} days").format(span.length) if span.length != 1 else tr("1 day")
    return tr("{0} months").format(span.length) if span.length != 1 else tr("1 month")


def _codes(policy: Policy, language: str) -> PartCard:
    card = PartCard("codes")
    columns = (FactsColumn(tr("Code"), strong=True), FactsColumn(tr("System")), FactsColumn(tr("Meaning")))
    card.add_table(columns, [(code.code, code.system, code.text[language]) for code in policy.codes])
    card.add_hint(policy.code_note[language])
    return card


def _terms(policy: Policy, language: str) -> PartCard | None:
    if not policy.definitions:
        return None
    card = PartCard("terms")
    for definition in policy.definitions:
        card.column.addWidget(FieldLabel(definition.term[language]))
        card.column.addWidget(Secondary(definition.text[language]))
    return card


def _statements(policy: Policy, language: str) -> PartCard | None:
    rows = [(each.id, each.text[language]) for each in policy.statements]
    rows += [(each.id, tr("Stop: {0}").format(each.text[language])) for each in policy.discontinuation]
    if not rows:
        return None
    card = PartCard("statements")
    card.add_table((FactsColumn(tr("Line"), strong=True), FactsColumn(tr("What it says"))), rows)
    return card


def _references(policy: Policy) -> PartCard | None:
    if not policy.references:
        return None
    card = PartCard("references")
    for number, reference in enumerate(policy.references, start=1):
        card.column.addWidget(Secondary(f"{number}. {reference}"))
    return card
