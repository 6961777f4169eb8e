"""The language of the screen: which there are, and how the app's own sentences are said in it.

What ``ui/`` says itself is translated by Qt (``resources/i18n/dictamen_LANGUAGE.qm``). The layers below know
no Qt and speak English; their sentences are listed in ``resources/i18n/sentences_LANGUAGE.toml`` with a place
``{0}`` for each value, and found again here by their fixed words.
"""

import re
from collections.abc import Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from app.errors import InvalidInput

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""The languages of the screen, each under its own name."""

_PLACE = re.compile(r"\{(\d+)\}")
_FOLDER = "i18n"


class _Screen:
    """What this process shows now."""

    def __init__(self) -> None:
        self.language = "en"
        self.translators: list[QTranslator] = []


_screen = _Screen()


class _Pattern(NamedTuple):
    """A sentence of the app, ready to be found again.

    Attributes:
        found: matches the whole English sentence; a group for each value.
        places: for each group, the number of its place.
        words: the sentence in the other language, with its places.
    """

    found: re.Pattern[str]
    places: tuple[int, ...]
    words: str


def language() -> str:
    """The language of the screen, a key of ``LANGUAGES``."""
    return _screen.language


def language_of_the_computer() -> str:
    """The language of the screen at a first start: that of the computer where it is one of ``LANGUAGES``."""
    asked = QLocale.system().uiLanguages()
    return next((code for wish in asked if (code := wish[:2]) in LANGUAGES), "en")


def speak(chosen: str) -> None:
    """Have everything that is made from now on speak this language.

    Args:
        chosen: a key of ``LANGUAGES``.

    Raises:
        ValueError: the files of that language are not there.
    """
    for translator in _screen.translators:
        QCoreApplication.removeTranslator(translator)
    _screen.language = chosen
    _screen.translators = [] if chosen == "en" else [_translator(chosen), *_translators_of_qt(chosen)]
    for translator in reversed(_screen.translators):  # the newest is asked first
        QCoreApplication.installTranslator(translator)


def error_words(error: object) -> str:
    """What an error or its sentence says, in the language of the screen; one not listed stays English."""
    if isinstance(error, InvalidInput):
        return ": ".join(part for part in (error.source, error.field, app_words(error.problem)) if part)
    return app_words(str(error))


def app_words(sentence: str) -> str:
    """A sentence of the layers below in the language of the screen; one that is not listed stays as it is."""
    return _translated(sentence, _patterns(_screen.language))


def _translated(sentence: str, patterns: tuple[_Pattern, ...]) -> str:
    for pattern in patterns:
        match = pattern.found.fullmatch(sentence)
        if match is not None:
            values = {
                place: _value(value, patterns)
                for place, value in zip(pattern.places, match.groups(), strict=True)
            }
            return _PLACE.sub(partial(_value_at, values), pattern.words)
    return sentence


def _value(value: str, patterns: tuple[_Pattern, ...]) -> str:
    """A value is a word or a list of words of the program, or a sentence of its own: why something is so."""
    words = _words(_screen.language)
    parts = value.split(", ")
    if all(part in words for part in parts):
        return ", ".join(words[part] for part in parts)
    return _translated(value, patterns)


def _value_at(values: Mapping[int, str], place: re.Match[str]) -> str:
    return values[int(place[1])]


@cache
def _patterns(chosen: str) -> tuple[_Pattern, ...]:
    """The sentences of a language, those with the most fixed words first."""
    if chosen == "en":
        return ()
    from app.history_words import fit_sentences  # noqa: PLC0415  # not before the first paint

    listed = {each["en"]: each[chosen] for each in _listed(chosen)["sentence"]} | fit_sentences(chosen)
    ordered = sorted(listed.items(), key=lambda each: len(_PLACE.sub("", each[0])), reverse=True)
    return tuple(_pattern(english, words) for english, words in ordered)


def _words(chosen: str) -> Mapping[str, str]:
    """The words of the program that stand as values in its sentences: roles, decisions, recipients."""
    return {} if chosen == "en" else _listed(chosen)["words"]


@cache
def _listed(chosen: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  # not before the first paint

    return tomllib.loads(resources.path(_FOLDER, f"sentences_{chosen}.toml").read_text(encoding="utf-8"))


def _pattern(english: str, words: str) -> _Pattern:
    parts = _PLACE.split(english)
    fixed, places = parts[::2], parts[1::2]
    return _Pattern(
        re.compile("(.+?)".join(map(re.escape, fixed)), re.DOTALL), tuple(map(int, places)), words
    )


def _translator(chosen: str) -> QTranslator:
    translator = QTranslator()
    if not translator.load(_compiled(chosen)):
        raise ValueError(f"the translation into {chosen} cannot be read")
    return translator


@cache
def _compiled(chosen: str) -> bytes:
    """The compiled file of a language. Qt looks texts up in these very bytes: they must stay."""
    return resources.path(_FOLDER, f"dictamen_{chosen}.qm").read_bytes()


def _translators_of_qt(chosen: str) -> list[QTranslator]:
    """Qt's own words, for menus of text fields and its dialogs; a build without them stays English there."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [translator] if translator.load(f"qtbase_{chosen}", folder) else []
