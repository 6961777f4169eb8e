"""A case that two sites changed, in the app: marked, shown side by side, settled by a person."""

from pathlib import Path

import pytest

from app.case import cover_of
from app.casebook import Casebook
from app.desk import open_case
from app.exchange import exchange_of
from app.people import Person, Role
from tests.ui.shell import CHEAP, PASSPHRASE, Shell
from ui.exchange.settle_view import SettleView
from ui.kit.choices import ChoiceRow

THERE = Person("Luis Vega Ejemplo, RN", Role.REVIEWER, "RN-00003")


def casebook(shell: Shell) -> Casebook:
    assert shell.window.session is not None
    return shell.window.session.casebook


@pytest.fixture
def forked(opened: Shell, tmp_path: Path) -> str:
    """A case whose weight both sites changed; gives its number."""
    case_id = opened.add("01")
    here = casebook(opened)
    with Casebook.create(tmp_path / "sur", THERE, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as there:
        for book, name in ((here, "Norte"), (there, "Sur")):
            book.sites.name(name)
        for book, other in ((here, there), (there, here)):
            book.sites.trust(other.sites.require_own().site.card)
        exchange_of(here).pack("Sur", tmp_path / "to")
        exchange_of(there).unpack(tmp_path / "to")
        open_case(there, case_id).set("measurements.weight_kg", 80)
        open_case(here, case_id).set("measurements.weight_kg", 71)
        open_case(here, case_id).set("measurements.height_cm", 171)
        exchange_of(there).pack("Norte", tmp_path / "back")
    exchange_of(here).unpack(tmp_path / "back")
    opened.places.cases.refresh()
    return case_id


def view(shell: Shell, case_id: str) -> SettleView:
    shell.places.worklist.opened.emit(case_id)
    return shell.find(SettleView, "settle")


def test_the_worklist_marks_it_and_opens_it_where_it_is_settled(opened: Shell, forked: str) -> None:
    (row,) = [row for row in opened.places.cases.open() if row.case_id == forked]
    assert row.cover["versions"] == 2
    shown = view(opened, forked)
    assert opened.window.case is None
    assert "2 parts are still to be chosen." in shown.left.text()


def test_a_value_that_one_side_left_as_it_was_says_so(opened: Shell, forked: str) -> None:
    view(opened, forked)
    hints = {
        number: opened.find(ChoiceRow, f"settle/case.measurements.height_cm/{number}").accessibleDescription()
        for number in (1, 2)
    }
    assert hints == {1: "Version 1, this site", 2: "Version 2, Sur: as it was before"}


def test_parts_are_chosen_and_saved(opened: Shell, forked: str) -> None:
    shown = view(opened, forked)
    opened.click("settle/save")
    assert "Choose a value for each part" in shown.bar.text()
    opened.click("settle/version/1/all")
    assert shown.left.text() == "Everything is chosen."
    opened.click("settle/case.measurements.weight_kg/2")
    opened.click("settle/save")
    assert opened.window.case is not None
    measurements = opened.window.case.case.record.case["measurements"]
    assert isinstance(measurements, dict)
    assert (measurements["weight_kg"], measurements["height_cm"]) == (80, 171)
    assert opened.window.case.case.why_read_only is None


def test_who_settled_it_meanwhile_is_said(opened: Shell, forked: str) -> None:
    shown = view(opened, forked)
    book = casebook(opened)
    fork = book.forks.find(forked)
    book.forks.settle(fork, fork.tips[0].deed.document)
    opened.click("settle/version/1/all")
    opened.click("settle/save")
    assert "was saved by" in shown.bar.text()


def test_it_can_be_left_unsettled(opened: Shell, forked: str) -> None:
    view(opened, forked)
    opened.click("settle/back")
    assert opened.window.over == []
    assert casebook(opened).forks.rows()
