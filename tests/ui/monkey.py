"""A monkey: clicks and types at random, and looks after each step whether everything still stands.

``python -m tests.ui.monkey [--steps N] [--seed N]`` lets it play for long; a failure names seed and steps.
"""

import argparse
import os
import random
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.case import cover_of
from app.casebook import Casebook, Cost, NoSuchCase
from app.desk import add_case, open_case
from app.people import Person, Role
from tests.ui.review.closing_cases import sample
from ui import desktop, messages, theme
from ui.settings.store import SettingsStore
from ui.start.unlock_page import UnlockPage
from ui.window import Window

CHEAP = Cost(memory_kib=8, iterations=1, lanes=1)
PASSPHRASE = "four plain test words"
PEOPLE = (
    Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001"),
    Person("Inés Peña Ejemplo, MD", Role.PHYSICIAN, "MD-00002"),
)
SAMPLES = (1, 9, 15, 16, 21, 22, 25)

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_KEYS = (
    *((Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),) * 6,
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F6)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_F8, Qt.Key.Key_1, Qt.Key.Key_2)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_N, Qt.Key.Key_Slash, Qt.Key.Key_Right)),
    (Qt.Key.Key_Backtab, _SHIFT),
    *((key, _CONTROL) for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)),
    *((key, _CONTROL) for key in (Qt.Key.Key_6, Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_Slash, Qt.Key.Key_N)),
    *((key, _CONTROL) for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_D)),
    *((key, _CONTROL) for key in (Qt.Key.Key_Return, Qt.Key.Key_F, Qt.Key.Key_Plus, Qt.Key.Key_0)),
    (Qt.Key.Key_L, _CONTROL),
    (Qt.Key.Key_Z, _CONTROL | _SHIFT),
)
_WORDS = ("", "7", "70.5", "abc", "10-Nov-2026", "1234567893", "787-555-0100", "-1", "é ñ ü", PASSPHRASE)
_SIZES = ((1280, 800), (1000, 640), (1600, 1000))
_REMEMBERED = 40
_LEAST_TARGET = 4


class Trouble(AssertionError):
    """Something does not stand any more, and what was done before."""


