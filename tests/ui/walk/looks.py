"""The looks in which every screen is walked."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.ui.walk import case_screens
from tests.ui.walk.screens import SCREENS
from tests.ui.walk.stage import Stage, closing
from ui import theme
from ui.window import Window

LIGHT, DARK = theme.Theme.LIGHT, theme.Theme.DARK
WIDE, NARROW = QSize(1280, 800), QSize(1000, 640)


class Look(NamedTuple):
    """A theme, a text size (1.0 is usual) and the size of the window."""

    theme: theme.Theme
    scale: float
    size: QSize

    def __str__(self) -> str:
        return f"{self.theme.value} {self.scale:.0%} {self.size.width()}"


LOOKS = tuple(Look(chosen, scale, WIDE) for scale in (1.0, 1.25, 2.0) for chosen in (LIGHT, DARK))
NARROW_LOOK = Look(LIGHT, 1.25, NARROW)
"""Besides, for the screens of a case: its strip and its fold change there."""


def looks_of(name: str) -> tuple[Look, ...]:
    """Every look of a screen."""
    return (*LOOKS, NARROW_LOOK) if name in case_screens.SCREENS else LOOKS


def walked(stage: Stage, app: QApplication, name: str, chosen: str) -> Iterator[tuple[Look, Window]]:
    """A screen in a language, in one look after the other."""
    theme.apply(app, LIGHT, 1.0)
    stage.begin(name, chosen)
    with closing(stage, SCREENS[name](stage)) as window:
        for look in looks_of(name):
            theme.apply(app, look.theme, look.scale)
            window.resize(look.size)
            stage.settle(window)
            yield look, window
