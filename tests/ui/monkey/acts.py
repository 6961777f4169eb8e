"""What a monkey can do: each act at random, and told in a line."""

import random
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from app.case_attachments import attached
from app.desk import add_case, open_case
from app.errors import DictamenError
from app.route import Page
from tests.ui.monkey.stage import PASSPHRASE, WITH_FILES
from tests.ui.review.closing_cases import sample
from ui import messages
from ui.language import LANGUAGES
from ui.review.decision_page import DecisionPage
from ui.settings.store import TEXT_PERCENTS, SettingsStore
from ui.start.unlock_page import UnlockPage
from ui.window import Window

W = TypeVar("W", bound=QWidget)

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_Key = Qt.Key
_KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    *((_Key.Key_Tab, _PLAIN),) * 6,
    *(
        (key, _PLAIN)
        for key in (_Key.Key_Return, _Key.Key_Down, _Key.Key_Up, _Key.Key_Escape, _Key.Key_Space)
    ),
    *((key, _PLAIN) for key in (_Key.Key_F6, _Key.Key_F8, _Key.Key_1, _Key.Key_2, _Key.Key_N)),
    *((key, _PLAIN) for key in (_Key.Key_Slash, _Key.Key_Right, _Key.Key_PageDown, _Key.Key_Delete)),
    (_Key.Key_Backtab, _SHIFT),
    *((key, _CONTROL) for key in (_Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4, _Key.Key_5, _Key.Key_6)),
    *((key, _CONTROL) for key in (_Key.Key_Z, _Key.Key_K, _Key.Key_Slash, _Key.Key_N, _Key.Key_Down)),
    *((key, _CONTROL) for key in (_Key.Key_Up, _Key.Key_E, _Key.Key_R, _Key.Key_D, _Key.Key_Return)),
    *((key, _CONTROL) for key in (_Key.Key_F, _Key.Key_Plus, _Key.Key_0, _Key.Key_Period, _Key.Key_A)),
    *((key, _CONTROL) for key in (_Key.Key_C, _Key.Key_V, _Key.Key_X)),
    (_Key.Key_L, _CONTROL),
    (_Key.Key_Z, _CONTROL | _SHIFT),
)
_WORDS = (
    "",
    "7",
    "70.5",
    "abc",
    "10-Nov-2026",
    "1234567893",
    "787-555-0100",
    "-1",
    "é ñ ü",
    "x" * 300,
    PASSPHRASE,
)
_SIZES = ((1280, 800), (1000, 640), (1600, 1000))
_LEAST_TARGET = 4
_SIGNS, _NEW, _REASONS, _ATTACHED = 0.4, 0.4, 0.7, 0.3
_WHOLE = (1, 4, 9, 23, 24)
"""Samples that can be decided as they are."""


