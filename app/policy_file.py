"""A policy from its TOML file. Every error names the file, the block and the key."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import resources
from app.data_file import Block, fingerprint, read_toml
from app.definition import Definition, ResponseRule
from app.policy import (
    AdvisoryText,
    Criterion,
    Policy,
    Purpose,
    Question,
    Reading,
    Revision,
    Section,
    Statement,
)
from app.policy_course import read_course
from app.policy_definitions import read_definition, read_response
from app.policy_dosing import read_dosing, read_drug, read_limits
from app.policy_notes import Code, Explained
from app.policy_questions import read_question
from app.policy_rules import CriterionReader, read_conditions, read_reading
from app.policy_shelf import PolicyShelf
from app.policy_slips import conditions_on_nothing, unused_blocks
from app.text import Text

FORMAT = "dictamen.policy/1"


@dataclass
class Installation:
    """Where installed policies come from.

    Attributes:
        folders: every policy file in one of them is installed.
        added: further files, which a clinic added.
        left_out: sentences about files that were added and do not count.
    """

    folders: tuple[Path, ...]
    added: tuple[Path, ...] = ()
    left_out: tuple[str, ...] = ()

    def sources(self) -> tuple[Path, ...]:
        """Every policy file that is installed."""
        shipped = [source for folder in self.folders for source in sorted(folder.glob("*.toml"))]
        return (*shipped, *self.added)

    def set_added(self, added: tuple[Path, ...], left_out: tuple[str, ...] = ()) -> None:
        """Install these files of a clinic in place of those before, and know why others do not count."""
        if added != self.added or added:  # a file of the same name may have another content now
            _shelf_of.cache_clear()
        self.added, self.left_out = added, left_out

    @contextmanager
    def with_folder(self, folder: Path) -> Iterator[None]:
        """Install the policy files of one more folder for a while."""
        before = self.folders
        self.folders = (*before, folder)
        try:
            yield
        finally:
            self.folders = before


INSTALLATION = Installation((resources.path("policies"),))
"""The policies that ship with the product, unless more folders are named."""


def installed_shelf() -> PolicyShelf:
    """The policy files that are installed.

    Raises:
        InvalidInput: a file cannot be used, or two files claim the same day.
    """
    return _shelf_of(INSTALLATION.folders, INSTALLATION.added)


@cache
def _shelf_of(_folders: tuple[Path, ...], _added: tuple[Path, ...]) -> PolicyShelf:
    return PolicyShelf((str(source), load_policy(source)) for source in INSTALLATION.sources())


def shelf_with(*more: Path, instead_of: str = "") -> PolicyShelf:
    """The shelf as it would be with more files; one that stands there already, by its name, gives way.

    Args:
        more: the files.
        instead_of: the name of an added file that gives way, too.

    Raises:
        InvalidInput: a file cannot be used, or two files claim the same day.
    """
    names = {instead_of, *(source.name for source in more)}
    replaced = {source for source in INSTALLATION.added if source.name in names}
    kept = [source for source in INSTALLATION.sources() if source not in replaced]
    return PolicyShelf((source.name, load_policy(source)) for source in (*kept, *more))


def installed_policies(day: date | None = None) -> Mapping[str, Policy]:
    """By number, the file that counts on a day, or else the one nearest to it.

    Args:
        day: of receipt; today where none is given.
    """
    shelf = installed_shelf()
    wanted = day or date.today()  # noqa: DTZ011  # the day of the place where the program is used
    return {number: shelf.nearest(number, wanted) for number in shelf.numbers}


def policies_of(number: str) -> tuple[Policy, ...]:
    """The files of one policy, the oldest first; none where the policy is not installed."""
    return installed_shelf().of(number)


def when_in_force(number: str) -> str:
    """When an installed policy is in force, in words."""
    return installed_shelf().in_force(number)


def load_policy(source: Path) -> Policy:
    """Read one policy file.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    data, top = read_toml(source)
    policy = read_policy(top, fingerprint(data))
    for place in (*unused_blocks(policy), *conditions_on_nothing(policy)):
        raise top.error(*place)
    return policy


