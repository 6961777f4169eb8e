"""Signing a letter that takes the place of another: asks for the passphrase, signs, keeps."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DictamenError
from app.signed_again import keep_in_place_of
from app.signed_letters import SignedCopy
from ui.kit.boxes import Column, at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.text_fields import PassphraseField
from ui.language import error_words
from ui.review.choice_words import signing_problem
from ui.review.desk import CaseDesk
from ui.review.words import tr
from ui.review.work import Work

if TYPE_CHECKING:
    from reports.issue import IssuedLetter

MakeJob = Callable[[str], Callable[[], object]]
"""The work that signs with a passphrase."""


class SignAgain(QWidget):
    """The passphrase and the button ``NAME/sign``; whoever owns it answers ``asked`` with ``sign``.

    Signals:
        asked: a person wants to sign.
        replaced(str): the letter of this number was signed and kept.
        refused(str): nothing was signed or kept; the sentence, where it does not concern the passphrase.
    """

    asked = Signal()
    replaced = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: CaseDesk, name: str, words: str) -> None:
        super().__init__()
        self._desk = desk
        self._work: Work | None = None
        self._number = ""
        self._corrections: Mapping[str, str] = {}
        self._passphrase = PassphraseField(
            f"{name}/passphrase",
            tr("Your passphrase"),
            tr("It opens your signing key for this one letter."),
            required=tr("Type your passphrase to sign."),
        )
        button = SecondaryButton(words, f"{name}/sign", icon="signature")
        column = Column(self, gap=8)
        column.addWidget(self._passphrase)
        column.addLayout(at_left(button))
        button.clicked.connect(self._ask)
        self._passphrase.line.returnPressed.connect(self._ask)

    def is_ready(self) -> bool:
        """Whether a passphrase was typed; says so at the field where none was."""
        return not self._passphrase.reveal()

    def forget(self) -> None:
        """Forget the passphrase that was typed."""
        self._passphrase.set_value(None)

    def sign(self, number: str, make: MakeJob, corrections: Mapping[str, str] | None = None) -> None:
        """Sign off the screen's thread, and keep what was signed.

        Args:
            number: of the letter whose place is taken.
            make: gives the work; it may refuse with a ``DictamenError``.
            corrections: what is put right in the case as well.
        """
        try:
            job = make(self._passphrase.value() or "")
        except DictamenError as error:
            self.refused.emit(error_words(error))
            return
        self.refused.emit("")
        self._number, self._corrections = number, corrections or {}
        self._work = Work(job)
        self._work.done.connect(self._keep)
        self._work.failed.connect(self._not_signed)
        self._work.start()

    def _ask(self) -> None:
        if self._work is None:
            self.asked.emit()

    def _keep(self, issued: object) -> None:
        self._work = None
        self.forget()
        made, desk = cast("IssuedLetter", issued), self._desk
        copies = [
            SignedCopy(one.record.edition.copy.value, one.record.language, one.pdf)
            for one in (*made.copies, made)
        ]
        try:
            keep_in_place_of(
                desk.session.casebook,
                desk.case.case_id,
                self._number,
                made.determination,
                made.letter_number,
                copies,
                self._corrections,
            )
        except DictamenError as error:
            self.refused.emit(error_words(error))
            return
        desk.case.reload()
        self.replaced.emit(made.letter_number)
        desk.changed.emit()

    def _not_signed(self, error: DictamenError) -> None:
        self._work = None
        self._passphrase.set_error(signing_problem(error))
        self._passphrase.line.selectAll()
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
