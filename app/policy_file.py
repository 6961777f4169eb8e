"""A policy from its TOML file. Every error names the file, the block and the key."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import resources
from app.bsa import FORMULAS
from app.data_file import Block, read_toml
from app.facts import Value
from app.policy import (
    AdvisoryText,
    AuthorizationLimits,
    Choice,
    Code,
    Criterion,
    Definition,
    DoseShift,
    DoseTable,
    Dosing,
    Drug,
    Extension,
    Policy,
    Purpose,
    Question,
    QuestionKind,
    Reading,
    Revision,
    Section,
    Statement,
    Text,
)
from app.policy_rules import CriterionReader, read_comparison, read_conditions

FORMAT = "dictamen.policy/1"


@cache
def installed_policies() -> Mapping[str, Policy]:
    """The policies that ship with the product, by number."""
    files = sorted(resources.path("policies").glob("*.toml"))
    return {policy.number: policy for policy in map(load_policy, files)}


def load_policy(source: Path) -> Policy:
    """Read one policy file.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    data, top = read_toml(source)
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    policy = _read_policy(top, hashlib.sha256(data).hexdigest())
    top.finish()
    return policy


def _read_policy(top: Block, sha256: str) -> Policy:
    readings = tuple(_reading(block) for block in top.blocks("reading"))
    questions = _unique(top, "question", [_question(block) for block in top.blocks("question")])
    criteria = CriterionReader(
        list(top.blocks("criterion")), questions, {reading.id: reading for reading in readings}
    ).read_all()
    codes = top.block("codes")
    policy = Policy(
        number=top.string("number"),
        plan=top.string("plan"),
        sha256=sha256,
        title=top.text("title"),
        subject=top.text("subject"),
        service_category=top.string("service_category"),
        lines_of_business=top.strings("lines_of_business"),
        label_age_years=top.integer("label_age_years"),
        drug=_drug(top.block("drug")),
        revisions=_revisions(top),
        definitions=tuple(_definition(block) for block in top.blocks("definition")),
        hcpcs=frozenset(codes.strings("hcpcs")),
        icd10=frozenset(codes.strings("icd10")),
        code_note=codes.text("note"),
        codes=tuple(_code(block) for block in top.blocks("code", "code")),
        readings=readings,
        questions=questions,
        sections=_sections(top, criteria),
        criteria=criteria,
        statements=tuple(_statement(block, "id") for block in top.blocks("statement")),
        limits=_limits(top.block("authorization")),
        dosing=_dosing(top.block("dosing"), questions),
        discontinuation=tuple(_statement(block, "line") for block in top.blocks("discontinuation", "line")),
        advisories={advisory.code: advisory for advisory in map(_advisory, top.blocks("advisory", "code"))},
        references=tuple(_reference(block) for block in top.blocks("reference")),
    )
    codes.finish()
    _check_use(top, policy)
    return policy


def _unique(top: Block, kind: str, questions: list[Question]) -> dict[str, Question]:
    by_id: dict[str, Question] = {}
    for question in questions:
        if question.id in by_id:
            raise top.error(f"{kind} {question.id}", "stands twice")
        by_id[question.id] = question
    return by_id


def _check_use(top: Block, policy: Policy) -> None:
    """A criterion that no section reaches, or a question that nothing asks, is a slip of the pen."""
    reached = {c.id for section in policy.sections.values() for c in section.root.walk()}
    for name in policy.criteria:
        if name not in reached:
            raise top.error(f"criterion {name}", "is reached by no section")
    asked = {fact for section in policy.sections.values() for fact in section.facts()}
    asked.add(policy.dosing.response_fact)
    for name in policy.questions:
        if name not in asked:
            raise top.error(f"question {name}", "is used by no criterion")


def _drug(block: Block) -> Drug:
    drug = Drug(
        generic=block.string("generic"),
        brand=block.string("brand"),
        target=block.string("target"),
        hcpcs=block.string("hcpcs"),
        ndc=block.string("ndc"),
        billing_unit_mg=block.amount("billing_unit_mg"),
        vial_mg=block.amount("vial_mg"),
        route=block.text("route"),
        unit_source=block.string("unit_source"),
    )
    if not drug.billing_unit_mg or drug.vial_mg % drug.billing_unit_mg:
        raise block.error("vial_mg", "must be a whole number of billing units")
    block.finish()
    return drug


def _revisions(top: Block) -> tuple[Revision, ...]:
    revisions = tuple(_revision(block) for block in top.blocks("revision", "effective"))
    days = [revision.effective for revision in revisions]
    if not days or days != sorted(set(days)):
        raise top.error("revision", "blocks must stand in the order of their effective dates, each once")
    return revisions


def _revision(block: Block) -> Revision:
    revision = Revision(
        effective=block.day("effective"),
        kind=block.text("kind"),
        summary=block.text("summary"),
        pharmacy_committee=block.day("pharmacy_committee") if block.has("pharmacy_committee") else None,
    )
    block.finish()
    return revision


def _definition(block: Block) -> Definition:
    thresholds = {}
    if block.has("thresholds"):
        table = block.block("thresholds")
        thresholds = {key: table.amount(key) for key in table.left}
    definition = Definition(block.string("id"), block.text("term"), block.languages(), thresholds)
    block.finish()
    return definition


def _code(block: Block) -> Code:
    code = Code(block.string("code"), block.string("system"), block.languages())
    block.finish()
    return code


def _reading(block: Block) -> Reading:
    reading = Reading(block.integer("id", 1), block.languages())
    block.finish()
    return reading


