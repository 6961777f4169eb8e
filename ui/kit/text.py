"""Labels by their role in the page. All show plain text: what a case holds is never read as markup.

``PageTitle("Worklist")``, ``SectionTitle("Check before you sign")``, ``Value("1.5 mg")``.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.drawing import TOP_LEFT, Ink, painting, put_lines
from ui.kit.wrapping import longest_word, wrapped

# A label without a width to go by asks for lines of about this many characters.
_COMFORTABLE = 60
# A layout asks for the same heights again and again, and breaking lines is what an answer waits for.
_SIZES = 4096
_WIDEST = 1_000_000
_sizes: dict[tuple[str, str, int], QSize] = {}
_words: dict[tuple[str, str], int] = {}


def known_size(font_key: str, metrics: QFontMetrics, text: str, width: int) -> QSize:
    """The size of a text in this width, in the font of this key; known for the texts asked about last."""
    asked = (font_key, text, width)
    if asked not in _sizes:
        if len(_sizes) >= _SIZES:
            _sizes.clear()
        _sizes[asked] = wrapped(metrics, text, width)
    return _sizes[asked]


def _longest(font_key: str, metrics: QFontMetrics, text: str) -> int:
    """The width of the longest word; known as in ``known_size``."""
    asked = (font_key, text)
    if asked not in _words:
        if len(_words) >= _SIZES:
            _words.clear()
        _words[asked] = longest_word(metrics, text)
    return _words[asked]


class Text(QLabel):
    """A label whose font and colour follow its role; it wraps at spaces unless told otherwise."""

    role = "body"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", self.role)
        self._wraps = wraps
        horizontal = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        if not self._wraps:
            return -1
        return known_size(self.font().key(), self.fontMetrics(), self.text(), width).height()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        key, metrics = self.font().key(), self.fontMetrics()
        width = known_size(key, metrics, self.text(), _WIDEST).width() + 1
        if self._wraps:
            width = min(width, metrics.averageCharWidth() * _COMFORTABLE)
        height = known_size(key, metrics, self.text(), width).height()
        return QSize(width, max(height, metrics.lineSpacing()))

    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return self.sizeHint()
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(_longest(self.font().key(), metrics, self.text()) + 1, metrics.lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = Ink(self.font(), self.palette().color(QPalette.ColorRole.WindowText))
        needed = known_size(self.font().key(), self.fontMetrics(), self.text(), self.width()).height()
        area = QRect(0, max((self.height() - needed) // 2, 0), self.width(), needed)
        centred = self.alignment() & Qt.AlignmentFlag.AlignHCenter
        with painting(self) as painter:
            put_lines(painter, area, self.text(), ink, int(centred) or TOP_LEFT)


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
