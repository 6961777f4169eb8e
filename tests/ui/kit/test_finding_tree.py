from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.kit.finding_model import FindingModel
from ui.kit.finding_tree import FindingTree, TreeLine
from ui.kit.status import Status

_MISSING = "Answered: relapsed. Document missing"


def _lines(note: str = _MISSING, status: Status = Status.OPEN) -> list[TreeLine]:
    first = (
        TreeLine("A.i", "A.i", "CD22-positive B-cell ALL", Status.MET),
        TreeLine("A.ii.A", "A.ii.A", "Relapsed or refractory", status, note),
    )
    ways = (
        TreeLine("A/1", "A.i + A.ii", "Relapsed or refractory disease", status, children=first),
        TreeLine("A.iii", "A.iii", "Induction, with mini-hyper-CVD", Status.NEUTRAL, dim=True),
    )
    return [TreeLine("A", "A", "Initial approval, one of two ways", status, children=ways)]


@pytest.fixture
def tree(qtbot: QtBot) -> FindingTree:
    made = FindingTree("finding", "Finding so far")
    qtbot.addWidget(made)
    made.set_lines(_lines())
    made.resize(300, made.heightForWidth(300))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_keeps_qts_rules(check_model: Callable[[QAbstractItemModel], None]) -> None:
    model = FindingModel("Finding so far")
    model.set_lines(_lines())

    check_model(model)
    model.set_lines(_lines("", Status.MET))
    check_model(model)


def test_the_tree_holds_every_line_in_the_policys_order(tree: FindingTree) -> None:
    spoken = []
    index = tree.model().index(0, 0)
    while index.isValid():
        spoken.append(index.data(Qt.ItemDataRole.AccessibleTextRole))
        index = tree.indexBelow(index)

    assert [text.split(" ")[0] for text in spoken] == ["A", "A.i", "A.i", "A.ii.A", "A.iii"]
    assert spoken[3] == f"A.ii.A Relapsed or refractory. Open. {_MISSING}"
    assert tree.model().headerData(0, Qt.Orientation.Horizontal) == "Finding so far"


def test_a_change_of_status_keeps_the_current_line_and_tells_only_what_changed(
    tree: FindingTree, qtbot: QtBot
) -> None:
    tree.set_current("A.ii.A")
    changed = []
    tree.model().dataChanged.connect(lambda first, _last: changed.append(first.data()))

    with qtbot.assertNotEmitted(tree.model().modelReset):
        tree.set_lines(_lines("", Status.MET))

    assert tree.current_id() == "A.ii.A"
    assert set(changed) == {
        "A Initial approval, one of two ways",
        "A.i + A.ii Relapsed or refractory disease",
        "A.ii.A Relapsed or refractory",
    }


def test_lines_of_another_shape_keep_the_current_one_by_its_id(tree: FindingTree) -> None:
    tree.set_current("A.iii")

    tree.set_lines([TreeLine("B", "B", "Continuation", Status.OPEN), *_lines()])

    assert tree.current_id() == "A.iii"
    assert tree.isExpanded(tree.model().index(1, 0))


def test_enter_and_a_click_open_a_line(tree: FindingTree, qtbot: QtBot) -> None:
    tree.set_current("A.ii.A")
    with qtbot.waitSignal(tree.opened) as told:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert told.args == ["A.ii.A"]

    top = tree.visualRect(tree.model().index(0, 0)).center()
    with qtbot.waitSignal(tree.opened) as told:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert told.args == ["A"]


def test_arrows_walk_the_lines(tree: FindingTree) -> None:
    tree.set_current("A")

    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Down)

    assert tree.current_id() == "A.i"


def test_a_line_that_is_not_there_tints_none(tree: FindingTree) -> None:
    tree.set_current("A.i")

    tree.set_current("C")

    assert tree.current_id() == ""


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_tree_is_as_high_as_its_wrapped_lines(
    qapp: QApplication, tree: FindingTree, scale: float
) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, scale)
    for width in (260, 334, 500):
        tree.resize(width, tree.heightForWidth(width))
        QApplication.processEvents()
        last, index = QModelIndex(), tree.model().index(0, 0)
        while index.isValid():
            last, index = index, tree.indexBelow(index)
        assert tree.visualRect(last).bottom() + 1 == tree.viewport().height()