def read_policy(top: Block, sha256: str) -> Policy:
    """A policy from the blocks of its file, whether or not each is used.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    rules, codes = _rules(top), _codes(top)
    policy = Policy(
        number=top.string("number"),
        plan=top.string("plan"),
        sha256=sha256,
        title=top.text("title"),
        subject=top.text("subject"),
        service_category=top.string("service_category"),
        lines_of_business=top.strings("lines_of_business"),
        label_age_years=top.integer("label_age_years"),
        drug=read_drug(top.block("drug")),
        revisions=_revisions(top, {reading.id: reading for reading in rules.readings}),
        definitions=rules.definitions,
        hcpcs=codes.hcpcs,
        icd10=codes.icd10,
        code_note=codes.note,
        codes=codes.explained,
        readings=rules.readings,
        questions=rules.questions,
        sections=_sections(top, rules.criteria),
        criteria=rules.criteria,
        statements=_statements(top, "statement", "id"),
        limits=read_limits(top.block("authorization")),
        dosing=read_dosing(top.block("dosing"), rules.questions),
        discontinuation=_statements(top, "discontinuation", "line"),
        advisories={each.code: each for each in map(_advisory, top.optional_blocks("advisory", "code"))},
        references=tuple(map(_reference, top.optional_blocks("reference"))),
        last_day=_last_day(top),
        explained=tuple(map(_explained, top.optional_blocks("explained", "block"))),
        response=_response(top, rules.questions, rules.definitions),
        course=read_course(top, rules.questions),
    )
    if policy.last_day is not None and policy.last_day < policy.revisions[-1].effective:
        raise top.error("last_day", "must not lie before the last revision")
    top.finish()
    return policy


class _Rules(NamedTuple):
    """What is asked, and how the answers are judged."""

    readings: tuple[Reading, ...]
    questions: Mapping[str, Question]
    criteria: Mapping[str, Criterion]
    definitions: tuple[Definition, ...]


def _rules(top: Block) -> _Rules:
    readings = tuple(_reading(block) for block in top.optional_blocks("reading"))
    questions = _unique(top, "question", [read_question(block) for block in top.blocks("question")])
    by_id = {reading.id: reading for reading in readings}
    criteria = CriterionReader(list(top.blocks("criterion")), questions, by_id).read_all()
    definitions = tuple(read_definition(block) for block in top.optional_blocks("definition"))
    return _Rules(readings, questions, criteria, definitions)


class _Codes(NamedTuple):
    """The codes that support a request, the note about them, and what each means."""

    hcpcs: frozenset[str]
    icd10: frozenset[str]
    note: Text
    explained: tuple[Code, ...]


def _codes(top: Block) -> _Codes:
    block = top.block("codes")
    found = _Codes(
        frozenset(block.strings("hcpcs")),
        frozenset(block.strings("icd10")),
        block.text("note"),
        tuple(map(_code, top.optional_blocks("code", "code"))),
    )
    block.finish()
    return found


def _last_day(top: Block) -> date | None:
    return top.day("last_day") if top.has("last_day") else None


def _unique(top: Block, kind: str, questions: list[Question]) -> dict[str, Question]:
    by_id: dict[str, Question] = {}
    for question in questions:
        if question.id in by_id:
            raise top.error(f"{kind} {question.id}", "stands twice")
        by_id[question.id] = question
    return by_id


def _revisions(top: Block, readings: Mapping[int, Reading]) -> tuple[Revision, ...]:
    revisions = tuple(_revision(block, readings) for block in top.blocks("revision", "effective"))
    days = [revision.effective for revision in revisions]
    if not days or days != sorted(set(days)):
        raise top.error("revision", "blocks must stand in the order of their effective dates, each once")
    return revisions


def _revision(block: Block, readings: Mapping[int, Reading]) -> Revision:
    revision = Revision(
        effective=block.day("effective"),
        kind=block.text("kind"),
        summary=block.text("summary"),
        pharmacy_committee=block.day("pharmacy_committee") if block.has("pharmacy_committee") else None,
        reading=read_reading(block, readings) if block.has("reading") else None,
    )
    block.finish()
    return revision


def _response(
    top: Block, questions: Mapping[str, Question], definitions: Sequence[Definition]
) -> ResponseRule | None:
    if top.has("response"):
        return read_response(top.block("response"), questions, definitions)
    for definition in definitions:
        if definition.answer is not None:
            raise top.error(f"definition {definition.id}: answer", "needs the block response")
    return None


def _code(block: Block) -> Code:
    code = Code(block.string("code"), block.string("system"), block.languages())
    block.finish()
    return code


def _reading(block: Block) -> Reading:
    reading = Reading(block.integer("id", 1), block.languages())
    block.finish()
    return reading


def _explained(block: Block) -> Explained:
    explained = Explained(block.string("finding"), block.string("block"), block.languages())
    block.finish()
    return explained


def _statements(top: Block, kind: str, key: str) -> tuple[Statement, ...]:
    return tuple(_statement(block, key) for block in top.optional_blocks(kind, key))


def _statement(block: Block, key: str) -> Statement:
    statement = Statement(block.string(key), block.languages())
    block.finish()
    return statement


def _reference(block: Block) -> str:
    text = block.string("text")
    block.finish()
    return text


def _sections(top: Block, criteria: Mapping[str, Criterion]) -> dict[Purpose, Section]:
    sections: dict[Purpose, Section] = {}
    for block in top.blocks("section"):
        name = block.string("id")
        if name not in criteria:
            raise block.error("id", f"names the criterion {name}, which this file lacks")
        purpose = _purpose(block)
        sections[purpose] = Section(name, purpose, block.text("title"), criteria[name])
        block.finish()
    for purpose in Purpose:
        if purpose not in sections:
            raise top.error("section", f"for the purpose {purpose} is missing")
    return sections


def _purpose(block: Block) -> Purpose:
    value = block.string("purpose")
    if value not in set(Purpose):
        raise block.error("purpose", "must be one of " + ", ".join(Purpose))
    return Purpose(value)


def _advisory(block: Block) -> AdvisoryText:
    advisory = AdvisoryText(
        code=block.string("code"),
        text=block.languages(),
        purpose=_purpose(block) if block.has("purpose") else None,
        when=read_conditions(block, "when"),
        source=block.string("source"),
    )
    block.finish()
    return advisory
