import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.plan_files import NoticeForm
from tests.ui.commands.conftest import Identity, Ran, Run

Letter = Callable[..., Ran]


@pytest.fixture
def letter(run: Run, identity: Identity, passphrase: Path, tmp_path: Path) -> Letter:
    """Decide a case as somebody of a role, into ``letter.pdf``."""

    def _letter(case: Path, role: str, *more: str | Path) -> Ran:
        out = tmp_path / "letter.pdf"
        signed = ("--identity", identity(role), "--passphrase-file", passphrase, "--out", out)
        return run("letter", case, *signed, *more)

    return _letter


def test_a_letter_follows_the_recommendation_and_verifies(
    letter: Letter, run: Run, sample: Callable[[str], Path], identity: Identity, tmp_path: Path
) -> None:
    ran = letter(sample("01"), "reviewer")
    assert (ran.code, ran.err) == (0, "")
    outcome, number, path = ran.out.split()
    assert (outcome, path) == ("approve", str(tmp_path / "letter.pdf"))
    trusted = run("verify", path, "--trust", identity("reviewer").with_suffix(".pem"), "--json")
    assert trusted.code == 0
    verdict = trusted.result
    assert verdict["good"] is True
    assert all(check["passed"] and check["reason"] for check in verdict["checks"])  # type: ignore[attr-defined]
    assert number in json.dumps(verdict)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_letter_is_readable_for_its_owner_alone(
    letter: Letter, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    assert letter(sample("01"), "reviewer").code == 0
    assert (tmp_path / "letter.pdf").stat().st_mode & 0o777 == 0o600


def test_a_signer_whom_nobody_trusts_is_refused_with_the_reason(
    letter: Letter, run: Run, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    letter(sample("01"), "reviewer")
    ran = run("verify", tmp_path / "letter.pdf")
    assert ran.code == 1
    failed = [line for line in ran.out.splitlines() if line.startswith("FAILED")]
    assert len(failed) == 1
    assert "trust" in failed[0]
    assert ran.out.splitlines()[-1] == "the letter is NOT to be trusted"


@pytest.mark.parametrize(
    "change", [b"", b"\n", b"0 0 obj"], ids=["a flipped byte", "a line end", "an object"]
)
def test_an_altered_letter_is_refused(
    change: bytes, letter: Letter, run: Run, sample: Callable[[str], Path], identity: Identity, tmp_path: Path
) -> None:
    letter(sample("01"), "reviewer")
    path = tmp_path / "letter.pdf"
    data = bytearray(path.read_bytes())
    if change:
        data += change
    else:
        data[len(data) // 3] ^= 1
    path.write_bytes(data)
    assert run("verify", path, "--trust", identity("reviewer").with_suffix(".pem")).code == 1


def test_what_is_no_letter_fails_every_check_without_a_traceback(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"not a letter")
    ran = run("verify", path, "--json")
    assert ran.code == 1
    assert ran.result["good"] is False


@pytest.mark.parametrize(
    ("start", "role", "more", "words"),
    [
        ("16", "reviewer", ("--decision", "deny", "--reason", "x"), "only a physician"),
        ("11", "reviewer", (), "only a physician"),
        ("16", "physician", (), "decision: is required"),
        ("16", "physician", ("--decision", "deny"), "reason: is required"),
        ("01", "physician", ("--decision", "deny"), "reason: is required"),
        ("09", "physician", ("--decision", "approve", "--reason", "x"), "while criteria are open"),
        ("15", "physician", ("--decision", "approve", "--reason", "x"), "height and weight"),
        ("01", "physician", ("--decision", "approve_in_part", "--reason", "x"), "no part to leave out"),
        ("13", "physician", ("--decision", "approve", "--reason", "x"), "at most 1 cycle"),
    ],
)
def test_what_may_not_be_decided_is_refused_and_nothing_is_written(
    start: str,
    role: str,
    more: tuple[str, ...],
    words: str,
    letter: Letter,
    sample: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    ran = letter(sample(start), role, *more)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.glob("*.pdf")) == []
    assert list(tmp_path.glob(".dictamen*")) == []


@pytest.mark.parametrize(
    ("start", "role", "more", "outcome"),
    [
        ("11", "physician", (), "approve_in_part"),
        ("16", "physician", ("--decision", "deny", "--reason", "E1 reads CD22-negative."), "deny"),
        ("16", "physician", ("--decision", "approve", "--reason", "Compendium supports it."), "approve"),
        ("09", "reviewer", (), "pend"),
        ("01", "reviewer", ("--language", "en", "--large-print"), "approve"),
        ("01", "reviewer", ("--decision", "pend", "--reason", "The report is cut off."), "pend"),
    ],
)
def test_every_outcome_leaves_as_a_letter_that_verifies(
    start: str,
    role: str,
    more: tuple[str, ...],
    outcome: str,
    letter: Letter,
    run: Run,
    sample: Callable[[str], Path],
    identity: Identity,
    tmp_path: Path,
) -> None:
    ran = letter(sample(start), role, *more)
    assert ran.code == 0, ran.err
    assert ran.out.split()[0] == outcome
    trust = ("--trust", identity(role).with_suffix(".pem"))
    verified = run("verify", tmp_path / "letter.pdf", *trust)
    assert verified.code == 0, verified.out


def test_a_wrong_passphrase_and_what_is_no_identity_are_said(
    run: Run, identity: Identity, sample: Callable[[str], Path], tmp_path: Path, passphrase: Path
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the passphrase\n", encoding="utf-8")
    out = tmp_path / "letter.pdf"
    for identity_file, passphrase_file in ((identity("reviewer"), wrong), (sample("01"), passphrase)):
        ran = run(
            "letter",
            sample("01"),
            "--identity",
            identity_file,
            "--passphrase-file",
            passphrase_file,
            "--out",
            out,
        )
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"dictamen: {identity_file}: ")
        assert ran.err.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize("option", ["--identity", "--passphrase-file"])
def test_a_letter_never_replaces_what_it_is_made_from(
    option: str, run: Run, identity: Identity, sample: Callable[[str], Path], passphrase: Path
) -> None:
    files = {"--identity": identity("reviewer"), "--passphrase-file": passphrase}
    before = files[option].read_bytes()
    signed = [word for pair in files.items() for word in pair]
    ran = run("letter", sample("01"), *signed, "--out", files[option])
    assert (ran.code, ran.out) == (2, "")
    assert "choose another" in ran.err
    assert files[option].read_bytes() == before


def test_a_case_that_cannot_be_used_names_file_and_field(letter: Letter, tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text('{"format": "dictamen.case/1", "policy": "MP-RX-FP-12-23"}', encoding="utf-8")
    ran = letter(case, "reviewer")
    assert ran.code == 2
    assert ran.err.startswith(f"dictamen: {case}: request: ")


def test_an_identity_is_never_overwritten(run: Run, identity: Identity, passphrase: Path) -> None:
    path = identity("reviewer")
    before = path.read_bytes(), path.with_suffix(".pem").read_bytes()
    ran = run(
        "identity", "new", "--name", "Other", "--role", "physician", "--license", "L",
        "--passphrase-file", passphrase, "--out", path,
    )  # fmt: skip
    assert ran.code == 2
    assert "already" in ran.err
    assert (path.read_bytes(), path.with_suffix(".pem").read_bytes()) == before
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", "identity.pem"])
def test_an_identity_needs_a_name_beside_which_its_certificate_can_lie(
    name: str, run: Run, passphrase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(
        "identity", "new", "--name", "Other", "--role", "physician", "--license", "L",
        "--passphrase-file", passphrase, "--out", name,
    )  # fmt: skip
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("dictamen: --out: must name a file")
    assert list(tmp_path.iterdir()) == [passphrase]


def test_an_identity_needs_a_passphrase_of_some_length(run: Run, tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    short.write_text("short\n", encoding="utf-8")
    ran = run(
        "identity", "new", "--name", "A", "--role", "reviewer", "--license", "L",
        "--passphrase-file", short, "--out", tmp_path / "id.p12",
    )  # fmt: skip
    assert ran.code == 2
    assert ran.err.startswith("dictamen: passphrase: ")
    assert not (tmp_path / "id.p12").exists()
    assert not (tmp_path / "id.pem").exists()


# ---------------------------------------------------------------- copies, and letters that replace another


def test_the_copies_are_written_beside_the_letter_and_each_verifies(
    letter: Letter, run: Run, sample: Callable[[str], Path], identity: Identity, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    denied = ("--decision", "deny", "--reason", "I read it.", "--copies", folder)
    ran = letter(sample("16"), "physician", *denied)
    assert ran.code == 0
    number = ran.out.split()[1]
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{number}-member-es.pdf", f"{number}-prescriber-en.pdf"}
    for path in folder.iterdir():
        assert run("verify", path, "--trust", identity("physician").with_suffix(".pem")).code == 0


def test_the_end_of_a_form_s_approval_is_told_beside_the_notice(
    letter: Letter, sample: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoticeForm, "warning", lambda _, day: f"The approval ends soon after {day.year}.")
    denied = ("--decision", "deny", "--reason", "I read it.")
    assert letter(sample("16"), "physician", *denied).err == ""
    assert "ends soon" in letter(sample("16"), "physician", *denied, "--copy", "member").err


def test_copies_need_a_folder_that_is_there(
    letter: Letter, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    ran = letter(sample("01"), "reviewer", "--copies", tmp_path / "nowhere")
    assert ran.code == 2
    assert "--copies" in ran.err
    assert not (tmp_path / "letter.pdf").exists()


def test_a_letter_replaces_an_earlier_one_of_the_same_case_only(
    letter: Letter, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    assert letter(sample("01"), "reviewer").code == 0
    old = (tmp_path / "letter.pdf").rename(tmp_path / "old.pdf")
    assert letter(sample("01"), "reviewer", "--replaces", old).code == 0
    refused = letter(sample("02"), "reviewer", "--replaces", old)
    assert refused.code == 2
    assert "another case" in refused.err
    over = letter(sample("01"), "reviewer", "--replaces", tmp_path / "letter.pdf")
    assert "made from" in over.err