class Monkey:
    """Plays with the app in a folder of its own.

    Attributes:
        done: the last steps, in words.
        kept: documents as they stood on the screen when their case was last in sight, by case number.
    """

    def __init__(self, app: QApplication, place: Path, seed: int) -> None:
        self._app, self._chance = app, random.Random(seed)  # noqa: S311  # steps, no secrets
        self.seed = seed
        self.done: deque[str] = deque(maxlen=_REMEMBERED)
        self.kept: dict[str, Any] = {}
        self._defects: list[str] = []
        self._home = place / "home"
        self._fill()
        (place / "settings.json").write_text('{"theme": "light", "lock_minutes": 0, "language": "en"}')
        store = SettingsStore(place / "settings.json")
        desktop.follow_look(app, store)
        self._before = {id(widget) for widget in app.topLevelWidgets()}
        self.window = Window(self._home, store)
        store.setParent(self.window)
        self.window.show()
        self._ways: tuple[tuple[int, Callable[[], None]], ...] = (
            *((50, self._click), (25, self._press), (15, self._type), (4, self._list), (3, self._choose)),
            *((2, self._resize), (1, self._change_person)),
        )

    def play(self, steps: int) -> None:
        """Do so many steps.

        Raises:
            Trouble: an exception got out, a window is left over, or an answer is lost.
        """
        usual = sys.excepthook
        sys.excepthook = self._note_defect
        try:
            with _no_dialogs():
                for number in range(steps):
                    self._step(number)
        finally:
            sys.excepthook = usual

    def end(self) -> None:
        """Close the window; compare what was on the screen with what the casebook holds.

        Raises:
            Trouble: as in ``play``.
        """
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._settle()
        self._look_for_windows()
        with Casebook.unlock(self._home, PEOPLE[0].name, PASSPHRASE, cover_of=cover_of) as book:
            for case_id, shown in self.kept.items():
                self._compare(book, case_id, shown)
            if found := book.verify():
                raise self._trouble(f"the casebook is not whole: {found}")

    # ------------------------------------------------------------ steps

    def _step(self, number: int) -> None:
        weights = [weight for weight, _ in self._ways]
        ((_, way),) = self._chance.choices(self._ways, weights)
        self.done.append(f"{number} {way.__name__}")
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        if popup := QApplication.activePopupWidget():
            QTest.keyClick(
                popup, self._chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape))
            )
        elif isinstance(self.window.entry, UnlockPage) and self._chance.random() < 0.5:
            self._unlock()
        else:
            way()
        self._settle()
        if self._defects:
            raise self._trouble("\n".join(self._defects))
        self._look()

    def _click(self) -> None:
        buttons = [each for each in self._seen(QAbstractButton) if each.isEnabled()]
        if buttons:
            button = self._chance.choice(buttons)
            self.done.append(f"  {button.objectName() or type(button).__name__}")
            middle = button.visibleRegion().boundingRect().center()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle)

    def _press(self) -> None:
        key, modifier = self._chance.choice(_KEYS)
        target = QApplication.focusWidget() or self.window
        self.done.append(f"  {modifier.name} {key.name} at {target.objectName()}")
        QTest.keyClick(target, key, modifier)

    def _type(self) -> None:
        fields = [each for each in self._seen(QLineEdit, QPlainTextEdit) if each.isEnabled()]
        if not fields:
            return
        field = self._chance.choice(fields)
        text = self._chance.choice(_WORDS)
        self.done.append(f"  {text!r} into {field.objectName()}")
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)
        elif isinstance(field, QPlainTextEdit):
            field.insertPlainText(text)

    def _list(self) -> None:
        views = [each for each in self._seen(QAbstractItemView) if each.isEnabled()]
        if not views:
            return
        view = self._chance.choice(views)
        assert isinstance(view, QAbstractItemView)
        place = view.viewport().rect()
        at = QPoint(
            self._chance.randrange(max(place.width(), 1)), self._chance.randrange(max(place.height(), 1))
        )
        self.done.append(f"  {view.objectName()} {at.toTuple()}")
        click = QTest.mouseDClick if self._chance.random() < 0.5 else QTest.mouseClick
        click(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def _choose(self) -> None:
        boxes = [each for each in self._seen(QComboBox) if each.isEnabled()]
        if boxes:
            box = self._chance.choice(boxes)
            self.done.append(f"  {box.objectName()}")
            box.setFocus()
            QTest.keyClick(box, self._chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))

    def _resize(self) -> None:
        self.window.resize(*self._chance.choice(_SIZES))

    def _change_person(self) -> None:
        self.window.lock()

    def _unlock(self) -> None:
        entry = self.window.entry
        assert isinstance(entry, UnlockPage)
        who = self._chance.choice(PEOPLE)
        self.done.append(f"  unlock as {who.role}")
        entry.who.set_value(who.name)
        entry.passphrase.set_value(PASSPHRASE)
        entry.submit()
        entry.wait()

    # ------------------------------------------------------------ what must stand

    def _look(self) -> None:
        frame = self.window.case
        if frame is not None and frame.case.case_id:
            self.kept[frame.case.case_id] = frame.case.record.case
        if self.window.session is None and self.window.entry is None:
            raise self._trouble("the window shows nothing")

    def _look_for_windows(self) -> None:
        shown = [
            each.objectName() or type(each).__name__
            for each in self._app.topLevelWidgets()
            if id(each) not in self._before and each.isVisible()
        ]
        if shown:
            raise self._trouble(f"left over: {shown}")

    def _compare(self, book: Casebook, case_id: str, shown: object) -> None:
        try:
            stored = open_case(book, case_id).record.case
        except NoSuchCase:
            raise self._trouble(f"{case_id} is lost") from None
        if stored != shown:
            raise self._trouble(f"{case_id} is stored otherwise than it was shown")

    def _note_defect(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._defects += traceback.format_exception(kind, error, trace)

    def _trouble(self, words: str) -> Trouble:
        return Trouble("\n".join([f"seed {self.seed}", *self.done, words]))

    # ------------------------------------------------------------ the stage

    def _seen(self, *kinds: type[QWidget]) -> list[QWidget]:
        found = [each for kind in kinds for each in self.window.findChildren(kind)]
        return [each for each in found if each.isVisible() and _is_in_sight(each)]

    def _settle(self) -> None:
        for _ in range(3):
            self._app.processEvents()

    def _fill(self) -> None:
        self._home.mkdir(parents=True)
        with Casebook.create(self._home, PEOPLE[0], PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
            book.add_person(PEOPLE[1], PASSPHRASE)
            for number in SAMPLES:
                add_case(book, {**sample(number), "case_id": f"M-{number:02}"})


def _is_in_sight(widget: QWidget) -> bool:
    area = widget.visibleRegion().boundingRect()
    return min(area.width(), area.height()) >= _LEAST_TARGET


def _no_dialogs() -> Any:
    """The system's own windows would wait for a person: they are cancelled at once."""
    nothing = ("", "")
    return patch.multiple(
        QFileDialog,
        getSaveFileName=staticmethod(lambda *_a, **_k: nothing),
        getOpenFileName=staticmethod(lambda *_a, **_k: nothing),
        getOpenFileNames=staticmethod(lambda *_a, **_k: ([], "")),
        getExistingDirectory=staticmethod(lambda *_a, **_k: ""),
    )


def main() -> None:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--steps", type=int, default=10_000)
    words.add_argument("--seed", type=int, default=1)
    options = words.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = theme.application()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as place:
        monkey = Monkey(app, Path(place), options.seed)
        monkey.play(options.steps)
        monkey.end()
    messages.door().shut()
    sys.stdout.write(f"{options.steps} steps, seed {options.seed}: nothing found, {len(monkey.kept)} cases\n")


if __name__ == "__main__":
    main()
