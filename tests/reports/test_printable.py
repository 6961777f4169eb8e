"""The font has every sign of every text, and a sign that it lacks is refused before anything is printed."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from app.errors import InvalidInput
from app.text import LANGUAGES
from reports.blocks import Letter, Paragraph, words
from reports.fonts import first_unprintable
from reports.letter import compose
from reports.page import build_pdf
from reports.printable import check_letter, check_printable
from tests.reports.cases import PHYSICIAN, Document, approved, decide
from tests.reports.glossary import shipped
from tests.reports.letter_prose import NUMBER, PLAN, all_texts, composed
from tests.reports.test_page import page_texts, squeezed

NAMES = [
    "Núñez Güell d\u2019Açevedo",
    "Ångström-Łukasiewicz",
    "Đorđe Þórðarson",
    "Ÿ İı Ğ Š Ž ẞ ß",
    "O'Neill-García y Muñiz, h.",
]


def named(name: str) -> Document:
    document = approved()
    return {**document, "member": {**document["member"], "given_name": name}}


def letter(name: str) -> Letter:
    return compose(decide(named(name)), PLAN, "es", NUMBER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_has_every_sign_of_every_text_of_the_product(language: str) -> None:
    assert [pair for pair in shipped() if first_unprintable(pair.text(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_has_every_sign_of_every_letter(language: str) -> None:
    texts = {text for *_, made in composed(language) for text in all_texts(made)}
    assert [text for text in texts if first_unprintable(text)] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_many_accents_are_printed_as_they_are_written(name: str, form: str) -> None:
    typed = unicodedata.normalize(form, name)  # type: ignore[arg-type]  # a form of Unicode
    check_printable(named(typed), PHYSICIAN, None)
    pdf = build_pdf(letter(typed))
    said = squeezed(page_texts(pdf)[0])
    assert unicodedata.normalize("NFC", name) in said
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.pages


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Жанна", "U+0416"),
        ("李", "U+674E"),
        ("Đặng", "U+1EB7"),
        ("María 🌺", "U+1F33A"),
        ("Maria\u200bNúñez", "U+200B"),
        ("M\u0332aría", "U+0332"),
        ("\u202eairaM", "U+202E"),
    ],
)
def test_a_name_that_would_print_as_boxes_is_refused_with_its_field(name: str, sign: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        check_printable(named(name), PHYSICIAN, None)
    assert caught.value.field == "member.given_name"
    assert sign in caught.value.problem
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("place", ["marks", "footer", "page_label", "blocks"])
def test_a_letter_whose_plan_or_policy_has_such_a_sign_is_not_made(place: str) -> None:
    made, sign = letter("María"), "Ω₂"
    changes: dict[str, dict[str, Any]] = {
        "marks": {"marks": (sign,)},
        "footer": {"footer": sign},
        "page_label": {"page_label": sign},
        "blocks": {"blocks": (*made.blocks, Paragraph(words(sign)))},
    }
    check_letter(made)
    with pytest.raises(InvalidInput, match=r"U\+2082"):
        build_pdf(replace(made, **changes[place]))
