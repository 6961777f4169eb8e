"""The sheet on which a pharmacist signs for a policy: each line, its rule in words, a case that proves it."""

from collections.abc import Iterator
from functools import cache

import resources
from app.plan import plan
from app.policy import Criterion, Policy, Purpose, Revision, Section
from app.proof import proofs_of
from app.typed_numbers import typed
from reports import policy_parts
from reports.blocks import (
    Banner,
    Blank,
    Block,
    Form,
    Heading,
    KeepTogether,
    Letter,
    PageBreak,
    Paragraph,
    Table,
    words,
)
from reports.page import CREATOR, build_pdf
from reports.policy_draft import PolicyDraft
from reports.wording import Wording, load_wording

_SHORT_SHA = 12
_SHA_GROUP = 8
# What is written by hand, in so many lines of writing.
_BLANKS = {"name": 1, "license": 1, "date": 1, "signature": 2}


def policy_sheet(policy: Policy, language: str) -> bytes:
    """The PDF of a policy's sheet; the same bytes for the same file.

    Args:
        policy: as loaded from its file.
        language: ``en`` or ``es``.
    """
    return build_pdf(compose_sheet(policy, language))


def compose_sheet(policy: Policy, language: str) -> Letter:
    """The sheet before anything is drawn."""
    wording = _sheet_wording(language)
    draft = PolicyDraft(policy, wording)
    day = policy.revisions[-1].effective.isoformat()
    return Letter(
        number=policy.number,
        language=language,
        locale=wording.locale,
        title=draft.says("frame.title", number=policy.number),
        author=CREATOR,
        marks=(),
        footer=draft.says("frame.footer", number=policy.number, day=day, sha=policy.sha256[:_SHORT_SHA]),
        page_label=wording.sentences["frame.page"],
        unbroken=(policy.drug.generic,),
        blocks=tuple(_blocks(draft)),
        raises_powers=True,
    )


@cache
def _sheet_wording(language: str) -> Wording:
    return load_wording(resources.path("sheets", f"{language}.toml"))


def _blocks(draft: PolicyDraft) -> Iterator[Block]:
    yield from _head(draft)
    yield from _revisions(draft)
    yield _guide(draft)
    for section in draft.policy.sections.values():
        yield from _section(draft, section)
    yield from policy_parts.blocks(draft)
    yield PageBreak()
    yield _sign_off(draft)


# ---------------------------------------------------------------- head


def _head(draft: PolicyDraft) -> Iterator[Block]:
    policy, drug = draft.policy, draft.policy.drug
    named = draft.says(
        "fact.drug_text",
        generic=drug.generic,
        brand=drug.brand,
        target=drug.target,
        route=draft.of(drug.route),
    )
    billing = draft.says(
        "fact.billing_text",
        hcpcs=drug.hcpcs,
        unit=typed(drug.billing_unit_mg),
        ndc=drug.ndc,
        vial=typed(drug.vial_mg),
        source=drug.unit_source,
    )
    age = "fact.age_text" if policy.label_age_years != 1 else "fact.age_one"
    facts = [
        draft.fact("fact.title", draft.of(policy.title)),
        draft.fact("fact.subject", draft.of(policy.subject)),
        draft.fact("fact.plan", draft.of(plan(policy.plan).name)),
        draft.fact("fact.lines", draft.wording.sentences["list.comma"].join(policy.lines_of_business)),
        draft.fact("fact.drug", named),
        draft.fact("fact.billing", billing),
        draft.fact("fact.age", draft.says(age, years=policy.label_age_years)),
    ]
    if policy.last_day is not None:
        facts.append(draft.fact("fact.last_day", draft.wording.full_date(policy.last_day)))
    facts.append(draft.fact("fact.file", _grouped(policy.sha256)))
    yield Banner(draft.says("frame.title", number=policy.number))
    yield Paragraph(words(draft.says("frame.lead", number=policy.number)))
    yield draft.table(facts)


def _grouped(sha256: str) -> str:
    """In groups that can be read out and compared."""
    starts = range(0, len(sha256), _SHA_GROUP)
    return " ".join(sha256[start : start + _SHA_GROUP] for start in starts)


def _revisions(draft: PolicyDraft) -> Iterator[Block]:
    columns = (
        draft.column("revisions.effective", 28),
        draft.column("revisions.kind", 22),
        draft.column("revisions.summary", 50),
    )
    rows = tuple(_revision(draft, revision) for revision in draft.policy.revisions)
    yield KeepTogether((draft.heading("revisions.title"), Table(columns, rows)))
    readings = [revision.reading for revision in draft.policy.revisions if revision.reading]
    if readings:
        yield draft.table(map(draft.reading, readings))


def _revision(draft: PolicyDraft, revision: Revision) -> tuple[str, str, str]:
    summary = draft.of(revision.summary)
    if revision.pharmacy_committee is not None:
        date = draft.wording.full_date(revision.pharmacy_committee)
        summary = draft.says("revisions.committee", summary=summary, date=date)
    return draft.wording.full_date(revision.effective), draft.of(revision.kind), summary


def _guide(draft: PolicyDraft) -> Block:
    sentences = [draft.says(f"guide.{key}") for key in ("number", "rule", "proof", "answers")]
    return KeepTogether((draft.heading("guide.title"), draft.bullets(sentences)))


# ---------------------------------------------------------------- lines


def _section(draft: PolicyDraft, section: Section) -> Iterator[Block]:
    reached = {line.id for line in section.root.walk()}
    lines = (line for line in draft.policy.criteria.values() if line.id in reached)
    first, *rest = [_line(draft, section, line) for line in lines]
    yield KeepTogether((Heading(draft.of(section.title)), *first.blocks))
    yield from rest


def _line(draft: PolicyDraft, section: Section, line: Criterion) -> KeepTogether:
    facts = [draft.fact("line.rule", draft.rules.rule(line))]
    if line.reading is not None:
        facts.append(draft.reading(line.reading))
    with_cycle = section.purpose is Purpose.CONTINUATION
    proofs = proofs_of(draft.policy, section, line)
    for proof in proofs:
        said = draft.rules.proof(section.id, proof, with_cycle=with_cycle)
        facts.append(draft.fact(f"line.{proof.line.word}", said))
    if not proofs:
        facts.append(draft.fact("line.unknown", draft.says("line.nowhere")))
    return KeepTogether((Heading(_title(draft, line), level=3), draft.table(facts)))


def _title(draft: PolicyDraft, line: Criterion) -> str:
    number = line.id if line.id == line.line else draft.says("line.part", line=line.line)
    return f"{number}: {draft.of(line.text)}"


# ---------------------------------------------------------------- sign-off


def _sign_off(draft: PolicyDraft) -> Block:
    """What is signed, and room to sign it by hand."""
    policy = draft.policy
    signed = [
        draft.fact("fact.number", f"{policy.number}, {draft.of(policy.title)}"),
        draft.fact("sign.revision", draft.wording.full_date(policy.revisions[-1].effective)),
        draft.fact("fact.file", _grouped(policy.sha256)),
    ]
    blanks = [Blank(draft.says(f"sign.{key}"), lines) for key, lines in _BLANKS.items()]
    return KeepTogether(
        (
            draft.heading("sign.title"),
            Paragraph(words(draft.says("sign.statement", number=policy.number))),
            draft.table(signed),
            Form(tuple(blanks)),
        )
    )
