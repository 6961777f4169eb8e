"""In which language a person typed: told by its small words, so that it is read aloud in its own sounds."""

import re

_SMALL_WORDS = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "is",
            "are",
            "was",
            "were",
            "for",
            "with",
            "that",
            "this",
            "not",
            "by",
            "from",
            "on",
            "at",
            "as",
            "be",
            "has",
            "have",
            "had",
            "does",
            "did",
            "it",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "del",
            "de",
            "que",
            "y",
            "un",
            "una",
            "es",
            "son",
            "fue",
            "con",
            "para",
            "por",
            "se",
            "al",
            "en",
            "su",
            "sus",
            "como",
            "este",
            "esta",
            "pero",
            "ha",
        ]
    ),
}
_FEWEST = 3
"""Small words that have to be found: fewer tell nothing."""

_LEAD = 2
"""How many times as many small words the language has to have as the other one."""


def typed_language(text: str) -> str | None:
    """``en`` or ``es``; None where the text does not tell, e.g. three words of a diagnosis."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    likely, other = sorted(found, key=lambda language: found[language], reverse=True)
    if found[likely] < max(_FEWEST, _LEAD * found[other]):
        return None
    return likely
