"""Grab the page that verifies letters, from the way in and beside a casebook, in every look.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_verify FOLDER
"""

import sys
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from app.identity import generate
from reports.issue import issue
from tests.tools.grab_screens import NOW, PHYSICIAN, Screens, document, studio
from ui.start.unlock_page import UnlockPage
from ui.verify.verify_page import VerifyPage
from ui.window import Window


def write_samples(folder: Path) -> tuple[Path, Path, Path]:
    """A letter, the same altered, and its signer's certificate."""
    signer = generate(PHYSICIAN)
    letter, altered, certificate = (folder / name for name in ("letter.pdf", "altered.pdf", "signer.pem"))
    letter.write_bytes(issue(document("01"), None, signer, at=NOW, letter_number="D-20261124-SAMPLE").pdf)
    altered.write_bytes(letter.read_bytes() + b"\n")
    certificate.write_bytes(signer.certificate.public_bytes(Encoding.PEM))
    return letter, altered, certificate


def from_the_way_in(window: Window) -> VerifyPage:
    """The page before any casebook is open."""
    assert isinstance(window.entry, UnlockPage)
    window.entry.verify_asked.emit()
    return window.findChildren(VerifyPage)[0]


def beside_a_casebook(window: Window) -> VerifyPage:
    """The page among the places."""
    assert window.places is not None
    window.places.show_place("verify")
    return window.findChildren(VerifyPage)[0]


def checked(page: VerifyPage, letter: Path) -> None:
    """Check a letter and wait for the verdict's worker."""
    page.check(letter)
    page.wait()


def main(folder: Path) -> None:
    """Grab all of them."""
    with studio(folder) as (screens, place):
        letter, altered, certificate = write_samples(place)
        _entry(screens, letter)
        window = screens.inside()
        page = beside_a_casebook(window)
        page.trust(certificate)
        checked(page, letter)
        screens.settle()
        screens.grab("verify-genuine", window)
        window = screens.inside()
        page = beside_a_casebook(window)
        page.trust(certificate)
        checked(page, altered)
        screens.settle()
        screens.grab("verify-refused", window)


def _entry(screens: Screens, letter: Path) -> None:
    window = screens.window()
    from_the_way_in(window)
    screens.grab("verify-door", window)
    window = screens.window()
    checked(from_the_way_in(window), letter)
    screens.settle()
    screens.grab("verify-door-unknown", window)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
