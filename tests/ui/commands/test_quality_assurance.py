"""Quality assurance reads everything from the command line and changes nothing."""

import io
import json
from pathlib import Path

import pytest

from app.attachments import FileType
from app.casebook.holds import HoldReason
from app.desk import add_case, open_case
from app.retention import retention_of
from tests.app.desk_fixtures import (
    PASSPHRASE,
    PHYSICIAN,
    REVIEWER,
    WATCHER,
    make_casebook,
    sample_case,
    unlock,
)
from tests.ui.commands.conftest import Ran, Run

READING = {"unlocked", "opened the case", "read the history", "checked the casebook"}
SHELF = {"plan file added", "policy file added", "shelf recorded"}
PDF = b"%PDF-1.7\n%invented\n"


class Place:
    """A casebook of two cases and a file, and the words of quality assurance."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run = run
        self.folder = folder
        self.home = folder / "home"
        make_casebook(self.home)
        for name, words in (("passphrase", PASSPHRASE), ("other", "three blue lamps and a boat")):
            (folder / name).write_text(words)
        (folder / "case.json").write_bytes(json.dumps(sample_case("02")).encode())
        (folder / "file.pdf").write_bytes(PDF)
        with unlock(self.home, REVIEWER) as casebook:
            self.case_id = add_case(casebook, sample_case("01")).case_id
            content = casebook.attachments.keep(io.BytesIO(PDF))
            open_case(casebook, self.case_id).files.attach(content, "file.pdf", FileType.PDF)
            casebook.sites.name("Norte")
            casebook.sites.trust(self._card_of("Sur"))
            retention_of(casebook).holds.hold(self.case_id, HoldReason.AUDIT)
        (folder / "card").write_text(self._card_of("Este"))

    def __call__(self, *words: str | Path) -> Ran:
        signing_in = (
            "--home",
            self.home,
            "--user",
            WATCHER.name,
            "--passphrase-file",
            self.folder / "passphrase",
        )
        return self._run(*words, *signing_in)

    def _card_of(self, name: str) -> str:
        home = self.folder / name
        make_casebook(home)
        with unlock(home, REVIEWER) as casebook:
            return casebook.sites.name(name).site.card

    def acts(self) -> list[str]:
        with unlock(self.home, PHYSICIAN) as casebook:
            return [line.action for line in casebook.trail()]


@pytest.fixture
def place(run: Run, tmp_path: Path) -> Place:
    return Place(run, tmp_path)


CHANGING = (
    "cases add {folder}/case.json",
    "cases attach {case} {folder}/file.pdf",
    "cases detach {case} A1",
    "cases pack --all-changed --to Sur --out {folder}/parcel",
    "cases unpack {folder}/parcel",
    "cases have --for Sur --out {folder}/list",
    "retention propose --all",
    "retention withdraw P-000000",
    "retention hold {case} --reason audit",
    "retention release {case}",
    "site name Sur",
    "site trust {folder}/card",
    "site drop Sur",
    "site renew",
    "people role {other} --role reviewer",
    "people reset {other} --new-passphrase-file {folder}/other",
    "people retire {other}",
    "people rekey",
    "people recovery make",
    "people recovery revoke",
    "backup schedule --to {folder}",
)


@pytest.mark.parametrize("words", CHANGING)
def test_it_is_refused_what_changes_anything(place: Place, words: str) -> None:
    before = place.acts()
    names = {"folder": place.folder, "case": place.case_id, "other": PHYSICIAN.name}
    filled = [word.format_map(names) for word in words.split(" ")]
    ran = place(*filled)
    assert ran.code == 2, ran.out
    assert len(ran.err.splitlines()) == 1
    assert any(told in ran.err for told in ("uality assurance", "administer", "physician")), ran.err
    assert set(place.acts()[len(before) :]) <= READING | {
        "plan file added",
        "policy file added",
        "shelf recorded",
    }
    assert not (place.folder / "parcel").exists()
    assert not (place.folder / "list").exists()


LOOKING = (
    "cases list",
    "cases show {case}",
    "cases history {case}",
    "cases attachments {case}",
    "cases verify",
    "retention list",
    "site list",
    "people list",
)


@pytest.mark.parametrize("words", LOOKING)
def test_it_reads_everything(place: Place, words: str) -> None:
    assert place(*(word.format(case=place.case_id) for word in words.split(" "))).code == 0
