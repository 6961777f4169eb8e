"""What every letter must stand before anybody gets it, over every copy of every decision.

Where the rest of what is asked of a letter is held:

- numbers, dates and units that can be read as others: ``test_typing``
- the glossary, and words that nothing says: ``test_glossary``
- how easily a letter and each reason read: ``test_readability``
- every fact alike in both languages: ``test_both_languages``
- a reason and a remedy for every line that is not met: ``test_adverse_letters``, ``test_remedies``
- 12 and 18 points, embedded fonts, ñ and accents out of the file, lines that part nothing: ``test_page``
- pages within their goals: ``test_length``; a plan's notices that must go with a letter: ``test_notices``
- who may sign what: ``test_issue``; the same bytes again, elsewhere and at another time: ``test_page``
"""

import re
from datetime import timedelta

import pytest

from app.copies import Copy
from app.glossary import glossary
from app.text import LANGUAGES
from reports.blocks import AddressBlock, Banner, PageBreak, texts_of
from reports.edition import Change, Replaced, Way
from reports.frame import kind_of
from reports.page import build_pdf
from reports.wording import wording
from tests.reports.cases import AT, determination
from tests.reports.composing import KINDS, letter
from tests.reports.letter_prose import PLAN, Made, composed, letters
from tests.reports.test_page import page_texts, signs, squeezed

CODES = r"\b[A-Z]\d{4}\b|\b[A-Z]\d\d\.\w|\b\d{5}-\d{4}-\d\d\b|NDC|HCPCS|ICD|NPI|mg/m²|mg/kg|\b[AB]\.i"
# Names, and what everybody knows; CD22 and mini-hyper-CVD are explained as terms.
WAYS = (
    Replaced("D-20261120-4Q8T2W", AT.date(), Way.DATED_ANEW),
    Replaced(
        "D-20261120-4Q8T2W",
        AT.date(),
        Way.CORRECTED,
        (Change("address", "Calle 1\nSan Juan", "Calle 2\nPonce"),),
    ),
    Replaced("D-20261120-4Q8T2W", AT.date(), Way.CHANGED, (Change("outcome", "deny", "approve"),)),
)
KNOWN = {"TTY", "MEDICARE", "CMS", "PR", "PO", "SAMPLE", "CD", "CVD", "MMM", "MP", "RX", "FP"}


def member_texts(made: Made) -> list[str]:
    """What a member reads of our words, without the names of people, documents and letters."""
    blocks = made.letter.blocks
    breaks = [place for place, block in enumerate(blocks) if isinstance(block, PageBreak)]
    kept = [block for block in blocks[: breaks[0] if breaks else None] if not isinstance(block, AddressBlock)]
    decided = made.determination
    case = decided.review.case
    names = [case.member.full_name, case.prescriber.name, decided.person.name, decided.person.license]
    names += [item.title for item in case.evidence] + [made.letter.number]
    names += [case.amends.letter_number] if case.amends else []
    return [_without(text, names) for text in texts_of(kept)]


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def for_members(language: str) -> list[Made]:
    """The copies that a member reads, and the first page of the plan's own copy."""
    return [made for made in composed(language) if made.copy is not Copy.PRESCRIBER]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_banner_says_the_decision(language: str) -> None:
    for made in composed(language):
        banners = [block.text for block in made.letter.blocks if isinstance(block, Banner)]
        assert banners == [wording(language).sentences[f"banner.{kind_of(made.determination)}"]], made.origin


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_adverse_letter_gives_the_plans_days_and_their_last_day_and_no_other(language: str) -> None:
    counted = {"en": r"(\d+) calendar days", "es": r"(\d+) días calendario"}[language]
    adverse = [made for made in composed(language) if made.determination.outcome.is_adverse]
    assert {made.copy for made in adverse} == {Copy.MEMBER, Copy.PRESCRIBER}
    for made in adverse:
        days = PLAN.lines[made.determination.review.case.request.line_of_business].appeal_days
        last = wording(language).deadline(made.determination.at.date() + timedelta(days=days))
        said = "\n".join(texts_of(made.letter.blocks))
        assert set(re.findall(counted, said)) == {str(days)}, made.origin
        assert last in said, made.origin


