import copy
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.case import CaseRecord
from app.history_fields import FieldChange, changes_between
from app.history_words import action_words, history_words
from app.policy_file import installed_policies
from tests.app.desk_fixtures import sample_case

POLICY = installed_policies()["MP-RX-FP-12-23"]


def record(start: str = "01") -> dict[str, Any]:
    return CaseRecord(sample_case(start)).to_document()


def changed(alter: Any, language: str = "en") -> list[FieldChange]:
    older = record()
    newer = copy.deepcopy(older)
    alter(newer)
    return changes_between(older, newer, language)


def only(found: list[FieldChange]) -> FieldChange:
    (change,) = found
    return change


def test_the_same_document_has_no_changes() -> None:
    assert changes_between(record(), copy.deepcopy(record())) == []


def test_a_typed_value_is_told_exactly_with_its_field_in_words() -> None:
    change = only(changed(lambda document: document["case"]["measurements"].update(weight_kg="75.50 kg?")))
    assert (change.path, change.label) == ("case.measurements.weight_kg", "Weight, kg")
    assert (change.now, change.after) == ("75.50 kg?", '"75.50 kg?"')
    assert change.kind == "changed"


def test_a_number_and_the_same_number_as_text_are_not_the_same() -> None:
    older, newer = record(), record()
    older["case"]["measurements"]["weight_kg"] = 75
    newer["case"]["measurements"]["weight_kg"] = "75"
    change = only(changes_between(older, newer))
    assert (change.before, change.after, change.was, change.now) == ("75", '"75"', "75", "75")


def test_an_answer_is_told_by_its_question_and_its_choice() -> None:
    def alter(document: dict[str, Any]) -> None:
        document["case"]["answers"]["disease_status"] = {"value": "neither", "evidence": []}

    in_english = changed(alter)
    value = next(change for change in in_english if change.path.endswith("disease_status.value"))
    question = POLICY.questions["disease_status"]
    assert value.label == question.prompt["en"]
    assert value.now == next(choice.text["en"] for choice in question.choices if choice.value == "neither")
    assert value.after == '"neither"'
    in_spanish = next(one for one in changed(alter, "es") if one.path == value.path)
    assert in_spanish.label == question.prompt["es"]


def test_a_document_that_is_taken_away_shifts_no_other_one() -> None:
    older, newer = record(), record()
    listed = newer["case"]["evidence"]
    gone = listed.pop(0)
    for answer in newer["case"]["answers"].values():
        answer["evidence"] = [name for name in answer["evidence"] if name != gone["id"]]
    found = changes_between(older, newer)
    removed = [change for change in found if change.path.startswith("case.evidence.")]
    assert {change.path.split(".")[2] for change in removed} == {gone["id"]}
    assert all(change.kind == "removed" for change in removed)
    shown = [change for change in found if change.path.endswith(".evidence")]
    assert shown
    assert gone["title"] in shown[0].was, "a document that is gone is still named by its title"


def test_advisories_referral_decision_and_letters_are_told() -> None:
    def alter(document: dict[str, Any]) -> None:
        document["acknowledged"] = [{"code": "dose_rounded", "by": "Ana", "at": "2026-11-24T09:00:00+00:00"}]
        document["referral"] = {"by": "Ana", "at": "2026-11-24T09:00:00+00:00", "note": "See A.i"}
        document["question"] = "Which report?"
        document["letters"] = [{"number": "D-1", "outcome": "deny", "sha256": "ab"}]

    labels = {change.path: change.label for change in changed(alter)}
    assert labels["acknowledged.dose_rounded.by"] == "Note seen: dose_rounded, by"
    assert labels["referral.note"] == "Note of the referral"
    assert labels["question"] == "Question of the physician reviewer"
    assert labels["letters.D-1.outcome"] == "Letter D-1, decision"


def test_a_list_that_gets_its_first_item_is_told_by_the_item_alone() -> None:
    found = changed(lambda document: document.update(letters=[{"number": "D-1"}]))
    assert [change.path for change in found] == ["letters.D-1.number"]
    emptied = changes_between({"letters": [{"number": "D-1"}]}, {"letters": []})
    assert [(change.path, change.kind) for change in emptied] == [("letters.D-1.number", "removed")]


def test_what_is_not_known_is_still_shown() -> None:
    def alter(document: dict[str, Any]) -> None:
        document["case"]["answers"]["no_such_question"] = {"value": 3, "remark": "x"}
        document["case"]["later_field"] = {"deep": [1, 2]}

    found = {change.path: change for change in changed(alter)}
    assert found["case.later_field.deep"].label == "later_field.deep"
    assert found["case.later_field.deep"].now == "1, 2"
    assert found["case.answers.no_such_question.remark"].label == "no_such_question (remark)"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def _without_nothing(value: object) -> object:
    """What the comparison takes for the same: null and a field that is not there."""
    if isinstance(value, dict):
        kept = {key: _without_nothing(item) for key, item in value.items() if item is not None}
        return {key: item for key, item in kept.items() if item is not None}
    if isinstance(value, list):
        return [_without_nothing(item) for item in value]
    return value


@given(st.dictionaries(st.text(max_size=3), json_values, max_size=4), json_values)
def test_two_documents_without_a_change_are_the_same(older: dict[str, Any], value: object) -> None:
    assert changes_between(older, copy.deepcopy(older)) == []
    if value is not None and older.get("x") != value and value not in ({}, []):
        newer = {**older, "x": value}
        same = json.dumps(_without_nothing(older)) == json.dumps(_without_nothing(newer))
        assert bool(changes_between(older, newer)) is not same or _is_hollow(value)


def _is_hollow(value: object) -> bool:
    """Nested containers around nothing but null hold nothing that could be told."""
    if isinstance(value, dict):
        return all(_is_hollow(item) for item in value.values())
    if isinstance(value, list):
        return all(_is_hollow(item) for item in value)
    return value is None


def test_every_action_that_the_program_records_has_words() -> None:
    assert action_words("answered cd22_positive", "en", POLICY).startswith("Answered: ")
    assert POLICY.questions["cd22_positive"].short["es"] in action_words(
        "documents of cd22_positive", "es", POLICY
    )
    assert action_words("changed request.start_date", "en") == "Changed: First treatment day"
    assert action_words("changed answers.cd22_positive", "en", POLICY).startswith("Answered: ")
    assert action_words("signed: deny", "en") == "Signed a denial"
    assert action_words("something new", "en") == "something new"


def test_the_words_are_complete_in_both_languages() -> None:
    for code, text in history_words().items():
        assert text["en"].strip(), code
        assert text["es"].strip(), code
