"""What is worth knowing beside the finding, each with its source and whether somebody has seen it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.acknowledgement import Acknowledgement
from app.case import Judgment
from app.course_notices import CourseNotice
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton
from ui.kit.chips import StatusIcon
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, Muted
from ui.review.values import moment
from ui.review.words import tr


class SeenNote(NamedTuple):
    """One note: the key that it is marked by, what it says, and where that comes from."""

    key: str
    text: str
    source: str


def advisory_notes(judgment: Judgment, language: str) -> list[SeenNote]:
    """The advisories of a case."""
    found = judgment.review.advisories if judgment.review else ()
    return [SeenNote(advisory.code, advisory.text[language], advisory.source) for advisory in found]


def course_notes(notices: Sequence[CourseNotice], language: str) -> list[SeenNote]:
    """What is told of the member's course; what no publication says comes from the cases kept here."""
    own = tr("the cases in this casebook")
    return [SeenNote(notice.key, notice.text[language], notice.source or own) for notice in notices]


class SeenNotes(QWidget):
    """A small title over the notes; hidden while there is none. A note keeps its place while it applies.

    Signals:
        marked(str, bool): a person wants the note of this key kept as seen, or as not seen.
    """

    marked = Signal(str, bool)

    def __init__(self, name: str, title: str, toggles: str) -> None:
        """``toggles`` begins the name of each note's button: ``TOGGLES/KEY/seen``."""
        super().__init__()
        self.setObjectName(name)
        self._toggles = toggles
        self._notes: dict[str, _Note] = {}
        self._column = Column(self, margins=(0, 6, 0, 0), gap=10)
        self._column.addWidget(FieldLabel(title))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_notes(
        self, notes: Sequence[SeenNote], acknowledged: Sequence[Acknowledgement], *, read_only: bool
    ) -> None:
        """Show these notes, and by whom each was seen."""
        self._keep_only({note.key for note in notes})
        seen: Mapping[str, Acknowledgement] = {item.code: item for item in acknowledged}
        for place, note in enumerate(notes, 1):
            if note.key not in self._notes:
                self._notes[note.key] = self._new_note(note)
            shown = self._notes[note.key]
            if self._column.indexOf(shown) != place:
                self._column.insertWidget(place, shown)
            shown.show_note(note)
            shown.show_seen(seen.get(note.key), read_only=read_only)
        self.setVisible(bool(notes))

    def _new_note(self, note: SeenNote) -> "_Note":
        made = _Note(f"{self._toggles}/{note.key}/seen")
        made.marked.connect(lambda seen: self.marked.emit(note.key, seen))
        return made

    def _keep_only(self, keys: set[str]) -> None:
        for key in self._notes.keys() - keys:
            gone = self._notes.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()


class _Note(QWidget):
    """One note; its toggle says what a click does."""

    marked = Signal(bool)

    def __init__(self, toggle: str) -> None:
        super().__init__()
        self._is_seen = False
        self._text, self._source, self._seen_by = Hint(), Muted(), Muted()
        self._toggle = LinkButton(tr("Mark as seen"), toggle)
        self._toggle.clicked.connect(lambda: self.marked.emit(not self._is_seen))
        icon = StatusIcon(Status.INFO)
        icon.setAccessibleName(tr("Note"))
        row = Row(self, gap=8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(gap=2)
        for part in (self._text, self._source, self._seen_by):
            column.addWidget(part)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def show_note(self, note: SeenNote) -> None:
        """Show what it says."""
        self._text.setText(note.text)
        self._source.setText(tr("Source: {0}").format(note.source))
        self._toggle.setAccessibleDescription(note.text)

    def show_seen(self, seen: Acknowledgement | None, *, read_only: bool) -> None:
        """Show who has seen it and when, or that nobody has."""
        self._is_seen = seen is not None
        said = tr("Seen by {0}, {1}").format(seen.by, moment(seen.at)) if seen else ""
        self._seen_by.setText(said)
        self._seen_by.setVisible(bool(said))
        self._toggle.set_words(tr("Mark as not seen") if seen else tr("Mark as seen"))
        self._toggle.setVisible(not read_only)
