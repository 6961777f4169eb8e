"""The PDF files that a plan supplies: notices that go out with letters, and the forms of member notices.

The plan's file names each with its checksum, its languages and the days on which it is valid. Whoever issues
a letter gets the set that belongs to it, and the name of every one that is missing.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.copies import Copy
from app.data_file import Block, fingerprint
from app.errors import InvalidInput
from app.outcome import Outcome
from app.text import LANGUAGES, Text

WARNED_BEFORE = timedelta(days=90)
"""How long before a form's approval ends it is told; the plan needs that time to get the next edition."""


class Validity(NamedTuple):
    """The days on which something is valid, both included; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is among them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class PlanFile(NamedTuple):
    """A PDF file of the plan.

    Attributes:
        path: where it lies; beside the plan's own file.
        sha256: that it must have, lower-case hexadecimal.
        sample: made to show the product; no plan may send it.
    """

    path: Path
    sha256: str
    sample: bool

    def why_unusable(self) -> str | None:
        """Why its bytes cannot be used, or None."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            return f"{self.path.name} cannot be read ({error.strerror})"
        if fingerprint(data) != self.sha256:
            return f"{self.path.name} is not the file whose checksum the plan's file names"
        return None


class Insert(NamedTuple):
    """A notice that goes out with letters.

    Attributes:
        languages: of the letters that it goes with.
        written_in: how many languages it is written in.
        letters: the outcomes whose letters it follows.
        copies: the copies that it follows.
        mandatory: without it no such letter is issued.
        approved_by: who approved this version for the plan.
    """

    id: str
    name: Text
    file: PlanFile
    valid: Validity
    languages: frozenset[str]
    written_in: int
    lines: frozenset[str]
    letters: frozenset[Outcome]
    copies: frozenset[Copy]
    mandatory: bool
    version: str
    approved_by: str


class FormFact(StrEnum):
    """What the product writes into a member notice's form."""

    DATE = "date"
    MEMBER_NAME = "member_name"
    MEMBER_NUMBER = "member_number"
    LETTER_NUMBER = "letter_number"
    CASE_NUMBER = "case_number"
    PRESCRIBER = "prescriber"
    RECEIVED = "received"
    VERB = "verb"
    ITEM = "item"
    RATIONALE = "rationale"


FREE_TEXTS = frozenset((FormFact.ITEM, FormFact.RATIONALE))
"""The two slots in which the plan writes in its own words (CMS-10003: what was decided on, and why)."""

REQUIRED_FACTS = frozenset((FormFact.DATE, FormFact.MEMBER_NAME, FormFact.MEMBER_NUMBER)) | FREE_TEXTS


class NoticeForm(NamedTuple):
    """The form on which a member is told of an adverse decision, as the plan supplies it.

    Attributes:
        control_number: of the Office of Management and Budget, as the form prints it; empty for none.
        expires: the day on which that office's approval of the form ends.
        fields: by fact, the names of the form's fields that hold it.
        verbs: by outcome, the form's own word for the decision, from its closed list.
    """

    line: str
    language: str
    file: PlanFile
    valid: Validity
    control_number: str
    expires: date | None
    fields: Mapping[FormFact, Sequence[str]]
    verbs: Mapping[Outcome, str]

    def warning(self, day: date) -> str | None:
        """That its approval ends soon, or has ended, on that day; None while there is time."""
        if self.expires is None or day < self.expires - WARNED_BEFORE:
            return None
        form, last = self.control_number, self.expires.isoformat()
        if day > self.expires:
            return f"The approval of the member's notice form ({form}) ended on {last}. Get the next edition."
        return f"The approval of the member's notice form ({form}) ends on {last}. Get the next edition."


# ---------------------------------------------------------------- reading


def validity_in(block: Block) -> Validity:
    """The days that a block gives as ``from`` and ``to``."""
    return Validity(
        block.day("from") if block.has("from") else None, block.day("to") if block.has("to") else None
    )


def inserts_in(top: Block, folder: Path) -> tuple[Insert, ...]:
    """The inserts of a plan's file; their files lie under ``folder``."""
    return tuple(_insert(block, folder) for block in top.optional_blocks("insert"))


def forms_in(top: Block, folder: Path) -> tuple[NoticeForm, ...]:
    """The forms of member notices in a plan's file."""
    return tuple(_form(block, folder) for block in top.optional_blocks("notice_form", "file"))


