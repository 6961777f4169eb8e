"""The open case as Qt sees it: one signal for every change, and one door for what goes wrong."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.case import CaseRecord, Judgment, LetterNote
from app.casebook import StaleSave
from app.desk import OpenCase
from app.determination import Outcome
from app.errors import DictamenError
from app.facts import EvidenceKind, Value
from app.policy import Policy
from app.route import Page
from ui.session import Session


class CaseDesk(QObject):
    """What the pages of a review read and call. No page touches the casebook itself.

    Signals:
        changed: something was saved, undone or reloaded; pages read ``judgment`` and ``record`` anew.
        failed(str): something could not be done; the sentence for the bar under the banner.
        page_asked(str): a page of the review should be shown (a ``Page`` value).
        question_asked(str): the card of this question should be shown and take the focus.
        closed: the reviewer wants the worklist.
    """

    changed = Signal()
    failed = Signal(str)
    page_asked = Signal(str)
    question_asked = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, case: OpenCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.case = case

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

    def preview(self, outcome: Outcome, reason: str | None, language: str, large_print: bool) -> bytes:
        """The unsigned letter of a decision, every page marked as a preview.

        Raises:
            DictamenError: why this letter cannot be made.
        """
        from reports.issue import preview  # noqa: PLC0415  # reportlab would slow every start

        return preview(
            self._document(),
            outcome,
            self.session.person,
            reason=reason,
            language=language,
            large_print=large_print,
            at=self.session.now(),
        )

    def sign(
        self, outcome: Outcome, reason: str | None, language: str, large_print: bool, passphrase: str
    ) -> LetterNote:
        """Decide: sign the letter with the person's own identity and keep both. This cannot be undone.

        Raises:
            DictamenError: the passphrase is wrong, the person may not decide this, or it was not saved.
        """
        from reports.issue import issue  # noqa: PLC0415  # pyHanko would slow every start

        if self.case.why_read_only:
            raise DictamenError(self.case.why_read_only)
        issued = issue(
            self._document(),
            outcome,
            self.session.casebook.identity(passphrase),
            reason=reason,
            language=language,
            large_print=large_print,
            at=self.session.now(),
        )
        note = self.case.keep_letter(issued.determination, issued.letter_number, issued.language, issued.pdf)
        self.changed.emit()
        return note

    def letter(self, note: LetterNote) -> bytes:
        """The signed file of a letter, byte for byte."""
        return self.case.letter(note)

    def show_page(self, page: Page) -> None:
        """Ask for a page of the review."""
        self.page_asked.emit(page.value)

    def show_question(self, question: str) -> None:
        """Ask for the card of a question."""
        self.question_asked.emit(question)

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
            self.failed.emit(str(error))
            return False
        self.failed.emit("")
        self.changed.emit()
        return True
