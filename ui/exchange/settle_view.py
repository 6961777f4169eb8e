"""A case that two sites changed: its versions side by side, and what a person lets stand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.casebook import Saved
from app.errors import DictamenError
from app.settling import Settlement, Side
from ui.exchange.part_row import PartRow
from ui.exchange.words import side_hint, side_title, tr
from ui.kit.boxes import Column, Row, at_left
from ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.leaving import way_back
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import Hint, PageTitle, Secondary, SectionTitle, Value
from ui.messages import MessageBar, sentence
from ui.review.page import focus_first_in
from ui.session import Session


class SettleView(QWidget):
    """Whoever shows it waits for ``closed``, then takes it away.

    Attributes:
        bar: where messages are shown.
        case_id: of the case.

    Signals:
        closed: a person has seen enough, or the case is settled.
        settled(str): the case of this id has one version now.
    """

    closed = Signal()
    settled = Signal(str)

    def __init__(self, session: Session, case_id: str) -> None:
        """Errors as in ``Settlement``."""
        super().__init__()
        self.setObjectName("settle")
        self.case_id = case_id
        self._session = session
        self._settlement = Settlement(session.casebook, case_id, session.language)
        self.bar = MessageBar("settle/message")
        self._parts = [PartRow(part, self._settlement.sides) for part in self._settlement.parts]
        self.left = Hint()
        self.left.setObjectName("settle/left")
        self.save = PrimaryButton(tr("Save what is chosen"), "settle/save", icon="check")
        self.save.clicked.connect(self._save)
        self._arrange()
        self._count()

    def take_focus(self) -> None:
        """Go to the first control."""
        focus_first_in(self)

    def close_case(self) -> None:
        """Leave; what was chosen and not saved is forgotten."""
        self.closed.emit()

    # ------------------------------------------------------------ what a person does

    def _choose_all(self, number: int) -> None:
        for part in self._parts:
            part.choose(number)
        self._count()

    def _count(self) -> None:
        lacking = sum(part.number() is None for part in self._parts)
        words = (
            tr("1 part is still to be chosen.") if lacking == 1 else tr("{0} parts are still to be chosen.")
        )
        self.left.setText(words.format(lacking) if lacking else tr("Everything is chosen."))

    def _save(self) -> None:
        chosen = {part.part.path: part.number() for part in self._parts}
        lacking = next((part for part in self._parts if part.number() is None), None)
        if lacking is not None:
            lacking.focus()
            self.bar.show_message(
                "failed", tr("Choose a value for each part: {0}").format(lacking.part.label)
            )
            return
        others = {path: number for path, number in chosen.items() if number is not None and number != 1}
        self._settle(lambda: self._settlement.mix(1, others))

    def _take(self, number: int) -> None:
        self._settle(lambda: self._settlement.choose(number))

    def _settle(self, work: Callable[[], Saved]) -> None:
        try:
            work()
        except DictamenError as error:
            self.bar.show_message("failed", sentence(error))
            return
        self.settled.emit(self.case_id)

    # ------------------------------------------------------------ how it is built

    def _arrange(self) -> None:
        page = ScrollPage("settle/page")
        Column(self).addWidget(page)
        page.column.addLayout(way_back(self, "settle", tr("Back"), self.close_case))
        page.column.addWidget(PageTitle(tr("Case {0} was changed at two sites").format(self.case_id)))
        page.column.addWidget(Secondary(self._lead()))
        page.column.addWidget(self.bar)
        sides = Row(gap=12)
        for side in self._settlement.sides:
            sides.addWidget(self._side_card(side), 1)
        page.column.addLayout(sides)
        page.column.addWidget(self._parts_card() if self._settlement.may_mix else self._table_card())

    def _lead(self) -> str:
        if self._settlement.may_mix:
            return tr("Choose what stands, part by part or as a whole. Every version stays in the history.")
        return tr(
            "A signed decision is never undone: a decided version stands as a whole. The letters of all "
            "versions stay with the case."
        )

    def _side_card(self, side: Side) -> Card:
        name = f"settle/version/{side.number}"
        card = Card(name, gap=8)
        card.column.addWidget(SectionTitle(side_title(side)))
        card.column.addWidget(Secondary(side_hint(side)))
        if side.decision is not None:
            decided = tr("Decided: {0}, by {1}").format(side.decision.outcome, side.decision.by)
            card.column.addWidget(Value(decided))
        reason = self._settlement.why_not(side.number)
        may = self._session.person.role.may_write and reason is None
        if self._settlement.may_mix:
            button: LinkButton | SecondaryButton = LinkButton(
                tr("Choose all of this version"), f"{name}/all", icon="list-checks"
            )
            button.clicked.connect(partial(self._choose_all, side.number))
        else:
            button = SecondaryButton(tr("Let this version stand"), f"{name}/take", icon="check")
            button.clicked.connect(partial(self._take, side.number))
        button.setEnabled(may)
        if reason:
            button.setAccessibleDescription(reason)
            card.column.addWidget(Hint(tr("Another version is decided.")))
        card.column.addStretch(1)  # beside a taller card the words stay at the top
        card.column.addLayout(at_left(button))
        return card

    def _parts_card(self) -> Card:
        card = Card("settle/parts", gap=12)
        card.column.addWidget(SectionTitle(tr("What differs")))
        for number, part in enumerate(self._parts):
            if number:
                card.column.addWidget(Divider())
            part.chosen.connect(self._count)
            card.column.addWidget(part)
        if not self._parts:
            card.column.addWidget(Secondary(tr("Nothing differs but who saved it last.")))
        row = Row(gap=12)
        row.addWidget(self.save)
        row.addWidget(self.left, 1)
        card.column.addLayout(row)
        if not self._session.person.role.may_write:
            self.save.hide()
            self.left.hide()
        return card

    def _table_card(self) -> Card:
        card = Card("settle/parts", gap=12)
        card.column.addWidget(SectionTitle(tr("What differs")))
        columns = [FactsColumn(tr("Part"))]
        columns += [FactsColumn(side_title(side)) for side in self._settlement.sides]
        table = FactsTable("settle/table", tr("What differs"), columns)
        parts = self._settlement.parts
        table.set_rows([(part.label, *map(_in_line, part.values, part.kept)) for part in parts])
        card.column.addWidget(table)
        return card


def _in_line(value: str, kept: bool) -> str:  # mapped over two tuples
    """A value in a cell; one that was left as both had it before says so."""
    words = ", ".join(value.splitlines())
    return tr("{0} (as it was before)").format(words) if kept else words
