"""Grab every screen of the walk into PNG files.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_walk FOLDER [--look LOOK] [--scale PERCENT]
[--language LANGUAGE] [SCREEN…]
"""

import argparse
import os
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.tools.grab_screens import NOW
from tests.ui.walk.screens import SCREENS, Stage
from ui import theme
from ui.language import LANGUAGES
from ui.session import Session

WINDOW = QSize(1280, 800)


def main() -> None:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--look", choices=[theme.Theme.LIGHT.value, theme.Theme.DARK.value], default="light")
    words.add_argument("--scale", type=int, default=100, help="text size in percent")
    words.add_argument("--language", choices=LANGUAGES, default="en")
    words.add_argument("screen", nargs="*", choices=[[], *SCREENS])
    options = words.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = theme.application()
    assert isinstance(app, QApplication)
    os.environ["TZ"] = "America/Puerto_Rico"
    time.tzset()
    with tempfile.TemporaryDirectory() as place, patch.object(Session, "now", lambda _session: NOW):
        theme.apply(app, theme.Theme(options.look), options.scale / 100)
        stage = Stage(app, Path(place))
        stage.speak(options.language)
        for name in options.screen or SCREENS:
            window = SCREENS[name](stage)
            window.resize(WINDOW)
            stage.settle(window)
            look = f"{options.look}-{options.scale}-{options.language}"
            window.grab().save(str(options.folder / f"{name}-{look}.png"))
            stage.close(window)


if __name__ == "__main__":
    main()
