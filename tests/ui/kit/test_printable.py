"""What letters cannot print is told at its field, by the same signs that the letters are refused for."""

import unicodedata

import pytest
from pytestqt.qtbot import QtBot

from reports.fonts import first_unprintable
from ui.kit.printable import unprintable
from ui.kit.text_fields import TextField

_ASSIGNED = [
    chr(code)
    for code in (*range(0x20, 0xD800), *range(0xE000, 0x30000))
    if unicodedata.category(chr(code)) not in {"Cn", "Co"}
]


@pytest.mark.usefixtures("qapp")
def test_the_screen_and_the_letters_know_the_same_signs() -> None:
    told = [sign for sign in _ASSIGNED if bool(unprintable(sign)) != (first_unprintable(sign) is not None)]
    assert told == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["", "María del Carmen Núñez", "O\u2019Neill", "nun\u0303ez", "3 ≥ 2"])
def test_what_letters_can_print_is_let_be(text: str) -> None:
    assert unprintable(text) == ""


@pytest.mark.parametrize(
    ("typed", "told"), [("Жанна", "Ж (U+0416)"), ("Ana 😀", "😀 (U+1F600)"), ("Ana\u200b", "U+200B")]
)
def test_a_sign_that_is_not_printed_is_shown_at_its_field(qtbot: QtBot, typed: str, told: str) -> None:
    field = TextField("member/given_name", "Given names")
    qtbot.addWidget(field)
    field.add_check(unprintable)
    field.set_value(typed)
    assert field.reveal() == f"Letters cannot print this sign: {told}. Write it in another way."
    field.set_value("Ana")
    assert field.reveal() == ""
