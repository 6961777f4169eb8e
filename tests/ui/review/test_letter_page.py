"""The letter page: preview and signed letters as they will be printed, their checks, saving and printing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.casebook import EventKind
from app.determination import Outcome
from app.errors import DictamenError
from app.route import Page
from reports.check import check
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, sample, trusted
from tests.ui.review.driven import Driven, click, part, shown, words
from ui.kit.choice_fields import ComboBox
from ui.review import letter_files, work
from ui.review.case_view import CaseView
from ui.review.draft import Choice, LetterWish
from ui.review.letter_page import LetterPage
from ui.review.pdf_pages import PdfPages
from ui.review.pdf_view import PdfView


@pytest.fixture(autouse=True)
def _work_ends(qtbot: QtBot) -> Iterator[None]:
    """Pages that nobody waited for are drawn to their end."""
    yield
    qtbot.waitUntil(lambda: not work._running, timeout=20_000)


def recorded(view: CaseView) -> list[str]:
    """What was recorded of the case's letters."""
    events = view.desk.session.casebook.events.about(view.desk.case.case_id)
    return [event.action for event in events if event.document["detail"].get("letter")]


def letter(view: CaseView) -> LetterPage:
    page = view.stack.page()
    assert isinstance(page, LetterPage)
    return page


def paper(view: CaseView) -> PdfView:
    return part(view, "letter/view", PdfView)


def wait_drawn(driven: Driven, view: CaseView) -> PdfView:
    shown_paper = paper(view)
    driven.qtbot.waitUntil(shown_paper.is_drawn, timeout=20_000)
    return shown_paper


def wait_checked(driven: Driven, view: CaseView) -> str:
    chip = part(view, "letter/verdict", QLabel)
    driven.qtbot.waitUntil(lambda: chip.text() != "Checking", timeout=20_000)
    driven.settle()  # the lines below the chip are shown when Qt next lays them out
    return chip.text()


def signed(driven: Driven, number: int, outcome: Outcome, reason: str | None = None) -> CaseView:
    """A case whose letter was signed, opened on it."""
    view = driven.open(sample(number), Page.DECISION)
    wish = LetterWish(outcome, reason, "es", large_print=False)
    assert view.desk.keep(view.desk.signing_job(wish, PASSPHRASE)(), "es")
    view.show_page(Page.LETTER)
    return view


# ---------------------------------------------------------------- preview


def test_preview_of_the_recommended_letter_is_shown_and_says_that_it_is_not_signed(driven: Driven) -> None:
    view = driven.open(sample(1), Page.LETTER)

    text = wait_drawn(driven, view).text()

    assert "Sin firmar" in text or "sin firma" in text.lower()
    assert "1.5 mg" in text
    assert words(view, "letter/lead") == "A preview: Approval, Spanish. Nothing is signed yet."
    assert view.footer.primary.words() == "Continue to decision"
    assert not shown(view, "footer/print")


def test_preview_follows_language_and_size(driven: Driven) -> None:
    view = driven.open(sample(1), Page.LETTER)
    before = wait_drawn(driven, view).page_count()

    combo = part(view, "letter/language", ComboBox)
    combo.setCurrentIndex(combo.findData("en"))
    combo.activated.emit(combo.currentIndex())
    driven.qtbot.waitUntil(lambda: "Approved" in paper(view).text(), timeout=20_000)

    click(view, "letter/large_print")
    driven.qtbot.waitUntil(lambda: paper(view).page_count() > before, timeout=20_000)
    assert (view.desk.draft.language, view.desk.draft.large_print) == ("en", True)


def test_preview_shows_each_copy_that_signing_makes(driven: Driven) -> None:
    view = driven.open(sample(1), Page.LETTER)
    wait_drawn(driven, view)
    combo = part(view, "letter/copy", ComboBox)
    offered = [combo.itemText(place) for place in range(combo.count())]
    assert offered == ["Plan, Spanish", "Prescriber, English", "Member, Spanish"]

    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    driven.qtbot.waitUntil(lambda: "for your patient" in " ".join(paper(view).text().split()), timeout=20_000)
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    driven.qtbot.waitUntil(lambda: "Saludos" in paper(view).text(), timeout=20_000)
    assert "HCPCS" not in paper(view).text()
    assert view.desk.draft.language in {None, "es"}


