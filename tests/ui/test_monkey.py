"""A monkey plays for a while; ``python -m tests.ui.monkey`` lets it play for long."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.monkey.monkey import Monkey

STEPS = 120


def test_a_monkey_breaks_nothing_and_loses_no_answer(qapp: QApplication, tmp_path: Path) -> None:
    monkey = Monkey(qapp, tmp_path, seed=7)
    monkey.play(STEPS)
    monkey.end()
    assert monkey.kept
