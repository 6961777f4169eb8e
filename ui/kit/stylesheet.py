"""The one small style sheet: shapes and fonts of Qt's own widgets, generated from the tokens.

Selectors name a class or a property, never a container, because a rule on a container reaches every child.
"""

from string import Template

from ui.fonts import Size, px
from ui.kit.tokens import Tokens

_RULES = Template("""
Text[role="title"] { font-size: $title; font-weight: 600; color: $text; }
Text[role="name"] { font-size: $name; font-weight: 600; color: $text; }
Text[role="section"] { font-size: $lead; font-weight: 600; color: $text; }
Text[role="lead"] { font-size: $lead; color: $text; }
Text[role="body"] { color: $text; }
Text[role="value"] { font-weight: 600; color: $text; }
Text[role="fact"] { font-size: $secondary; font-weight: 600; color: $text; }
Text[role="secondary"] { color: $text2; }
Text[role="hint"] { font-size: $secondary; color: $text2; }
Text[role="muted"] { font-size: $secondary; color: $text3; }
Text[role="label"] { font-size: $secondary; font-weight: 600; color: $text2; }
Text[role="legend"] { font-size: $legend; color: $text2; }
Text[role="error"] { font-size: $secondary; font-weight: 600; color: $late; }

QLineEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: $r6;
    padding: 0 $p6; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text3;
}
QLineEdit { min-height: $h32; max-height: $h32; }
QPlainTextEdit { padding: $p6 $p6; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 2px solid $late; padding: 0 $p6; }
QLineEdit[invalid="true"] { min-height: $h28; max-height: $h28; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $window; color: $text3; border-color: $line; }

QProgressBar {
    background: $window; color: $text; border: 1px solid $control; border-radius: $r6;
    min-height: $h28; max-height: $h28; text-align: center;
}
QProgressBar::chunk { background: $accent_soft; border-radius: $r6; }

QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $control; padding: $p4; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: $h28; padding: 0 $p8; }

QScrollArea, QTreeView, QTableView { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: $p12; margin: $p2 $p2 $p2 $p4; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: $p4 $p2 $p2 $p2; }
QScrollBar::handle { background: $control; border-radius: 3px; min-height: $h32; min-width: $h32; }
QScrollBar::handle:hover { background: $text2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QHeaderView { background: transparent; border: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: $p4 $p8; }
QMenu { background: $surface; color: $text; border: 1px solid $control; padding: $p4; }
QMenu::item { padding: $p6 $p12; border-radius: $p4; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text3; }
""")


def text(tokens: Tokens) -> str:
    """The style sheet for these tokens at the text scale in force."""
    colours = {
        name: getattr(tokens, name).name()
        for name in ("surface", "window", "text", "text2", "text3", "control", "line", "late")
    }
    accents = {name: getattr(tokens, name).name() for name in ("accent", "on_accent", "accent_soft")}
    fonts = {
        "title": Size.PAGE_TITLE,
        "name": Size.NAME,
        "lead": Size.LEAD,
        "secondary": Size.SECONDARY,
        "legend": Size.LEGEND,
    }
    lengths = {f"p{n}": n for n in (2, 4, 6, 8, 12)} | {"r6": 6, "h28": 28, "h32": 30}
    measures = {name: f"{px(length)}px" for name, length in {**fonts, **lengths}.items()}
    return _RULES.substitute(colours, **accents, **measures)
