"""Where to go: ``SideBar`` (220 px, or a 76 px rail) and ``StepStrip`` (tabs under the banner).

Example::

    side = SideBar("nav")
    side.add_brand("Dictamen", "shield-check")
    side.add_item("worklist", "list-checks", "Worklist").set_count(9)
    side.add_gap()
    side.add_item("settings", "settings", "Settings")
    side.add_person("Ana Ruiz, RN", "Nurse reviewer").clicked.connect(lock)
    side.chosen.connect(open_place)
"""

from typing import Protocol

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import IconButton
from ui.kit.drawing import Ink, hairline, painting, put, square_in
from ui.kit.flow import Flow
from ui.kit.nav import NavItem, Shape
from ui.kit.text import Hint, Value
from ui.kit.words import tr

_WIDE, _RAIL = 220, 76
_MARGIN, _RAIL_MARGIN = 12, 4


class Shrinking(Protocol):
    """A widget that has a form for the rail."""

    def set_compact(self, compact: bool) -> None:
        """Take the form for the rail, or the wide one."""


class _Brand(QLabel):
    """The product's icon and name; the name leaves in the rail."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__(text)
        self._icon = icon
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Leave only the icon in the rail."""
        self._compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(52), px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            left = (self.width() - px(20)) // 2 if self._compact else px(10)
            icons.paint(painter, self._icon, tokens.accent, square_in(self.rect(), left, px(20)))
            if not self._compact:
                self._paint_name(painter)

    def _paint_name(self, painter: QPainter) -> None:
        ink = Ink(fonts.font(fonts.Size.LEAD, fonts.SEMIBOLD), theme.current().text)
        put(painter, self.rect().adjusted(px(38), 0, 0, 0), self.text(), ink)


class _Person(QWidget):
    """Who works here, and the lock."""

    def __init__(self, name: str, who: str, role: str) -> None:
        super().__init__()
        self.lock = IconButton(tr("Lock"), f"{name}/lock", icon="lock")
        self._words = QWidget()
        words = Column(self._words, margins=(38, 0, 0, 0))
        words.addWidget(Value(who))
        words.addWidget(Hint(role))
        row = Row(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.lock)
        self._icon = "user-round"

    def set_compact(self, compact: bool) -> None:
        """Leave only the lock in the rail."""
        self._words.setVisible(not compact)
        self._icon = "" if compact else "user-round"

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            with painting(self) as painter:
                square = QRect(px(10), (self.height() - px(18)) // 2, px(18), px(18))
                icons.paint(painter, self._icon, theme.current().text2, square)


class SideBar(QWidget):
    """The left side of a window: brand or a way back, items, and who works here.

    Items are named ``NAME/ID``; the lock ``NAME/lock``.

    Signals:
        chosen(str): a person chose the item of this id.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Places"))
        self._items: dict[str, NavItem] = {}
        self._shrinking: list[Shrinking] = []
        self._compact = False
        self._outer = outer = Column(self, gap=8)
        self._top = Column(gap=4)
        self._list = Column(gap=2)
        self._bottom = Column()
        for part in (self._top, self._list):
            outer.addLayout(part)
        outer.addStretch(1)
        outer.addLayout(self._bottom)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def add_brand(self, text: str, icon: str) -> None:
        """Show the product's icon and name at the top."""
        self.add_top(_Brand(text, icon))

    def add_top(self, widget: Shrinking) -> None:
        """Add something above the items, such as the primary button or the link back to the list."""
        self._shrinking.append(widget)
        self._top.addWidget(widget)  # type: ignore[arg-type] # only widgets can shrink

    def add_item(self, item_id: str, icon: str, text: str, short: str = "") -> NavItem:
        """Add a place; ``short`` is its one word in the rail."""
        item = NavItem(f"{self.objectName()}/{item_id}", icon, text, short, parent=self)
        item.clicked.connect(lambda: self._choose(item_id))
        self._items[item_id] = item
        self._list.addWidget(item)
        return item

    def add_gap(self) -> None:
        """Set the next items apart."""
        self._list.addSpacing(px(14))

    def add_person(self, who: str, role: str) -> IconButton:
        """Show who works here; gives the lock button."""
        person = _Person(self.objectName(), who, role)
        self._shrinking.append(person)
        self._bottom.addWidget(person)
        return person.lock

    def item(self, item_id: str) -> NavItem:
        """The item of an id that was added."""
        return self._items[item_id]

    def select(self, item_id: str) -> None:
        """Show where the reviewer is, without telling anybody."""
        _select(self._items, item_id)

    def set_compact(self, compact: bool) -> None:
        """Shrink to the rail, icon over one word, or widen again."""
        self._compact = compact
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.current().side)

    def _choose(self, item_id: str) -> None:
        self.select(item_id)
        self.chosen.emit(item_id)

    def _fit(self) -> None:
        self.setFixedWidth(px(_RAIL if self._compact else _WIDE))
        side = _RAIL_MARGIN if self._compact else _MARGIN
        self._outer.set_margins((side, _MARGIN, side, _MARGIN))
        for part in self._shrinking:
            part.set_compact(self._compact)
        for item in self._items.values():
            item.set_shape(Shape.RAIL if self._compact else Shape.ROW)


class StepStrip(QWidget):
    """The steps of a case as tabs, where the window is too narrow for a side bar; a second line where needed.

    Items are named ``NAME/ID``. Put the way back and the lock in with ``add_end``.

    Signals:
        chosen(str): a person chose the step of this id.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Steps"))
        self._items: dict[str, NavItem] = {}
        row = Row(self, margins=(12, 6, 12, 6), gap=4)
        self._start, self._tabs, self._end = Row(), Flow(gap=4), Row()
        row.addLayout(self._start)
        row.addLayout(self._tabs, 1)
        row.addLayout(self._end)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add_item(self, item_id: str, icon: str, text: str) -> NavItem:
        """Add a step at the end."""
        item = NavItem(f"{self.objectName()}/{item_id}", icon, text, parent=self)
        item.set_shape(Shape.TAB)
        item.clicked.connect(lambda: self._choose(item_id))
        self._items[item_id] = item
        self._tabs.addWidget(item)
        return item

    def add_start(self, widget: QWidget) -> None:
        """Put a widget before the steps, such as the way back."""
        self._start.addWidget(widget)

    def add_end(self, widget: QWidget) -> None:
        """Put a widget at the right end, such as the lock."""
        self._end.addWidget(widget)

    def item(self, item_id: str) -> NavItem:
        """The step of an id that was added."""
        return self._items[item_id]

    def select(self, item_id: str) -> None:
        """Show where the reviewer is, without telling anybody."""
        _select(self._items, item_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.window)
            hairline(painter, 0, self.height() - 1, self.width(), tokens.line)

    def _choose(self, item_id: str) -> None:
        self.select(item_id)
        self.chosen.emit(item_id)


def _select(items: dict[str, NavItem], chosen: str) -> None:
    for item_id, item in items.items():
        item.set_current(item_id == chosen)
