"""What would be wrong with a screen as painted: text that is cut or pale, small targets, filled buttons."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.ui.walk import drawn
from ui.kit.buttons import PrimaryButton
from ui.kit.text import Text
from ui.palette.overlay import Overlay

LEAST_TARGET = 24
"""Logical pixels, WCAG 2.2, success criterion 2.5.8."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, text of ordinary size."""
_SHARP = 3
"""Text is painted at three times its size: thin strokes have no pixel of their full colour else."""
_SEEN = 3
"""A colour counts from so many pixels on."""


def faults(window: QWidget, *, colours: bool) -> list[str]:
    """Everything that is wrong with a window as it stands, in words; its colours too, or its shapes alone."""
    checks = (cut, drawn.cut, overlapping, small, nameless, filled)
    found = [fault for check in checks for fault in check(window)]
    return [*found, *pale(window)] if colours else found


def cut(window: QWidget) -> Iterator[str]:
    """Text that has less room than it needs, or lies outside what holds it."""
    for widget in _with_text(window):
        lacking = _lacking(widget)
        if lacking:
            yield f"cut: {_name(widget)} {_text(widget)[:60]!r} {lacking}"
        elif outside := _outside(widget):
            yield f"outside {outside}: {_name(widget)} {_text(widget)[:60]!r}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Two texts of one parent that lie on each other."""
    texts = [widget for widget in _with_text(window) if isinstance(widget, QLabel)]
    by_parent: dict[int, list[QLabel]] = {}
    for text in texts:
        by_parent.setdefault(id(text.parentWidget()), []).append(text)
    for siblings in by_parent.values():
        for at, first in enumerate(siblings):
            for second in siblings[at + 1 :]:
                if first.geometry().intersects(second.geometry()):
                    yield f"overlapping: {first.text()[:40]!r} and {second.text()[:40]!r}"


def pale(window: QWidget) -> Iterator[str]:
    """Text whose colour is too near to what lies behind it."""
    picture = _painted(window)
    over = next((each for each in window.findChildren(Overlay) if each.isVisible()), None)
    for widget in _with_text(window):
        if over is not None and not over.isAncestorOf(widget):
            continue  # what lies under the palette is dimmed on purpose: nobody can use it meanwhile
        shown = _shown(widget, window)
        if shown.height() < widget.height() or not widget.isEnabled():
            continue  # scrolled half out of sight
        ratio = _contrast_in(picture, shown)
        if ratio < LEAST_CONTRAST:
            yield f"pale: {_name(widget)} {_text(widget)[:60]!r} {ratio:.2f}"


def small(window: QWidget) -> Iterator[str]:
    """Controls that a finger cannot hit."""
    for control in _controls(window):
        if min(control.width(), control.height()) < LEAST_TARGET:
            yield f"small: {_name(control)} {control.width()} x {control.height()}"


def nameless(window: QWidget) -> Iterator[str]:
    """Controls without a name for tests or for screen readers, and names that two of them have."""
    names = Counter(control.objectName() for control in _controls(window))
    yield from (
        f"name of {count}: {name or '(none)'}" for name, count in names.items() if count > 1 or not name
    )
    for control in _controls(window):
        if not (control.accessibleName() or _text(control)):
            yield f"unspoken: {_name(control)}"


def filled(window: QWidget) -> Iterator[str]:
    """More than one button that calls for the next step."""
    buttons = [button for button in window.findChildren(PrimaryButton) if button.isVisible()]
    if len(buttons) > 1:
        yield "filled: " + ", ".join(_name(button) for button in buttons)


def _with_text(window: QWidget) -> Iterator[QWidget]:
    for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox):
        for widget in window.findChildren(kind):
            if widget.isVisible() and _text(widget).strip() and not isinstance(widget.parent(), QComboBox):
                yield widget


def _controls(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
    ]


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _lacking(widget: QWidget) -> str:
    """What room is lacking, in words; nothing where there is enough."""
    width, height = widget.width(), widget.height()
    if isinstance(widget, QLineEdit):
        # what was typed scrolls; only a hint has to be readable as a whole
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        room = widget.rect().width() - 2 * widget.fontMetrics().averageCharWidth()
        return f"hint {needed} wide in {room}" if not widget.text() and needed > room else ""
    least = widget.minimumSizeHint()
    if isinstance(widget, QComboBox):
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return f"{needed} wide in {width}" if needed > width else ""
    if widget.hasHeightForWidth() and widget.heightForWidth(width) > height:
        return f"{widget.heightForWidth(width)} high in {height}"
    if isinstance(widget, Text) and least.width() > width:
        return f"{least.width()} wide in {width}"
    if least.height() > height or (not widget.hasHeightForWidth() and least.width() > width):
        return f"{least.width()} x {least.height()} in {width} x {height}"
    return ""


def _outside(widget: QWidget) -> str:
    """The name of what holds this widget and is too small for it; what can be scrolled into sight is held."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        place = QRect(widget.mapTo(parent, QPoint()), widget.size())
        room = parent.rect()
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            sideways = place.left() < 0 or place.right() > room.right()
            area = parent.parentWidget()
            bar = area.horizontalScrollBar() if isinstance(area, QAbstractScrollArea) else None
            return _name(parent) if sideways and (bar is None or bar.maximum() == 0) else ""
        if not room.contains(place):
            return _name(parent)
        parent = parent.parentWidget()
    return ""


def _shown(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is in sight, in the window's pixels."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint()))


def _painted(window: QWidget) -> QImage:
    picture = QPixmap(window.size() * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    window.render(picture)
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _contrast_in(picture: QImage, place: QRect) -> float:
    """The greatest contrast of any colour in this place with the commonest one."""
    part = picture.copy(
        QRect(place.x() * _SHARP, place.y() * _SHARP, place.width() * _SHARP, place.height() * _SHARP)
    )
    part.setDevicePixelRatio(1)
    colours = Counter(memoryview(bytes(part.constBits())).cast("I"))
    ((behind, _count),) = colours.most_common(1)
    return max(contrast(colour, behind) for colour, count in colours.items() if count >= _SEEN)


def contrast(first: int, second: int) -> float:
    """The contrast ratio of two colours, as WCAG defines it."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: int) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
