"""The laboratory card of the response page: values, what they suggest, and the offer to answer by them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from app.case_file import laboratory_of
from app.laboratory import LAB_NUMBERS, LAB_VALUES
from app.logic import MET
from app.policy import Question
from app.response import MrdFinding, ResponseAssessment, assess
from ui.kit.boxes import Row
from ui.kit.card import Card, Divider
from ui.kit.status import Status
from ui.kit.text import Hint, SectionTitle
from ui.review.binding import Binding, complaints_of, problems_by_field
from ui.review.desk import CaseDesk
from ui.review.page import Complaint
from ui.review.request_fields import Rows
from ui.review.response_fields import laboratory_rows, mrd_rows
from ui.review.response_offers import OfferBar, SuggestionLine
from ui.review.response_row import SharedThreshold, ValueRow
from ui.review.response_words import answer_name, mrd_words, suggestion_words
from ui.review.slots import OptionalPart
from ui.review.words import tr


class LaboratoryCard(Card):
    """Fields that are saved as they are left; nothing here answers a question by itself."""

    def __init__(self, desk: CaseDesk, response: Question, mrd: Question | None) -> None:
        super().__init__("laboratory", gap=12)
        self.setAccessibleName(tr("Laboratory values"))
        self._desk, self._response = desk, response
        self._bindings: list[Binding] = []
        self._offers: list[OfferBar] = []
        self._rows = {name: ValueRow(name) for name in LAB_VALUES}
        self._line = SuggestionLine(desk, "laboratory/suggestion", response)
        self._mrd_line = SuggestionLine(desk, "laboratory/mrd/finding", mrd) if mrd else None
        self._read_only = False
        self._add_values()
        if self._mrd_line is not None:
            self._add_mrd(self._mrd_line)
        for binding in self._bindings:
            binding.bind(desk)

    def refresh(self) -> None:
        """Show the values as they are now, and what they suggest."""
        problems = problems_by_field(self._desk.judgment)
        for binding in self._bindings:
            binding.refresh(problems)
        for offer in self._offers:
            offer.refresh(read_only=self._read_only)
        found = assess(self._desk.policy, laboratory_of(self._desk.record.case))
        self._show_thresholds(found)
        self._show_mrd(found)

    def set_read_only(self, read_only: bool) -> None:
        """Show the values without letting anybody change them."""
        self._read_only = read_only
        for binding in self._bindings:
            binding.field.setEnabled(not read_only)
        self.refresh()

    def complaints(self) -> list[Complaint]:
        """What is wrong with the values, shown at their fields."""
        return complaints_of(self._bindings, problems_by_field(self._desk.judgment))

    # ------------------------------------------------------------ what is shown

    def _show_thresholds(self, found: ResponseAssessment | None) -> None:
        measured = found is not None and any(
            item.value is not None for finding in found.definitions for item in finding.measured()
        )
        by_name = dict(self._shared(found)) if found is not None and measured else {}
        for name, row in self._rows.items():
            if name in by_name:
                row.show_thresholds(by_name[name])
            row.setVisible(name in by_name)
        self._line.setVisible(measured)
        if found is not None and measured:
            words = suggestion_words(self._desk.policy, found, self._desk.language)
            status = Status.OPEN if found.suggestion is None else Status.INFO
            self._line.show_suggestion(words, status, found.suggestion, read_only=self._read_only)

    def _shared(self, found: ResponseAssessment) -> Iterator[tuple[str, list[SharedThreshold]]]:
        """By value, its thresholds; one that several definitions have is told once."""
        language = self._desk.language
        for name in LAB_VALUES:
            shared: dict[tuple[str, object], SharedThreshold] = {}
            for finding in found.definitions:
                answer = answer_name(self._response, finding.definition.answer, language)
                settled = any(item.status is MET for item in finding.one_of)
                for item in finding.measured():
                    key = (item.threshold.operator, item.threshold.bound)
                    if item.threshold.name == name:
                        before = shared[key].answers if key in shared else ()
                        spare = settled and item in finding.one_of and item.status is not MET
                        shared[key] = SharedThreshold((*before, answer), item, is_spare=spare)
            if shared:
                yield name, list(shared.values())

    def _show_mrd(self, found: ResponseAssessment | None) -> None:
        mrd = found.mrd if found else None
        if self._mrd_line is None:
            return
        self._mrd_line.setVisible(mrd is not None)
        if mrd is not None:
            settled = mrd.finding in {MrdFinding.NEGATIVE, MrdFinding.POSITIVE}
            status = Status.INFO if settled else Status.OPEN
            self._mrd_line.show_suggestion(mrd_words(mrd), status, mrd.suggestion, read_only=self._read_only)

    # ------------------------------------------------------------ how it is built

    def _add_values(self) -> None:
        self.column.addWidget(SectionTitle(tr("Laboratory values")))
        self.column.addWidget(
            Hint(tr("If the record has them. They are compared with the policy's definitions; you answer."))
        )
        self._add_rows(laboratory_rows())
        for name in LAB_NUMBERS:
            if LAB_NUMBERS[name].unusual is not None:
                self._add_offer(name)
        self.column.addWidget(self._line)
        for row in self._rows.values():
            self.column.addWidget(row)

    def _add_mrd(self, line: SuggestionLine) -> None:
        self.column.addWidget(Divider())
        self._add_rows(mrd_rows())
        rule = self._desk.policy.response.mrd if self._desk.policy.response else None
        if rule is not None:
            source = tr("Source: {0}.").format(rule.source)
            self.column.addWidget(Hint(f"{rule.text[self._desk.language]} {source}".replace(" %", "\u00a0%")))
        self.column.addWidget(line)

    def _add_offer(self, name: str) -> None:
        slot = OptionalPart(f"laboratory.{name}")
        binding = next(one for one in self._bindings if one.slot == slot)
        offer = OfferBar(self._desk, binding, name)
        self._offers.append(offer)
        self.column.addWidget(offer)

    def _add_rows(self, rows: Rows) -> None:
        for bindings in rows:
            row = Row(gap=12)
            for binding in bindings:
                row.addWidget(binding.field, 1, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
            self._bindings += bindings
