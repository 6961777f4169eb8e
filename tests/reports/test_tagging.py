"""The tree of elements in every page that the product makes, and what a reader makes of it."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from reports.blocks import Banner, Bullets, Column, Heading, Letter, Paragraph, Table, words
from reports.issue import IssuedLetter, assemble
from reports.letter import compose
from reports.page import build_pdf
from reports.record import record_of
from reports.typed_language import typed_language
from tests.reports.cases import DECISIONS, decide, determination
from tests.reports.test_page import KINDS, LANGUAGES, PLAN, built, page_texts, squeezed

LONG = "The patient has relapsed or refractory disease. " * 20


def letter(*blocks: Any, language: str = "en") -> Letter:
    return Letter(
        "D-1", language, "en-US", "Title", "Plan", ("Sample",), "Foot", "{page}/{pages}", (), blocks
    )


def opened(pdf: bytes) -> Pdf:
    return pikepdf.open(BytesIO(pdf))


def elements(element: Any) -> Iterator[Any]:
    """An element and all below it, in reading order."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            yield from elements(kid)


def instructions(page: Any) -> Iterator[tuple[Any, str]]:
    for item in pikepdf.parse_content_stream(page):
        assert isinstance(item, pikepdf.ContentStreamInstruction)
        yield item.operands, str(item.operator)


def all_elements(pdf: Pdf) -> list[Any]:
    return list(elements(pdf.Root.StructTreeRoot.K))


def kinds(pdf: Pdf) -> list[str]:
    return [str(element.S).lstrip("/") for element in all_elements(pdf)]


def runs(element: Any) -> list[tuple[Any, int]]:
    """The runs of marks of one element: each with its page."""
    kids = element.get("/K", [])
    found = []
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            found.append((element.Pg.objgen, kid))
        elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
            found.append((kid.Pg.objgen, int(kid.MCID)))
    return found


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_mark_belongs_to_one_element_or_is_an_artifact(kind: str, language: str, large: bool) -> None:
    with opened(built(kind, language, large=large)) as pdf:
        told = [run for element in all_elements(pdf) for run in runs(element)]
        marked = []
        for page in pdf.pages:
            depth = 0
            for operands, operator in instructions(page):
                if operator == "BDC":
                    depth += 1
                    if operands[0] != Name.Artifact:
                        marked.append((page.obj.objgen, int(operands[1].MCID)))
                depth -= operator == "EMC"
                assert depth in {0, 1}
                assert depth or operator not in {"Tj", "TJ", "S", "f", "Do"}
            assert depth == 0
        assert len(set(told)) == len(told)
        assert sorted(told) == sorted(marked)


@pytest.mark.parametrize("kind", KINDS)
def test_the_parent_tree_leads_from_each_run_back_to_its_element(kind: str) -> None:
    with opened(built(kind, "es")) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): owned for key, owned in zip(numbers[::2], numbers[1::2], strict=True)}
        places = {page.obj.objgen: int(page.obj.StructParents) for page in pdf.pages}
        for element in all_elements(pdf):
            for page, number in runs(element):
                assert owners[places[page]][number].objgen == element.objgen


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_headings_begin_with_the_decision_and_skip_no_level(kind: str, large: bool) -> None:
    with opened(built(kind, "en", large=large)) as pdf:
        levels = [int(name[1]) for name in kinds(pdf) if re.fullmatch(r"H\d", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_table_has_header_cells_with_a_scope_and_reads_its_header_once() -> None:
    rows = tuple((f"Day {day}", "1.50 mg") for day in range(1, 90))
    pdf = opened(build_pdf(letter(Table((Column("Day", 50), Column("Dose", 50, amount=True)), rows))))
    assert len(pdf.pages) > 1
    heads = [element for element in all_elements(pdf) if element.S == Name.TH]
    scopes = [str(head.A.Scope) for head in heads]
    assert scopes == ["/Column", "/Column", *["/Row"] * len(rows)]
    assert all(len(runs(head)) == 1 for head in heads)
    assert kinds(pdf).count("TR") == len(rows) + 1


def test_a_list_has_labels_and_bodies_and_its_numbering() -> None:
    items = ((words("One"),), (words("Two"), words("More")))
    pdf = opened(build_pdf(letter(Bullets(items, numbered=True))))
    assert kinds(pdf) == [
        "Document",
        "P",
        "L",
        *["LI", "Lbl", "LBody", "P"],
        *["LI", "Lbl", "LBody", "P", "P"],
    ]
    assert str(next(item for item in all_elements(pdf) if item.S == Name.L).A.ListNumbering) == "/Decimal"


def test_a_paragraph_over_a_pages_end_is_one_element() -> None:
    blocks = [Paragraph(words(LONG)) for _ in range(8)]
    pdf = opened(build_pdf(letter(*blocks)))
    paragraphs = [element for element in all_elements(pdf) if element.S == Name.P][1:]
    assert len(pdf.pages) > 1
    assert len(paragraphs) == len(blocks)
    assert any(len(runs(paragraph)) > 1 for paragraph in paragraphs)


@pytest.mark.parametrize("large", [False, True])
def test_no_word_runs_into_the_next_where_a_line_or_a_page_ends(large: bool) -> None:
    """As a reader takes it: the text of each run as it stands in the page, without any guess at distances."""
    blocks = [Paragraph((*words(LONG), *words("and **more** of it."))) for _ in range(6)]
    pdf = build_pdf(letter(*blocks), large_print=large)
    said = "".join(raw_texts(pdf))
    assert "disease.The" not in said
    assert said.count(LONG) == len(blocks)


def test_a_word_that_is_too_long_for_a_line_gets_no_space_inside() -> None:
    long = "x" * 300
    assert long in "".join(raw_texts(build_pdf(letter(Paragraph(words(f"Before {long} after"))))))


def raw_texts(pdf: bytes) -> Iterator[str]:
    """What each tagged run shows, through the fonts' own maps to Unicode."""
    with opened(pdf) as file:
        for page in file.pages:
            maps = {name: unicode_map(font) for name, font in page.Resources.Font.items()}
            font, inside = "", False
            for operands, name in instructions(page):
                if name == "BDC":
                    inside = operands[0] != Name.Artifact
                elif name == "EMC":
                    inside = False
                elif name == "Tf":
                    font = str(operands[0])
                elif name == "Tj" and inside:
                    yield "".join(maps[font][byte] for byte in bytes(operands[0]))


def unicode_map(font: Any) -> dict[int, str]:
    said = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<(\w{2})> <(\w{4})>$", said, re.MULTILINE)
    return {int(code, 16): chr(int(sign, 16)) for code, sign in pairs}


def test_a_paragraph_in_another_language_says_so() -> None:
    pdf = opened(build_pdf(letter(Paragraph(words("Hello.")), Paragraph(words("Hola."), language="es-PR"))))
    languages = [str(element.get("/Lang", "")) for element in all_elements(pdf) if element.S == Name.P]
    assert languages == ["", "", "es-PR"]
    assert str(pdf.Root.Lang) == "en-US"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The flow cytometry of November 10 reads CD22-negative in two samples, as is the rule.", "en"),
        ("La citometría de flujo del 10 de noviembre es negativa en las dos muestras.", "es"),
        ("CD22 negative", None),
        ("", None),
        ("de la the of", None),
    ],
)
def test_the_language_of_a_typed_text_is_told_by_its_small_words(text: str, language: str | None) -> None:
    assert typed_language(text) == language


