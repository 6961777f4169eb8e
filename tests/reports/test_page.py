import ctypes
import dataclasses
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # as above
import pytest

from app.determination import Outcome
from app.plan import plan
from reports.blocks import Paragraph, words
from reports.letter import compose
from reports.page import build_pdf, lay_out
from reports.sheet import Sheet
from reports.wording import wording
from tests.reports.cases import approved, case, decide, determination

PLAN = plan("mmm-healthcare")
KINDS = ("approve", "approve_in_part", "deny", "pend")
LANGUAGES = ("en", "es")
POINTS_PER_INCH = 72
NAMES = ("María del Carmen Núñez Rivera", "Inés Muñiz Peña, MD", "Ana Sofía Vélez Ortiz, MD")


def built(kind: str, language: str, *, large: bool = False) -> bytes:
    return build_pdf(compose(determination(kind), PLAN, language, "D-20261121-7K3M9Q"), large_print=large)


class Sign(NamedTuple):
    """One character on a page: its size in points and its place in inches from the top left corner."""

    text: str
    size: float
    left: float
    top: float


def signs(pdf: bytes) -> Iterator[tuple[int, Sign]]:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        yield from ((number, sign) for sign in _signs_of(page))
    document.close()


def _signs_of(page: Any) -> Iterator[Sign]:
    text = page.get_textpage()
    height = page.get_height()
    for place in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, place))
        if character.isspace():
            continue
        edges = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(text, place, *edges)
        left, _, _, top = (edge.value for edge in edges)
        size = pdfium.FPDFText_GetFontSize(text, place)
        yield Sign(character, size, left / POINTS_PER_INCH, (height - top) / POINTS_PER_INCH)


def page_texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def squeezed(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_sign_is_smaller_than_the_edition_promises(kind: str, language: str, large: bool) -> None:
    smallest = min(sign.size for _, sign in signs(built(kind, language, large=large)))
    assert smallest >= (18 if large else 12)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_every_font_is_embedded_and_ours(kind: str, large: bool) -> None:
    with pikepdf.open(BytesIO(built(kind, "es", large=large))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "AtkinsonHyperlegibleNext" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_text_comes_out_as_it_went_in(kind: str, language: str, large: bool) -> None:
    said = squeezed(" ".join(page_texts(built(kind, language, large=large))))
    for name in NAMES:
        assert name in said
    assert wording(language).sentences[f"banner.{kind}"] in said
    assert "inotuzumab ozogamicin (Besponsa)" in said


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_line_ends_within_the_drugs_name_or_an_amount(kind: str, language: str, large: bool) -> None:
    for text in page_texts(built(kind, language, large=large)):
        assert not re.search(r"inotuzumab\s*[\r\n]", text)
        assert not re.search(r"\d\s*[\r\n]+\s*(mg|cm|kg|m²|%)", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_number_letter_case_and_marks(kind: str, language: str) -> None:
    pages = page_texts(built(kind, language))
    for number, text in enumerate(pages, 1):
        said = squeezed(text)
        assert wording(language).text("frame.page", page=number, pages=len(pages)) in said
        assert "D-20261121-7K3M9Q" in said
        assert "2026-00123" in said
        assert wording(language).sentences["mark.sample"] in said
        assert ("CMS-10003" in said) or kind in {"approve", "pend"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_members_part_of_an_approval_is_one_page(language: str) -> None:
    pages = page_texts(built("approve", language))
    assert len(pages) <= 3
    assert "Ana Sofía Vélez Ortiz" in squeezed(pages[0])
    assert not re.search(r"J9229|C91|NDC", pages[0])
    assert "J9229" in pages[1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_has_at_most_three_pages(kind: str) -> None:
    assert len(page_texts(built(kind, "es"))) <= 3


def test_the_envelopes_windows_show_name_and_address_only() -> None:
    """Wherever the sheet slides: 1 inch sideways, 0.125 inch down, in a number 10 double-window envelope."""
    on_first_page = [sign for number, sign in signs(built("approve", "en")) if number == 0]
    seen = "".join(sign.text for sign in on_first_page if 0 < sign.left < 4.625 and 2.0 < sign.top < 3.125)
    assert seen == "MaríadelCarmenNúñezRiveraUrbLasLomas1755Calle22SOSanJuanPR00921-1234"
    always = [sign for sign in on_first_page if sign.left < 3.625 and 2.125 < sign.top < 3.0]
    assert len(always) == len(seen)


def test_a_letter_with_hostile_texts_is_laid_out() -> None:
    document = case(
        member={
            "member_id": "M" * 60,
            "given_name": "<b>&amp;</b>" * 12,
            "family_name": "Núñez" * 30,
            "birth_date": "1968-04-02",
            "address": ["<para>" * 20, "x" * 200, "y" * 200, "z" * 200, "w" * 200],
        },
        case_id="C" * 64,
    )
    for large in (False, True):
        letter = compose(decide(document), PLAN, "es", "D-1")
        said = "".join(page_texts(build_pdf(letter, large_print=large)))
        assert "<b>&amp;</b>" in re.sub(r"\s", "", said)


@pytest.mark.parametrize("kind", KINDS)
def test_two_builds_are_the_same_bytes(kind: str) -> None:
    assert built(kind, "es") == built(kind, "es")


def test_another_process_in_another_time_zone_builds_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.reports.test_page import built;"
        "print(hashlib.sha256(built('deny', 'es')).hexdigest())"
    )
    environment = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    found = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == hashlib.sha256(built("deny", "es")).hexdigest()


def test_the_description_names_nobody_and_says_the_language() -> None:
    with pikepdf.open(BytesIO(built("deny", "es"))) as pdf:
        said = {key: str(value) for key, value in pdf.docinfo.items()}
        assert said["/Title"] == "Carta de denegación D-20261121-7K3M9Q, copia del médico"
        assert said["/Author"] == "MMM Healthcare"
        assert not re.search("Núñez|M00012345|leuce", " ".join(said.values()))
        assert str(pdf.Root.Lang) == "es-PR"


def test_facts_do_not_depend_on_the_size() -> None:
    document = approved()
    letter = compose(decide(document, Outcome.APPROVE), PLAN, "en", "D-1")
    small, large = (
        squeezed(" ".join(page_texts(build_pdf(letter, large_print=size)))) for size in (False, True)
    )
    for fact in ("1.504", "0.94", "1.5", "35", "J9229", "November 30, 2026", "1.88 m²"):
        assert fact in small
        assert fact in large


@pytest.mark.parametrize("large", [False, True])
def test_a_letter_whose_last_page_would_hold_a_few_lines_is_set_closer(
    monkeypatch: pytest.MonkeyPatch, *, large: bool
) -> None:
    whole = compose(determination("approve"), PLAN, "en", "D-1")
    found = []
    for count in range(8, 44, 2):
        blocks = tuple(Paragraph(words(f"Paragraph {number}.")) for number in range(count))
        made = lay_out(dataclasses.replace(whole, blocks=blocks), large_print=large)
        with monkeypatch.context() as patched:
            patched.setattr(Sheet, "closer", lambda sheet: sheet)
            usual = lay_out(dataclasses.replace(whole, blocks=blocks), large_print=large)
        found.append(usual.pages - made.pages)
        if made.pages != usual.pages:
            assert usual.filled < 0.5
            sizes = {round(sign.size, 1) for _, sign in signs(made.pdf())}
            assert sizes == {18.0 if large else 12.0}
    assert set(found) == {0, 1}
