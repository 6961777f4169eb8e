"""The glossary, and every text of the product in both languages to hold it against."""

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import resources
from app.text import LANGUAGES

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


@dataclass(frozen=True)
class Glossary:
    """All terms, and the words that a language never says."""

    terms: tuple[Term, ...]
    never: Mapping[str, re.Pattern[str]]

    def unsaid(self, pair: Pair) -> list[str]:
        """The terms that the English text has and the Spanish one does not say as it must."""
        return [
            term.en
            for term in self.terms
            if term.english.search(pair.text("en")) and not term.spanish.search(pair.text("es"))
        ]

    def unexplained(self, text: str, language: str) -> list[str]:
        """The terms of a text for a member that stand there without plain words for them."""
        return [
            term.en
            for term in self.terms
            if term.plain
            and (pattern([term.es]) if language == "es" else term.english).search(text)
            and not term.plain[language].search(text)
        ]

    def forbidden(self, text: str, language: str) -> list[str]:
        """The words of a text that are never said."""
        patterns = [self.never[language]]
        if language == "es":
            patterns += [term.never for term in self.terms if term.never]
        return [found[0] for pattern in patterns for found in pattern.finditer(text)]


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
    top = _read("letters", "glossary.toml")
    assert top["format"] == "dictamen.glossary/1"
    assert all(entry["why"] for entry in top["never"])
    return Glossary(
        tuple(_term(entry) for entry in top["term"]),
        {
            language: pattern([w for e in top["never"] if e["language"] == language for w in e["words"]])
            for language in LANGUAGES
        },
    )


def _term(entry: Mapping[str, Any]) -> Term:
    assert entry.keys() <= {"en", "said", "es", "also", "never", "plain"}, entry
    return Term(
        entry["en"],
        entry["es"],
        pattern([entry["en"], *entry.get("said", ())]),
        pattern([entry["es"], *entry.get("also", ())]),
        pattern(entry["never"]) if "never" in entry else None,
        {language: pattern(words) for language, words in entry.get("plain", {}).items()},
    )


# ---------------------------------------------------------------- every text of the product


@cache
def shipped() -> tuple[Pair, ...]:
    """Every text that stands in a data file or on the screen, in both languages."""
    return (*_by_language(), *_side_by_side(), *_screen())


def _by_language() -> Iterator[Pair]:
    """Files of one language each, with the same keys."""
    for folder in ("letters", "sheets", "audit"):
        english, spanish = (dict(_leaves(_read(folder, f"{name}.toml"))) for name in LANGUAGES)
        assert english.keys() == spanish.keys()
        for key, text in english.items():
            yield Pair(f"{folder} {key}", text, spanish[key])


def _leaves(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _leaves(item, f"{key}[{place}]")


def _side_by_side() -> Iterator[Pair]:
    """Files in which both languages stand beside each other."""
    for folder in ("letters", "notices", "policies", "plans", "i18n"):
        for source in sorted(resources.path(folder).glob("*.toml")):
            if source.name not in {"glossary.toml", "en.toml", "es.toml"}:
                for key, en, es in _tables(_read(folder, source.name)):
                    yield Pair(f"{folder}/{source.name} {key}", en, es)


def _tables(value: object, key: str = "") -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        if set(LANGUAGES) <= value.keys() and isinstance(value["en"], str):
            yield value.get("code", key), value["en"], value["es"]
        for name, item in value.items():
            yield from _tables(item, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _tables(item, f"{key}[{place}]")


def _screen() -> Iterator[Pair]:
    root = ET.fromstring(resources.path("i18n", "dictamen_es.ts").read_bytes())  # noqa: S314 - our own file
    for message in root.iter("message"):
        en, translation = message.findtext("source") or "", message.find("translation")
        forms = [] if translation is None else translation.findall("numerusform") or [translation]
        for form in forms:
            yield Pair(f"i18n/dictamen_es.ts {en[:40]}", en, form.text or "")


def _read(folder: str, name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path(folder, name).read_text(encoding="utf-8"))
