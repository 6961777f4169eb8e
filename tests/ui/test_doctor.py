"""``dictamen doctor``: each lack is named with the command that mends it, and Qt is not imported."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import resources
from app.home import casebook_home, why_not_local
from ui import doctor
from ui.system_libraries import Library, install_command, missing, packages_of

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries to the system")
ABSENT = Library("libdictamen-absent.so.9", "libdictamen-absent9")


@pytest.fixture(autouse=True)
def whole_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine that lacks nothing, its shipped files and the casebook below the returned folder."""
    for kind, name, content in (
        ("fonts", "a.ttf", b"\x00\x01\x00\x00"),
        ("policies", "a.toml", b"number = 1"),
    ):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / name).write_bytes(content)
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    monkeypatch.setattr(doctor, "QT", ())
    monkeypatch.setenv("DICTAMEN_HOME", str(tmp_path / "home" / "casebook"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path


def lacks(capsys: pytest.CaptureFixture[str]) -> str:
    """What the doctor prints beside the things that are well, asserting that it counts them as lacking."""
    assert doctor.run() == 1
    return "\n".join(line for line in capsys.readouterr().out.splitlines() if not line.startswith("ok "))


def test_a_whole_machine_lacks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run() == 0
    *checks, verdict = capsys.readouterr().out.splitlines()
    assert all(line.startswith("ok ") for line in checks)
    assert verdict == "nothing needed is lacking"


def test_looking_leaves_the_casebook_folder_unmade(whole_machine: Path) -> None:
    doctor.run()
    assert not (whole_machine / "home").exists()


@on_linux
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "QT", (ABSENT, Library("libc.so.6", "libc6")))
    said = lacks(capsys)
    assert ABSENT.soname in said
    assert said.splitlines()[1].endswith("apt-get install -y libdictamen-absent9")
    assert "libc6" not in said


@on_linux
def test_a_missing_screen_is_told_but_the_command_line_needs_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert doctor.run() == 0
    assert "note     screen: no display" in capsys.readouterr().out


def test_another_pyside_than_the_pinned_one_is_lacking(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda name: "6.12.0" if name.startswith("PySide6") else found(name)
    )
    said = lacks(capsys)
    assert "PySide6-Essentials 6.12.0: 6.11.3 is needed" in said
    assert 'pip install "PySide6-Essentials==6.11.3"' in said


def test_a_package_that_is_not_installed_is_lacking(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        metadata, "requires", lambda _name: ["dictamen-absent==1.0", 'other; extra == "test"']
    )
    said = lacks(capsys)
    assert "dictamen-absent: is not installed" in said
    assert "other" not in said


@pytest.mark.parametrize(("kind", "name"), [("fonts", "a.ttf"), ("policies", "a.toml")])
def test_a_damaged_shipped_file_is_named(
    whole_machine: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    (whole_machine / kind / name).write_bytes(b"\xff= ]")
    assert f"{kind}: {name} cannot be read" in lacks(capsys)


@pytest.mark.parametrize("kind", ["fonts", "policies"])
def test_an_install_without_its_files_is_told(
    whole_machine: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    next((whole_machine / kind).iterdir()).unlink()
    assert f"{kind} (0): none in" in lacks(capsys)


def test_a_casebook_folder_that_is_a_file_is_told(
    whole_machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (whole_machine / "home").write_text("", "utf-8")
    assert "is no folder" in lacks(capsys)


def test_a_casebook_folder_that_is_write_protected_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.access", lambda _place, _mode: False)  # root may write everywhere
    assert "cannot be written to" in lacks(capsys)


def test_the_doctor_imports_no_qt() -> None:
    program = "import sys; from ui import doctor; doctor.run(); print('PySide6' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "False"


@on_linux
def test_libraries_that_the_loader_finds_are_not_missing() -> None:
    assert missing((Library("libc.so.6", "libc6"), ABSENT)) == [ABSENT]


def test_a_package_of_several_libraries_is_named_once() -> None:
    assert packages_of((ABSENT, Library("libother.so.1", "libother1"), ABSENT)) == [
        ABSENT.package,
        "libother1",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no apt-get there")
@pytest.mark.parametrize(
    ("user", "sudo", "start"),
    [(0, "/usr/bin/sudo", "apt-get "), (1000, "/usr/bin/sudo", "sudo apt-get "), (1000, None, "apt-get ")],
)
def test_sudo_is_named_to_those_who_have_and_need_it(
    monkeypatch: pytest.MonkeyPatch, user: int, sudo: str | None, start: str
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr("shutil.which", lambda _name: sudo)
    assert install_command(["libegl1"]) == f"{start}install -y libegl1"


def test_the_casebook_lies_where_dictamen_home_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert casebook_home() == tmp_path / "home" / "casebook"
    monkeypatch.delenv("DICTAMEN_HOME")
    usual = casebook_home()
    assert usual.name == "dictamen"
    for names_nothing in ("", " "):
        monkeypatch.setenv("DICTAMEN_HOME", names_nothing)
        assert casebook_home() == usual


@on_linux
@pytest.mark.parametrize(
    ("folder", "lack"),
    [("share/cases", "it lies on a network share"), ("share/local/cases", None), ("cases", None)],
)
def test_the_innermost_mount_decides_whether_a_folder_is_local(
    tmp_path: Path, folder: str, lack: str | None
) -> None:
    (tmp_path / "share" / "local").mkdir(parents=True)
    mounts = tmp_path / "mounts"
    lines = [
        "disk / ext4 rw 0 0",
        f"host:/x {tmp_path}/share nfs4 rw 0 0",
        f"disk {tmp_path}/share/local xfs rw 0 0",
    ]
    mounts.write_text("\n".join(lines), "utf-8")
    assert why_not_local(tmp_path / folder, mounts) == lack


def test_a_synced_folder_is_not_local(tmp_path: Path) -> None:
    assert why_not_local(tmp_path / "OneDrive - Clinic" / "cases") == "it lies in a synced folder (onedrive)"
