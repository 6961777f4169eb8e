"""Where the casebook lies: which file system holds a folder, on Linux and on macOS."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import home

MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//ana@server.local/Clinic%20on%20call on /Volumes/Clinic on call (smbfs, nodev, nosuid, mounted by ana)
server:/export on /Volumes/nfs share (nfs, nodev, nosuid)
/dev/disk4s1 on /Volumes/Backup (2) (exfat, local, nodev, nosuid)
https://cloud.example/dav/ on /Volumes/dav (webdav, nodev, noexec, nosuid, mounted by ana)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/ana/Library", "apfs"),
        ("/System/Volumes/Data/Users/ana", "apfs"),
        ("/Volumes/Clinic on call/dictamen", "smbfs"),
        ("/Volumes/nfs share", "nfs"),
        ("/Volumes/Backup (2)/dictamen", "exfat"),
        ("/Volumes/dav/cases", "webdav"),
        ("/Volumes/Clinic", "apfs"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="paths of POSIX")
def test_what_the_command_of_macos_says_is_read(folder: str, kind: str) -> None:
    assert home.file_system(Path(folder), home.mounted_on_a_mac(MAC)) == kind


def test_a_network_share_on_macos_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = f"/dev/disk1 on / (apfs, local)\n//a@b/c on {tmp_path.resolve()} (smbfs, nodev)\n".encode()

    def answer(command: list[str], **_how: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, told)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", answer)
    assert home.why_not_local(tmp_path / "cases") == "it lies on a network share"
    assert home.why_not_local(tmp_path.parent) is None


def test_a_mac_whose_command_cannot_be_asked_is_taken_for_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_how: object) -> None:
        raise subprocess.TimeoutExpired("mount", 5)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", fail)
    assert home.why_not_local(tmp_path) is None
