"""How strong passphrases are told to be, and with which reasons."""

import pytest

from app.errors import InvalidInput
from app.passphrases import Level, check_new, strength
from app.people import Person, Role
from app.text import LANGUAGES

ANA = Person("Anastasia Figueroa Sample", Role.REVIEWER, "RN-00417")


@pytest.mark.parametrize(
    ("guessable", "reason"),
    [
        ("password1", "most common passwords"),
        ("12345678", "most common passwords"),
        ("qwertyuiop[]", "rows of the keyboard"),
        ("anastasia2026", "your name"),
        ("figueroa-1", "your name"),
        ("RN-00417", "your license"),
        ("dictamen", "a word of this work"),
        ("besponsa", "a word of this work"),
        ("abcdefghijk", "sequence"),
        ("aaaaaaaaaaaa", "repeats itself"),
        ("10-11-1968", "a date"),
        ("short", "shorter than 8"),
        ("", "shorter than 8"),
    ],
)
def test_what_is_trivially_guessed_is_refused_with_its_reason(guessable: str, reason: str) -> None:
    found = strength(guessable, (ANA.name, ANA.license))
    assert found.level is Level.GUESSABLE
    assert found.reason is not None
    assert reason in found.reason["en"]
    assert all(found.reason[language] for language in LANGUAGES)
    with pytest.raises(InvalidInput) as refused:
        check_new(guessable, ANA)
    assert refused.value.field == "passphrase"
    assert len(guessable) < 6 or guessable not in str(refused.value)


def test_the_same_words_are_harder_to_guess_for_who_does_not_know_the_person() -> None:
    assert strength("figueroa-1").guesses > strength("figueroa-1", (ANA.name,)).guesses


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("another one", Level.WEAK),
        ("correct horse", Level.FAIR),
        ("correct horse battery", Level.STRONG),
        ("perro gato casa luna", Level.STRONG),
        ("vq8#Tz!m2Lw", Level.STRONG),
    ],
)
def test_what_is_accepted_has_a_level(passphrase: str, level: Level) -> None:
    found = strength(passphrase)
    assert found.level is level
    assert (found.reason is None) is (level is Level.STRONG)
    check_new(passphrase, ANA)


def test_a_very_long_passphrase_is_judged_in_no_time_and_accepted() -> None:
    assert strength("seven blue lamps over the river " * 400).level is Level.STRONG


@pytest.mark.parametrize(
    "odd", ["ñandú überstraße ☂ 雨傘", "\u0000\u0001\u0002\u0003 tail of it", "    lanes    "]
)
def test_any_characters_can_be_judged(odd: str) -> None:
    assert strength(odd, (odd,)).guesses >= 0
