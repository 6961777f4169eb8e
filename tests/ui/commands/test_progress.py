"""The line that says how far a command is: on a terminal alone, and gone at the end."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path

import pytest

from app.casebook import verify
from tests.app.desk_fixtures import PASSPHRASE, REVIEWER, make_casebook, unlock
from tests.ui.commands.conftest import Run
from ui.commands.progress import progress_line


class Terminal(io.StringIO):
    """Standard error as a person's terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def watched() -> Iterator[Terminal]:
    """A person watches; what pytest captures is set aside."""
    with redirect_stderr(Terminal()) as terminal:
        yield terminal


def shown(written: str) -> str:
    """What stays in a terminal's line after what was written to it."""
    cells: list[str] = []
    for part in written.split("\r"):
        cells[: len(part)] = part
    return "".join(cells).rstrip()


def test_the_line_is_written_over_and_gone_at_the_end() -> None:
    with watched() as terminal, progress_line("checked, revision") as tell:
        tell(500)
        tell(12_000)
        assert shown(terminal.getvalue()) == "dictamen: checked, revision 12,000"
    assert shown(terminal.getvalue()) == ""


def test_the_line_is_gone_where_the_work_fails() -> None:
    def work() -> None:
        with progress_line("packed, case") as tell:
            tell(1)
            raise KeyboardInterrupt

    with watched() as terminal, pytest.raises(KeyboardInterrupt):
        work()
    assert "packed, case 1" in terminal.getvalue()
    assert shown(terminal.getvalue()) == ""


def test_a_pipe_gets_none(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_line("checked, revision") as tell:
        tell(500)
    assert capsys.readouterr().err == ""


@pytest.fixture
def kept(tmp_path: Path) -> list[str]:
    """The words that sign in to a casebook of one person."""
    make_casebook(tmp_path / "home")
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE)
    return ["--home", str(tmp_path / "home"), "--user", REVIEWER.name, "--passphrase-file", str(secret)]


def test_verifying_tells_how_far_it_is(run: Run, kept: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "_TELL_EVERY", 1)
    with watched() as terminal:
        assert run("cases", "verify", *kept).code == 0
    assert "checked, revision 2" in terminal.getvalue()
    assert shown(terminal.getvalue()) == ""


def test_packing_tells_how_far_it_is(run: Run, kept: list[str], tmp_path: Path) -> None:
    home = Path(kept[1])
    with unlock(home, REVIEWER) as casebook:
        casebook.sites.name("Norte")
        casebook.save({"case_id": "C-1"}, "C-1")
    make_casebook(tmp_path / "sur")
    with unlock(tmp_path / "sur", REVIEWER) as other, unlock(home, REVIEWER) as casebook:
        casebook.sites.trust(other.sites.name("Sur").site.card)
    with watched() as terminal:
        ran = run("cases", "pack", "--all-changed", "--to", "Sur", "--out", tmp_path / "parcel", *kept)
    assert ran.code == 0
    assert "packed, case 0" in terminal.getvalue()
    assert shown(terminal.getvalue()) == ""
