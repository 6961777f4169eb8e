"""What differs between two revisions of a case, field by field. Nothing is left out, known or not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.fields import Document
from app.history_words import field_words, known, policy_of, question_of, question_words, say
from app.policy import Policy, QuestionKind
from app.value_words import value_words

Path = tuple[str, ...]

_CASE, _EVIDENCE = "case", "evidence"
_KEYS = {"evidence": "id", "letters": "number", "acknowledged": "code", "attachments": "id"}
"""By which items of a list are told apart, so that one that was taken out does not shift the others."""

_SPOTS = "spots"
"""A table by the ids of documents: the attached file that each lies in."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs.

    Attributes:
        path: where it stands, ``case.answers.cd22_positive.value``.
        before: its value in the older revision exactly as kept, as JSON; None where it was not there.
        after: in the newer one.
        label: the field in words.
        was: the older value in words; an en dash where there was none.
        now: the newer one.
    """

    path: str
    before: str | None
    after: str | None
    label: str
    was: str
    now: str

    @property
    def kind(self) -> str:
        """``added``, ``removed`` or ``changed``."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def changes_between(older: Document, newer: Document, language: str = "en") -> list[FieldChange]:
    """Every field that differs between two documents of a case, in the order of the newer one.

    Args:
        older: a revision's document.
        newer: another one's, of the same case.
        language: of the words.
    """
    before, after = dict(_leaves(older, ())), dict(_leaves(newer, ()))
    before, after = _without_hollow(before, after), _without_hollow(after, before)
    words = _Words(older, newer, language)
    paths = [*after, *(path for path in before if path not in after)]
    return [
        words.change(path, before.get(path, _ABSENT), after.get(path, _ABSENT))
        for path in paths
        if _exact(before.get(path, _ABSENT)) != _exact(after.get(path, _ABSENT))
    ]


_ABSENT = object()


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """The values at the ends, by their paths; a list of plain values is one value."""
    if isinstance(value, Mapping) and value:
        for key in value:
            yield from _leaves(value[key], (*path, str(key)))
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for name, item in _named(value, path[-1] if path else ""):
            yield from _leaves(item, (*path, name))
    elif value is not None and (path or value):
        yield path, value


def _without_hollow(leaves: dict[Path, object], others: dict[Path, object]) -> dict[Path, object]:
    """The values, but for an empty list or table that the other side fills: its items tell of it."""
    return {
        path: value
        for path, value in leaves.items()
        if value not in ([], {}) or not any(other[: len(path)] == path and other != path for other in others)
    }


def _named(items: list[object], of: str) -> list[tuple[str, object]]:
    """Items with a name that stays theirs: their own key where each has another one, else their number."""
    key = _KEYS.get(of, "id")
    names = [str(item[key]) if isinstance(item, Mapping) and key in item else "" for item in items]
    if all(names) and len(set(names)) == len(names):
        return list(zip(names, items, strict=True))
    return [(str(number), item) for number, item in enumerate(items, 1)]


def _exact(value: object) -> str | None:
    return None if value is _ABSENT else json.dumps(value, ensure_ascii=False)


class _Words:
    """Labels and values of one comparison."""

    def __init__(self, older: Document, newer: Document, language: str) -> None:
        self._language = language
        self._policy = policy_of(newer.get(_CASE)) or policy_of(older.get(_CASE))
        self._documents = {**_titles(older), **_titles(newer)}

    def change(self, path: Path, before: object, after: object) -> FieldChange:
        """The change of one field."""
        return FieldChange(
            path=".".join(path),
            before=_exact(before),
            after=_exact(after),
            label=self._label(path),
            was=self._value(path, before),
            now=self._value(path, after),
        )

    def _label(self, path: Path) -> str:
        inner = path[1:] if path[0] == _CASE and len(path) > 1 else path
        if inner[0] == "answers" and len(inner) > 1:
            return self._answer_label(inner)
        if (inner[0] in _KEYS or inner[0] == _SPOTS) and len(inner) > 1:
            return self._item_label(inner)
        return field_words(".".join(inner), self._language)

    def _answer_label(self, path: Path) -> str:
        question = question_words(self._policy, path[1], self._language)
        part = ".".join(path[2:]) or "value"
        if known(f"answer.{part}"):
            return say(f"answer.{part}", self._language, question=question)
        return say("answer.other", self._language, question=question, part=part)

    def _item_label(self, path: Path) -> str:
        item = say(f"item.{path[0]}", self._language, name=path[1])
        part = ".".join(path[2:])
        if not part:
            return item
        said = say(f"part.{part}", self._language) if known(f"part.{part}") else part
        return say("item.part", self._language, item=item, part=said)

    def _value(self, path: Path, value: object) -> str:
        if value is _ABSENT:
            return say("value.none", self._language)
        if isinstance(value, list):
            none = say("value.no_document", self._language) if path[-1] == _EVIDENCE else self._empty()
            return ", ".join(self._plain(path, item) for item in value) or none
        if isinstance(value, Mapping):
            return self._empty()
        return self._plain(path, value)

    def _plain(self, path: Path, value: object) -> str:
        is_answer = len(path) > 3 and path[:2] == (_CASE, "answers")  # noqa: PLR2004  # case.answers.ID.part
        if is_answer and path[3] == _EVIDENCE:
            return self._documents.get(str(value), str(value))
        if (
            is_answer
            and path[3] == "value"
            and (said := _choice(self._policy, path[2], value, self._language))
        ):
            return said
        if isinstance(value, bool):
            return say("value.yes" if value else "value.no", self._language)
        if isinstance(value, str):
            return value_words(path[-1], value, self._language) if value else self._empty()
        return json.dumps(value)

    def _empty(self) -> str:
        return say("value.empty", self._language)


def _choice(policy: Policy | None, name: str, value: object, language: str) -> str:
    """The words of a chosen answer, with the word as kept where they differ; empty for any other answer."""
    question = question_of(policy, name)
    if question is None or question.kind is not QuestionKind.CHOICE:
        return ""
    return next((choice.text[language] for choice in question.choices if choice.value == value), "")


def _titles(document: Document) -> dict[str, str]:
    """The documents of a case by id, with their titles."""
    case = document.get(_CASE)
    listed = case.get(_EVIDENCE) if isinstance(case, Mapping) else None
    found = {}
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, Mapping) and isinstance(item.get("id"), str):
            found[item["id"]] = f"{item['id']} {item.get('title') or ''}".strip()
    return found
