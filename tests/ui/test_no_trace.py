"""Twenty-five planted strings go through command line and app, and are found nowhere that these write."""

import base64
import gzip
import json
import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

import resources
from app.case_json import parse_json
from app.casebook import Casebook
from app.people import Person, Role
from app.route import Page
from tests.tools.disk_record import available
from tests.ui.shell import CHEAP, Shell
from tests.ui.traces import found_in, holds
from ui import defects

PLANTED = [f"Plantedzq{letter}{letter.lower()}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"]
REVIEWER = Person(PLANTED[0], Role.REVIEWER, PLANTED[1])
PHYSICIAN = Person(PLANTED[2], Role.PHYSICIAN, PLANTED[3])
PASSPHRASE, OTHER_PASSPHRASE, WRONG = (f"{PLANTED[n]} of four words" for n in (4, 5, 6))
CASE_ID = PLANTED[7]

# A defect in the middle of the work, with a member's data in hand, in its message and in its frames.
DEFECT = """
import sys
from ui.commands import cases
from ui.main import main
def defect(casebook, document):
    raise RuntimeError(f"cannot keep {document}")
cases.add_case = defect
sys.exit(main(sys.argv[1:]))
"""

# The end of the process by a fault in its memory, while the case is open.
FAULT = """
import ctypes, faulthandler, pathlib, sys
faulthandler.enable()
from app.casebook import Casebook
book = Casebook.unlock(pathlib.Path(sys.argv[1]), sys.argv[2], sys.stdin.read())
stored = book.get(sys.argv[3])
ctypes.string_at(0)
"""


# A kill in the middle of a save: what it has written lies there, in the file and in the journal.
KILLED = """
import pathlib, sys
from app.casebook import Casebook
from tests.tools.cut_off import Fault, Obstacle
from tests.tools.disk_record import watching
home, name, case_id = sys.argv[1:]
passphrase = sys.stdin.read()
stored = Casebook.unlock(pathlib.Path(home), name, passphrase).get(case_id)
obstacle = Obstacle(Fault.KILLED, 12)
with watching(obstacle), Casebook.unlock(pathlib.Path(home), name, passphrase) as book:
    book.save(stored.document, case_id, stored.rev)
"""


def planted_case() -> dict[str, object]:
    """A shipped sample with everything that tells of a person replaced."""
    file = next(iter(sorted(resources.path("samples").glob("01*.json"))))
    case = parse_json(file.read_text(encoding="utf-8"))
    assert isinstance(case, dict)
    case |= {"case_id": CASE_ID, "title": PLANTED[8]}
    case["member"] |= {
        "member_id": PLANTED[9],
        "given_name": PLANTED[10],
        "family_name": PLANTED[11],
        "address": PLANTED[12:15],
    }
    case["prescriber"]["name"] = PLANTED[15]
    for entry, title in zip(case["evidence"], PLANTED[16:19], strict=True):
        entry["title"] = title
    return case


OWN_FOLDERS = ("temp", "user", "config", "data", "cache", "state", "runtime")


