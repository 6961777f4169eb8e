"""What goes out behind a letter, as pages: the filled form of the member's notice, and the plan's notices."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import pikepdf

from app.errors import InvalidInput
from app.plan_files import FREE_TEXTS, FormFact, NoticeForm, PlanFile, checked_bytes
from reports import frame
from reports.blocks import Block, Heading, Letter, Paragraph, Words, words
from reports.draft import Draft
from reports.form_filling import Filled, Slot, filled, why_old
from reports.letter import composed
from reports.merging import Extra, appended
from reports.notice_words import item_words, rationale_words
from reports.page import lay_out
from reports.typing_rules import Typing


def with_companions(draft: Draft, *, large_print: bool) -> bytes:
    """The unsigned pages of a letter, and behind them all that goes out with it; pages are counted over all.

    Args:
        draft: of the letter.
        large_print: as ``build_pdf``; the plan's own files stay as they are.

    Raises:
        InvalidInput: a file of the plan is not as the plan's file says, or the form cannot be filled.
    """
    letter = lay_out(composed(draft), large_print=large_print)
    locale = draft.wording.locale
    inserts = [
        Extra(insert.name[draft.language], locale, checked_bytes(insert.file)) for insert in draft.inserts
    ]
    behind = sum(_pages(insert.pdf) for insert in inserts)
    told = draft.member_notice
    if told is None or told.form is None:
        pages = letter.pdf(after=behind)
        return appended(pages, inserts) if inserts else pages
    done = _filled(told, told.form)
    notice = [Extra(draft.line.member_notice[draft.language], told.wording.locale, done.pdf)]
    before = letter.pages + _pages(done.pdf)
    if done.rest:
        rest = lay_out(_more(told, done.rest), large_print=large_print)
        title = told.says("notice.more_title")
        notice.append(Extra(title, told.wording.locale, rest.pdf(before, behind)))
        before += rest.pages
    pages = letter.pdf(after=before - letter.pages + behind)
    return appended(pages, [*notice, *inserts])


def _pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def checksums(draft: Draft) -> dict[str, str]:
    """The checksums of the files that go out with a letter, by their names in the plan's file."""
    found = {insert.id: insert.file.sha256 for insert in draft.inserts}
    told = draft.member_notice
    if told is not None and told.form is not None:
        found["notice_form"] = told.form.file.sha256
    return found


def _filled(draft: Draft, form: NoticeForm) -> Filled:
    data = _current(form.file, form.language)
    said = dict(_facts(draft, form))
    slots = [
        Slot(fact.value, form.fields[fact], paragraphs, _goes_on(draft, fact))
        for fact, paragraphs in said.items()
        if fact in form.fields
    ]
    return filled(data, slots, Typing(draft.unbroken), form.file.path.name)


@lru_cache(maxsize=8)
def _current(file: PlanFile, language: str) -> bytes:
    """The form's bytes; its text is read once.

    Raises:
        InvalidInput: it is not the file that the plan means, or an edition that may not be used any more.
    """
    data = checked_bytes(file)
    old = why_old(data, language)
    if old is not None:
        raise InvalidInput("", f"{old}; get the edition in force from the plan", file.path.name)
    return data


def _goes_on(draft: Draft, fact: FormFact) -> Words | None:
    return draft.wording.words("notice.more") if fact in FREE_TEXTS else None


def _facts(draft: Draft, form: NoticeForm) -> Iterator[tuple[FormFact, tuple[Words, ...]]]:
    case, wording = draft.case, draft.wording
    received = wording.full_date(draft.received.date())
    lines = {
        FormFact.DATE: wording.full_date(draft.day),
        FormFact.MEMBER_NAME: case.member.full_name,
        FormFact.MEMBER_NUMBER: case.member.member_id,
        FormFact.LETTER_NUMBER: draft.number,
        FormFact.CASE_NUMBER: case.case_id or "",
        FormFact.PRESCRIBER: case.prescriber.name,
        FormFact.RECEIVED: received,
        FormFact.VERB: form.verbs[draft.determination.outcome],
    }
    for fact, text in lines.items():
        yield fact, (words(text),)
    yield FormFact.ITEM, item_words(draft)
    yield FormFact.RATIONALE, rationale_words(draft)


def _more(draft: Draft, rest: tuple[Words, ...]) -> Letter:
    """A page of ours with the reasons that the form has no room for."""
    belongs = draft.paragraph("notice.more_of", date=draft.wording.full_date(draft.day), letter=draft.number)
    blocks: tuple[Block, ...] = (
        Heading(draft.says("notice.more_title")),
        belongs,
        *(Paragraph(one) for one in rest),
    )
    return Letter(
        number=draft.number,
        language=draft.language,
        locale=draft.wording.locale,
        title=draft.says("notice.more_title"),
        author=draft.plan.name[draft.language],
        marks=frame.marks(draft),
        footer=frame.footer(draft),
        page_label=draft.wording.sentences["frame.page"],
        unbroken=draft.unbroken,
        blocks=blocks,
    )
