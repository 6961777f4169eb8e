"""The worklist's columns in their compact form: what went in comes out, in its order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casebook.columns import Columns, Known, from_json, to_json

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
NAMES = st.text(alphabet="abcdefgh_ 12", min_size=1, max_size=6)


def cover(columns: object, **more: object) -> dict[str, object]:
    return {"id": "C-1", "columns": columns, "actor": "Ana", "action": "saved", "at": "2026-11-24", **more}


@given(st.dictionaries(NAMES, SCALARS))
def test_any_columns_come_back_in_their_order(columns: dict[str, object]) -> None:
    opened = from_json(to_json(cover(columns, was=["00"])))
    assert list(opened.columns.items()) == list(columns.items())
    assert len(opened.columns) == len(columns)
    assert opened[2:] == ("Ana", "saved", "2026-11-24", {"was": ["00"]})
    assert from_json(to_json(opened.to_dict())) == opened


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "b", "c"]), st.sampled_from([1, 1.0, True, "1", "x", None]))
    )
)
def test_values_that_are_kept_once_are_still_their_own(lines: list[dict[str, object]]) -> None:
    known = Known()
    for columns in lines:
        opened = from_json(to_json(cover(columns)), known).columns
        assert [(name, type(value), value) for name, value in opened.items()] == [
            (name, type(value), value) for name, value in columns.items()
        ]


def test_equal_words_are_one_object() -> None:
    known = Known()
    lines = [from_json(to_json(cover({"state": "open and waiting"})), known).columns for _ in range(4)]
    assert lines[2]["state"] is lines[3]["state"]


def test_what_is_no_column_is_missing_and_none_is_none() -> None:
    columns = from_json(to_json(cover({"kind": "case", "letter": None}))).columns
    assert (columns["letter"], columns.get("letter", "else"), columns.get("other", "else")) == (
        None,
        None,
        "else",
    )
    with pytest.raises(KeyError):
        columns["other"]
    assert "case" not in repr(columns), "values may name a member"
    assert columns == {"kind": "case", "letter": None}


@pytest.mark.parametrize("name", ["a,b", "!a"])
def test_names_that_cannot_be_kept_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="column's name"):
        to_json(cover(Columns({name: 0}, ("x",))))
