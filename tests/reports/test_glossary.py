"""One Spanish word for each term, in every text of the product; and the words that nothing of it says."""

import pytest

from app.determination import Determination
from app.glossary import Pair, glossary, pattern
from app.text import LANGUAGES
from tests.reports.glossary import shipped
from tests.reports.letter_prose import all_texts, composed

# A piece of a sentence whose term stands in the sentence around it.
PIECES = {"MRD-negative": "negativa", "MRD-positive": "positiva"}


def test_spanish_says_each_term_as_the_glossary_does() -> None:
    texts = [pair for pair in shipped() if PIECES.get(pair.en) != pair.es]
    assert len(texts) == len(shipped()) - len(PIECES)
    assert [(said, *pair) for pair in texts for said in glossary().unsaid(pair)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_text_says_what_is_never_said(language: str) -> None:
    texts = [(pair.place, pair.text(language)) for pair in shipped()]
    assert [(*text, said) for text in texts for said in glossary().forbidden(text[1], language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_says_what_is_never_said(language: str) -> None:
    said = {
        (origin, _ours(text, decided))
        for origin, _, decided, letter in composed(language)
        for text in all_texts(letter)
    }
    assert [(*text, word) for text in said for word in glossary().forbidden(text[1], language)] == []


def _ours(text: str, decided: Determination) -> str:
    """Without the titles of documents, which others wrote."""
    for item in decided.review.case.evidence:
        text = text.replace(item.title, "")
    return text


# ---------------------------------------------------------------- the check itself


@pytest.mark.parametrize(
    ("english", "spanish", "unsaid"),
    [
        ("The member can appeal.", "La persona afiliada puede apelar.", []),
        ("The member can appeal.", "El cliente puede apelar.", ["member"]),
        ("Tell the {member} of it.", "Dígalo.", []),
        ("As member.name has it.", "Como lo tiene member.name.", []),
        ("B-cell ALL", "LLA de células B", []),
        ("All the cells", "Todas las células", []),
        ("Tyrosine kinase inhibitor", "Inhibidor de cinasa", ["tyrosine kinase inhibitor"]),
    ],
)
def test_a_term_that_is_said_otherwise_is_found(english: str, spanish: str, unsaid: list[str]) -> None:
    assert glossary().unsaid(Pair("here", english, spanish)) == unsaid


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("inotuzumab ozogamicina", "es", ["inotuzumab ozogamicina"]),
        ("células B precursoras de TODO", "es", ["de TODO"]),
        ("LLA, de todo tipo", "es", []),
        ("leucemia (ALL)", "es", ["ALL"]),
        ("perfusión en un día hábil", "es", ["perfusión", "día hábil"]),
        ("el nuevo miembro y los miembros", "es", ["miembro", "miembros"]),
        ("células de\u00a0TODO", "es", ["de\u00a0TODO"]),
        ("según tu médico", "es", ["tu"]),
        ("11 mgs of InO", "en", ["mgs", "InO"]),
    ],
)
def test_a_word_that_is_never_said_is_found(text: str, language: str, found: list[str]) -> None:
    assert sorted(glossary().forbidden(text, language)) == sorted(found)


def test_a_star_stands_for_the_rest_of_a_word_only() -> None:
    assert pattern(["recidiv*"]).findall("Recidivante, recidiva y no: precidiva") == [
        "Recidivante",
        "recidiva",
    ]


def test_each_term_stands_once_and_allows_what_it_asks_for() -> None:
    terms = [term.en for term in glossary().terms]
    assert len(set(terms)) == len(terms)
    for term in glossary().terms:
        assert not [other.en for other in glossary().terms if other.never and other.never.search(term.es)]
