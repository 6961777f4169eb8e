"""``dictamen audit``: the list, the signed report, and its check."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pytest

import resources
from app.audit import COLUMNS, Period, audit_lines, csv_file, inert, period_of, why_not_export
from app.case import cover_of
from app.casebook import Casebook, EventKind
from app.casebook.file import FILE_NAME
from app.desk import add_case, open_case
from app.errors import InvalidInput
from app.people import Person, Role
from reports.wording import load_wording
from tests.app.desk_fixtures import (
    CHEAP,
    PASSPHRASE,
    PHYSICIAN,
    REVIEWER,
    WATCHER,
    make_casebook,
    sample_case,
    unlock,
)
from tests.ui.commands.conftest import Ran, Run

Ask = Callable[..., Ran]
TODAY = datetime.now().astimezone().date()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make_casebook(tmp_path / "home")
    with unlock(tmp_path / "home", REVIEWER) as casebook:
        saved = add_case(casebook, sample_case("01"))
        open_case(casebook, saved.case_id).answer("b_cell_all", value=False)
        casebook.record(EventKind.LETTER_PRINTED, case_id=saved.case_id, letter="=HYPERLINK(1)")
    return tmp_path / "home"


@pytest.fixture
def ask(run: Run, home: Path, tmp_path: Path) -> Ask:
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE)

    def _ask(command: str, *words: str | Path, user: str = WATCHER.name) -> Ran:
        return run("audit", command, *words, "--home", home, "--user", user, "--passphrase-file", secret)

    return _ask


def export(ask: Ask, *words: str | Path, **more: str) -> Ran:
    return ask("export", "--from", TODAY.isoformat(), "--to", TODAY.isoformat(), *words, **more)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_list_names_person_time_act_and_case_and_no_member(ask: Ask, home: Path, tmp_path: Path) -> None:
    ran = export(ask, "--csv", tmp_path / "trail.csv")
    assert ran.code == 0, ran.err
    found = rows(tmp_path / "trail.csv")
    assert tuple(found[0]) == COLUMNS
    acts = [row["action"] for row in found]
    assert acts[:3] == ["person added"] * 3
    assert acts[-1] == EventKind.PLAN_ADDED or "unlocked" in acts
    answered = next(row for row in found if row["action"] == "answered b_cell_all")
    assert answered["person"] == REVIEWER.name
    assert answered["what"].startswith("Answered: ")
    assert datetime.fromisoformat(answered["time"]) - datetime.fromisoformat(
        answered["time_utc"]
    ) < timedelta(1)
    whole = (tmp_path / "trail.csv").read_bytes()
    family = sample_case("01")["member"]["family_name"]  # type: ignore[index]  # a JSON object
    assert str(family).encode() not in whole
    assert (tmp_path / "trail.csv").stat().st_mode & 0o077 == 0
    with unlock(home, REVIEWER) as casebook:
        (exported,) = [line for line in casebook.trail() if line.action == EventKind.TRAIL_EXPORTED]
    assert (exported.actor, exported.detail["form"], exported.detail["entries"]) == (
        WATCHER.name, "csv", len(found),
    )  # fmt: skip


def test_members_are_named_only_when_they_are_asked_for(ask: Ask, tmp_path: Path) -> None:
    export(ask, "--csv", tmp_path / "trail.csv", "--with-members")
    named = {row["member"] for row in rows(tmp_path / "trail.csv") if row["case"]}
    member = sample_case("01")["member"]
    assert isinstance(member, dict)
    assert f"{member['family_name']}, {member['given_name']}" in named


def test_no_cell_acts_as_a_formula(ask: Ask, tmp_path: Path) -> None:
    export(ask, "--csv", tmp_path / "trail.csv")
    with (tmp_path / "trail.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t"}]
    assert inert("=1+1") == "'=1+1"
    assert [inert(cell) for cell in ("@x", "+1", "-1", "\tx", "plain", "")] == [
        "'@x", "'+1", "'-1", "'\tx", "plain", "",
    ]  # fmt: skip


def test_a_person_named_like_a_formula_is_made_inert(tmp_path: Path) -> None:
    person = Person("=cmd|' /C calc'!A0", Role.REVIEWER, "RN-1")
    with Casebook.create(tmp_path / "own", person, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as casebook:
        made = csv_file(audit_lines(casebook, Period(TODAY - timedelta(1), TODAY)))
    assert b"'=cmd" in made


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-02-30", "2026-03-01", "--from"),
        ("2026-03-01", "soon", "--to"),
        ("2026-03-02", "2026-03-01", "--to: must not be before"),
        ("2026-03-02", "9999-12-31", "--to"),
    ],
)
def test_days_that_cannot_be_used_are_one_line(
    ask: Ask, tmp_path: Path, first: str, last: str, said: str
) -> None:
    ran = ask("export", "--from", first, "--to", last, "--csv", tmp_path / "trail.csv")
    assert ran.code == 2
    assert said in ran.err
    assert not (tmp_path / "trail.csv").exists()


def test_a_day_begins_and_ends_by_the_local_clock() -> None:
    period = period_of("2026-11-24", "2026-11-24", timezone(timedelta(hours=-4)))
    assert period.since.astimezone(UTC) == datetime(2026, 11, 24, 4, tzinfo=UTC)
    assert period.until.astimezone(UTC) == datetime(2026, 11, 25, 4, tzinfo=UTC)
    with pytest.raises(InvalidInput):
        period_of("x", "y")


def test_only_administrators_and_quality_assurance_export(ask: Ask, home: Path, tmp_path: Path) -> None:
    refused = export(ask, "--csv", tmp_path / "trail.csv", user=PHYSICIAN.name)
    assert refused.code == 2
    assert "quality assurance exports" in refused.err
    assert not (tmp_path / "trail.csv").exists()
    with unlock(home, REVIEWER) as casebook:  # administers: the one who created the casebook
        assert why_not_export(casebook.person) is None
        assert EventKind.TRAIL_EXPORTED not in {line.action for line in casebook.trail()}
    assert export(ask, user=REVIEWER.name).err.startswith("dictamen: --csv: ")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_signed_report_stands_and_says_what_it_proves(ask: Ask, tmp_path: Path, language: str) -> None:
    target = tmp_path / "trail.pdf"
    ran = export(ask, "--pdf", target, "--language", language)
    assert ran.code == 0, ran.err
    told = text_of(target)
    words = load_wording(resources.path("audit", f"{language}.toml"))
    assert words.sentences["proof.title"] in told
    assert words.sentences["proof.who"].split(".")[0] in told.replace("\r\n", " ").replace("\n", " ")
    assert WATCHER.name in told
    with pikepdf.open(target) as pdf:
        facts = json.loads(pdf.attachments["audit.json"].get_file().read_bytes())
        listed = pdf.attachments["audit.csv"].get_file().read_bytes()
    assert facts["entries"] == listed.count(b"\r\n") - 1
    checked = ask("verify", target, "--json")
    assert checked.code == 0, checked.out
    assert all(check["passed"] for check in checked.result["checks"])  # type: ignore[attr-defined]  # a list


def test_a_changed_report_does_not_stand(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "trail.pdf"
    export(ask, "--pdf", target)
    whole = bytearray(target.read_bytes())
    for position in range(200, len(whole), len(whole) // 40):
        altered = bytearray(whole)
        altered[position] ^= 1
        target.write_bytes(altered)
        assert ask("verify", target).code == 1, position
    target.write_bytes(bytes(whole) + b"more")
    assert "FAILED" in ask("verify", target).out


def test_a_report_shows_that_an_older_copy_stands_in_the_casebooks_place(
    ask: Ask, home: Path, tmp_path: Path
) -> None:
    older = (home / FILE_NAME).read_bytes()
    target = tmp_path / "trail.pdf"
    export(ask, "--pdf", target)
    (home / FILE_NAME).write_bytes(older)
    ran = ask("verify", target)
    assert ran.code == 1
    assert "FAILED  entries in the casebook" in ran.out or "FAILED  casebook goes on" in ran.out


def test_a_report_of_another_casebook_does_not_fit(ask: Ask, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "trail.pdf"
    export(ask, "--pdf", target)
    make_casebook(tmp_path / "other")
    secret = tmp_path / "passphrase.txt"
    ran = run(
        "audit", "verify", target, "--home", tmp_path / "other", "--user", REVIEWER.name,
        "--passphrase-file", secret,
    )  # fmt: skip
    assert ran.code == 1
    assert "FAILED  signer trusted" in ran.out


def test_a_period_without_entries_is_told_as_such(ask: Ask, tmp_path: Path) -> None:
    words = ("--from", "2001-01-01", "--to", "2001-12-31", "--pdf", tmp_path / "none.pdf")
    assert ask("export", *words).code == 0
    assert "none in this period" in text_of(tmp_path / "none.pdf")
    assert ask("verify", tmp_path / "none.pdf").code == 0


def test_signs_that_cannot_be_printed_do_not_stop_a_report(ask: Ask, home: Path, tmp_path: Path) -> None:
    with unlock(home, REVIEWER) as casebook:
        casebook.save({"kind": "case", "format": "x"}, "病例-1")
    target = tmp_path / "trail.pdf"
    assert export(ask, "--pdf", target).code == 0
    assert "[U+75C5]" in text_of(target)


def test_the_words_of_the_report_are_the_same_in_both_languages() -> None:
    english, spanish = (load_wording(resources.path("audit", f"{name}.toml")) for name in ("en", "es"))
    assert english.sentences.keys() == spanish.sentences.keys()
    for key, sentence in english.sentences.items():
        holders = {part.split("}")[0] for part in sentence.split("{")[1:]}
        assert holders == {part.split("}")[0] for part in spanish.sentences[key].split("{")[1:]}, key
    assert date(2026, 11, 24)
