"""Draw every widget of the kit into PNG files: both themes, two text sizes.

Usage: QT_QPA_PLATFORM=offscreen python tests/tools/gallery.py FOLDER
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui import theme
from ui.fonts import px
from ui.kit.banner import Fact, MemberBanner, Urgency
from ui.kit.boxes import Column, Row
from ui.kit.buttons import BackLink, LinkButton, PrimaryButton, SecondaryButton
from ui.kit.card import Card, Divider, Panel
from ui.kit.check_list import CheckLine, CheckList, Figures
from ui.kit.chips import Chip, KeyHint, StatusIcon
from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.choices import CheckRow, ChoiceGroup
from ui.kit.cycle_timeline import Course, CourseBlock, CycleTimeline, TreatmentMark, Window
from ui.kit.empty_state import EmptyState
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.filters import FilterBar, SearchLine
from ui.kit.finding_tree import FindingTree, TreeLine
from ui.kit.flow import Flow
from ui.kit.footer import FooterBar
from ui.kit.notices import ErrorSummary, Notice, NoticeBar, problems_of
from ui.kit.reference_button import ReferenceButton
from ui.kit.scroll_page import ScrollPage
from ui.kit.side_bar import SideBar, StepStrip
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, Muted, PageTitle, Secondary, SectionTitle, Text
from ui.kit.text_fields import AreaField, DateField, NumberField, PassphraseField, TextField
from ui.kit.worklist_table import WorklistRow, WorklistTable

_SIZE = QSize(1280, 800)


def _heading(page: Column, title: str, text: str) -> None:
    words = Column(gap=3)
    words.addWidget(PageTitle(title))
    words.addWidget(Secondary(text))
    page.addLayout(words)


def _side_bar(*, case: bool) -> SideBar:
    side = SideBar("nav")
    if case:
        side.add_top(BackLink("Worklist", "nav/back"))
        side.add_item("request", "file-text", "Request").set_mark(Status.MET)
        side.add_item("criteria", "list-checks", "Criteria").set_mark(Status.OPEN)
        side.add_item("dose", "calendar-days", "Dose and schedule", "Dose").set_mark(Status.MET)
        side.add_item("decision", "signpost", "Decision")
        side.add_item("letter", "mail", "Letter")
        side.select("criteria")
    else:
        side.add_brand("Dictamen", "shield-check")
        side.add_top(PrimaryButton("New request", "nav/new", icon="plus"))
        side.add_item("worklist", "list-checks", "Worklist").set_count(9)
        side.add_item("decided", "archive", "Decided").set_count(134)
        side.add_gap()
        side.add_item("policies", "book-open", "Policies")
        side.add_item("people", "key-round", "People and keys", "People")
        side.add_item("settings", "settings", "Settings")
        side.select("worklist")
    side.add_person("Ana Ruiz, RN", "Nurse reviewer")
    return side


def _banner() -> MemberBanner:
    banner = MemberBanner("banner")
    facts = [Fact("Born", "02-Apr-1968 (58 y)"), Fact("Member ID", "M00012345")]
    banner.show_member(
        "Núñez Rivera", "María del Carmen", [*facts, Fact("Plan", "MMM MA"), Fact("Language", "")]
    )
    banner.show_clock("1 h 13 min", "Decision due today 10:25", Urgency.SOON)
    return banner


def _question(name: str, line: str, chip: Chip, question: str) -> Card:
    card = Card(name)
    top = Row()
    top.addWidget(FieldLabel(line))
    top.addStretch(1)
    top.addWidget(chip)
    card.column.addLayout(top)
    card.column.addWidget(SectionTitle(question))
    return card


def _cd22() -> Card:
    card = _question("cd22", "A.i  A.iii", Chip(Status.MET, "Met"), "Is the leukemia CD22-positive?")
    card.column.addWidget(
        Hint("A dated flow cytometry or immunohistochemistry report. The policy sets no percentage.")
    )
    group = ChoiceGroup("cd22_positive", "Is the leukemia CD22-positive?")
    group.add("true", "Yes")
    group.add("false", "No")
    group.set_value("true")
    card.column.addWidget(group)
    shown = Flow(gap=8)
    shown.addWidget(Hint("Shown by", wraps=False))
    shown.addWidget(ReferenceButton("cd22/evidence/E1", ("E1", "Marrow flow cytometry", "10-Nov-2026")))
    shown.addWidget(LinkButton("Add document", "cd22/add", icon="paperclip"))
    card.column.addLayout(shown)
    return card


def _disease() -> Card:
    chip = Chip(Status.OPEN, "Needs a document", "file-question-mark")
    card = _question("disease", "A.ii.A", chip, "Is the disease relapsed or refractory?")
    group = ChoiceGroup("disease_status", "Is the disease relapsed or refractory?")
    group.add("relapsed", "Relapsed", "Blasts returned after a complete response")
    group.add("refractory", "Refractory", "No complete response to treatment")
    group.add("neither", "Neither", "For example newly diagnosed")
    group.set_value("relapsed")
    card.column.addWidget(group)
    text = "No document shows this yet. It counts as open until one does."
    notice = NoticeBar("disease/undocumented", Notice.WARNING, text)
    notice.add_action("Add document", "disease/add", "paperclip")
    card.column.addWidget(notice)
    return card


def _regimen() -> Card:
    card = _question(
        "regimen", "A.ii.B", Chip(Status.MET, "Met"), "What is inotuzumab ozogamicin given with?"
    )
    group = ChoiceGroup("regimen", "What is inotuzumab ozogamicin given with?")
    group.add("single_agent", "Nothing else", "Premedication does not change this")
    group.add("with_tki", "A tyrosine kinase inhibitor")
    group.add("with_mini_hyper_cvd", "Mini-hyper-CVD")
    group.add("other", "Mini-hyper-CVD and blinatumomab").refuse("Only a physician")
    group.set_value("single_agent")
    card.column.addWidget(group)
    return card


def _finding() -> Panel:
    panel = Panel("finding_panel", Qt.Edge.LeftEdge)
    page = ScrollPage("finding/page", margins=(18, 20, 14, 20), gap=10)
    Column(panel, margins=(1, 0, 0, 0)).addWidget(page)
    page.column.addWidget(FieldLabel("Finding so far"))
    headline = Row(gap=8)
    headline.addWidget(StatusIcon(Status.OPEN, 22))
    headline.addWidget(SectionTitle("Open: 1 document"), 1)
    page.column.addLayout(headline)
    page.column.addWidget(
        Secondary("Ask the prescriber for the document that shows relapse or refractory disease.")
    )
    page.column.addWidget(Divider())
    tree = FindingTree("finding", "Finding so far")
    tree.set_lines([_finding_lines()])
    tree.set_current("A.ii.A")
    page.column.addWidget(tree)
    page.column.addWidget(FieldLabel("What would change this"))
    page.column.addWidget(Muted("A document for A.ii.A: all criteria met"))
    page.column.addWidget(SecondaryButton("Write document request", "finding/request", icon="mail"))
    panel.setFixedWidth(px(334))
    return panel


def _finding_lines() -> TreeLine:
    met, note = Status.MET, "Answered: relapsed. Document missing"
    first = (
        TreeLine("A.i", "A.i", "CD22-positive B-cell ALL", met),
        TreeLine("A.ii.A", "A.ii.A", "Relapsed or refractory", Status.OPEN, note),
        TreeLine("A.ii.B.1", "A.ii.B.1", "Single agent", met),
    )
    second = "Induction, Philadelphia-negative, with mini-hyper-CVD"
    ways = (
        TreeLine("A/1", "A.i + A.ii", "Relapsed or refractory disease", Status.OPEN, children=first),
        TreeLine("A.iii", "A.iii", second, Status.NEUTRAL, dim=True),
    )
    return TreeLine("A", "A", "Initial approval, one of two ways", Status.OPEN, children=ways)


def _case_frame(side: QWidget, page: QWidget, footer: QWidget, panel: QWidget | None = None) -> QWidget:
    window = QWidget()
    all_ = Column(window)
    all_.addWidget(_banner())
    below = Row()
    all_.addLayout(below, 1)
    below.addWidget(side)
    middle = Column()
    middle.addWidget(page, 1)
    middle.addWidget(footer)
    below.addLayout(middle, 1)
    if panel is not None:
        below.addWidget(panel)
    return window


def criteria() -> QWidget:
    """The criteria page of a case."""
    page = ScrollPage("criteria")
    _heading(page.column, "Criteria for initial approval", "4 of 5 answered, 1 document missing.")
    for card in (_cd22(), _disease(), _regimen()):
        page.column.addWidget(card)
    footer = FooterBar("footer")
    footer.show_saved("All changes saved, 09:11:52")
    footer.set_primary("Continue to dose")
    return _case_frame(_side_bar(case=True), page, footer, _finding())


def request() -> QWidget:
    """Every kind of field, with errors."""
    page = ScrollPage("request")
    _heading(page.column, "Request", "What came in, in the order of the paper.")
    summary = ErrorSummary("request/errors")
    page.column.addWidget(summary)
    card = Card("request/card", gap=12)
    start = DateField("request/start", "First treatment day", required="Enter the first treatment day.")
    weight = NumberField("request/weight", "Weight", "As measured last", unit="kg")
    weight.set_characters(8)
    weight.line.setText("1,5")
    plan = ComboField("request/plan", "Plan")
    plan.add_option("ma", "MMM MA")
    plan.set_placeholder("Choose the plan")
    priority = ChoiceField("request/priority", "Priority")
    priority.add_option("standard", "Standard")
    priority.add_option("expedited", "Expedited")
    reason = AreaField("request/reason", "Note", lines=2)
    reason.set_placeholder("Say why, in plain words.")
    fields: list[QWidget] = [TextField("request/name", "Family name"), start, weight, plan, priority, reason]
    for field in fields:
        card.column.addWidget(field)
    card.column.addWidget(PassphraseField("request/passphrase", "Passphrase"))
    card.column.addWidget(CheckRow("E1 Marrow flow cytometry", "request/E1", "10-Nov-2026"))
    page.column.addWidget(card)
    footer = FooterBar("footer")
    footer.show_not_saved("Not saved: the disk is full.")
    footer.set_primary("Continue to criteria")
    strip = StepStrip("steps")
    for step, text in (("request", "Request"), ("criteria", "Criteria"), ("dose", "Dose and schedule")):
        strip.add_item(step, "file-text", text).set_mark(Status.MET if step == "request" else None)
    strip.select("request")
    page.column.insertWidget(0, strip)
    summary.show_problems(problems_of([start, weight]))
    return _case_frame(_side_bar(case=True), page, footer)


def dose() -> QWidget:
    """The cycle timeline, figures and the dose table."""
    page = ScrollPage("dose")
    _heading(page.column, "Dose and schedule", "inotuzumab ozogamicin (Besponsa), cycle 3, 28 days.")
    picture = Card("dose/picture")
    timeline = CycleTimeline("dose/timeline", "Cycle timeline")
    timeline.show_timeline(_course(), _window())
    picture.column.addWidget(timeline)
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
    return _case_frame(_side_bar(case=True), page, footer)


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
    _heading(page.column, "Decision", "Nothing is signed until you press Sign.")
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
    return _case_frame(_side_bar(case=True), page, footer, _finding())


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
    frame.addWidget(_side_bar(case=False))
    page = Column(margins=(24, 18, 24, 10), gap=12)
    frame.addLayout(page, 1)
    top = Row(gap=12)
    words = Column()
    _heading(
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
        keys.addWidget(KeyHint(key, does))
    keys.addStretch(1)
    page.addLayout(keys)
    return window


def _cases() -> Card:
    soon, normal = Urgency.SOON, Urgency.NORMAL
    physician = (Status.NOT_MET, "With physician", "stethoscope")
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


PAGES: tuple[Callable[[], QWidget], ...] = (criteria, request, dose, decision, worklist, empty)


def draw(app: QApplication, folder: Path) -> list[Path]:
    """Draw every page in both themes at 100 and 125 %; gives the files."""
    files = []
    for chosen in (theme.Theme.LIGHT, theme.Theme.DARK):
        for scale in (1.0, 1.25):
            theme.apply(app, chosen, scale)
            for page in PAGES:
                window = page()
                window.resize(_SIZE)
                window.show()
                app.processEvents()
                files.append(folder / f"{page.__name__}-{chosen}-{scale:.0%}.png")
                window.grab().save(str(files[-1]))
                window.close()
                window.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return files


def main() -> None:
    """Draw into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file in draw(QApplication([]), folder):
        print(file)


if __name__ == "__main__":
    main()
