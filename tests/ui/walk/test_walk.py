"""Every screen in both themes and languages and three text sizes: nothing is cut, pale, small or nameless.

On a Spanish screen nothing is English.
In two of the looks each has to look as its golden picture does.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.walk import golden
from tests.ui.walk.faults import faults
from tests.ui.walk.frozen import frozen
from tests.ui.walk.looks import LIGHT, LOOKS, walked
from tests.ui.walk.screens import SCREENS
from tests.ui.walk.spoken import english
from tests.ui.walk.stage import Stage
from ui import language, theme


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with frozen() as chance:
        yield Stage(qapp, tmp_path_factory.mktemp("walk"), chance)
    language.speak("en")
    theme.apply(qapp, LIGHT, 1.0)


@pytest.fixture
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go that are not as they should be; pytest keeps the folder."""
    return tmp_path_factory.getbasetemp()


@pytest.mark.parametrize("chosen", language.LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_wrong_with_a_screen(
    stage: Stage, qapp: QApplication, pictures: Path, name: str, chosen: str
) -> None:
    found = []
    for look, window in walked(stage, qapp, name, chosen):
        # larger text is never paler
        found += [f"{look} {fault}" for fault in faults(window, colours=look.scale == 1.0)]
        if chosen == "es" and look == LOOKS[0]:
            found += english(window)
        if (chosen, look.theme, look.scale) in golden.GOLDEN_LOOKS:
            path = golden.path_of(name, chosen, look.theme, look.scale)
            found.append(golden.difference(golden.picture_of(window), path, pictures))
    found = [fault for fault in found if fault]
    assert not found, "\n" + "\n".join(found)


def test_every_golden_picture_is_of_a_screen() -> None:
    known = {
        golden.path_of(name, chosen, look, scale)
        for name in SCREENS
        for chosen, look, scale in golden.GOLDEN_LOOKS
    }
    assert set(golden.FOLDER.glob("*.png")) == known
