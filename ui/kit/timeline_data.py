"""What a cycle timeline shows. All words come from the caller, in the language of the screen."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class CourseBlock:
    """One cycle on the calendar, first to last day inclusive; ``asked`` marks the one under review."""

    number: str
    label: str
    first: date
    last: date
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The upper lane: the course on a calendar.

    Attributes:
        title: such as "Course so far".
        caption: at the right, such as "Cycle 3 of at most 6".
        today, today_label: the pin and its words.
        months: the names of the twelve months, as the ticks show them.
    """

    title: str
    caption: str
    blocks: tuple[CourseBlock, ...]
    today: date
    today_label: str
    months: tuple[str, ...]

    def first(self) -> date:
        """The first day of the month that the lane starts with."""
        return min(self.today, *(block.first for block in self.blocks)).replace(day=1)

    def end(self) -> date:
        """The first day of the month after the lane's last one."""
        latest = max(self.today, *(block.last for block in self.blocks))
        return (latest.replace(day=1) + timedelta(days=32)).replace(day=1)

    def month_starts(self) -> list[date]:
        """The first day of every month of the lane, and the lane's end."""
        starts = [self.first()]
        while starts[-1] < self.end():
            starts.append((starts[-1] + timedelta(days=32)).replace(day=1))
        return starts


@dataclass(frozen=True, slots=True)
class TreatmentMark:
    """A treatment day: its day of the cycle from 1, its words, and by how many days it may move."""

    day: int
    title: str
    date: str
    dose: str
    may_move: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """The lower lane: the authorization window, one cell a day.

    Attributes:
        title, caption: such as "Authorization asked for" and its dates.
        days: how many days it has, both ends included.
        marks: the treatment days, in order.
        free: the word on the days after the last treatment day.
        last_title, last_date: the words under the last day.
        legend: what the dashed outline means; empty when no day may move.
    """

    title: str
    caption: str
    days: int
    marks: tuple[TreatmentMark, ...]
    free: str
    last_title: str
    last_date: str
    legend: str = ""


def spoken(course: Course, window: Window) -> str:
    """Everything that the picture shows, in words, for screen readers."""
    blocks = [f"{block.number} {block.label}" for block in course.blocks]
    marks = [f"{mark.title}, {mark.date}, {mark.dose}" for mark in window.marks]
    parts = [course.title, course.caption, *blocks, course.today_label]
    parts += [window.title, window.caption, *marks, window.free, f"{window.last_title}, {window.last_date}"]
    return ". ".join(part for part in (*parts, window.legend) if part)
