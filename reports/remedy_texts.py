"""What may be asked of a member's record after a refusal, in plain words: data, per question of a policy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.data_file import Block
from app.facts import Value
from app.text import LANGUAGES, Text

_ANSWER_ALONE = Text(dict.fromkeys(LANGUAGES, "{answer}"))


@dataclass(frozen=True, slots=True)
class RemedyAnswer:
    """An answer that a paper could show.

    Attributes:
        again: a new paper may show it even where the record shows another answer, as a newer test can.
    """

    text: Text
    again: bool


@dataclass(frozen=True, slots=True)
class RemedyText:
    """The papers that could answer one question otherwise; answers that are not listed are never offered.

    Attributes:
        phrase: the paper, with ``{answer}`` for what it shows.
        either: the paper where any answer would do.
        more: a sentence that then follows where the record shows another answer.
        missing: what the paper is called while nobody has it, whatever it will show.
    """

    phrase: Text
    answers: Mapping[Value, RemedyAnswer]
    either: Text | None = None
    more: Text | None = None
    missing: Text | None = None

    def paper(self, values: tuple[Value, ...], language: str, either_word: str) -> str:
        """The paper that shows one of these answers; ``either_word`` joins them."""
        if self.either is not None and set(values) == set(self.answers):
            return self.either[language]
        said = list(dict.fromkeys(self.answers[value].text[language] for value in values))
        *first, last = said
        joined = f"{', '.join(first)}{either_word}{last}" if first else last
        return self.phrase[language].format(answer=joined)


@dataclass(frozen=True, slots=True)
class RemedyTexts:
    """The remedies of a policy, by question."""

    by_question: Mapping[str, RemedyText] = field(default_factory=dict)

    def missing(self, question: str) -> Text | None:
        """What a missing paper is called to a member; None where the policy's file does not say."""
        known = self.by_question.get(question)
        return None if known is None else known.missing

    def offered(self, question: str, values: tuple[Value, ...], *, against: bool) -> tuple[Value, ...]:
        """Which of these answers a paper may be asked for; ``against``: the record shows another one."""
        known = self.by_question.get(question)
        if known is None:
            return ()
        return tuple(
            value
            for value in values
            if value in known.answers and (known.answers[value].again or not against)
        )


def remedy_texts(top: Block) -> RemedyTexts:
    """The ``[[remedy]]`` blocks of a policy's letter file; it may have none.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    return RemedyTexts(dict(_remedy(block) for block in top.optional_blocks("remedy", "question")))


def _remedy(block: Block) -> tuple[str, RemedyText]:
    question = block.string("question")
    made = RemedyText(
        phrase=block.text("phrase") if block.has("phrase") else _ANSWER_ALONE,
        answers=dict(_answers(block)),
        either=block.text("either") if block.has("either") else None,
        more=block.text("more") if block.has("more") else None,
        missing=block.text("missing") if block.has("missing") else None,
    )
    block.finish()
    return question, made


def _answers(block: Block) -> Iterator[tuple[Value, RemedyAnswer]]:
    for answer in block.blocks("answers", "value"):
        value = answer.take("value")
        if not isinstance(value, bool | str | int):
            raise answer.error("value", "must be an answer: a text, a whole number, true or false")
        again = answer.yes_no("again") if answer.has("again") else False
        yield value, RemedyAnswer(answer.languages(), again)
        answer.finish()
