"""Grab the pages about exchange into PNG files: both themes, several text sizes.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_exchange FOLDER
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.case import cover_of
from app.casebook import Casebook, Cost
from app.desk import open_case
from app.exchange import exchange_of
from app.people import Person, Role
from tests.tools.grab_screens import PASSPHRASE, REVIEWER, Screens
from ui import theme

THERE = Person("Luis Vega Ejemplo, RN", Role.REVIEWER, "RN-00003")


def fork(home: Path, other: Path, place: Path) -> tuple[str, str]:
    """Two cases that another site changed as well, one of them decided there; gives their numbers."""
    cost = Cost(memory_kib=8, iterations=1, lanes=1)
    with (
        Casebook.unlock(home, REVIEWER.name, PASSPHRASE, cover_of=cover_of) as here,
        Casebook.create(other, THERE, PASSPHRASE, cover_of=cover_of, cost=cost) as there,
    ):
        here.sites.name("Clínica Norte")
        there.sites.name("Clínica Sur")
        here.sites.trust(there.sites.require_own().site.card)
        there.sites.trust(here.sites.require_own().site.card)
        exchange_of(here).pack("Clínica Sur", place / "there")
        exchange_of(there).unpack(place / "there")
        rows = sorted(here.worklist(), key=lambda row: row.case_id)
        first, second = [row.case_id for row in rows if row.cover["state"] in {"ready", "in_review"}][:2]
        open_case(here, first).set("measurements.weight_kg", 71)
        open_case(here, first).set("prescriber.phone", "787-555-0199")
        case = open_case(there, first)
        case.set("measurements.weight_kg", 80)
        case.answer("cd22_positive", value=False)
        open_case(here, second).set("request.cycles_requested", 2)
        open_case(there, second).set("measurements.weight_kg", 66)
        exchange_of(there).pack("Clínica Norte", place / "here")
        exchange_of(here).unpack(place / "here")
    return first, second


def main(folder: Path) -> None:
    """Grab everything into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = theme.application()
    assert isinstance(app, QApplication)
    os.environ["TZ"] = "America/Puerto_Rico"
    time.tzset()
    with tempfile.TemporaryDirectory() as place:
        screens = Screens(app, folder, Path(place))
        screens.fill()
        first, _ = fork(screens._home, Path(place) / "other", Path(place))
        screens.grab("worklist-versions", screens.inside())
        window = screens.inside()
        window.show_fork(first)
        QCoreApplication.processEvents()
        screens.grab("settle", window)
        window = screens.inside()
        assert window.places is not None
        window.places.show_place("exchange")
        screens.grab("exchange", window)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
