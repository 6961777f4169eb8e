"""The finding as a tree that Qt's views can read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kit.status import Status, word_of

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One line of a finding.

    Attributes:
        id: what tells this line from all others, and what ``FindingTree.opened`` gives.
        number: the line's number as printed, such as "A.ii.B.1".
        label: what the line says, in a few words.
        status: how it stands.
        note: what is missing or was answered, shown below in the status's colour; may be empty.
        dim: the line cannot matter any more.
    """

    id: str
    number: str
    label: str
    status: Status
    note: str = ""
    dim: bool = False
    children: tuple["TreeLine", ...] = ()

    def spoken(self) -> str:
        """The line as a screen reader says it."""
        parts = (f"{self.number} {self.label}", word_of(self.status), self.note)
        return ". ".join(part for part in parts if part)


@dataclass(slots=True)
class _Node:
    line: TreeLine
    parent: int | None
    row: int
    children: list[int] = field(default_factory=list)


def _shape(lines: Sequence[TreeLine]) -> list[Any]:
    return [(line.id, _shape(line.children)) for line in lines]


class FindingModel(QAbstractItemModel):
    """Tree lines as rows of one column; changes of status and words are told in place."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._lines: tuple[TreeLine, ...] = ()
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    def set_lines(self, lines: Sequence[TreeLine]) -> bool:
        """Take these lines; says whether they came in the same shape, so that only their data changed."""
        same = _shape(lines) == _shape(self._lines)
        if same:
            self._replace(lines)
        else:
            self.beginResetModel()
            self._build(lines)
            self.endResetModel()
        return same

    def line(self, index: AnyIndex) -> TreeLine:
        """The line of a valid index."""
        return self._nodes[index.internalId()].line

    def index_of(self, line_id: str) -> QModelIndex:
        """The index of a line, invalid when it is not there."""
        for number, node in enumerate(self._nodes):
            if node.line.id == line_id:
                return self.createIndex(node.row, 0, number)
        return QModelIndex()

    def lines_with_depth(self) -> Iterator[tuple[TreeLine, int]]:
        """Every line from top to bottom with its depth, 0 at the top."""
        for node in self._nodes:
            depth, parent = 0, node.parent
            while parent is not None:
                depth, parent = depth + 1, self._nodes[parent].parent
            yield node.line, depth

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        below = self._children(parent)
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, child: AnyIndex) -> QModelIndex:  # type: ignore[override] # QObject.parent() has another
        above = self._nodes[child.internalId()].parent if child.isValid() else None
        return QModelIndex() if above is None else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: AnyIndex = _ROOT) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.number} {line.label}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        return line if role == LINE_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal and section == 0:
            return self._title
        return None

    def _children(self, parent: AnyIndex) -> list[int]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._top

    def _build(self, lines: Sequence[TreeLine]) -> None:
        self._lines = tuple(lines)
        self._nodes = []
        self._top = [self._add(line, None, row) for row, line in enumerate(lines)]

    def _add(self, line: TreeLine, parent: int | None, row: int) -> int:
        number = len(self._nodes)
        node = _Node(line, parent, row)
        self._nodes.append(node)
        node.children = [self._add(child, number, below) for below, child in enumerate(line.children)]
        return number

    def _replace(self, lines: Sequence[TreeLine]) -> None:
        before = [node.line for node in self._nodes]
        self._build(lines)
        for number, old in enumerate(before):
            node = self._nodes[number]
            if node.line != old:
                index = self.createIndex(node.row, 0, number)
                self.dataChanged.emit(index, index)
