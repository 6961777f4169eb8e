"""The cycle timeline: the course on a calendar, and the authorization window day by day.

Example::

    timeline = CycleTimeline("dose/timeline", "Cycle timeline")
    timeline.show_timeline(course, window)
"""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.fonts import px
from ui.kit.course_lane import CourseLane
from ui.kit.drawing import painting
from ui.kit.timeline_data import Course, CourseBlock, TreatmentMark, Window, spoken
from ui.kit.window_lane import WindowLane

__all__ = ["Course", "CourseBlock", "CycleTimeline", "TreatmentMark", "Window"]

_BETWEEN = 18
_LEAST_WIDTH = 320
_WEDGE_ALPHA = 110


class CycleTimeline(QLabel):
    """A picture; every word of it is in its accessible description, and the same facts stand in a table."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._content: tuple[Course, Window] | None = None

    def show_timeline(self, course: Course, window: Window) -> None:
        """Show this course and this window."""
        self._content = (course, window)
        self.setAccessibleDescription(spoken(course, window))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._content is None:
            return 0
        course, window = self._content
        return CourseLane.height(course, width) + px(_BETWEEN) + WindowLane(window, 0, width).height()

    def sizeHint(self) -> QSize:
        return QSize(px(2 * _LEAST_WIDTH), self.heightForWidth(px(2 * _LEAST_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_WIDTH), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._content is None:
            return
        course, window = self._content
        lane = CourseLane(course, 0, self.width())
        below = WindowLane(window, 0, self.width())
        below_top = CourseLane.height(course, self.width()) + px(_BETWEEN)
        with painting(self) as painter:
            for block in course.blocks:
                if block.asked:
                    self._paint_wedge(painter, lane, block, below.frame(below_top).top())
            lane.paint(painter, 0)
            below.paint(painter, below_top)

    def _paint_wedge(self, painter: QPainter, lane: CourseLane, block: CourseBlock, bottom: int) -> None:
        """A faint wedge from the cycle under review down to its days."""
        above = lane.block_rect(block, 0)
        corners = [
            above.bottomLeft(),
            above.bottomRight(),
            QPoint(self.width(), bottom),
            QPoint(0, bottom),
        ]
        faint = QColor(theme.current().accent_soft)
        faint.setAlpha(_WEDGE_ALPHA)
        painter.setPen(faint)
        painter.setBrush(faint)
        painter.drawPolygon(QPolygon(corners))
