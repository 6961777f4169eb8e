"""Measures the window over a long worklist: its keys, filters and scrolling; cases, pages, answers, undo.

Run as ``QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.screens [--cases N]``. Each figure is this
processor's time from the key or click until everything has been painted, the middle and the longest of
several; the goal is held by the middle. Exits 1 where one is missed.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from app.case import CaseRecord, cover_of
from app.case_json import parse_json
from app.casebook import Casebook, Cost, Scalar
from app.people import Person, Role
from app.route import Page, pages_of
from tests.benchmarks.casebook import Goals, most_memory
from ui import theme
from ui.kit.filters import FilterTab
from ui.settings.store import SettingsStore
from ui.start import way_in
from ui.window import Window

KEY_MS, OPEN_MS, STEP_MS = 16, 100, 50
PERSON = Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001")
PASSPHRASE = "a passphrase for measuring"
FAMILIES = ("Núñez Rivera", "Ortiz Vega", "Santiago Feliciano", "Mercado de Jesús", "Vélez Pagán", "Cruz")
GIVEN = ("María del Carmen", "Luis", "José", "Iris", "Héctor", "Wanda", "Carlos", "Norma", "Ángel")
DECIDED_OF = 3
"""Every so many are decided."""


def sample(number: str) -> dict[str, Any]:
    """A shipped case file."""
    (source,) = resources.path("samples").glob(f"{number}-*.json")
    document = parse_json(source.read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


class Filling:
    """Cases that differ in member, number and clock; their columns are made from those of one."""

    def __init__(self) -> None:
        self._record: dict[str, Any] = dict(CaseRecord(sample("23")).to_document())
        self._cover = dict(cover_of(self._record))
        self._now = datetime.now(UTC).replace(microsecond=0)

    def document(self, number: int) -> dict[str, Any]:
        """The record of a case."""
        document = deepcopy(self._record)
        document["case"]["member"] |= {
            "member_id": f"M{number:08}",
            "family_name": f"{FAMILIES[number % len(FAMILIES)]} {number % 977}",
            "given_name": GIVEN[number % len(GIVEN)],
            "birth_date": (date(1940, 1, 1) + timedelta(days=number % 20_000)).isoformat(),
        }
        return document

    def cover(self, document: dict[str, Any]) -> dict[str, Scalar]:
        """Its columns."""
        member = document["case"]["member"]
        number = int(member["member_id"][1:])
        due = self._now + timedelta(minutes=7 * (number % 5000) - 30)
        decided: dict[str, Scalar] = (
            {"state": "decided", "outcome": "approve"} if number % DECIDED_OF == 0 else {}
        )
        return {
            **self._cover,
            **{key: member[key] for key in ("member_id", "family_name", "given_name", "birth_date")},
            "due": due.isoformat(),
            "due_utc": due.isoformat(),
            **decided,
        }


def fill(home: Path, count: int) -> None:
    """A casebook of so many cases."""
    filling, cost = Filling(), Cost(memory_kib=64, iterations=1, lanes=1)
    with Casebook.create(home, PERSON, PASSPHRASE, cover_of=filling.cover, cost=cost) as book:
        table = book.database.table("cases")
        for first in range(0, count, 5000):
            table.insert_multiple(
                filling.document(number) for number in range(first, min(first + 5000, count))
            )


class Screen:
    """The window, driven by keys."""

    def __init__(self, app: QApplication, home: Path) -> None:
        self._app = app
        self.window = Window(home, SettingsStore(home.parent / "settings.json"))
        self.window.show()
        self.settle()
        self.first_list = self.took(lambda: self._enter(home))
        self.wait_for_words()

    def _enter(self, home: Path) -> None:
        casebook = Casebook.unlock(home, PERSON.name, PASSPHRASE, cover_of=cover_of)
        casebook.worklist()  # as the worker does that checks the passphrase
        self.window.enter(casebook)

    def wait_for_words(self) -> None:
        """Let what a search looks through be made, as it is while a person reads the first rows."""
        for _ in range(600):
            self._app.processEvents()

    def settle(self) -> None:
        """Let everything that waits be done and painted."""
        for _ in range(6):
            self._app.processEvents()

    def took(self, do: Callable[[], object]) -> float:
        """Milliseconds of this processor from doing something until it has been painted."""
        start = time.process_time()
        do()
        self.settle()
        return (time.process_time() - start) * 1000

    def type_words(self) -> Iterator[float]:
        """Each key of a few searches."""
        places = self.window.places
        assert places is not None
        line = places.worklist.search
        line.setFocus()
        self.settle()
        for words in ("nunez maria", "vega 12", "m00000"):
            for key in words:
                yield self.took(lambda key=key: QTest.keyClicks(line, key))  # type: ignore[misc]
            for _ in words:
                yield self.took(lambda: QTest.keyClick(line, Qt.Key.Key_Backspace))

    def filters(self) -> Iterator[float]:
        """A click on each filter that is shown, twice round."""
        places = self.window.places
        assert places is not None
        for tab in 2 * [tab for tab in places.worklist.findChildren(FilterTab) if tab.isVisible()]:
            yield self.took(tab.click)
        places.worklist.show_all()
        self.settle()

    def scroll(self) -> Iterator[float]:
        """Pages down, to the end, and home."""
        places = self.window.places
        assert places is not None
        table = places.worklist.table
        table.setFocus()
        for key in (*10 * [Qt.Key.Key_PageDown], Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
            yield self.took(lambda key=key: QTest.keyClick(table, key))  # type: ignore[misc]

    def palette_words(self) -> Iterator[float]:
        """Each key in the palette."""
        self.window.overlays.toggle_palette()
        palette = self.window.overlays.shown
        assert palette is not None
        for _ in range(400):
            self._app.processEvents()
        for key in "nunez maria":
            yield self.took(lambda key=key: QTest.keyClicks(palette.first(), key))  # type: ignore[misc]
        self.window.overlays.close()

    def open_cases(self) -> Iterator[tuple[str, float]]:
        """Opening cases from the list, answering a question, and going back to the list that it changed."""
        places = self.window.places
        assert places is not None
        table = places.worklist.table
        places.show_place("worklist")
        for number in range(8):
            table.setFocus()
            QTest.keyClick(table, Qt.Key.Key_Down)
            self.settle()
            yield "open a case", self.took(lambda: QTest.keyClick(table, Qt.Key.Key_Return))
            assert self.window.case is not None
            self.window.case.view.desk.answer("disease_progression", number % 2 == 0)
            self.settle()
            yield "back to the list, after a save", self.took(self.window.case.close_case)
            QTest.qWait(300)  # until a person types
            words = "first key after that"
            search = places.worklist.search
            yield words, self.took(lambda search=search: QTest.keyClicks(search, "n"))  # type: ignore[misc]
            search.clear()
            self.settle()

    def steps(self) -> Iterator[tuple[str, float]]:
        """Pages, answers and undo on a case whose pages have all been shown."""
        places = self.window.places
        assert places is not None
        QTest.keyClick(places.worklist.table, Qt.Key.Key_Return)
        self.settle()
        assert self.window.case is not None
        view = self.window.case.view
        pages = [page for page in pages_of(view.desk.judgment) if page is not Page.LETTER]
        for page in pages:
            view.show_page(page)
            self.settle()
        for _ in range(3):
            for page in pages:
                yield "page change", self.took(lambda page=page: view.show_page(page))  # type: ignore[misc]
        view.show_page(Page.CRITERIA)
        self.settle()
        for value in (True, False, True, False):
            yield (
                "answer",
                self.took(
                    lambda value=value: view.desk.answer("disease_progression", value)  # type: ignore[misc]
                ),
            )
        for _ in range(4):
            yield "undo", self.took(view.desk.undo)


def report(count: int, folder: Path, kept: Path | None = None) -> bool:
    """Print every figure; gives whether a goal was missed."""
    app, goals, home = theme.application(), Goals(), kept or folder / "home"
    theme.apply(app, theme.Theme.LIGHT, 1.0)
    if not Casebook.exists(home):
        fill(home, count)
    way_in.preload()  # as the app does while a passphrase is typed
    screen = Screen(app, home)
    assert screen.window.places is not None
    goals.tell("from unlocking to the list", screen.first_list, "ms")
    goals.tell("most memory", most_memory(), "MB")
    goals.tell("minute of the clock", screen.took(screen.window.places.due.look), "ms")
    _tell(goals, "key in the search box", list(screen.type_words()), KEY_MS)
    _tell(goals, "another filter", list(screen.filters()), STEP_MS)
    _tell(goals, "scrolling", list(screen.scroll()), KEY_MS)
    _tell(goals, "key in the palette", list(screen.palette_words()), KEY_MS)
    _tell_kinds(goals, list(screen.open_cases()), {"open a case": OPEN_MS})
    _tell_kinds(goals, list(screen.steps()), {})
    goals.tell("most memory", most_memory(), "MB")
    screen.window.close()
    return goals.missed


def _tell_kinds(goals: Goals, steps: list[tuple[str, float]], most: dict[str, int]) -> None:
    for kind in dict.fromkeys(kind for kind, _ in steps):
        _tell(goals, kind, [took for each, took in steps if each == kind], most.get(kind, STEP_MS))


def _tell(goals: Goals, what: str, took: list[float], goal: float) -> None:
    goals.tell(what, statistics.median(took), "ms", goal)
    goals.tell(f"  the longest of {len(took)}", max(took), "ms")


def main() -> int:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--home", type=Path, help="of a casebook that was filled before, or is to be kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return int(report(options.cases, Path(folder), options.home))


if __name__ == "__main__":
    sys.exit(main())
