"""Questions, answers and lines in words, in the language of the screen."""

from decimal import Decimal

from app.evaluation import Finding
from app.facts import Value
from app.policy import Question, QuestionKind, Test
from ui.kit.numbers import show_number
from ui.review.words import tr


def answer_words(question: Question, value: Value, language: str) -> str:
    """An answer within a sentence: ``yes``, ``relapsed``, ``cycle 3``, ``7.5 g/dL``."""
    if question.kind is QuestionKind.YES_NO:
        return tr("yes") if value else tr("no")
    if question.kind is QuestionKind.CYCLE:
        return tr("cycle {0}").format(value)
    if question.kind is QuestionKind.DATE and isinstance(value, int):
        return days_words(value)
    if question.number is not None and isinstance(value, int | Decimal):
        return f"{show_number(Decimal(value))}\u00a0{question.number.unit[language]}"
    titles = (choice.text[language] for choice in question.choices if choice.value == value)
    return lowered(next(titles, str(value)))


def days_words(days: int) -> str:
    """A day by its distance to the first treatment day: ``14 days before the first treatment day``."""
    if not days:
        return tr("on the first treatment day")
    count = tr("1 day") if abs(days) == 1 else tr("{0} days").format(abs(days))
    said = tr("{0} before the first treatment day") if days > 0 else tr("{0} after the first treatment day")
    return said.format(count)


def lowered(text: str) -> str:
    """The text as it stands within a sentence; an abbreviation such as ``CRi`` keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(parts: list[str], most: int) -> str:
    """Some parts of a list, then how many more there are: ``a; b; 3 more``."""
    rest = len(parts) - most
    return "; ".join(parts if rest <= 0 else [*parts[:most], tr("{0} more").format(rest)])


def facts_below(finding: Finding) -> tuple[str, ...]:
    """The facts that the tests of a finding look at, in printed order, each once."""
    tests = (part.criterion.rule for part in finding.walk())
    return tuple(dict.fromkeys(test.fact for test in tests if isinstance(test, Test)))
