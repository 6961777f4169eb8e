"""From the casebook's columns to the rows of the lists: due, member, request, where it stands, what next.

Pure functions of a row, the time and the language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from app.case import CaseState
from app.casebook import VERSIONS, Row, Scalar
from app.policy_file import installed_policies
from app.review import Recommendation
from ui import clock
from ui.kit.banner import Urgency
from ui.kit.dates import show_date, show_time
from ui.kit.worklist_table import WorklistRow
from ui.worklist.chips import Chip, words_in
from ui.worklist.words import tr

Cover = Mapping[str, Scalar]

_ALSO_FOUND_BY = ("member_id", "prescriber", "title", "policy")


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
    left = tr("Clock not known") if due is None else clock.time_left(due, view.now)
    moment = tr("receipt is missing") if due is None else clock.moment(due, view.now, view.zone)
    return _row(
        row,
        view.language,
        (left, moment, urgency_of(row, view.now)),
        chip_of(row.cover, view.language),
        next_step(row.cover, view.language),
    )


def decided_row(row: Row, language: str, zone: tzinfo | None = None) -> WorklistRow:
    """The row of a decided case; its last revision is the signature: its date and actor are the signer's."""
    elsewhere = _text(row.cover, "origin_at")
    signed = (datetime.fromisoformat(elsewhere) if elsewhere else row.at).astimezone(zone)
    at = (show_date(signed.date()), show_time(signed), Urgency.NORMAL)
    return _row(row, language, at, outcome_chip(row.cover, language), row.actor)


def _row(row: Row, language: str, at: tuple[str, str, Urgency], chip: Chip, last: str) -> WorklistRow:
    cover, words = row.cover, words_in(language)
    family, given = _text(cover, "family_name"), _text(cover, "given_name")
    purpose = words.purposes.get(_text(cover, "purpose"), tr("Request not readable"))
    return WorklistRow(
        row.case_id,
        *at,
        family=family,
        given=given if family or given else tr("Name not known"),
        number=row.case_id,
        request=purpose.format(cover.get("cycle")),
        request_note=words.priorities.get(_text(cover, "priority"), ""),
        status=chip.status,
        status_text=chip.text,
        status_icon=chip.icon,
        next_step=last,
        also_find="\n".join([_text(cover, name) for name in _ALSO_FOUND_BY]),
    )


def chip_of(cover: Cover, language: str) -> Chip:
    """The chip of an open case."""
    words = words_in(language)
    if cover.get(VERSIONS):
        return words.forked
    state = _text(cover, "state") or CaseState.NEW.value
    if state == CaseState.READY and not _follows_criteria(cover):
        return words.for_physician
    return words.states[state]


def outcome_chip(cover: Cover, language: str) -> Chip:
    """The chip of a decided case."""
    words = words_in(language)
    return words.outcomes.get(_text(cover, "outcome"), words.decided)


def next_step(cover: Cover, language: str) -> str:
    """The next step of an open case, in words."""
    if cover.get(VERSIONS):
        return tr("Choose which version stands")
    state = _text(cover, "state")
    if state == CaseState.WITH_PHYSICIAN:
        physician = _text(cover, "taken_by")
        return tr("{0} decides").format(physician) if physician else tr("A physician reviewer decides")
    if state == CaseState.READY:
        return tr("Check and decide") if _follows_criteria(cover) else tr("A physician reviewer decides")
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
