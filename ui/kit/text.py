"""Labels by their role in the page. All show plain text: what a case holds is never read as markup.

``PageTitle("Worklist")``, ``SectionTitle("Check before you sign")``, ``Value("1.5 mg")``.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Text(QLabel):
    """A label whose font and colour follow its role; it wraps unless told otherwise.

    Give a date or a dose its own label with ``wraps=False``: Qt breaks a date at its hyphen.
    """

    role = "body"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", self.role)
        self.setWordWrap(wraps)
        vertical = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        horizontal = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(horizontal, vertical)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)


class PageTitle(Text):
    """The page's name, 22 px."""

    role = "title"


class SectionTitle(Text):
    """A card's title or a question, 16 px semibold."""

    role = "section"


class Value(Text):
    """A value beside its label, semibold."""

    role = "value"


class Secondary(Text):
    """A sentence of second rank, 14 px."""

    role = "secondary"


class Hint(Text):
    """A hint or a value's label, 13 px."""

    role = "hint"


class Muted(Text):
    """What can be overlooked without harm, 13 px, the palest readable colour."""

    role = "muted"


class FieldLabel(Text):
    """The label over a field or a small group, 13 px semibold."""

    role = "label"


class ErrorText(Text):
    """What is wrong with a field, 13 px semibold, in the colour of errors."""

    role = "error"
