import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_keeps_its_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)

    for number in range(1000):
        thing.setObjectName(str(number))

    # A release that loses one reference per call would be 1,000 short here, and abort after some thousands.
    assert sys.getrefcount(None) > before - 100