def test_preview_is_of_what_is_being_decided(driven: Driven) -> None:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(22), Page.DECISION)
    view.desk.draft.choice = Choice.DENY
    view.desk.draft.reason = "Two cycles are recommended before a transplant."

    view.show_page(Page.LETTER)

    text = wait_drawn(driven, view).text()
    assert "Two cycles are recommended before a transplant." in " ".join(text.split())


def test_preview_follows_a_change_of_the_case(driven: Driven) -> None:
    view = driven.open(sample(1), Page.LETTER)
    wait_drawn(driven, view)

    assert view.desk.set("member.address", ["PO Box 55501", "San Juan PR 00907-0001"])

    driven.qtbot.waitUntil(lambda: "PO Box 55501" in paper(view).text(), timeout=20_000)


def test_letter_that_cannot_be_made_says_why(driven: Driven) -> None:
    view = driven.open(sample(1), Page.LETTER)
    wait_drawn(driven, view)

    assert view.desk.set("member.given_name", "Ana 漢字")

    driven.qtbot.waitUntil(lambda: shown(view, "letter/failure"), timeout=20_000)
    assert "There is no letter to show" in words(view, "letter/failure/text")


def test_without_a_decision_there_is_no_letter_and_the_way_to_one(driven: Driven) -> None:
    view = driven.open(sample(22), Page.LETTER)

    assert "Choose a decision first" in words(view, "letter/nothing/text")
    assert not shown(view, "letter/view")
    view.footer.primary.click()
    assert view.stack.page().page is Page.DECISION


# ---------------------------------------------------------------- signed


def test_signed_letter_is_shown_with_every_check_in_words(driven: Driven) -> None:
    view = signed(driven, 23, Outcome.APPROVE)
    (note,) = view.desk.record.letters

    verdict = wait_checked(driven, view)
    text = wait_drawn(driven, view).text()

    assert verdict == "All 16 checks passed"
    assert shown(view, "letter/check/whole_file_covered")
    assert shown(view, "letter/check/casebook_head_hash")
    assert words(view, "letter/title") == f"Letter {note.number}"
    assert note.number in text


def test_signature_of_a_signed_letter_is_drawn(driven: Driven) -> None:
    """The signature stands in the file as a form field; without its form it would be left out."""
    view = signed(driven, 23, Outcome.APPROVE)
    view_of_letter = wait_drawn(driven, view)

    pages = view_of_letter._pictures.file.pages
    assert isinstance(pages, PdfPages)
    assert pages._reading.has_forms


