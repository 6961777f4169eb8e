"""The member's notice on the plan's form, with its inserts, and what a plan must have for it."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name

from app.copies import Copy
from app.determination import Outcome
from app.errors import DictamenError, InvalidInput
from app.identity import SigningIdentity
from reports.check import check
from reports.companions import checksums
from reports.issue import IssuedLetter, issue
from reports.typing_rules import NBSP
from tests.reports.cases import AT, DENIAL_REASON, approved, case, decide, denied, incomplete, too_much
from tests.reports.changed_plan import Use
from tests.reports.composing import NUMBER, draft, letter
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


def test_the_same_notice_has_the_same_bytes(physician: SigningIdentity) -> None:
    assert notice(physician, "es").pdf == notice(physician, "es").pdf
