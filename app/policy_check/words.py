"""Checks of a policy file's words: terms that its Spanish says otherwise, and words that are never said."""

from collections.abc import Iterator
from typing import Any

from app.glossary import Pair, Term, glossary
from app.policy_check.findings import PolicyFinding, error, remark
from app.policy_check.texts import texts_of_table
from app.text import LANGUAGES

Table = dict[str, Any]


def word_findings(table: Table) -> Iterator[PolicyFinding]:
    """What the texts of a policy file's top table say otherwise than the glossary."""
    for block, text in _sentences(table):
        yield from _forbidden(block, text)
        if len(text) == len(LANGUAGES):
            yield from _otherwise(Pair(block, text["en"], text["es"]))


def _sentences(table: Table) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text by language, with its place; words that are put into a sentence stand within it."""
    pieces = set[int]()
    for block, text in texts_of_table(table):
        if id(text) in pieces:
            continue
        words = _words(text)
        yield block, words
        for key, piece in text.items():
            if isinstance(piece, dict) and (inner := _words(piece)):
                pieces.add(id(piece))
                put = {language: _put(said, words.get(language, "")) for language, said in inner.items()}
                yield f"{block}: {key}", put


def _put(piece: str, sentence: str) -> str:
    """A sentence with a piece in its place; the piece alone where there is no place for it."""
    before, place, behind = sentence.partition("{")
    return before + piece + behind.partition("}")[2] if place else piece


def _words(text: Table) -> dict[str, str]:
    """What a table says, by language; a translation that is missing says nothing."""
    said = {language: text.get(language) for language in LANGUAGES}
    return {language: words for language, words in said.items() if isinstance(words, str) and words.strip()}


def _forbidden(block: str, text: dict[str, str]) -> Iterator[PolicyFinding]:
    for language, words in text.items():
        for said, instead in dict.fromkeys(glossary().never_said(words, language)):
            told = f"says “{said}”; no text of the product says it"
            if instead:
                told = f"says “{said}”; say “{instead}”"
            yield error("word_never_said", f"{block}: {language}", told)


def _otherwise(pair: Pair) -> Iterator[PolicyFinding]:
    for term in glossary().missed(pair):
        words = f"says “{_as_said(term, pair)}” in English, and its Spanish does not say “{term.es}”"
        yield remark("term_said_otherwise", f"{pair.place}: es", words)


def _as_said(term: Term, pair: Pair) -> str:
    found = term.english.search(pair.text("en"))
    return found.group() if found else term.en
