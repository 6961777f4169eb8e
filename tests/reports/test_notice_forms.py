"""Forms that may not be used, and what a file with foreign pages may claim."""

import hashlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name
from reportlab.pdfgen.canvas import Canvas

from app.copies import Copy
from app.determination import Outcome
from app.errors import InvalidInput
from app.identity import SigningIdentity
from reports.blocks import words
from reports.form_filling import Slot, filled, why_old
from reports.issue import issue
from reports.merging import Extra, appended
from reports.page import build_pdf
from reports.paint_order import paint_behind
from reports.typing_rules import PLAIN
from tests.reports.cases import AT, DENIAL_REASON, case, decide, denied
from tests.reports.changed_plan import Use
from tests.reports.composing import PLAN, letter
from tests.reports.test_page import page_texts


def sheet(*lines: str) -> bytes:
    """An untagged page of a foreign hand."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for place, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * place, line)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize(
    ("language", "line", "old"),
    [
        ("en", "Ask for an appeal within 60 calendar days.", True),
        ("en", "Ask for an appeal within 65 calendar days.", False),
        ("es", "Usted tiene 60 días para apelar.", True),
        ("es", "Número de miembro", True),
        ("es", "Aviso de denegación", True),
        ("es", "Notificación: número de afiliado; 65 días.", False),
    ],
)
def test_an_old_edition_of_the_form_is_known_by_its_words(language: str, line: str, old: bool) -> None:
    assert (why_old(sheet(line), language) is not None) == old


def test_an_old_form_is_refused_when_a_notice_is_made(with_plan: Use, physician: SigningIdentity) -> None:
    old = sheet("You have 60 days.")
    plan = with_plan((PLAN.forms[0].file.sha256, hashlib.sha256(old).hexdigest()))
    plan.forms[0].file.path.write_bytes(old)
    with pytest.raises(InvalidInput, match="60 days"):
        issue(denied(), Outcome.DENY, physician, reason=DENIAL_REASON, language="en", copy=Copy.MEMBER, at=AT)


def test_a_field_that_the_form_lacks_and_a_text_that_does_not_fit_are_named() -> None:
    form = PLAN.forms[0].file.path.read_bytes()
    with pytest.raises(InvalidInput, match="lacks"):
        filled(form, [Slot("date", ["no_such_field"], [words("x")])], PLAIN, "form.pdf")
    with pytest.raises(InvalidInput, match="12 points"):
        filled(form, [Slot("date", ["date"], [words("long " * 40)])], PLAIN, "form.pdf")


# ---------------------------------------------------------------- claims


def claims(data: bytes) -> bool:
    with pikepdf.open(BytesIO(data)) as pdf:
        return b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()


def test_an_untagged_file_takes_the_claim_from_the_whole_letter() -> None:
    pages = build_pdf(letter(decide(case())))
    assert claims(pages)
    merged = appended(pages, [Extra("A notice", "en-US", sheet("Not tagged."))])
    assert not claims(merged)
    with pikepdf.open(BytesIO(merged)) as pdf:
        assert bool(pdf.Root.MarkInfo.Suspects)
        assert len(pdf.pages) == 3


def test_names_of_elements_that_contradict_the_letter_s_take_the_claim_too() -> None:
    pages = build_pdf(letter(decide(case())))
    insert = PLAN.inserts[0].file.path.read_bytes()
    with pikepdf.open(BytesIO(insert)) as pdf:
        pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(Note=Name.P)
        target = BytesIO()
        pdf.save(target)
    once = appended(pages, [Extra("One", "en-US", target.getvalue())])
    assert claims(once)
    with pikepdf.open(BytesIO(target.getvalue())) as pdf:
        pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(Note=Name.Span)
        other = BytesIO()
        pdf.save(other)
    assert not claims(appended(once, [Extra("Two", "en-US", other.getvalue())]))


@pytest.mark.parametrize(("moves", "last"), [("", False), ("0.5 0 0 0.5 0 0 cm ", True)])
def test_words_are_painted_behind_what_is_read_before_them_where_that_is_safe(moves: str, last: bool) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(
            f"{moves}/P <</MCID 0>> BDC q Q EMC /P <</MCID 1>> BDC q Q EMC".encode()
        )
        paint_behind(pdf, page, b"/P <</MCID 2>> BDC q Q EMC", 0)
        order = [
            int(one.operands[1].MCID)
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "BDC"
        ]
    assert order == ([0, 1, 2] if last else [0, 2, 1])


def test_an_untagged_form_is_filled_and_takes_the_claim() -> None:
    with pikepdf.open(BytesIO(PLAN.forms[0].file.path.read_bytes())) as pdf:
        del pdf.Root.StructTreeRoot
        for field in pdf.Root.AcroForm.Fields:
            del field.StructParent
        target = BytesIO()
        pdf.save(target)
    done = filled(target.getvalue(), [Slot("date", ["date"], [words("March 4, 2026")])], PLAIN, "form.pdf")
    assert "March 4, 2026" in page_texts(done.pdf)[0].replace("\u00a0", " ")
    assert not claims(appended(build_pdf(letter(decide(case()))), [Extra("Form", "en-US", done.pdf)]))
