"""The part of a policy file that asks: questions and the answers that they offer."""

from collections.abc import Mapping

from app.data_file import Block
from app.facts import Value
from app.number_range import NumberRange
from app.policy import Choice, Question, QuestionKind
from app.policy_rules import read_conditions
from app.text import Text

MOST_DECIMALS = 6
"""Of a number in a case file: fewer than any program on the way could lose."""

_YES_NO = {True: Text(en="Yes", es="Sí"), False: Text(en="No", es="No")}


def read_question(block: Block) -> Question:
    """A block ``question``.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    kind = block.string("kind")
    if kind not in set(QuestionKind):
        raise block.error("kind", "must be one of " + ", ".join(QuestionKind))
    page = block.string("page")
    if page not in {"criteria", "response"}:
        raise block.error("page", "must be criteria or response")
    result, said = _result(block, QuestionKind(kind))
    choices = _choices(block, QuestionKind(kind), said, result is not None)
    question = Question(
        id=block.string("id"),
        kind=QuestionKind(kind),
        documented=block.yes_no("documented"),
        page=page,
        prompt=block.text("prompt"),
        short=block.text("short"),
        ask_for=block.text("ask_for"),
        hint=block.text("hint") if block.has("hint") else None,
        choices=choices,
        asked_when=read_conditions(block, "asked_when"),
        values=frozenset(choice.value for choice in choices),
        result=result,
        number=_number(block) if kind == QuestionKind.NUMBER else None,
    )
    block.finish()
    return question


def _number(block: Block) -> NumberRange:
    number = NumberRange(
        least=block.amount("least"),
        most=block.amount("most"),
        decimals=block.integer("decimals"),
        unit=block.text("unit"),
    )
    if number.decimals > MOST_DECIMALS:
        raise block.error("decimals", f"must be at most {MOST_DECIMALS}")
    for key, bound in (("least", number.least), ("most", number.most)):
        if bound % number.step:
            raise block.error(key, f"has more decimals than {number.decimals}")
    if number.least >= number.most:
        raise block.error("most", "must be greater than least")
    return number


def _result(block: Block, kind: QuestionKind) -> tuple[Text | None, Mapping[Value, Text]]:
    """The phrase for a result of this question, and for yes and no what stands in it."""
    if not block.has("result"):
        return None, {}
    inner = block.block("result")
    frame = inner.languages()
    for language, phrase in frame.items():
        before, answer, after = phrase.partition("{answer}")
        if not answer or set("{}") & set(before + after):
            raise inner.error(language, "must hold {answer} once, and no other braces")
    said: dict[Value, Text] = {}
    if kind is QuestionKind.YES_NO:
        said = {True: inner.text("yes"), False: inner.text("no")}
    inner.finish()
    return frame, said


def _choices(
    block: Block, kind: QuestionKind, said: Mapping[Value, Text], framed: bool
) -> tuple[Choice, ...]:
    if kind is QuestionKind.YES_NO:
        return tuple(Choice(value, text, result=said.get(value)) for value, text in _YES_NO.items())
    if kind is not QuestionKind.CHOICE:
        return ()
    choices = tuple(_choice(item, framed) for item in block.blocks("choices", "value"))
    if not choices:
        raise block.error("choices", "must be a list that is not empty")
    return choices


def _choice(block: Block, framed: bool) -> Choice:
    if block.has("result") and not framed:
        raise block.error("result", "needs a result of its question, with {answer} where it stands")
    choice = Choice(
        block.string("value"),
        block.languages(),
        hint=block.text("hint") if block.has("hint") else None,
        result=block.text("result") if block.has("result") else None,
    )
    block.finish()
    return choice
