from pathlib import Path

import pytest

from tests.app.policy_variants import SHIPPED, variant_file
from tests.ui.commands.conftest import Run

UNTRANSLATED = (', es = "Resultado de ERM"', "")
UNREAD = ("reading = 3\n", "")


def test_the_shipped_policy_checks_clean(run: Run) -> None:
    ran = run("policy", "check", SHIPPED)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{SHIPPED}: errors: 0; remarks: 0; remarks explained in the file: 6\n"


def test_an_error_gives_exit_code_1_and_names_the_block(run: Run, tmp_path: Path) -> None:
    source = variant_file(tmp_path, UNTRANSLATED, UNREAD)
    ran = run("policy", "check", source)
    assert ran.code == 1
    first, second, last = ran.out.splitlines()
    assert first.startswith("error: question mrd_negative: short: has no text in the language es")
    assert second.startswith("remark: reading 3: ")
    assert last == f"{source}: errors: 1; remarks: 1; remarks explained in the file: 6"


def test_a_remark_alone_gives_exit_code_0(run: Run, tmp_path: Path) -> None:
    assert run("policy", "check", variant_file(tmp_path, UNREAD)).code == 0


def test_a_sign_that_the_shipped_fonts_lack_is_an_error(run: Run, tmp_path: Path) -> None:
    ran = run("policy", "check", variant_file(tmp_path, ("Solo, sin otros", "Solo → sin otros")))
    assert ran.code == 1
    assert "error: criterion A.ii.B.1: holds the sign U+2192 (→)" in ran.out


def test_the_findings_as_json(run: Run, tmp_path: Path) -> None:
    ran = run("policy", "check", variant_file(tmp_path, UNTRANSLATED), "--json")
    assert ran.code == 1
    assert ran.result["good"] is False
    findings = ran.result["findings"]
    assert isinstance(findings, list)
    assert findings[0] == {
        "severity": "error",
        "kind": "missing_translation",
        "block": "question mrd_negative: short",
        "words": "has no text in the language es",
        "explained": None,
    }
    assert sum(finding["explained"] is not None for finding in findings) == 6


@pytest.mark.parametrize("content", [None, "format = 1", "no toml"])
def test_a_file_that_is_no_policy_gives_exit_code_2_and_one_line(
    run: Run, tmp_path: Path, content: str | None
) -> None:
    source = tmp_path / "policy.toml"
    if content is not None:
        source.write_text(content, encoding="utf-8")
    ran = run("policy", "check", source)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"dictamen: {source}: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("named", ["MP-RX-FP-12-23", str(SHIPPED)])
def test_a_sheet_is_written_for_a_number_and_for_a_file(run: Run, tmp_path: Path, named: str) -> None:
    out = tmp_path / "sheet.pdf"
    ran = run("policy", "sheet", named, "--out", out, "--language", "es")
    assert (ran.code, ran.out) == (0, f"MP-RX-FP-12-23 {out}\n")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_sheet_of_nothing_names_what_is_installed_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    ran = run("policy", "sheet", "MP-RX-FP-00-00", "--out", out)
    assert (ran.code, ran.out) == (2, "")
    assert "installed are MP-RX-FP-12-23" in ran.err
    assert not out.exists()
