"""The app through AT-SPI: a second process learns names, roles and states over the bus, and works by them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.case import cover_of
from app.casebook import Casebook
from app.desk import add_case
from tests.ui.at_spi import reader
from tests.ui.at_spi.reader import Told
from tests.ui.review.closing_cases import CHEAP, PASSPHRASE, REVIEWER, sample

SYSTEM_PYTHON = "/usr/bin/python3"
PROGRAMS = ("Xvfb", "xvfb-run", "xauth", "dbus-run-session", SYSTEM_PYTHON)
BUS = Path("/usr/libexec/at-spi-bus-launcher")
LIBRARY = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SECONDS = 150

Screens = dict[str, list[Told]]


def _lacking() -> str:
    """What this machine lacks, in words; nothing where all is there."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing or not BUS.exists():
        return f"there is no {' '.join(missing) or BUS}"
    has_library = subprocess.run([SYSTEM_PYTHON, "-c", LIBRARY], capture_output=True, check=False)
    return "" if has_library.returncode == 0 else "the system's Python has no AT-SPI (gir1.2-atspi-2.0)"


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Screens:
    """What the bus told of three screens: the way in, the worklist, the criteria of its one case."""
    if lacking := _lacking():
        pytest.skip(lacking)
    place = tmp_path_factory.mktemp("at-spi")
    home, result = place / "home", place / "result.json"
    home.mkdir()
    document = sample(1)
    answers = document["answers"]
    assert isinstance(answers, dict)
    answers["disease_status"] = {"value": "relapsed", "evidence": []}
    with Casebook.create(home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
        add_case(book, document)
    screen = ("xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--")
    asked = (SYSTEM_PYTHON, reader.__file__, sys.executable, REVIEWER.name, PASSPHRASE, result)
    places = {"DICTAMEN_HOME": str(home), "XDG_CONFIG_HOME": str(place / "config")}
    ran = subprocess.run(
        (*screen, *asked),
        env=os.environ | places,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert result.exists(), ran.stdout + ran.stderr
    told: Screens = json.loads(result.read_text(encoding="utf-8"))
    return told


def one(told: list[Told], name: str) -> Told:
    """The one object of a name."""
    (found,) = (node for node in told if node["id"] == name)
    return found


def shown(told: list[Told], role: str) -> list[Told]:
    """The objects of a role that are in sight."""
    return [node for node in told if node["role"] == role and "showing" in node["states"]]


def test_the_way_in_can_be_read_and_the_passphrase_is_no_plain_text(screens: Screens) -> None:
    told = screens["unlock"]
    assert one(told, "unlock/name")["name"] == "Your name"
    assert one(told, "unlock/passphrase")["role"] == "password text"
    assert one(told, "unlock/passphrase")["name"] == "Passphrase"
    assert one(told, "unlock/primary")["role"] == "push button"
    assert not any(PASSPHRASE in " ".join(map(str, node.values())) for node in told)


def test_a_row_of_the_worklist_says_all_that_it_shows_and_that_it_is_chosen(screens: Screens) -> None:
    cells = shown(screens["worklist"], "table cell")
    due, member, request, status, following = (cell["name"] for cell in cells)
    assert due.startswith("Overdue")
    assert member.startswith("MUESTRA ORTIZ, José Ramón")
    assert request == "Initial, cycle 1, Standard"
    assert status == "Needs documents"
    assert following.startswith("1 document")
    assert all("selected" in cell["states"] for cell in cells)
    assert "focused" in cells[0]["states"]
    (table,) = shown(screens["worklist"], "table")
    assert table["name"] == "Worklist"


def test_the_row_that_is_chosen_can_be_opened_by_an_action_without_a_key(screens: Screens) -> None:
    button = one(screens["worklist"], "worklist/key/open")
    assert (button["role"], button["name"], button["description"]) == ("push button", "open", "Enter")
    assert {"enabled", "showing"} <= set(button["states"])
    assert one(screens["criteria"], "disease_status")  # its action brought the reader there


def test_the_choices_of_a_question_are_named_and_one_is_checked(screens: Screens) -> None:
    told = screens["criteria"]
    card = one(told, "disease_status")
    assert (card["role"], card["name"]) == ("panel", "Is the disease relapsed or refractory?")
    chosen, other = (one(told, f"disease_status/choice/{name}") for name in ("relapsed", "refractory"))
    assert (chosen["role"], chosen["name"]) == ("radio button", "Relapsed")
    assert chosen["description"] == "Blasts returned after a complete response"
    assert "checked" in chosen["states"]
    assert {"checkable", "focusable"} <= set(other["states"])
    assert "checked" not in other["states"]
    assert one(told, "disease_status/status")["name"] == "Needs a document"


def test_the_finding_tree_says_number_words_and_state_of_each_line(screens: Screens) -> None:
    lines = [node for node in screens["criteria"] if node["id"] == "finding/tree"]
    tree, *rows = (node for node in lines if node["role"] in {"tree", "table cell"})
    assert (tree["role"], tree["name"]) == ("tree", "Finding so far")
    names = [row["name"] for row in rows]
    assert "A.i CD22-positive B-cell acute lymphoblastic leukemia. Met" in names
    assert any(name.startswith("A.ii.A") and "Open" in name for name in names)
    assert "expanded" in rows[0]["states"]


def test_the_next_step_is_a_button_that_can_be_pressed(screens: Screens) -> None:
    primary = one(screens["criteria"], "footer/primary")
    assert (primary["role"], primary["name"]) == ("push button", "Continue to dose")
    assert {"enabled", "focusable", "showing"} <= set(primary["states"])


def test_every_control_in_sight_has_a_name(screens: Screens) -> None:
    for told in screens.values():
        controls = [node for node in told if {"focusable", "showing"} <= set(node["states"])]
        assert controls
        assert [node["id"] for node in controls if not node["name"]] == []
