"""The desktop app: starts Qt, shows the window, runs until it is closed."""

import gc
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.home import casebook_home, settings_folder
from ui import defects, fonts, theme
from ui.language import speak
from ui.settings.store import FILE_NAME, SettingsStore
from ui.start.stopwatch import milliseconds_since_start
from ui.window import Window


def run_desktop(measure: bool = False) -> int:
    """Run the app until its window is closed; gives the exit code.

    Args:
        measure: print the milliseconds from the start of this process to the first painted window, and end.
    """
    app = _application()
    store = SettingsStore(settings_folder() / FILE_NAME, app)
    follow_look(app, store)
    with defects.told():
        window = Window(casebook_home(), store)
        window.painted.connect(_print_start if measure else window.preload)
        window.painted.connect(_collect_again)
        window.show()
        return app.exec()


def _application() -> QApplication:
    QCoreApplication.setApplicationName("dictamen")
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else theme.application()
    app.setApplicationDisplayName("Dictamen")
    app.setDesktopFileName("dictamen")
    return app


def follow_look(app: QApplication, store: SettingsStore) -> None:
    """Give the application the language of the settings, and their look now and whenever they change."""

    def show_look() -> None:
        settings = store.settings
        chosen, scale = theme.Theme(settings.theme), settings.text_percent / 100
        if (chosen, scale) != (theme.chosen(), fonts.scale()):
            theme.apply(app, chosen, scale)

    speak(store.settings.language)
    theme.apply(app, theme.Theme(store.settings.theme), store.settings.text_percent / 100)
    store.changed.connect(show_look)


def _collect_again() -> None:
    # What the start has made stays until the end: it need never be looked through.
    gc.freeze()
    gc.enable()


def _print_start() -> None:
    sys.stdout.write(f"{milliseconds_since_start():.0f}\n")
    sys.stdout.flush()
    QApplication.closeAllWindows()
