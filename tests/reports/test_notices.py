"""Copies, the member's notice on the plan's form, inserts, and what a file with foreign pages may claim."""

import hashlib
import re
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from reportlab.pdfgen.canvas import Canvas

from app import copy_set
from app.copies import Copy
from app.determination import Outcome
from app.errors import DictamenError, InvalidInput
from app.identity import SigningIdentity
from app.plan import Plan
from reports import issue as issuing
from reports import reissue
from reports.blocks import words
from reports.check import check
from reports.companions import checksums
from reports.form_filling import Slot, filled, why_old
from reports.issue import IssuedLetter, issue
from reports.merging import Extra, appended
from reports.page import build_pdf
from reports.paint_order import paint_behind
from reports.reissue import corrected, dated_anew
from reports.typing_rules import NBSP, PLAIN
from reports.wording import wording
from tests.app.test_plan_files import changed
from tests.reports.cases import AT, DENIAL_REASON, approved, case, decide, denied, incomplete, too_much
from tests.reports.composing import NUMBER, PLAN, draft, letter
from tests.reports.test_page import page_texts, squeezed

LONG = " ".join(["The second laboratory could not confirm the first result."] * 16)


def notice(identity: SigningIdentity, language: str, reason: str = DENIAL_REASON) -> IssuedLetter:
    return issue(
        denied(),
        Outcome.DENY,
        identity,
        reason=reason,
        language=language,
        copy=Copy.MEMBER,
        at=AT,
        letter_number=NUMBER,
    )