def _statement(block: Block, key: str) -> Statement:
    statement = Statement(block.string(key), block.languages())
    block.finish()
    return statement


def _reference(block: Block) -> str:
    text = block.string("text")
    block.finish()
    return text


def _question(block: Block) -> Question:
    kind = block.string("kind")
    if kind not in set(QuestionKind):
        raise block.error("kind", "must be one of " + ", ".join(QuestionKind))
    page = block.string("page")
    if page not in {"criteria", "response"}:
        raise block.error("page", "must be criteria or response")
    question = Question(
        id=block.string("id"),
        kind=QuestionKind(kind),
        documented=block.yes_no("documented"),
        page=page,
        prompt=block.text("prompt"),
        short=block.text("short"),
        ask_for=block.text("ask_for"),
        hint=block.text("hint") if block.has("hint") else None,
        choices=_choices(block, QuestionKind(kind)),
        asked_when=read_conditions(block, "asked_when"),
    )
    block.finish()
    return question


_YES_NO = (Choice(True, Text(en="Yes", es="Sí")), Choice(False, Text(en="No", es="No")))


def _choices(block: Block, kind: QuestionKind) -> tuple[Choice, ...]:
    if kind is QuestionKind.YES_NO:
        return _YES_NO
    if kind is QuestionKind.CYCLE:
        return ()
    return tuple(_choice(item) for item in block.blocks("choices", "value"))


def _choice(block: Block) -> Choice:
    choice = Choice(
        block.string("value"), block.languages(), block.text("hint") if block.has("hint") else None
    )
    block.finish()
    return choice


def _sections(top: Block, criteria: Mapping[str, Criterion]) -> dict[Purpose, Section]:
    sections: dict[Purpose, Section] = {}
    for block in top.blocks("section"):
        name = block.string("id")
        if name not in criteria:
            raise block.error("id", f"names the criterion {name}, which this file lacks")
        purpose = _purpose(block)
        sections[purpose] = Section(name, purpose, block.text("title"), criteria[name])
        block.finish()
    for purpose in Purpose:
        if purpose not in sections:
            raise top.error("section", f"for the purpose {purpose} is missing")
    return sections


def _purpose(block: Block) -> Purpose:
    value = block.string("purpose")
    if value not in set(Purpose):
        raise block.error("purpose", "must be one of " + ", ".join(Purpose))
    return Purpose(value)


def _advisory(block: Block) -> AdvisoryText:
    advisory = AdvisoryText(
        code=block.string("code"),
        text=block.languages(),
        purpose=_purpose(block) if block.has("purpose") else None,
        when=read_conditions(block, "when"),
    )
    block.finish()
    return advisory


def _limits(block: Block) -> AuthorizationLimits:
    limits = AuthorizationLimits(
        cycles_per_approval=block.integer("cycles_per_approval", 1),
        first_cycle_days=block.integer("first_cycle_days", 1),
        extended_first_cycle_days=block.integer("extended_first_cycle_days", 1),
        later_cycle_days=block.integer("later_cycle_days", 1),
        extensions=tuple(_extension(item) for item in block.blocks("extension", "value")),
    )
    block.finish()
    return limits


def _extension(block: Block) -> Extension:
    extension = Extension(block.string("value"), block.string("line"), block.languages())
    block.finish()
    return extension


def _dosing(block: Block, questions: Mapping[str, Question]) -> Dosing:
    basis = block.string("basis")
    if basis != "body_surface_area":
        raise block.error("basis", "must be body_surface_area")
    formula = block.string("formula")
    if formula not in FORMULAS:
        raise block.error("formula", "must be one of " + ", ".join(FORMULAS))
    days = block.take("treatment_days")
    if not isinstance(days, list) or not days or not all(type(day) is int and day >= 1 for day in days):
        raise block.error("treatment_days", "must be a list of day numbers, 1 or more")
    response_fact = block.string("response_fact")
    if response_fact not in questions:
        raise block.error("response_fact", "must be a question of this file")
    dosing = Dosing(
        formula=formula,
        bsa_decimals=block.integer("bsa_decimals"),
        rounding_tolerance=block.amount("rounding_tolerance"),
        treatment_days=tuple(days),
        response_fact=response_fact,
        tables=tuple(
            _dose_table(item, len(days), questions[response_fact]) for item in block.blocks("table")
        ),
        shift=_dose_shift(block.block("shift")) if block.has("shift") else None,
    )
    block.finish()
    return dosing


def _dose_shift(block: Block) -> DoseShift:
    shift = DoseShift(
        days=block.integer("days"),
        least_between=block.integer("least_between"),
        source=block.string("source"),
    )
    block.finish()
    return shift


def _dose_table(block: Block, days: int, response: Question) -> DoseTable:
    cycles = block.block("cycles")
    _, _, in_cycle = read_comparison(cycles)
    cycles.finish()
    responses: frozenset[Value] | None = None
    if block.has("response"):
        responses = frozenset(block.strings("response"))
        for value in responses:
            if not response.allows(value):
                raise block.error("response", f"{value} is no answer to {response.id}: {response.allowed}")
    table = DoseTable(
        id=block.string("id"),
        text=block.languages(),
        in_cycle=in_cycle,
        responses=responses,
        mg_per_m2=block.amounts("mg_per_m2"),
    )
    if len(table.mg_per_m2) != days:
        raise block.error("mg_per_m2", f"must have one amount per treatment day ({days})")
    block.finish()
    return table