# ---------------------------------------------------------------- what a member reads


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_member_reads_no_code_and_no_number_of_a_line(language: str) -> None:
    texts = {(made.origin, text) for made in for_members(language) for text in member_texts(made)}
    assert [one for one in texts if re.search(CODES, one[1])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_member_reads_no_abbreviation_that_is_not_explained(language: str) -> None:
    texts = {(made.origin, text) for made in for_members(language) for text in member_texts(made)}
    found = {(*one, word) for one in texts for word in re.findall(r"\b[A-ZÁÉÍÓÚÑ]{2,}\b", one[1])}
    assert [one for one in found if one[-1] not in KNOWN] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_member_finds_plain_words_beside_each_clinical_term(language: str) -> None:
    plain = [prose for prose in letters(language) if prose.kind != f"pend, {Copy.PRESCRIBER}"]
    assert any("remi" in " ".join(prose.paragraphs) for prose in plain)
    told = [
        (prose.kind, prose.origin, glossary().unexplained(" ".join(prose.paragraphs), language))
        for prose in plain
    ]
    assert [one for one in told if one[-1]] == []


def test_a_term_without_plain_words_is_found() -> None:
    assert glossary().unexplained("It is in remission.", "en") == ["remission"]
    assert glossary().unexplained("It is in remission (no signs of it).", "en") == []
    assert glossary().unexplained("Está en remisión.", "es") == ["remission"]


# ---------------------------------------------------------------- the first page


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("replaces", [None, *WAYS], ids=["first", *(one.way for one in WAYS)])
@pytest.mark.parametrize("kind", KINDS)
def test_the_members_first_page_says_what_was_decided_and_by_when_and_whom_to_call(
    kind: str, replaces: Replaced | None, language: str, *, large: bool
) -> None:
    decided, words = determination(kind), wording(language)
    made = letter(decided, language, Copy.MEMBER, replaces)
    day = {
        "approve": words.full_date(decided.review.period.last_day),
        "pend": words.moment(decided.review.due, weekday=True),
    }.get(kind, words.deadline(decided.at.date() + timedelta(days=65)))
    pages = [squeezed(page) for page in page_texts(build_pdf(made, large_print=large))]
    assert words.sentences[f"banner.{kind}"] in pages[0]
    assert squeezed(day) in pages[0]
    phone = PLAN.lines["MMM MA"].help_on(decided.at.date()).phones[0].number
    assert phone in pages[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_windows_show_name_and_address_only(kind: str) -> None:
    """A prescriber's copy has no address to mail it to."""
    made = letter(determination(kind), "es", Copy.MEMBER)
    (head,) = [block for block in made.blocks if isinstance(block, AddressBlock)]
    on_first = [sign for number, sign in signs(build_pdf(made)) if number == 0]
    shown = "".join(sign.text for sign in on_first if 0 < sign.left < 4.625 and 2.0 < sign.top < 3.125)
    assert shown == "".join("".join(head.recipient).split())
    sent_by = "".join(sign.text for sign in on_first if 0 < sign.left < 4.625 and 0.6 < sign.top < 2.0)
    assert sent_by == "".join("".join(head.sender).split())


@pytest.mark.parametrize("copy", [Copy.MEMBER, Copy.PRESCRIBER])
@pytest.mark.parametrize("kind", KINDS)
def test_both_sizes_carry_the_same_facts(kind: str, copy: Copy) -> None:
    made = letter(determination(kind), "es", copy)
    small, large = (
        _figures(page_texts(build_pdf(made, large_print=size)), made.page_label) for size in (False, True)
    )
    assert small == large
    assert len(small) > 8


def _figures(pages: list[str], label: str) -> set[str]:
    """Every number, date and code of a file, but for those of its pages."""
    numbered = re.escape(label).replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+")
    return set(re.findall(r"[\w.,:/-]*\d[\w.,:/-]*", re.sub(numbered, "", squeezed(" ".join(pages)))))
