"""Correcting a signed letter in which a name, address or number was written wrong; never the decision."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.correction import CORRECTABLE, LINES, written
from app.errors import DictamenError
from app.post import Post
from ui.half_done import opens
from ui.kit.boxes import Column, at_left
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.notices import Notice, NoticeBar
from ui.kit.printable import unprintable
from ui.kit.text import Hint, SectionTitle
from ui.kit.text_fields import AreaField, TextField
from ui.review.desk import CaseDesk
from ui.review.sign_again import SignAgain
from ui.review.words import tr


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
        self._open = SecondaryButton(tr("Correct this letter"), "letter/correct", icon="pencil")
        self._failure = NoticeBar("letter/correct_failure", Notice.FAILED, "")
        self._fields = {path: _field(path) for path in CORRECTABLE}
        self._signing = SignAgain(desk, "letter/correct", tr("Sign the corrected letter"))
        self._signing.asked.connect(self._sign)
        self._signing.replaced.connect(self._end)
        self._signing.refused.connect(self._failure.show_text)
        self._form = self._make_form()
        opens("letter/correct", self._form)
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
        column.addWidget(self._signing)
        leave = LinkButton(tr("Leave it as it is"), "letter/correct/leave")
        column.addLayout(at_left(leave))
        leave.clicked.connect(self._leave)
        self._failure.hide()
        form.hide()
        return form

    def _show_form(self) -> None:
        for path, text in written(self._desk.record.case).items():
            self._fields[path].set_value(text)
        self._signing.forget()
        self._failure.show_text("")
        self._open.hide()
        self._form.show()
        self._fields[CORRECTABLE[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._signing.forget()
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
        corrections = self._changed()
        problems = [field.reveal() for field in self._fields.values()]
        ready = self._signing.is_ready()
        if not corrections:
            self._failure.show_text(tr("Nothing is changed yet."))
        elif ready and not any(problems):
            self._signing.sign(self._number, partial(self._job, corrections), corrections)

    def _end(self, number: str) -> None:
        self._close()
        self.corrected.emit(number)

    def _job(self, corrections: Mapping[str, str], passphrase: str) -> Callable[[], object]:
        desk = self._desk
        casebook, at, witness = desk.session.casebook, desk.session.now(), desk.case.witness
        pdf = desk.letter(self._post().notes(self._number)[-1])

        def sign() -> object:
            from reports.reissue import corrected  # noqa: PLC0415  # pyHanko would slow every start

            return corrected(pdf, corrections, casebook.identity(passphrase), at=at, witness=witness)

        return sign


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
