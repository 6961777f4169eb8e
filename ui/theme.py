"""The look in force: theme and text size, applied to the whole application at once.

Call ``apply`` once at the start and again whenever the reviewer changes theme or text size. Widgets ask
``current()`` while painting; what cannot repaint by itself listens to ``changes().changed``.
"""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui import fonts
from ui.kit import stylesheet
from ui.kit.tokens import DARK, LIGHT, Tokens


class Theme(StrEnum):
    """What the reviewer chose; ``SYSTEM`` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Changes(QObject):
    """Tells of a change of look.

    Signals:
        changed: theme or text size have been applied.
    """

    changed = Signal()


_IN_FUSION = "in_fusion"
_chosen = Theme.SYSTEM
_tokens = LIGHT


def current() -> Tokens:
    """The tokens of the theme in force."""
    return _tokens


def chosen() -> Theme:
    """What was chosen, which may be to follow the system."""
    return _chosen


@cache
def changes() -> Changes:
    """The one object that tells of a change of look."""
    return Changes()


def apply(app: QApplication, theme: Theme = Theme.SYSTEM, text_scale: float = 1.0) -> None:
    """Give the application this theme and text size (1.0 to 2.0; what lies outside is held within)."""
    global _chosen, _tokens  # noqa: PLW0603 - one look per process, as Qt has one palette
    _chosen = theme
    _tokens = DARK if _is_dark(theme) else LIGHT
    fonts.load()
    fonts.set_scale(text_scale)
    _use_fusion(app)
    app.setFont(fonts.font())
    app.setPalette(palette(_tokens))
    app.setStyleSheet(stylesheet.text(_tokens))
    _watch_system()
    changes().changed.emit()


def application() -> QApplication:
    """A new QApplication that is in Fusion from its first moment."""
    app = QApplication(["dictamen", "-style", "fusion"])
    app.setProperty(_IN_FUSION, True)
    return app


def _use_fusion(app: QApplication) -> None:
    # Asking for the style makes PySide build the classes of all styles: 5 ms of the start.
    if not app.property(_IN_FUSION):
        app.setStyle("Fusion")
        app.setProperty(_IN_FUSION, True)


def _is_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


@cache
def _watch_system() -> None:
    QGuiApplication.styleHints().colorSchemeChanged.connect(_follow_system)


def _follow_system() -> None:
    app = QApplication.instance()
    if _chosen is Theme.SYSTEM and isinstance(app, QApplication):
        apply(app, _chosen, fonts.scale())


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette in these tokens; views paint their own current row, so Highlight stays clear."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, colour in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Link: tokens.accent,
        role.Highlight: QColor(Qt.GlobalColor.transparent),
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
    }.items():
        made.setColor(target, colour)
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, tokens.text3)
    return made
