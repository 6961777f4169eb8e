"""Questions, answers and lines in words, in the language of the screen."""

from app.evaluation import Finding
from app.facts import Value
from app.policy import Question, QuestionKind, Test
from ui.review.words import tr


def answer_words(question: Question, value: Value, language: str) -> str:
    """An answer within a sentence: ``yes``, ``relapsed``, ``cycle 3``."""
    if question.kind is QuestionKind.YES_NO:
        return tr("yes") if value else tr("no")
    if question.kind is QuestionKind.CYCLE:
        return tr("cycle {0}").format(value)
    titles = (choice.text[language] for choice in question.choices if choice.value == value)
    return lowered(next(titles, str(value)))


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
