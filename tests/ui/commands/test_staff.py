"""People and keys from the command line."""

import json
from pathlib import Path

import pytest

from app.casebook import Casebook
from tests.ui.commands.conftest import Ran, Run

ADMIN, PHYSICIAN = "Marta Colón Demo", "Inés Peña Demo, MD"
WORDS = {"first": "four plain test words", "second": "seven blue lamps", "third": "olive river stone"}


class Home:
    """A casebook of two people, driven by commands."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run, self.folder, self._files = run, folder / "home", folder
        for name, words in WORDS.items():
            (folder / name).write_text(words + "\n", encoding="utf-8")
        self._add(ADMIN, "reviewer", "first")
        self._add(PHYSICIAN, "physician", "second", "--by", ADMIN, "--by-passphrase-file", self.file("first"))

    def file(self, name: str) -> Path:
        return self._files / name

    def _add(self, name: str, role: str, words: str, *more: str | Path) -> None:
        given = ("--role", role, "--license", "LIC-1", "--passphrase-file", self.file(words))
        ran = self._run("people", "add", name, *given, "--home", self.folder, *more)
        assert ran.code == 0, ran.err

    def __call__(self, *words: str | Path, user: str = ADMIN, by: str = "first") -> Ran:
        unlocking = ("--home", self.folder, "--user", user, "--passphrase-file", self.file(by))
        return self._run("people", *words, *unlocking)

    def use_recovery(self, name: str, new: str) -> Ran:
        files = ("--recovery-key-file", self.file("key"), "--new-passphrase-file", self.file(new))
        return self._run("people", "recovery", "use", name, "--home", self.folder, *files)

    def opens(self, user: str, by: str) -> bool:
        return self("list", user=user, by=by).code == 0


@pytest.fixture
def home(run: Run, tmp_path: Path) -> Home:
    return Home(run, tmp_path)


def test_a_person_changes_passphrase_and_name(home: Home) -> None:
    changed = home("passphrase", "--new-passphrase-file", home.file("third"), user=PHYSICIAN, by="second")
    assert (changed.code, changed.err) == (0, "")
    assert home.opens(PHYSICIAN, "third")
    assert not home.opens(PHYSICIAN, "second")
    assert home("rename", "Inés Peña Cruz Demo, MD", user=PHYSICIAN, by="third").code == 0
    assert home.opens("Inés Peña Cruz Demo, MD", "third")
    assert f"before: {PHYSICIAN}" in home("list").out


def test_an_administrator_changes_role_resets_and_retires(home: Home) -> None:
    assert home("role", PHYSICIAN, "--role", "reviewer", "--administers", "yes").code == 0
    assert home("reset", PHYSICIAN, "--new-passphrase-file", home.file("third")).code == 0
    assert home.opens(PHYSICIAN, "third")
    retired = home("retire", PHYSICIAN)
    assert retired.code == 0, retired.err
    assert "new data key" in retired.out
    assert not home.opens(PHYSICIAN, "third")
    assert [person["name"] for person in json.loads(home("list", "--json").out)] == [ADMIN]
    (_, left) = json.loads(home("list", "--all", "--json").out)
    assert left["name"] == PHYSICIAN
    assert left["retired"] is not None


def test_a_new_data_key_or_what_was_begun_given_up(home: Home) -> None:
    ran = home("rekey")
    assert ran.code == 0, ran.err
    assert "revisions were sealed anew" in ran.out
    assert home.opens(PHYSICIAN, "second")
    refused = home("rekey", "--undo")
    assert (refused.code, refused.err) == (2, "dictamen: nothing was begun towards a new key\n")


def test_an_interrupted_new_key_changes_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    from app.casebook import rekey  # noqa: PLC0415  # patched below

    monkeypatch.setattr(rekey, "exchange_tables", interrupt)
    ran = home("rekey")
    assert (ran.code, ran.out) == (1, "interrupted: the casebook keeps its key, nothing was changed\n")
    with Casebook.unlock(home.folder, ADMIN, WORDS["first"]) as book:
        assert book.rekey.begun() is None
        assert book.verify() == []


def test_the_recovery_key_is_printed_once_used_and_revoked(home: Home) -> None:
    made = home("recovery", "make")
    assert made.code == 0
    assert "cannot be shown again" in made.err
    home.file("key").write_text(made.out.lower(), encoding="utf-8")
    assert home.use_recovery(PHYSICIAN, "third").code == 2
    used = home.use_recovery(ADMIN, "third")
    assert used.code == 0, used.err
    assert home.opens(ADMIN, "third")
    assert home("recovery", "revoke", by="third").code == 0
    assert "replaced or revoked" in home.use_recovery(ADMIN, "first").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("retire", ADMIN), "--keep-key: is required to retire yourself"),
        (("retire", ADMIN, "--keep-key"), "name: belongs to the last person who administers"),
        (("retire", "Nobody Demo"), "name: must be that of somebody who is let in"),
        (("role", PHYSICIAN), "--role: or --administers is required"),
        (("role", PHYSICIAN, "--role", "physician"), "role: must be another than before"),
        (
            ("reset", ADMIN, "--new-passphrase-file", "third"),
            "your own passphrase is changed with the old one",
        ),
        (("rename", PHYSICIAN), "name: belongs to somebody who is let in already"),
        (("passphrase", "--new-passphrase-file", "first"), "passphrase: must be another than before"),
        (
            ("passphrase", "--new-passphrase-file", "weak"),
            "passphrase: must be harder to guess: it is built on",
        ),
        (("recovery", "revoke"), "there is no recovery key"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(home: Home, words: tuple[str, ...], told: str) -> None:
    home.file("weak").write_text("password1\n", encoding="utf-8")
    ran = home(*(home.file(word) if word in {*WORDS, "weak"} else word for word in words))
    assert ran.code == 2
    assert ran.err.startswith(f"dictamen: {told}")
    assert ran.err.count("\n") == 1
    assert home.opens(ADMIN, "first")


def test_only_who_administers_changes_others(home: Home) -> None:
    for words in (
        ("retire", ADMIN),
        ("rekey",),
        ("recovery", "make"),
        ("role", ADMIN, "--administers", "no"),
    ):
        ran = home(*words, user=PHYSICIAN, by="second")
        assert (ran.code, "administers the casebook" in ran.err) == (2, True)


def test_a_weak_passphrase_is_accepted_and_warned_of(home: Home) -> None:
    home.file("fair").write_text("correct horse\n", encoding="utf-8")
    ran = home("passphrase", "--new-passphrase-file", home.file("fair"))
    assert ran.code == 0
    assert "fair, not strong" in ran.err
    assert "correct" not in ran.err + ran.out


def test_guessing_waits_also_between_commands(home: Home) -> None:
    for _ in range(3):
        assert home("list", by="third").code == 2
    waiting = home("list")
    assert waiting.code == 2
    assert "another 2 seconds" in waiting.err or "another 1 seconds" in waiting.err
