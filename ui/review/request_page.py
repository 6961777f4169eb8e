"""What came in, in the order of the papers: request, member, prescriber, measurements, documents."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.policy import Purpose
from app.route import Page, page_after, pages_of
from ui.attachments.attachment_card import AttachmentCard
from ui.kit.boxes import Row
from ui.kit.card import Card
from ui.kit.text import FieldLabel, Hint, SectionTitle
from ui.review.binding import Binding, complaints_of, problems_by_field
from ui.review.code_offers import CodeOffers
from ui.review.desk import CaseDesk
from ui.review.document_card import DocumentCard
from ui.review.next_cycle_bar import NextCycleBar
from ui.review.page import Complaint, ReviewPage, continue_to
from ui.review.request_fields import (
    Rows,
    code_rows,
    course_rows,
    date_rows,
    dose_rows,
    measurement_hint,
    measurement_rows,
    member_rows,
    prescriber_rows,
    request_rows,
)
from ui.review.words import tr


class RequestPage(ReviewPage):
    """Every field keeps what was typed and says what is wrong with it once it was left."""

    page = Page.REQUEST

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._bindings: list[Binding] = []
        self._next_cycle = NextCycleBar(desk)
        self._codes = CodeOffers(desk)
        self._documents = DocumentCard(desk)
        self._files = AttachmentCard(desk)
        self._add_request_card()
        self._add_card("member", tr("Member"), member_rows())
        self._add_card("prescriber", tr("Prescriber"), prescriber_rows())
        measured = self._add_card("measurements", tr("Measurements"), measurement_rows())
        measured.column.addWidget(Hint(measurement_hint(desk.policy.dosing)))
        self.column.addWidget(self._files)
        self.column.addWidget(self._documents)
        for binding in self._bindings:
            binding.bind(desk)

    def refresh(self) -> None:
        request = self.desk.judgment.request
        is_first = request.purpose is Purpose.INITIAL
        self._field("request.cycle").setVisible(not is_first)
        self._field("request.extension").setVisible(is_first)
        problems = problems_by_field(self.desk.judgment)
        for binding in self._bindings:
            binding.refresh(problems)
        self._next_cycle.refresh()
        self._codes.refresh()
        self._documents.refresh()
        self._files.refresh()

    def title(self) -> str:
        return tr("Request")

    def lead(self) -> str:
        return tr("What came in, in the order of the papers. Each field is saved when you leave it.")

    def primary(self) -> str:
        return continue_to(page_after(self.page, self.desk.judgment))

    def complaints(self) -> list[Complaint]:
        problems = problems_by_field(self.desk.judgment)
        return [*complaints_of(self._bindings, problems), *self._others(problems)]

    def proceed(self) -> None:
        self.desk.show_page(page_after(self.page, self.desk.judgment))

    def finish(self) -> None:
        self._files.finish()

    def set_read_only(self, read_only: bool) -> None:
        for binding in self._bindings:
            binding.field.setEnabled(not read_only)
        self._codes.setEnabled(not read_only)
        self._documents.set_read_only(read_only)
        self._files.set_read_only(read_only)

    def go_to(self, target: str) -> None:
        field = self._field(target)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bring_to_sight(field)

    def focus_first(self) -> None:
        """An empty request is typed from its first text on; one that is there is read from its top."""
        self._bindings[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ parts

    def _add_request_card(self) -> None:
        policy = self.desk.policy
        card = self._add_card("request", tr("Request"), request_rows(policy, self.desk.language))
        self._add_rows(card, course_rows())
        card.column.addWidget(self._next_cycle)
        card.column.addWidget(FieldLabel(tr("Doses asked for, if stated")))
        self._add_rows(card, dose_rows(policy))
        if policy.dosing.shift is not None:
            card.column.addWidget(FieldLabel(tr("Treatment dates, if stated")))
            self._add_rows(card, date_rows(policy))
        self._add_rows(card, code_rows(policy))
        card.column.addWidget(self._codes)
        card.column.addWidget(Hint(policy.code_note[self.desk.language]))

    def _add_card(self, name: str, title: str, rows: Rows) -> Card:
        card = Card(f"request/{name}", gap=12)
        card.setAccessibleName(title)
        card.column.addWidget(SectionTitle(title))
        self._add_rows(card, rows)
        self.column.addWidget(card)
        return card

    def _add_rows(self, card: Card, rows: Rows) -> None:
        for bindings in rows:
            row = Row(gap=12)
            for binding in bindings:
                row.addWidget(binding.field, 1, Qt.AlignmentFlag.AlignTop)
            card.column.addLayout(row)
            self._bindings += bindings

    def _field(self, path: str) -> QWidget:
        """The field of a path; the first field of the page for a path that has none."""
        found = (binding.field for binding in self._bindings if binding.slot.path == path)
        return next(found, self._bindings[0].field)

    def _others(self, problems: dict[str, str]) -> list[Complaint]:
        """What is wrong with the documents, and with what has no page of its own under this purpose."""
        places: dict[str, tuple[str, QWidget]] = {
            "evidence": (tr("Documents"), self._documents),
            "amends": (tr("Amendment"), self._field("request.extension")),
        }
        found = [
            Complaint(f"{name}: {said}.", widget)
            for field, said in problems.items()
            for start, (name, widget) in places.items()
            if field.startswith(start)
        ]
        if Page.RESPONSE in pages_of(self.desk.judgment):
            return found
        words = tr("A laboratory value cannot be used; this request has no page for such values.")
        hidden = [field for field in problems if field.startswith("laboratory")]
        return [*found, *([Complaint(words, self._field("request.purpose"))] if hidden else [])]
