"""The window as a test drives it: by keys and clicks, reading what a person would read."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import resources
from app.case import cover_of
from app.case_json import parse_json
from app.casebook import Casebook, Cost
from app.desk import add_case
from app.people import Person, Role
from ui import messages
from ui.desktop import follow_look
from ui.kit.notices import Notice
from ui.places import Places
from ui.settings.store import SettingsStore
from ui.start.unlock_page import UnlockPage
from ui.window import Window

CHEAP = Cost(memory_kib=8, iterations=1, lanes=1)
PASSPHRASE = "four plain test words"
REVIEWER = Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001")
PHYSICIAN = Person("Inés Peña Ejemplo, MD", Role.PHYSICIAN, "MD-00002")

W = TypeVar("W", bound=QWidget)


class Shell:
    """One run of the app in a folder of its own.

    Attributes:
        said: every message so far, as (notice, sentence).
    """

    def __init__(self, qtbot: QtBot, home: Path, settings: Path) -> None:
        self.qtbot = qtbot
        self.home = home
        self.settings = settings
        self.said: list[tuple[str, str]] = []
        self._window: Window | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        self.settings.parent.mkdir()
        self.settings.write_text('{"theme": "light"}')
        messages.door().said.connect(self._note)

    # ------------------------------------------------------------ the casebook behind it

    def create_casebook(self) -> None:
        """A casebook with a reviewer, who administers it, and a physician."""
        with Casebook.create(self.home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as casebook:
            casebook.add_person(PHYSICIAN, PASSPHRASE)

    def other(self, person: Person = REVIEWER) -> Casebook:
        """The casebook, opened a second time, as another process would."""
        return Casebook.unlock(self.home, person.name, PASSPHRASE, cover_of=cover_of)

    def add(self, sample: str, *, received: timedelta | None = None) -> str:
        """Keep a shipped sample, perhaps as received so long ago; gives its case id."""
        file = next(iter(sorted(resources.path("samples").glob(f"{sample}*.json"))))
        document = parse_json(file.read_text(encoding="utf-8"))
        assert isinstance(document, dict)
        if received is not None:
            at = datetime.now().astimezone() - received
            document["request"]["received_at"] = at.isoformat(timespec="seconds")
        with self.other() as casebook:
            return add_case(casebook, document).case_id

    # ------------------------------------------------------------ what a person does

    def open(self) -> Window:
        """Start the app."""
        store = SettingsStore(self.settings)
        follow_look(self._app, store)
        self._window = window = Window(self.home, store)
        store.setParent(window)
        self.qtbot.addWidget(window)
        with self.qtbot.waitActive(window), self.qtbot.waitSignal(window.painted):  # then keys do something
            window.show()
            window.activateWindow()
        return window

    def close(self) -> None:
        """Close the window, as by its cross; once more is harmless."""
        if self._window is not None:
            self._window.close()
            self._window = None

    def unlock(self, person: Person = REVIEWER, passphrase: str = PASSPHRASE) -> None:
        """Type name and passphrase, press Enter, wait for the worklist."""
        self.type_in("unlock/name", person.name)
        self.type_in("unlock/passphrase", passphrase)
        with self.qtbot.waitSignal(self.window.entered):
            self.key(Qt.Key.Key_Return)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def keys(self, text: str) -> None:
        """Type where the focus is."""
        for character in text:
            self._type(QApplication.focusWidget() or self.window, character)

    def type_in(self, name: str, text: str) -> None:
        """Put the focus into a field and type, over what was there."""
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        self.keys(text)

    @staticmethod
    def _type(target: QWidget, character: str) -> None:
        if character.isascii():
            QTest.keyClicks(target, character)
            return
        # Qt's tests know the keys of ASCII alone and abort at "é".
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(target, key)

    def click(self, name: str) -> None:
        """Click a button at its left end, where also wide ones listen."""
        button = self.find(QAbstractButton, name)
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))

    # ------------------------------------------------------------ what a person sees

    @property
    def window(self) -> Window:
        """The open window."""
        assert self._window is not None
        return self._window

    @property
    def places(self) -> Places:
        """The places between cases."""
        assert self.window.places is not None
        return self.window.places

    @property
    def entry(self) -> UnlockPage:
        """The unlock page."""
        assert isinstance(self.window.entry, UnlockPage)
        return self.window.entry

    def find(self, kind: type[W], name: str) -> W:
        """The one widget of this object name."""
        found = [widget for widget in self.window.findChildren(kind) if widget.objectName() == name]
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        return found[0]

    def texts(self) -> str:
        """Everything that any widget of the program shows or tells a screen reader, seen or not."""
        return "\n".join(text for widget in QApplication.allWidgets() for text in _texts_of(widget))

    def shown_rows(self) -> list[str]:
        """The case ids of the list in sight, in their order."""
        page = self.places.current_list()
        assert page is not None
        model = page.table.model()
        column = 1
        cells = [model.index(row, column).data() for row in range(model.rowCount())]
        return [str(cell).rpartition(", ")[2] for cell in cells]

    def errors(self) -> list[str]:
        """The errors that were said since the last look."""
        found = [text for notice, text in self.said if notice == Notice.FAILED]
        self.said = [said for said in self.said if said[0] != Notice.FAILED]
        return found

    def _note(self, notice: str, text: str) -> None:
        self.said.append((notice, text))


def _texts_of(widget: QWidget) -> Sequence[str]:
    texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        texts.append(widget.text())
    model = getattr(widget, "model", None)
    if callable(model) and (rows := model()) is not None:
        root = QModelIndex()
        cells = ((r, c) for r in range(rows.rowCount(root)) for c in range(rows.columnCount(root)))
        texts += [str(rows.index(row, column).data()) for row, column in cells]
    return texts
