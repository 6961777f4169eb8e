"""One part in which the versions of a case differ: its values side by side, one to be chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.settling import Part, Side
from ui.exchange.words import side_title, tr
from ui.kit.boxes import Column, Row
from ui.kit.choices import ChoiceRow
from ui.kit.text import FieldLabel


class PartRow(QWidget):
    """The options are named ``settle/PATH/NUMBER``.

    Signals:
        chosen: a person chose a value.
    """

    chosen = Signal()

    def __init__(self, part: Part, sides: tuple[Side, ...]) -> None:
        super().__init__()
        self.part = part
        self._options: list[ChoiceRow] = []
        column = Column(self, gap=6)
        column.addWidget(FieldLabel(part.label))
        beside = QWidget()  # a parent of its own, within which one option excludes the others
        row = Row(beside, gap=12)
        for side, value, kept in zip(sides, part.values, part.kept, strict=True):
            hint = side_title(side, kept=kept)
            option = ChoiceRow(value, f"settle/{part.path}/{side.number}", hint)
            option.setAccessibleName(tr("{0}: {1}").format(part.label, value))
            option.clicked.connect(self.chosen)
            self._options.append(option)
            row.addWidget(option, 1)
        column.addWidget(beside)

    def number(self) -> int | None:
        """The version whose value is chosen; None while none is."""
        return next((place for place, option in enumerate(self._options, 1) if option.isChecked()), None)

    def choose(self, number: int) -> None:
        """Choose the value of a version."""
        self._options[number - 1].setChecked(True)

    def focus(self) -> None:
        """Go to the first value."""
        self._options[0].setFocus()
