"""The scale of a value and its bounds, as it is painted."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.fonts import px
from ui.kit.value_scale import ScaleFacts, ValueScale

WIDTH = 400


def shown(qtbot: QtBot, facts: ScaleFacts) -> ValueScale:
    scale = ValueScale("scale", "Platelets")
    qtbot.addWidget(scale)
    scale.show_scale(facts, "told in words")
    scale.resize(WIDTH, scale.sizeHint().height())
    scale.show()
    return scale


def pointer_at(scale: ValueScale) -> int | None:
    """The middle of what is painted in the text's colour along the top edge."""
    image, text = scale.grab().toImage(), theme.current().text
    dark = [x for x in range(image.width()) if image.pixelColor(x, 1).rgb() == text.rgb()]
    return (dark[0] + dark[-1]) // 2 if dark else None


@pytest.mark.parametrize("chosen", [theme.Theme.LIGHT, theme.Theme.DARK])
@pytest.mark.parametrize(("value", "share"), [("0", 0.0), ("80", 0.4), ("100", 0.5), ("5000", 0.98)])
def test_the_pointer_stands_at_the_value(
    qtbot: QtBot, qapp: QApplication, chosen: theme.Theme, value: str, share: float
) -> None:
    theme.apply(qapp, chosen)
    facts = ScaleFacts(("CRi", "CR"), (Decimal(100),), Decimal(value), int(Decimal(value) >= 100))
    found = pointer_at(shown(qtbot, facts))
    assert found is not None
    assert abs(found - max(round(share * WIDTH), px(5))) <= 2


def test_a_missing_value_has_no_pointer_and_tints_no_zone(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme.LIGHT)
    missing = shown(qtbot, ScaleFacts(("CRi", "CR"), (Decimal(100),)))
    assert pointer_at(missing) is None
    there = shown(qtbot, ScaleFacts(("CRi", "CR"), (Decimal(100),), Decimal(150), 1))
    accent = theme.current().accent.rgb()
    tinted = [
        sum(image.pixelColor(x, y).rgb() == accent for x in range(WIDTH) for y in range(image.height()))
        for image in (missing.grab().toImage(), there.grab().toImage())
    ]
    assert tinted[0] == 0
    assert tinted[1] > 0


def test_the_words_stand_for_the_picture(qtbot: QtBot) -> None:
    scale = shown(qtbot, ScaleFacts(("CRi", "CR"), (Decimal(100),), Decimal(80), 0))
    assert scale.accessibleName() == "Platelets"
    assert scale.accessibleDescription() == "told in words"
