"""The notes of a case as a card, for a page that has no finding beside it."""

from app.course_notices import course_notices
from ui.kit.card import Card
from ui.review.advisory_notes import SeenNotes, advisory_notes, course_notes
from ui.review.desk import CaseDesk
from ui.review.words import tr


class NotesCard(Card):
    """The advisories and what is told of the member's course; hidden while there is neither."""

    def __init__(self, page: str, desk: CaseDesk) -> None:
        super().__init__(f"{page}/notes")
        self._advisories = SeenNotes(f"{page}/advisories", tr("Good to know"), f"{page}/advisory")
        self._course = SeenNotes(f"{page}/course", tr("The member's course"), f"{page}/notice")
        for notes in (self._advisories, self._course):
            notes.marked.connect(desk.acknowledge)
            self.column.addWidget(notes)

    def show_case(self, desk: CaseDesk) -> None:
        """Show the notes of a case as it is now."""
        judgment, record, read_only = desk.judgment, desk.record, desk.case.why_read_only is not None
        advisories = advisory_notes(judgment, desk.language)
        told = course_notes(course_notices(desk.course, record, judgment), desk.language)
        self._advisories.show_notes(advisories, record.acknowledged, read_only=read_only)
        self._course.show_notes(told, record.acknowledged, read_only=read_only)
        self.setVisible(bool(advisories or told))
