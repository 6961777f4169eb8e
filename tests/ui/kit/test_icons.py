import pytest
from PySide6.QtGui import QColor

import resources
from ui import icons
from ui.kit.status import Status, icon_of

_FILES = sorted(resources.path("icons").glob("*.svg"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_asked_for(path: object) -> None:
    name = str(getattr(path, "stem", ""))
    red = QColor("#FF0000")

    picture = icons.pixmap(name, red, 48).toImage()

    seen = (picture.pixelColor(x, y) for x in range(48) for y in range(48))
    solid = [colour for colour in seen if colour.alpha() == 255]
    assert solid
    assert all(colour.red() >= 254 and colour.green() == colour.blue() == 0 for colour in solid)


def test_an_icon_is_as_sharp_as_the_screen() -> None:
    picture = icons.pixmap("check", QColor("black"), 16, 2.0)

    assert picture.width() == 32
    assert picture.devicePixelRatio() == 2.0


def test_an_icon_that_does_not_ship_is_a_defect_and_says_which() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.pixmap("no-such-icon", QColor("black"), 16)


def test_the_four_shapes_of_a_line_differ() -> None:
    shapes = {icon_of(status) for status in (Status.MET, Status.OPEN, Status.NOT_MET, Status.NEUTRAL)}

    assert len(shapes) == 4


def test_the_licence_travels_with_the_icons() -> None:
    text = resources.path("icons", "LICENSE").read_text(encoding="utf-8")

    assert "ISC License" in text
    assert "Feather" in text
