"""The history of a case in words: its fields, its values and its actions, in each language of the screen."""

from collections.abc import Mapping
from functools import cache

import resources
from app.casebook.witnesses import WitnessFit
from app.data_file import read_toml
from app.policy import Policy, Question
from app.policy_file import installed_policies
from app.text import Text

FORMAT = "dictamen.notices/1"

_FILES = ("history.toml", "details.toml", "values.toml")

_ABOUT_QUESTION = ("answered", "documents of")
_ABOUT_FIELD = "changed"


@cache
def history_words() -> Mapping[str, Text]:
    """The shipped words by code.

    Raises:
        InvalidInput: a file cannot be used.
    """
    texts = {}
    for file in _FILES:
        _, top = read_toml(resources.path("notices", file))
        form = top.string("format")
        if form != FORMAT:
            raise top.error("format", f"is {form}; this version reads {FORMAT}")
        for block in top.blocks("text", "code"):
            texts[block.string("code")] = block.languages()
            block.finish()
        top.finish()
    return texts


def say(code: str, language: str, **values: object) -> str:
    """A shipped text with its values."""
    return history_words()[code][language].format_map(values)


def known(code: str) -> bool:
    """Whether there is a text of that code."""
    return code in history_words()


def policy_of(case: object) -> Policy | None:
    """The installed policy whose words a case's answers have; None where it is not installed."""
    number = case.get("policy") if isinstance(case, dict) else None
    return installed_policies().get(number) if isinstance(number, str) else None


def question_of(policy: Policy | None, name: str) -> Question | None:
    """A question by its id."""
    return policy.questions.get(name) if policy else None


def question_words(policy: Policy | None, name: str, language: str) -> str:
    """A question as it is asked; its id where the policy does not know it."""
    question = question_of(policy, name)
    return question.prompt[language] if question else name


def field_words(path: str, language: str) -> str:
    """A field of the case file by its path; the path itself where no word is known."""
    return say(f"field.{path}", language) if known(f"field.{path}") else path


def action_words(action: str, language: str, policy: Policy | None = None) -> str:
    """What was done, in words; as it was recorded where no words are known."""
    if known(f"action.{action}") and "{" not in history_words()[f"action.{action}"]["en"]:
        return say(f"action.{action}", language)
    for start in _ABOUT_QUESTION:
        if action.startswith(f"{start} "):
            name = action.removeprefix(f"{start} ")
            question = question_of(policy, name)
            said = question.short[language] if question else name
            return say(f"action.{start}", language, question=said)
    if action.startswith(f"{_ABOUT_FIELD} "):
        return _changed(action.removeprefix(f"{_ABOUT_FIELD} "), language, policy)
    return action


def _changed(path: str, language: str, policy: Policy | None) -> str:
    if path.startswith("answers."):
        return say(
            "action.answered",
            language,
            question=_short(path.removeprefix("answers."), language, policy),
        )
    return say("action.changed", language, field=field_words(path, language))


def _short(name: str, language: str, policy: Policy | None) -> str:
    question = question_of(policy, name)
    return question.short[language] if question else name


def fit_words(fit: str, seq: object, what: str, language: str = "en") -> str:
    """What a witness says of the casebook, in a sentence.

    Args:
        fit: a ``WitnessFit``.
        seq: the place that it saw.
        what: what carries it, ``letter`` or ``report``.
        language: of the sentence.
    """
    return say(f"fit.{fit}", language, seq=seq, what=say(f"fit.{what}", language))


def fit_sentences(language: str) -> dict[str, str]:
    """What ``fit_words`` may say in English, each with ``{0}`` for the place, and the same in a language."""
    return {
        fit_words(fit, "{0}", what): fit_words(fit, "{0}", what, language)
        for fit in WitnessFit
        for what in ("letter", "report")
    }
