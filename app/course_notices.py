"""What the reviewer is told of the member's course: the next cycle, and what does not fit; no criterion."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.authorization import AuthorizationPeriod, period_for
from app.case import CaseRecord, Judgment
from app.course import ApprovedCycle, Course
from app.course_columns import first_day_of
from app.course_words import course_words
from app.policy import Purpose, Question
from app.text import LANGUAGES, Text


@dataclass(frozen=True, slots=True)
class CourseNotice:
    """One thing worth telling.

    Attributes:
        about: what it tells of beside its kind, such as a case's id or two numbers; no name, no birth date.
        source: where a clinical statement comes from; empty for what the casebook alone shows.
    """

    code: str
    about: str
    text: Text
    source: str = ""

    @property
    def key(self) -> str:
        """What tells this notice from all others of the case; another one once it tells something else."""
        return f"{self.code}/{self.about}" if self.about else self.code


@dataclass(frozen=True, slots=True)
class SuggestedCycle:
    """The cycle that comes next, and why."""

    number: int
    reason: Text


def suggested_cycle(course: Course, record: CaseRecord, judgment: Judgment) -> SuggestedCycle | None:
    """The number of the cycle that comes next; None where nothing is known or no new one is asked for."""
    if record.decision is not None or amended_case(record):
        return None
    if not course.cycles and course.other_payer_cycles is None:
        first = judgment.request.purpose is Purpose.INITIAL
        return SuggestedCycle(1, course_words().say("none_approved")) if first else None
    return SuggestedCycle(course.known_cycles + 1, _joined(_reasons(course)))


def _reasons(course: Course) -> Iterator[Text]:
    words, count = course_words(), course.other_payer_cycles
    if course.cycles:
        yield words.say("last_approved", **_facts(max(course.cycles, key=lambda cycle: cycle.number)))
    else:
        yield words.say("none_approved")
    if count is not None:
        code = {0: "other_payer_none", 1: "other_payer_one"}.get(count, "other_payer_many")
        yield words.say(code, count=count)


def _joined(texts: Iterator[Text]) -> Text:
    found = list(texts)
    return Text({language: " ".join(text[language] for text in found) for language in LANGUAGES})


def amended_case(record: CaseRecord) -> str:
    """The id of the case whose approval this one makes longer; empty for any other request."""
    amends = record.case.get("amends")
    case_id = amends.get("case_id") if isinstance(amends, dict) else None
    return case_id if isinstance(case_id, str) else ""


def course_notices(course: Course, record: CaseRecord, judgment: Judgment) -> tuple[CourseNotice, ...]:
    """What is worth telling while a case is open, in the order in which it is asked about."""
    if record.decision is not None:
        return ()
    return (
        *_unasked(course, judgment),
        *_cycle(course, record, judgment),
        *_window(course, record, judgment),
        *_waiting(course, record, judgment),
        *_intent(course, judgment),
        *_others(course),
    )


# ---------------------------------------------------------------- one kind of notice each


def _unasked(course: Course, judgment: Judgment) -> Iterator[CourseNotice]:
    if course.other_payer_cycles is None:
        yield _notice("course_other_payer_not_asked", "", drug=judgment.policy.drug.generic)


def _cycle(course: Course, record: CaseRecord, judgment: Judgment) -> Iterator[CourseNotice]:
    suggested, asked = suggested_cycle(course, record, judgment), judgment.request.cycle
    taken = {number for cycle in course.cycles for number in cycle.numbers}
    # a cycle that is approved already is told as such, with its letter
    if suggested is not None and suggested.number != asked and asked not in taken:
        values = {"asked": asked, "cycle": suggested.number, "reason": suggested.reason}
        yield _notice("course_cycle_differs", f"{asked}-{suggested.number}", **values)


def _window(course: Course, record: CaseRecord, judgment: Judgment) -> Iterator[CourseNotice]:
    start = first_day_of(judgment)
    asked = period_for(judgment.policy.limits, judgment.request) if start else None
    amended = amended_case(record)
    for cycle in course.cycles:
        if cycle.case_id == amended:
            continue
        if judgment.request.cycle in cycle.numbers:
            yield _notice("course_cycle_approved_already", cycle.case_id, **_facts(cycle))
        elif asked is not None and _overlap(asked, cycle):
            yield _notice("course_window_overlaps", _overlapping(asked, cycle), **_facts(cycle))
    if start is not None and not amended:
        yield from _gap(course, judgment, start)


def _overlap(asked: AuthorizationPeriod, cycle: ApprovedCycle) -> bool:
    return asked.first_day <= cycle.last_day and cycle.first_day <= asked.last_day


def _overlapping(asked: AuthorizationPeriod, cycle: ApprovedCycle) -> str:
    """The approved cycle and the days that are asked for: with other days it is another overlap."""
    return f"{cycle.case_id}/{asked.first_day}/{asked.last_day}"


def _gap(course: Course, judgment: Judgment, start: date) -> Iterator[CourseNotice]:
    rule, cycle = judgment.policy.course.interruption, course.before(start)
    if rule is None or cycle is None or (start - cycle.last_day).days <= rule.more_than_days:
        return
    text = course_words().say(
        "course_interrupted",
        days=(start - cycle.last_day).days - 1,  # the two named days are not between themselves
        cycle=cycle.number,
        last_day=cycle.last_day,
        ask=rule.text,
    )
    yield CourseNotice("course_interrupted", f"{cycle.case_id}/{start}", text, rule.source)


def duplicates(course: Course, record: CaseRecord, judgment: Judgment) -> tuple[str, ...]:
    """The ids of open cases that ask for the same as this one, which is open too: member, medicine, cycle."""
    if record.decision is not None:
        return ()
    amended, cycle = amended_case(record), judgment.request.cycle
    same = (case for case in course.waiting if case.cycle == cycle and (case.amends or "") == amended)
    return tuple(case.case_id for case in same)


def _waiting(course: Course, record: CaseRecord, judgment: Judgment) -> Iterator[CourseNotice]:
    for case_id in duplicates(course, record, judgment):
        cycle = judgment.request.cycle
        yield _notice("course_duplicate_request", case_id, cycle=cycle, case=case_id)


def _intent(course: Course, judgment: Judgment) -> Iterator[CourseNotice]:
    rule, last = judgment.policy.course.intent, course.last_intent
    if rule is None or last is None or last.decided_at is None:
        return
    now = judgment.answers.get(rule.fact)
    if now is None or now.value == last.intent:
        return
    question = judgment.policy.questions[rule.fact]
    text = course_words().say(
        "course_intent_changed",
        question=question.short,
        before=_answer(question, last.intent),
        now=_answer(question, now.value),
        decided=last.decided_at.date(),
        rule=rule.text,
    )
    yield CourseNotice("course_intent_changed", f"{last.case_id}/{now.value}", text, rule.source)


def _answer(question: Question, value: object) -> Text:
    for choice in question.choices:
        if choice.value == value:
            return choice.text
    return Text(dict.fromkeys(LANGUAGES, str(value)))


def _others(course: Course) -> Iterator[CourseNotice]:
    for case_id in course.look_alikes:
        yield _notice("course_perhaps_same_person", case_id, case=case_id)


def _notice(code: str, about: str, /, **values: object) -> CourseNotice:
    return CourseNotice(code, about, course_words().say(code, **values))


def _facts(cycle: ApprovedCycle) -> dict[str, object]:
    return {
        "cycle": cycle.number,
        "first_day": cycle.first_day,
        "last_day": cycle.last_day,
        "letter": cycle.letter,
    }
