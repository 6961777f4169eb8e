"""Checks of a policy file's texts, as the file has them: translations, and signs that cannot be printed."""

from collections.abc import Callable, Iterator
from typing import Any

from app.policy_check.findings import PolicyFinding, error, remark
from app.text import LANGUAGES

Table = dict[str, Any]
Unprintable = Callable[[str], str | None]
"""Gives the first character of a text that cannot be printed, or None."""

_NAMES = ("id", "value", "code", "line", "effective", "number", "block")
_SENTENCE, _PHRASE = 4, 2
"""Words from which on a text that reads the same in every language is surely, or perhaps, not translated."""


def text_findings(table: Table, unprintable: Unprintable) -> Iterator[PolicyFinding]:
    """What is wrong with the texts of a policy file's top table."""
    drug = table.get("drug")
    names = [drug.get("generic"), drug.get("brand")] if isinstance(drug, dict) else []
    for block, text in texts_of_table(table):
        yield from _untranslated(block, text, [name for name in names if isinstance(name, str)])
    for block, words in _strings(table, ""):
        if (sign := unprintable(words)) is not None:
            code = f"U+{ord(sign):04X}"
            yield error("unprintable", block, f"holds the sign {code} ({sign}), which no shipped font prints")


def lend_translations(table: Table) -> None:
    """Put the other language's words where a translation is missing, so that the rest can be read."""
    for _, text in texts_of_table(table):
        given = next((text[language] for language in LANGUAGES if _is_there(text, language)), None)
        for language in LANGUAGES:
            if given is not None and not _is_there(text, language):
                text[language] = given


def texts_of_table(table: Table) -> Iterator[tuple[str, Table]]:
    """Every table of a policy file that holds words in some language, with its place in the file."""
    return _texts(table, "")


def _untranslated(block: str, text: Table, names: list[str]) -> Iterator[PolicyFinding]:
    missing = [language for language in LANGUAGES if not _is_there(text, language)]
    for language in missing:
        yield error("missing_translation", block, f"has no text in the language {language}")
    if missing or len({text[language] for language in LANGUAGES}) > 1:
        return
    words = text[LANGUAGES[0]]
    for name in names:
        words = words.casefold().replace(name.casefold(), "")
    count = sum(any(sign.isalpha() for sign in word) for word in words.split())
    if count >= _PHRASE:
        found = error if count >= _SENTENCE else remark
        yield found("same_in_both_languages", block, f"reads the same in {' and '.join(LANGUAGES)}")


def _is_there(text: Table, language: str) -> bool:
    words = text.get(language)
    return isinstance(words, str) and bool(words.strip())


def _texts(value: object, block: str) -> Iterator[tuple[str, Table]]:
    """Every table that holds words in some language, with its place in the file."""
    if isinstance(value, dict) and any(language in value for language in LANGUAGES):
        yield block, value
    for place, item in _inner(value, block):
        yield from _texts(item, place)


def _strings(value: object, block: str) -> Iterator[tuple[str, str]]:
    """Every text of the file, with its place."""
    if isinstance(value, str):
        yield block, value
    for place, item in _inner(value, block):
        yield from _strings(item, place)


def _inner(value: object, block: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, list):
                for number, one in enumerate(item, 1):
                    yield _place(block, f"{key} {_name_of(one, number)}"), one
            else:
                yield _place(block, "" if key in LANGUAGES else key), item


def _place(block: str, key: str) -> str:
    return ": ".join(part for part in (block, key) if part)


def _name_of(item: object, number: int) -> str:
    if isinstance(item, dict):
        named = (item[key] for key in _NAMES if key in item)
        return str(next(named, f"number {number}"))
    return f"number {number}"
