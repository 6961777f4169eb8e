"""Words that the pages about exchange share."""

from PySide6.QtCore import QCoreApplication

from app.settling import Side
from ui.keeping.words import moment


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("exchange", text)


def site_words(side: Side) -> str:
    """Where a version was saved."""
    return side.site or tr("this site")


def side_title(side: Side, *, kept: bool = False) -> str:
    """A version in a few words; ``kept`` says of one of its values that it was left as both had it before."""
    words = tr("Version {0}, {1}: as it was before") if kept else tr("Version {0}, {1}")
    return words.format(side.number, site_words(side))


def side_hint(side: Side) -> str:
    """Who made it what it is, and when."""
    return tr("{0}, {1}: {2}").format(side.actor, moment(side.at), side.words)
