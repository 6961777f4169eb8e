"""Judging stored cases again, under another policy file or as the policies stand now. Nothing is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.case import CaseRecord, Judgment, judge, record_from
from app.casebook import Casebook, Row
from app.desk import letter_bytes
from app.errors import DictamenError
from app.fields import Document
from app.policy import Policy


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found of a case at one time.

    Attributes:
        policy: SHA-256 of the policy file; None where it is not known.
        recommendation: None while the request is incomplete.
        lines: the status of each printed line; None where only the whole is known, and then no units either.
        units: billing units that can be authorized; None without any.
        advisories: the words of each advisory, by its code; None where they are not known.
    """

    policy: str | None
    revision: str | None
    recommendation: str | None
    status: str | None
    lines: Mapping[str, str] | None
    units: int | None
    advisories: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line whose status differs; None where one of the two files lacks the line."""

    id: str
    then: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class AdvisoryChange:
    """An advisory that is told at one time only, or in other words; None where it is not told."""

    code: str
    then: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """A stored case, judged again.

    Attributes:
        outcome: what was decided; None for a case that is open.
        unused: questions that were answered and that the other file does not ask, or not with that answer.
        problems: why the request cannot be judged whole now.
    """

    case_id: str
    outcome: str | None
    then: Standing
    now: Standing
    lines: tuple[LineChange, ...]
    advisories: tuple[AdvisoryChange, ...]
    unused: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether recommendation, status, units, any line or any advisory differ."""
        then, now = self.then, self.now
        whole = (then.recommendation, then.status) != (now.recommendation, now.status)
        return whole or bool(self.lines) or bool(self.advisories) or self.units_changed

    @property
    def units_changed(self) -> bool:
        """Whether another number of billing units can be authorized."""
        return self.then.lines is not None and self.then.units != self.now.units


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stored case that was not judged again, and why."""

    case_id: str
    why: str


ResultOf = Callable[[bytes], Document]
"""Gives the result that a signed letter carries; raises DictamenError where it cannot be read."""


def replay_cases(
    casebook: Casebook, result_of: ResultOf, policy: Policy | None
) -> Iterator[Replayed | LeftOut]:
    """Judge every case of a casebook again; with a policy, those of its number.

    A decided case is compared with the result on its letter. An open one is compared with what the installed
    policy finds, or, where that is what it is judged under, with what was found when it was last saved.

    Args:
        casebook: open; nothing is written.
        result_of: reads the result in a signed letter.
        policy: the file to judge under, whenever a case was received; None: the installed one in force then.
    """
    for row in sorted(casebook.worklist(), key=lambda row: row.case_id):
        if policy is not None and row.cover.get("policy", policy.number) != policy.number:
            continue
        try:
            record = record_from(casebook.get(row.case_id).document)
            then = _then(casebook, row, record, result_of, policy)
            yield _replay(row.case_id, record, then, policy)
        except DictamenError as error:
            yield LeftOut(row.case_id, str(error))


def _then(
    casebook: Casebook, row: Row, record: CaseRecord, result_of: ResultOf, policy: Policy | None
) -> Standing:
    if record.decision is not None:
        return standing_in_result(result_of(letter_bytes(casebook, record.decision.letter_id)))
    return standing_on_cover(row.cover) if policy is None else standing_of(judge(record.case))


def _replay(case_id: str, record: CaseRecord, then: Standing, policy: Policy | None) -> Replayed:
    judged, unused = _judged(record.case, policy)
    now = standing_of(judged)
    return Replayed(
        case_id=case_id,
        outcome=record.decision.outcome if record.decision else None,
        then=then,
        now=now,
        lines=tuple(LineChange(*change) for change in _changes(then.lines, now.lines)),
        advisories=tuple(AdvisoryChange(*change) for change in _changes(then.advisories, now.advisories)),
        unused=unused,
        problems=tuple(str(problem) for problem in judged.problems),
    )


def standing_of(judged: Judgment) -> Standing:
    """The standing that a judgment says."""
    full = judged.review
    revision = judged.policy.revision_on(judged.request.received_at.date()) or judged.policy.revisions[0]
    return Standing(
        policy=judged.policy.sha256,
        revision=revision.effective.isoformat(),
        recommendation=full.recommendation.value if full else None,
        status=judged.finding.status.word,
        lines={
            part.criterion.id: part.status.word
            for part in judged.finding.walk()
            if _is_printed(part.criterion.id)
        },
        units=full.cycle.units if full and full.cycle and full.can_authorize else None,
        advisories={advisory.code: advisory.text["en"] for advisory in full.advisories} if full else None,
    )


def standing_in_result(result: Document) -> Standing:
    """The standing that a ``dictamen.result/1`` document says, as a signed letter carries it."""
    policy = result.get("policy")
    named = policy if isinstance(policy, dict) else {}
    authorization = result.get("authorization")
    return Standing(
        policy=_text(named.get("sha256")),
        revision=_text(named.get("revision")),
        recommendation=_text(result.get("recommendation")),
        status=_text(result.get("status")),
        lines=dict(_written_lines(result.get("criteria"))),
        units=authorization.get("units") if isinstance(authorization, dict) else None,
        advisories=dict(_written_advisories(result.get("advisories"))),
    )


def standing_on_cover(cover: Mapping[str, object]) -> Standing:
    """The standing that a worklist line says: as the case was found when it was last saved."""
    return Standing(
        policy=None,
        revision=None,
        recommendation=_text(cover.get("recommendation")),
        status=_text(cover.get("status")),
        lines=None,
        units=None,
        advisories=None,
    )


def _judged(case: Document, policy: Policy | None) -> tuple[Judgment, tuple[str, ...]]:
    """The judgment, and the questions whose answers it cannot use."""
    if policy is None:
        return judge(case), ()
    answers = case.get("answers")
    given = answers if isinstance(answers, dict) else {}
    kept = {name: answer for name, answer in given.items() if _is_asked(policy, name, answer)}
    document = {**case, "policy": policy.number, "answers": kept}
    return judge(document, policy), tuple(sorted(given.keys() - kept.keys()))


def _is_asked(policy: Policy, name: str, answer: object) -> bool:
    question = policy.questions.get(name)
    return question is not None and isinstance(answer, dict) and question.allows(answer.get("value"))


def _changes(
    then: Mapping[str, str] | None, now: Mapping[str, str] | None
) -> Iterator[tuple[str, str | None, str | None]]:
    """What differs, by name; nothing where one of the two is not known."""
    if then is None or now is None:
        return
    for name in dict.fromkeys((*then, *now)):
        if then.get(name) != now.get(name):
            yield name, then.get(name), now.get(name)


def _is_printed(line: str) -> bool:
    """Whether this is a printed line itself, and no part of one that logic needs apart."""
    return "/" not in line


def _written_lines(criteria: object) -> Iterator[tuple[str, str]]:
    for line in criteria if isinstance(criteria, list) else ():
        if isinstance(line, dict):
            if _is_printed(str(line.get("id"))):
                yield str(line.get("id")), str(line.get("status"))
            yield from _written_lines(line.get("parts"))


def _written_advisories(advisories: object) -> Iterator[tuple[str, str]]:
    for item in advisories if isinstance(advisories, list) else ():
        if isinstance(item, dict):
            yield str(item.get("code")), str(item.get("text"))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
