"""The reasons of an adverse decision: rule, record, gap and remedy for every line that is not met."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.evaluation import Finding, decisive
from app.logic import MET, UNKNOWN
from app.policy import AnyOf, NoneOf, Question, Test
from app.regimen import Excess, TreatmentDay
from app.text import Text
from app.typed_numbers import typed
from reports.draft import Draft
from reports.reason_texts import ReasonEntry, ReasonText
from reports.remedies import Remedies
from reports.wording import amount


class Steps(NamedTuple):
    """One reason in words."""

    rule: str
    record: str
    gap: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not approved.

    Attributes:
        lines: the printed lines of the policy that it speaks of.
        way: the alternative of the section that it belongs to; None where it stands in the way of all.
        plain: in the member's words.
        clinical: in the prescriber's words.
        ways: all alternatives that it stands in the way of; empty where the section gives none.
        is_open: no document that counts shows one of its facts; else the facts do not meet it.
    """

    title: str
    lines: tuple[str, ...]
    way: str | None
    plain: Steps
    clinical: Steps
    is_open: bool = False
    ways: tuple[str, ...] = ()


@dataclass(slots=True)
class _Ground:
    """Tests that one reason speaks of, while they are gathered."""

    entry: ReasonEntry | None
    tests: list[Finding] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether no document that counts shows one of the facts."""
        return any(test.status is UNKNOWN for test in self.tests)


def ways_of(draft: Draft) -> tuple[str, ...]:
    """The criterion ids of the alternatives that the section gives; empty where it gives none."""
    finding = draft.review.finding
    if isinstance(finding.criterion.rule, AnyOf):
        return tuple(part.criterion.id for part in finding.parts)
    return ()


def criteria_reasons(draft: Draft) -> tuple[Reason, ...]:
    """The reasons that lie in the criteria: first what stands in the way of all alternatives."""
    ways, remedies = ways_of(draft), Remedies(draft)
    placed = [(_way(ground, ways), ground) for ground in _grounds(draft)]
    placed.sort(key=lambda one: -1 if one[0] is None else ways.index(one[0]))
    return tuple(
        _remedied(_reason(draft, ground, way), _questions(draft, ground), remedies, number)
        for number, (way, ground) in enumerate(placed, 1)
    )


def _way(ground: _Ground, ways: tuple[str, ...]) -> str | None:
    return ground.ways[0] if len(ground.ways) == 1 and len(ways) > 1 else None


def _questions(draft: Draft, ground: _Ground) -> frozenset[str]:
    """The questions that a reason speaks of; none where it is a limit of cycles."""
    return frozenset(map(_fact, ground.tests)) & draft.policy.questions.keys()


def _grounds(draft: Draft) -> list[_Ground]:
    grounds: dict[str, _Ground] = {}
    for way, test in _tests(draft):
        entry = draft.policy_words.covering(test.criterion.id)
        key = entry.id if entry else test.criterion.id
        ground = grounds.setdefault(key, _Ground(entry))
        if all(known.criterion is not test.criterion for known in ground.tests):
            ground.tests.append(test)
        if way not in ground.ways:
            ground.ways.append(way)
    return list(grounds.values())


def _tests(draft: Draft) -> Iterator[tuple[str, Finding]]:
    """The tests that keep the section from being met, with the alternative that each belongs to."""
    finding = draft.review.finding
    if finding.status is MET:
        return
    roots = finding.parts if ways_of(draft) else (finding,)
    for root in roots:
        if root.status is finding.status:
            yield from ((root.criterion.id, test) for test in decisive(root))


def lines_met(finding: Finding) -> Iterator[str]:
    """The printed lines of the tests that are met within a finding; a line may have others that are not."""
    if finding.status is MET:
        yield from (test.criterion.line for test in decisive(finding))
    elif not isinstance(finding.criterion.rule, NoneOf):  # within it a met part is what must not be
        for part in finding.parts:
            yield from lines_met(part)


def _reason(draft: Draft, ground: _Ground, way: str | None) -> Reason:
    return Reason(
        title=_title(ground)[draft.language],
        lines=tuple(dict.fromkeys(test.criterion.line for test in ground.tests)),
        way=way,
        plain=_steps(draft, ground, "plain"),
        clinical=_steps(draft, ground, "clinical"),
        is_open=ground.is_open,
        ways=tuple(ground.ways) if ways_of(draft) else (),
    )


def _title(ground: _Ground) -> Text:
    entry = ground.entry
    if entry is None:
        return ground.tests[0].criterion.text
    return (entry.open_title or entry.title) if ground.is_open else entry.title


def _remedied(reason: Reason, questions: frozenset[str], remedies: Remedies, number: int) -> Reason:
    """The reason of a number, with what could change it by the finding's explanation."""
    told = remedies.plain(questions, reason.way, reason.plain.remedy, number)
    clinical = remedies.clinical(questions, reason.way, reason.clinical.remedy)
    return replace(
        reason,
        plain=reason.plain._replace(remedy=told),
        clinical=reason.clinical._replace(remedy=clinical),
    )


def _steps(draft: Draft, ground: _Ground, voice: str) -> Steps:
    texts = None if ground.entry is None else getattr(ground.entry, voice)
    if texts is None:
        return _general_steps(draft, ground, voice, missing=ground.is_open)
    own = _own_steps(draft, ground, texts)
    # an open line is denied for want of a document, not for what the answer says
    return (
        _general_steps(draft, ground, voice, missing=True)._replace(rule=own.rule) if ground.is_open else own
    )


