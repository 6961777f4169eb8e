"""How strong a new passphrase is, with reasons that a person can act on.

The estimate is zxcvbn's: how many guesses somebody needs who tries common passphrases, words, names, dates
and patterns first. Nothing here is kept or logged.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from app.errors import InvalidInput
from app.people import Person
from app.text import Text

MIN_PASSPHRASE = 8
"""Characters in a new passphrase: the least that NIST SP 800-63B, 5.1.1.2 allows a person to choose."""

_WELL_KNOWN = (
    "dictamen",
    "casebook",
    "besponsa",
    "inotuzumab",
    "ozogamicin",
    "mmm",
    "healthcare",
    "puerto rico",
)
"""What an attacker of this very product would try beside the dictionaries."""

_JUDGED = 100
"""Characters that are judged: a longer passphrase is strong by then, and judging takes time."""

_GUESSES = {2: 6, 3: 8, 4: 10}
"""Powers of ten in guesses from which on a passphrase reaches a level; below the first it is refused."""


class Level(IntEnum):
    """How well a passphrase withstands guessing; the value is zxcvbn's score."""

    GUESSABLE = 1
    WEAK = 2
    FAIR = 3
    STRONG = 4


@dataclass(frozen=True)
class Strength:
    """The judgement of one passphrase.

    Attributes:
        level: whether it is refused (``GUESSABLE``), warned of (``WEAK``, ``FAIR``) or good.
        reason: what makes it easy to guess; None where nothing stands out.
        guesses: the power of ten in guesses that it withstands.
    """

    level: Level
    reason: Text | None
    guesses: float


def strength(passphrase: str, about: Iterable[str] = ()) -> Strength:
    """Judge a passphrase.

    Args:
        passphrase: as it is typed.
        about: what others know of its owner: name, license.
    """
    from zxcvbn import zxcvbn  # type: ignore[import-untyped] # noqa: PLC0415 - its word lists take 30 ms to load

    if not passphrase:
        return Strength(Level.GUESSABLE, _TOO_SHORT, 0)
    judged = zxcvbn(passphrase[:_JUDGED], user_inputs=_words(about), max_length=_JUDGED)
    guesses = math.log10(judged["guesses"])
    level = max(
        (Level(score) for score, power in _GUESSES.items() if guesses >= power), default=Level.GUESSABLE
    )
    if len(passphrase) < MIN_PASSPHRASE:
        return Strength(Level.GUESSABLE, _TOO_SHORT, guesses)
    reason = None if level is Level.STRONG else _reason(judged)
    return Strength(level, reason, guesses)


def check_new(passphrase: str, person: Person | None = None) -> None:
    """Refuse a passphrase that is too short or trivially guessed.

    Raises:
        InvalidInput: it is; the reason is named, the passphrase is not.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise InvalidInput("passphrase", f"must be at least {MIN_PASSPHRASE} characters long")
    found = strength(passphrase, (person.name, person.license) if person else ())
    if found.level is Level.GUESSABLE:
        reason = (found.reason or _PLAIN)["en"]
        raise InvalidInput("passphrase", f"must be harder to guess: {reason}; four unrelated words are good")


def _words(about: Iterable[str]) -> list[str]:
    whole = [text.casefold() for text in (*about, *_WELL_KNOWN)]
    return [*whole, *(word for text in whole for word in text.split())]


def _reason(judged: dict[str, list[dict[str, object]]]) -> Text:
    """Why it is easy to guess: from the longest part that a list or a pattern explains."""
    explained = [part for part in judged["sequence"] if part["pattern"] != "bruteforce"]
    if not explained:
        return _PLAIN
    longest = max(explained, key=lambda part: len(str(part["token"])))
    if longest["pattern"] == "dictionary":
        return _LISTS.get(str(longest["dictionary_name"]), _WORD)
    return _PATTERNS.get(str(longest["pattern"]), _PLAIN)


_TOO_SHORT = Text(
    en=f"it is shorter than {MIN_PASSPHRASE} characters", es=f"tiene menos de {MIN_PASSPHRASE} caracteres"
)
_PLAIN = Text(en="it is short for its kind of characters", es="es corta para el tipo de caracteres que usa")
_WORD = Text(
    en="most of it is a word that is easily found in a dictionary",
    es="la mayor parte es una palabra fácil de encontrar en un diccionario",
)
_NAME = Text(en="most of it is a common name", es="la mayor parte es un nombre común")
_LISTS = {
    "passwords": Text(
        en="it is built on one of the most common passwords",
        es="se basa en una de las contraseñas más comunes",
    ),
    "user_inputs": Text(
        en="it is built on your name, your license or a word of this work",
        es="se basa en su nombre, su licencia o una palabra de este trabajo",
    ),
    "surnames": _NAME,
    "male_names": _NAME,
    "female_names": _NAME,
}
_PATTERNS = {
    "spatial": Text(en="it follows the rows of the keyboard", es="sigue las filas del teclado"),
    "repeat": Text(en="it repeats itself", es="se repite"),
    "sequence": Text(en="it is a sequence such as abc or 2345", es="es una secuencia como abc o 2345"),
    "regex": Text(en="it holds a recent year", es="contiene un año reciente"),
    "date": Text(en="it holds a date", es="contiene una fecha"),
}
