"""The history of one case: everything that was done about it, what changed each time, and its letters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.case import record_from
from app.casebook import EventKind
from app.earlier_revision import open_revision
from app.errors import DictamenError
from app.history import Moment, MomentKind, compare, timeline
from ui import fonts, theme
from ui.fonts import px
from ui.history.compare_card import CompareCard
from ui.history.letters_card import LettersCard
from ui.history.log_table import LogTable
from ui.history.rows import row_of_moment
from ui.history.surface import LogSurface
from ui.history.words import tr
from ui.keeping.hold_card import HoldCard
from ui.kit.boxes import Column, Row
from ui.kit.filters import FilterBar
from ui.kit.leaving import way_back
from ui.kit.scroll_page import PlainScroll, ScrollPage
from ui.kit.text import PageTitle, Secondary
from ui.language import error_words
from ui.messages import MessageBar, sentence
from ui.session import Session

ALL = "all"
_KINDS = (ALL, MomentKind.CHANGE.value, MomentKind.LETTER.value, MomentKind.ACCESS.value)
_LEAST_CARDS = 300
_BESIDE = 1050
"""The effective width from which the cards stand beside the log."""


class HistoryView(QWidget):
    """Read only. Whoever shows it waits for ``closed``, then takes it away.

    Attributes:
        bar: where messages are shown.

    Signals:
        closed: a person has seen enough.
        revision_asked(object): an earlier revision should be shown (an ``OpenCase`` that cannot be changed).
    """

    closed = Signal()
    revision_asked = Signal(object)

    def __init__(self, session: Session, case_id: str) -> None:
        """Errors as in ``app.history.timeline``."""
        super().__init__()
        self.setObjectName("history")
        self._session, self._case_id = session, case_id
        casebook = session.casebook
        self._moments = self._read()
        casebook.events.note(EventKind.HISTORY_READ, case_id)
        self.bar = MessageBar("history/message")
        headers = (tr("When"), tr("Who"), tr("What"), tr("Revision"))
        self.log = LogTable("history/log", tr("History"), headers)
        self.compare = CompareCard()
        self.letters = LettersCard(casebook, session.language)
        self.hold = HoldCard(casebook, case_id)
        self._filters = self._make_filters()
        self._count()
        self._body = Row(gap=16)
        self._arrange()
        self._connect()
        revisions = [line for line in self._moments.values() if line.rev]
        self.compare.show_revisions(revisions)
        self._show_log()
        if revisions:
            self._compare(revisions[-1].rev - 1, revisions[-1].rev)
        self.letters.show_letters(record_from(casebook.get(case_id).document).letters)

    def take_focus(self) -> None:
        """Go to the log."""
        self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_case(self) -> None:
        """Leave; there is nothing to save."""
        self.letters.forget()
        self.closed.emit()

    # ------------------------------------------------------------ what it shows

    def _read(self) -> dict[str, Moment]:
        language = self._session.language
        return {str(line.seq): line for line in timeline(self._session.casebook, self._case_id, language)}

    def _show_log(self) -> None:
        self.log.set_rows([row_of_moment(line) for line in reversed(self._moments.values())])

    def _count(self) -> None:
        for kind in _KINDS:
            self._filters.set_count(kind, sum(kind in {ALL, line.kind} for line in self._moments.values()))

    def _reload(self) -> None:
        """Show what was done while the history was in sight."""
        self._moments = self._read()
        self.bar.clear()
        self._show_log()
        self._count()

    # ------------------------------------------------------------ what a person asks for

    def _show_moment(self, row_id: str) -> None:
        """Show what a revision changed, against the one before it."""
        moment = self._moments.get(row_id)
        if moment is not None and moment.rev:
            self._compare(moment.rev - 1, moment.rev)

    def _compare(self, older: int, newer: int) -> None:
        try:
            found = compare(self._session.casebook, self._case_id, older, newer, self._session.language)
        except DictamenError as error:
            self.bar.show_message("failed", error_words(error))
            return
        self.bar.clear()
        self.compare.show_comparison(found)

    def _open_moment(self, row_id: str) -> None:
        moment = self._moments.get(row_id)
        if moment is not None and moment.rev:
            self._open(moment.rev)

    def _open(self, rev: int) -> None:
        if not rev:
            return
        try:
            case = open_revision(self._session.casebook, self._case_id, rev)
        except DictamenError as error:
            self.bar.show_message("failed", error_words(error))
            return
        self.revision_asked.emit(case)

    def _filter(self, kind: str) -> None:
        self.log.set_test(None if kind == ALL else lambda row: self._moments[row.id].kind == kind)

    # ------------------------------------------------------------ how it is built

    def _make_filters(self) -> FilterBar:
        bar = FilterBar("history/filter")
        words = (tr("All"), tr("Changes"), tr("Letters"), tr("Looks at the case"))
        for kind, word in zip(_KINDS, words, strict=True):
            bar.add(kind, word)
        return bar

    def _connect(self) -> None:
        self.log.chosen.connect(self._show_moment)
        self.log.opened.connect(self._open_moment)
        self.compare.asked.connect(self._compare)
        self.compare.open_asked.connect(self._open)
        self.hold.changed.connect(self._reload)
        self.hold.failed.connect(lambda error: self.bar.show_message("failed", sentence(error)))
        self._filters.chosen.connect(self._filter)
        theme.changes().changed.connect(self._fit)

    def _arrange(self) -> None:
        page, inside = PlainScroll("history/page"), QWidget()
        outer = Column(inside, margins=(24, 14, 24, 14), gap=10)
        page.set_inside(inside)
        Column(self).addWidget(page)
        outer.addLayout(way_back(self, "history", tr("Back"), self.close_case))
        outer.addWidget(PageTitle(tr("History of case {0}").format(self._case_id)))
        outer.addWidget(Secondary(_lead(list(self._moments.values()))))
        outer.addWidget(self.bar)
        outer.addWidget(self._filters)
        outer.addLayout(self._body, 1)
        place = LogSurface("history/place")
        place.column.addWidget(self.log)
        side = self._side = ScrollPage("history/side", margins=(0, 0, 0, 0))
        side.column.addWidget(self.compare)
        side.column.addWidget(self.letters)
        side.column.addWidget(self.hold)
        side.column.addStretch(1)
        self._body.addWidget(place, 11)
        self._body.addWidget(side, 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() / fonts.scale() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(way)
        self._side.setMinimumHeight(px(_LEAST_CARDS))


def _lead(moments: list[Moment]) -> str:
    revisions = sum(bool(moment.rev) for moment in moments)
    people = len({moment.actor for moment in moments})
    told = tr("1 revision") if revisions == 1 else tr("{0} revisions").format(revisions)
    by = tr("1 person") if people == 1 else tr("{0} people").format(people)
    return tr("{0} by {1}. Nothing here can be changed; Enter opens a revision as it was.").format(told, by)
