import pytest

import ui.commands
from tests.ui.commands.conftest import Run
from ui import main, screen


def test_without_a_screen_the_app_says_so_and_names_the_commands(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "why_no_window", lambda: "no display")
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("dictamen: no window can be opened: no display. ")
    assert "evaluate" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("evaluate",),
        ("evaluate", "a.json", "b.json"),
        ("letter", "case.json"),
        (
            "letter",
            "c.json",
            "--identity",
            "i",
            "--passphrase-file",
            "p",
            "--out",
            "o",
            "--decision",
            "maybe",
        ),
        ("identity", "new", "--name", "A", "--role", "janitor", "--license", "L"),
        ("people", "add", "Ana"),
        ("cases", "list"),
        ("verify",),
    ],
    ids=" ".join,
)
def test_words_that_are_no_command_get_one_line(words: tuple[str, ...], run: Run) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("dictamen: ")
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


def test_a_defect_of_the_program_is_told_without_what_it_held(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_words: object) -> int:
        raise ValueError("Núñez Rivera")

    monkeypatch.setattr(ui.commands, "run", broken)
    ran = run("evaluate", "case.json")
    assert ran.code == 1
    assert "ValueError at " in ran.err
    assert "Núñez" not in ran.err
    assert ran.err.count("\n") == 1


def test_stopping_is_said_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(ui.commands, "run", stopped)
    ran = run("demo")
    assert ran.code == main.EXIT_BAD_INPUT
    assert ran.err == "dictamen: stopped; what was acknowledged is kept\n"
