"""The part of a policy file that defines terms, and what laboratory values say of a response."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.comparisons import BOUNDS
from app.data_file import Block
from app.definition import IS, Definition, MrdRule, ResponseRule, Threshold
from app.facts import Value
from app.laboratory import LAB_NUMBERS, LAB_SIGNS, LAB_VALUES
from app.policy import Question, QuestionKind


def read_definition(block: Block) -> Definition:
    """A block ``definition``.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    definition = Definition(
        id=block.string("id"),
        term=block.text("term"),
        text=block.languages(),
        answer=block.string("answer") if block.has("answer") else None,
        thresholds=_thresholds(block, "thresholds"),
        one_of=_thresholds(block, "one_of_thresholds"),
    )
    if definition.answer is not None and not definition.thresholds:
        raise block.error("answer", "needs thresholds that tell when it is right")
    block.finish()
    return definition


def _thresholds(block: Block, key: str) -> tuple[Threshold, ...]:
    return tuple(_threshold(item) for item in block.blocks(key, "value")) if block.has(key) else ()


def _threshold(block: Block) -> Threshold:
    name = block.string("value")
    if name not in LAB_VALUES:
        raise block.error("value", "must be one of " + ", ".join(LAB_VALUES))
    threshold = _sign(block, name) if name in LAB_SIGNS else _number(block, name)
    block.finish()
    return threshold


def _sign(block: Block, name: str) -> Threshold:
    return Threshold(name, IS, block.yes_no(IS))


def _number(block: Block, name: str) -> Threshold:
    operator = next((key for key in BOUNDS if block.has(key)), None)
    if operator is None:
        raise block.error("", "needs one of " + ", ".join(BOUNDS))
    bound, unit, kind = block.amount(operator), block.string("unit"), LAB_NUMBERS[name]
    if unit != kind.unit:
        raise block.error("unit", f"must be {kind.unit}: bound and value stand in one unit")
    if bound > kind.most:
        raise block.error(operator, f"must be at most {kind.most} {kind.unit}, the highest plausible value")
    return Threshold(name, operator, bound, unit)


def read_response(
    block: Block, questions: Mapping[str, Question], definitions: Sequence[Definition]
) -> ResponseRule:
    """The block ``response``: which answer stands for which definition.

    Raises:
        InvalidInput: as in ``read_definition``; also for an answer that the question does not have.
    """
    question = _question(block, questions)
    otherwise = block.string("otherwise")
    by_definition = [item.answer for item in definitions if item.answer is not None]
    _check_answer(block, "otherwise", otherwise, question)
    for answer in by_definition:
        _check_answer(block, "question", answer, question)
    if len({otherwise, *by_definition}) <= len(by_definition):
        raise block.error("otherwise", "and the definitions must each stand for an answer of their own")
    mrd = _mrd(block.block("mrd"), questions) if block.has("mrd") else None
    block.finish()
    return ResponseRule(question.id, otherwise, mrd)


def _check_answer(block: Block, key: str, answer: Value, question: Question) -> None:
    if not question.allows(answer):
        raise block.error(key, f"{answer} is no answer to {question.id}: {question.allowed}")


def _question(block: Block, questions: Mapping[str, Question]) -> Question:
    name = block.string("question")
    if name not in questions:
        raise block.error("question", f"{name} must be a question of this file")
    return questions[name]


def _mrd(block: Block, questions: Mapping[str, Question]) -> MrdRule:
    question = _question(block, questions)
    if question.kind is not QuestionKind.YES_NO:
        raise block.error("question", f"{question.id} must be a question for yes or no")
    rule = MrdRule(
        question=question.id,
        sensitivity_at_most=block.amount("sensitivity_at_most"),
        text=block.languages(),
        source=block.string("source"),
    )
    if not 0 < rule.sensitivity_at_most < Decimal(1):
        raise block.error("sensitivity_at_most", "must be a fraction above 0 and below 1")
    block.finish()
    return rule