class World:
    """Everything that the program can write to, and beside it what a person has typed and keeps elsewhere."""

    def __init__(self, own: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.own = own
        self.elsewhere = elsewhere
        self.told = ""
        for name in (*OWN_FOLDERS, "backups", "parcels", "work"):
            (own / name).mkdir(exist_ok=True, mode=0o700)
        places = {"HOME": "user", "DICTAMEN_HOME": "home", "XDG_RUNTIME_DIR": "runtime"}
        places |= {f"XDG_{name.upper()}_HOME": name for name in ("config", "data", "cache", "state")}
        places |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), "temp")
        for variable, folder in places.items():
            monkeypatch.setenv(variable, str(own / folder))
        for name, content in (("first", PASSPHRASE), ("other", OTHER_PASSPHRASE), ("wrong", WRONG)):
            (elsewhere / name).write_text(content)
        (elsewhere / "case.json").write_text(json.dumps(planted_case()))
        (elsewhere / f"{PLANTED[19]}.png").write_bytes(
            b"\x89PNG\r\n\x1a\n" + f" {PLANTED[20]} ".encode() * 500
        )

    def python(self, *words: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run Python as a person would; what it says on standard error counts as written."""
        command = [sys.executable, *map(str, words)]
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        run = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=self.own / "work", env=env, input=stdin
        )
        self.told += run.stderr
        return run

    def dictamen(self, *words: str | Path) -> str:
        """Run a command that must end well; gives what it printed for the person who asked."""
        run = self.python("-m", "ui.main", *words)
        assert run.returncode == 0, run.stderr
        return run.stdout

    def signed_in(self) -> tuple[str | Path, ...]:
        return "--user", REVIEWER.name, "--passphrase-file", self.elsewhere / "first"

    def found(self) -> list[str]:
        """Which planted strings lie where."""
        said = [f"{text} on standard error" for text in PLANTED if holds(self.told.encode(), text)]
        return [*found_in(self.own, PLANTED), *said]


@pytest.fixture
def world(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, shell: Shell
) -> World:
    del shell  # its settings lie in tmp_path/config, made first
    return World(tmp_path, tmp_path_factory.mktemp("elsewhere"), monkeypatch)


@pytest.mark.parametrize(
    "content",
    [
        f"a{PLANTED[0]}b".encode(),
        PLANTED[0].encode("utf-16-le"),
        PLANTED[0].encode().hex().encode(),
        base64.b64encode(b"xx" + PLANTED[0].encode()),
        b"before" + zlib.compress(b"a" * 100 + PLANTED[0].encode(), 9) + b"after",
        gzip.compress(PLANTED[0].encode(), mtime=0),
    ],
)
def test_the_search_finds_what_it_is_for(content: bytes, tmp_path: Path) -> None:
    assert holds(content, PLANTED[0])
    assert not holds(content, PLANTED[1])
    (tmp_path / "file").write_bytes(content)
    assert list(found_in(tmp_path, PLANTED)) == [f"{PLANTED[0]} in file"]


def test_what_was_typed_is_found_nowhere_afterwards(world: World, shell: Shell) -> None:
    _on_the_command_line(world)
    _to_another_site(world)
    _by_defects(world)
    _killed_in_a_save(world)
    assert world.found() == []
    _in_the_app(world, shell)
    assert (world.own / "home" / "casebook.db").stat().st_size > 10_000
    assert len(list((world.own / "backups").iterdir())) > 1
    assert world.found() == []


def _to_another_site(world: World) -> None:
    """A parcel is made here, and one from there is taken, with a case and its attached file."""
    there, home = world.elsewhere / "there", world.own / "home"
    with (
        Casebook.create(there, REVIEWER, PASSPHRASE, cost=CHEAP) as other,
        Casebook.unlock(home, REVIEWER.name, PASSPHRASE) as book,
    ):
        ours, theirs = book.sites.name("Here"), other.sites.name("There")
        other.sites.trust(ours.site.card)
        book.sites.trust(theirs.site.card)
        other.save({"member": PLANTED[11], "title": PLANTED[8]}, "C-THERE")
        other.exchange(lambda _document: []).pack("Here", world.own / "parcels" / "from-there", ["C-THERE"])
    parcel = world.own / "parcels" / "from-here"
    world.dictamen("cases", "pack", "--to", "There", "--case", CASE_ID, "--out", parcel, *world.signed_in())
    world.dictamen("cases", "unpack", world.own / "parcels" / "from-there", *world.signed_in())
    assert parcel.stat().st_size > 5_000


def _killed_in_a_save(world: World) -> None:
    """The journal of a save that was cut off lies beside the casebook."""
    if not available():
        return
    ended = world.python("-c", KILLED, world.own / "home", REVIEWER.name, CASE_ID, stdin=PASSPHRASE)
    assert ended.returncode == -signal.SIGKILL
    assert (world.own / "home" / "casebook.db-journal").stat().st_size > 512


def _on_the_command_line(world: World) -> None:
    first, other = world.elsewhere / "first", world.elsewhere / "other"
    me = world.signed_in()
    people = "people", "add"
    world.dictamen(
        *people, REVIEWER.name, "--role", "reviewer", "--license", PLANTED[1], "--passphrase-file", first
    )
    world.dictamen(
        *people, PHYSICIAN.name, "--role", "physician", "--license", PLANTED[3], "--passphrase-file", other,
        "--by", REVIEWER.name, "--by-passphrase-file", first,
    )  # fmt: skip
    world.dictamen("cases", "add", world.elsewhere / "case.json", *me)
    assert PLANTED[11] in world.dictamen("cases", "list", *me)
    assert PLANTED[9] in world.dictamen("cases", "show", CASE_ID, *me)
    world.dictamen("cases", "history", CASE_ID, *me)
    attachment = world.elsewhere / f"{PLANTED[19]}.png"
    document = "--title", PLANTED[21], "--kind", "chart_note", "--dated", "2026-11-10"
    attached = world.dictamen("cases", "attach", CASE_ID, attachment, *document, *me)
    assert CASE_ID in attached
    world.dictamen("cases", "attachments", CASE_ID, *me)
    world.dictamen("replay", *me)
    world.dictamen("backup", "make", "--to", world.own / "backups", *me)
    world.dictamen("cases", "verify", *me)
    wrong = "--passphrase-file", world.elsewhere / "wrong"
    assert world.python("-m", "ui.main", "cases", "list", "--user", PLANTED[22], *wrong).returncode == 2
    bad = world.elsewhere / "bad.json"
    bad.write_text(json.dumps({**planted_case(), "policy": f"{PLANTED[23]}"}))
    told = world.told
    assert world.python("-m", "ui.main", "cases", "add", bad, *me).returncode == 2
    world.told = told  # it quotes the field that the person has to mend, to that person
    identity = world.elsewhere / "id.p12"
    world.dictamen(
        "identity", "new", "--name", PLANTED[24], "--role", "reviewer", "--license", "RN-1",
        "--passphrase-file", first, "--out", identity,
    )  # fmt: skip
    letter = world.elsewhere / "letter.pdf"
    key = "--identity", identity, "--passphrase-file", first
    world.dictamen("letter", world.elsewhere / "case.json", *key, "--out", letter)
    assert letter.stat().st_size > 10_000


def _by_defects(world: World) -> None:
    case = world.elsewhere / "case.json"
    assert world.python("-c", DEFECT, "cases", "add", case, *world.signed_in()).returncode != 0
    home = world.own / "home"
    ended = world.python("-c", FAULT, home, REVIEWER.name, CASE_ID, stdin=PASSPHRASE)
    assert ended.returncode != 0
    assert "string_at" in ended.stderr, "it came as far as the fault"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_crash_leaves_no_image_of_the_memory(world: World) -> None:
    limit = (
        "import resource, ui.main; ui.main.main(['doctor']); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert world.python("-c", limit).stdout.splitlines()[-1].startswith("(0, ")


def _in_the_app(world: World, shell: Shell) -> None:
    shell.open()
    _sign_in_wrongly(shell)
    shell.unlock(REVIEWER, PASSPHRASE)
    window = shell.window
    _work_on_the_case(world, shell)
    with defects.told():
        QTimer.singleShot(0, lambda: _fail(PLANTED[11]))
        with shell.qtbot.captureExceptions():
            shell.qtbot.wait(50)
    window.lock()
    shell.qtbot.wait(50)
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        copied = QApplication.clipboard().text(mode)
        assert not any(text in copied for text in PLANTED)
    assert not any(text in shell.texts() for text in PLANTED)
    shell.close()


def _sign_in_wrongly(shell: Shell) -> None:
    shell.type_in("unlock/name", PLANTED[22])
    shell.type_in("unlock/passphrase", WRONG)
    shell.key(Qt.Key.Key_Return)
    shell.entry.wait()
    shell.qtbot.waitUntil(lambda: shell.find(QLineEdit, "unlock/passphrase").isEnabled())


def _work_on_the_case(world: World, shell: Shell) -> None:
    """Open the case, type a name over another, copy it, and choose a file by Qt's own dialog."""
    window = shell.window
    assert window.opening is not None
    window.opening.open_case(CASE_ID)
    shell.qtbot.waitUntil(lambda: window.case is not None)
    assert window.case is not None
    window.case.view.show_page(Page.REQUEST)
    assert shell.find(QLineEdit, "member/family_name").text() == PLANTED[11]
    shell.type_in("member/given_name", PLANTED[10].upper())
    shell.ctrl(Qt.Key.Key_A)
    shell.ctrl(Qt.Key.Key_C)
    assert QApplication.clipboard().text() == PLANTED[10].upper()
    _choose_by_dialog(world, shell)


def _choose_by_dialog(world: World, shell: Shell) -> None:
    """Qt keeps the folder that was looked at last among its settings; no file's name may get there."""
    dialog = QFileDialog(shell.window, "", str(world.elsewhere))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.selectFile(f"{PLANTED[19]}.png")
    dialog.show()
    dialog.accept()
    assert dialog.selectedFiles()[0].endswith(f"{PLANTED[19]}.png")
    dialog.deleteLater()


def _fail(name: str) -> None:
    raise ValueError(f"no place for {name}")
