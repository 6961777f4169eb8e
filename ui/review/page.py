"""What every page of a review is: it shows the case, says what is wrong, and names the next step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.route import Page
from ui.kit.scroll_page import ScrollPage
from ui.review.desk import CaseDesk
from ui.review.tab_order import tab_stop
from ui.review.words import tr


@dataclass(frozen=True, slots=True)
class Complaint:
    """One line of the error summary.

    Attributes:
        text: the same words as at the field.
        widget: what takes the focus when the line is followed.
    """

    text: str
    widget: QWidget


@dataclass(frozen=True, slots=True)
class SecondaryAction:
    """A further button of a page, between Back and the filled one.

    Attributes:
        id: the last part of the button's object name, ``footer/ID``; unique over all pages.
        run: what it does.
    """

    id: str
    text: str
    icon: str
    run: Callable[[], object]


class ReviewPage(ScrollPage):
    """A page of the review. The frame shows its title, its lead, its buttons and its complaints.

    A page builds its widgets once, fills them in ``refresh`` and never assumes that only it changes the case.

    Attributes:
        page: which page it is.
        beside_finding: whether the finding stands beside it; a page of wide tables has the whole width.

    Signals:
        reworded: title, lead, buttons or ``busy`` changed although the case did not, as after another choice.
    """

    page: Page
    beside_finding = True
    reworded = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        """Give it its place as ``parent`` at once: Qt dresses all that it holds anew with each later move."""
        super().__init__(f"page/{self.page.value}", parent=parent)
        self.desk = desk

    def refresh(self) -> None:
        """Show the case as it is now; called after every change, whoever made it."""
        raise NotImplementedError

    def title(self) -> str:
        """The page's heading."""
        raise NotImplementedError

    def lead(self) -> str:
        """The sentence under the heading."""
        raise NotImplementedError

    def primary(self) -> str:
        """What the page's one filled button does, in words; empty when there is nothing to do here."""
        raise NotImplementedError

    def primary_icon(self) -> str:
        """The icon on that button, or nothing."""
        return ""

    def secondary(self) -> Sequence[SecondaryAction]:
        """The further buttons that the page offers now."""
        return ()

    @property
    def busy(self) -> bool:
        """Whether work is under way that must end first: until then no button of the footer may be used."""
        return False

    def finish(self) -> None:
        """Wait until the page has no work under way that the case would lose if it were closed."""

    def step_back(self) -> bool:
        """Leave a step within this page, such as signing; False when Back leads to the page before."""
        return False

    def complaints(self) -> list[Complaint]:
        """Show what keeps this page from being complete, at its fields, and list it."""
        return []

    def proceed(self) -> None:
        """What the filled button does once there is nothing to complain about."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Disable, or enable again, whatever changes the case; what only shows stays usable."""

    def prepare(self, wish: str) -> None:
        """Get ready for what was asked for by key, such as ``refer``; unknown wishes are ignored."""

    def go_to(self, target: str) -> None:
        """Show a question by its id, or a field by its path such as ``request.cycle``, with the focus."""

    def dismiss(self) -> bool:
        """Close what is open on the page, such as a picker; says whether there was anything to close."""
        return False

    def focus_first(self) -> None:
        """Give the focus to the first control of the page, as when the page has just been shown.

        Where that lies out of sight, the page itself takes it: what a page says first is read first, the keys
        of the cursor scroll it, and Tab leads on to its controls.
        """
        if self._first_in_sight():
            focus_first_in(self.widget())
            return
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(self.title())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_in_sight(self) -> bool:
        """Whether the first control would be seen while the page stands at its top."""
        inside = self.widget()
        first = tab_stop([inside], None, forward=True) if inside is not None else None
        if inside is None or first is None:
            return False
        return first.mapTo(inside, first.rect().bottomLeft()).y() < self.viewport().height()


def continue_to(page: Page) -> str:
    """What the filled button says that leads to a page."""
    return {
        Page.REQUEST: tr("Continue to request"),
        Page.CRITERIA: tr("Continue to criteria"),
        Page.RESPONSE: tr("Continue to response"),
        Page.DOSE: tr("Continue to dose"),
        Page.DECISION: tr("Continue to decision"),
        Page.LETTER: tr("Continue to letter"),
    }[page]


def focus_first_in(part: QWidget | None, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> bool:
    """Give the focus to the first control in a part of the window; False when there is none to give it to."""
    first = tab_stop([part], None, forward=True) if part is not None else None
    if first is not None:
        first.setFocus(reason)
    return first is not None
