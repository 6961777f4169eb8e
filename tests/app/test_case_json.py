"""The text of a case file: hostile JSON, and documents with anything in any place."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.case_file import load_case, parse_case, problems_of
from app.case_json import parse_json
from app.errors import InvalidInput
from app.result import result_document
from app.review import review
from tests.app.case_documents import continuation_case, valid_case

TEXT = json.dumps(valid_case(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"{'format': 1}", "is not JSON"),
        (b'{"a": 1,}', "is not JSON"),
        (b'{"a": 1} {"a": 2}', "is not JSON"),
        (b'{"a": "one\ntwo"}', "is not JSON"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": Infinity}', "Infinity"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": 1e99999999999999999999}', "is not usable JSON"),
        (b'{"a": 1e-99999999999999999999}', "is not usable JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is not usable JSON"),
        (b"[" * 200_000, "is not usable JSON"),
        (b'{"a":' * 50_000, "is not usable JSON"),
        (b'{"a": 1, "b": 2, "a": 1}', "a: stands twice"),
        (b'{"x": {"\\u0007": 1, "\\u0007": 2}}', "x: stands twice"),
        (b'{"\\u0007": 1, "\\u0007": 2}', ": stands twice"),
        (b'{"request": {"cycle": 1, "cycle": 2}}', ": request.cycle: stands twice"),
        (b'{"evidence": [{"id": "E1"}, {"id": "E2", "id": "E3"}]}', ": evidence[1].id: stands twice"),
        (b'{"answers": {"a": {"b": 1, "b": 2}}, "answers": {}}', ": answers: stands twice"),
        (b'{"x": {"' + b"k" * 300 + b'": 1, "' + b"k" * 300 + b'": 2}}', ": x: stands twice"),
        (b'{"a": ' * 900 + b'{"b": 1, "b": 2}' + b"}" * 900, "twice"),
        ('{"a": "Núñez"}'.encode("latin-1"), "is not text in UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "is not text in UTF-8"),
        (b"\xed\xa0\x80", "is not text in UTF-8"),
        (b"null", "must be an object"),
    ],
)
def test_a_file_that_is_no_case_gets_one_clear_line(tmp_path: Path, data: bytes, words: str) -> None:
    source = tmp_path / "case.json"
    source.write_bytes(data)
    with pytest.raises(InvalidInput) as caught:
        load_case(source)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{source}: ")
    assert str(caught.value).isprintable()


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    source = tmp_path / "case.json"
    source.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert load_case(source) == parse_case(parse_json(TEXT))


def test_numbers_are_read_exactly() -> None:
    assert parse_json('{"a": 0.1, "b": 1.50, "c": 3}') == {"a": Decimal("0.1"), "b": Decimal("1.50"), "c": 3}


def test_a_lone_surrogate_in_a_name_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_case(parse_json(TEXT.replace("Ejemplo", "\\ud800")))
    assert caught.value.field == "member.family_name"


def test_a_whole_field_written_twice_is_refused_even_where_both_agree() -> None:
    with pytest.raises(InvalidInput, match="priority"):
        parse_json(TEXT.replace('"priority"', '"priority": "standard", "priority"'))


# ---------------------------------------------------------------- anything anywhere

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**50, max_value=10**60)
    | st.decimals()
    | st.text(alphabet=st.characters(), max_size=20)
    | st.sampled_from(
        ["", "true", "NaN", "1e9", "2026-02-30", "2026-11-20T14:05:00-04:00", "cr", "E1", "\ud800", "x" * 300]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=6,
)


def places(value: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value in a document, the document itself left out."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [found for key, item in inner for found in ((*way, key), *places(item, (*way, key)))]


@st.composite
def mutated_cases(draw: st.DrawFn) -> dict[str, Any]:
    """A valid document with one to four places replaced, removed or added; its policy stays."""
    document = draw(st.sampled_from([valid_case(), continuation_case()]))
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from(places(document)))
        parent: Any = document
        for step in way:
            parent = parent[step]
        change = draw(st.sampled_from(["replace", "remove", "add"]))
        if change == "remove":
            del parent[last]
        elif change == "replace":
            parent[last] = draw(ANYTHING)
        elif isinstance(parent, dict):
            parent[draw(st.text(max_size=12))] = draw(ANYTHING)
        else:
            parent.append(draw(ANYTHING))
        if not places(document):
            break
    return document | {"policy": "MP-RX-FP-12-23"}


def strict_complaint(document: object) -> InvalidInput | None:
    try:
        case = parse_case(document)
    except InvalidInput as error:
        return error
    json.dumps(result_document(review(case)))  # what is accepted can be judged and written
    return None


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated_cases())
def test_collecting_finds_a_problem_exactly_where_strict_reading_refuses(document: dict[str, Any]) -> None:
    before = copy.deepcopy(document)
    told = problems_of(document)
    complaint = strict_complaint(document)
    assert (complaint is None) == (told == [])
    if complaint is not None:
        assert str(complaint) in {str(problem) for problem in told}
        assert all(str(problem).isprintable() for problem in told)
    assert str(document) == str(before)


@settings(max_examples=300, deadline=None)
@given(ANYTHING)
def test_nothing_but_a_clear_refusal_ever_comes_from_a_document(document: object) -> None:
    assert strict_complaint(document) is not None


def read_or_refuse(text: str) -> object:
    """The document, or the one clear line that refuses the text."""
    try:
        return parse_json(text)
    except InvalidInput as error:
        return error


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='{}[]",:0123456789.eE+-ntrufals\\ \x00é', max_size=60))
def test_nothing_but_a_clear_refusal_ever_comes_from_a_text(text: str) -> None:
    read = read_or_refuse(text)
    assert str(read).isprintable() if isinstance(read, InvalidInput) else strict_complaint(read) is not None


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, 30), st.text(max_size=8))
def test_a_damaged_text_is_read_or_refused(start: int, length: int, put: str) -> None:
    read = read_or_refuse(TEXT[:start] + put + TEXT[start + length :])
    complaint = read if isinstance(read, InvalidInput) else strict_complaint(read)
    assert complaint is None or str(complaint).isprintable()
