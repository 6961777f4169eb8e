"""What the letters say to people, as paragraphs: over the samples, random cases and every policy.

Left out is what is not prose of the letters: headings, tables, addresses, phones, the salutation, the line of
the signer, the list of what a prescriber is asked for (in the policy's own terms), and what others wrote
(names, titles of documents, the reason in a reviewer's own words).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, cast

import resources
from app.case_file import parse_case
from app.case_json import parse_json
from app.copies import Copy, copies_of
from app.determination import Determination, Outcome, determine
from app.errors import DictamenError
from app.plan import plan
from app.policy import Policy, Purpose
from app.review import Review, review
from reports import adverse, amended, approval, frame, information_request, member_pages, notice_words
from reports.blocks import (
    Block,
    Bullets,
    Heading,
    KeepTogether,
    Letter,
    Paragraph,
    Words,
    plain_text,
    texts_of,
)
from reports.draft import Draft
from reports.edition import Edition
from reports.frame import kind_of
from reports.letter import compose
from reports.reasons import Reason, criteria_reasons, partial_reasons
from reports.wording import wording
from tests.app.random_cases import random_cases
from tests.policies.every_policy import POLICIES, all_installed, bare_case, met_case
from tests.reports import cases
from tests.reports.cases import NOT_MET

LANGUAGES = ("en", "es")
REASON = "Own words."
NUMBER = "D-20261121-7K3M9Q"
RANDOM_CASES = 60
PLAN = plan("mmm-healthcare")

Document = dict[str, Any]


def _before(blocks: tuple[Block, ...], heading: str) -> tuple[Block, ...]:
    """The blocks up to a heading."""
    titles = [block.text if isinstance(block, Heading) else "" for block in blocks]
    return blocks[: titles.index(heading)]


def _request(draft: Draft) -> tuple[Block, ...]:
    return _before(information_request.blocks(draft), draft.says("request.facts"))


def _notice(draft: Draft) -> tuple[Block, ...]:
    """What the product writes into the form of the member's notice."""
    return tuple(map(Paragraph, notice_words.rationale_words(draft)))


_Part = Callable[[Draft], tuple[Block, ...]]

PLAIN_PARTS: Mapping[tuple[str, str], _Part] = {
    ("approve", Copy.MEMBER): approval.member_part,
    ("amended", Copy.MEMBER): amended.member_part,
    ("approve_in_part", Copy.MEMBER): member_pages.cover,
    ("approve_in_part", "notice"): _notice,
    ("approve_in_part", Copy.PRESCRIBER): adverse.plain_part,
    ("deny", Copy.MEMBER): member_pages.cover,
    ("deny", "notice"): _notice,
    ("deny", Copy.PRESCRIBER): adverse.plain_part,
    ("pend", Copy.MEMBER): member_pages.request,
    ("pend", Copy.PRESCRIBER): _request,
}
"""What of each kind of letter is written in plain words, by the kind and whose copy it is."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs of one letter or of one reason, and the names that stand in them."""

    kind: str
    origin: str
    language: str
    paragraphs: tuple[str, ...]
    unmeasured: tuple[str, ...]
    title: str = ""


@cache
def determinations() -> tuple[tuple[str, Determination], ...]:
    """Every decision that a letter may be about, with where its case comes from."""
    with all_installed():
        return tuple(_determinations())


def _determinations() -> Iterator[tuple[str, Determination]]:
    for origin, document in documents():
        for outcome in Outcome:
            decided = _decided(review(parse_case(document)), outcome)
            if decided is not None:
                yield f"{origin}, {outcome}", decided


def _decided(judged: Review, outcome: Outcome) -> Determination | None:
    """A decision of the physician; None where the case does not allow it."""
    try:
        return determine(judged, outcome, cases.PHYSICIAN, cases.AT, REASON)
    except DictamenError:
        return None


def documents() -> Iterator[tuple[str, Document]]:
    """The samples, the named denials, random cases, and a met and an empty request of every policy."""
    for source in sorted(resources.path("samples").glob("*.json")):
        yield source.stem, cast("Document", parse_json(source.read_text(encoding="utf-8")))
    yield from NOT_MET.items()
    yield from ((f"random {number}", one) for number, one in enumerate(random_cases(RANDOM_CASES, seed=65)))
    for number, policy in POLICIES.items():
        for purpose in Purpose:
            yield f"{number} {purpose}, met", met_case(policy, purpose)
            yield f"{number} {purpose}, empty", bare_case(policy, purpose)


