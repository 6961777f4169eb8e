"""Finding cases in the lists: by member, case, prescriber, open line and text, accents and case folded."""

import pytest

from app.desk import open_case
from tests.ui.palette.test_palette import find
from tests.ui.shell import Shell
from ui.kit.filters import SearchLine
from ui.worklist import case_words


@pytest.fixture
def filled(opened: Shell) -> tuple[Shell, dict[str, str]]:
    """The worklist with three cases, and their ids by sample."""
    ids = {number: opened.add(number) for number in ("01", "09", "22")}
    opened.places.cases.refresh()
    return opened, ids


@pytest.mark.parametrize(
    ("typed", "sample"),
    [
        ("montanez", "09"),
        ("MONTAÑEZ angeles", "09"),
        ("m55500009", "09"),
        ("m55500001", "01"),
        ("A.ii.B", "09"),
        ("continuation", "22"),
    ],
)
def test_a_case_is_found(filled: tuple[Shell, dict[str, str]], typed: str, sample: str) -> None:
    shell, ids = filled
    shell.type_in("worklist/find", typed)
    assert shell.shown_rows() == [ids[sample]]


def test_by_its_number_and_by_its_prescriber(filled: tuple[Shell, dict[str, str]]) -> None:
    shell, ids = filled
    shell.type_in("worklist/find", ids["01"])
    assert shell.shown_rows() == [ids["01"]]
    (row,) = [row for row in shell.places.cases.open() if row.case_id == ids["01"]]
    prescriber = str(row.cover["prescriber"])
    shell.type_in("worklist/find", prescriber.upper())
    assert ids["01"] in shell.shown_rows()


def test_a_changed_case_is_found_by_its_new_words(filled: tuple[Shell, dict[str, str]]) -> None:
    shell, ids = filled
    shell.type_in("worklist/find", "otra")
    assert shell.shown_rows() == []
    with shell.other() as casebook:
        open_case(casebook, ids["22"]).set("member.family_name", "Otra Persona")
    shell.places.cases.refresh()
    assert shell.shown_rows() == [ids["22"]]


def test_nothing_of_the_words_is_left_after_a_lock(filled: tuple[Shell, dict[str, str]]) -> None:
    shell, _ids = filled
    words, cases = shell.places.worklist._words, shell.places.cases
    shell.find(SearchLine, "worklist/find").setText("montanez")
    shell.window.lock()
    assert (words._known, words._words, cases._plain) == ({}, None, {})


def test_list_and_palette_share_the_folding_of_a_case(
    filled: tuple[Shell, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell, ids = filled
    shell.type_in("worklist/find", "montanez")
    assert shell.shown_rows() == [ids["09"]]
    monkeypatch.setattr(case_words, "folded", lambda _text: pytest.fail("folded a second time"))
    assert any("MONTAÑEZ" in title for title in find(shell, "montanez"))
