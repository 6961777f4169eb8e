"""Every screen of the app by its name, and the way to it."""

from collections.abc import Callable, Mapping

from tests.ui.walk import case_screens, place_screens, way_in_screens
from tests.ui.walk.stage import Stage
from ui.window import Window

SCREENS: Mapping[str, Callable[[Stage], Window]] = {
    **{way.__name__: way for way in way_in_screens.SCREENS},
    **place_screens.SCREENS,
    **case_screens.SCREENS,
}
"""The way to each screen by the screen's name."""
