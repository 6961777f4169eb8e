"""A case on the reviewer's desk: every change is judged and saved at once, and can be taken back."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from app.acknowledgement import Acknowledgement
from app.case import CaseRecord, CaseState, Judgment, judge, record_from, state_of
from app.case_files import CaseFiles
from app.case_json import storable
from app.case_notes import LetterNote, Referral
from app.casebook import VERSIONS, Casebook, Change, EventKind, NoSuchCase, Saved, Stored
from app.determination import Determination
from app.errors import DictamenError
from app.facts import EvidenceKind, Value
from app.fields import Document
from app.people import Role
from app.signed_letters import SignedCopy, kept_letter


def open_case(casebook: Casebook, case_id: str) -> "OpenCase":
    """The newest revision of a case; that it was looked at is recorded, once a sitting.

    Raises:
        DictamenError: there is no such case, or it cannot be read.
    """
    stored = casebook.get(case_id)
    casebook.events.note(EventKind.CASE_OPENED, stored.case_id)
    return OpenCase(casebook, record_from(stored.document), stored)


def add_case(casebook: Casebook, case: Document, action: str = "added") -> Saved:
    """Keep a complete case file, as a new case or as the next revision of the case it names.

    Raises:
        DictamenError: the case is decided already, or cannot be saved.
    """
    document = storable(case)
    case_id = document.get("case_id")
    stored = _stored(casebook, case_id) if isinstance(case_id, str) else None
    if stored is None:
        name = case_id if isinstance(case_id, str) else None
        return casebook.save(CaseRecord(document).to_document(), name, 0, action)
    record = record_from(stored.document)
    if record.decision is not None:
        raise DictamenError(f"case {case_id} is decided; a decided case is never overwritten")
    return casebook.save(replace(record, case=document).to_document(), stored.case_id, stored.rev, action)


def _stored(casebook: Casebook, case_id: str) -> Stored | None:
    try:
        return casebook.get(case_id)
    except NoSuchCase:
        return None


class OpenCase:
    """One case being worked on, by the person who unlocked the casebook.

    Attributes:
        record: the case as last saved.
        judgment: what can be said of it now.
        case_id: its id; empty until the first save of a new case.
        saved_at: when it was last saved; None for a new case.
        files: the files attached to it.
    """

    def __init__(
        self,
        casebook: Casebook,
        record: CaseRecord,
        stored: Stored | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._casebook = casebook
        self._clock = clock
        self.record = record
        self.judgment: Judgment = judge(record.case)
        self.case_id = stored.case_id if stored else ""
        self.saved_at: datetime | None = stored.at if stored else None
        self._rev = stored.rev if stored else 0
        self.witness: tuple[int, str] | None = (stored.seq, stored.link) if stored else None
        self._undo: list[CaseRecord] = []
        self._redo: list[CaseRecord] = []
        self._versions = stored.cover.get(VERSIONS) if stored else None
        self.files = CaseFiles(casebook, self, clock)

    @property
    def state(self) -> CaseState:
        """Where the case stands."""
        return state_of(self.record, self.judgment)

    @property
    def why_read_only(self) -> str | None:
        """Why nothing can be changed here, or None."""
        if self.record.decision is not None:
            return "This case is decided. A signed decision is never overwritten."
        if self._versions:
            return "Two sites changed this case. Settle first which version stands."
        person = self._casebook.person
        if not person.role.may_write:
            return "Quality assurance reads cases and does not change them."
        referral = self.record.referral
        if referral is not None and referral.taken_by not in {None, person.name}:
            return f"{referral.taken_by} has taken this case over."
        return None

    # ------------------------------------------------------------ changes

    def set(self, path: str, value: object) -> None:
        """Put a value at a path such as ``request.start_date``; None takes it away.

        A value that cannot be used yet is kept as it was typed and shows among the judgment's problems.
        """
        self._change_case(_with(self.record.case, tuple(path.split(".")), value), f"changed {path}")

    def answer(self, question: str, value: Value | None) -> None:
        """Answer a question; None takes the answer away. Its documents stay ticked."""
        given = self._answers().get(question)
        if value is None:
            self.set(f"answers.{question}", None)
            return
        evidence = given.get("evidence", []) if isinstance(given, dict) else []
        self._change_case(
            _with(self.record.case, ("answers", question), {"value": value, "evidence": evidence}),
            f"answered {question}",
        )

    def tick(self, question: str, evidence_id: str, shown: bool) -> None:
        """Say whether a document shows the answer to a question."""
        given = self._answers().get(question)
        if not isinstance(given, dict):
            raise DictamenError("Answer the question first; then say which document shows it.")
        named = [item for item in given.get("evidence", []) if item != evidence_id]
        evidence = [*named, evidence_id] if shown else named
        self._change_case(
            _with(self.record.case, ("answers", question), {**given, "evidence": evidence}),
            f"documents of {question}",
        )

    def add_evidence(
        self, kind: EvidenceKind, title: str, dated: str | None, shows: str | None = None
    ) -> str:
        """Name one more document, perhaps as showing the answer to a question; gives its id."""
        listed = self._evidence()
        taken = {item.get("id") for item in listed if isinstance(item, dict)}
        name = next(f"E{number}" for number in range(1, len(listed) + 2) if f"E{number}" not in taken)
        item = {"id": name, "kind": kind.value, "title": title, **({"dated": dated} if dated else {})}
        case = _with(self.record.case, ("evidence",), [*listed, item])
        given = self._answers().get(shows) if shows else None
        if shows and isinstance(given, dict):
            evidence = [*given.get("evidence", []), name]
            case = _with(case, ("answers", shows), {**given, "evidence": evidence})
        self._change_case(case, "added a document")
        return name

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a document off the list, and off every answer that it was to show."""
        kept = [
            item
            for item in self._evidence()
            if not (isinstance(item, dict) and item.get("id") == evidence_id)
        ]
        case = _with(self.record.case, ("evidence",), kept)
        for question, given in self._answers().items():
            if isinstance(given, dict) and evidence_id in given.get("evidence", []):
                evidence = [item for item in given["evidence"] if item != evidence_id]
                case = _with(case, ("answers", question), {**given, "evidence": evidence})
        record = replace(self.record, case=case)
        spots = {name: spot for name, spot in record.spots.items() if name != evidence_id}
        self.change(replace(record, spots=spots), "removed a document")

    def acknowledge(self, advisory: str, seen: bool) -> None:
        """Keep that the person has seen an advisory, by its code, or a notice, by its key; or not."""
        others = tuple(item for item in self.record.acknowledged if item.code != advisory)
        mark = Acknowledgement(advisory, self._casebook.person.name, self._clock())
        action = "marked a note as seen" if seen else "marked a note as not seen"
        self._keep(replace(self.record, acknowledged=(*others, mark) if seen else others), action)

    def change(self, record: CaseRecord, action: str) -> None:
        """Save another case file, attachments or spots of documents, so that it can be undone."""
        if record == self.record:
            return
        before = self.record
        self._keep(record, action)
        self._undo.append(before)
        self._redo.clear()

    def undo(self) -> bool:
        """Take the last change of this sitting back; False when there is none."""
        return self._step(self._undo, self._redo, "undid a change")

    def redo(self) -> bool:
        """Make a change again that was taken back; False when there is none."""
        return self._step(self._redo, self._undo, "redid a change")

    # ------------------------------------------------------------ hand-over and decision

    def refer(self, note: str) -> None:
        """Hand the case over to a physician."""
        if not note.strip():
            raise DictamenError(
                "Write a note for the physician reviewer: what is not met, and what was asked."
            )
        person = self._casebook.person
        referral = Referral(person.name, self._clock(), note.strip())
        self._keep(replace(self.record, referral=referral, question=None), "referred to a physician reviewer")

    def take_over(self) -> None:
        """Take a referred case over; the first physician wins."""
        referral = self.record.referral
        if referral is None or self._casebook.person.role is not Role.PHYSICIAN:
            raise DictamenError("Only a physician reviewer may take over a referred case.")
        if referral.taken_by is not None:
            raise DictamenError(f"{referral.taken_by} has taken this case over already.")
        taken = replace(referral, taken_by=self._casebook.person.name, taken_at=self._clock())
        self._keep(replace(self.record, referral=taken), "took the case over")

    def give_back(self) -> None:
        """Leave a case that was taken over to another physician."""
        referral = self.record.referral
        if referral is None or referral.taken_by != self._casebook.person.name:
            raise DictamenError("Only the physician reviewer who took the case over may give it back.")
        waiting = replace(referral, taken_by=None, taken_at=None)
        self._keep(replace(self.record, referral=waiting), "gave the case back")

    def send_back(self, question: str) -> None:
        """Return a referred case to the reviewer, with a question."""
        if not question.strip():
            raise DictamenError("Write the question for the reviewer.")
        self._keep(replace(self.record, referral=None, question=question.strip()), "returned with a question")

    def keep_letter(  # noqa: PLR0913 - each is a fact of the letter
        self,
        determination: Determination,
        number: str,
        language: str,
        pdf: bytes,
        copy: str = "",
        copies: Sequence[SignedCopy] = (),
    ) -> LetterNote:
        """Keep a signed letter and what it decided: all is durable on return, or nothing is kept.

        Args:
            determination: what was decided; its review must be of the case as it stands.
            number: the letter's number.
            language: the letter's language.
            pdf: the signed file, whole.
            copy: whose copy it is.
            copies: the further copies that were signed in the same act; they carry the same number.
        """
        case_id = self._own_id()
        kept = [
            kept_letter(determination, number, one, self._casebook.new_id(), case_id)
            for one in (*copies, SignedCopy(copy, language, pdf))
        ]
        *beside, itself = (note for note, _ in kept)
        note = replace(itself, copies=tuple(beside))
        record = replace(self.record, letters=(*self.record.letters, note))
        action = f"signed: {determination.outcome}"
        self._keep(record, action, case_id, *((change, "signed a letter") for _, change in kept))
        return note

    def letter(self, note: LetterNote) -> bytes:
        """The signed file of a letter, byte for byte."""
        return letter_bytes(self._casebook, note.letter_id)

    # ------------------------------------------------------------ keeping

    def reload(self) -> None:
        """Take what is saved now; for a case that somebody else changed meanwhile."""
        stored = self._casebook.get(self.case_id)
        self.record = record_from(stored.document)
        self.judgment = judge(self.record.case)
        self._rev, self.saved_at, self.witness = stored.rev, stored.at, (stored.seq, stored.link)
        self._versions = stored.cover.get(VERSIONS)
        self._undo.clear()
        self._redo.clear()

    def _answers(self) -> Mapping[str, object]:
        answers = self.record.case.get("answers")
        return answers if isinstance(answers, dict) else {}

    def _evidence(self) -> list[object]:
        evidence = self.record.case.get("evidence")
        return evidence if isinstance(evidence, list) else []

    def _change_case(self, case: Document, action: str) -> None:
        self.change(replace(self.record, case=case), action)

    def _step(self, source: list[CaseRecord], other: list[CaseRecord], action: str) -> bool:
        """Take case file and attachments from another record; what else was done about the case stays."""
        if not source:
            return False
        before, wanted = self.record, source[-1]
        record = replace(before, case=wanted.case, attachments=wanted.attachments, spots=wanted.spots)
        self._keep(record, action)
        source.pop()
        other.append(before)
        return True

    def _own_id(self) -> str:
        return self.case_id or self._casebook.new_id()

    def _keep(
        self, record: CaseRecord, action: str, case_id: str | None = None, *others: tuple[Change, str]
    ) -> None:
        """Save first, then show: what the screen says was saved, was saved; with others, all or nothing."""
        refusal = self.why_read_only
        if refusal:
            raise DictamenError(refusal)
        judgment = judge(record.case)
        change = Change(case_id or self._own_id(), record.to_document(), self._rev)
        *_, saved = self._casebook.save_together([*others, (change, action)])
        self.case_id, self._rev = saved.case_id, saved.rev
        self.witness = (saved.seq, saved.link)
        self.saved_at = self._clock()
        self.record, self.judgment = record, judgment


def letter_bytes(casebook: Casebook, letter_id: str) -> bytes:
    """A signed letter from the casebook, byte for byte."""
    return base64.b64decode(str(casebook.get(letter_id).document["pdf"]))


def _with(document: Document, path: tuple[str, ...], value: object) -> dict[str, object]:
    """A copy with one value changed; whatever is not on the path is shared with the original."""
    head, *rest = path
    inner = document.get(head)
    if rest:
        value = _with(inner if isinstance(inner, dict) else {}, tuple(rest), value)
    copy = dict(document)
    if value is None:
        copy.pop(head, None)
    else:
        copy[head] = value
    return copy
