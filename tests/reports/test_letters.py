import re

import pytest

from reports.blocks import Banner, Table
from reports.wording import wording
from tests.reports.cases import (
    determination,
)
from tests.reports.composing import KINDS, LANGUAGES, NUMBER, letter, text


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_have_the_same_blocks_and_tables(kind: str) -> None:
    english, spanish = (letter(determination(kind), language).blocks for language in LANGUAGES)
    assert [type(block) for block in english] == [type(block) for block in spanish]
    amounts = [
        [[cell for cell in row[1:] if cell[:1].isdigit()] for row in block.rows]
        for block in english
        if isinstance(block, Table)
    ]
    assert any(amounts) or kind in {"deny", "pend"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_has_ambiguous_numbers(kind: str, language: str) -> None:
    said = text(determination(kind), language)
    assert not re.search(r"\b\d+\.0\b", said)
    assert not re.search(r"(?<![\dA-Z])\.\d", said)
    assert not re.search(r"\d(mg|mL|cm|kg)", said)
    assert not re.search(r"\d,\d{1,2}\b(?!\d)", said)
    assert not re.search(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b", said)
    assert not re.search(r"\b(mgs|IU|U)\b|µ", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_banner_says_the_decision(kind: str, language: str) -> None:
    banners = [
        block.text for block in letter(determination(kind), language).blocks if isinstance(block, Banner)
    ]
    assert banners == [wording(language).sentences[f"banner.{kind}"]]


@pytest.mark.parametrize("kind", KINDS)
def test_title_footer_and_marks_name_nobody(kind: str) -> None:
    made = letter(determination(kind))
    for said in (made.title, made.footer, *made.marks):
        assert not re.search("Núñez|María|M00012345|leukemia|Muñiz", said)
    assert NUMBER in made.title
    assert NUMBER in made.footer
    assert "2026-00123" in made.footer