def _insert(block: Block, folder: Path) -> Insert:
    insert = Insert(
        id=block.string("id"),
        name=block.text("name"),
        file=_file(block, folder),
        valid=validity_in(block),
        languages=_closed(block, "languages", LANGUAGES),
        written_in=block.integer("written_in", 1),
        lines=frozenset(block.strings("lines_of_business")),
        letters=frozenset(map(Outcome, _closed(block, "letters", Outcome))),
        copies=frozenset(map(Copy, _closed(block, "copies", Copy))),
        mandatory=block.yes_no("mandatory"),
        version=block.string("version"),
        approved_by=block.string("approved_by"),
    )
    block.finish()
    return insert


def _form(block: Block, folder: Path) -> NoticeForm:
    fields = block.block("fields")
    named = {fact: fields.strings(fact.value) for fact in FormFact if fields.has(fact.value)}
    fields.finish()
    for fact in sorted(REQUIRED_FACTS - named.keys()):
        raise block.error("fields", f"must name the form's field for {fact}")
    verbs = block.block("verbs")
    adverse = [outcome for outcome in Outcome if outcome.is_adverse]
    form = NoticeForm(
        line=block.string("line_of_business"),
        language=next(iter(_closed(block, "language", LANGUAGES))),
        file=_file(block, folder),
        valid=validity_in(block),
        control_number=block.string("control_number") if block.has("control_number") else "",
        expires=block.day("expires") if block.has("expires") else None,
        fields=named,
        verbs={outcome: verbs.string(outcome.value) for outcome in adverse},
    )
    verbs.finish()
    block.finish()
    return form


def _file(block: Block, folder: Path) -> PlanFile:
    name, sha256 = block.string("file"), block.string("sha256")
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or path.suffix.lower() != ".pdf":
        raise block.error("file", "must be a PDF file in the plan's own folder")
    sample = block.yes_no("sample") if block.has("sample") else False
    return PlanFile(path, sha256, sample)


def _closed(block: Block, key: str, allowed: Sequence[str] | type[StrEnum]) -> frozenset[str]:
    """A list of values, or one, from a closed list."""
    names = [str(item) for item in allowed]
    value = block.take(key)
    given = value if isinstance(value, list) else [value]
    if not given or any(item not in names for item in given):
        raise block.error(key, "must be from " + ", ".join(names))
    return frozenset(given)


# ---------------------------------------------------------------- what a letter needs


class Wanted(NamedTuple):
    """Of which letter the companions are sought."""

    line: str
    outcome: Outcome
    copy: Copy
    language: str
    day: date


def inserts_for(inserts: Sequence[Insert], wanted: Wanted) -> tuple[Insert, ...]:
    """The inserts that follow a letter, in the plan's order, valid on its day and with their right bytes."""
    return tuple(
        insert
        for insert in inserts
        if _follows(insert, wanted) and insert.valid.holds(wanted.day) and not insert.file.why_unusable()
    )


def missing_inserts(inserts: Sequence[Insert], wanted: Wanted) -> tuple[str, ...]:
    """What keeps a letter from being issued, each in one sentence that names it."""
    found = {insert.id for insert in inserts_for(inserts, wanted)}
    told: dict[str, str] = {}
    for insert in inserts:
        if insert.mandatory and insert.id not in found and _follows(insert, wanted):
            told[insert.id] = f"The notice “{insert.name['en']}” is missing: {_why_missing(insert, wanted)}."
    return tuple(told.values())


def form_for(forms: Sequence[NoticeForm], line: str, language: str, day: date) -> NoticeForm | None:
    """The plan's form for a line of business, in a language, valid on a day."""
    fitting = (form for form in forms if (form.line, form.language) == (line, language))
    return next((form for form in fitting if form.valid.holds(day)), None)


def checked_bytes(file: PlanFile) -> bytes:
    """The file's bytes.

    Raises:
        InvalidInput: it cannot be read, or has another checksum.
    """
    problem = file.why_unusable()
    if problem:
        raise InvalidInput("", f"{problem}; correct the plan's file", str(file.path))
    return file.path.read_bytes()


def _follows(insert: Insert, wanted: Wanted) -> bool:
    return (
        wanted.line in insert.lines
        and wanted.outcome in insert.letters
        and wanted.copy in insert.copies
        and wanted.language in insert.languages
    )


def _why_missing(insert: Insert, wanted: Wanted) -> str:
    if not insert.valid.holds(wanted.day):
        return f"version {insert.version} is not valid on {wanted.day.isoformat()}"
    return insert.file.why_unusable() or "it cannot be used"