@pytest.fixture
def with_plan(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Use":
    return Use(monkeypatch, tmp_path)


class Use:
    """Makes letters with a changed plan."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch, self.folder = monkeypatch, folder

    def __call__(self, *swaps: tuple[str, str]) -> Plan:
        plan = changed(self.folder, *swaps)
        for module in (issuing, reissue, copy_set):
            self._monkeypatch.setattr(module, "plan", lambda _: plan)
        return plan


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_notice_is_a_cover_the_filled_form_and_the_insert(
    language: str, physician: SigningIdentity
) -> None:
    made = notice(physician, language)
    cover, form, *more, insert = map(squeezed, page_texts(made.pdf))
    until = {"en": "Monday, January 25, 2027", "es": "lunes, 25 de enero de 2027"}[language]
    assert squeezed(until) in cover
    assert squeezed({"en": "Not approved", "es": "No aprobado"}[language]) in cover
    for fact in ("María del Carmen Núñez Rivera", "M00012345", NUMBER, "MP-RX-FP-12-23", DENIAL_REASON):
        assert squeezed(fact) in form + "".join(more)
    assert squeezed({"en": "denied", "es": "denegada"}[language]) in form
    assert "CD22" in form
    assert squeezed({"en": "not an official notice", "es": "no es un documento oficial"}[language]) in insert
    verdict = check(made.pdf, [physician.certificate])
    assert verdict.good, verdict.failures


def test_the_filled_form_keeps_its_tags_and_the_claims_stay_true(physician: SigningIdentity) -> None:
    with pikepdf.open(BytesIO(notice(physician, "es").pdf)) as pdf:
        kinds = [kid.S for kid in pdf.Root.StructTreeRoot.K.K]
        assert kinds.count(Name.Part) == len(pdf.Root.StructTreeRoot.K.K) - kinds.index(Name.Part) - 1
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
        assert [field.T for field in pdf.Root.AcroForm.Fields] == ["Determination"]
        assert all("/Annots" not in page.obj for page in list(pdf.pages)[1:])
        numbers = [int(page.obj.StructParents) for page in pdf.pages]
        assert len(set(numbers)) == len(numbers)
        assert pdf.check_pdf_syntax() == []


def test_every_mark_of_the_merged_pages_has_its_element(physician: SigningIdentity) -> None:
    with pikepdf.open(BytesIO(notice(physician, "en").pdf)) as pdf:
        listed = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owned = {int(listed[place]): listed[place + 1] for place in range(0, len(listed), 2)}
        for page in pdf.pages:
            marks = [
                int(one.operands[1].MCID)
                for one in pikepdf.parse_content_stream(page)
                if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
            ]
            elements = owned[int(page.obj.StructParents)]
            assert sorted(marks) == list(range(len(elements)))
            assert all(element.Pg.objgen == page.obj.objgen for element in elements)


def test_reasons_without_room_go_on_after_the_form(physician: SigningIdentity) -> None:
    made = notice(physician, "en", LONG)
    _, form, more, _ = map(squeezed, page_texts(made.pdf))
    assert squeezed("This text goes on after the form.") in form
    assert squeezed("The rest of the reasons") in more
    assert squeezed(LONG) in form + more
    assert NUMBER in more
    assert check(made.pdf, [physician.certificate]).good


def test_a_plan_without_a_form_makes_no_member_s_notice(physician: SigningIdentity) -> None:
    document = denied()
    document["request"]["line_of_business"] = "MMM Multihealth"
    with pytest.raises(InvalidInput, match=r"no form of the member's notice for MMM Multihealth in es"):
        issue(document, Outcome.DENY, physician, reason="No target.", copy=Copy.MEMBER, at=AT)
    made = issue(document, Outcome.DENY, physician, reason="No target.", at=AT, with_copies=True)
    assert [copy.record.edition.copy for copy in made.copies] == [Copy.PRESCRIBER]


@pytest.mark.parametrize(
    ("document", "outcome", "copies"),
    [
        (approved(), None, {("prescriber", "en"), ("member", "es")}),
        (denied(), Outcome.DENY, {("prescriber", "en"), ("member", "es")}),
        (too_much(), None, {("prescriber", "en"), ("member", "es")}),
        (incomplete(), None, {("prescriber", "en"), ("member", "es")}),
    ],
)
def test_one_act_signs_the_whole_set_with_one_number(
    document: dict[str, object],
    outcome: Outcome | None,
    copies: set[tuple[str, str]],
    physician: SigningIdentity,
) -> None:
    made = issue(
        document, outcome, physician, reason="As read." if outcome else None, at=AT, with_copies=True
    )
    assert {(one.record.edition.copy.value, one.record.language) for one in made.copies} == copies
    for one in made.copies:
        assert (one.letter_number, one.determination.at) == (made.letter_number, made.determination.at)
        assert check(one.pdf, [physician.certificate]).good
        assert made.letter_number in squeezed(page_texts(one.pdf)[0])


@pytest.mark.parametrize("copy", list(Copy))
def test_each_copy_says_whose_it_is_in_its_footer(copy: Copy) -> None:
    said = {Copy.BOTH: "Plan copy", Copy.MEMBER: "Member's copy", Copy.PRESCRIBER: "Prescriber's copy"}
    assert said[copy] in letter(decide(case()), "en", copy).footer.replace(NBSP, " ")


def test_a_copy_that_a_decision_has_not_is_refused(physician: SigningIdentity) -> None:
    with pytest.raises(InvalidInput, match="must be one of member, prescriber"):
        issue(denied(), Outcome.DENY, physician, reason="No target.", copy=Copy.BOTH, at=AT)


# ---------------------------------------------------------------- what the plan's file lacks


def test_a_missing_notice_blocks_issue_until_its_lack_is_given_a_reason(
    with_plan: Use, physician: SigningIdentity
) -> None:
    with_plan(("from = 2025-07-05\n", "from = 2025-07-05\nto = 2026-01-31\n"))
    with pytest.raises(DictamenError, match=r"Notice of language help.*Give a reason"):
        notice(physician, "en")
    made = issue(
        denied(),
        Outcome.DENY,
        physician,
        reason=DENIAL_REASON,
        language="en",
        copy=Copy.MEMBER,
        at=AT,
        waive="The printer has the new edition; it follows by mail.",
    )
    waiver = made.record.edition.waiver
    assert waiver is not None
    assert "Notice of language help" in waiver.missing[0]
    assert "language-help-en" not in made.record.edition.enclosed
    assert "notice_form" in made.record.edition.enclosed


def test_only_the_roles_that_the_plan_names_may_do_without_a_notice(
    with_plan: Use, physician: SigningIdentity
) -> None:
    with_plan(
        ("from = 2025-07-05\n", "from = 2025-07-05\nto = 2026-01-31\n"),
        ('may_waive_inserts = ["physician"]', 'may_waive_inserts = ["administrator"]'),
    )
    with pytest.raises(DictamenError, match=r"Only these roles.*administrator"):
        issue(
            denied(),
            Outcome.DENY,
            physician,
            reason=DENIAL_REASON,
            language="en",
            copy=Copy.MEMBER,
            at=AT,
            waive="It follows by mail.",
        )


def test_missing_phones_block_every_letter_and_cannot_be_waived(
    with_plan: Use, physician: SigningIdentity
) -> None:
    begins = "[[line_of_business.help]]\nfrom = "
    with_plan((f"{begins}2026-01-01", f"{begins}2027-01-01"))
    with pytest.raises(DictamenError, match="line_of_business MMM MA: help"):
        issue(approved(), None, physician, at=AT, waive="Never mind.")


def test_the_letter_names_and_carries_the_checksums_of_what_is_enclosed(physician: SigningIdentity) -> None:
    made = notice(physician, "en")
    assert made.record.edition.enclosed == checksums(draft(made.determination, "en", Copy.MEMBER))
    assert set(made.record.edition.enclosed) == {"language-help-en", "notice_form"}
    assert squeezed("Enclosed: form CMS-10003; Notice of language help (sample).") in squeezed(
        page_texts(made.pdf)[0]
    )


# ---------------------------------------------------------------- forms that may not be used


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
        notice(physician, "en")


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


def test_the_same_notice_has_the_same_bytes(physician: SigningIdentity) -> None:
    assert notice(physician, "es").pdf == notice(physician, "es").pdf


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


def test_a_letter_names_who_else_got_a_copy_in_the_same_act(physician: SigningIdentity) -> None:
    document = approved()
    keys = {Copy.BOTH: "copy_both", Copy.MEMBER: "copy_prescriber", Copy.PRESCRIBER: "copy_member"}
    made = issue(document, None, physician, at=AT, language="en", letter_number="D-1", with_copies=True)
    for one in (made, *made.copies):
        said = squeezed(" ".join(page_texts(one.pdf)))
        sentences = wording(one.record.language).sentences
        told = [key for key in keys.values() if sentences[f"closing.{key}"] in said]
        assert told == [keys[one.record.edition.copy]]
        assert check(one.pdf, [physician.certificate]).good
    alone = issue(document, None, physician, at=AT, language="en", letter_number="D-1")
    assert not re.search("Cop(y|ies) to", squeezed(" ".join(page_texts(alone.pdf))))


def test_pages_are_counted_over_all_that_goes_out(physician: SigningIdentity) -> None:
    made = issue(
        denied(), Outcome.DENY, physician, reason=DENIAL_REASON, at=AT, language="en", copy=Copy.MEMBER
    )
    pages = [squeezed(page) for page in page_texts(made.pdf)]
    (rest,) = [number for number, page in enumerate(pages, 1) if "The rest of the reasons" in page]
    assert rest > 2
    for number in (1, rest):
        assert f"Page {number} of {len(pages)}" in pages[number - 1]


@pytest.mark.parametrize("outcome", [Outcome.DENY, Outcome.APPROVE_IN_PART])
def test_the_prescriber_s_copy_has_the_member_s_notice_as_sent_behind_it(
    outcome: Outcome, physician: SigningIdentity
) -> None:
    document = denied() if outcome is Outcome.DENY else too_much()
    reason = "As read." if outcome is Outcome.DENY else None
    made = issue(document, outcome, physician, reason=reason, at=AT, with_copies=True)
    for one in (made, *made.copies):
        if one.record.edition.copy is Copy.MEMBER:
            sent = page_texts(one.pdf)[1]
    copies = [one for one in (made, *made.copies) if one.record.edition.copy is Copy.PRESCRIBER]
    assert {one.record.language for one in copies} == {"en", "es"}
    for one in copies:
        pages = page_texts(one.pdf)
        assert pages.count(sent) == 1
        said = squeezed(" ".join(pages[: pages.index(sent)]))
        named = {"en": "notice as sent", "es": "Incluimos la notificación"}[one.record.language]
        assert squeezed(named) in said
        assert set(one.record.edition.enclosed) == {"notice_form"}
        assert check(one.pdf, [physician.certificate]).good


def test_a_prescriber_s_copy_that_is_made_alone_shows_no_notice_as_sent(physician: SigningIdentity) -> None:
    alone = issue(denied(), Outcome.DENY, physician, reason="As read.", at=AT)
    assert alone.record.edition.enclosed == {}
    assert "Incluimos la notificación" not in " ".join(page_texts(alone.pdf))


def test_an_altered_notice_behind_the_prescriber_s_copy_is_refused(physician: SigningIdentity) -> None:
    made = issue(denied(), Outcome.DENY, physician, reason="As read.", at=AT, with_copies=True)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        last = pdf.pages[-1]
        last.contents_coalesce()
        last.Contents = pdf.make_stream(b"q Q " + last.Contents.read_bytes())
        target = BytesIO()
        pdf.save(target)
    verdict = check(target.getvalue(), [physician.certificate])
    assert not verdict.good
    at = made.pdf.rindex(b"endstream") - 20
    flipped = made.pdf[:at] + bytes([made.pdf[at] ^ 1]) + made.pdf[at + 1 :]
    assert not check(flipped, [physician.certificate]).good


ENDED = "to = 2026-11-21\n"


@pytest.mark.parametrize("again", ["dated anew", "corrected"])
@pytest.mark.parametrize(
    ("begins", "told"),
    [
        (
            "from = 2025-01-01\n",
            r"no form of the member's notice for MMM MA in es .* 2026-11-22\. Put it into",
        ),
        ("from = 2025-07-05\n", r"Notice of language help.* not valid on 2026-11-22"),
    ],
)
def test_a_letter_is_not_replaced_where_the_plan_lacks_what_it_had(
    again: str, begins: str, told: str, with_plan: Use, physician: SigningIdentity
) -> None:
    first = issue(denied(), Outcome.DENY, physician, reason="As read.", at=AT, with_copies=True)
    with_plan((begins, begins + ENDED))
    tomorrow = AT + timedelta(days=1)
    replaced = {
        "corrected": partial(corrected, first.pdf, {"prescriber.name": "Inés Muñoz Peña, MD"}),
        "dated anew": partial(dated_anew, first.pdf),
    }
    with pytest.raises(DictamenError, match=told):
        replaced[again](physician, at=tomorrow)
    assert dated_anew(first.pdf, physician, at=AT + timedelta(hours=1)).copies
