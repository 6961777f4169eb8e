"""What judging a case must not load: its import is a large part of how long one case takes from the shell."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.core_import import CORE

# Each takes longer to import than any module of the core, or brings in what does.
KEPT_OUT = (
    "asyncio",
    "calendar",
    "cryptography",
    "dataclasses",
    "hashlib",
    "inspect",
    "json",
    "locale",
    "sqlite3",
    "tinydb",
    "tomllib",
    "uuid",
    "zoneinfo",
)


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh process has after some code, beyond those that it starts with."""
    program = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    ran = subprocess.run(
        (sys.executable, "-c", program),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    return loaded_by(CORE)


def test_the_core_loads_none_of_what_takes_long(loaded: set[str]) -> None:
    assert "app.evaluation" in loaded
    assert loaded.isdisjoint(KEPT_OUT)


def test_the_core_loads_nothing_that_reads_or_keeps_files(loaded: set[str]) -> None:
    readers = {"app.case_file", "app.policy_file", "app.plan", "app.casebook", "app.case"}
    assert {"app.result", "app.determination"} <= loaded
    assert loaded.isdisjoint(readers)


def test_a_module_that_is_kept_out_would_be_seen() -> None:
    assert {"json", "tomllib"} <= loaded_by("import json, tomllib")
