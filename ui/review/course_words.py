"""The member's course in the words of the screen: its blocks on the calendar, and the same as lines."""

from app.casebook import Scalar
from app.course import ApprovedCycle, Course
from app.policy import Policy
from ui.kit.check_list import CheckLine
from ui.kit.dates import show_date
from ui.kit.timeline_data import CourseBlock
from ui.review.words import tr


def course_blocks(course: Course, policy: Policy, language: str) -> tuple[CourseBlock, ...]:
    """The approved cycles on the calendar, each with the response after it."""
    return tuple(
        CourseBlock(
            str(cycle.number),
            response_words(policy, cycle.response, language) or tr("approved"),
            cycle.first_day,
            cycle.last_day,
        )
        for cycle in course.cycles
    )


def course_lines(course: Course, policy: Policy, language: str) -> list[CheckLine]:
    """One line for each approved cycle: its days, the response after it, its letter."""
    return [_line(cycle, policy, language) for cycle in course.cycles]


def response_words(policy: Policy, response: Scalar, language: str) -> str:
    """An answer to the question on the response as something short: ``CR``; nothing for no answer."""
    question = policy.questions.get(policy.dosing.response_fact or "")
    for choice in question.choices if question else ():
        if choice.value == response:
            words = (choice.result or choice.text)[language]
            return words[:1].upper() + words[1:]
    return ""


def _line(cycle: ApprovedCycle, policy: Policy, language: str) -> CheckLine:
    days = tr("{0} to {1}").format(show_date(cycle.first_day), show_date(cycle.last_day))
    said = response_words(policy, cycle.response, language)
    after = tr("Response after it: {0}").format(said) if said else tr("Response after it not stated yet")
    letter = tr("made longer by letter {0}") if cycle.is_amended else tr("letter {0}")
    note = f"{after}; {letter.format(cycle.letter)}"
    return CheckLine(f"{cycle.number}/{cycle.case_id}", tr("Cycle {0}").format(cycle.number), days, note)