def _own_steps(draft: Draft, ground: _Ground, texts: ReasonText) -> Steps:
    values = {
        "answer": _answer(draft, ground),
        "documents": _documents(draft, ground),
        "cycle": draft.case.request.cycle,
    }
    said = (texts.rule, texts.record, texts.gap, texts.remedy)
    return Steps(*(text.get(draft.language, "").format_map(values).strip() for text in said))


def _general_steps(draft: Draft, ground: _Ground, voice: str, *, missing: bool = False) -> Steps:
    """For what the policy's letter file does not cover: the policy file's own short texts.

    ``missing``: no document that counts shows the fact.
    """
    test = ground.tests[0]
    question = draft.policy.questions.get(_fact(test))
    line = draft.policy.criteria.get(test.criterion.line, test.criterion)
    values = {
        "criterion": line.text[draft.language],
        "question": (question.prompt if question else test.criterion.text)[draft.language],
        "ask_for": _asked_for(draft, question, voice) if question else "",
        "answer": _answer(draft, ground),
        "documents": _documents(draft, ground),
        "papers": _papers(draft, ground),
    }
    gap = "open_" if missing else ""
    remedy = gap or ("" if question else "limit_")
    keys = (f"{voice}_rule", f"{gap}{voice}_record", f"{gap}{voice}_gap", f"{remedy}{voice}_remedy")
    return Steps(*(draft.says(f"fallback.{key}", **values).strip() for key in keys))


def _asked_for(draft: Draft, question: Question, voice: str) -> str:
    """The paper that is asked for: in the member's words where the policy's letter file has some."""
    named = draft.policy_words.remedies.missing(question.id) if voice == "plain" else None
    return _within((named or question.ask_for)[draft.language])


def _within(text: str) -> str:
    """A text as it stands after a colon; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _fact(test: Finding) -> str:
    rule = test.criterion.rule
    return rule.fact if isinstance(rule, Test) else ""


def _answer(draft: Draft, ground: _Ground) -> str:
    facts = list(dict.fromkeys(_fact(test) for test in ground.tests))
    questions = [draft.policy.questions[fact] for fact in facts if fact in draft.policy.questions]
    if not questions:
        return draft.says("value.cycle", cycle=draft.case.request.cycle)
    if len(questions) == 1:
        return draft.answer(questions[0].id)
    named = [f"{question.prompt[draft.language]} {draft.answer(question.id)}" for question in questions]
    return "; ".join(named)


def _papers(draft: Draft, ground: _Ground) -> str:
    """The documents that were sent; nothing where there are none."""
    found = draft.documents(tuple(ground.tests))
    return draft.says("value.documents", list=found) if found else ""


def _documents(draft: Draft, ground: _Ground) -> str:
    """As ``_papers``, or that there is none where one is wanted."""
    found = _papers(draft, ground)
    if found:
        return found
    questions = (draft.policy.questions.get(_fact(test)) for test in ground.tests)
    wanted = any(question is not None and question.documented for question in questions)
    return draft.says("value.no_document") if wanted else ""


# ---------------------------------------------------------------- more asked for than one approval covers


def partial_reasons(draft: Draft) -> tuple[Reason, ...]:
    """Why a partial approval leaves something out: a dose above the table, more cycles than one."""
    return (*_dose_reasons(draft), *_cycle_reasons(draft))


def _dose_reasons(draft: Draft) -> Iterator[Reason]:
    cycle = draft.determination.cycle
    days = [day for day in (cycle.days if cycle else ()) if day.excess is Excess.ABOVE]
    if cycle and days:
        unit = cycle.basis.unit
        values = {
            "asked": _by_day(draft, days, lambda day: amount(day.requested_mg or day.limit_mg, "mg")),
            "limit": _by_day(draft, days, lambda day: amount(day.limit_mg, "mg")),
            "density": _by_day(draft, days, lambda day: amount(day.strength, unit)),
            "size": typed(cycle.size),
            "percent": draft.wording.percent(draft.policy.dosing.rounding_tolerance),
        }
        yield _partial(draft, "dose", values, f"_{cycle.basis}")


def _by_day(draft: Draft, days: list[TreatmentDay], said: Callable[[TreatmentDay], str]) -> str:
    return draft.by_day([(day.day, said(day)) for day in days])


def _cycle_reasons(draft: Draft) -> Iterator[Reason]:
    asked, limit = draft.case.request.cycles_requested, draft.policy.limits.cycles_per_approval
    if asked > limit:
        yield _partial(draft, "cycles", {"asked": asked, "limit": limit})


def _partial(draft: Draft, kind: str, values: Mapping[str, object], basis: str = "") -> Reason:
    """A reason in general words; ``basis`` ends the keys of those that say what a dose is measured by."""

    def steps(voice: str) -> Steps:
        keys = (f"rule{basis}", "record", "gap", f"remedy{basis}")
        return Steps(*(draft.says(f"partial.{kind}_{voice}{key}", **values) for key in keys))

    return Reason(draft.says(f"partial.{kind}_title"), (), None, steps(""), steps("clinical_"))
