"""An answer that is chosen: yes or no, one of the policy's choices, or a cycle."""

from PySide6.QtCore import Signal

from app.facts import Value
from app.policy import Question, QuestionKind
from ui.kit.choices import ChoiceGroup
from ui.review.words import tr

_CYCLES = range(1, 10)


class ChoiceAnswer(ChoiceGroup):
    """The options of one question.

    Signals:
        given(object): a person chose an answer, as a case file holds it.
    """

    given = Signal(object)

    def __init__(self, question: Question, language: str) -> None:
        super().__init__(question.id, question.prompt[language])
        self._question = question
        self._values: dict[str, Value] = {}
        self._add_all(language)
        self.chosen.connect(lambda key: self.given.emit(self._values[key]))

    def show_value(self, stored: object) -> None:
        """Show what the case file holds; nothing for what is no answer."""
        if not self._question.allows(stored):
            self.set_value(None)
            return
        if _key(stored) not in self._values and isinstance(stored, int):
            # a cycle beyond those usually offered, as a case file may hold
            self._add(stored, tr("Cycle {0}").format(stored))
        self.set_value(_key(stored))

    def _add_all(self, language: str) -> None:
        if self._question.kind is QuestionKind.CYCLE:
            for cycle in _CYCLES:
                self._add(cycle, tr("Cycle {0}").format(cycle))
        elif self._question.kind is QuestionKind.YES_NO:
            self._add(True, tr("Yes"))
            self._add(False, tr("No"))
        else:
            for choice in self._question.choices:
                hint = choice.hint[language] if choice.hint else ""
                self._add(choice.value, choice.text[language], hint)

    def _add(self, value: Value, title: str, hint: str = "") -> None:
        key = _key(value)
        self._values[key] = value
        self.add(key, title, hint)


def _key(value: object) -> str:
    """The value as the last part of an object name."""
    return str(value).lower() if isinstance(value, bool) else str(value)
