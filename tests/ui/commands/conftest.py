"""Running commands in this process, and the people and files they need."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from app.people import Person
from tests.app.desk_fixtures import make_casebook
from ui.main import main


class Ran:
    """One command's exit code and what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def result(self) -> dict[str, object]:
        """Standard output as one JSON object."""
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value

    @property
    def results(self) -> list[dict[str, object]]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``dictamen`` with these words."""

    def _run(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return _run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a casebook with a reviewer, who administers it, a physician and a QA reader."""
    make_casebook(tmp_path / "home")
    return tmp_path / "home"


SignedIn = Callable[[str, Person], Run]


@pytest.fixture
def signed_in(run: Run, home: Path, passphrase: Path) -> SignedIn:
    """Commands of one group, run by one of the casebook's people."""

    def _signed_in(group: str, person: Person) -> Run:
        way_in = ("--home", home, "--user", person.name, "--passphrase-file", passphrase)
        return lambda *words: run(group, *words, *way_in)

    return _signed_in


@pytest.fixture
def sample() -> Callable[[str], Path]:
    """A shipped sample by the start of its file name."""

    def _sample(start: str) -> Path:
        return next(iter(sorted(resources.path("samples").glob(f"{start}*.json"))))

    return _sample


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """A passphrase file."""
    path = tmp_path / "passphrase.txt"
    path.write_text("correct horse battery\n", encoding="utf-8")
    return path


Identity = Callable[[str], Path]


@pytest.fixture
def identity(run: Run, passphrase: Path, tmp_path: Path) -> Identity:
    """A signing identity of a role; its certificate lies beside it as .pem."""

    def _identity(role: str) -> Path:
        out = tmp_path / f"{role}.p12"
        if not out.exists():
            ran = run(
                "identity", "new", "--name", f"Sample {role}", "--role", role, "--license", "LIC-000",
                "--passphrase-file", passphrase, "--out", out,
            )  # fmt: skip
            assert ran.code == 0, ran.err
        return out

    return _identity
