"""The part of a policy file that is about the member's whole course."""

from collections.abc import Mapping

from app.course_rules import CourseRules, Intent, Interruption
from app.data_file import Block
from app.policy import Question


def read_course(top: Block, questions: Mapping[str, Question]) -> CourseRules:
    """The block ``course``; a file without one has nothing to say of the course."""
    if not top.has("course"):
        return CourseRules()
    block = top.block("course")
    rules = CourseRules(
        interruption=_interruption(block.block("interruption")) if block.has("interruption") else None,
        intent=_intent(block.block("intent"), questions) if block.has("intent") else None,
    )
    block.finish()
    return rules


def _interruption(block: Block) -> Interruption:
    interruption = Interruption(block.integer("more_than_days", 1), block.languages(), block.string("source"))
    block.finish()
    return interruption


def _intent(block: Block, questions: Mapping[str, Question]) -> Intent:
    intent = Intent(block.string("fact"), block.languages(), block.string("source"))
    if intent.fact not in questions:
        raise block.error("fact", "must be a question of this file")
    block.finish()
    return intent
