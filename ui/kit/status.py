"""The statuses that anything on the screen can have: a shape, a word and a colour, never colour alone."""

from enum import StrEnum

from PySide6.QtGui import QColor

from ui.kit.tokens import Tokens
from ui.kit.words import tr


class Status(StrEnum):
    """What a line, a step, a case or a clock is; ``NEUTRAL`` is "not needed", ``INFO`` work in progress."""

    MET = "met"
    OPEN = "open"
    NOT_MET = "not_met"
    LATE = "late"
    NEUTRAL = "neutral"
    INFO = "info"


_ICONS = {
    Status.MET: "circle-check",
    Status.OPEN: "circle-dashed",
    Status.NOT_MET: "circle-x",
    Status.LATE: "clock-alert",
    Status.NEUTRAL: "circle-minus",
    Status.INFO: "info",
}


def icon_of(status: Status) -> str:
    """The name of the status's shape in ``ui.icons``."""
    return _ICONS[status]


def word_of(status: Status) -> str:
    """The status in one or two words, for screen readers and where a caller has no better word."""
    words = {
        Status.MET: tr("Met"),
        Status.OPEN: tr("Open"),
        Status.NOT_MET: tr("Not met"),
        Status.LATE: tr("Overdue"),
        Status.NEUTRAL: tr("Not needed"),
        Status.INFO: tr("In progress"),
    }
    return words[status]


def colour_of(status: Status, tokens: Tokens) -> QColor:
    """The colour of the status's icon and word on a card."""
    return {
        Status.MET: tokens.met,
        Status.OPEN: tokens.open,
        Status.NOT_MET: tokens.not_met,
        Status.LATE: tokens.late,
        Status.NEUTRAL: tokens.text2,
        Status.INFO: tokens.accent,
    }[status]


def soft_of(status: Status, tokens: Tokens) -> QColor:
    """The tint behind the status's word where it needs attention."""
    return {
        Status.MET: tokens.met_soft,
        Status.OPEN: tokens.open_soft,
        Status.NOT_MET: tokens.not_met_soft,
        Status.LATE: tokens.late,
        Status.NEUTRAL: tokens.neutral_soft,
        Status.INFO: tokens.accent_soft,
    }[status]
