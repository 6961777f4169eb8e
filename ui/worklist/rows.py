"""From the casebook's columns to the rows of the lists: due, member, request, where it stands, what next.

Pure functions of a row, the time and the language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from app.case import CaseState
from app.casebook import Row, Scalar
from app.determination import Outcome
from app.policy import Purpose
from app.policy_file import installed_policies
from app.request import Priority
from app.review import Recommendation
from ui import clock
from ui.kit.banner import Urgency
from ui.kit.dates import show_date, show_time
from ui.kit.status import Status
from ui.kit.worklist_table import WorklistRow
from ui.worklist.words import tr

Cover = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class View:
    """When and how rows are written.

    Attributes:
        now: with an offset.
        language: of the policy's texts, ``en`` or ``es``.
        zone: the time zone of the moments; None for the computer's own.
    """

    now: datetime
    language: str = "en"
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """How a state is shown: its colour, its word, its icon."""

    status: Status
    text: str
    icon: str


def due_of(row: Row) -> datetime | None:
    """When the decision on a case is due, with an offset; None until its clock is known."""
    due = row.cover.get("due")
    return datetime.fromisoformat(due) if isinstance(due, str) else None


def state_of(row: Row) -> CaseState:
    """Where a case stands."""
    return CaseState(str(row.cover.get("state") or CaseState.NEW))


def urgency_of(row: Row, now: datetime) -> Urgency:
    """How near the decision is; a clock that is not known is as pressing as one that ends soon."""
    due = due_of(row)
    return Urgency.SOON if due is None else clock.urgency(due, now)


def open_row(row: Row, view: View) -> WorklistRow:
    """The row of an open case."""
    due = due_of(row)
    chip = chip_of(row.cover)
    return WorklistRow(
        id=row.case_id,
        left=tr("Clock not known") if due is None else clock.time_left(due, view.now),
        due=tr("receipt is missing") if due is None else clock.moment(due, view.now, view.zone),
        urgency=urgency_of(row, view.now),
        **_who_and_what(row),
        status=chip.status,
        status_text=chip.text,
        status_icon=chip.icon,
        next_step=next_step(row.cover, view.language),
    )


def decided_row(row: Row, view: View) -> WorklistRow:
    """The row of a decided case; its last revision is the signature: its date and actor are the signer's."""
    signed = row.at.astimezone(view.zone)
    chip = _outcome_chip(row.cover)
    return WorklistRow(
        id=row.case_id,
        left=show_date(signed.date()),
        due=show_time(signed),
        urgency=Urgency.NORMAL,
        **_who_and_what(row),
        status=chip.status,
        status_text=chip.text,
        status_icon=chip.icon,
        next_step=row.actor,
    )


def _who_and_what(row: Row) -> dict[str, str]:
    cover = row.cover
    family, given = _text(cover, "family_name"), _text(cover, "given_name")
    return {
        "family": family,
        "given": given if family or given else tr("Name not known"),
        "number": row.case_id,
        "request": request_words(cover),
        "request_note": _priority(cover),
        "also_find": "\n".join(_text(cover, name) for name in ("member_id", "prescriber", "title", "policy")),
    }


def request_words(cover: Cover) -> str:
    """What is asked for: ``Continuation, cycle 3``."""
    purposes = {
        Purpose.INITIAL.value: tr("Initial, cycle {0}"),
        Purpose.CONTINUATION.value: tr("Continuation, cycle {0}"),
    }
    words = purposes.get(_text(cover, "purpose"))
    return tr("Request not readable") if words is None else words.format(cover.get("cycle"))


def _priority(cover: Cover) -> str:
    words = {Priority.STANDARD.value: tr("Standard"), Priority.EXPEDITED.value: tr("Expedited")}
    return words.get(_text(cover, "priority"), "")


def chip_of(cover: Cover) -> Chip:
    """The chip of an open case."""
    state = CaseState(_text(cover, "state") or CaseState.NEW)
    if state is CaseState.READY and not _follows_criteria(cover):
        return Chip(Status.NOT_MET, tr("Ready to decide"), "circle-x")
    return {
        CaseState.NEW: Chip(Status.NEUTRAL, tr("New"), "inbox"),
        CaseState.IN_REVIEW: Chip(Status.INFO, tr("In review"), "pencil"),
        CaseState.NEEDS_DOCUMENTS: Chip(Status.OPEN, tr("Needs documents"), "file-question-mark"),
        CaseState.WITH_PHYSICIAN: Chip(Status.NOT_MET, tr("With physician"), "stethoscope"),
        CaseState.READY: Chip(Status.MET, tr("Ready to decide"), "circle-check"),
        CaseState.DECIDED: _outcome_chip(cover),
    }[state]


def _outcome_chip(cover: Cover) -> Chip:
    return {
        Outcome.APPROVE.value: Chip(Status.MET, tr("Approved"), "circle-check"),
        Outcome.APPROVE_IN_PART.value: Chip(Status.NOT_MET, tr("Approved in part"), "circle-check"),
        Outcome.DENY.value: Chip(Status.NOT_MET, tr("Denied"), "circle-x"),
    }.get(_text(cover, "outcome"), Chip(Status.NEUTRAL, tr("Decided"), "archive"))


def next_step(cover: Cover, language: str) -> str:
    """The next step of an open case, in words."""
    state = _text(cover, "state")
    if state == CaseState.WITH_PHYSICIAN:
        physician = _text(cover, "taken_by")
        return tr("{0} decides").format(physician) if physician else tr("A physician decides")
    if state == CaseState.READY:
        return tr("Check and decide") if _follows_criteria(cover) else tr("A physician decides")
    if state in {"", CaseState.NEW}:
        return tr("Start review")
    return _what_is_open(cover, language)


def _follows_criteria(cover: Cover) -> bool:
    """Whether a reviewer may sign what is recommended."""
    return cover.get("recommendation") == Recommendation.APPROVE.value


def _what_is_open(cover: Cover, language: str) -> str:
    questions = _text(cover, "open_questions").split()
    documents = _text(cover, "missing_documents").split()
    parts = []
    if len(documents) == 1 and not questions:
        return tr("1 document: {0}").format(_short(cover, documents[0], language))
    if documents:
        parts.append(_counted(len(documents), tr("1 document"), tr("{0} documents")))
    if questions:
        parts.append(_counted(len(questions), tr("1 question open"), tr("{0} questions open")))
    problems = cover.get("problems")
    if not parts and isinstance(problems, int) and problems:
        return _counted(problems, tr("1 field of the request"), tr("{0} fields of the request"))
    # Met, answered and complete, and yet nothing to authorize: only the dose's measures can be missing.
    return ", ".join(parts) or tr("Height and weight")


def _short(cover: Cover, question: str, language: str) -> str:
    """A question in a few words; its id where the policy is not installed here any more."""
    policy = installed_policies().get(_text(cover, "policy"))
    return policy.questions[question].short[language] if policy and question in policy.questions else question


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count)


def _text(cover: Cover, name: str) -> str:
    value = cover.get(name)
    return value if isinstance(value, str) else ""
