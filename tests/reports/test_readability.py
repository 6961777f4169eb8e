"""Every letter and every reason reads easily in both languages, and the measure itself counts rightly."""

import pytest

from tests.reports.letter_prose import LANGUAGES, PLAIN_PARTS, Prose, letters, reasons
from tests.reports.readability import Reading, passive, reading, syllables, very_short

LETTER_SCORE = {"en": 6.0, "es": 65.0}
SECOND_SCORE = 70.0
REASON_SCORE = {"en": 7.0, "es": 60.0}
MEAN_SENTENCE = {"en": 15, "es": 16}
LONGEST_SENTENCE = {"en": 25, "es": 28}
VERY_SHORT = 0.2
PASSIVE = 0.1


def faults(prose: Prose, score: float) -> list[str]:
    """What of a text is harder to read than it may be."""
    read = reading(prose.paragraphs, prose.language, prose.unmeasured)
    found = []
    if read.ease(score) < 0:
        found.append(f"{prose.origin}: scores {read.score:.1f}: {' '.join(prose.paragraphs)}")
    if read.mean_sentence > MEAN_SENTENCE[prose.language]:
        found.append(f"{prose.origin}: {read.mean_sentence:.1f} words in a sentence")
    if read.longest_sentence > LONGEST_SENTENCE[prose.language]:
        found.append(f"{prose.origin}: {read.longest_sentence} words in one sentence")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_easy_to_read(language: str) -> None:
    made = list(letters(language))
    second = [(p.kind, p.origin, reading(p.paragraphs, language, p.unmeasured).second_score) for p in made]
    assert [one for one in second if one[-1] < SECOND_SCORE] == []
    assert {prose.kind for prose in made} == {", ".join(kind) for kind in PLAIN_PARTS}
    assert [fault for prose in made for fault in faults(prose, LETTER_SCORE[language])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_strung_of_very_short_sentences_or_hides_who_acts(language: str) -> None:
    # the words of the synthetic policies are not ours
    made = [prose for prose in letters(language) if "SYN-" not in prose.origin]
    assert {prose.kind for prose in made} == {", ".join(kind) for kind in PLAIN_PARTS}
    short = [(prose.kind, prose.origin, very_short(prose.paragraphs)) for prose in made]
    assert [one for one in short if one[-1] > VERY_SHORT] == []
    hidden = [(prose.kind, prose.origin, passive(prose.paragraphs, language)) for prose in made]
    assert [one for one in hidden if one[-1] > PASSIVE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_single_reason_is_easy_to_read(language: str) -> None:
    found = list(reasons(language))
    assert len({prose.title for prose in found}) > 20
    assert [fault for prose in found for fault in faults(prose, REASON_SCORE[language])] == []


# ---------------------------------------------------------------- the measure


@pytest.mark.parametrize(
    ("word", "count"),
    [("approved", 2), ("leukemia", 4), ("medicine", 3), ("tyrosine", 3), ("doctor's", 2), ("you", 1)],
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("día", 2), ("área", 3), ("enero", 3), ("leucemia", 3), ("médula", 3), ("quien", 1), ("digit", 2)],
)
def test_spanish_syllables(word: str, count: int) -> None:
    assert syllables(word, "es") == count


def test_the_english_grade_is_the_formula_of_flesch_and_kincaid() -> None:
    read = reading(["The doctor can call us. We approved it."], "en")
    assert (read.lengths, read.syllables) == ((5, 3), 10)
    assert read.score == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59)
    assert read.second_score == pytest.approx(206.835 - 84.6 * 10 / 8 - 1.015 * 4)
    assert read.ease(6) == pytest.approx(6 - read.score)


def test_the_spanish_ease_is_the_formula_of_szigriszt() -> None:
    read = reading(["El médico puede llamar. Lo aprobamos."], "es")
    assert (read.lengths, read.syllables) == ((4, 2), 13)
    assert read.score == pytest.approx(206.835 - 62.3 * 13 / 6 - 3)
    assert read.second_score == pytest.approx(206.84 - 60 * 13 / 6 - 1.02 * 3)
    assert read.ease(65) == pytest.approx(read.score - 65)


def test_names_numbers_and_codes_are_left_out_and_end_no_sentence() -> None:
    text = "Dr. Ruiz gives 0.8 mg of inotuzumab at 2:05 p.m. on March 4, 2026. Call 1-787-555-0110."
    read: Reading = reading([text], "en", ["Ruiz", "inotuzumab"])
    assert read.sentences == ("Dr   gives   mg of   at   pm on March   .", "Call .")
    assert read.lengths == (8, 1)


def test_a_sentence_ends_with_its_paragraph() -> None:
    assert reading(["one two", "three"], "en").lengths == (2, 1)


def test_a_text_without_words_has_no_score() -> None:
    with pytest.raises(ValueError, match="no word"):
        reading(["2026."], "en")


def test_names_and_numbers_make_a_sentence_longer_and_a_label_is_none() -> None:
    texts = [
        "Call us. We used policy MP-RX-FP-12-23. Fax: 1-787-555-0121.",
        "You can ask us to look again now.",
    ]
    assert very_short(texts) == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("said", "language", "found"),
    [
        ("It was not approved.", "en", True),
        ("The papers were sent by fax.", "en", True),
        ("We approved it.", "en", False),
        ("A transplant is planned.", "en", False),
        ("You are the member.", "en", False),
        ("La solicitud fue denegada.", "es", True),
        ("Se determinó que no cumple.", "es", True),
        ("No se aprobó el resto.", "es", True),
        ("No aprobamos el resto.", "es", False),
        ("Si se siente mal, llame a su médico.", "es", False),
        ("Hay efectos que no se pueden tolerar.", "es", False),
    ],
)
def test_what_hides_who_acts_is_found(said: str, language: str, *, found: bool) -> None:
    assert passive([said], language) == found
