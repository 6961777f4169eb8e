"""The check of a policy file: definitions that laboratory values cannot tell apart, or never reach."""

from pathlib import Path

import pytest

import resources
from app.policy_check import check_policy

SHIPPED = resources.path("policies", "mp-rx-fp-12-23.toml").read_text(encoding="utf-8")


def findings(folder: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    text = SHIPPED
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    source = folder / "changed.toml"
    source.write_text(text, encoding="utf-8")
    kinds = {"definition_overlap", "idle_definition", "unmeasured_answer"}
    return [
        (found.kind, found.block) for found in check_policy(source, lambda _: None) if found.kind in kinds
    ]


def test_the_shipped_definitions_are_told_apart_and_reached(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'value = "platelets_e9_per_l", below = "100"',
            'value = "platelets_e9_per_l", at_most = "100"',
            [("definition_overlap", "definition cri")],
        ),
        (
            '{ value = "marrow_blasts_percent", below = "5", unit = "%" },',
            '{ value = "marrow_blasts_percent", below = "0", unit = "%" },',
            [("idle_definition", "definition cr")],
        ),
        (
            '    { value = "none", en = "Neither CR',
            """    { value = "partial", en = "Partial", es = "Parcial" },
    { value = "none", en = "Neither CR""",
            [("unmeasured_answer", "question response")],
        ),
    ],
)
def test_what_the_check_says(tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert findings(tmp_path, (old, new)) == expected
