"""The checkout itself: what its top level holds, what is pinned, and that README, CI and set-up agree."""

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.tools import bootstrap

ROOT = Path(__file__).resolve().parents[1]
TOP_LEVEL = {"pyproject.toml", "README.md", "app", "ui", "resources", "reports", "tests"}
BESIDES = {"LICENSE", "CHANGELOG.md", "requirements.lock"}
PYSIDE = "6.11.3"  # 6.12.0 aborts on Python 3.11

# Joined from halves, so that this file does not find itself.
PACKAGE_SERVERS = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb.debian" + ".org",
    "archive.ubuntu" + ".com",
    "--index" + "-url",
    "--extra-index" + "-url",
    "--find" + "-links",
]
MACHINE_PATHS = re.compile(r"(?<![\w.~}/-])/(?:wo" + r"rk|ro" + r"ot|op" + r"t/pypi)/")


def listed_by_git(*arguments: str) -> list[str]:
    # In a container the checkout may belong to another user; its list of files is safe to read all the same.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", *arguments]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return listed.stdout.decode("utf-8").rstrip("\0").split("\0")


@cache
def tracked() -> tuple[str, ...]:
    return tuple(listed_by_git())


@cache
def texts() -> dict[str, str]:
    """Each tracked text file by its path; binary files are left out."""
    contents = {name: (ROOT / name).read_bytes() for name in tracked() if (ROOT / name).is_file()}
    return {name: data.decode("utf-8") for name, data in contents.items() if b"\0" not in data}


@cache
def project() -> dict[str, Any]:
    return tomllib.loads(texts()["pyproject.toml"])


def name_of(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].casefold()


@cache
def locked() -> dict[str, tuple[str, int]]:
    """Of each package in the lock file, its version and the number of hashes."""
    blocks = re.findall(r"^([\w.-]+)==(\S+)(.*(?:\n .*)*)", texts()["requirements.lock"], re.MULTILINE)
    return {name.casefold(): (version, rest.count("--hash=sha256:")) for name, version, rest in blocks}


def requirements(*, for_tests: bool = False) -> list[str]:
    table = project()["project"]
    listed: list[str] = table["optional-dependencies"]["test"] if for_tests else table["dependencies"]
    return listed


def bootstrap_lines(text: str) -> list[str]:
    """The command lines in a text that call the set-up, without their comments."""
    lines = (line.partition("  #")[0].strip() for line in text.splitlines())
    return [
        line
        for line in lines
        if re.match(r"(python3\.11|py -3\.11) tests[/\\]tools[/\\]bootstrap\.py ", line)
    ]


def test_the_top_level_holds_what_the_owner_allows() -> None:
    names = {name.partition("/")[0] for name in tracked()}
    assert names >= TOP_LEVEL
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL | BESIDES


@pytest.mark.parametrize("requirement", [*requirements(), *requirements(for_tests=True)])
def test_each_dependency_is_locked_with_hashes(requirement: str) -> None:
    version, hashes = locked()[name_of(requirement)]
    assert hashes > 0
    pinned = re.search(r"==([\w.]+)", requirement)
    assert pinned is None or pinned[1] == version


def test_every_locked_package_has_hashes() -> None:
    assert locked()
    assert [name for name, (_, hashes) in locked().items() if not hashes] == []


def test_pyside_is_the_version_that_does_not_abort() -> None:
    assert f"PySide6-Essentials=={PYSIDE}" in requirements()
    assert locked()["pyside6-essentials"][0] == PYSIDE
    assert locked()["shiboken6"][0] == PYSIDE


@pytest.mark.parametrize("server", PACKAGE_SERVERS)
def test_no_file_names_a_package_server(server: str) -> None:
    assert [name for name, text in texts().items() if server in text] == []


def test_no_file_names_a_place_on_a_developers_machine() -> None:
    found = {name: MACHINE_PATHS.findall(text) for name, text in texts().items()}
    assert {name: places for name, places in found.items() if places} == {}


def test_readme_gives_two_lines_for_each_system() -> None:
    words = [line.split()[-1] for line in bootstrap_lines(texts()["README.md"])]
    assert words == ["demo", "test"] * 3


def test_the_set_up_knows_the_words_of_readme() -> None:
    words = re.findall(r"bootstrap\.py (\w+)", texts()["README.md"])
    assert set(words) == set(bootstrap.COMMANDS)


def test_ci_runs_the_command_lines_of_readme() -> None:
    linux = bootstrap_lines(texts()["README.md"])[:2]
    in_ci = [line.removesuffix(" </dev/null") for line in bootstrap_lines(texts()[".ci/run"])]
    assert in_ci == linux


def test_ci_may_be_run_as_a_program() -> None:
    (entry,) = listed_by_git("--stage", "--", ".ci/run")
    assert entry.startswith("100755 ")
