"""When the program itself fails: one plain sentence that names nobody, nothing lost, and work goes on."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desk import open_case
from app.route import Page
from tests.ui.shell import Shell
from tests.ui.test_unfinished import show
from ui import defects
from ui.places import SETTINGS
from ui.review import work
from ui.review.work import Work
from ui.start.job import Job

NAME = "Núñez Rivera, María del Carmen"


class _Broken(QWidget):
    """A part that cannot be painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tried = 0
        self.resize(parent.size())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        self.tried += 1
        raise ValueError(f"no room for {NAME}")


@pytest.fixture(autouse=True)
def _as_in_the_app() -> Iterator[None]:
    """Whatever nothing takes is told as ``run_desktop`` has it told, and not to the test."""
    with defects.told():
        yield
        QApplication.processEvents()


def fail() -> None:
    """A defect that held a member's name."""
    raise KeyError(NAME)


def said_once(shell: Shell) -> None:
    """One sentence came, and tells nothing about anybody; the case and the places are still there."""
    shell.qtbot.waitUntil(lambda: bool(shell.said))
    shell.qtbot.wait(50)
    (said,) = shell.errors()
    assert said.startswith("Something went wrong in the program")
    assert not any(part in shell.texts() + said for part in ("KeyError", "ValueError", "Traceback"))
    assert NAME not in said


def still_works(shell: Shell, case_id: str) -> None:
    """An answer is taken, kept and shown; the window locks and opens."""
    view = show(shell, case_id, Page.REQUEST)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell.type_in("member/given_name", "Danach")
    shell.key(Qt.Key.Key_Tab)
    assert view.desk.record.case["member"]["given_name"] == "Danach"  # type: ignore[index]
    with shell.other() as casebook:
        assert open_case(casebook, case_id).record.case == view.desk.record.case
    shell.window.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell.unlock()
    assert shell.window.case is not None


def test_a_defect_in_a_slot_leaves_what_is_being_typed(
    opened: Shell, capfd: pytest.CaptureFixture[str]
) -> None:
    case_id = opened.add("09")
    view = show(opened, case_id, Page.REQUEST)
    opened.type_in("documents/new/title", "Half a title")
    button = QPushButton(view)
    button.clicked.connect(fail)
    button.click()
    said_once(opened)
    assert opened.find(QLineEdit, "documents/new/title").text() == "Half a title"
    assert NAME not in capfd.readouterr().err
    still_works(opened, case_id)


@pytest.mark.parametrize("how", ["work", "job", "thread"])
def test_a_defect_in_a_worker_is_told_by_the_screen(
    opened: Shell, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    case_id = opened.add("09")
    if how == "work":
        Work(fail).start()
        opened.qtbot.waitUntil(lambda: not work._running)
    elif how == "job":
        job = Job(fail, opened.window)
        job.failed.connect(_raise)
        job.start()
    else:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    said_once(opened)
    assert NAME not in capfd.readouterr().err
    still_works(opened, case_id)


def _raise(error: Exception) -> None:
    raise error


def test_a_part_that_cannot_be_painted_is_told_once_and_is_not_painted_for_ever(
    opened: Shell, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each message has what is near it painted anew: the broken part 567 times in a second and a half."""
    case_id = opened.add("09")
    broken = _Broken(opened.places)
    broken.show()
    opened.qtbot.wait(400)
    assert 1 <= broken.tried < 20
    said_once(opened)
    assert NAME not in capfd.readouterr().err
    opened.find(QAbstractButton, "nav/settings").click()
    assert opened.places.place() == SETTINGS
    broken.hide()
    broken.deleteLater()
    still_works(opened, case_id)


def test_a_defect_where_an_object_goes_away_prints_nothing(
    opened: Shell, capfd: pytest.CaptureFixture[str]
) -> None:
    class Leaving:
        def __del__(self) -> None:
            raise ValueError(f"no grave for {NAME}")

    leaving = [Leaving()]
    leaving.clear()
    said_once(opened)
    assert capfd.readouterr().err == ""


def test_the_same_line_is_told_again_once_it_was_quiet_for_a_while(
    opened: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        QTimer.singleShot(0, fail)
    said_once(opened)
    monkeypatch.setattr(defects, "_QUIET_SECONDS", 0.0)
    QTimer.singleShot(0, fail)
    said_once(opened)


def test_a_window_that_cannot_go_on_still_closes_and_locks(opened: Shell) -> None:
    case_id = opened.add("09")
    show(opened, case_id, Page.REQUEST)
    opened.type_in("member/given_name", "Zuletzt")
    QTimer.singleShot(0, fail)
    said_once(opened)
    session = opened.window.session
    assert session is not None
    opened.close()
    assert session.casebook.person.name  # what is closed still knows who it was
    with opened.other() as casebook:
        assert open_case(casebook, case_id).record.case["member"]["given_name"] == "Zuletzt"  # type: ignore[index]


def test_the_usual_hooks_are_back_afterwards(qtbot: QtBot) -> None:
    assert qtbot is not None
    usual = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    with defects.told():
        assert sys.excepthook is defects.tell
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == usual
