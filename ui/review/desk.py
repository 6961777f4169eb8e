"""The open case as Qt sees it: one signal for every change, and one door for what goes wrong."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.amendment import why_not_signed
from app.attachments import FileType, Spot
from app.case import CaseRecord, Judgment
from app.case_notes import LetterNote
from app.casebook import EventKind, StaleSave
from app.casebook.attachments import Content
from app.copy_set import CopyOf
from app.course import Course, course_of
from app.desk import OpenCase
from app.errors import DictamenError
from app.facts import EvidenceKind, Value
from app.policy import Policy
from app.route import Page
from app.signed_letters import SignedCopy
from app.text import LANGUAGES
from ui.language import error_words
from ui.review.draft import Draft, LetterWish
from ui.session import Session

if TYPE_CHECKING:
    from reports.issue import IssuedLetter


class CaseDesk(QObject):
    """What the pages of a review read and call. No page touches the casebook itself.

    Attributes:
        draft: what the person is about to decide; the decision writes it, the letter's preview reads it.

    Signals:
        changed: something was saved, undone or reloaded; pages read ``judgment`` and ``record`` anew.
        failed(str): something could not be done; the sentence for the bar under the banner.
        page_asked(str): a page of the review should be shown (a ``Page`` value).
        question_asked(str): the card of this question should be shown and take the focus.
        case_asked(object): another case (an ``OpenCase``) should be shown in the place of this one.
        attachment_asked(str, object): an attached file should be shown, at this page from 1, or None.
        closed: the reviewer wants the worklist.
    """

    changed = Signal()
    failed = Signal(str)
    page_asked = Signal(str)
    question_asked = Signal(str)
    case_asked = Signal(object)
    attachment_asked = Signal(str, object)
    closed = Signal()

    def __init__(self, session: Session, case: OpenCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.case = case
        self.draft = Draft()
        self._signed_case = case.record.case
        self._course: tuple[CaseRecord, int, Course] | None = None

    @property
    def record(self) -> CaseRecord:
        """The case as last saved, and what people did about it."""
        return self.case.record

    @property
    def judgment(self) -> Judgment:
        """What can be said of it now."""
        return self.case.judgment

    @property
    def policy(self) -> Policy:
        """Its policy."""
        return self.case.judgment.policy

    @property
    def course(self) -> Course:
        """What the casebook knows of the member's other cases; looked up again after any save by anyone."""
        casebook, record = self.session.casebook, self.record
        version = casebook.data_version
        if self._course is None or self._course[0] is not record or self._course[1] != version:
            found = course_of(casebook, record, self.judgment, self.case.case_id)
            self._course = record, version, found
        return self._course[2]

    @property
    def language(self) -> str:
        """The language of the screen."""
        return self.session.language

    def set(self, path: str, value: object) -> bool:
        """Save a value as it was typed; None takes it away. Says whether it was saved."""
        return self._do(lambda: self.case.set(path, value))

    def answer(self, question: str, value: Value | None) -> bool:
        """Save the answer to a question; None takes it away."""
        return self._do(lambda: self.case.answer(question, value))

    def tick(self, question: str, evidence_id: str, shown: bool) -> bool:
        """Save whether a document shows the answer to a question."""
        return self._do(lambda: self.case.tick(question, evidence_id, shown))

    def add_evidence(
        self, kind: EvidenceKind, title: str, dated: str | None, shows: str | None = None
    ) -> bool:
        """Name one more document, perhaps as showing the answer to a question."""
        return self._do(lambda: self.case.add_evidence(kind, title, dated, shows))

    def remove_evidence(self, evidence_id: str) -> bool:
        """Take a document off the list and off every answer."""
        return self._do(lambda: self.case.remove_evidence(evidence_id))

    def attach(self, content: Content, name: str, kind: FileType) -> bool:
        """Attach a content that the casebook has sealed."""
        return self._do(lambda: self.case.files.attach(content, name, kind))

    def detach(self, attachment: str) -> bool:
        """Take an attached file off the case."""
        return self._do(lambda: self.case.files.detach(attachment))

    def locate(self, evidence_id: str, spot: Spot | None) -> bool:
        """Say in which attached file a document lies."""
        return self._do(lambda: self.case.files.locate(evidence_id, spot))

    def show_attachment(self, attachment: str, page: int | None = None) -> None:
        """Ask for an attached file to be shown."""
        self.attachment_asked.emit(attachment, page)

    def acknowledge(self, note: str, seen: bool) -> bool:
        """Save whether the person has seen an advisory, or a notice of the course."""
        return self._do(lambda: self.case.acknowledge(note, seen))

    def undo(self) -> None:
        """Take the last change of this sitting back."""
        self._do(self.case.undo)

    def redo(self) -> None:
        """Make the change again."""
        self._do(self.case.redo)

    def refer(self, note: str) -> bool:
        """Hand the case over to a physician."""
        return self._do(lambda: self.case.refer(note))

    def take_over(self) -> bool:
        """Take a referred case over."""
        return self._do(self.case.take_over)

    def give_back(self) -> bool:
        """Leave it to another physician."""
        return self._do(self.case.give_back)

    def send_back(self, question: str) -> bool:
        """Return it to the reviewer with a question."""
        return self._do(lambda: self.case.send_back(question))

    @property
    def member_language(self) -> str:
        """The language that the member's letters are written in."""
        member = self.record.case.get("member")
        language = member.get("language") if isinstance(member, dict) else None
        return language if language in LANGUAGES else self.language

    def preview_job(self, wish: LetterWish, seen: CopyOf | None = None) -> Callable[[], bytes]:
        """Work that makes an unsigned copy, every page marked as a preview; it needs no casebook.

        Without ``seen`` it is the letter itself.

        The work raises a DictamenError where this letter cannot be made.
        """
        document, person, at = self._document(), self.session.person, self.session.now()

        def make() -> bytes:
            from reports.issue import preview  # noqa: PLC0415  # reportlab would slow every start

            return preview(
                document,
                wish.outcome,
                person,
                reason=wish.reason,
                language=seen.language if seen else wish.language,
                large_print=wish.large_print,
                copy=seen.copy if seen else None,
                at=at,
            )

        return make

    def signing_job(self, wish: LetterWish, passphrase: str) -> Callable[[], "IssuedLetter"]:
        """Work that signs the letter and its copies with the person's own identity; ``keep`` then saves them.

        The work only reads the casebook, on its thread's own connection. It raises a DictamenError where the
        passphrase is wrong or the person may not decide this.

        Raises:
            DictamenError: nothing can be changed here, or an amendment does not fit what it amends.
        """
        refusal = self.case.why_read_only or why_not_signed(self.session.casebook, self.case)
        if refusal:
            raise DictamenError(refusal)
        document, casebook, at = self._document(), self.session.casebook, self.session.now()
        witness = self.case.witness
        self._signed_case = self.record.case

        def sign() -> "IssuedLetter":
            from reports.issue import issue  # noqa: PLC0415  # pyHanko would slow every start

            return issue(
                document,
                wish.outcome,
                casebook.identity(passphrase),
                reason=wish.reason,
                language=wish.language,
                large_print=wish.large_print,
                waive=wish.waive,
                at=at,
                witness=witness,
                with_copies=True,
            )

        return sign

    def keep(self, issued: "IssuedLetter", language: str) -> bool:
        """Keep a signed letter, its copies and what it decided, for good. Says whether it was saved."""
        if self.record.case is not self._signed_case:
            self.failed.emit(
                "The case was changed while it was signed. That letter was not kept; sign again."
            )
            return False
        copies = [SignedCopy(one.record.edition.copy, one.record.language, one.pdf) for one in issued.copies]
        return self._do(
            lambda: self.case.keep_letter(
                issued.determination,
                issued.letter_number,
                language,
                issued.pdf,
                issued.record.edition.copy,
                copies,
            )
        )

    def letter(self, note: LetterNote) -> bytes:
        """The signed file of a letter, byte for byte."""
        return self.case.letter(note)

    def record_letter(self, kind: EventKind, number: str) -> None:
        """Record what is about to be done with a signed letter.

        Raises:
            DictamenError: it cannot be recorded, and so must not be done.
        """
        self.session.casebook.record(kind, case_id=self.case.case_id, letter=number)

    def record_not_done(self, kind: EventKind, number: str) -> None:
        """Record that what was recorded before could not be done after all."""
        with suppress(DictamenError):
            self.session.casebook.record(
                EventKind.NOT_DONE, case_id=self.case.case_id, letter=number, of=kind.value
            )

    def show_page(self, page: Page) -> None:
        """Ask for a page of the review."""
        self.page_asked.emit(page.value)

    def show_question(self, question: str) -> None:
        """Ask for the card of a question."""
        self.question_asked.emit(question)

    def open_other(self, make: Callable[[], OpenCase]) -> None:
        """Ask for another case to be shown; what keeps it from being made is said."""
        try:
            case = make()
        except DictamenError as error:
            self.failed.emit(error_words(error))
            return
        self.case_asked.emit(case)

    def _document(self) -> dict[str, object]:
        return {**self.record.case, "case_id": self.case.case_id}

    def _do(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except StaleSave as error:
            # somebody else saved meanwhile: show theirs, say so, lose nothing silently
            self.case.reload()
            self.changed.emit()
            self.failed.emit(f"{error} What you see now is their version; your last change was not saved.")
            return False
        except DictamenError as error:
            self.failed.emit(error_words(error))
            return False
        self.failed.emit("")
        self.changed.emit()
        return True
