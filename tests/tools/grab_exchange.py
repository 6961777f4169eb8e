"""Grab the pages about exchange into PNG files: both themes, several text sizes.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_exchange FOLDER
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.case import cover_of
from app.casebook import Casebook, Cost
from app.desk import open_case
from app.exchange import exchange_of
from app.people import Person, Role
from tests.tools.grab_screens import PASSPHRASE, REVIEWER, studio
from ui.exchange.exchange_page import ExchangePage
from ui.window import Window

THERE = Person("Luis Vega Ejemplo, RN", Role.REVIEWER, "RN-00003")
CHEAP = Cost(memory_kib=8, iterations=1, lanes=1)


def fork(home: Path, other: Path, place: Path) -> tuple[str, str]:
    """Two cases that another site changed as well, one of them decided there; gives their numbers."""
    with (
        Casebook.unlock(home, REVIEWER.name, PASSPHRASE, cover_of=cover_of) as here,
        Casebook.create(other, THERE, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as there,
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


def page_of(window: Window) -> ExchangePage:
    """The page of a window about exchange, in sight."""
    assert window.places is not None
    window.places.show_place("exchange")
    (page,) = window.findChildren(ExchangePage)
    return page


def card_of_a_third(home: Path, place: Path) -> Path:
    """A file with the card of a site that is not entered yet."""
    path = place / "card.txt"
    with Casebook.create(home, THERE, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
        path.write_text(book.sites.name("Hospital Este").site.card, encoding="utf-8")
    return path


def main(folder: Path) -> None:
    """Grab everything into a folder."""
    with studio(folder) as (screens, place):
        first, _ = fork(screens.home, place / "other", place)
        screens.grab("worklist-versions", screens.inside())
        window = screens.inside()
        window.show_fork(first)
        QCoreApplication.processEvents()
        screens.grab("settle", window)
        window = screens.inside()
        page_of(window)
        screens.grab("exchange", window)
        window = screens.inside()
        page = page_of(window)
        page.others.take_card(card_of_a_third(place / "third", place))
        page.pack.take_list(Path("list-of-sur.dictamen"))
        page.ensureWidgetVisible(page.pack, 0, 60)
        screens.grab("exchange-asked", window)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
