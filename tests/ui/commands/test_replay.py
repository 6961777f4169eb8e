import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.case import cover_of
from app.casebook import Casebook
from app.desk import open_case
from reports.issue import issue
from tests.app.desk_fixtures import CHEAP, PASSPHRASE, REVIEWER
from tests.app.policy_variants import variant_file
from tests.ui.commands.conftest import Ran, Run

REFRACTORY_ONLY = ('one_of = ["relapsed", "refractory"]', 'one_of = ["refractory"]')

Replay = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    Casebook.create(home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP).close()
    return home


@pytest.fixture
def unlocking(home: Path, passphrase: Path) -> tuple[str | Path, ...]:
    return "--home", home, "--user", REVIEWER.name, "--passphrase-file", passphrase


@pytest.fixture
def replay(
    run: Run, unlocking: tuple[str | Path, ...], sample: Callable[[str], Path], tmp_path: Path
) -> Replay:
    """Keep three samples, one of each kind of change, and replay them."""
    for start in ("01", "02", "07"):
        case = json.loads(sample(start).read_text(encoding="utf-8")) | {"case_id": f"C-{start}"}
        path = tmp_path / f"{start}.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        assert run("cases", "add", *unlocking, path).code == 0
    return lambda *words: run("replay", *unlocking, *words)


def test_replay_says_what_changes_and_sums_up(replay: Replay, tmp_path: Path) -> None:
    ran = replay("--policy", variant_file(tmp_path, REFRACTORY_ONLY))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "C-01: approve -> refer",
        "  A: met -> not_met",
        "  A.ii: met -> not_met",
        "  A.ii.A: met -> not_met",
        "  billing units: 35 -> none",
        "C-07: refer -> refer",
        "  A.ii.A: met -> not_met",
        "cases judged under MP-RX-FP-12-23 of 2024-05-09: 3; changed: 2; left out: 0",
        "approve -> refer: 1",
    ]


def test_replay_says_which_advisories_are_told_otherwise(replay: Replay, tmp_path: Path) -> None:
    words = ("The member is younger than 1 year", "The person is younger than 1 year")
    file = variant_file(tmp_path, ("label_age_years = 1\n", "label_age_years = 120\n"), words)
    ran = replay("--policy", file)
    assert ran.out.splitlines()[:4] == [
        "C-01: approve -> approve",
        "  advisory age_below_label: not told -> told",
        "C-02: approve -> approve",
        "  advisory age_below_label: not told -> told",
    ]
    assert "changed: 3" in ran.out
    cases = replay("--policy", file, "--json").result["cases"]
    assert isinstance(cases, list)
    (told,) = cases[0]["advisories"]
    assert (told["code"], told["then"]) == ("age_below_label", None)
    assert told["now"].startswith(words[1])


def test_replay_says_that_an_advisory_is_told_in_other_words_or_no_more(
    replay: Replay, run: Run, unlocking: tuple[str | Path, ...], sample: Callable[[str], Path], tmp_path: Path
) -> None:
    assert run("cases", "add", *unlocking, sample("29")).code == 0
    words = ("The member is younger than 1 year", "The person is younger than 1 year")
    told = replay("--policy", variant_file(tmp_path, words)).out.splitlines()
    assert "  advisory age_below_label: told -> told in other words" in told
    gone = replay("--policy", variant_file(tmp_path, ("label_age_years = 1\n", "label_age_years = 0\n")))
    assert "  advisory age_below_label: told -> not told" in gone.out.splitlines()


def test_replay_under_the_installed_policies_finds_nothing_new(replay: Replay) -> None:
    ran = replay()
    assert ran.out == "cases judged under the installed policies: 3; changed: 0; left out: 0\n"


def test_replay_as_json_holds_every_case_and_the_summary(replay: Replay, tmp_path: Path) -> None:
    result = replay("--policy", variant_file(tmp_path, REFRACTORY_ONLY), "--json").result
    assert result["format"] == "dictamen.replay/1"
    assert result["summary"] == {
        "cases": 3,
        "changed": 2,
        "left_out": 0,
        "recommendations": [{"then": "approve", "now": "refer", "cases": 1}],
    }
    cases = result["cases"]
    assert isinstance(cases, list)
    first = cases[0]
    assert (first["case_id"], first["changed"], first["outcome"]) == ("C-01", True, None)
    assert first["lines"][0] == {"id": "A", "then": "met", "now": "not_met"}
    assert (first["then"]["units"], first["now"]["units"]) == (35, None)
    assert first["then"]["revision"] == "2024-05-09"


def sign(home: Path, case_id: str) -> None:
    """Decide a case as recommended and keep its letter."""
    with Casebook.unlock(home, REVIEWER.name, PASSPHRASE, cover_of=cover_of) as casebook:
        work = open_case(casebook, case_id)
        case = {**work.record.case, "case_id": case_id}
        issued = issue(case, None, casebook.identity(PASSPHRASE), at=datetime(2026, 11, 24, 9, tzinfo=UTC))
        work.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf)


def test_a_decided_case_is_compared_with_its_signed_letter(
    replay: Replay, home: Path, tmp_path: Path
) -> None:
    sign(home, "C-01")
    cases = replay("--json").result["cases"]
    assert isinstance(cases, list)
    assert (cases[0]["outcome"], cases[0]["changed"]) == ("approve", False)
    assert cases[0]["then"] == cases[0]["now"]
    first = replay("--policy", variant_file(tmp_path, REFRACTORY_ONLY)).out.splitlines()[0]
    assert first == "C-01: approve -> refer, decided: approve"


@pytest.mark.parametrize("content", ["", "format = 1"])
def test_a_policy_file_that_cannot_be_used_is_said_in_one_line(
    replay: Replay, tmp_path: Path, content: str
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(content, encoding="utf-8")
    ran = replay("--policy", bad)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"dictamen: {bad}: format: ")
    assert ran.err.count("\n") == 1
