"""An approved first cycle made longer from the command line: judged, signed, verified."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pytest

from tests.ui.commands.conftest import Identity, Run

FIRST = {"case_id": "C-2026-0001", "letter_number": "D-20280203-7K3M9Q", "last_day": "2028-02-27"}


@pytest.fixture
def amendment(sample: Callable[[str], Path], tmp_path: Path) -> Path:
    """The case file of a first cycle that needs 28 days, as the change of an earlier approval."""
    document = json.loads(sample("14").read_text(encoding="utf-8"))
    assert document["request"]["start_date"] == "2028-02-07"  # so that 21 days end on the day named above
    path = tmp_path / "amendment.json"
    path.write_text(json.dumps({**document, "amends": FIRST}), encoding="utf-8")
    return path


def test_the_result_names_the_letter_that_is_changed(run: Run, amendment: Path) -> None:
    result = run("evaluate", amendment).result
    assert result["amends"] == FIRST
    assert result["authorization"]["days"] == 28  # type: ignore[index]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_letter_of_an_amendment_verifies(
    run: Run, amendment: Path, identity: Identity, passphrase: Path, tmp_path: Path, language: str
) -> None:
    out = tmp_path / "letter.pdf"
    signed = ("--identity", identity("reviewer"), "--passphrase-file", passphrase, "--out", out)
    ran = run("letter", amendment, *signed, "--language", language)
    assert (ran.code, ran.err) == (0, "")
    assert run("verify", out, "--trust", identity("reviewer").with_suffix(".pem")).code == 0
    document = pypdfium2.PdfDocument(out.read_bytes())
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert FIRST["letter_number"] in text


def test_a_letter_that_does_not_fit_is_refused_in_one_line(run: Run, amendment: Path) -> None:
    document = json.loads(amendment.read_text(encoding="utf-8"))
    document["amends"]["last_day"] = "2028-03-02"
    amendment.write_text(json.dumps(document), encoding="utf-8")
    ran = run("evaluate", amendment)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert "amends.last_day: must be 2028-02-27" in ran.err
