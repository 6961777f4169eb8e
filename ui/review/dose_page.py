"""Dose and schedule: the cycle timeline, the body surface area, and the doses in mg, units and vials."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.case import Judgment
from app.course import Course
from app.policy import Policy
from app.regimen import Cycle, Excess, TreatmentDay
from app.request import AuthorizationRequest
from app.review import Review
from app.route import Page
from ui.kit.boxes import empty
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.check_list import CheckList, Figures
from ui.kit.chips import Chip
from ui.kit.cycle_timeline import CycleTimeline
from ui.kit.flow import Flow
from ui.kit.notices import Notice, NoticeBar
from ui.kit.status import Status
from ui.kit.text import Hint
from ui.review import dose_facts
from ui.review.course_words import course_blocks, course_lines
from ui.review.desk import CaseDesk
from ui.review.dose_gap import DoseGap, dose_gap
from ui.review.dose_table import DoseTable
from ui.review.notes_card import NotesCard
from ui.review.page import ReviewPage
from ui.review.values import medicine, span_words
from ui.review.words import tr


class DosePage(ReviewPage):
    """What would be authorized, day by day; the picture and the table say the same."""

    page = Page.DOSE
    beside_finding = False

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._gap: DoseGap | None = None
        self._shown: tuple[Judgment, Course, date] | None = None
        self._build_missing()
        self._build_timeline()
        self._build_doses()
        self._notes = NotesCard("dose", desk)
        self.column.addWidget(self._notes)
        self.refresh()

    def title(self) -> str:
        """The page's heading."""
        return tr("Dose and schedule")

    def lead(self) -> str:
        """The medicine, the cycle's length and where its dose comes from."""
        judgment = self.desk.judgment
        parts = [f"{medicine(self.desk.policy)}, {tr('cycle {0}').format(judgment.request.cycle)}"]
        review = judgment.review
        if review is not None:
            parts[0] += ", " + tr("{0} days").format(review.period.days)
            parts += _reason_for_length(self.desk.policy, judgment.request, self.desk.language)
            parts += _reason_for_dose(review, self.desk.language)
        return ". ".join(parts) + "."

    def primary(self) -> str:
        """The next step."""
        return tr("Continue to decision")

    def proceed(self) -> None:
        """Go on to the decision."""
        self.desk.show_page(Page.DECISION)

    def refresh(self) -> None:
        """Show the plan as the case has it now, or what keeps it from being made."""
        self._notes.show_case(self.desk)
        judgment, course, today = self.desk.judgment, self.desk.course, self.desk.session.now().date()
        if self._shown is not None and self._shown[0] is judgment and self._shown[1:] == (course, today):
            return
        self._shown = (judgment, course, today)
        self._show_gap(dose_gap(judgment, self.desk.language))
        self._timeline_card.setVisible(judgment.review is not None)
        if judgment.review is not None:
            self._show_timeline(judgment.review, today)
        self._show_doses(judgment.review)

    # ------------------------------------------------------------ building

    def _build_missing(self) -> None:
        self._missing = Card("dose/missing")
        self._missing_text = NoticeBar("dose/missing_text", Notice.WARNING, "")
        self._mend = SecondaryButton("", "dose/mend")
        self._mend.clicked.connect(self._go_to_gap)
        self._missing.column.addWidget(self._missing_text)
        self._missing.column.addWidget(_at_left(self._mend))
        self.column.addWidget(self._missing)

    def _build_timeline(self) -> None:
        self._timeline_card = Card("dose/timeline_card")
        self._timeline = CycleTimeline("dose/timeline", tr("Cycle timeline"))
        self._earlier = CheckList("dose/earlier")
        self._timeline_card.column.addWidget(self._timeline)
        self._timeline_card.column.addWidget(self._earlier)
        self.column.addWidget(self._timeline_card)

    def _build_doses(self) -> None:
        self._doses_card = Card("dose/doses_card")
        self._surface = Figures("dose/surface")
        self._source = Hint()
        self._source.setObjectName("dose/surface_source")
        self._table = DoseTable("dose/table", self.desk.policy)
        self._chips = QWidget()
        self._chips.setObjectName("dose/remarks")
        self._chips_flow = Flow(self._chips, gap=8)
        self._advice = Hint(
            tr("Discarded units are for the provider's claim (JW modifier) and decide nothing.")
        )
        column = self._doses_card.column
        for part in (self._surface, self._source, Divider(), self._table, self._chips, self._advice):
            column.addWidget(part)
        self.column.addWidget(self._doses_card)

    # ------------------------------------------------------------ showing

    def _show_gap(self, gap: DoseGap | None) -> None:
        self._missing.setVisible(gap is not None)
        if gap is not None and gap != self._gap:
            self._missing_text.show_text(gap.text)
            self._mend.set_words(gap.link)
        self._gap = gap

    def _show_timeline(self, review: Review, today: date) -> None:
        desk, policy, language = self.desk, self.desk.policy, self.desk.language
        earlier = course_blocks(desk.course, policy, language)
        course = dose_facts.course_of(desk.judgment, review.period, today, language, earlier)
        self._timeline.show_timeline(course, dose_facts.window_of(review))
        lines = course_lines(desk.course, policy, language)
        self._earlier.set_lines(lines, changeable=False)
        self._earlier.setVisible(bool(lines))

    def _show_doses(self, review: Review | None) -> None:
        measured = review is not None and review.size is not None
        self._doses_card.setVisible(measured)
        if review is None or not measured:
            return
        facts = dose_facts.surface_facts(review)
        self._surface.show_facts(facts)
        self._surface.setVisible(bool(facts))
        self._source.setText(dose_facts.surface_source(review))
        for part in (self._table, self._advice):
            part.setVisible(review.cycle is not None)
        self._table.show_cycle(review.cycle)
        self._show_remarks(review.cycle)

    def _show_remarks(self, cycle: Cycle | None) -> None:
        empty(self._chips_flow)
        chips = [chip for day in cycle.days if (chip := self._chip(day))] if cycle else []
        for chip in chips:
            self._chips_flow.addWidget(chip)
        self._chips.setVisible(bool(chips))

    def _chip(self, day: TreatmentDay) -> Chip | None:
        percent = dose_facts.percent(self.desk.policy.dosing.rounding_tolerance)
        if day.excess is Excess.ROUNDED:
            words = tr("Day {0}: rounded, within {1} of the limit").format(day.day, percent)
            return Chip(Status.INFO, words)
        if day.excess is Excess.ABOVE:
            words = tr("Day {0}: more than {1} above the limit").format(day.day, percent)
            return Chip(Status.NOT_MET, words)
        return None

    def _go_to_gap(self) -> None:
        if self._gap is None:
            return
        if self._gap.question:
            self.desk.show_question(self._gap.question)
        else:
            self.desk.show_page(self._gap.page)


def _reason_for_length(policy: Policy, request: AuthorizationRequest, language: str) -> list[str]:
    """Why the first cycle may take longer than usual."""
    return [
        tr("Longer than {0}, as asked: {1} ({2})").format(
            span_words(policy.limits.first_cycle), extension.text[language], extension.line
        )
        for extension in policy.limits.extensions
        if request.cycle == 1 and extension.value == request.extension
    ]


def _reason_for_dose(review: Review, language: str) -> list[str]:
    """The row of the dose chart that applies, and what it gives."""
    cycle = review.cycle
    if cycle is None:
        return []
    table = next(table for table in review.policy.dosing.tables if table.id == cycle.table_id)
    return [f"{table.text[language]}: {dose_facts.strengths(cycle)}"]


def _at_left(button: QWidget) -> QWidget:
    """The button in its own width at the left of a column."""
    line = QWidget()
    Flow(line).addWidget(button)
    return line
