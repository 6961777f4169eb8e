"""``dictamen site``, and ``cases pack``, ``unpack``, ``have`` and ``settle``."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.desk import add_case, open_case
from tests.app.desk_fixtures import PASSPHRASE, REVIEWER, WATCHER, make_casebook, sample_case, unlock
from tests.ui.commands.conftest import Ran, Run

Ask = Callable[..., Ran]


@pytest.fixture
def homes(tmp_path: Path) -> dict[str, Path]:
    found = {name: tmp_path / name for name in ("norte", "sur")}
    for home in found.values():
        make_casebook(home)
    return found


@pytest.fixture
def ask(run: Run, homes: dict[str, Path], tmp_path: Path) -> Ask:
    """Runs a command at a site."""
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE)

    def _ask(site: str, *words: str | Path, user: str = REVIEWER.name) -> Ran:
        return run(*words, "--home", homes[site], "--user", user, "--passphrase-file", secret)

    return _ask


@pytest.fixture
def partners(ask: Ask, tmp_path: Path) -> Path:
    """Both sites have a name and know each other; gives the folder of their files."""
    for site in ("norte", "sur"):
        assert ask(site, "site", "name", f"Clínica {site.title()}").code == 0
        assert ask(site, "site", "show", "--out", tmp_path / f"{site}.txt").code == 0
    for site, other in (("norte", "sur"), ("sur", "norte")):
        told = json.loads(ask(other, "site", "list", "--json").out)["own"]["fingerprint"]
        words = ("site", "trust", tmp_path / f"{other}.txt", "--fingerprint", told.lower().replace("-", " "))
        assert ask(site, *words).code == 0
    return tmp_path


@pytest.fixture
def case_id(homes: dict[str, Path]) -> str:
    with unlock(homes["norte"], REVIEWER) as casebook:
        return add_case(casebook, sample_case("01")).case_id


def send(ask: Ask, folder: Path, number: int = 1, *, back: bool = False) -> Ran:
    """Pack at one site and unpack at the other; gives what unpacking said."""
    here, there, name = ("sur", "norte", "Norte") if back else ("norte", "sur", "Sur")
    parcel = folder / f"{here}-{number}"
    packed = ask(here, "cases", "pack", "--to", f"Clínica {name}", "--all-changed", "--out", parcel)
    assert packed.code == 0, packed.err
    return ask(there, "cases", "unpack", parcel)


def change(home: Path, case_id: str, weight: int) -> None:
    with unlock(home, REVIEWER) as casebook:
        open_case(casebook, case_id).set("measurements.weight_kg", weight)


def test_a_card_tells_the_site_and_can_be_compared(ask: Ask, tmp_path: Path) -> None:
    none = ask("norte", "site", "show")
    assert (none.code, none.out) == (2, "")
    assert "dictamen site name" in none.err
    ask("norte", "site", "name", "Clínica Norte")
    card = ask("norte", "site", "show").out
    assert card.splitlines()[:2] == ["Dictamen site card 1", "Name: Clínica Norte"]
    fingerprint = card.splitlines()[-1].removeprefix("Fingerprint: ")
    assert [len(group) for group in fingerprint.split("-")] == [4] * 6
    source = tmp_path / "card.txt"
    source.write_text(card.replace("Clínica", "Clinica"))
    refused = ask("sur", "site", "trust", source)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert f"{source}: card: must be a site card, whole and unchanged" in refused.err
    source.write_bytes(b"\xff" * 10_000)
    assert "a short text file" in ask("sur", "site", "trust", source).err
    source.write_text(card.replace("\n", "\r\n"))
    wrong = ask("sur", "site", "trust", source, "--fingerprint", "2222-2222-2222-2222-2222-2222")
    assert (wrong.code, "is another than the card's" in wrong.err) == (2, True)
    assert ask("sur", "site", "trust", source, user=WATCHER.name).code == 2
    entered = ask("sur", "site", "trust", source)
    assert entered.out.splitlines()[0] == f"entered Clínica Norte, fingerprint {fingerprint}"
    assert "telephone" in entered.out
    assert ask("sur", "site", "drop", "Clínica Norte").code == 0
    assert ask("sur", "site", "list").out == "no other site was entered\n"


def test_cases_go_there_and_come_back(ask: Ask, partners: Path, homes: dict[str, Path], case_id: str) -> None:
    took = send(ask, partners)
    assert (took.code, took.err) == (0, "")
    assert took.out.splitlines()[0] == f"took {case_id} 1"
    again = ask("sur", "cases", "unpack", partners / "norte-1")
    assert (again.code, again.out.startswith("nothing new: this parcel of Clínica Norte was unpacked ")) == (
        0,
        True,
    )
    change(homes["sur"], case_id, 80)
    assert f"took {case_id} 1" in send(ask, partners, back=True).out
    words = ("cases", "pack", "--to", "Clínica Sur", "--all-changed", "--out", partners / "none")
    assert ask("norte", *words).out == "nothing to pack: Clínica Sur has everything already\n"
    assert not (partners / "none").exists()
    history = ask("norte", "cases", "history", case_id).out
    assert f"{REVIEWER.name} (Clínica Sur)  Changed: Weight" in history
    assert "(saved there " in history
    for site in homes:
        assert ask(site, "cases", "verify").out == "the casebook is whole\n"


def test_two_versions_are_shown_and_settled(
    ask: Ask, partners: Path, homes: dict[str, Path], case_id: str
) -> None:
    send(ask, partners)
    change(homes["norte"], case_id, 80)
    change(homes["sur"], case_id, 81)
    took = send(ask, partners, 2)
    assert took.code == 1
    assert f"cases settle {case_id}" in took.out
    assert "2 versions, to be settled" in ask("sur", "cases", "list").out
    shown = ask("sur", "cases", "settle", case_id)
    assert shown.code == 1
    assert "(case.measurements.weight_kg)\n  1: 81\n  2: 80\n" in shown.out
    told = json.loads(ask("sur", "cases", "settle", case_id, "--json").out)
    assert [side["site"] for side in told["versions"]] == [None, "Clínica Norte"]
    for words, said in (
        (("--part", "case.measurements.weight_kg=2"), "--take: is required"),
        (("--take", "1", "--part", "weight"), "--part: must be PATH=N"),
        (("--take", "3"), "version: must be 1 to 2"),
    ):
        refused = ask("sur", "cases", "settle", case_id, *words)
        assert (refused.code, said in refused.err, refused.err.count("\n")) == (2, True, 1)
    words = ("--take", "1", "--part", "case.measurements.weight_kg=2")
    assert ask("sur", "cases", "settle", case_id, *words).out == f"settled {case_id} 4\n"
    assert "measurements" in ask("sur", "cases", "show", case_id).out
    with unlock(homes["sur"], REVIEWER) as casebook:
        assert open_case(casebook, case_id).record.case["measurements"] == {
            **dict(sample_case("01"))["measurements"],  # type: ignore[dict-item]  # a table
            "weight_kg": 80,
        }
    assert ask("sur", "cases", "settle", case_id).code == 2


def test_what_is_missing_is_asked_for(ask: Ask, partners: Path, homes: dict[str, Path], case_id: str) -> None:
    send(ask, partners)
    send(ask, partners, 2)
    change(homes["sur"], case_id, 81)
    send(ask, partners, 1, back=True)
    change(homes["norte"], case_id, 82)
    card = partners / "sur.txt"
    with unlock(homes["sur"], REVIEWER) as casebook:
        key = casebook.sites.require_own().key
    lost = homes["sur"] = partners / "lost"
    make_casebook(lost)
    ask("sur", "site", "trust", partners / "norte.txt")
    _give_key(lost, key)
    assert card.exists()
    refused = send(ask, partners, 3)
    assert refused.code == 2
    assert "builds on earlier revisions of 1 case" in refused.err
    want = partners / "norte-3.want"
    assert str(want) in refused.err
    parcel = partners / "norte-4"
    words = ("cases", "pack", "--to", "Clínica Sur", "--case", case_id, "--have", want, "--out", parcel)
    assert ask("norte", *words).code == 0
    assert ask("sur", "cases", "unpack", parcel).out.splitlines()[0] == f"took {case_id} 3"
    listed = partners / "list"
    assert ask("sur", "cases", "have", "--for", "Clínica Norte", "--out", listed).code == 0
    rest = (
        "cases",
        "pack",
        "--to",
        "Clínica Sur",
        "--all-changed",
        "--have",
        listed,
        "--out",
        partners / "x",
    )
    assert ask("norte", *rest).out.startswith("nothing to pack")


def _give_key(home: Path, key: bytes) -> None:
    """The keys of a site, as they are in a casebook that was restored from a backup."""
    with unlock(home, REVIEWER) as casebook, casebook._file.transaction():
        document = {**casebook.sites._document(), "own": {"name": "Clínica Sur", "key": key.hex()}}
        casebook.sites._save(document, "site named", casebook.sites.trusted()[0])


def test_what_cannot_be_done_is_said_in_one_line(
    ask: Ask, partners: Path, homes: dict[str, Path], case_id: str
) -> None:
    parcel = partners / "parcel"
    for site, words, said in (
        ("norte", ("pack", "--to", "Clínica Este", "--case", case_id, "--out", parcel), "site: must be one"),
        ("norte", ("pack", "--to", "Clínica Sur", "--case", "C-9", "--out", parcel), "holds no case"),
        ("norte", ("pack", "--to", "Clínica Sur", "--out", parcel), "--all-changed"),
        ("sur", ("unpack", parcel), "cannot be read"),
        ("sur", ("unpack", partners / "sur.txt"), "is not a parcel of Dictamen"),
        ("sur", ("settle", case_id), "holds no case"),
    ):
        refused = ask(site, "cases", *words)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1), words
        assert said in refused.err
        assert not parcel.exists()
    watched = ask("sur", "cases", "unpack", parcel, user=WATCHER.name)
    assert "quality assurance" in watched.err
    with Casebook.unlock(homes["sur"], REVIEWER.name, PASSPHRASE) as casebook:
        assert casebook.worklist() == []
