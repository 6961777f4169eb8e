"""The gallery's pages that show: timeline, tables, check list, worklist, empty list."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QSizePolicy, QWidget

from tests.tools.gallery_frame import case_frame, heading, side_bar
from tests.tools.gallery_questions import finding_panel
from ui.fonts import px
from ui.kit.banner import Fact, Urgency
from ui.kit.boxes import Column, Row
from ui.kit.card import Card, Divider
from ui.kit.check_list import CheckLine, CheckList, Figures
from ui.kit.cycle_timeline import Course, CourseBlock, CycleTimeline, TreatmentMark, Window
from ui.kit.empty_state import EmptyState
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.filters import FilterBar, SearchLine
from ui.kit.footer import FooterBar
from ui.kit.key_button import KeyButton
from ui.kit.notices import Notice, NoticeBar
from ui.kit.scroll_page import ScrollPage
from ui.kit.status import Status
from ui.kit.text import SectionTitle, Text
from ui.kit.value_scale import ScaleFacts, ValueScale
from ui.kit.worklist_table import WorklistRow, WorklistTable


def dose() -> QWidget:
    """The cycle timeline, figures and the dose table."""
    page = ScrollPage("dose")
    heading(page.column, "Dose and schedule", "inotuzumab ozogamicin (Besponsa), cycle 3, 28 days.")
    picture = Card("dose/picture")
    timeline = CycleTimeline("dose/timeline", "Cycle timeline")
    timeline.show_timeline(_course(), _window())
    picture.column.addWidget(timeline)
    scale = ValueScale("dose/scale", "Platelets")
    facts = ScaleFacts(("CRi", "CR"), (Decimal(100),), Decimal(80), place=0)
    scale.show_scale(facts, "80 of 100: below, as for CRi")
    picture.column.addWidget(scale)
    page.column.addWidget(picture)
    card = Card("dose/doses", gap=10)
    figures = Figures("dose/figures")
    figures.show_facts(
        [Fact("Height", "170 cm"), Fact("Weight", "75 kg"), Fact("Body surface area", "1.88 m²")]
    )
    card.column.addWidget(figures)
    card.column.addWidget(Divider())
    card.column.addWidget(_doses())
    page.column.addWidget(card)
    footer = FooterBar("footer")
    footer.show_saved("All changes saved, 09:04:31")
    footer.set_primary("Continue to decision")
    return case_frame(side_bar(case=True), page, footer)


def _course() -> Course:
    blocks = (
        CourseBlock("1", "no response", date(2026, 10, 5), date(2026, 10, 25)),
        CourseBlock("2", "CRi on 18-Nov", date(2026, 10, 26), date(2026, 11, 22)),
        CourseBlock("3", "asked for", date(2026, 11, 30), date(2026, 12, 27), asked=True),
    )
    months = tuple(f"{date(2026, month, 1):%b}" for month in range(1, 13))
    caption = "Cycle 3 of at most 6 (no transplant planned, line B.iii)"
    return Course("Course so far", caption, blocks, date(2026, 11, 24), "Today 24-Nov", months)


def _window() -> Window:
    marks = (
        TreatmentMark(1, "Day 1", "Mon 30-Nov", "0.94 mg"),
        TreatmentMark(8, "Day 8", "Mon 07-Dec", "0.94 mg", may_move=2),
        TreatmentMark(15, "Day 15", "Mon 14-Dec", "0.94 mg", may_move=2),
    )
    caption = "Mon 30-Nov-2026 to Sun 27-Dec-2026, both included: 28 days"
    legend = "Days 8 and 15 may move by 2 days, with at least 6 days between doses"
    last = ("Day 28", "Sun 27-Dec, last day")
    return Window("Authorization asked for", caption, 28, marks, "treatment-free", *last, legend)


def _doses() -> FactsTable:
    columns = (
        FactsColumn("Treatment day"),
        FactsColumn("Table", numeric=True),
        FactsColumn("Limit", numeric=True),
        FactsColumn("Asked for", numeric=True),
        FactsColumn("To authorize", numeric=True, strong=True),
        FactsColumn("J9229 units", numeric=True),
        FactsColumn("Vials of 0.9 mg", numeric=True),
        FactsColumn("Discarded units", numeric=True),
    )
    table = FactsTable("dose/table", "Doses", columns)
    amounts = ("0.5 mg/m²", "0.94 mg", "0.94 mg", "0.94 mg", "10", "2", "8")
    days = ("Day 1, Mon 30-Nov-2026", "Day 8, Mon 07-Dec-2026", "Day 15, Mon 14-Dec-2026")
    table.set_rows([(day, *amounts) for day in days])
    return table


def decision() -> QWidget:
    """The check list before signing."""
    page = ScrollPage("decision")
    heading(page.column, "Decision", "Nothing is signed until you press Sign.")
    card = Card("decision/check")
    card.column.addWidget(SectionTitle("Check before you sign"))
    checks = CheckList("check")
    checks.set_lines(
        [
            CheckLine("request", "Request", "Continuation, cycle 3, expedited", "J9229, C91.01"),
            CheckLine("response", "Response", "CRi, first documented in cycle 2", "E3 Marrow, 18-Nov-2026"),
            CheckLine("doses", "Doses", "0.94 mg on days 1, 8 and 15", "30 units, BSA 1.88 m²"),
        ]
    )
    card.column.addWidget(checks)
    page.column.addWidget(card)
    page.column.addWidget(NoticeBar("decision/info", Notice.INFO, "The program recommends; you decide."))
    text = "The last change could not be saved: the disk is full. Free some space, then press Try again."
    page.column.addWidget(NoticeBar("decision/failed", Notice.FAILED, text))
    footer = FooterBar("footer")
    footer.show_saved("All changes saved, 09:11:07")
    footer.add_secondary("Preview letter", "decision/preview")
    footer.set_primary("Sign approval", "signature")
    return case_frame(side_bar(case=True), page, footer, finding_panel())


def _row(
    case: str, due: tuple[str, str, Urgency], name: tuple[str, str], chip: tuple[Status, str, str]
) -> WorklistRow:
    request = ("Continuation, cycle 3", "Expedited")
    next_step = "1 document: relapse or refractory"
    status, status_text, status_icon = chip
    return WorklistRow(case, *due, *name, case, *request, status, status_text, status_icon, next_step)


def worklist() -> QWidget:
    """The worklist, with every chip."""
    window = QWidget()
    frame = Row(window)
    frame.addWidget(side_bar(case=False))
    page = Column(margins=(24, 18, 24, 10), gap=12)
    frame.addLayout(page, 1)
    top = Row(gap=12)
    words = Column()
    heading(
        words, "Worklist", "Tuesday 24-Nov-2026, 09:12. 9 open, 1 overdue, the next is due in 1 h 13 min."
    )
    top.addLayout(words, 1)
    search = SearchLine("worklist/find", "Find member, case or ID")
    search.setFixedWidth(px(250))
    top.addWidget(search)
    page.addLayout(top)
    filters = FilterBar("worklist/filter")
    for filter_id, text, count in (
        ("all", "All open", 9),
        ("late", "Overdue", 1),
        ("soon", "Due in 4 hours", 2),
    ):
        filters.add(filter_id, text).set_count(count)
    page.addWidget(filters)
    page.addWidget(_cases(), 1)
    keys = Row(gap=16)
    for key, does in (("Enter", "open"), ("N", "new"), ("/", "find"), ("Ctrl K", "all commands")):
        keys.addWidget(KeyButton(f"gallery/key/{does}", key, does))
    keys.addStretch(1)
    page.addLayout(keys)
    return window


def _cases() -> Card:
    soon, normal = Urgency.SOON, Urgency.NORMAL
    physician = (Status.NOT_MET, "Physician reviewer", "stethoscope")
    documents = (Status.OPEN, "Needs documents", "file-question-mark")
    rows = [
        _row(
            "C-2026-0412", ("Overdue 38 min", "today 08:34", Urgency.LATE), ("Rivera Colón", "Ana"), physician
        ),
        _row(
            "C-2026-0417",
            ("1 h 13 min", "today 10:25", soon),
            ("Núñez Rivera", "María del Carmen"),
            documents,
        ),
        _row(
            "C-2026-0415",
            ("2 h 53 min", "today 12:05", soon),
            ("Ortiz Vega", "Luis A."),
            (Status.MET, "Ready to decide", "circle-check"),
        ),
        _row(
            "C-2026-0409",
            ("9 h 40 min", "today 18:52", normal),
            ("Santiago Feliciano", "José"),
            (Status.INFO, "In review", "pencil"),
        ),
        _row(
            "C-2026-0411",
            ("1 d 7 h", "Wed 25-Nov 16:30", normal),
            ("Vélez Pagán", "Héctor"),
            (Status.NEUTRAL, "New", "inbox"),
        ),
    ]
    table = WorklistTable("worklist/cases", ("Due", "Member", "Request", "Status", "Next"))
    table.set_rows(rows)
    table.select("C-2026-0417")
    card = Card("worklist/card")
    card.column.set_margins((1, 1, 1, 8))
    card.column.addWidget(table, 1)
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return card


def empty() -> QWidget:
    """A list with nothing in it, and buttons alone."""
    window = QWidget()
    column = Column(window, margins=(24, 24, 24, 24), gap=12)
    card = Card("empty/card")
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    state = EmptyState(
        "empty", "circle-check", "Nothing is due", "Start a request, or open a case file you received."
    )
    state.add_button("New request", "empty/new", "plus")
    state.add_button("Open case file", "empty/open", "file-text")
    card.column.addWidget(state, 1)
    column.addWidget(card, 1)
    column.addWidget(Text("A sentence of the body size."))
    return window
