"""The parts of a policy's sheet behind its lines: questions, days and doses, codes, terms, advisories."""

from collections.abc import Iterator, Sequence

from app.dosing import DoseTable, Span
from app.policy import AdvisoryText, Question, Reading, Statement
from app.typed_numbers import typed
from reports.blocks import Block, Column, Fact, Heading, KeepTogether, Paragraph, Table, words
from reports.policy_draft import PolicyDraft


def blocks(draft: PolicyDraft) -> Iterator[Block]:
    """All parts, in reading order."""
    policy = draft.policy
    yield from _questions(draft)
    yield from _titled(draft, "statements.title", _statements(draft, policy.statements))
    yield from _titled(draft, "authorization.title", _authorization(draft))
    yield from _dosing(draft)
    yield from _titled(draft, "course.title", [*_course(draft)])
    yield from _titled(draft, "discontinuation.title", _statements(draft, policy.discontinuation))
    yield from _codes(draft)
    yield from _titled(draft, "definitions.title", [*_terms(draft)])
    yield from draft.headed(
        "advisories.title", (_advisory(draft, advisory) for advisory in policy.advisories.values())
    )
    yield from _titled(draft, "readings.title", [draft.reading(reading) for reading in _of_no_line(draft)])
    explained = (
        draft.says("explained.item", block=item.block, reason=draft.of(item.text))
        for item in policy.explained
    )
    yield from draft.headed("explained.title", explained)
    yield from draft.headed("references.title", policy.references)


def _terms(draft: PolicyDraft) -> Iterator[Fact]:
    """What the policy defines, and the bound that its file adds for residual disease, with its source."""
    for item in draft.policy.definitions:
        yield Fact(draft.of(item.term), draft.of(item.text))
    rule = draft.policy.response.mrd if draft.policy.response else None
    if rule is not None:
        name = draft.of(draft.policy.questions[rule.question].short)
        yield Fact(name, f"{draft.of(rule.text)} {rule.source}.")


def _course(draft: PolicyDraft) -> Iterator[Fact]:
    """What is told of the member's whole course, with its source."""
    course = draft.policy.course
    if course.interruption is not None:
        name = draft.says("course.interruption", days=course.interruption.more_than_days)
        yield Fact(name, f"{draft.of(course.interruption.text)} {course.interruption.source}")
    if course.intent is not None:
        question = draft.of(draft.policy.questions[course.intent.fact].short)
        name = draft.says("course.intent", question=question)
        yield Fact(name, f"{draft.of(course.intent.text)} {course.intent.source}.")


def _titled(draft: PolicyDraft, key: str, facts: Sequence[Fact]) -> Iterator[Block]:
    """A part with its heading; nothing where the policy has none of it."""
    if facts:
        yield draft.heading(key)
        yield draft.table(facts)


def _questions(draft: PolicyDraft) -> Iterator[Block]:
    """Each question once, with the first section that asks it."""
    told: set[str] = set()
    for section in draft.policy.sections.values():
        fresh = [q for q in draft.policy.questions_of(section.purpose) if q.id not in told]
        told.update(question.id for question in fresh)
        if fresh:
            yield Heading(draft.says("questions.title", section=section.id))
            yield draft.table(_question(draft, question) for question in fresh)


def _question(draft: PolicyDraft, question: Question) -> Fact:
    said = [
        draft.says(
            "questions.answers", prompt=draft.of(question.prompt), answers=draft.rules.answers(question)
        ),
        draft.says("questions.documented" if question.documented else "questions.stated"),
    ]
    if question.asked_when:
        conditions = draft.rules.conditions(question.asked_when)
        said.append(draft.says("questions.asked_when", conditions=conditions))
    return Fact(draft.of(question.short), " ".join(said))


def _statements(draft: PolicyDraft, statements: Sequence[Statement]) -> list[Fact]:
    return [Fact(statement.id, draft.of(statement.text)) for statement in statements]


def _authorization(draft: PolicyDraft) -> list[Fact]:
    limits = draft.policy.limits
    reasons = draft.wording.sentences["rule.between"].join(
        f"{draft.of(extension.text)} ({extension.line})" for extension in limits.extensions
    )
    cycles = draft.says("authorization.cycles_text", cycles=limits.cycles_per_approval)
    facts = [
        draft.fact("authorization.cycles", cycles),
        draft.fact("authorization.first", _span(draft, limits.first_cycle)),
    ]
    if limits.extended_first_cycle is not None:
        longer = _span(draft, limits.extended_first_cycle)
        extended = draft.says("authorization.extended_text", span=longer, reasons=reasons)
        facts.append(draft.fact("authorization.extended", extended))
    return [*facts, draft.fact("authorization.later", _span(draft, limits.later_cycle))]


def _span(draft: PolicyDraft, span: Span) -> str:
    key = f"authorization.{span.unit}" if span.length > 1 else f"authorization.one_of_{span.unit}"
    return draft.says(key, count=span.length)


# ---------------------------------------------------------------- doses


def _dosing(draft: PolicyDraft) -> Iterator[Block]:
    dosing = draft.policy.dosing
    days = [Column(draft.says("dosing.day", day=day), 14, amount=True) for day in dosing.treatment_days]
    rows = tuple(_doses(draft, table) for table in dosing.tables)
    table = Table((Column(draft.says("dosing.table", unit=dosing.basis.unit), 58), *days), rows)
    yield KeepTogether((draft.heading("dosing.title"), table))
    facts = []
    if dosing.area is not None:
        formula, decimals = dosing.area.formula.title(), dosing.area.decimals
        said = draft.says("dosing.area_text", formula=formula, decimals=decimals)
        facts.append(draft.fact("dosing.area", said))
    percent = typed(dosing.rounding_tolerance * 100)
    facts.append(draft.fact("dosing.tolerance", draft.says("dosing.tolerance_text", percent=percent)))
    if dosing.shift is not None:
        moved = draft.says(
            "dosing.shift_text",
            days=dosing.shift.days,
            between=dosing.shift.least_between,
            source=dosing.shift.source,
        )
        facts.append(draft.fact("dosing.shift", moved))
    yield draft.table(facts)


def _doses(draft: PolicyDraft, table: DoseTable) -> tuple[str, ...]:
    return draft.of(table.text), *map(typed, table.strengths)


# ---------------------------------------------------------------- codes, advisories, readings


def _codes(draft: PolicyDraft) -> Iterator[Block]:
    columns = (
        draft.column("codes.code", 18),
        draft.column("codes.system", 22),
        draft.column("codes.text", 60),
    )
    rows = tuple((code.code, code.system, draft.of(code.text)) for code in draft.policy.codes)
    note = Paragraph(words(draft.of(draft.policy.code_note)))
    yield KeepTogether((draft.heading("codes.title"), note, Table(columns, rows)))


def _advisory(draft: PolicyDraft, advisory: AdvisoryText) -> str:
    text = draft.of(advisory.text)
    if advisory.when:
        conditions = draft.rules.conditions(advisory.when)
        text = draft.says("advisories.when", text=text, conditions=conditions)
    return draft.says("advisories.source", text=text, source=advisory.source)


def _of_no_line(draft: PolicyDraft) -> list[Reading]:
    policy = draft.policy
    carried = [line.reading for line in policy.criteria.values()]
    carried += [revision.reading for revision in policy.revisions]
    used = {reading.id for reading in carried if reading is not None}
    return [reading for reading in policy.readings if reading.id not in used]
