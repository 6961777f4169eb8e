"""The glossary: one Spanish word for each term of the trade, and the words that nothing of the product says.

Shipped texts are held to it by the tests, and a clinic's policy files by the policy check.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import resources
from app.data_file import Block, read_toml
from app.text import LANGUAGES

FORMAT = "dictamen.glossary/1"

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# A field of a case file, as request.start_date: a name, in no language.
_FIELD = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)+\b")


class Pair(NamedTuple):
    """One text in both languages, and where it stands."""

    place: str
    en: str
    es: str

    def text(self, language: str) -> str:
        """It in one language, without its placeholders and the names of fields."""
        return _FIELD.sub("…", _PLACEHOLDER.sub("…", self.es if language == "es" else self.en))


@dataclass(frozen=True)
class Term:
    """One term: how English says it, how Spanish must, and what Spanish never says instead.

    Attributes:
        plain: by language, the words that explain it to a member; empty where it needs none.
    """

    en: str
    es: str
    english: re.Pattern[str]
    spanish: re.Pattern[str]
    never: re.Pattern[str] | None
    plain: Mapping[str, re.Pattern[str]]


class Never(NamedTuple):
    """Words that a language never says, and why."""

    language: str
    words: re.Pattern[str]
    why: str


class Forbidden(NamedTuple):
    """A word that is never said, as a text has it, and what is said instead; empty where nothing is."""

    said: str
    instead: str


@dataclass(frozen=True)
class Glossary:
    """All terms, and the words that a language never says."""

    terms: tuple[Term, ...]
    never: tuple[Never, ...]

    def missed(self, pair: Pair) -> list[Term]:
        """The terms that the English text has and the Spanish one does not say as it must."""
        return [
            term
            for term in self.terms
            if term.english.search(pair.text("en")) and not term.spanish.search(pair.text("es"))
        ]

    def unsaid(self, pair: Pair) -> list[str]:
        """As ``missed``, the terms' English names."""
        return [term.en for term in self.missed(pair)]

    def unexplained(self, text: str, language: str) -> list[str]:
        """The terms of a text for a member that stand there without plain words for them."""
        return [
            term.en
            for term in self.terms
            if term.plain
            and (pattern([term.es]) if language == "es" else term.english).search(text)
            and not term.plain[language].search(text)
        ]

    def never_said(self, text: str, language: str) -> list[Forbidden]:
        """The words of a text that are never said, each with what is said instead."""
        found = [
            Forbidden(said[0], "")
            for never in self.never
            if never.language == language
            for said in never.words.finditer(text)
        ]
        if language == "es":
            found += [
                Forbidden(said[0], term.es)
                for term in self.terms
                if term.never
                for said in term.never.finditer(text)
            ]
        return found

    def forbidden(self, text: str, language: str) -> list[str]:
        """As ``never_said``, the words alone."""
        return [found.said for found in self.never_said(text, language)]


def pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these words as a whole; * stands for the rest of a word.

    A word with capitals within is meant as written: ALL is no word for everything.
    """
    found = []
    for word in words:
        shape = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        found.append(shape if re.search(r"\w[A-Z]", word) else f"(?i:{shape})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)")


@cache
def glossary() -> Glossary:
    """The shipped glossary."""
    return load_glossary(resources.path("letters", "glossary.toml"))


def load_glossary(source: Path) -> Glossary:
    """Read a glossary file.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    _, top = read_toml(source)
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    terms = tuple(map(_term, top.blocks("term", "en")))
    never = tuple(map(_never, top.blocks("never", "why")))
    top.finish()
    return Glossary(terms, never)


def _term(block: Block) -> Term:
    english, spanish = block.string("en"), block.string("es")
    said = block.strings("said") if block.has("said") else ()
    also = block.strings("also") if block.has("also") else ()
    never = pattern(block.strings("never")) if block.has("never") else None
    plain = _plain(block.block("plain")) if block.has("plain") else {}
    block.finish()
    return Term(english, spanish, pattern([english, *said]), pattern([spanish, *also]), never, plain)


def _plain(block: Block) -> Mapping[str, re.Pattern[str]]:
    found = {language: pattern(block.strings(language)) for language in LANGUAGES}
    block.finish()
    return found


def _never(block: Block) -> Never:
    language = block.string("language")
    if language not in LANGUAGES:
        raise block.error("language", "must be one of " + ", ".join(LANGUAGES))
    never = Never(language, pattern(block.strings("words")), block.string("why"))
    block.finish()
    return never