class Acts:
    """The acts on one window.

    Attributes:
        ways: each with its weight.
        names: who may be able to sign in.
    """

    def __init__(
        self, window: Window, store: SettingsStore, chance: random.Random, tell: Callable[[str], None]
    ) -> None:
        self._window, self._store, self._chance, self._tell = window, store, chance, tell
        self.names: tuple[str, ...] = ()
        self.ways: tuple[tuple[int, Callable[[], None]], ...] = (
            *((46, self.click), (24, self.press), (14, self.write), (4, self.touch_list), (3, self.choose)),
            *((2, self.resize), (1, self.lock), (3, self.change_look), (6, self.go), (4, self.sign)),
        )

    # ------------------------------------------------------------ as anybody would

    def click(self) -> None:
        """Click a button in sight."""
        buttons = [each for each in self.seen(QAbstractButton) if each.isEnabled()]
        if buttons:
            button = self._chance.choice(buttons)
            self._tell(button.objectName() or type(button).__name__)
            middle = button.visibleRegion().boundingRect().center()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle)

    def press(self) -> None:
        """Press a key where the focus is."""
        key, modifier = self._chance.choice(_KEYS)
        target = QApplication.focusWidget() or self._window
        self._tell(f"{modifier.name} {key.name} at {target.objectName()}")
        QTest.keyClick(target, key, modifier)

    def write(self) -> None:
        """Type into a field in sight."""
        fields: list[QWidget] = [*self.seen(QLineEdit), *self.seen(QPlainTextEdit)]
        fields = [each for each in fields if each.isEnabled()]
        if not fields:
            return
        field, text = self._chance.choice(fields), self._chance.choice(_WORDS)
        self._tell(f"{text[:12]!r} into {field.objectName()}")
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)
        elif isinstance(field, QPlainTextEdit):
            field.insertPlainText(text)

    def touch_list(self) -> None:
        """Click, or double-click, somewhere in a list."""
        views = [each for each in self.seen(QAbstractItemView) if each.isEnabled()]
        if not views:
            return
        view = self._chance.choice(views)
        place = view.viewport().rect()
        at = QPoint(*(self._chance.randrange(max(side, 1)) for side in (place.width(), place.height())))
        self._tell(f"{view.objectName()} {at.toTuple()}")
        click = QTest.mouseDClick if self._chance.random() < 0.5 else QTest.mouseClick
        click(view.viewport(), Qt.MouseButton.LeftButton, _PLAIN, at)

    def choose(self) -> None:
        """Choose something else in a box."""
        boxes = [each for each in self.seen(QComboBox) if each.isEnabled()]
        if boxes:
            box = self._chance.choice(boxes)
            self._tell(box.objectName())
            box.setFocus()
            QTest.keyClick(box, self._chance.choice((_Key.Key_Down, _Key.Key_Up)))

    def resize(self) -> None:
        """Give the window another size."""
        self._window.resize(*self._chance.choice(_SIZES))

    # ------------------------------------------------------------ what chance alone would do too seldom

    def lock(self) -> None:
        """Lock, or be away for long."""
        self._window.lock(self._chance.choice(("by hand", "idle")))

    def change_look(self) -> None:
        """Choose another theme, language or text size, as on the page of settings."""
        values: tuple[dict[str, object], ...] = (
            {"theme": self._chance.choice(("light", "dark"))},
            {"language": self._chance.choice([*LANGUAGES])},
            {"text_percent": self._chance.choice((100, *TEXT_PERCENTS[:3]))},
        )
        value = self._chance.choice(values)
        self._tell(str(value))
        self._store.change(**value)

    def go(self) -> None:
        """Go to another place, or to a page of some case, or to what lies over it."""
        session, places = self._window.session, self._window.places
        if session is None or places is None:
            return
        cases = [*places.cases.open(), *places.cases.decided()]
        try:
            if not cases or self._chance.random() < 0.4:
                place = self._chance.choice([*places.destinations()])
                self._tell(place)
                self._window.go_to(place)
            else:
                attached_to = self._chance.random() < _ATTACHED
                self._go_to_case(WITH_FILES if attached_to else self._chance.choice(cases).case_id)
        except DictamenError as error:
            messages.error(error)  # two sites changed it, or a key was changed: as it is told everywhere

    def _go_to_case(self, case_id: str) -> None:
        session = self._window.session
        assert session is not None
        page = self._chance.choice([*Page])
        self._tell(f"{case_id}, {page}")
        if self._window.case is not None:
            self._window.case.view.commit()
        self._window.show_case(open_case(session.casebook, case_id), page)
        frame = self._window.case
        over = self._chance.random()
        if frame is None or over > 0.4:
            return
        files = attached(frame.case.record)
        if over < 0.1:
            frame.view.ask_history()
        elif over < 0.2:
            self._window.show_policy(frame.view.desk.policy.number, "")
        elif files:
            frame.view.show_attachment(self._chance.choice(files).id)

    def sign(self) -> None:
        """Go on to the passphrase of a decision; now and then type it there, and sign."""
        session = self._window.session
        if session is None:
            return
        if self._chance.random() < _NEW and session.person.role.may_write:
            number = self._chance.choice(_WHOLE)
            self._tell(f"a new case from sample {number}")
            self._window.show_case(
                open_case(session.casebook, add_case(session.casebook, sample(number)).case_id), Page.DECISION
            )
        frame = self._window.case
        if frame is None or self._window.over or self._window.overlays.shown is not None:
            return
        frame.view.show_page(Page.DECISION)
        page = frame.view.stack.page()
        if not isinstance(page, DecisionPage):
            return
        self._prepare(page)
        frame.view.go_on()
        for line in self.seen(QLineEdit):
            if line.objectName() == "decision/passphrase" and self._chance.random() < _SIGNS:
                line.setFocus()
                line.setText(PASSPHRASE)
                frame.view.go_on()

    def _prepare(self, page: DecisionPage) -> None:
        """Choose a decision, and give the reason that it asks for."""
        offers = [each for each in self.seen(QRadioButton) if each.isEnabled()]
        if offers and not page._signing:
            self._chance.choice(offers).click()
        for area in page.findChildren(QPlainTextEdit):
            if area.isVisible() and not area.toPlainText() and self._chance.random() < _REASONS:
                area.insertPlainText("The reason of a monkey.")

    def unlock(self, entry: UnlockPage) -> None:
        """Sign in as somebody."""
        who = self._chance.choice(self.names)
        self._tell(f"unlock as {who}")
        entry.who.set_value(who)
        entry.passphrase.set_value(PASSPHRASE)
        entry.submit()
        entry.wait()

    # ------------------------------------------------------------ what can be reached

    def seen(self, kind: type[W]) -> list[W]:
        """What of this kind is in sight."""
        return [each for each in self._window.findChildren(kind) if each.isVisible() and _is_in_sight(each)]


def _is_in_sight(widget: QWidget) -> bool:
    area = widget.visibleRegion().boundingRect()
    return min(area.width(), area.height()) >= _LEAST_TARGET
