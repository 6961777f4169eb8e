"""Correcting a signed letter in which a name, address or number was written wrong; never the decision."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.correction import CORRECTABLE, LINES, written
from app.errors import DictamenError
from app.post import Post
from app.signed_again import keep_in_place_of
from app.signed_letters import SignedCopy
from ui.kit.boxes import Column, at_left
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.notices import Notice, NoticeBar
from ui.kit.printable import unprintable
from ui.kit.text import Hint, SectionTitle
from ui.kit.text_fields import AreaField, PassphraseField, TextField
from ui.language import error_words
from ui.review.choice_words import signing_problem
from ui.review.desk import CaseDesk
from ui.review.words import tr
from ui.review.work import Work

if TYPE_CHECKING:
    from reports.issue import IssuedLetter


class CorrectCard(Card):
    """Opens on demand; what is signed here takes the place of the letter in sight and names it.

    Signals:
        corrected(str): another letter, of this number, took the place of the one in sight.
    """

    corrected = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("letter/correct_card", gap=10)
        self._desk = desk
        self._number = ""
        self._work: Work | None = None
        self._corrections: dict[str, str] = {}
        self._open = SecondaryButton(tr("Correct this letter"), "letter/correct", icon="pencil")
        self._failure = NoticeBar("letter/correct_failure", Notice.FAILED, "")
        self._fields = {path: _field(path) for path in CORRECTABLE}
        self._passphrase = PassphraseField(
            "letter/correct/passphrase",
            tr("Your passphrase"),
            tr("It opens your signing key for this one letter."),
            required=tr("Type your passphrase to sign."),
        )
        self._form = self._make_form()
        self.column.addWidget(SectionTitle(tr("Something written wrong?")))
        self.column.addLayout(at_left(self._open))
        self.column.addWidget(self._form)
        self._open.clicked.connect(self._show_form)

    def show_letter(self, number: str) -> None:
        """Offer to correct a signed letter, where the person may and no other took its place."""
        if number != self._number:
            self._close()
        self._number = number
        self.setVisible(bool(number) and self._may())

    def _may(self) -> bool:
        if not self._desk.session.person.role.may_decide or not self._desk.session.person.role.may_write:
            return False
        try:
            return self._post().replaced_by(self._number) is None
        except DictamenError:
            return False

    def _post(self) -> Post:
        return Post(self._desk.session.casebook, self._desk.case.case_id)

    # ------------------------------------------------------------ the form

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = Column(form, gap=10)
        column.addWidget(
            Hint(
                tr(
                    "Put right what was written wrong. The decision stays as it is; the new letter names this"
                    " one and says what changed."
                )
            )
        )
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._failure)
        column.addWidget(self._passphrase)
        sign = SecondaryButton(tr("Sign the corrected letter"), "letter/correct/sign", icon="signature")
        leave = LinkButton(tr("Leave it as it is"), "letter/correct/leave")
        column.addLayout(at_left(sign))
        column.addLayout(at_left(leave))
        sign.clicked.connect(self._sign)
        leave.clicked.connect(self._leave)
        self._passphrase.line.returnPressed.connect(self._sign)
        self._failure.hide()
        form.hide()
        return form

    def _show_form(self) -> None:
        for path, text in written(self._desk.record.case).items():
            self._fields[path].set_value(text)
        self._passphrase.set_value(None)
        self._failure.show_text("")
        self._open.hide()
        self._form.show()
        self._fields[CORRECTABLE[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._passphrase.set_value(None)
        self._form.hide()
        self._open.show()

    def _leave(self) -> None:
        self._close()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> dict[str, str]:
        before = written(self._desk.record.case)
        typed = {path: field.value() or "" for path, field in self._fields.items()}
        return {path: text for path, text in typed.items() if text != before[path]}

    # ------------------------------------------------------------ signing

    def _sign(self) -> None:
        if self._work is not None:
            return
        self._corrections = self._changed()
        problems = [field.reveal() for field in (*self._fields.values(), self._passphrase)]
        if not self._corrections:
            self._failure.show_text(tr("Nothing is changed yet."))
            return
        if any(problems):
            return
        try:
            job = self._job(self._passphrase.value() or "")
        except DictamenError as error:
            self._failure.show_text(error_words(error))
            return
        self._failure.show_text("")
        self._work = Work(job)
        self._work.done.connect(self._keep)
        self._work.failed.connect(self._not_signed)
        self._work.start()

    def _job(self, passphrase: str) -> Callable[[], object]:
        desk, corrections = self._desk, dict(self._corrections)
        casebook, at, witness = desk.session.casebook, desk.session.now(), desk.case.witness
        pdf = desk.letter(self._post().notes(self._number)[-1])

        def sign() -> object:
            from reports.reissue import corrected  # noqa: PLC0415  # pyHanko would slow every start

            return corrected(pdf, corrections, casebook.identity(passphrase), at=at, witness=witness)

        return sign

    def _keep(self, issued: object) -> None:
        self._work = None
        made, desk = cast("IssuedLetter", issued), self._desk
        try:
            keep_in_place_of(
                desk.session.casebook,
                desk.case.case_id,
                self._number,
                made.determination,
                made.letter_number,
                [
                    SignedCopy(one.record.edition.copy.value, one.record.language, one.pdf)
                    for one in (*made.copies, made)
                ],
                self._corrections,
            )
        except DictamenError as error:
            self._failure.show_text(error_words(error))
            return
        self._close()
        desk.case.reload()
        self.corrected.emit(made.letter_number)
        desk.changed.emit()

    def _not_signed(self, error: DictamenError) -> None:
        self._work = None
        self._passphrase.set_error(signing_problem(error))
        self._passphrase.line.selectAll()
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)


def _field(path: str) -> TextField | AreaField:
    name, (label, required) = f"letter/correct/{path}", _words(path)
    if path == LINES:
        area = AreaField(name, label, tr("A line each, as on the envelope."), lines=4)
        area.add_check(lambda text: next(filter(None, map(unprintable, text.splitlines())), ""))
        return area
    field = TextField(name, label, required=required)
    field.add_check(unprintable)
    return field


def _words(path: str) -> tuple[str, str]:
    """The field's label, and what is said where it is empty; nothing where it may be."""
    return {
        "member.given_name": (tr("Member's first name"), tr("Enter the first name.")),
        "member.family_name": (tr("Member's last names"), tr("Enter the last names.")),
        "member.member_id": (tr("Member number"), tr("Enter the member number.")),
        LINES: (tr("Member's address"), ""),
        "prescriber.name": (tr("Prescriber's name"), tr("Enter the prescriber's name.")),
        "prescriber.npi": (tr("Prescriber's NPI"), tr("Enter the NPI.")),
        "prescriber.phone": (tr("Prescriber's phone"), ""),
    }[path]
