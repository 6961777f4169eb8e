"""Take a picture of every screen of the walk, or of the named ones.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_walk FOLDER [--look LOOK] [--scale PERCENT]
[--language LANGUAGE] [--size WIDTHxHEIGHT] [SCREEN…]
or, to renew the golden pictures: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_walk --golden [SCREEN…]
"""

import argparse
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.ui.walk import golden
from tests.ui.walk.frozen import frozen
from tests.ui.walk.looks import LIGHT, walked
from tests.ui.walk.screens import SCREENS
from tests.ui.walk.stage import Stage, closing
from ui import theme
from ui.language import LANGUAGES


def main() -> None:
    """The command line."""
    options = _options()
    app = theme.application()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as place, frozen() as chance:
        stage = Stage(app, Path(place), chance)
        for name in options.screen or SCREENS:
            if options.golden:
                _renew(stage, app, name)
            else:
                _grab(stage, app, name, options)


def _options() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--golden", action="store_true", help="renew the golden pictures")
    words.add_argument(
        "--look", choices=[look.value for look in (theme.Theme.LIGHT, theme.Theme.DARK)], default="light"
    )
    words.add_argument("--scale", type=int, default=100, help="text size in percent")
    words.add_argument("--language", choices=LANGUAGES, default="en")
    words.add_argument("--size", default="1280x800", help="of the window, in pixels")
    words.add_argument(
        "place", nargs="*", metavar="FOLDER SCREEN", help="the folder, then screens; all by default"
    )
    options = words.parse_intermixed_args()
    if not options.golden:
        if not options.place:
            words.error("name the folder for the pictures")
        options.folder = Path(options.place.pop(0))
        options.folder.mkdir(parents=True, exist_ok=True)
    options.screen = options.place
    for name in options.screen:
        if name not in SCREENS:
            words.error(f"no screen {name}; there are: {' '.join(SCREENS)}")
    return options


def _grab(stage: Stage, app: QApplication, name: str, options: argparse.Namespace) -> None:
    """One picture, in the look that was asked for."""
    theme.apply(app, theme.Theme(options.look), options.scale / 100)
    stage.begin(name, options.language)
    with closing(stage, SCREENS[name](stage)) as window:
        window.resize(QSize(*map(int, options.size.split("x"))))
        stage.settle(window)
        look = f"{options.look}-{options.scale}-{options.language}"
        window.grab().save(str(options.folder / f"{name}-{look}.png"))


def _renew(stage: Stage, app: QApplication, name: str) -> None:
    """The golden pictures of a screen, after the same steps as in the test."""
    golden.FOLDER.mkdir(exist_ok=True)
    for chosen, look, scale in golden.GOLDEN_LOOKS:
        for seen, window in walked(stage, app, name, chosen):
            if (seen.theme, seen.scale) == (look, scale):
                golden.keep(golden.picture_of(window), golden.path_of(name, chosen, look, scale))
                break
    theme.apply(app, LIGHT, 1.0)


if __name__ == "__main__":
    main()
