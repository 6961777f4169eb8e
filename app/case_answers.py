"""The answers of a case file, each from its JSON value; every complaint names the field's path."""

from collections.abc import Mapping
from datetime import date

from app.facts import Answer, Value
from app.fields import FIRST_DAY, Document, FieldReader, as_decimal
from app.policy import Question, QuestionKind

_ANSWER_KEYS = frozenset(("value", "evidence"))


class AnswerReader:
    """Reads answers to a policy's questions.

    A day counts by its distance to the first treatment day, so that it is left out while that is not known.
    """

    def __init__(self, reader: FieldReader, questions: Mapping[str, Question], start: date) -> None:
        self._reader = reader
        self._questions = questions
        self._start = start

    def read(self, document: Document, evidence: set[str]) -> dict[str, Answer]:
        """The answers by question; each may name documents of the list only."""
        value = document.get("answers")
        if value is None:
            return {}
        if not isinstance(value, dict):
            self._reader.refuse("answers", "must be an object with one entry per answered question")
            return {}
        answers = {}
        for name, given in value.items():
            question = self._questions.get(name)
            if question is None:
                self._refuse_question(name)
                continue
            answer = self._answer(given, question, evidence)
            if answer is not None:
                answers[name] = answer
        return answers

    def _refuse_question(self, name: str) -> None:
        shown = name if name.isprintable() else "(unreadable name)"
        allowed = ", ".join(self._questions)
        self._reader.refuse(f"answers.{shown}", "unknown question; allowed are " + allowed)

    def _answer(self, given: object, question: Question, evidence: set[str]) -> Answer | None:
        if not isinstance(given, dict):
            self._reader.refuse(f"answers.{question.id}", "must be an object with value and evidence")
            return None
        if not given.keys() <= _ANSWER_KEYS:
            self._reader.known_keys(given, f"answers.{question.id}.", _ANSWER_KEYS)
        value = self._value(given.get("value"), question)
        if value is None:
            return None
        named = given.get("evidence")
        if named is None or named == []:
            return Answer(value)
        return Answer(value, self._evidence(named, question, evidence))

    def _evidence(self, named: object, question: Question, evidence: set[str]) -> tuple[str, ...]:
        """The ids of the documents that an answer names; none where one of them cannot be used."""
        field = f"answers.{question.id}.evidence"
        if not isinstance(named, list):
            self._reader.refuse(field, "must be a list of evidence ids")
            return ()
        for item in named:
            if not isinstance(item, str):
                self._reader.refuse(field, "must be a list of evidence ids")
                return ()
            if item not in evidence:
                shown = item if item.isprintable() else "(unreadable id)"
                self._reader.refuse(field, f"{shown} is not among the ids of the evidence list")
                return ()
        return tuple(named)

    def _value(self, value: object, question: Question) -> Value | None:
        """The answer as the policy's tests look at it."""
        if question.kind is QuestionKind.DATE:
            return self._days_before_start(value, f"answers.{question.id}.value")
        meant = as_decimal(value) if question.kind is QuestionKind.NUMBER else value
        if question.allows(meant):
            return meant  # type: ignore[return-value]  # allows() has narrowed it
        field = f"answers.{question.id}.value"
        self._reader.refuse(field, f"must be {question.allowed}; leave the answer out when it is not known")
        return None

    def _days_before_start(self, value: object, field: str) -> int | None:
        day = self._reader.day(value, field)
        if FIRST_DAY in {day, self._start}:
            return None
        return (self._start - day).days
