"""One question to the record: its lines, its answer, and the documents that show it."""

from PySide6.QtCore import Qt, Signal

from app.facts import Value
from app.policy import Question, QuestionKind
from app.route import CardStatus, card_status
from ui.kit.boxes import Row
from ui.kit.buttons import LinkButton
from ui.kit.card import Card
from ui.kit.chips import Chip
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, SectionTitle
from ui.review.choice_answer import ChoiceAnswer
from ui.review.desk import CaseDesk
from ui.review.documents import listed_documents
from ui.review.evidence_picker import EvidencePicker
from ui.review.evidence_row import EvidenceRow
from ui.review.slots import value_at
from ui.review.typed_answer import TypedAnswer
from ui.review.words import tr


class QuestionCard(Card):
    """Generated from the policy's question; knows no policy by itself.

    Signals:
        picking: the picker of documents was opened; the card is higher now.
    """

    picking = Signal()

    def __init__(self, desk: CaseDesk, question: Question) -> None:
        super().__init__(question.id)
        self._desk = desk
        self.question = question
        prompt = question.prompt[desk.language]
        self.setAccessibleName(prompt)
        self._lines = FieldLabel()
        self._chip = Chip(Status.OPEN, "")
        self._chip.setObjectName(f"{question.id}/status")
        self._clear = LinkButton(tr("Clear answer"), f"{question.id}/clear")
        self._clear.clicked.connect(self._take_away)
        is_typed = question.kind in {QuestionKind.NUMBER, QuestionKind.DATE}
        self._editor = (TypedAnswer if is_typed else ChoiceAnswer)(question, desk.language)
        self._editor.given.connect(self._answer)
        self._evidence = EvidenceRow(question.id)
        self._evidence.wanted.connect(self.open_picker)
        self._evidence.opened.connect(desk.show_attachment)
        self._picker: EvidencePicker | None = None
        self._read_only = False
        self._arrange(prompt)

    def refresh(self) -> None:
        """Show how the question stands now."""
        judgment, question = self._desk.judgment, self.question
        answer = judgment.answers.get(question.id)
        self._lines.setText("  ".join(self._desk.policy.lines_of(question, judgment.request.purpose)))
        self._editor.show_value(value_at(self._desk.record.case, f"answers.{question.id}.value"))
        waiting = question.id in {*judgment.openings.questions, *judgment.openings.documents}
        self._show_status(card_status(question, judgment), waiting=waiting)
        named = answer.evidence if answer else ()
        documents = tuple(item for item in listed_documents(self._desk.record) if item.id in named)
        lacking = waiting and answer is not None and question.documented and not documents
        self._evidence.show_documents(documents, lacking=lacking)
        self._clear.setVisible(answer is not None and not self._read_only)
        if answer is None:
            self.close_picker()
        self._evidence.setVisible(answer is not None and not self.is_picking())
        if self._picker is not None:
            self._picker.refresh()

    def set_read_only(self, read_only: bool) -> None:
        """Show the answer without offering another."""
        if read_only is not self._read_only:
            self._read_only = read_only
            self._editor.setEnabled(not read_only)
            self._evidence.set_read_only(read_only)
            self.close_picker()

    def take_focus(self) -> None:
        """Give the focus to the answer."""
        self._editor.focus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ the picker

    def is_picking(self) -> bool:
        """Whether the picker is open."""
        return self._picker is not None and not self._picker.isHidden()

    def open_picker(self) -> None:
        """Let the person choose documents; an answer has to be there first."""
        if self._read_only or self.question.id not in self._desk.judgment.answers:
            return
        if self._picker is None:
            self._picker = EvidencePicker(self._desk, self.question.id)
            self._picker.done.connect(self.close_picker)
            self.column.addWidget(self._picker)
        self._picker.refresh()
        self._picker.show()
        self._evidence.hide()
        self._picker.take_focus()
        self.picking.emit()

    def close_picker(self) -> bool:
        """Show the chosen documents instead; says whether the picker was open."""
        if self._picker is None or self._picker.isHidden():
            return False
        had_focus = self.is_active()
        self._picker.hide()
        self._evidence.setVisible(self.question.id in self._desk.judgment.answers)
        if had_focus:
            self.take_focus()
        return True

    # ------------------------------------------------------------ parts

    def _arrange(self, prompt: str) -> None:
        head = Row(gap=8)
        head.addWidget(self._lines, 1)
        head.addWidget(self._clear)
        head.addWidget(self._chip)
        self.column.addLayout(head)
        self.column.addWidget(SectionTitle(prompt))
        if self.question.hint:
            self.column.addWidget(Hint(self.question.hint[self._desk.language]))
        self.column.addWidget(self._editor)
        self.column.addWidget(self._evidence)

    def _show_status(self, status: CardStatus, *, waiting: bool) -> None:
        if status in {CardStatus.OPEN, CardStatus.NO_DOCUMENT} and not waiting:
            status = CardStatus.NOT_NEEDED
        shown, words, icon = {
            CardStatus.OPEN: (Status.OPEN, tr("Not answered"), ""),
            CardStatus.NO_DOCUMENT: (Status.OPEN, tr("Needs a document"), "file-question-mark"),
            CardStatus.MET: (Status.MET, tr("Met"), ""),
            CardStatus.NOT_MET: (Status.NOT_MET, tr("Not met"), ""),
            CardStatus.NOT_NEEDED: (Status.NEUTRAL, tr("Not needed"), ""),
        }[status]
        if self._chip.text() != words:
            self._chip.show_status(shown, words, icon)

    def _answer(self, value: Value | None) -> None:
        if not self._desk.answer(self.question.id, value):
            self.refresh()

    def _take_away(self) -> None:
        self._desk.answer(self.question.id, None)
        self.take_focus()
