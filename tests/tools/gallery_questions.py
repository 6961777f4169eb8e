"""The gallery's pages that ask: questions with their finding, and every kind of field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.tools.gallery_frame import case_frame, heading, side_bar
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card, Divider, Panel
from ui.kit.chips import Chip, StatusIcon
from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.choices import CheckRow, ChoiceGroup
from ui.kit.finding_tree import FindingTree, TreeLine
from ui.kit.flow import Flow
from ui.kit.footer import FooterBar
from ui.kit.notices import ErrorSummary, Notice, NoticeBar, problems_of
from ui.kit.reference_button import ReferenceButton
from ui.kit.scroll_page import ScrollPage
from ui.kit.side_bar import StepStrip
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, Muted, Secondary, SectionTitle
from ui.kit.text_fields import AreaField, PassphraseField, TextField
from ui.kit.value_fields import DateField, NumberField


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
    group.add("other", "Mini-hyper-CVD and blinatumomab").refuse("Only a physician reviewer")
    group.set_value("single_agent")
    card.column.addWidget(group)
    return card


def finding_panel() -> Panel:
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


def criteria() -> QWidget:
    """The criteria page of a case."""
    page = ScrollPage("criteria")
    heading(page.column, "Criteria for initial approval", "4 of 5 answered, 1 document missing.")
    for card in (_cd22(), _disease(), _regimen()):
        page.column.addWidget(card)
    footer = FooterBar("footer")
    footer.show_saved("All changes saved, 09:11:52")
    footer.set_primary("Continue to dose")
    return case_frame(side_bar(case=True), page, footer, finding_panel())


def request() -> QWidget:
    """Every kind of field, with errors."""
    page = ScrollPage("request")
    heading(page.column, "Request", "What came in, in the order of the paper.")
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
    return case_frame(side_bar(case=True), page, footer)
