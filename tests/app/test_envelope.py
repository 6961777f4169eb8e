"""The envelope of a plan's file: read, its windows worked out, and refused where no letter fits it."""

from decimal import Decimal
from pathlib import Path

import pytest

import resources
from app.envelope import NUMBER_10, Area
from app.errors import InvalidInput
from app.plan import Plan, load_plan

PLAN_FILE = Path(str(resources.path("plans", "mmm-healthcare.toml")))


def changed(folder: Path, old: str, new: str) -> Plan:
    text = PLAN_FILE.read_text(encoding="utf-8")
    assert old in text
    target = folder / "plan.toml"
    target.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_plan(target)


def area(*edges: str) -> Area:
    return Area(*map(Decimal, edges))


def test_the_shipped_plan_mails_in_the_usual_envelope() -> None:
    assert load_plan(PLAN_FILE).envelope == NUMBER_10


def test_a_plan_that_names_no_envelope_mails_in_the_usual_one(tmp_path: Path) -> None:
    text = PLAN_FILE.read_text(encoding="utf-8")
    start = text.index("[envelope]")
    block = text[start : text.index("# Hours from receipt")]
    assert changed(tmp_path, block, "").envelope == NUMBER_10


def test_what_the_usual_windows_show_of_the_sheet() -> None:
    """The sheet slides an inch sideways and an eighth of an inch up and down."""
    back, front = NUMBER_10.return_window, NUMBER_10.recipient_window
    assert NUMBER_10.always(back) == area("0.625", "0.875", "2.875", "1.625")
    assert NUMBER_10.ever(back) == area("-0.375", "0.75", "3.875", "1.75")
    assert NUMBER_10.always(front) == area("0.625", "2.125", "3.625", "3")
    assert NUMBER_10.ever(front) == area("-0.375", "2", "4.625", "3.125")
    assert NUMBER_10.folds == (Decimal(4), Decimal("7.5"))


def test_a_plan_has_an_envelope_of_its_own(tmp_path: Path) -> None:
    envelope = changed(tmp_path, 'width = "9.5"', 'width = "9"').envelope
    assert envelope.always(envelope.recipient_window).right == Decimal("4.125")


RETURN = 'return_window = { left = "0.625", bottom = "2.375", width = "3.25", height = "0.875" }'
RECIPIENT = 'recipient_window = { left = "0.625", bottom = "1", width = "4", height = "1" }'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('width = "9.5"', "", "envelope: width: is missing"),
        ('width = "9.5"', "width = 9.5", "envelope: width: must be an amount in quotes"),
        ('width = "9.5"', 'width = "8"', "envelope: width: must be 8.5 inches or more"),
        ('width = "9.5"', 'width = "9.5"\nlong = "1"', "envelope: long: unknown key"),
        ('["4", "3.5", "3.5"]', '["4", "3.5"]', "envelope: panels: must be at most 4 heights that make 11"),
        ('["4", "3.5", "3.5"]', '["3.5", "4", "3.5"]', "envelope: panels: must begin with the tallest"),
        ('height = "4.125"', 'height = "3.9"', "envelope: panels: .* at most 3.9 inches"),
        (RETURN, "", "envelope: return_window: is missing"),
        (RETURN, RETURN.replace('left = "0.625", ', ""), "envelope: return_window: left: is missing"),
        (RETURN, RETURN.replace("3.25", "9"), "envelope: return_window: must lie within the envelope, 9.5"),
        (RETURN, RETURN.replace("3.25", "2.5"), r"return_window: shows too little .*: 1\.125 by 0\.750"),
        (RETURN, RETURN.replace("0.875", "0.5"), r"envelope: return_window: shows too little"),
        (RETURN, RETURN.replace("2.375", "2.5"), "return_window: must show nothing of the sheet's upper 0.7"),
        (RETURN, RETURN.replace("2.375", "1.5"), "recipient_window: must lie below the return window"),
        (RECIPIENT, RECIPIENT.replace('"4"', '"6"'), "recipient_window: must leave 2 inches free"),
        (RECIPIENT, RECIPIENT.replace('height = "1"', 'height = "x"'), "recipient_window: height: must be"),
    ],
)
def test_an_envelope_that_no_letter_fits_is_refused_by_its_key(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(InvalidInput, match=told):
        changed(tmp_path, old, new)
