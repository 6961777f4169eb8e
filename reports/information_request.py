"""The request for information: what is missing, why, what counts, and the deadline that does not stop."""

from app.policy import Question
from reports import clinical, frame
from reports.blocks import Banner, Block, Bullets, Heading, KeepTogether, Words
from reports.draft import Draft
from reports.replaced import replaced_blocks


def blocks(draft: Draft) -> tuple[Block, ...]:
    """The whole request, to the prescriber; no word of denial."""
    prescriber = draft.case.prescriber.name
    return (
        frame.address_block(draft, (prescriber,), with_member=False),
        Banner(frame.decided_word(draft)),
        frame.dear(draft, prescriber),
        *replaced_blocks(draft),
        draft.paragraph(
            _timely(draft, "request.decision"),
            drug=draft.drug,
            member=draft.case.member.full_name,
            cycle=draft.case.request.cycle,
            due=draft.wording.moment(draft.due, weekday=True),
        ),
        *((frame.longer_cycle(draft, "request.longer"),) if draft.case.amends else ()),
        *_checklist(draft),
        _send(draft),
        KeepTogether(_section(draft, "otherwise", _timely(draft, "request.otherwise_text"))),
        KeepTogether((*_section(draft, "faster", "request.faster_text"), frame.closing(draft))),
        Heading(draft.says("request.facts")),
        # nothing is decided yet; the rest stands at the head and at the signature
        clinical.facts(draft, without=("decision", "decided", "letter_number", "line")),
    )


def _checklist(draft: Draft) -> tuple[Block, ...]:
    heading = Heading(draft.says("request.list"))
    items = missing_items(draft)
    if not items:
        return (KeepTogether((heading, draft.paragraph("request.nothing_listed"))),)
    return (heading, Bullets(items, numbered=True))


def missing_items(draft: Draft) -> tuple[tuple[Words, ...], ...]:
    """Everything that is asked for, each with its reason and with what counts."""
    review, wording = draft.review, draft.wording
    items: list[tuple[Words, ...]] = []
    if draft.determination.reason is not None:
        items.append((wording.words("request.reviewer_asks", reason=draft.determination.reason),))
    wanted = {*review.openings.questions, *review.openings.documents}
    items += [
        _question_item(draft, question)
        for question in draft.policy.questions_of(draft.case.request.purpose)
        if question.id in wanted
    ]
    if review.size is None:
        what = "weight" if draft.policy.dosing.area is None else "measurements"
        keys = (f"request.{what}", f"request.{what}_why", "request.measured_counts")
        items.append(tuple(wording.words(key) for key in keys))
    return tuple(items)


def _question_item(draft: Draft, question: Question) -> tuple[Words, ...]:
    wording, language = draft.wording, draft.language
    lines = draft.policy.lines_of(question, draft.case.request.purpose)
    alone = len(lines) == 1
    # no one line's text would be true of several lines: what they share is the question
    serves = draft.policy.criteria[lines[0]].text if alone else question.short
    key = "request.line" if alone else "request.lines"
    named = wording.text(key, lines=wording.joined(lines))
    item = [
        wording.words("request.question_item", ask_for=question.ask_for[language]),
        wording.words("request.question_why", lines=named, criterion=serves[language]),
    ]
    if question.id in draft.review.openings.documents:
        item.append(
            wording.words(
                "request.undocumented", question=question.prompt[language], answer=draft.answer(question.id)
            )
        )
    counts = "request.document_counts" if question.documented else "request.statement_counts"
    item.append(wording.words(counts))
    return tuple(item)


def _timely(draft: Draft, key: str) -> str:
    """The key of a sentence, or of what it says once the time for the decision has passed."""
    return f"{key}_late" if draft.determination.at > draft.review.due else key


def _send(draft: Draft) -> Block:
    desk = draft.line.prescriber_desk_on(draft.day)
    said = draft.paragraph(
        _timely(draft, "request.send_text"),
        number=draft.number,
        fax=desk.fax,
        phone=desk.phone,
        hours=desk.hours[draft.language],
    )
    return KeepTogether((Heading(draft.says("request.send")), said))


def _section(draft: Draft, title: str, said: str) -> tuple[Block, ...]:
    return Heading(draft.says(f"request.{title}")), draft.paragraph(said)
