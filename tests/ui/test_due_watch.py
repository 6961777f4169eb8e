"""Clocks: told at 4 hours, at 1 hour and past their time, and right after the computer's clock was set."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests.ui.shell import Shell
from ui import clock
from ui.clock import Ticker
from ui.kit.filters import FilterTab

HOUR = timedelta(hours=1)


class Clocks:
    """The two clocks of a computer, moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.steady = 1_800_000_000.0, 100.0
        monkeypatch.setattr(clock, "_clocks", lambda: (self.wall, self.steady))

    def pass_seconds(self, seconds: float) -> None:
        """Let time pass on both."""
        self.wall += seconds
        self.steady += seconds


class Told:
    """What a ticker told."""

    def __init__(self, ticker: Ticker) -> None:
        self.ticks = 0
        self.set_back: list[timedelta] = []
        ticker.ticked.connect(self._tick)
        ticker.set_back.connect(self.set_back.append)

    def _tick(self) -> None:
        self.ticks += 1


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    return Clocks(monkeypatch)


@pytest.mark.usefixtures("qapp")
def test_it_ticks_with_each_minute_and_not_in_between(clocks: Clocks) -> None:
    ticker = Ticker()
    told = Told(ticker)
    for _ in range(30):
        clocks.pass_seconds(5)
        ticker._look()
    assert (told.ticks, told.set_back) == (2, [])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("jump", [3 * 3600.0, 45.0])
def test_a_clock_set_forward_or_a_computer_that_slept_ticks_at_the_next_look(
    clocks: Clocks, jump: float
) -> None:
    ticker = Ticker()
    told = Told(ticker)
    clocks.wall += jump
    clocks.pass_seconds(5)
    ticker._look()
    assert (told.ticks, told.set_back) == (1, [])


@pytest.mark.usefixtures("qapp")
def test_a_clock_set_back_ticks_and_is_told(clocks: Clocks) -> None:
    ticker = Ticker()
    told = Told(ticker)
    clocks.wall -= 2 * 3600
    clocks.pass_seconds(5)
    ticker._look()
    assert (told.ticks, told.set_back) == (1, [timedelta(hours=2)])


@pytest.mark.usefixtures("qapp")
def test_a_small_correction_by_the_network_is_no_jump(clocks: Clocks) -> None:
    ticker = Ticker()
    told = Told(ticker)
    clocks.wall -= 2
    clocks.pass_seconds(5)
    ticker._look()
    assert (told.ticks, told.set_back) == (0, [])


@pytest.fixture
def at(opened: Shell, monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Let the clocks of the window stand so long before the case's decision is due."""
    opened.add("01", received=timedelta())
    opened.places.cases.refresh()
    (row,) = opened.places.cases.open()
    due = datetime.fromisoformat(str(row.cover["due"]))

    def move(left: timedelta) -> None:
        assert opened.window.session is not None
        monkeypatch.setattr(opened.window.session, "now", (due - left).astimezone)
        opened.places.due.look()

    move(5 * HOUR)
    opened.said.clear()
    return move


def test_each_threshold_is_told_once(opened: Shell, at: Callable[[timedelta], None]) -> None:
    for left in (4.5, 3.9, 3.8, 1.5, 0.9, 0.5, -0.1, -3.0):
        at(left * HOUR)
    assert [text for _, text in opened.said] == [
        "1 decision is due within 4 hours.",
        "1 decision is due within 1 hour.",
        "1 decision is overdue.",
    ]
    assert "Overdue 3 h" in opened.texts()


def test_it_is_told_in_an_open_case_too(opened: Shell, at: Callable[[timedelta], None]) -> None:
    (row,) = opened.places.cases.open()
    opened.places.worklist.opened.emit(row.case_id)
    at(0.9 * HOUR)
    assert opened.window.case is not None
    assert opened.window.case.bar.text() == "1 decision is due within 1 hour."


def test_after_a_sleep_over_all_thresholds_only_the_last_is_told(
    opened: Shell, at: Callable[[timedelta], None]
) -> None:
    at(-2 * HOUR)
    assert [text for _, text in opened.said] == ["1 decision is overdue."]


def test_a_clock_set_back_is_told_and_warns_again_later(
    opened: Shell, at: Callable[[timedelta], None]
) -> None:
    at(0.9 * HOUR)
    opened.places.due._tell_set_back(timedelta(hours=3))
    at(3.9 * HOUR)
    at(0.8 * HOUR)
    said = [text for _, text in opened.said]
    assert said[0] == said[2] == "1 decision is due within 1 hour."
    assert said[1].startswith("This computer's clock was set back by 3 h 00 min.")


def test_the_last_hour_has_a_filter_while_it_has_cases(
    opened: Shell, at: Callable[[timedelta], None]
) -> None:
    tab = opened.find(FilterTab, "worklist/filter/hour")
    at(2 * HOUR)
    assert tab.isHidden()
    at(0.5 * HOUR)
    assert (tab.isHidden(), tab.count) == (False, 1)
    opened.click("worklist/filter/hour")
    assert len(opened.shown_rows()) == 1
    at(-HOUR)
    assert opened.shown_rows() == []
    assert "Nothing is due in 1 hour" in opened.texts()
