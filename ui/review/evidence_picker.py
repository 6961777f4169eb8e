"""Which documents show an answer: opened inside the question's card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.facts import EvidenceKind
from ui.half_done import opens
from ui.kit.boxes import Column, Row
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Divider
from ui.kit.choices import CheckRow
from ui.kit.columns import Columns
from ui.kit.text import Hint, Value
from ui.review.answer_words import lowered
from ui.review.desk import CaseDesk
from ui.review.documents import ListedDocument, listed_documents
from ui.review.new_document import NewDocumentForm
from ui.review.words import tr


class EvidencePicker(QWidget):
    """The documents of the case as check rows, and fields for one more. Ticking counts at once.

    Check rows are named ``QUESTION/evidence/ID``.

    Signals:
        done: the person is through with it.
    """

    done = Signal()

    def __init__(self, desk: CaseDesk, question: str) -> None:
        super().__init__()
        self.setObjectName(f"{question}/picker")
        opens(f"{question}/add", self)
        self._desk = desk
        self._question = question
        self._listed: tuple[ListedDocument, ...] = ()
        self._checks: dict[str, CheckRow] = {}
        self._rows = QWidget()
        self._grid = Columns(self._rows)
        self._form = NewDocumentForm(f"{question}/new", tr("Add another document"))
        self._form.added.connect(self._add)
        done = SecondaryButton(tr("Done"), f"{question}/done")
        done.clicked.connect(self.done)
        foot = Row(gap=8)
        foot.addWidget(Hint(tr("Ticking a document counts at once. Ctrl Z takes it back.")), 1)
        foot.addWidget(done)
        column = Column(self, gap=8)
        for part in (Divider(), Value(tr("Which document shows it?")), self._rows, self._form):
            column.addWidget(part)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def refresh(self) -> None:
        """Show the documents that there are now, and which are ticked."""
        listed = listed_documents(self._desk.record)
        if listed != self._listed:
            self._listed = listed
            self._rebuild()
        answer = self._desk.judgment.answers.get(self._question)
        for name, check in self._checks.items():
            check.setChecked(answer is not None and name in answer.evidence)
        self._rows.setVisible(bool(listed))

    def take_focus(self) -> None:
        """Give the focus to the first document, or to the fields for one."""
        first = next(iter(self._checks.values()), None)
        if first is None:
            self._form.focus()
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        while item := self._grid.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._checks = {document.id: self._check(document) for document in self._listed}
        self._grid.invalidate()

    def _check(self, document: ListedDocument) -> CheckRow:
        hint = ", ".join(part for part in (document.dated, lowered(document.kind), document.spot) if part)
        name = f"{self._question}/evidence/{document.id}"
        check = CheckRow(f"{document.id}  {document.title}", name, hint, self._rows)
        check.clicked.connect(lambda shown: self._desk.tick(self._question, document.id, shown))
        self._grid.add_option(check, check.face)
        check.show()
        return check

    def _add(self, kind: str, title: str, dated: str) -> None:
        self._desk.add_evidence(EvidenceKind(kind), title, dated or None, self._question)
