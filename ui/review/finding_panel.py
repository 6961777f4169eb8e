"""The finding beside the page: headline, next step, tree, what would change it, why, what else to know."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.acknowledgement import Acknowledgement
from app.case import Judgment
from app.course_notices import CourseNotice
from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Divider, Panel
from ui.kit.chips import StatusIcon
from ui.kit.finding_tree import FindingTree
from ui.kit.notices import announce
from ui.kit.scroll_page import ScrollPage
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Secondary, SectionTitle
from ui.review.advisory_notes import SeenNotes, advisory_notes, course_notes
from ui.review.finding_lines import FindingLines, finding_lines
from ui.review.finding_notes import Changes, Notes, Reasons
from ui.review.finding_reasons import reasons, reasons_title
from ui.review.finding_words import changes, headline, next_step, status_of
from ui.review.words import tr

WIDTH = 334


class FindingPanel(Panel):
    """Updates in place: scroll and current line stay, and only a new headline is announced.

    Signals:
        question_opened(str): a person wants the card of the question, or the request fact, of this id.
        documents_asked: a person wants to ask for the documents that are missing.
        note_marked(str, bool): a person wants the note of this key kept as seen, or as not seen.
    """

    question_opened = Signal(str)
    documents_asked = Signal()
    note_marked = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Qt.Edge.LeftEdge, parent)
        self.setAccessibleName(tr("Finding so far"))
        self._finding = FindingLines()
        self._judgment: Judgment | None = None
        self._language = ""
        self._page = ScrollPage(f"{name}/scroll", margins=(18, 16, 13, 16), gap=10, parent=self)
        Column(self, margins=(1, 0, 0, 0)).addWidget(self._page)
        self._icon = StatusIcon(Status.OPEN, 22)
        self._headline = SectionTitle()
        self._headline.setObjectName(f"{name}/headline")
        self._next = Secondary()
        self._next.setObjectName(f"{name}/next")
        self._ask = SecondaryButton(tr("Write document request"), f"{name}/ask", icon="mail")
        self._ask.clicked.connect(self.documents_asked)
        self._tree = FindingTree(f"{name}/tree", tr("Finding so far"))
        self._why = Reasons(f"{name}/why")
        self._reading = Notes(f"{name}/reading", tr("Reading"))
        self._changes = Changes(f"{name}/changes", tr("What would change this"))
        self._advisories = SeenNotes(f"{name}/advisories", tr("Good to know"), "advisory")
        self._course = SeenNotes(f"{name}/course", tr("The member's course"), "notice")
        for notes in (self._advisories, self._course):
            notes.marked.connect(self.note_marked)
        self._arrange()
        self._tree.opened.connect(self._open)
        self._changes.opened.connect(self.question_opened)
        self._tree.selectionModel().currentChanged.connect(self._show_current)
        theme.changes().changed.connect(self.updateGeometry)

    def show_finding(
        self,
        judgment: Judgment,
        language: str,
        acknowledged: Sequence[Acknowledgement] = (),
        *,
        read_only: bool = False,
    ) -> None:
        """Show the finding of a judgment, and which advisories somebody has seen."""
        said = headline(judgment)
        is_news = self._judgment is not None and said != self._headline.text()
        self._judgment, self._language = judgment, language
        self._icon.set_status(status_of(judgment))
        self._headline.setText(said)
        self._next.setText(next_step(judgment, language))
        self._ask.setVisible(bool(judgment.openings.documents) and not read_only)
        self._finding = finding_lines(judgment, language)
        self._tree.set_lines(self._finding.top)
        self._changes.show_changes(changes(judgment, language))
        self._advisories.show_notes(advisory_notes(judgment, language), acknowledged, read_only=read_only)
        self._show_current()
        if is_news:
            announce(self._headline)

    def show_course(
        self,
        notices: Sequence[CourseNotice],
        language: str,
        acknowledged: Sequence[Acknowledgement] = (),
        *,
        read_only: bool = False,
    ) -> None:
        """Show what is told of the member's course, and which of it somebody has seen."""
        self._course.show_notes(course_notes(notices, language), acknowledged, read_only=read_only)

    def mark_question(self, question: str) -> None:
        """Tint the line that the card of a question stands for; none for an empty id."""
        self._tree.set_current(self._finding.line_of.get(question, ""))

    def set_beside(self, beside: bool) -> None:
        """Stand beside the page in the usual width, or take all the room there is."""
        policy = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(WIDTH), 0)

    def _arrange(self) -> None:
        column = self._page.column
        column.addWidget(FieldLabel(tr("Finding so far")))
        head = Row(gap=8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._headline, 1)
        column.addLayout(head)
        column.addWidget(self._next)
        column.addWidget(self._ask)
        column.addWidget(Divider())
        column.addWidget(self._tree)
        for notes in (self._changes, self._why, self._reading, self._course, self._advisories):
            column.addWidget(notes)

    def _open(self, line: str) -> None:
        question = self._finding.question_of.get(line)
        if question:
            self.question_opened.emit(question)

    def _show_current(self, _current: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        """Why the current line stands as it does, and how it is read where that can be done in two ways."""
        finding = self._finding.finding_of.get(self._tree.current_id())
        if self._judgment is None or finding is None:
            self._why.show_reasons("", ())
            self._reading.show_texts([])
            return
        statement = finding.criterion.id in self._finding.statements
        title = reasons_title(finding, statement=statement)
        self._why.show_reasons(title, reasons(self._judgment, finding, self._language))
        reading = finding.criterion.reading
        self._reading.show_texts([reading.text[self._language]] if reading else [])
