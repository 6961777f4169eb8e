"""A field bound to its value in the case: filled from it, saved on leaving, explained when it is wrong."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from app.case import Judgment
from app.fields import Document
from ui.kit.field import Field
from ui.kit.text_fields import LineField
from ui.review.answer_words import lowered
from ui.review.desk import CaseDesk
from ui.review.field_values import Form, is_being_typed
from ui.review.page import Complaint
from ui.review.problem_words import problem_words
from ui.review.slots import Change, Slot


class Binding(QObject):
    """Keeps one field and one value of the case the same.

    An error is shown once the field was left, or when the page is asked to complain; a value that came wrong
    with the case is explained at once, as somebody typed it before.
    """

    def __init__(self, slot: Slot, field: Field[Any], form: Form) -> None:
        super().__init__(field)
        self.slot = slot
        self.field = field
        self._form = form
        self._visited = False
        self._desk: CaseDesk | None = None
        field.committed.connect(self._save)

    def bind(self, desk: CaseDesk) -> None:
        """Take and give values of this case."""
        self._desk = desk

    def refresh(self, problems: dict[str, str]) -> None:
        """Show the value as it is now, and what is wrong with it, unless somebody is typing here."""
        if self._desk is None or is_being_typed(self.field):
            return
        value = self.slot.get(self.case())
        self._form.show(self.field, value)
        said = self.problem(problems) if self._visited or value is not None else ""
        if said != self.field.error():
            self.field.set_error(said)

    def problem(self, problems: dict[str, str]) -> str:
        """What is wrong, of these problems of the case by their field, in words; nothing when it is right."""
        own = self.field.problem()
        if own or not self.slot.is_told(self.case()):
            return own
        found = next((field for field in problems if self.slot.covers(field)), None)
        return problem_words(self.field.label, found, problems[found]) if found else ""

    def reveal(self, problems: dict[str, str]) -> Complaint | None:
        """Show what is wrong from now on, and give it for the error summary."""
        self._visited = True
        self.refresh(problems)
        said = "" if self.field.isHidden() else self.problem(problems)
        if said and said == self.field.problem() and self.slot.get(self.case()) is not None:
            # away from its field, "this is not a date" has to say which date
            said = f"{self.field.label}: {lowered(said)}"
        return Complaint(said, self.field) if said else None

    def changes(self, value: object) -> Change:
        """What to save for a new value; a subclass may have more to change with it."""
        return self.slot.change(self.case(), value)

    def case(self) -> Document:
        """The case as last saved."""
        return self._desk.record.case if self._desk else {}

    def _save(self) -> None:
        if isinstance(self.field, LineField):
            self.field.line.setModified(False)
        self._visited = True
        if self._desk is not None:
            self._desk.set(*self.changes(self._form.typed(self.field)))


def problems_by_field(judgment: Judgment) -> dict[str, str]:
    """What is wrong with the case, by the field's path; what only follows from a missing day is left out."""
    found = {problem.field: problem.problem for problem in judgment.problems}
    if "request.start_date" in found and found.get("member.birth_date", "").startswith("is after"):
        del found["member.birth_date"]
    return found


def complaints_of(bindings: Sequence[Binding], problems: dict[str, str]) -> list[Complaint]:
    """Show and list what is wrong in these fields, in their order."""
    revealed = [binding.reveal(problems) for binding in bindings]
    return [complaint for complaint in revealed if complaint is not None]
