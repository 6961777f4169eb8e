"""Cases on the desk for the tests of the pages that end a review."""

import json
from datetime import UTC, datetime
from pathlib import Path

from cryptography.x509 import Certificate, load_pem_x509_certificate

import resources
from app.case import cover_of
from app.casebook import Casebook, Cost
from app.desk import add_case, open_case
from app.people import Person, Role
from ui.review.desk import CaseDesk
from ui.session import Session

PASSPHRASE = "correct horse battery"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
REVIEWER = Person("Ana Prueba Ruiz, RN", Role.REVIEWER, "RN-55501")
PHYSICIAN = Person("Inés Muestra Peña, MD", Role.PHYSICIAN, "MD-55502")
RECEIVED = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)


def trusted(session: Session) -> list[Certificate]:
    """The certificates whose signatures count in a casebook."""
    return [load_pem_x509_certificate(pem.encode()) for pem in session.casebook.trusted()]


def sample(number: int) -> dict[str, object]:
    """The document of a shipped sample case."""
    source = next(resources.path("samples").glob(f"{number:02}-*.json"))
    document: dict[str, object] = json.loads(source.read_text(encoding="utf-8"))
    return document


def new_home(home: Path) -> None:
    """A casebook with a reviewer, who administers it, and a physician."""
    with Casebook.create(home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
        book.add_person(PHYSICIAN, PASSPHRASE)


def sign_in(home: Path, person: Person = REVIEWER, language: str = "en") -> Session:
    """A sitting of one of them."""
    book = Casebook.unlock(home, person.name, PASSPHRASE, cover_of=cover_of)
    return Session(book, home, language)


def desk_with(session: Session, document: dict[str, object]) -> CaseDesk:
    """The case, kept in the casebook and opened."""
    saved = add_case(session.casebook, document)
    return CaseDesk(session, open_case(session.casebook, saved.case_id))


def reopened(session: Session, desk: CaseDesk) -> CaseDesk:
    """The same case, opened in another sitting."""
    return CaseDesk(session, open_case(session.casebook, desk.case.case_id))
