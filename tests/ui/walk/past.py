"""What was done in the casebook of the walk before anybody looks at it; all of it is invented."""

import io
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

import resources
from app.case import cover_of
from app.case_file import load_case
from app.casebook import Casebook, EventKind
from app.desk import add_case, open_case
from app.determination import Outcome, determine
from app.exchange import exchange_of
from app.identity import generate
from app.people import Person, Role
from app.review import review
from reports.issue import issue
from tests.ui.review.closing_cases import CHEAP, sample
from tests.ui.walk.frozen import NOW

PASSPHRASE = "four plain test words"
REVIEWER = Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001")
PHYSICIAN = Person("Inés Peña Ejemplo, MD", Role.PHYSICIAN, "MD-00002")
QUALITY = Person("Pía Control Ejemplo", Role.QA, "QA-00004")
LEAVING = Person("Luz Vega Ejemplo, RPh", Role.REVIEWER, "RPH-00003")
THERE = Person("Luis Vega Ejemplo, RN", Role.REVIEWER, "RN-00003")
LATER = NOW + timedelta(days=11 * 366)
"""When every decided case is past its retention."""
# Sample, priority, hours since receipt; the third case is overdue.
_OPEN = (
    (1, "standard", 50.0),
    (2, "expedited", 22.8),
    (16, "expedited", 24.63),
    (9, "standard", 62.3),
    (5, "standard", 21.1),
    (15, "standard", 30.0),
    (23, "expedited", 0.2),
    (25, "standard", 41.0),
)
_REFERRED, _DECIDED = (16, 25), (4, 6, 31)


def unlock(home: Path, person: Person = REVIEWER, at: datetime = NOW) -> Casebook:
    """The casebook, opened by one of its people at a moment."""
    clock = partial(at.astimezone, UTC)
    return Casebook.unlock(home, person.name, PASSPHRASE, cover_of=cover_of, clock=clock)


def fill(home: Path) -> None:
    """A casebook with people of every role, one of them retired, and cases in every state."""
    home.mkdir(parents=True)
    with Casebook.create(home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
        for person in (PHYSICIAN, QUALITY, LEAVING):
            book.add_person(person, PASSPHRASE)
        book.staff.retire(LEAVING.name)
        for number, priority, hours in _OPEN:
            _keep(book, number, priority, NOW - timedelta(hours=hours))
    for number in _DECIDED:
        _decide(home, number)


def _keep(book: Casebook, number: int, priority: str, received: datetime) -> None:
    document = sample(number)
    request = document["request"]
    assert isinstance(request, dict)
    document["request"] = request | {"priority": priority, "received_at": received.isoformat("T", "seconds")}
    saved = add_case(book, document)
    if number in _REFERRED:
        open_case(book, saved.case_id).refer("The criteria are not met; the prescriber has been called.")


def _decide(home: Path, number: int) -> None:
    judged = review(load_case(next(resources.path("samples").glob(f"{number:02}-*.json"))))
    adverse = judged.recommendation == "refer"
    outcome, person = (Outcome.DENY, PHYSICIAN) if adverse else (Outcome.APPROVE, REVIEWER)
    reason = "The criteria of the policy are not met." if adverse else None
    decided = determine(judged, outcome, person, NOW, reason)
    with unlock(home, person) as book:
        case = open_case(book, add_case(book, sample(number)).case_id)
        case.keep_letter(decided, f"L-{number:02}", "es", b"a letter")


def long_history(home: Path) -> str:
    """A case with a long history and a signed letter; gives its number."""
    with unlock(home) as book:
        case = open_case(book, add_case(book, sample(1)).case_id)
        case.set("measurements.weight_kg", 75.5)
        case.set("measurements.weight_kg", 75)
        case.answer("b_cell_all", value=False)
        case.undo()
        case.set("member.given_name", "María del Carmen de los Ángeles")
        case.remove_evidence("E1")
        case.undo()
        issued = issue(
            {**case.record.case, "case_id": case.case_id},
            None,
            book.identity(PASSPHRASE),
            at=NOW,
            witness=case.witness,
        )
        note = case.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf)
        book.record(EventKind.LETTER_SAVED, case_id=case.case_id, letter=note.number)
        book.record(EventKind.LETTER_PRINTED, case_id=case.case_id, letter=note.number)
        return case.case_id


def fork(home: Path, other: Path, place: Path) -> str:
    """Two cases that another site changed as well; gives the number of the first."""
    with (
        unlock(home) as here,
        Casebook.create(other, THERE, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as there,
    ):
        here.sites.name("Clínica Norte")
        there.sites.name("Clínica Sur")
        here.sites.trust(there.sites.require_own().site.card)
        there.sites.trust(here.sites.require_own().site.card)
        exchange_of(here).pack("Clínica Sur", place / "there")
        exchange_of(there).unpack(place / "there")
        rows = sorted(here.worklist(), key=lambda row: row.case_id)
        first, second = [row.case_id for row in rows if row.cover["state"] in {"ready", "in_review"}][:2]
        open_case(here, first).set("measurements.weight_kg", 71)
        open_case(here, first).set("prescriber.phone", "787-555-0199")
        case = open_case(there, first)
        case.set("measurements.weight_kg", 80)
        case.answer("cd22_positive", value=False)
        open_case(here, second).set("request.cycles_requested", 2)
        open_case(there, second).set("measurements.weight_kg", 66)
        exchange_of(there).pack("Clínica Norte", place / "here")
        exchange_of(here).unpack(place / "here")
    return first


def write_letters(folder: Path) -> tuple[Path, Path, Path]:
    """A letter, the same altered, and its signer's certificate."""
    signer = generate(PHYSICIAN)
    letter, altered, certificate = (folder / name for name in ("letter.pdf", "altered.pdf", "signer.pem"))
    letter.write_bytes(issue(sample(1), None, signer, at=NOW, letter_number="D-20261124-SAMPLE").pdf)
    altered.write_bytes(letter.read_bytes() + b"\n")
    certificate.write_bytes(signer.certificate.public_bytes(Encoding.PEM))
    return letter, altered, certificate


def fax(pages: int = 3) -> bytes:
    """A PDF file of several pages, as a fax would come."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 760, f"Hospital Ejemplo - Pathology, page {number}")
        canvas.setFont("Helvetica", 11)
        for line in range(30):
            words = f"{line + 1:02}  Invented line of an invented report. CD22 positive."
            canvas.drawString(72, 720 - 20 * line, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def photograph() -> bytes:
    """A PNG picture of a paper."""
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("#d8cfc0"))
    painter = QPainter(picture)
    painter.fillRect(75, 45, 650, 510, QColor("#fbfaf6"))
    painter.setFont(QFont("Atkinson Hyperlegible Next", 18))
    for line in range(12):
        painter.drawText(115, 100 + 37 * line, f"Invented laboratory sheet, line {line + 1}")
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes the name of the format
    return bytes(buffer.data().data())


def attached_files() -> tuple[tuple[str, bytes], ...]:
    """What came with a request; the last one was cut off on its way."""
    return (
        ("Núñez Rivera marrow fax.pdf", fax()),
        ("IMG_2231.png", photograph()),
        ("dose calculation of the hospital pharmacy with a long name.xlsx", b"PK\x03\x04 invented"),
        ("cut off.pdf", b"%PDF-1.7 cut off"),
    )
