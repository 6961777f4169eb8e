import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.kit.card import Card
from ui.kit.status import Status, colour_of, soft_of
from ui.kit.text import PageTitle
from ui.kit.tokens import DARK, LIGHT, Tokens


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    def test_text_is_readable_on_every_ground(self, tokens: Tokens) -> None:
        grounds = (tokens.window, tokens.surface, tokens.side, tokens.accent_soft)
        for ink in (tokens.text, tokens.text2, tokens.accent):
            assert all(_contrast(ink, ground) >= 4.5 for ground in grounds)
        for ground in (tokens.window, tokens.surface, tokens.side, tokens.hover):
            assert _contrast(tokens.text3, ground) >= 4.5

    def test_filled_buttons_are_readable_in_both_states(self, tokens: Tokens) -> None:
        assert _contrast(tokens.on_accent, tokens.accent) >= 4.5
        assert _contrast(tokens.on_accent, tokens.accent_hover) >= 4.5

    def test_edges_of_controls_and_the_focus_ring_stand_out(self, tokens: Tokens) -> None:
        for ground in (tokens.window, tokens.surface, tokens.side):
            assert _contrast(tokens.control, ground) >= 3
            assert _contrast(tokens.focus, ground) >= 3

    @pytest.mark.parametrize("status", list(Status))
    def test_a_status_is_readable_on_its_tint_and_on_a_card(self, tokens: Tokens, status: Status) -> None:
        ink = tokens.on_late if status is Status.LATE else colour_of(status, tokens)

        assert _contrast(ink, soft_of(status, tokens)) >= 4.5
        assert _contrast(colour_of(status, tokens), tokens.surface) >= 4.5

    def test_errors_are_readable_on_their_tint(self, tokens: Tokens) -> None:
        assert _contrast(tokens.text, tokens.late_soft) >= 4.5
        assert _contrast(tokens.text, tokens.open_soft) >= 4.5


def test_a_widget_that_lives_changes_its_colours_with_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    card = Card("card")
    card.column.addWidget(PageTitle("Worklist"))
    qtbot.addWidget(card)
    card.resize(200, 80)
    card.show()
    light = card.grab().toImage().pixelColor(190, 40)

    theme.apply(qapp, theme.Theme.DARK)
    dark = card.grab().toImage().pixelColor(190, 40)

    assert light.name() == LIGHT.surface.name()
    assert dark.name() == DARK.surface.name()


def test_a_widget_that_lives_grows_with_the_text_size(qapp: QApplication, qtbot: QtBot) -> None:
    card = Card("card")
    card.column.addWidget(PageTitle("Worklist"))
    qtbot.addWidget(card)
    card.show()
    before = card.sizeHint()

    theme.apply(qapp, theme.Theme.LIGHT, 2.0)
    QApplication.processEvents()

    assert card.sizeHint().height() >= 2 * before.height() - 4


def test_a_change_of_look_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changes().changed):
        theme.apply(qapp, theme.Theme.DARK)

    assert theme.chosen() is theme.Theme.DARK
    assert theme.current() is DARK


class _DarkSystem:
    """A computer that is set to dark, as the offscreen platform knows no colour scheme."""

    @staticmethod
    def colorScheme() -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return Qt.ColorScheme.Dark


@pytest.mark.parametrize(
    ("chosen", "tokens"),
    [(theme.Theme.SYSTEM, DARK), (theme.Theme.LIGHT, LIGHT), (theme.Theme.DARK, DARK)],
)
def test_the_look_follows_the_computer_only_where_that_was_chosen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, chosen: theme.Theme, tokens: Tokens
) -> None:
    theme.apply(qapp, chosen)
    real = QGuiApplication.styleHints()

    with monkeypatch.context() as patch:
        patch.setattr(QGuiApplication, "styleHints", _DarkSystem)
        real.colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert theme.current() is tokens
