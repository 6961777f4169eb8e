"""The main window: the way in, the places between cases, and one case at a time."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from app.errors import DictamenError
from ui import language, messages
from ui.entrance import Entrance
from ui.messages import MessageBar
from ui.settings.store import LEAST_HEIGHT, LEAST_WIDTH, SettingsStore
from ui.start import way_in
from ui.start.job import Job, running

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.casebook import Casebook
    from app.desk import OpenCase
    from app.route import Page
    from ui.case_frame import CaseFrame
    from ui.laid_over import LaidOver, View
    from ui.palette.overlays import Overlays
    from ui.places import Places
    from ui.session import Session
    from ui.start.entry import EntryPage
    from ui.start.idle import IdleWatch
    from ui.unfinished import UnfinishedWork
    from ui.verify.verify_door import VerifyDoor
    from ui.window_commands import WindowCommands
    from ui.worklist.opening import Opening


class Window(QMainWindow):
    """Shows one view at a time; what belongs to the casebook is there only while it is open.

    Attributes:
        entrance: the pages before the casebook is open.
        session: who works here; None while locked.
        opening: brings cases to the desk; None while locked.
        places: the places between cases; None while locked.
        case: the open case; None between cases.
        unfinished: what a person was in the middle of; None before the first sign-in.

    Signals:
        painted: the window was painted for the first time.
        entered: the casebook was opened.
        locked: it was closed, and nothing of it is on the screen any more.
    """

    painted = Signal()
    entered = Signal()
    locked = Signal()

    def __init__(self, home: Path, store: SettingsStore) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Dictamen")
        self._home, self._store = home, store
        self._unpainted, self._furnished = True, False
        self.session: Session | None = None
        self.opening: Opening | None = None
        self.places: Places | None = None
        self.case: CaseFrame | None = None
        self.unfinished: UnfinishedWork | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(store.settings.width, store.settings.height)
        store.changed.connect(self._speak)
        self.entrance = Entrance(self, home)
        self.entrance.begin(self._stack)
        messages.door().said.connect(self._show_message)
        messages.door().taken_back.connect(self._take_message_back)
        messages.door().sitting_ended.connect(self._end_sitting)
        messages.door().open()

    @property
    def entry(self) -> "EntryPage | VerifyDoor | None":
        """The page before the casebook is open; None while it is."""
        return self.entrance.page

    # ------------------------------------------------------------ what the first paint does not wait for

    @cached_property
    def laid(self) -> "LaidOver":
        """What lies over the case or the places for a while, such as a history."""
        from ui.laid_over import LaidOver  # noqa: PLC0415  # not before the first paint

        return LaidOver(self)

    @cached_property
    def overlays(self) -> "Overlays":
        """The palette and the table of keys."""
        from ui.palette.overlays import Overlays  # noqa: PLC0415  # not before the first paint

        return Overlays(self)

    @cached_property
    def commands(self) -> "WindowCommands":
        """What keys do."""
        from ui.window_commands import WindowCommands  # noqa: PLC0415  # not before the first paint

        return WindowCommands(self, self._store)

    @cached_property
    def _idle(self) -> "IdleWatch":
        from ui.start.idle import IdleWatch  # noqa: PLC0415  # not before the first paint

        watch = IdleWatch(self._store, self)
        watch.expired.connect(lambda: self.lock("idle"))
        watch.listen_to(self.windowHandle())
        return watch

    def _furnish(self) -> None:
        """Let keys do what they do, and show where they lead: after the first paint, or at signing in."""
        from ui.kit.focus_ring import FocusRing  # noqa: PLC0415  # not before the first paint

        if not self._furnished:
            self._furnished = True
            FocusRing(self)
            self.commands.allow()

    def _speak(self) -> None:
        """Show everything in the language that was chosen."""
        chosen = self._store.settings.language
        if chosen == language.language():
            return
        language.speak(chosen)
        self.commands.name_again()
        if self.session is not None and self.places is not None and self.opening is not None:
            self.session.language = chosen
            place, typed = self.places.place(), self.unfinished.at_places() if self.unfinished else None
            self._show_places(self.session, self.opening).show_place(place)
            if self.unfinished is not None:
                self.unfinished.put_at_places(typed)
        else:
            self.entrance.begin_again()

    # ------------------------------------------------------------ the way in and out

    def preload(self) -> None:
        """Import what opening the casebook needs, while the passphrase is being typed."""
        Job(way_in.preload, self).start()

    def enter(self, casebook: "Casebook") -> None:
        """Show what an open casebook holds."""
        from app.policy_file import INSTALLATION  # noqa: PLC0415  # not before the first paint
        from ui.session import Session  # noqa: PLC0415  # as above
        from ui.setting_trail import SettingTrail  # noqa: PLC0415  # as above
        from ui.unfinished import UnfinishedWork  # noqa: PLC0415  # as above
        from ui.worklist.opening import Opening  # noqa: PLC0415  # as above

        self._furnish()
        self.session = session = Session(casebook, self._home, self._store.settings.language, self)
        session.locked.connect(self._forget)
        SettingTrail(session, self._store)
        self.opening = opening = Opening(session, self)
        opening.ready.connect(self.show_case)
        opening.fork_asked.connect(self.show_fork)
        entry = self.entrance.take()
        places = self._show_places(session, opening)
        self.drop(entry)
        self._idle.start()
        if self.unfinished is None:
            self.unfinished = UnfinishedWork(self)
        self.unfinished.begin(casebook.unfinished)
        self.unfinished.take_up()
        for warning in (*casebook.warnings, *INSTALLATION.left_out):
            messages.error(warning)  # last: going to a place clears what was said before
        self._warn_of_end(session)
        self.entered.emit()
        places.backup.start_due_soon()

    def _warn_of_end(self, session: "Session") -> None:
        """Say that the person's signing identity ends soon, or has ended."""
        from ui.people.identity_words import end_warning  # noqa: PLC0415  # not before the first paint

        if words := end_warning(session):
            messages.info(words)

    def _show_places(self, session: "Session", opening: "Opening") -> "Places":
        """Make the places anew and show them."""
        from ui.places import Places  # noqa: PLC0415  # not before the first paint

        self.overlays.forget()  # it knows the cases of the places that go
        old, self.places = self.places, Places(session, self._store, opening)
        self.places.lock_asked.connect(self.lock)
        self.places.restore_asked.connect(self.entrance.restore)
        self.places.history_asked.connect(self.show_history)
        self.places.paper_asked.connect(self.laid.show_paper)
        self.show_view(self.places)
        if old is not None:
            old.finish()
        self.drop(old)
        return self.places

    def lock(self, how: str = "by hand") -> None:
        """Close the casebook and leave nothing of it on the screen or in the clipboard."""
        if self.session is None:
            return
        if self.unfinished is not None:
            self.unfinished.end(keeping=how != "closed the window")
        self.laid.take_away()
        if self.case is not None:
            self.case.close_case()
        if self.places is not None:
            self.places.finish()
        self.session.lock(how)

    def _end_sitting(self, reason: str) -> None:
        """Lock, because the casebook has another key, or is another one; and say so."""
        self.lock("signed out")
        messages.info(reason)

    def _forget(self) -> None:
        from ui.copied import forget_copies  # noqa: PLC0415  # not before the first paint

        self._idle.stop()
        forget_copies()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.overlays.forget()
        old: tuple[QObject | None, ...] = (
            *self.laid.take_all(),
            self.case,
            self.places,
            self.opening,
            self.session,
        )
        self.case = self.places = self.opening = self.session = None
        self.entrance.begin()
        for part in old:
            self.drop(part)
        self.locked.emit()

    # ------------------------------------------------------------ one case

    def show_case(self, case: "OpenCase", page: "Page | None" = None) -> None:
        """Show a case in the place of everything else."""
        from ui.case_frame import CaseFrame  # noqa: PLC0415  # loads the review's pages

        if self.session is None:
            return
        old, self.case = self.case, CaseFrame(self.session, case, page, self._stack)
        self.case.closed.connect(self._close_case)
        self.case.case_asked.connect(self.show_case)
        self.case.history_asked.connect(self.show_history)
        over = self.laid.take_all()
        self.show_view(self.case)
        if self.unfinished is not None:
            if old is not None:
                self.unfinished.leave(old)
            self.unfinished.come_back(self.case, at_page=page is not None)
        for part in (old, *over):
            self.drop(part)

    def show_history(self, case_id: str) -> None:
        """Show what was done about a case, over what is in sight; its end leads back there."""
        self.laid.show_history(case_id)

    def show_fork(self, case_id: str) -> None:
        """Show the versions of a case that two sites changed, over what is in sight."""
        self.laid.show_fork(case_id)

    def show_policy(self, number: str, part: str) -> None:
        """Show a policy as it is read: over an open case, else at its place."""
        if self.case is None and self.places is not None:
            self.laid.take_away()
            self.places.show_policy(number, part)
        else:
            self.laid.show_policy(number, part)

    def go_to(self, place: str) -> None:
        """Go to a place between cases; what is typed in an open case is saved first."""
        self.laid.take_away()
        if self.case is not None:
            self.case.close_case()
        if self.places is not None:
            self.places.show_place(place)

    def _close_case(self) -> None:
        frame, self.case = self.case, None
        if frame is None or self.places is None:
            return
        self.show_view(self.places)
        if self.unfinished is not None:
            self.unfinished.leave(frame)
        self.places.come_back(frame.case.case_id)
        self.drop(frame)

    # ------------------------------------------------------------ views and messages

    @property
    def over(self) -> "Sequence[View]":
        """What lies over the case or the places for a while; the last one is in sight."""
        return self.laid.views

    def show_view(self, view: "EntryPage | VerifyDoor | Places | CaseFrame | View") -> None:
        """Show a view in the place of everything else, with the focus in it."""
        if self._furnished:
            self.overlays.close()
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if self._furnished:
            self.commands.allow()
        messages.clear()
        view.take_focus()

    def drop(self, part: QObject | None) -> None:
        """Let a view go that is not shown any more."""
        if isinstance(part, QWidget):
            self._stack.removeWidget(part)
            part.hide()
        if part is not None:
            part.deleteLater()

    def _bar(self) -> MessageBar | None:
        view = self.over[-1] if self.over else self.case or self.places or self.entry
        return view.bar if view is not None else None

    def _show_message(self, notice: str, text: str) -> None:
        if bar := self._bar():
            bar.show_message(notice, text)

    def _take_message_back(self) -> None:
        if bar := self._bar():
            bar.clear()

    # ------------------------------------------------------------ the window itself

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._furnished:
            self._idle.listen_to(self.windowHandle())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self._tell_painted)

    def _tell_painted(self) -> None:
        self.painted.emit()
        self._furnish()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lock("closed the window")
        if self.entry is not None:
            self.entry.wait()
        for job in running():
            job.wait()
        messages.door().shut()
        self._remember_size()
        super().closeEvent(event)

    def _remember_size(self) -> None:
        if self.isMaximized() or self.isFullScreen():
            return
        try:
            self._store.change(width=self.width(), height=self.height())
        except DictamenError:
            return  # the window is going; a size that is not kept harms nobody
