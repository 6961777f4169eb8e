"""The pages that ask the policy's questions: criteria, and response for continuations."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.case import Judgment
from app.policy import Purpose, Question
from app.route import Page, page_after, questions_on
from ui.kit.dates import show_date
from ui.review.definitions_card import DefinitionsCard
from ui.review.desk import CaseDesk
from ui.review.finding_words import counted
from ui.review.page import Complaint, ReviewPage, continue_to
from ui.review.question_card import QuestionCard
from ui.review.response_card import LaboratoryCard
from ui.review.words import tr

_ON_TOP = 1  # the frame's title stands above the cards


class QuestionsPage(ReviewPage):
    """One card per question that is asked now, in the policy's order; cards come and go with the answers."""

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._cards: dict[str, QuestionCard] = {}
        self._asked: tuple[str, ...] = ()
        self._read_only = False

    def refresh(self) -> None:
        asked = questions_on(self.page, self.desk.judgment)
        names = tuple(question.id for question in asked)
        anchor = self._anchor() if names != self._asked else None
        for place, question in enumerate(asked):
            self._place(question, place)
        for name, card in self._cards.items():
            card.setVisible(name in names)
        for name in names:
            self._cards[name].refresh()
        self._asked = names
        if anchor is not None:
            self._keep_in_place(*anchor)

    def lead(self) -> str:
        judgment, policy = self.desk.judgment, self.desk.policy
        revision = policy.revision_on(judgment.request.received_at.date()) or policy.revisions[0]
        said = tr("Section {0} of {1}, as approved {2}. {3}").format(
            policy.sections[judgment.request.purpose].id,
            policy.number,
            show_date(revision.effective),
            self._progress(judgment),
        )
        return said.strip()

    def primary(self) -> str:
        return continue_to(page_after(self.page, self.desk.judgment))

    def proceed(self) -> None:
        self.desk.show_page(page_after(self.page, self.desk.judgment))

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for card in self._cards.values():
            card.set_read_only(read_only)

    def go_to(self, target: str) -> None:
        if target in self._asked:
            self._cards[target].take_focus()
            self.bring_to_sight(self._cards[target])

    def focus_first(self) -> None:
        if self._asked:
            self._cards[self._asked[0]].take_focus()

    def dismiss(self) -> bool:
        closed = [self._cards[name].close_picker() for name in self._asked]
        return any(closed)

    def question_of(self, widget: QWidget) -> str:
        """The id of the question whose card holds a widget, or nothing."""
        return next((name for name in self._asked if self._cards[name].isAncestorOf(widget)), "")

    def move_from(self, question: str, by: int) -> None:
        """Go to the next (1) or the previous (-1) card; to the first from outside of all cards."""
        if not self._asked:
            return
        place = self._asked.index(question) + by if question in self._asked else 0
        self.go_to(self._asked[min(max(place, 0), len(self._asked) - 1)])

    def open_picker(self, question: str) -> None:
        """Open the picker of a question's card."""
        if question in self._asked:
            self._cards[question].open_picker()

    def _show_whole(self, card: QuestionCard) -> None:
        """Have a card with its open picker in sight, once it has its height."""
        QTimer.singleShot(0, card, lambda: self.bring_to_sight(card))

    def _progress(self, judgment: Judgment) -> str:
        """How many questions are answered, of those that matter or were answered, and what is missing."""
        waiting = [name for name in self._asked if name in judgment.openings.questions]
        answered = [name for name in self._asked if name in judgment.answers]
        lacking = [name for name in answered if name in judgment.openings.documents]
        documents = counted(len(lacking), tr("1 document missing"), tr("{0} documents missing"))
        said = tr("{0} of {1} answered").format(len(answered), len(answered) + len(waiting))
        return ", ".join(part for part in (said, documents) if part) + "."

    # ------------------------------------------------------------ cards

    def _place(self, question: Question, place: int) -> None:
        if question.id in self._cards:
            return
        card = QuestionCard(self.desk, question)
        card.set_read_only(self._read_only)
        self._cards[question.id] = card
        card.picking.connect(partial(self._show_whole, card))
        self.column.insertWidget(self._row_after(place), card)

    def _row_after(self, place: int) -> int:
        """Where in the column the card of this place among the asked ones belongs."""
        order = list(self.desk.policy.questions)
        asked = questions_on(self.page, self.desk.judgment)
        before = [name for name in self._cards if order.index(name) < order.index(asked[place].id)]
        last = max(before, key=order.index, default=None)
        return self.column.indexOf(self._cards[last]) + 1 if last else _ON_TOP

    def _anchor(self) -> tuple[QWidget, int] | None:
        """What has the focus among the cards, and where it stands in sight."""
        focused, inside = QApplication.focusWidget(), self.widget()
        if focused is None or inside is None or not inside.isAncestorOf(focused):
            return None
        return focused, focused.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _keep_in_place(self, anchor: QWidget, before: int) -> None:
        """Scroll so that cards that came or went above leave the focus where it was."""
        inside = self.widget()
        layout = inside.layout() if inside else None
        if layout is not None:
            layout.activate()
        moved = anchor.mapTo(self.viewport(), QPoint(0, 0)).y() - before
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + moved)


class CriteriaPage(QuestionsPage):
    """The criteria of the section that applies."""

    page = Page.CRITERIA

    def title(self) -> str:
        section = self.desk.policy.sections[self.desk.judgment.request.purpose]
        return section.title[self.desk.language]


def _laboratory_card(desk: CaseDesk) -> LaboratoryCard | None:
    """The card of the values that the policy measures a response by; None where it measures by none."""
    rule, questions = desk.policy.response, desk.policy.questions
    if rule is None:
        return None
    return LaboratoryCard(desk, questions[rule.question], questions[rule.mrd.question] if rule.mrd else None)


class ResponsePage(QuestionsPage):
    """The response to the cycles so far, beside the terms that it is measured by."""

    page = Page.RESPONSE

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._laboratory = _laboratory_card(desk)
        if self._laboratory is not None:
            self.column.addWidget(self._laboratory)
        self._definitions = DefinitionsCard(desk.policy, desk.language)
        self.column.addWidget(self._definitions)
        if not desk.policy.definitions:
            self._definitions.hide()

    def refresh(self) -> None:
        super().refresh()
        if self._laboratory is not None:
            self._laboratory.refresh()

    def complaints(self) -> list[Complaint]:
        return [] if self._laboratory is None else self._laboratory.complaints()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        if self._laboratory is not None:
            self._laboratory.set_read_only(read_only)

    def title(self) -> str:
        cycle = self.desk.judgment.request.cycle
        if self.desk.judgment.request.purpose is Purpose.INITIAL:
            return tr("Response")
        return tr("Response before cycle {0}").format(cycle)
