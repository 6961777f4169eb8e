"""What the laboratory card offers: a count in the right unit, an answer by the values. A person takes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts import Value
from app.fields import as_decimal
from app.laboratory import UnitOffer, unit_offer
from app.policy import Question
from ui.kit.boxes import Row
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import StatusIcon
from ui.kit.notices import Notice, NoticeBar, announce
from ui.kit.numbers import show_number
from ui.kit.status import Status
from ui.kit.text import Text
from ui.review.binding import Binding
from ui.review.desk import CaseDesk
from ui.review.response_words import offer_words
from ui.review.slots import value_at
from ui.review.words import tr


class OfferBar(NoticeBar):
    """A count that reads as one per microliter, and the button that takes the converted one."""

    def __init__(self, desk: CaseDesk, binding: Binding, name: str) -> None:
        super().__init__(f"laboratory/{name}/offer", Notice.WARNING, "")
        self._desk, self._binding, self._name = desk, binding, name
        self._use = self.add_action("", f"laboratory/{name}/convert", "check")
        self._use.clicked.connect(self._take)
        self._offer: UnitOffer | None = None
        self.hide()

    def refresh(self, *, read_only: bool) -> None:
        """Offer what the value that stands in the case would be, or nothing."""
        typed = as_decimal(value_at(self._desk.record.case, self._binding.slot.path))
        offer = None if typed is None else unit_offer(self._name, typed)
        self._use.setVisible(not read_only)
        if offer == self._offer:
            return
        self._offer = offer
        if offer is not None:
            self._use.set_words(tr("Use {0}").format(show_number(offer.converted)))
        self.show_text("" if offer is None else offer_words(offer))

    def _take(self) -> None:
        if self._offer is not None:
            self._binding.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.set(*self._binding.changes(f"{self._offer.converted:f}"))


class SuggestionLine(QWidget):
    """What the values say of one question, and the button that answers it so."""

    def __init__(self, desk: CaseDesk, name: str, question: Question) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk, self._question = desk, question
        self._icon = StatusIcon(Status.OPEN, 18)
        self._text = Text()
        self._text.setObjectName(f"{name}/text")
        self._use = SecondaryButton(tr("Use this answer"), f"{name}/use")
        self._use.clicked.connect(self._answer)
        self._offered: Value | None = None
        row = Row(self, gap=8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._use)

    def show_suggestion(self, words: str, status: Status, offered: Value | None, *, read_only: bool) -> None:
        """Show what is said, and offer the answer unless it is given already."""
        answer = self._desk.judgment.answers.get(self._question.id)
        is_given = answer is not None and answer.value == offered
        self._offered = offered
        self._icon.set_status(status)
        said = f"{words} {tr('The question is answered so.')}" if is_given else words
        if said != self._text.text():
            self._text.setText(said)
            if self.isVisible():
                announce(self._text)
        self._use.setVisible(offered is not None and not is_given and not read_only)

    def _answer(self) -> None:
        if self._offered is not None and self._desk.answer(self._question.id, self._offered):
            self._desk.show_question(self._question.id)
