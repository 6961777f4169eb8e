"""A change in words: one sentence in each language, from the policy's own phrases for its answers."""

from collections.abc import Mapping, Sequence

from app.facts import Value
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.number_words import number_text, run_text, runs
from app.policy import Choice, Question
from app.text import LANGUAGES, Text

_OR = Text(en="or", es="o")
_AND = Text(en="and", es="y")

# Phrases for a question whose policy file has none of its own.
_DOCUMENTED = Text(
    en="a document that shows “{name}: {answer}”", es="un documento que muestre «{name}: {answer}»"
)
_STATED = Text(en="“{name}: {answer}”", es="«{name}: {answer}»")
_QUOTED = Text(en="“{name}”", es="«{name}»")

_ONE_LINE: Mapping[Status, Text] = {
    MET: Text(en="{facts} would meet {lines}.", es="con {facts} se cumpliría {lines}."),
    NOT_MET: Text(en="with {facts}, {lines} would not be met.", es="con {facts}, {lines} no se cumpliría."),
    UNKNOWN: Text(
        en="without a document for {facts}, {lines} would be open.",
        es="sin un documento de {facts}, {lines} quedaría abierta.",
    ),
}
_SEVERAL_LINES: Mapping[Status, Text] = {
    MET: Text(en=_ONE_LINE[MET]["en"], es="con {facts} se cumplirían {lines}."),
    NOT_MET: Text(en=_ONE_LINE[NOT_MET]["en"], es="con {facts}, {lines} no se cumplirían."),
    UNKNOWN: Text(en=_ONE_LINE[UNKNOWN]["en"], es="sin un documento de {facts}, {lines} quedarían abiertas."),
}


def change_text(to: Status, facts: Sequence[Text], lines: Sequence[str]) -> Text:
    """The sentence: with these facts, or without their documents, these lines would have a status."""
    frame = (_ONE_LINE if len(lines) == 1 else _SEVERAL_LINES)[to]
    return Text(
        {
            language: _capital(
                frame[language].format(
                    facts=_joined([fact[language] for fact in facts], _AND, language),
                    lines=_joined(lines, _AND, language),
                )
            )
            for language in LANGUAGES
        }
    )


def result_text(question: Question, answer: Text) -> Text:
    """An answer as something that the record would show: ``a documented CD22-positive result``."""
    frame = question.result or (_DOCUMENTED if question.documented else _STATED)
    return Text(
        {
            language: frame[language].format(name=question.short[language], answer=answer[language])
            for language in LANGUAGES
        }
    )


def name_text(question: Question) -> Text:
    """The question by its short name."""
    return Text({language: _QUOTED[language].format(name=question.short[language]) for language in LANGUAGES})


def answer_text(question: Question, values: Sequence[Value], known: Sequence[Value]) -> Text:
    """Answers joined by "or", in the words that fit the question's own phrase.

    Args:
        question: the question.
        values: the answers meant.
        known: all answers, of numbers those beside the bounds; none where each value stands for itself alone.
    """
    if question.choices:
        return _either([_phrase(question, choice) for choice in question.choices if choice.value in values])
    if not known:
        return _either([number_text(question, value) for value in values])
    return _either([run_text(question, run) for run in runs(values, known)])


def _phrase(question: Question, choice: Choice) -> Text:
    if choice.result is not None:
        return choice.result
    return _lowered(choice.text) if question.result else choice.text


def _either(texts: Sequence[Text]) -> Text:
    """Several texts joined by "or"."""
    return Text({language: _joined([t[language] for t in texts], _OR, language) for language in LANGUAGES})


def _joined(items: Sequence[str], word: Text, language: str) -> str:
    """An enumeration; parts that have commas of their own are kept apart by semicolons."""
    *first, last = items
    if not first:
        return last
    mark = ";" if len(first) > 1 and any("," in item for item in items) else ","
    pause = mark if mark == ";" else ""
    return f"{f'{mark} '.join(first)}{pause} {_before(last, word[language])} {last}"


def _before(following: str, word: str) -> str:
    """In Spanish, y becomes e before the sound of i, and o becomes u before that of o."""
    sound = following.lower()
    if word == "y" and sound.startswith(("i", "hi")) and not sound.startswith(("hie", "ie")):
        return "e"
    return "u" if word == "o" and sound.startswith(("o", "ho")) else word


def _lowered(text: Text) -> Text:
    """As it stands within a sentence; an abbreviation such as CRi keeps its capitals."""
    return Text(
        {
            language: said if said[1:2].isupper() else said[:1].lower() + said[1:]
            for language, said in text.items()
        }
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
