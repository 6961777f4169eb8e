"""A case as it is kept: the case file, perhaps still incomplete, with what was done about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from app.acknowledgement import Acknowledgement, acknowledgements_from
from app.attachments import Attachment, Spot, attachments_from, spots_from
from app.authorization import decision_due
from app.case_data import CaseFile
from app.case_file import FORMAT as CASE_FORMAT
from app.case_file import answers_of, parse_case, policy_of, problems_of, request_of
from app.case_notes import LetterNote, Referral
from app.course_columns import course_columns
from app.errors import InvalidInput
from app.evaluation import Finding, evaluate, facts_of
from app.facts import Answer
from app.fields import Document
from app.logic import UNKNOWN
from app.openings import Openings, openings
from app.plan import plan
from app.policy import Policy
from app.request import AuthorizationRequest
from app.review import Recommendation, Review, review

FORMAT = "dictamen.record/1"
KIND = "case"


class CaseState(StrEnum):
    """Where a case stands."""

    NEW = "new"
    IN_REVIEW = "in_review"
    NEEDS_DOCUMENTS = "needs_documents"
    WITH_PHYSICIAN = "with_physician"
    READY = "ready"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """The case file as far as it is known, and what people did about it.

    Attributes:
        case: a ``dictamen.case/1`` document that may still lack fields or hold what cannot be used yet.
        referral: the hand-over that stands, if any.
        question: what a physician asked when sending the case back.
        letters: the letters signed so far, oldest first; the last one may be the determination.
        acknowledged: the advisories and notices of the course that somebody has marked as seen.
        attachments: the files of the case, also those that were taken off it.
        spots: by the id of a document, the file that it lies in.
    """

    case: Document
    referral: Referral | None = None
    question: str | None = None
    letters: tuple[LetterNote, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    spots: Mapping[str, Spot] = field(default_factory=dict)

    @property
    def decision(self) -> LetterNote | None:
        """The letter that decided the case; a request for information leaves it open."""
        return next((letter for letter in reversed(self.letters) if letter.outcome != "pend"), None)

    def to_document(self) -> dict[str, object]:
        """The record as JSON values."""
        return {
            "kind": KIND,
            "format": FORMAT,
            "case": dict(self.case),
            "referral": None if self.referral is None else self.referral.to_document(),
            "question": self.question,
            "letters": [letter.to_document() for letter in self.letters],
            "acknowledged": [seen.to_document() for seen in self.acknowledged],
            "attachments": [attachment.to_document() for attachment in self.attachments],
            "spots": {name: spot.to_document() for name, spot in self.spots.items()},
        }


def record_from(document: Document) -> CaseRecord:
    """A record from its document.

    Raises:
        InvalidInput: this is no record of a case.
    """
    case = document.get("case")
    if document.get("format") != FORMAT or not isinstance(case, dict):
        raise InvalidInput("format", f"is not {FORMAT}; this version cannot read the document")
    referral = document.get("referral")
    letters = document.get("letters")
    question = document.get("question")
    return CaseRecord(
        case=case,
        referral=Referral.from_document(referral) if isinstance(referral, dict) else None,
        question=question if isinstance(question, str) else None,
        letters=tuple(LetterNote.from_document(item) for item in letters)
        if isinstance(letters, list)
        else (),
        acknowledged=acknowledgements_from(document.get("acknowledged")),
        attachments=attachments_from(document.get("attachments")),
        spots=spots_from(document.get("spots")),
    )


def new_case(policy: Policy, received_at: datetime, line_of_business: str) -> CaseRecord:
    """An empty case that came in now."""
    return CaseRecord(
        {
            "format": CASE_FORMAT,
            "policy": policy.number,
            "request": {
                "purpose": "initial",
                "priority": "standard",
                "received_at": received_at.isoformat(timespec="seconds"),
                "line_of_business": line_of_business,
                "cycle": 1,
                "cycles_requested": 1,
                "hcpcs": policy.drug.hcpcs,
                "icd10": [],
            },
            "member": {"language": "es"},
            "prescriber": {},
            "evidence": [],
            "answers": {},
        }
    )


# ---------------------------------------------------------------- judging what may be incomplete


@dataclass(frozen=True, slots=True)
class Judgment:
    """What can be said of a case at this moment.

    Attributes:
        problems: the fields that keep it from being a complete case file.
        review: the whole review; None while there are problems.
        finding: on the criteria, as far as they are answered; there even while fields are missing.
        due: when the decision is due; None until receipt, priority and line of business are known.
    """

    policy: Policy
    request: AuthorizationRequest
    problems: tuple[InvalidInput, ...]
    review: Review | None
    finding: Finding
    openings: Openings
    answers: Mapping[str, Answer]
    due: datetime | None = field(default=None)

    @property
    def case(self) -> CaseFile | None:
        """The complete case file, once it is one."""
        return self.review.case if self.review else None


def judge(case: Document, policy: Policy | None = None) -> Judgment:
    """Judge a case that may still be incomplete.

    Args:
        case: a ``dictamen.case/1`` document, or the beginnings of one.
        policy: judge it under this file, whenever it was received; None: the installed file in force then.

    Raises:
        InvalidInput: not even its policy is known.
    """
    problems = tuple(problems_of(case, policy))
    if policy is None:
        policy = policy_of(case)
    if not problems:
        full = review(parse_case(case, policy))
        return Judgment(
            policy, full.case.request, (), full, full.finding, full.openings, full.case.answers, full.due
        )
    request = request_of(case, policy)
    answers = answers_of(case, policy)
    facts = facts_of(policy, answers, request.cycle)
    finding = evaluate(policy.sections[request.purpose].root, facts)
    lacking = Openings()
    if finding.status is UNKNOWN:
        lacking = openings(policy, request.purpose, request.cycle, answers)
    due = None if _clock_is_open(problems) else decision_due(plan(policy.plan), request)
    return Judgment(policy, request, problems, None, finding, lacking, answers, due)


_CLOCK_FIELDS = frozenset(("request.received_at", "request.priority", "request.line_of_business", "request"))


def _clock_is_open(problems: tuple[InvalidInput, ...]) -> bool:
    return any(problem.field in _CLOCK_FIELDS for problem in problems)


def state_of(record: CaseRecord, judgment: Judgment) -> CaseState:
    """Where a case stands, from what was done and what is known."""
    if record.decision is not None:
        return CaseState.DECIDED
    if record.referral is not None:
        return CaseState.WITH_PHYSICIAN
    if not judgment.answers:
        return CaseState.NEW
    full = judgment.review
    if full is not None and full.recommendation is not Recommendation.PEND:
        return CaseState.READY
    asked = any(letter.outcome == "pend" for letter in record.letters)
    return CaseState.NEEDS_DOCUMENTS if asked or judgment.openings.documents else CaseState.IN_REVIEW


# ---------------------------------------------------------------- the worklist's columns


def cover_of(document: Mapping[str, object]) -> dict[str, str | int | float | bool | None]:
    """The worklist's columns of a document; never fails, whatever the document lacks."""
    if document.get("kind", KIND) != KIND:
        return {"kind": str(document["kind"]), **_letter_columns(document)}
    try:
        record = record_from(document)
        judgment = judge(record.case)
    except InvalidInput:
        return {"kind": KIND, "state": CaseState.NEW.value}
    return {
        "kind": KIND,
        **_member_columns(record.case),
        **_review_columns(record, judgment),
        **course_columns(record, judgment),
    }


