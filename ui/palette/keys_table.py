"""The table of keys: every key that does something, made from the commands themselves."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import fonts, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton
from ui.kit.chips import KeyCap
from ui.kit.flow import Flow
from ui.kit.scroll_page import PlainScroll
from ui.kit.text import FieldLabel, SectionTitle, Text
from ui.palette.entries import key_words, keys_of
from ui.palette.overlay import Overlay
from ui.palette.words import tr

KeyRow = tuple[tuple[str, ...], str]
"""The keys that do one thing, and what they do."""

_WIDTH, _ONE_COLUMN_BELOW, _KEYS_WIDTH = 940, 760, 190


def rows_of_actions(actions: Iterable[QAction]) -> list[KeyRow]:
    """The commands that have a key."""
    return [(keys_of(action), action.text()) for action in actions if action.shortcuts()]


def rows_of_commands(commands: Mapping[str, tuple[str, str]]) -> list[KeyRow]:
    """The same of commands that have no action yet: words and keys by name."""
    return [
        (tuple(key_words(QKeySequence(key)) for key in keys.split()), text)
        for text, keys in commands.values()
    ]


def rows_of_controls() -> list[KeyRow]:
    """What keys do in the controls themselves."""
    return [
        ((tr("Up"), tr("Down")), tr("The row above or below, in a list")),
        (("Enter",), tr("Open the row")),
        (("Tab", "Shift Tab"), tr("The next control, the one before")),
        ((tr("Arrows"), tr("1 to 9")), tr("Choose an answer, where a question has the focus")),
        (("Esc",), tr("Close what is open, empty the search")),
    ]


class KeysTable(Overlay):
    """Sections of keys, in two columns where there is room."""

    def __init__(self, window: QWidget, sections: Sequence[tuple[str, Sequence[KeyRow]]]) -> None:
        super().__init__(window, "keys", tr("Keys"), _WIDTH)
        self.list = PlainScroll("keys/list")
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setAccessibleName(tr("Keys"))
        self.list.setAccessibleDescription(_spoken(sections))
        close = LinkButton(tr("Close"), "keys/close", icon="x")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc closes; the focus stays where the arrows scroll
        close.clicked.connect(self.close_overlay)
        head = Row()
        head.addWidget(SectionTitle(tr("Keys")), 1)
        head.addWidget(close)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self._inside = QWidget()
        self._columns = Row(self._inside, gap=24)
        self._sections = [_Section(title, rows) for title, rows in sections if rows]
        for half in _halves(self._sections):
            column = Column(gap=14)
            for section in half:
                column.addWidget(section)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.list.set_inside(self._inside)

    def first(self) -> QWidget:
        return self.list

    def wanted_height(self, width: int) -> int:
        inner = width - 2 * px(12)
        across = inner / fonts.scale() >= _ONE_COLUMN_BELOW
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        return self._columns.totalHeightForWidth(inner - px(16)) + px(34) + px(8) + 2 * px(12)


class _Section(QWidget):
    def __init__(self, title: str, rows: Sequence[KeyRow]) -> None:
        super().__init__()
        self.rows = len(rows)
        column = Column(self, gap=5)
        column.addWidget(FieldLabel(title))
        for keys, does in rows:
            column.addWidget(_Keys(keys, does))


class _Keys(QWidget):
    """One row: the keys at the left, what they do beside them."""

    def __init__(self, keys: Sequence[str], does: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{', '.join(keys)}: {does}")
        row = Row(self, gap=12)
        caps = QWidget()
        flow = Flow(caps, gap=4)
        for key in keys:
            flow.addWidget(KeyCap(key))
        self._caps = caps
        row.addWidget(caps, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(does), 1)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._caps.setFixedWidth(px(_KEYS_WIDTH))


def _halves(sections: Sequence[_Section]) -> tuple[Sequence[_Section], Sequence[_Section]]:
    """The sections in two parts of about as many rows, in their order."""
    total, reached = sum(section.rows for section in sections), 0
    for number, section in enumerate(sections):
        if number and reached >= total // 2:
            return sections[:number], sections[number:]
        reached += section.rows
    return sections[:-1], sections[-1:]


def _spoken(sections: Sequence[tuple[str, Sequence[KeyRow]]]) -> str:
    return " ".join(
        f"{title}. " + " ".join(f"{', '.join(keys)}: {does}." for keys, does in rows)
        for title, rows in sections
    )
