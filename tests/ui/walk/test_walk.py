"""Every screen in both themes and languages and three text sizes: nothing is cut, pale, small or nameless."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.tools.grab_screens import NOW
from tests.ui.walk.faults import faults
from tests.ui.walk.screens import SCREENS, Stage
from ui import language, theme
from ui.session import Session

WINDOW = QSize(1280, 800)
SCALES = (1.0, 1.25, 2.0)
"""Colours are measured at the first: larger text is never paler."""


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with patch.object(Session, "now", lambda _session: NOW):
        yield Stage(qapp, tmp_path_factory.mktemp("walk"))
    language.speak("en")
    theme.apply(qapp, theme.Theme.LIGHT, 1.0)


@pytest.mark.parametrize("chosen", language.LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_wrong_with_a_screen(stage: Stage, qapp: QApplication, name: str, chosen: str) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, 1.0)
    stage.speak(chosen)
    window = SCREENS[name](stage)
    found = []
    try:
        for scale in SCALES:
            for look in (theme.Theme.LIGHT, theme.Theme.DARK):
                theme.apply(qapp, look, scale)
                window.resize(WINDOW)
                stage.settle(window)
                found += [
                    f"{look} {scale:.0%} {fault}" for fault in faults(window, colours=scale == SCALES[0])
                ]
    finally:
        stage.close(window)
    assert not found, "\n" + "\n".join(found)
