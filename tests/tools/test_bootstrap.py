"""The set-up: what it does again, what it leaves, and what it says when it cannot go on."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.tools import bootstrap, machine

Run = Callable[..., int]


@pytest.fixture
def checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout with a lock file and an empty virtual environment."""
    venv = tmp_path / ".venv"
    venv.mkdir()
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name, "utf-8")
    for name, place in (
        ("ROOT", tmp_path),
        ("VENV", venv),
        ("PYTHON", venv / "python"),
        ("STAMP", venv / "stamp"),
        ("UNFINISHED", venv / "unfinished"),
    ):
        monkeypatch.setattr(bootstrap, name, place)
    return tmp_path


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command lines that the set-up would run; each succeeds."""
    lines: list[str] = []

    def run(command: Sequence[str | Path], **_options: object) -> int:
        lines.append(" ".join(map(str, command)))
        return 0

    monkeypatch.setattr(bootstrap, "run", run)
    return lines


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What apt-get is asked for, on a Debian whose user is root and whose package lists are there."""
    asked: list[str] = []
    (tmp_path / "mirror_Packages.lz4").touch()
    monkeypatch.setattr(machine, "APT_LISTS", tmp_path)
    monkeypatch.setattr(machine, "_root_rights", list)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    def apt_get(_rights: Sequence[str], action: str, *_packages: str) -> bool:
        asked.append(action)
        return True

    monkeypatch.setattr(machine, "_apt_get", apt_get)
    return asked


def lack(monkeypatch: pytest.MonkeyPatch, *answers: tuple[list[str], list[str]]) -> None:
    """Let the machine lack these packages (needed, and for a window), one pair per look."""
    looks = iter(answers)
    monkeypatch.setattr(machine, "_system_packages", lambda **_for: next(looks))


def install() -> None:
    machine.install_system_packages(for_venv=True, for_tests=True)


@pytest.mark.usefixtures("checkout")
def test_packages_are_installed_once(ran: list[str]) -> None:
    bootstrap.install_packages()
    assert [line for line in ran if "--require-hashes" in line]
    assert ran[-1].endswith("--no-build-isolation --no-deps -e .")
    ran.clear()
    bootstrap.install_packages()
    assert ran == []


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_change_of_what_is_asked_for_installs_again(checkout: Path, ran: list[str], changed: str) -> None:
    bootstrap.install_packages()
    ran.clear()
    (checkout / changed).write_text("other", "utf-8")
    bootstrap.install_packages()
    assert ran


def test_an_environment_is_kept_when_it_works_and_remade_when_not(checkout: Path, ran: list[str]) -> None:
    bootstrap.make_venv()
    assert "-m venv --clear" in ran[-1]
    (checkout / ".venv" / "python").touch()
    bootstrap.make_venv()
    assert "venv" not in ran[-1].partition("-c ")[2]


@pytest.mark.usefixtures("ran")
def test_an_interrupted_installation_is_begun_afresh(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / ".venv" / "python").touch()
    assert bootstrap._venv_works()
    monkeypatch.setattr(bootstrap, "run", lambda *_command, **_options: 1)
    with pytest.raises(machine.Failure, match="pip could not install"):
        bootstrap.install_packages()
    monkeypatch.setattr(bootstrap, "run", lambda *_command, **_options: 0)
    assert not bootstrap._venv_works()


@pytest.mark.usefixtures("ran")
def test_an_environment_of_a_moved_checkout_is_remade(checkout: Path) -> None:
    (checkout / ".venv" / "python").touch()
    (checkout / ".venv" / "stamp").write_text("/elsewhere\n", "utf-8")
    assert not bootstrap._venv_works()


def test_the_checks_go_on_after_a_failure_and_name_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "run", lambda command, **_: int("mypy" in command))
    asked = bootstrap._parser().parse_args(["test"])
    assert bootstrap.test(asked) == 1
    said = capsys.readouterr().out
    assert "pytest: ok" in said
    assert said.endswith("failed: mypy\n")


def test_a_failing_demo_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "set_up", lambda _command: None)
    monkeypatch.setattr(bootstrap, "run", lambda *_command, **_: 3)
    assert bootstrap.main(["demo"]) == 1
    assert "ended with status 3" in capsys.readouterr().out


def test_a_whole_machine_is_left_alone(monkeypatch: pytest.MonkeyPatch, apt: list[str]) -> None:
    lack(monkeypatch, ([], []))
    install()
    assert apt == []


def test_missing_packages_are_installed_without_an_update(
    monkeypatch: pytest.MonkeyPatch, apt: list[str]
) -> None:
    lack(monkeypatch, (["libegl1"], ["libxcb1"]), ([], []))
    install()
    assert apt == ["install"]


def test_a_machine_without_package_lists_is_updated_first(
    monkeypatch: pytest.MonkeyPatch, apt: list[str], tmp_path: Path
) -> None:
    (tmp_path / "mirror_Packages.lz4").unlink()
    lack(monkeypatch, (["libegl1"], []), ([], []))
    install()
    assert apt == ["update", "install"]


def test_what_stays_missing_after_installing_is_named(
    monkeypatch: pytest.MonkeyPatch, apt: list[str]
) -> None:
    lack(monkeypatch, (["libegl1", "libgl1"], []), (["libegl1"], []))
    with pytest.raises(machine.Failure, match="libegl1: installed, and yet"):
        install()
    assert apt == ["install"]


def test_without_root_the_command_is_printed(monkeypatch: pytest.MonkeyPatch, apt: list[str]) -> None:
    monkeypatch.setattr(machine, "_root_rights", lambda: None)
    lack(monkeypatch, (["libegl1"], []))
    with pytest.raises(machine.Failure, match=r"\n(sudo )?apt-get install -y libegl1$") as stopped:
        install()
    assert stopped.value.status == 2
    assert apt == []


def test_without_root_a_missing_window_library_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, apt: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "_root_rights", lambda: None)
    lack(monkeypatch, ([], ["libxcb1"]))
    install()
    assert "Before a window can open" in capsys.readouterr().out
    assert apt == []


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 10, 9, "final", 0))
    with pytest.raises(machine.Failure, match=r"needs Python 3\.11 or newer; this is 3\.10\.9"):
        machine.refuse_unfit_python()


def test_a_python_without_a_needed_module_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "NEEDED_MODULES", ("zlib", "dictamen_absent"))
    with pytest.raises(machine.Failure, match="built without dictamen_absent"):
        machine.refuse_unfit_python()
