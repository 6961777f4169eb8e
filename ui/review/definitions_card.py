"""The terms by which a response is measured, as the policy defines them."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.policy import Policy
from ui import fonts, theme
from ui.kit.card import Card, Divider
from ui.kit.text import SectionTitle, Value
from ui.review.words import tr

_POWER = re.compile(r"\^(\d+)")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[\u00d7%])")


class DefinitionsCard(Card):
    """Every definition of the policy that has thresholds."""

    def __init__(self, policy: Policy, language: str) -> None:
        super().__init__("definitions", gap=6)
        self.column.addWidget(SectionTitle(tr("How the policy measures a response")))
        for definition in policy.definitions:
            if definition.thresholds:
                self.column.addWidget(Divider())
                self.column.addWidget(Value(definition.term[language]))
                name = f"definitions/{definition.id}"
                self.column.addWidget(_Formula(name, definition.text[language]))


class _Formula(QLabel):
    """A text of the policy file with raised powers; never for what a case holds, which could be markup."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(raised(text))
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFont(fonts.font(fonts.Size.SECONDARY))


def raised(text: str) -> str:
    """A text as markup in which ``10^9`` has a raised 9; the font has no sign for it."""
    together = _BEFORE_UNIT.sub("\u00a0", text)
    return _POWER.sub(r"<sup>\1</sup>", escape(together))
