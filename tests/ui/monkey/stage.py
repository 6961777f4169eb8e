"""What the monkey plays with: people, cases, files; and the system's dialogs, which answer alone."""

import io
import json
import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.attachments import type_of
from app.case import cover_of
from app.casebook import Casebook
from app.desk import OpenCase, add_case, open_case
from app.people import Person, Role
from tests.ui.review.closing_cases import CHEAP, sample
from tests.ui.walk import past

PASSPHRASE = past.PASSPHRASE
PEOPLE = (
    Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001"),
    Person("Inés Peña Ejemplo, MD", Role.PHYSICIAN, "MD-00002"),
    Person("Pía Control Ejemplo", Role.QA, "QA-00004"),
)
_CASES = (1, 9, 15, 16, 21, 22, 25)
WITH_FILES = "M-01"
"""The case that has attached files."""

_FILE_CASES = (2, 12)
_TYPE_BYTES = 1024
_CANCELLED = 0.3


def fill(home: Path) -> None:
    """A casebook with three people and some cases, the first of them with files."""
    home.mkdir(parents=True)
    with Casebook.create(home, PEOPLE[0], PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
        for person in PEOPLE[1:]:
            book.add_person(person, PASSPHRASE)
        for number in _CASES:
            add_case(book, {**sample(number), "case_id": f"M-{number:02}"})
        _attach(book, open_case(book, WITH_FILES))


def _attach(book: Casebook, case: OpenCase) -> None:
    for name, content in past.attached_files():
        kept = book.attachments.keep(io.BytesIO(content))
        case.files.attach(kept, name, type_of(content[:_TYPE_BYTES]))


def write_files(folder: Path) -> Sequence[str]:
    """Files of every kind that somebody might choose, fitting or not; gives their paths."""
    folder.mkdir()
    made = [*past.write_letters(folder)]
    contents = [(f"case-{number}.json", json.dumps(sample(number)).encode()) for number in _FILE_CASES]
    contents += [
        (f"came-{number}-{name}", content) for number, (name, content) in enumerate(past.attached_files())
    ]
    contents.append(("nothing.toml", b""))
    for name, content in contents:
        made.append(folder / name)
        made[-1].write_bytes(content)
    return [str(path) for path in made]


@contextmanager
def dialogs(chance: random.Random, folder: Path, files: Sequence[str]) -> Iterator[None]:
    """The system's own windows, which would wait for a person, are cancelled or answered at once."""

    def cancelled() -> bool:
        return chance.random() < _CANCELLED

    def one(*_a: object, **_k: object) -> tuple[str, str]:
        return ("", "") if cancelled() else (chance.choice(files), "")

    def several(*_a: object, **_k: object) -> tuple[list[str], str]:
        return ([], "") if cancelled() else (chance.sample(files, 2), "")

    def target(*_a: object, **_k: object) -> tuple[str, str]:
        return ("", "") if cancelled() else (str(folder / f"saved-{chance.randrange(100)}"), "")

    def place(*_a: object, **_k: object) -> str:
        return "" if cancelled() else str(folder)

    def opened(dialog: QFileDialog) -> None:
        if not cancelled():
            dialog.filesSelected.emit(chance.sample(files, chance.choice((1, 2))))
        dialog.finished.emit(0)

    with ExitStack() as stack:
        stack.enter_context(patch.object(QFileDialog, "open", opened))
        answers = {
            "getOpenFileName": one,
            "getOpenFileNames": several,
            "getSaveFileName": target,
            "getExistingDirectory": place,
        }
        for name, answer in answers.items():
            stack.enter_context(patch.object(QFileDialog, name, staticmethod(answer)))
        stack.enter_context(patch.object(QDesktopServices, "openUrl", staticmethod(lambda _url: True)))
        stack.enter_context(patch("ui.people.recovery_sheet.ask_printer", return_value=None))
        yield
