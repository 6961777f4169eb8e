"""The terms by which a response is measured, as the policy defines them."""

import re
from html import escape

from PySide6.QtCore import Qt

from app.policy import Definition, Policy
from ui.kit.card import Card, Divider
from ui.kit.text import Hint, SectionTitle, Value
from ui.review.words import tr

_POWER = re.compile(r"\^(\d+)")


class DefinitionsCard(Card):
    """Every definition of the policy that has thresholds."""

    def __init__(self, policy: Policy, language: str) -> None:
        super().__init__("definitions", gap=6)
        self.column.addWidget(SectionTitle(tr("How the policy measures a response")))
        for definition in policy.definitions:
            if definition.thresholds:
                self._add(definition, language)

    def _add(self, definition: Definition, language: str) -> None:
        self.column.addWidget(Divider())
        self.column.addWidget(Value(definition.term[language]))
        text = Hint()
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setText(raised(definition.text[language]))
        text.setObjectName(f"definitions/{definition.id}")
        self.column.addWidget(text)


def raised(text: str) -> str:
    """A text as markup in which ``10^9`` has a raised 9; the font has no sign for it."""
    return _POWER.sub(r"<sup>\1</sup>", escape(text))