@pytest.mark.parametrize(("language", "marked"), [("en", "es-PR"), ("es", "")])
def test_a_reason_typed_in_another_language_is_read_in_its_own(language: str, marked: str) -> None:
    document, outcome, _ = DECISIONS["deny"]
    reason = "La citometría de flujo del 10 de noviembre es negativa en las dos muestras."
    made = compose(decide(document, outcome, reason), PLAN, language, "D-1")
    with opened(build_pdf(made)) as pdf:
        languages = {str(element.get("/Lang", "")) for element in all_elements(pdf)}
    assert languages == {"", marked}


def test_the_marks_are_read_once_and_the_footer_never() -> None:
    blocks = [Paragraph(words(LONG)) for _ in range(8)]
    pdf = build_pdf(letter(*blocks))
    said = "".join(raw_texts(pdf))
    assert said.count("Sample") == 1
    assert "Foot" not in said
    assert all("Sample" in text and "Foot" in squeezed(text) for text in page_texts(pdf))


def test_bookmarks_lead_through_files_of_more_than_three_pages() -> None:
    part = [Heading("Part"), Paragraph(words(LONG)), Heading("Detail", 3), Paragraph(words(LONG))]
    with opened(build_pdf(letter(Banner("Approved"), *part * 6))) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) > 3
        assert [item.title for item in outline.root] == ["Approved", *["Part"] * 6]
        assert [item.title for item in outline.root[1].children] == ["Detail"]
    with opened(build_pdf(letter(Banner("Approved"), *part))) as pdf:
        assert "/Outlines" not in pdf.Root or len(pdf.pages) > 3


@pytest.mark.parametrize("kind", KINDS)
def test_the_metadata_agree_with_the_description(kind: str, letters: dict[str, IssuedLetter]) -> None:
    for data in (built(kind, "es"), letters[kind].pdf):
        with opened(data) as pdf:
            said = pdf.Root.Metadata.read_bytes().decode()
            title = str(pdf.docinfo["/Title"])
            assert f">{title}<" in said
            assert "<pdfaid:part>3<" in said
            assert "<pdfuaid:part>1<" in said
            assert f">{pdf.Root.Lang}<" in said
            digits = re.sub(r"\D", "", str(pdf.docinfo["/CreationDate"]))
            made = re.search("<xmp:CreateDate>(.*)</xmp:CreateDate>", said)
            assert made is not None
            assert re.sub(r"\D", "", made[1]) == digits
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.Root.MarkInfo.Marked


def test_the_file_is_the_same_in_another_process_and_time_zone() -> None:
    """Everything but the signature: pages, tree, metadata, attachments."""
    program = "from tests.reports.test_tagging import digest; print(digest())"
    environment = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    found = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == digest()


def digest() -> str:
    decided = determination("deny")
    record = record_of(decided, PLAN, "D-1", "es", large=False)
    return hashlib.sha256(assemble(DECISIONS["deny"][0], decided, record, 3000).covered).hexdigest()


def test_the_signature_is_found_and_named(letters: dict[str, IssuedLetter]) -> None:
    with opened(letters["deny"].pdf) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        form = all_elements(pdf)[-1]
        assert str(field.TU) == "Firma electrónica de Ana Sofía Vélez Ortiz, MD"
        assert Name.Form == form.S
        assert form.K.Obj.objgen == field.objgen
        key, owner = list(pdf.Root.StructTreeRoot.ParentTree.Nums)[-2:]
        assert (int(key), owner.objgen) == (int(field.StructParent), form.objgen)
        assert all(page.obj.Tabs == Name.S for page in pdf.pages)
        assert all(str(spec.Desc) for spec in pdf.Root.AF)
