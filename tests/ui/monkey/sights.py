"""What is in sight, by name, and how often it was: in which theme and language."""

from collections import Counter

from app.route import Page
from ui import places, theme
from ui.review.case_view import CaseView
from ui.review.decision_page import DecisionPage
from ui.settings.store import SettingsStore
from ui.window import Window

EXPECTED = frozenset(
    {
        *("UnlockPage", "VerifyDoor", "RestorePage", "RecoveryPage"),
        *places.Places.destinations(),
        *(f"case {page}" for page in Page),
        *("signing", "viewer", "HistoryView", "PolicyView", "Palette", "KeysTable"),
    }
)
"""What a monkey that plays for long has to come by."""

SHOWN = ("light", "dark")


class Sights:
    """Counts what was seen."""

    def __init__(self, window: Window, store: SettingsStore) -> None:
        self._window, self._store = window, store
        self.seen: Counter[tuple[str, str, str]] = Counter()

    def look(self) -> str:
        """Count what is in sight now, and name it."""
        name = in_sight(self._window)
        self.seen[name, theme.chosen().value, self._store.settings.language] += 1
        return name

    def count(self) -> dict[str, int]:
        """How often each was seen."""
        total: Counter[str] = Counter()
        for (name, _theme, _language), times in self.seen.items():
            total[name] += times
        return dict(sorted(total.items()))

    def missed(self) -> list[str]:
        """What should have been seen, and was not, in one of the themes and languages."""
        return [
            f"{name} ({shown}, {language})"
            for name in sorted(EXPECTED)
            for shown in SHOWN
            for language in ("en", "es")
            if not self.seen[name, shown, language]
        ]


def in_sight(window: Window) -> str:
    """The name of the view that a person looks at."""
    if window.overlays.shown is not None:
        return type(window.overlays.shown).__name__
    if window.over:
        return type(window.over[-1]).__name__
    if window.case is not None:
        return _case_sight(window.case.view)
    if window.places is not None:
        return window.places.place()
    return type(window.entry).__name__


def _case_sight(view: CaseView) -> str:
    if view._viewing.is_open:
        return "viewer"
    page = view.stack.page()
    return "signing" if isinstance(page, DecisionPage) and page._signing else f"case {page.page}"
