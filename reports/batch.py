"""The letters of a day in one folder, with a list of them: there whole, or not there at all."""

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import NamedTuple

import pikepdf

import resources
from app.casebook import Casebook, EventKind, Row, Scalar
from app.desk import letter_bytes
from app.errors import DictamenError, reason_of
from app.signed_letters import LETTER_KIND
from reports.batch_folder import FolderDraft, folder_draft
from reports.blocks import Banner, Block, Column, Letter, Paragraph, Table, words
from reports.page import CREATOR, build_pdf
from reports.wording import Wording, load_wording

LIST = "list"
MOST_LISTED = 100
"""Letters on one printed list: each is made quickly enough for a person who stops the work to wait for it."""
Tell = Callable[[int], None]


class Listed(NamedTuple):
    """One file of the batch.

    Attributes:
        file: its name, which says nothing about anybody.
        pages: how many sheets' sides it has.
        sha256: of the file, lower-case hexadecimal.
    """

    file: str
    number: str
    copy: str
    language: str
    case_id: str
    pages: int
    sha256: str


class Batch(NamedTuple):
    """The folder that was made, and what lies in it."""

    folder: Path
    letters: tuple[Listed, ...]


def letters_of(casebook: Casebook, day: date) -> Sequence[Row]:
    """The signed files whose letters are dated on a day, by number."""
    rows = (row for row in casebook.matching("day", day.isoformat()) if row.kind == LETTER_KIND)
    return sorted(rows, key=lambda row: (str(row.cover["number"]), str(row.cover["copy"]), row.seq))


def export_day(casebook: Casebook, day: date, parent: Path, *, language: str, tell: Tell) -> Batch:
    """Write every letter of a day, and the list as PDF and CSV, into a new folder.

    The folder is there whole or not at all. Each letter's way out is recorded before the folder is there.

    Args:
        casebook: open.
        day: the date of the letters.
        parent: the folder in which the new one is made, named after the day.
        language: of the list.
        tell: told how many letters are written, after each letter and many times until all is done; what it
            raises ends the work and leaves nothing, not in the casebook either.

    Raises:
        DictamenError: there is no letter of that day, the folder is there already, or it cannot be written.
    """
    rows = letters_of(casebook, day)
    if not rows:
        raise DictamenError(f"no letter is dated {day.isoformat()}")
    folder = parent / f"letters-{day.isoformat()}"
    if folder.exists():
        raise DictamenError(f"{folder}: is there already; move it away or choose another place")
    try:
        with folder_draft(parent) as draft:
            letters = tuple(_written(casebook, rows, draft, tell))
            _write_lists(draft, day, letters, language, tell)
            draft.flush(lambda: tell(len(letters)))
            _record(casebook, day, letters, tell)
            _put_in_place(casebook, day, draft, folder)
    except OSError as error:
        raise DictamenError(f"{folder}: cannot be written ({reason_of(error)})") from None
    return Batch(folder, letters)


def _written(casebook: Casebook, rows: Sequence[Row], draft: FolderDraft, tell: Tell) -> Iterator[Listed]:
    for done, row in enumerate(rows, 1):
        pdf = letter_bytes(casebook, row.case_id)
        cover = {name: str(row.cover[name]) for name in ("number", "copy", "language", "about")}
        file = "-".join(cover[name] for name in ("number", "copy", "language")) + ".pdf"
        draft.write(file, pdf)
        digest = hashlib.sha256(pdf).hexdigest()
        with pikepdf.open(BytesIO(pdf)) as opened:
            pages = len(opened.pages)
        yield Listed(file, cover["number"], cover["copy"], cover["language"], cover["about"], pages, digest)
        tell(done)


def _record(casebook: Casebook, day: date, letters: Sequence[Listed], tell: Tell) -> None:
    """Keep that each letter left, all in one step; stopped before its end, nothing is kept."""

    def events() -> Iterator[tuple[str, Mapping[str, Scalar]]]:
        for listed in letters:
            tell(len(letters))
            yield EventKind.LETTER_SAVED, {"case_id": listed.case_id, "letter": listed.number}
        yield EventKind.LETTERS_EXPORTED, {"day": day.isoformat(), "letters": len(letters)}

    casebook.events.record_all(events())


def _put_in_place(casebook: Casebook, day: date, draft: FolderDraft, folder: Path) -> None:
    try:
        draft.put_in_place(folder)
    except OSError:
        casebook.record(EventKind.NOT_DONE, of=EventKind.LETTERS_EXPORTED.value, day=day.isoformat())
        raise


# ---------------------------------------------------------------- the list


def _write_lists(draft: FolderDraft, day: date, letters: Sequence[Listed], language: str, tell: Tell) -> None:
    table = StringIO(newline="")
    written = csv.writer(table)
    written.writerow(Listed._fields)
    written.writerows(letters)
    draft.write(f"{LIST}.csv", table.getvalue().encode("utf-8-sig"))
    parts = [letters[first : first + MOST_LISTED] for first in range(0, len(letters), MOST_LISTED)]
    for number, part in enumerate(parts, 1):
        name = f"{LIST}.pdf" if len(parts) == 1 else f"{LIST}-{number}.pdf"
        draft.write(name, build_pdf(cover_list(day, part, language)))
        tell(len(letters))


def cover_list(day: date, letters: Sequence[Listed], language: str) -> Letter:
    """The list before it is drawn: letter, whose copy, language, pages and case; no names."""
    says = wording_of_post(language)
    date_, count = says.full_date(day), len(letters)
    title = says.text("cover.title", date=date_)
    columns = tuple(
        Column(says.sentences[f"cover.{key}"], share)
        for key, share in (("number", 36), ("copy", 22), ("language", 14), ("pages", 10), ("case", 18))
    )
    rows = tuple(_row(says, listed) for listed in letters)
    blocks: tuple[Block, ...] = (
        Banner(title),
        Paragraph(words(says.text("cover.lead", count=count))),
        Paragraph(words(says.sentences["cover.none_late"])),
        Table(columns, rows),
    )
    return Letter(
        number="",
        language=says.language,
        locale=says.locale,
        title=title,
        author=CREATOR,
        marks=(),
        footer=says.text("cover.footer", date=date_, count=count),
        page_label=says.sentences["cover.page"],
        unbroken=(),
        blocks=blocks,
    )


def _row(says: Wording, listed: Listed) -> tuple[str, ...]:
    copy = says.sentences[f"cover.copy_{listed.copy}"]
    return (
        listed.number,
        copy,
        says.sentences[f"cover.language_{listed.language}"],
        str(listed.pages),
        listed.case_id,
    )


@cache
def wording_of_post(language: str) -> Wording:
    """The words of lists and test pages in a language."""
    return load_wording(resources.path("post", f"{language}.toml"))
