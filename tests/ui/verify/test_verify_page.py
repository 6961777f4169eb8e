"""Verify a letter in the app: before any casebook is open, and with one."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget

from app.desk import open_case
from app.identity import SigningIdentity
from reports.issue import issue
from tests.reports.cases import AT, PHYSICIAN, approved
from tests.reports.conftest import identity_of
from tests.ui.shell import PASSPHRASE, REVIEWER, Shell
from ui.verify.verify_door import VerifyDoor
from ui.verify.verify_page import VerifyPage


@pytest.fixture(scope="module")
def signer() -> SigningIdentity:
    return identity_of(PHYSICIAN)


@pytest.fixture(scope="module")
def letter(signer: SigningIdentity) -> bytes:
    return issue(approved(), None, signer, at=AT, letter_number="D-TEST-1").pdf


@pytest.fixture
def files(tmp_path: Path, letter: bytes, signer: SigningIdentity) -> Path:
    """A folder with a letter, the same altered, and the signer's certificate."""
    (tmp_path / "letter.pdf").write_bytes(letter)
    (tmp_path / "altered.pdf").write_bytes(letter + b"\n")
    (tmp_path / "signer.pem").write_bytes(signer.certificate.public_bytes(Encoding.PEM))
    return tmp_path


def page_of(shell: Shell) -> VerifyPage:
    return shell.window.findChildren(VerifyPage)[0]


def outside(shell: Shell) -> VerifyPage:
    """The page as reached from the way in, by keys."""
    shell.find(QAbstractButton, "unlock/verify").setFocus()
    shell.key(Qt.Key.Key_Space)
    assert isinstance(shell.window.entry, VerifyDoor)
    return page_of(shell)


def done(shell: Shell, page: VerifyPage) -> str:
    shell.qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    return page.verdict.chip.text()


def titles(page: VerifyPage, icon_says: str) -> set[str]:
    found = set()
    for line in page.verdict.findChildren(QWidget):
        if line.objectName().startswith("verify/check/"):
            labels = line.findChildren(QLabel)
            if any(label.accessibleName() == icon_says for label in labels):
                found.add(line.objectName().removeprefix("verify/check/"))
    return found


def test_a_letter_is_verified_without_any_casebook(shell: Shell, files: Path) -> None:
    shell.create_casebook()
    shell.open()
    page = outside(shell)
    page.check(files / "letter.pdf")
    assert done(shell, page) == "Signer not known here"
    assert titles(page, "Did not pass") == {"signer_trusted"}
    assert titles(page, "Not checked") == {"casebook_head_hash"}
    page.trust(files / "signer.pem")
    assert done(shell, page) == "Genuine"
    assert not titles(page, "Did not pass")
    assert ", Physician reviewer, " in shell.texts()
    shell.key(Qt.Key.Key_Escape)
    assert not isinstance(shell.window.entry, VerifyDoor)


def test_it_is_reached_on_a_computer_without_a_casebook(shell: Shell) -> None:
    shell.open()
    shell.find(QAbstractButton, "first/verify").setFocus()
    shell.key(Qt.Key.Key_Space)
    assert isinstance(shell.window.entry, VerifyDoor)
    assert page_of(shell).choose.hasFocus()


def test_an_altered_letter_is_refused_with_the_reason_first(shell: Shell, files: Path) -> None:
    shell.create_casebook()
    shell.open()
    page = outside(shell)
    page.trust(files / "signer.pem")
    page.check(files / "altered.pdf")
    assert done(shell, page) == "Do not rely on it"
    named = page.verdict.findChildren(QWidget)
    lines = [line.objectName() for line in named if line.objectName().startswith("verify/check/")]
    assert lines[0].removeprefix("verify/check/") in titles(page, "Did not pass")
    assert "whole_file_covered" in titles(page, "Did not pass")
    assert "The letter claims" in shell.texts()


def test_what_a_signature_does_not_prove_is_said(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    outside(shell)
    assert "signing computer's own clock" in shell.texts()


def test_a_file_that_cannot_be_read_is_told(shell: Shell, tmp_path: Path) -> None:
    shell.create_casebook()
    shell.open()
    page = outside(shell)
    page.check(tmp_path / "gone.pdf")
    done(shell, page)
    assert any("gone.pdf" in error for error in shell.errors())


def test_dropping_a_certificate_and_a_letter_checks_it(shell: Shell, files: Path) -> None:
    shell.create_casebook()
    shell.open()
    page = outside(shell)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / name)) for name in ("signer.pem", "letter.pdf")])
    page.dropEvent(
        QDropEvent(
            QPoint(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert done(shell, page) == "Genuine"


def kept_letter(shell: Shell, folder: Path) -> Path:
    """A letter that the open casebook signed and keeps."""
    session = shell.window.session
    assert session is not None
    case = open_case(session.casebook, shell.add("01"))
    document = {**case.record.case, "case_id": case.case_id}
    made = issue(
        document, None, session.casebook.identity(PASSPHRASE), at=session.now(), witness=case.witness
    )
    case.keep_letter(made.determination, made.letter_number, "es", made.pdf)
    path = folder / "kept.pdf"
    path.write_bytes(made.pdf)
    return path


def test_with_a_casebook_its_own_letters_are_held_against_it(opened: Shell, tmp_path: Path) -> None:
    path = kept_letter(opened, tmp_path)
    opened.click("nav/verify")
    page = page_of(opened)
    page.check(path)
    assert done(opened, page) == "Genuine"
    assert {"casebook_head_hash", "kept_in_the_casebook"} <= titles(page, "Passed")


def test_a_letter_of_another_casebook_is_not_held_against_this_one(opened: Shell, files: Path) -> None:
    opened.click("nav/verify")
    page = page_of(opened)
    page.trust(files / "signer.pem")
    page.check(files / "letter.pdf")
    assert done(opened, page) == "Genuine"
    assert titles(page, "Not checked") == {"casebook_head_hash"}


def test_a_letter_of_its_own_people_that_it_does_not_keep_is_refused(opened: Shell, tmp_path: Path) -> None:
    session = opened.window.session
    assert session is not None
    seen = (1, "0" * 64)
    made = issue(approved(), None, session.casebook.identity(PASSPHRASE), at=session.now(), witness=seen)
    assert made.determination.person.name == REVIEWER.name
    path = tmp_path / "lost.pdf"
    path.write_bytes(made.pdf)
    opened.click("nav/verify")
    page = page_of(opened)
    page.check(path)
    assert done(opened, page) == "Do not rely on it"
    assert "kept_in_the_casebook" in titles(page, "Did not pass")


def test_a_letter_is_chosen_by_keys(opened: Shell, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(files / "letter.pdf"), ""))
    opened.click("nav/verify")
    page = page_of(opened)
    page.choose.setFocus()
    opened.key(Qt.Key.Key_Space)
    assert done(opened, page) == "Signer not known here"
    assert "Ask for the signer's certificate" in page.verdict.summary.text()
