"""Settling a case that two sites changed: its versions side by side, and what a person chooses of them.

A signed decision is never undone: where a version is decided, what stands is a decided version as a whole,
and of two decisions a person says which. The letters of the other versions stay with the case. Of versions
without a decision a person may choose part by part.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from app.case import CaseRecord, record_from
from app.case_notes import LetterNote
from app.casebook import Casebook, Document, EventKind, Saved
from app.casebook.forks import Fork
from app.casebook.lineage import Version
from app.errors import InvalidInput
from app.history_fields import changes_between
from app.history_words import action_words, field_words, policy_of, question_words

Path = tuple[str, ...]

_CASE, _FILES = "case", ("attachments", "spots")
_WHOLE = frozenset({"kind", "format", "letters"})
"""Not for choosing: the letters of all versions stay."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version of a case.

    Attributes:
        number: 1 for the first.
        site: where it was saved; empty for this casebook.
        rev: its revision in this casebook.
        actor: who saved it, at ``at`` (UTC).
        words: what was done last.
        decision: the letter that decided it; None while it is open.
    """

    number: int
    site: str
    rev: int
    actor: str
    at: datetime
    words: str
    decision: LetterNote | None


@dataclass(frozen=True, slots=True)
class Part:
    """Something in which the versions differ.

    Attributes:
        path: ``case.answers.cd22_positive``.
        label: in words.
        values: in words, one for each version; an en dash where it has none.
        kept: for each version, whether it left the value as both had it before they went apart.
    """

    path: str
    label: str
    values: tuple[str, ...]
    kept: tuple[bool, ...]


class Settlement:
    """One case with several versions, for a person to settle."""

    def __init__(self, casebook: Casebook, case_id: str, language: str = "en") -> None:
        """Look the versions up; that they were looked at is recorded, once a sitting.

        Raises:
            DictamenError: the case has one version, or none, or cannot be read.
        """
        self._casebook = casebook
        self._language = language
        self.fork: Fork = casebook.forks.find(case_id)
        casebook.events.note(EventKind.CASE_OPENED, self.fork.case_id)
        self._documents = [tip.deed.document for tip in self.fork.tips]
        self._records = [_record(document) for document in self._documents]

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The versions, in the order in which they came into this casebook."""
        numbered = enumerate(zip(self.fork.tips, self._records, strict=True), 1)
        return tuple(self._side(number, tip, record) for number, (tip, record) in numbered)

    @property
    def may_mix(self) -> bool:
        """Whether parts may be chosen one by one: no version is decided, and all are cases."""
        return all(record is not None and record.decision is None for record in self._records)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What differs, in the order of the case."""
        split = [_split(document) for document in self._documents]
        paths = dict.fromkeys(path for values in split for path in values)
        differing = [path for path in paths if any(each.get(path) != split[0].get(path) for each in split)]
        told = [_told(document, self._language) for document in self._documents]
        before = _split(self.fork.common.deed.document) if self.fork.common else None
        return tuple(
            self._part(
                path, told, tuple(before is not None and each.get(path) == before.get(path) for each in split)
            )
            for path in differing
        )

    def why_not(self, number: int) -> str | None:
        """Why a version cannot be chosen, in a sentence; None when it can."""
        if self._decided and self._decision(number) is None:
            return "another version is decided, and a signed decision is never undone"
        return None

    def choose(self, number: int) -> Saved:
        """Let one version stand as a whole.

        Raises:
            InvalidInput: there is no such version, or a decided one would be undone.
            StaleSave: the case was settled or changed since.
        """
        self._require(number)
        if reason := self.why_not(number):
            raise InvalidInput("version", f"{number} cannot be taken: {reason}")
        return self._settle(self._documents[number - 1])

    def mix(self, number: int, others: Mapping[str, int]) -> Saved:
        """Let a version stand, with parts of other ones.

        Args:
            number: the version that gives what ``others`` does not name.
            others: by the path of a part, the version that gives it.

        Raises:
            InvalidInput: a part or version is not there, or the parts do not fit one another.
            StaleSave: the case was settled or changed since.
        """
        self._require(number)
        if not others:
            return self.choose(number)
        if not self.may_mix:
            raise InvalidInput("part", "cannot be chosen: a version is decided; take one version as a whole")
        split = [_split(document) for document in self._documents]
        values, known = dict(split[number - 1]), {part.path for part in self.parts}
        for path, other in others.items():
            if path not in known:
                raise InvalidInput(
                    "part", f"{path} does not differ; those that do: {', '.join(sorted(known))}"
                )
            self._require(other)
            place = tuple(path.split("."))
            if place in split[other - 1]:
                values[place] = split[other - 1][place]
            else:
                values.pop(place, None)
        document = _joined(self._documents[number - 1], values)
        self._refuse_unfit(document)
        return self._settle(document)

    # ------------------------------------------------------------ parts of it

    def _side(self, number: int, tip: Version, record: CaseRecord | None) -> Side:
        policy = policy_of(record.case) if record else None
        return Side(
            number=number,
            site=tip.site_name,
            rev=tip.stored.rev,
            actor=tip.deed.actor,
            at=tip.deed.at,
            words=action_words(tip.deed.action, self._language, policy),
            decision=record.decision if record else None,
        )

    def _part(self, path: Path, told: Sequence[Mapping[str, str]], kept: tuple[bool, ...]) -> Part:
        name = ".".join(path)
        none = "\N{EN DASH}"
        values = tuple(_values(words, name) or none for words in told)
        return Part(name, self._label(path), values, kept)

    def _label(self, path: Path) -> str:
        inner = path[1:] if path[0] == _CASE and len(path) > 1 else path
        if inner[0] == "answers" and len(inner) > 1:
            policy = policy_of(self._documents[0].get(_CASE))
            return question_words(policy, inner[1], self._language)
        return field_words(".".join(inner), self._language)

    @property
    def _decided(self) -> bool:
        return any(record is not None and record.decision for record in self._records)

    def _decision(self, number: int) -> LetterNote | None:
        record = self._records[number - 1]
        return record.decision if record else None

    def _require(self, number: int) -> None:
        if not 1 <= number <= len(self._documents):
            raise InvalidInput("version", f"must be 1 to {len(self._documents)}")

    def _refuse_unfit(self, document: Document) -> None:
        """An answer must not name a document that the chosen list lacks."""
        case = document[_CASE]
        listed = {item.get("id") for item in case.get("evidence", []) if isinstance(item, dict)}
        for question, given in case.get("answers", {}).items():
            named = given.get("evidence", []) if isinstance(given, dict) else []
            if lacking := [each for each in named if each not in listed]:
                raise InvalidInput(
                    f"case.answers.{question}",
                    f"names a document ({lacking[0]}) that the chosen list lacks; take both from "
                    "the same version",
                )

    def _settle(self, document: Document) -> Saved:
        record = _record(document)
        if record is not None:
            own = {letter.letter_id for letter in record.letters}
            others = {
                letter.letter_id: letter
                for each in self._records
                for letter in (each.letters if each else ())
                if letter.letter_id not in own
            }
            # before its own: the last letter that decides is the decision
            letters = (*sorted(others.values(), key=lambda letter: letter.at), *record.letters)
            document = {**document, "letters": replace(record, letters=letters).to_document()["letters"]}
        return self._casebook.forks.settle(self.fork, document)


def _record(document: Document) -> CaseRecord | None:
    try:
        return record_from(document)
    except InvalidInput:
        return None


def _split(document: Document) -> dict[Path, object]:
    """A document in the parts that are chosen one by one."""
    found: dict[Path, object] = {}
    for name, value in document.items():
        if name == _CASE and isinstance(value, Mapping):
            for field, content in value.items():
                if isinstance(content, Mapping):
                    found |= {(name, field, inner): content[inner] for inner in content}
                else:
                    found[name, field] = content
        elif name == _FILES[0]:
            found[(name,)] = [value, document.get(_FILES[1])]
        elif name not in _WHOLE and name not in _FILES:
            found[(name,)] = value
    return found


def _joined(base: Document, values: Mapping[Path, object]) -> Document:
    """The document of ``_split``; what is never split comes from ``base``."""
    document: dict[str, object] = {name: base[name] for name in base if name in _WHOLE}
    case: dict[str, object] = {}
    sections = {name: dict[str, object]() for name, value in base[_CASE].items() if isinstance(value, dict)}
    for path, value in values.items():
        if len(path) > 2:  # noqa: PLR2004  # case, section, field
            sections.setdefault(path[1], {})[path[2]] = value
        elif len(path) > 1:
            case[path[1]] = value
        elif path[0] == _FILES[0] and isinstance(value, list):
            document.update(zip(_FILES, value, strict=True))
        else:
            document[path[0]] = value
    return {**document, _CASE: {**case, **sections}}


def _told(document: Document, language: str) -> dict[str, str]:
    """Every value of a document in words, by its path."""
    return {change.path: change.now for change in changes_between({}, document, language)}


def _values(words: Mapping[str, str], name: str) -> str:
    """The values of one part, one line for each item of a list."""
    lines: dict[str, list[str]] = {}
    for path, said in words.items():
        if path == name or path.startswith(f"{name}."):
            item = path.removeprefix(name).removeprefix(".").partition(".")[0]
            lines.setdefault(item if _is_list(name) else "", []).append(said)
    return "\n".join(", ".join(line) for line in lines.values())


def _is_list(name: str) -> bool:
    return name in {"case.evidence", "attachments", "acknowledged"}
