"""The monkey itself: does one thing after another, and looks after each."""

import random
import sys
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.case import cover_of
from app.casebook import Casebook, NoSuchCase
from app.casebook.file import FILE_NAME
from app.desk import OpenCase, open_case
from tests.ui.monkey.acts import Acts
from tests.ui.monkey.sights import Sights
from tests.ui.monkey.stage import PASSPHRASE, PEOPLE, dialogs, fill, write_files
from ui import desktop
from ui.keeping.restore_page import RestorePage
from ui.settings.store import SettingsStore
from ui.start.recovery_page import RecoveryPage
from ui.start.unlock_page import UnlockPage
from ui.verify.verify_door import VerifyDoor
from ui.window import Window

_REMEMBERED = 60
_UNLOCKS = 0.7
"""How often it signs in where it could; else it clicks on the page."""

_LEAVES = 0.2
"""How often it leaves another page before the casebook is open."""


class Trouble(AssertionError):
    """Something does not stand any more, and what was done before."""


class Monkey:
    """Plays with the app in a folder of its own.

    Attributes:
        done: the last acts, in words.
        kept: cases as the screen had them last, by their number.
        sights: what it came by.
    """

    def __init__(self, app: QApplication, place: Path, seed: int) -> None:
        self._app, self._chance = app, random.Random(seed)  # noqa: S311  # steps, no secrets
        self.seed = seed
        self.done: deque[str] = deque(maxlen=_REMEMBERED)
        self.kept: dict[str, OpenCase] = {}
        self._defects: list[str] = []
        self._in_sight = ""
        self._home = place / "home"
        fill(self._home)
        self._dialogs = dialogs(self._chance, place, write_files(place / "files"))
        (place / "settings.json").write_text('{"theme": "light", "lock_minutes": 0, "language": "en"}')
        store = SettingsStore(place / "settings.json")
        desktop.follow_look(app, store)
        self._before = {id(widget) for widget in app.topLevelWidgets()}
        self.window = Window(self._home, store)
        store.setParent(self.window)
        self.window.show()
        self.sights = Sights(self.window, store)
        self._acts = Acts(self.window, store, self._chance, lambda told: self.done.append(f"  {told}"))
        self._acts.names = tuple(person.name for person in PEOPLE)
        self._inode = self._file_number()

    def play(self, steps: int, told: Callable[[int], None] = lambda _step: None) -> None:
        """Do so many steps; ``told`` is given the number of each that is done.

        Raises:
            Trouble: an exception got out, a window is left over, or an answer is lost.
        """
        usual = sys.excepthook
        sys.excepthook = self._note_defect
        try:
            with self._dialogs:
                for number in range(1, steps + 1):
                    self._step(number)
                    told(number)
        finally:
            sys.excepthook = usual

    def end(self) -> None:
        """Close the window; compare what was on the screen with what the casebook holds.

        Raises:
            Trouble: as in ``play``.
        """
        self.window.close()
        self.window.deleteLater()
        self._settle()
        self._look_for_windows()
        with Casebook.unlock(self._home, PEOPLE[0].name, PASSPHRASE, cover_of=cover_of) as book:
            for case_id, shown in self.kept.items():
                self._compare(book, case_id, shown)
            if found := book.verify():
                raise self._trouble(f"the casebook is not whole: {found}")

    # ------------------------------------------------------------ steps

    def _step(self, number: int) -> None:
        weights = [weight for weight, _ in self._acts.ways]
        ((_, way),) = self._chance.choices(self._acts.ways, weights)
        self.done.append(f"{number} {way.__name__}")
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        entry = self.window.entry
        if popup := QApplication.activePopupWidget():
            key = self._chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape))
            QTest.keyClick(popup, key)
        elif isinstance(entry, UnlockPage):
            unlock = self._chance.random() < _UNLOCKS
            self._acts.unlock(entry) if unlock else self._acts.click()
        elif isinstance(entry, RestorePage | RecoveryPage | VerifyDoor) and self._chance.random() < _LEAVES:
            self.done.append("  back to the door")
            entry.left.emit()
        else:
            way()
        self._settle()
        if self._defects:
            raise self._trouble("\n".join(self._defects))
        self._look()

    # ------------------------------------------------------------ what must stand

    def _look(self) -> None:
        if self.window.session is None and self.window.entry is None:
            raise self._trouble("the window shows nothing")
        self.sights.look()
        if self._file_number() != self._inode:
            self._inode = self._file_number()
            self.kept.clear()  # a backup was restored: what it does not hold was told to be lost
        frame, session = self.window.case, self.window.session
        shown = frame.case.case_id if frame is not None else ""
        if session is not None and self._in_sight and shown != self._in_sight:
            self._compare(session.casebook, self._in_sight, self.kept[self._in_sight])
        self._in_sight = shown if session is not None else ""
        if frame is not None and shown:
            self.kept[shown] = frame.case
        if QApplication.activePopupWidget() is None:
            self._look_for_windows()

    def _look_for_windows(self) -> None:
        shown = [
            each.objectName() or type(each).__name__
            for each in self._app.topLevelWidgets()
            if id(each) not in self._before and each.isVisible() and each is not self.window
        ]
        if shown:
            raise self._trouble(f"left over: {shown}")

    def _compare(self, book: Casebook, case_id: str, shown: OpenCase) -> None:
        try:
            stored = open_case(book, case_id).record.case
        except NoSuchCase:
            raise self._trouble(f"{case_id} is lost") from None
        if stored != shown.record.case:
            raise self._trouble(f"{case_id} is stored otherwise than it was shown")

    def _file_number(self) -> int:
        return (self._home / FILE_NAME).stat().st_ino

    def _note_defect(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._defects += traceback.format_exception(kind, error, trace)

    def _trouble(self, words: str) -> Trouble:
        return Trouble("\n".join([f"seed {self.seed}", *self.done, words]))

    def _settle(self) -> None:
        for _ in range(3):
            self._app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
