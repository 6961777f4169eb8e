"""What every page of a review is: it shows the case, says what is wrong, and names the next step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.route import Page
from ui.kit.scroll_page import ScrollPage
from ui.review.desk import CaseDesk


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
class SideStep:
    """A button between Back and the filled one, such as "Preview letter".

    Attributes:
        name: the button's object name.
        do: what it does.
    """

    text: str
    name: str
    do: Callable[[], None]
    icon: str = ""


class ReviewPage(ScrollPage):
    """A page of the review. The frame shows its title, its lead, its primary button and its complaints.

    A page builds its widgets once, fills them in ``refresh`` and never assumes that only it changes the case.

    Signals:
        altered: title, lead, buttons or ``busy`` are other ones now, although nothing was saved.
    """

    altered = Signal()

    page: Page

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(f"page/{self.page.value}")
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

    def side_steps(self) -> Sequence[SideStep]:
        """The outlined buttons beside the filled one, in their order."""
        return ()

    def step_back(self) -> bool:
        """Leave a step within this page, such as signing; False when Back leads to the page before."""
        return False

    @property
    def busy(self) -> bool:
        """Whether work is under way that must end first: nothing on the page or in the footer may be used."""
        return False

    def complaints(self) -> list[Complaint]:
        """Show what keeps this page from being complete, at its fields, and list it."""
        return []

    def proceed(self) -> None:
        """What the filled button does once there is nothing to complain about."""
        raise NotImplementedError
