"""Work off the screen's thread: in order, told on the screen's thread, defects not swallowed."""

import threading

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.errors import DictamenError
from ui.review import work
from ui.review.work import Work, alone


class _Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.threads: list[threading.Thread] = []

    @Slot(object)
    def hear(self, _result: object) -> None:
        self.threads.append(threading.current_thread())


def test_result_arrives_on_the_thread_of_the_screen(qtbot: QtBot) -> None:
    listener = _Listener()
    job = Work(threading.current_thread)
    job.done.connect(listener.hear)

    with qtbot.waitSignal(job.done, timeout=5_000) as told:
        job.start()

    assert told.args is not None
    assert told.args[0] is not threading.main_thread()
    assert listener.threads == [threading.main_thread()]


def test_what_people_can_mend_is_told(qtbot: QtBot) -> None:
    def fail() -> None:
        raise DictamenError("the disk is full")

    job = Work(fail)
    with qtbot.waitSignal(job.failed, timeout=5_000) as told:
        job.start()

    assert told.args is not None
    assert str(told.args[0]) == "the disk is full"


def test_defect_is_raised_where_the_program_can_tell_of_it(qtbot: QtBot) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    job = Work(fail)
    with capture_exceptions() as raised:
        job.start()
        qtbot.waitUntil(lambda: bool(raised), timeout=5_000)

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_no_two_jobs_run_at_once(qtbot: QtBot) -> None:
    running: list[int] = []
    most: list[int] = []

    def job() -> None:
        running.append(1)
        most.append(len(running))
        running.pop()

    for _ in range(8):
        Work(job).start()
    with alone():
        assert running == []
    qtbot.waitUntil(lambda: not work._running, timeout=5_000)

    assert most == [1] * 8


def test_job_whose_starter_is_gone_ends_in_silence(qtbot: QtBot) -> None:
    listener = _Listener()
    gate = threading.Event()
    job = Work(gate.wait)
    job.done.connect(listener.hear)
    job.start()
    listener.deleteLater()
    qtbot.wait_until(lambda: not _alive(listener))

    del job
    gate.set()

    qtbot.waitUntil(lambda: not work._running, timeout=5_000)
    assert listener.threads == []


def _alive(listener: QObject) -> bool:
    try:
        listener.objectName()
    except RuntimeError:
        return False
    return True


@pytest.mark.parametrize("count", [1, 3])
def test_finished_work_leaves_no_thread(qtbot: QtBot, count: int) -> None:
    before = threading.active_count()
    for _ in range(count):
        Work(lambda: None).start()

    qtbot.waitUntil(lambda: not work._running, timeout=5_000)

    assert threading.active_count() == before
