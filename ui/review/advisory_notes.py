"""What is worth knowing beside the finding, each with its source and whether somebody has seen it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.acknowledgement import Acknowledgement
from app.policy import AdvisoryText
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton
from ui.kit.chips import StatusIcon
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, Muted
from ui.review.values import moment
from ui.review.words import tr


class AdvisoryNotes(QWidget):
    """A small title over the notes; hidden while there is none. A note keeps its place while it applies.

    Signals:
        marked(str, bool): a person wants the advisory of this code kept as seen, or as not seen.
    """

    marked = Signal(str, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._notes: dict[str, _Note] = {}
        self._column = Column(self, margins=(0, 6, 0, 0), gap=10)
        self._column.addWidget(FieldLabel(tr("Good to know")))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_notes(
        self,
        advisories: Sequence[AdvisoryText],
        acknowledged: Sequence[Acknowledgement],
        language: str,
        *,
        read_only: bool,
    ) -> None:
        """Show these advisories, and by whom each was seen."""
        self._keep_only({advisory.code for advisory in advisories})
        seen: Mapping[str, Acknowledgement] = {item.code: item for item in acknowledged}
        for place, advisory in enumerate(advisories, 1):
            if advisory.code not in self._notes:
                self._notes[advisory.code] = self._new_note(advisory, language)
                self._column.insertWidget(place, self._notes[advisory.code])
            self._notes[advisory.code].show_seen(seen.get(advisory.code), read_only=read_only)
        self.setVisible(bool(advisories))

    def _new_note(self, advisory: AdvisoryText, language: str) -> "_Note":
        note = _Note(advisory, language)
        note.marked.connect(self.marked)
        return note

    def _keep_only(self, codes: set[str]) -> None:
        for code in self._notes.keys() - codes:
            gone = self._notes.pop(code)
            gone.hide()
            gone.deleteLater()


class _Note(QWidget):
    """One advisory; its toggle says what a click does."""

    marked = Signal(str, bool)

    def __init__(self, advisory: AdvisoryText, language: str) -> None:
        super().__init__()
        self._code = advisory.code
        self._is_seen = False
        self._seen_by = Muted()
        self._toggle = LinkButton(tr("Mark as seen"), f"advisory/{advisory.code}/seen")
        self._toggle.setAccessibleDescription(advisory.text[language])
        self._toggle.clicked.connect(lambda: self.marked.emit(self._code, not self._is_seen))
        icon = StatusIcon(Status.INFO)
        icon.setAccessibleName(tr("Note"))
        row = Row(self, gap=8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(gap=2)
        column.addWidget(Hint(advisory.text[language]))
        column.addWidget(Muted(tr("Source: {0}").format(advisory.source)))
        column.addWidget(self._seen_by)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def show_seen(self, seen: Acknowledgement | None, *, read_only: bool) -> None:
        """Show who has seen it and when, or that nobody has."""
        self._is_seen = seen is not None
        said = tr("Seen by {0}, {1}").format(seen.by, moment(seen.at)) if seen else ""
        self._seen_by.setText(said)
        self._seen_by.setVisible(bool(said))
        self._toggle.set_words(tr("Mark as not seen") if seen else tr("Mark as seen"))
        self._toggle.setVisible(not read_only)
