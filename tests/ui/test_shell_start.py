"""Starting and staying alive: the first paint, settings on the disk, defects, look and size."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableView

from app.casebook.file import FILE_NAME as CASEBOOK_FILE
from app.errors import DictamenError
from app.identity import MIN_PASSPHRASE
from tests.ui.shell import Shell
from ui import defects, fonts, theme
from ui.desktop import run_desktop
from ui.kit.filters import FilterTab
from ui.kit.nav import NavItem
from ui.settings.store import FILE_NAME, Settings, SettingsStore
from ui.start import stopwatch, way_in
from ui.start.job import Job
from ui.window import Window

_HEAVY = ("cryptography", "sqlite3", "tinydb", "reportlab", "pyhanko", "pikepdf", "app.policy")
_NOT_NEEDED = (
    *("json", "dataclasses", "datetime", "decimal", "ctypes", "socket", "platformdirs", "tomllib"),
    *("app.people", "ui.actions", "ui.palette", "ui.laid_over", "ui.kit.value_fields", "ui.kit.focus_ring"),
)
"""What each takes a millisecond or more of the start, and nobody needs to see the first window."""
_MOST_PARTS = 45
"""Modules of the program; each takes a third of a millisecond, as it is looked for, read and run."""


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from ui import desktop\n"
        "from ui.main import main\n"
        "tell = desktop._print_start\n"
        "desktop._print_start = lambda: (tell(), print([name for name in sys.modules]))\n"
        "sys.exit(main(['--measure-start']))\n"
    )
    home = tmp_path / "home"
    home.mkdir()
    (home / CASEBOOK_FILE).write_bytes(b"anything: it is not opened before a passphrase is given")
    ran = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    measured, modules = ran.stdout.splitlines()
    assert 20 < int(measured) < 60_000
    loaded = ast.literal_eval(modules)
    assert [name for name in loaded if name.startswith(_HEAVY)] == []
    assert "ui.start.unlock_page" in loaded
    ours = [name for name in loaded if name.split(".")[0] in {"app", "resources", "ui"}]
    assert [name for name in loaded if name.startswith(_NOT_NEEDED)] == []
    assert len(ours) <= _MOST_PARTS
    assert ran.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""


def test_milliseconds_since_the_start_grow() -> None:
    first = stopwatch.milliseconds_since_start()
    assert 0 < first <= stopwatch.milliseconds_since_start()


def test_what_the_start_takes_for_granted_is_so() -> None:
    assert way_in.CASEBOOK_FILE == CASEBOOK_FILE
    assert way_in.LEAST_PASSPHRASE == MIN_PASSPHRASE


def test_the_app_runs_until_its_window_is_closed(qapp: QApplication) -> None:
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, QApplication.closeAllWindows))
    assert run_desktop() == 0
    assert qapp is QApplication.instance()
    assert sys.excepthook is not defects.tell


def test_a_defect_is_told_without_what_it_held_and_the_app_goes_on(opened: Shell) -> None:
    defect = KeyError("Núñez Rivera, María del Carmen")
    defects.tell(KeyError, defect, None)
    QApplication.processEvents()
    (said,) = opened.errors()
    assert said.startswith("Something went wrong in the program")
    assert "Rivera" not in said
    assert opened.places.bar.text() == said
    opened.click("nav/settings")
    assert opened.places.place() == "settings"


def test_an_error_for_people_that_nobody_caught_is_told_in_its_words(opened: Shell) -> None:
    defects.tell(DictamenError, DictamenError("the disk is full; free some space"), None)
    QApplication.processEvents()
    assert opened.errors() == ["The disk is full; free some space."]


def test_ctrl_c_in_the_terminal_closes_the_window(opened: Shell) -> None:
    window = opened.window
    defects.tell(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not window.isVisible()


def test_a_job_tells_its_outcome_in_the_thread_that_made_it(shell: Shell) -> None:
    told: list[object] = []
    for work in (lambda: 1 + 1, lambda: 1 // 0):
        job = Job(work)
        job.done.connect(told.append)
        job.failed.connect(told.append)
        before = len(told)
        job.start()
        shell.qtbot.waitUntil(lambda before=before: len(told) > before)  # type: ignore[misc]
    assert told[0] == 2
    assert isinstance(told[1], ZeroDivisionError)


def test_a_defect_in_the_worker_surfaces_and_the_page_can_be_used_again(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.create_casebook()
    shell.open()
    monkeypatch.setattr(way_in, "unlock", lambda *_: 1 // 0)
    shell.type_in("unlock/name", "Ana")
    shell.type_in("unlock/passphrase", "anything at all")
    with shell.qtbot.captureExceptions() as raised:
        shell.entry.submit()
        shell.qtbot.waitUntil(lambda: not shell.entry.busy)
    assert [error[0] for error in raised] == [ZeroDivisionError]
    assert shell.entry.primary.words() == "Unlock"


def test_closing_while_the_passphrase_is_checked_waits_for_it(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.type_in("unlock/name", "Ana")
    shell.type_in("unlock/passphrase", "anything at all")
    shell.entry.submit()
    shell.window.preload()
    shell.close()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON",
        "[]",
        '{"theme": "purple", "text_percent": 1000, "language": "xx", "lock_minutes": 7, "width": 10}',
        '{"theme": 3, "text_percent": "125", "lock_minutes": true, "height": null, "unknown": 1}',
    ],
)
def test_settings_that_cannot_be_used_take_their_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / FILE_NAME
    file.write_text(content, encoding="utf-8")
    assert SettingsStore(file).settings == Settings()


def test_one_unusable_setting_leaves_the_others_alone(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_text('{"theme": "dark", "text_percent": 1000, "lock_minutes": 30}', encoding="utf-8")
    assert SettingsStore(file).settings == Settings(theme="dark", lock_minutes=30)


def test_settings_are_kept_whole_and_hold_nothing_about_people(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / FILE_NAME
    store = SettingsStore(file)
    store.change(theme="dark", text_percent=150)
    assert SettingsStore(file).settings == Settings(theme="dark", text_percent=150)
    assert json.loads(file.read_text(encoding="utf-8")).keys() == {
        "theme",
        "text_percent",
        "language",
        "lock_minutes",
        "width",
        "height",
    }
    assert [path.name for path in file.parent.iterdir()] == [FILE_NAME]


def test_settings_that_cannot_be_kept_hold_and_say_so(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    store = SettingsStore(blocked / FILE_NAME)
    told: list[str] = []
    store.changed.connect(lambda: told.append(store.settings.theme))
    with pytest.raises(DictamenError, match="cannot be made"):
        store.change(theme="dark")
    assert told == ["dark"]


def test_a_setting_that_cannot_be_kept_is_told_on_the_page(opened: Shell) -> None:
    opened.settings.unlink()
    opened.settings.mkdir()
    opened.click("nav/settings")
    opened.click("settings/theme/choice/dark")
    (said,) = opened.errors()
    assert "cannot be written" in said
    assert theme.chosen() is theme.Theme.DARK
    opened.window._store.settings = Settings(width=opened.window.width(), height=opened.window.height())


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_at_every_text_size_the_smallest_window_shows_whole_names(opened: Shell, percent: int) -> None:
    opened.add("01")
    window: Window = opened.window
    window.resize(1000, 640)
    window._store.change(text_percent=percent)
    for place in ("worklist", "people"):
        opened.places.show_place(place)
        opened.qtbot.waitUntil(lambda: opened.places.side.width() == round(76 * fonts.scale()))
        opened.qtbot.waitUntil(lambda: _cut(window) == [])
    table = opened.find(QTableView, "people/list")
    assert table.height() >= table.heightForWidth(table.width())


def _cut(window: Window) -> list[str]:
    """The items and filters in sight that have less height than their words need."""
    shown = [widget for kind in (NavItem, FilterTab) for widget in window.findChildren(kind)]
    return [w.objectName() for w in shown if w.isVisible() and w.height() < w.sizeHint().height()]