def test_tampered_letter_is_told_from_a_good_one(driven: Driven) -> None:
    view = signed(driven, 23, Outcome.APPROVE)
    wait_checked(driven, view)
    (note,) = view.desk.record.letters
    altered = bytearray(view.desk.letter(note))
    altered[len(altered) // 2] ^= 1

    letter(view)._checks.check(bytes(altered), driven.session.casebook)

    assert "did not pass" in wait_checked(driven, view)


def test_letter_is_saved_byte_for_byte_and_verifies(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    (note,) = view.desk.record.letters
    offered: list[str] = []
    target = tmp_path / "letter.pdf"

    def ask(_parent: QWidget, name: str) -> Path:
        offered.append(name)
        return target

    monkeypatch.setattr(letter_files, "ask_where", ask)
    view.footer.primary.click()

    assert offered == [f"{note.number}.pdf"]
    assert target.read_bytes() == view.desk.letter(note)
    assert check(target.read_bytes(), trusted(driven.session)).good
    assert str(target) in words(view, "letter/note/text")
    assert recorded(view) == [EventKind.LETTER_SAVED]


def test_letter_that_cannot_be_saved_says_so(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    monkeypatch.setattr(letter_files, "ask_where", lambda _parent, _name: tmp_path / "missing" / "letter.pdf")

    view.footer.primary.click()

    assert "cannot be written" in words(view, "letter/failure/text")
    assert recorded(view) == [EventKind.LETTER_SAVED, EventKind.NOT_DONE]


def test_a_letter_that_cannot_be_recorded_does_not_leave_the_casebook(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    driven.session.casebook._file.write("PRAGMA query_only = ON")
    opened: list[Path] = []
    monkeypatch.setattr(letter_files, "ask_where", lambda _parent, _name: tmp_path / "letter.pdf")
    monkeypatch.setattr(letter_files, "hand_to_system", opened.append)

    view.footer.primary.click()
    click(view, "footer/print")

    assert "not saved" in words(view, "letter/failure/text")
    assert not (tmp_path / "letter.pdf").exists()
    assert opened == []


def test_printing_saves_first_and_hands_over_that_very_file(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    (note,) = view.desk.record.letters
    target, asked, opened = tmp_path / "letter.pdf", [], []

    def ask(_parent: QWidget, _name: str) -> Path:
        asked.append(target)
        return target

    def hand(path: Path) -> bool:
        opened.append((path, path.read_bytes()))
        return True

    monkeypatch.setattr(letter_files, "ask_where", ask)
    monkeypatch.setattr(letter_files, "hand_to_system", hand)
    click(view, "footer/print")
    click(view, "footer/print")

    assert len(asked) == 1
    assert opened == [(target, view.desk.letter(note))] * 2
    assert recorded(view) == [EventKind.LETTER_SAVED, EventKind.LETTER_PRINTED, EventKind.LETTER_PRINTED]


def test_printing_without_a_program_says_where_the_file_is(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    monkeypatch.setattr(letter_files, "ask_where", lambda _parent, _name: tmp_path / "letter.pdf")
    monkeypatch.setattr(letter_files, "hand_to_system", lambda _path: False)

    QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert str(tmp_path / "letter.pdf") in words(view, "letter/failure/text")


def test_file_changed_since_it_was_saved_is_not_printed(tmp_path: Path) -> None:
    letters = letter_files.SavedLetters()
    path = tmp_path / "letter.pdf"
    letters.save("D-1", b"as signed", path)
    assert letters.path_of("D-1", b"as signed") == path

    path.write_bytes(b"altered")

    assert letters.path_of("D-1", b"as signed") is None


def test_saving_where_nothing_can_be_written_raises_for_people(tmp_path: Path) -> None:
    with pytest.raises(DictamenError, match="cannot be written"):
        letter_files.SavedLetters().save("D-1", b"x", tmp_path / "none" / "letter.pdf")


def test_earlier_letters_are_listed_and_can_be_shown(driven: Driven) -> None:
    view = signed(driven, 9, Outcome.PEND)
    (note,) = view.desk.record.letters
    wait_checked(driven, view)
    assert words(view, "letter/title") == f"Letter {note.number}"

    click(view, "letter/choice/preview")
    assert words(view, "letter/title") == "Letter"
    assert not shown(view, "letter/checks")

    click(view, f"letter/choice/{note.number}")
    assert words(view, "letter/title") == f"Letter {note.number}"
    wait_checked(driven, view)


# ---------------------------------------------------------------- the view of the file


def test_pages_zoom_and_scroll_by_keys(driven: Driven) -> None:
    view = signed(driven, 23, Outcome.APPROVE)
    shown_paper = wait_drawn(driven, view)
    shown_paper.setFocus()
    bar = shown_paper.verticalScrollBar()
    whole = bar.maximum()

    QTest.keyClick(shown_paper, Qt.Key.Key_Plus)
    assert bar.maximum() > whole
    assert shown_paper.horizontalScrollBar().maximum() > 0
    QTest.keyClick(shown_paper, Qt.Key.Key_0)
    assert bar.maximum() == whole
    QTest.keyClick(shown_paper, Qt.Key.Key_End)
    assert bar.value() == whole
    QTest.keyClick(shown_paper, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(shown_paper, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    wait_drawn(driven, view)


def test_page_in_sight_is_named_with_its_words(driven: Driven) -> None:
    view = signed(driven, 23, Outcome.APPROVE)
    shown_paper = wait_drawn(driven, view)
    count = shown_paper.page_count()

    assert shown_paper.accessibleName() == f"Letter, page 1 of {count}"
    assert "Aprobado" in shown_paper.accessibleDescription()
    QTest.keyClick(shown_paper, Qt.Key.Key_End)
    assert not shown_paper.accessibleName().startswith("Letter, page 1 ")


def test_page_is_drawn_as_it_is_and_not_blank(driven: Driven) -> None:
    view = signed(driven, 23, Outcome.APPROVE)
    picture = wait_drawn(driven, view).viewport().grab().toImage()

    dark = sum(
        picture.pixelColor(x, y).lightness() < 80
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )

    assert dark > 500