def letters(language: str) -> Iterator[Prose]:
    """The plain part of every letter."""
    found = determinations()
    with all_installed():
        for origin, decided in found:
            for (kind, copy), part in PLAIN_PARTS.items():
                if kind == kind_of(decided) and can_be_made(decided, language, copy):
                    draft = draft_of(decided, language, copy)
                    said = tuple(paragraphs(part(draft), draft))
                    yield Prose(f"{kind}, {copy}", origin, language, said, names_in(draft))


class Made(NamedTuple):
    """A letter as blocks, from where its case comes, and whose copy it is."""

    origin: str
    copy: Copy
    determination: Determination
    letter: Letter


@cache
def composed(language: str) -> tuple[Made, ...]:
    """Every copy of every letter."""
    found = determinations()
    with all_installed():
        return tuple(
            Made(origin, copy, decided, compose(decided, PLAN, language, NUMBER, edition=Edition(copy)))
            for origin, decided in found
            for copy in copies_of(decided.outcome)
            if can_be_made(decided, language, copy)
        )


def can_be_made(decided: Determination, language: str, copy: str) -> bool:
    """Not so a member's notice for a line of business whose form the sample plan does not have."""
    line, day = decided.review.case.request.line_of_business, decided.at.date()
    notice = decided.outcome.is_adverse and copy != Copy.PRESCRIBER
    return not notice or PLAN.form_for(line, language, day) is not None


def all_texts(letter: Letter) -> tuple[str, ...]:
    """Everything that is printed of a letter, in reading order."""
    return (*letter.marks, *texts_of(letter.blocks), letter.footer, letter.title)


def reasons(language: str) -> Iterator[Prose]:
    """Every reason of every adverse letter, in the member's words."""
    found = determinations()
    with all_installed():
        for origin, decided in found:
            if decided.outcome.is_adverse:
                draft = draft_of(decided, language)
                for reason in reasons_of(draft):
                    said = _without_lists(" ".join(reason.plain), draft)
                    yield Prose(kind_of(decided), origin, language, (said,), names_in(draft), reason.title)


def reasons_of(draft: Draft) -> tuple[Reason, ...]:
    """The reasons of an adverse letter."""
    return partial_reasons(draft) if draft.determination.cycle else criteria_reasons(draft)


def draft_of(decided: Determination, language: str, copy: str = Copy.PRESCRIBER) -> Draft:
    """What a letter about a decision is composed from."""
    whose = Copy(copy) if copy != "notice" else Copy.MEMBER
    return Draft(decided, PLAN, wording(language), NUMBER, wanted=Edition(whose))


def paragraphs(blocks: Iterable[Block], draft: Draft) -> Iterator[str]:
    """The paragraphs, without what others wrote."""
    phones = frame.phones(draft)
    for block in blocks:
        match block:
            case Paragraph(said) if block not in {frame.closing(draft), phones} and _is_prose(said, draft):
                yield _without_lists(_without_title(plain_text(said)), draft)
            case Bullets(items) if draft.edition.copy is Copy.MEMBER:
                yield from (plain_text(part) for item in items for part in item)
            case KeepTogether(kept):
                yield from paragraphs(kept, draft)


def _is_prose(said: Words, draft: Draft) -> bool:
    """Not the salutation, and not what others wrote."""
    greeting = draft.says("frame.dear", name="").rstrip(": ")
    return REASON not in plain_text(said) and not plain_text(said).startswith(greeting)


def _without_title(text: str) -> str:
    """A numbered reason without its title, and without its way before it: they are headings that run in."""
    return re.sub(r"^(?:[^.]+\. )?\d+\. [^.]+\. ", "", text)


def _without_lists(text: str, draft: Draft) -> str:
    """Without the list of documents that the record names."""
    known = "|".join(re.escape(draft.document(item)) for item in draft.case.evidence)
    return re.sub(draft.says("value.documents", list=f"(?:(?:{known})(?:; )?)+"), "", text) if known else text


def names_in(draft: Draft) -> tuple[str, ...]:
    """Names of drugs and of people."""
    case, drug = draft.case, draft.policy.drug
    people = (case.member.full_name, case.prescriber.name, draft.determination.person.name)
    return (*people, drug.generic, drug.brand, *_partners(draft.policy), *OTHER_DRUGS)


OTHER_DRUGS = ("blinatumomab", "mini-hyper-CVD")


def _partners(policy: Policy) -> Iterator[str]:
    """Answers that read the same in both languages are names."""
    for question in policy.questions.values():
        yield from (
            choice.text["en"] for choice in question.choices if choice.text["en"] == choice.text["es"] != "No"
        )
