"""What screen readers are told: roles, names and states, as Qt's accessibility layer gives them."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.buttons import PrimaryButton
from ui.kit.chips import Chip, StatusIcon
from ui.kit.choice_fields import ComboField
from ui.kit.choices import CheckRow, ChoiceRow
from ui.kit.cycle_timeline import CycleTimeline
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.filters import FilterTab
from ui.kit.finding_tree import FindingTree
from ui.kit.nav import NavItem
from ui.kit.status import Status
from ui.kit.text import Value
from ui.kit.text_fields import TextField
from ui.kit.worklist_table import WorklistTable

_Role = QAccessible.Role


def _seen(widget: QWidget) -> QAccessibleInterface:
    seen = QAccessible.queryAccessibleInterface(widget)
    assert seen is not None
    return seen


@pytest.mark.parametrize(
    ("widget", "role", "name"),
    [
        (lambda: ChoiceRow("Relapsed", "x"), _Role.RadioButton, "Relapsed"),
        (lambda: CheckRow("E1 Marrow", "x"), _Role.CheckBox, "E1 Marrow"),
        (lambda: PrimaryButton("Sign approval", "x"), _Role.Button, "Sign approval"),
        (lambda: NavItem("x", "mail", "Letter"), _Role.Button, "Letter"),
        (lambda: Chip(Status.OPEN, "Needs a document"), _Role.StaticText, "Needs a document"),
        (lambda: StatusIcon(Status.NOT_MET), _Role.StaticText, "Not met"),
        (lambda: Value("1.5 mg"), _Role.StaticText, "1.5 mg"),
        (lambda: CycleTimeline("x", "Cycle timeline"), _Role.StaticText, "Cycle timeline"),
        (lambda: FilterTab("x", "Overdue"), _Role.RadioButton, "Overdue"),
        (lambda: FindingTree("x", "Finding so far"), _Role.Tree, "Finding so far"),
        (lambda: FactsTable("x", "Doses", [FactsColumn("Day")]), _Role.Table, "Doses"),
        (lambda: WorklistTable("x", ("Due",)), _Role.Table, ""),
    ],
)
def test_a_widget_has_the_role_and_name_that_it_looks_like(
    widget: object, role: QAccessible.Role, name: str, qtbot: QtBot
) -> None:
    assert callable(widget)
    made = widget()
    assert isinstance(made, QWidget)
    qtbot.addWidget(made)

    assert _seen(made).role() is role
    assert _seen(made).text(QAccessible.Text.Name) == name


def test_the_editor_of_a_field_is_named_by_its_label(qtbot: QtBot) -> None:
    name, plan = TextField("x", "Family name"), ComboField("y", "Plan")
    for field in (name, plan):
        qtbot.addWidget(field)

    assert _seen(name.editor()).role() is _Role.EditableText
    assert _seen(name.editor()).text(QAccessible.Text.Name) == "Family name"
    assert _seen(plan.editor()).role() is _Role.ComboBox
    assert _seen(plan.editor()).text(QAccessible.Text.Name) == "Plan"


def test_a_chosen_row_says_that_it_is_checked(qtbot: QtBot) -> None:
    row = ChoiceRow("Relapsed", "x", "Blasts returned")
    qtbot.addWidget(row)
    assert not _seen(row).state().checked

    row.setChecked(True)

    assert _seen(row).state().checked
    assert _seen(row).text(QAccessible.Text.Description) == "Blasts returned"