def _letter_columns(document: Mapping[str, object]) -> dict[str, str]:
    """By which a signed letter is found without opening it: its number, case, date, whose copy it is."""
    number, case_id = document.get("number"), document.get("case_id")
    if isinstance(number, str) and isinstance(case_id, str):
        more = {name: _text(document.get(name)) for name in ("day", "copy", "language")}
        return {"number": number, "about": case_id, **{name: text for name, text in more.items() if text}}
    return {}


def _member_columns(case: Document) -> dict[str, str | None]:
    member = case.get("member")
    prescriber = case.get("prescriber")
    names = member if isinstance(member, dict) else {}
    return {
        "family_name": _text(names.get("family_name")),
        "given_name": _text(names.get("given_name")),
        "member_id": _text(names.get("member_id")),
        "prescriber": _text(prescriber.get("name")) if isinstance(prescriber, dict) else "",
        "title": _text(case.get("title")),
    }


def _review_columns(record: CaseRecord, judgment: Judgment) -> dict[str, str | int | None]:
    recommendation = judgment.review.recommendation.value if judgment.review else None
    decision = record.decision
    return {
        "policy": judgment.policy.number,
        "purpose": judgment.request.purpose.value,
        "cycle": judgment.request.cycle,
        "priority": judgment.request.priority.value,
        "received_at": None if judgment.due is None else judgment.request.received_at.isoformat(),
        "due": None if judgment.due is None else judgment.due.isoformat(),
        "due_utc": None if judgment.due is None else judgment.due.astimezone(UTC).isoformat(),
        "state": state_of(record, judgment).value,
        "status": judgment.finding.status.word,
        "recommendation": recommendation,
        "open_questions": " ".join(judgment.openings.questions),
        "missing_documents": " ".join(judgment.openings.documents),
        "problems": len(judgment.problems),
        "taken_by": record.referral.taken_by if record.referral else None,
        "outcome": decision.outcome if decision else None,
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
