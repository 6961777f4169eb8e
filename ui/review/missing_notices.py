"""What the plan's file lacks for the letter at hand, and going without a notice, with a reason."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.copy_set import Lacking, lacking
from app.determination import LONGEST_REASON
from app.people import Role
from ui.kit.boxes import Column
from ui.kit.notices import Notice, NoticeBar
from ui.kit.printable import unprintable
from ui.kit.text_fields import AreaField
from ui.language import app_words
from ui.review.choice_words import role_words
from ui.review.desk import CaseDesk
from ui.review.draft import LetterWish
from ui.review.page import Complaint
from ui.review.words import tr


def lack_of(desk: CaseDesk, wish: LetterWish | None) -> Lacking | None:
    """What the plan's file lacks for a letter and its copies, were it signed now; None where none is."""
    review = desk.judgment.review
    if wish is None or review is None:
        return None
    return lacking(review, wish.outcome, desk.session.now(), wish.language)


def lack_words(lack: Lacking | None) -> str:
    """What is lacking, in the language of the screen; empty where nothing is."""
    told = (*lack.contacts, *lack.notices) if lack else ()
    return " ".join(app_words(sentence) for sentence in told)


def form_words(lack: Lacking | None) -> str:
    """That the approval of a member's notice form ends soon; empty while there is time."""
    return " ".join(app_words(sentence) for sentence in (lack.forms if lack else ()))


class MissingNotices(QWidget):
    """Says what is missing; asks whom the plan names why the letter goes out without it.

    Signals:
        edited: the reason was changed.
    """

    edited = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__()
        self._desk = desk
        self._lack: Lacking | None = None
        self._told = NoticeBar("decision/notice_missing", Notice.WARNING, "")
        self._form = NoticeBar("decision/form_ends", Notice.WARNING, "")
        self._reason = AreaField(
            "decision/waive",
            tr("Why the letter goes out without it"),
            tr("It is kept with the letter, with your name."),
            required=tr("Say why the letter goes out without it."),
            lines=2,
        )
        self._reason.add_check(lambda text: unprintable(" ".join(text.split())))
        self._reason.add_check(_too_long)
        column = Column(self, gap=12)
        for part in (self._form, self._told, self._reason):
            column.addWidget(part)
        self._reason.edited.connect(self._keep)

    def show_wish(self, wish: LetterWish | None) -> None:
        """Show what is lacking for a letter, signed now."""
        lack = self._lack = lack_of(self._desk, wish)
        self._form.show_text(form_words(lack))
        told = lack_words(lack)
        if told and not self._may():
            told = f"{told} {self._who_may()}"
        self._told.show_text(told)
        if (self._reason.value() or "") != self._desk.draft.waive.strip():
            self._reason.set_value(self._desk.draft.waive)
        self._reason.setVisible(bool(told) and self._may())
        self.setVisible(bool(told) or bool(form_words(lack)))

    def complaints(self, otherwise: QWidget) -> list[Complaint]:
        """What keeps the letter from being signed.

        Args:
            otherwise: takes the focus where the person can do nothing here.
        """
        if not lack_words(self._lack):
            return []
        if not self._may():
            return [Complaint(f"{lack_words(self._lack)} {self._who_may()}", otherwise)]
        problem = self._reason.reveal()
        return [Complaint(problem, self._reason)] if problem else []

    def take_focus(self) -> bool:
        """Give the focus to the reason, where one is asked for and not yet written; says whether it did."""
        asked = bool(lack_words(self._lack)) and self._may() and not self._reason.value()
        if asked:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return asked

    def _may(self) -> bool:
        return self._lack is not None and self._lack.may_go_without(self._desk.session.person.role)

    def _who_may(self) -> str:
        lack = cast("Lacking", self._lack)
        if lack.contacts:
            return tr("Nothing can be signed until the plan's file is corrected.")
        roles = ", ".join(role_words(Role(role)).lower() for role in lack.may_waive)
        return tr("The plan's file must be corrected. Who may sign without it: {0}.").format(roles)

    def _keep(self) -> None:
        self._desk.draft.waive = self._reason.value() or ""
        self.edited.emit()


def _too_long(text: str) -> str:
    over = len(text) - LONGEST_REASON
    if over <= 0:
        return ""
    return tr("At most {0} characters; this is {1} too long.").format(LONGEST_REASON, over)
