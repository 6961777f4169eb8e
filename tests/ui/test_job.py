"""Work in a thread outlives whoever began it, and is then told to nobody."""

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell import Shell
from ui.history.long_job import LongJob
from ui.start.job import Job, running
from ui.verify import verify_page
from ui.verify.verify_door import VerifyDoor


@pytest.mark.parametrize("kind", ["job", "long job"])
def test_a_job_goes_on_when_its_owner_is_deleted(qtbot: QtBot, kind: str) -> None:
    owner, goes_on = QObject(), threading.Event()
    told: list[object] = []
    if kind == "job":
        job = Job(goes_on.wait, owner)
    else:

        def work(tell: Callable[[int], None]) -> None:
            goes_on.wait()
            tell(1)

        job = LongJob(work, owner)
        job.told.connect(told.append)
    job.done.connect(told.append)
    job.start()
    shiboken6.delete(owner)
    del job
    gc.collect()
    goes_on.set()
    qtbot.waitUntil(lambda: not running())
    assert told == []


def test_the_page_that_checks_a_letter_may_be_left_meanwhile(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(verify_page, "_job", lambda *_: goes_on.wait)
    shell.create_casebook()
    shell.open()
    shell.entry.verify_asked.emit()
    door = shell.window.entry
    assert isinstance(door, VerifyDoor)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7")
    door.page.check(letter)
    assert running()
    door.left.emit()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(door)
    goes_on.set()
    shell.qtbot.waitUntil(lambda: not running())
    assert not isinstance(shell.window.entry, VerifyDoor)
    assert shell.errors() == []
