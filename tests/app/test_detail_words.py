"""The details of recorded events: each name that the program records has words in both languages."""

import ast
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import app
import ui
from app.casebook import EventKind
from app.casebook.holds import HoldReason
from app.detail_words import detail_words, recorded
from app.history_words import history_words, known

PUERTO_RICO = timezone(timedelta(hours=-4))
CALLS = {"record", "note", "_keep", "_record", "_step"}
NO_DETAIL = {"case_id", "actor", "expected"}


def local(at: datetime) -> datetime:
    """On the clock of the person who reads."""
    return at.astimezone(PUERTO_RICO)


def words(action: str, language: str, **detail: object) -> str:
    """The details of one event."""
    return detail_words(action, detail, language, local=local)


def recorded_names() -> Iterator[str]:
    """The names in the calls that record events, and in the tables of details that are handed to them."""
    for package in (app, ui):
        for source in Path(package.__path__[0]).rglob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
                    continue
                called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                owner = ast.unparse(node.func)
                if "events" in owner:
                    for table in (each for each in node.args if isinstance(each, ast.Dict)):
                        yield from (str(key.value) for key in table.keys if isinstance(key, ast.Constant))
                if "events" in owner or (
                    called in CALLS and any("EventKind" in ast.unparse(a) for a in node.args)
                ):
                    yield from (each.arg for each in node.keywords if each.arg)


def test_every_name_that_is_recorded_has_words() -> None:
    names = set(recorded_names()) - NO_DETAIL
    assert {"through", "letter", "parcel", "purge", "before"} <= names
    texts = history_words()
    lacking = {
        name
        for name in names
        if not known(f"detail.{name}") and not any(code.startswith(f"detail.{name}.") for code in texts)
    }
    assert not lacking


def test_every_reason_of_a_hold_has_words() -> None:
    assert all(known(f"detail.reason.{reason}") for reason in HoldReason)


@pytest.mark.parametrize(
    ("action", "detail", "english", "spanish"),
    [
        (EventKind.UNLOCKED, {"through": "app"}, "in the app", "en la aplicación"),
        (
            EventKind.UNLOCKED,
            {"through": "cases list"},
            "by the command “cases list”",
            "con la orden “cases list”",
        ),
        (
            EventKind.LETTER_SAVED,
            {"case_id": "C-1", "letter": "D-2026-1"},
            "letter D-2026-1",
            "carta D-2026-1",
        ),
        (
            EventKind.NOT_DONE,
            {"letter": "D-1", "of": "handed the letter to print"},
            "letter D-1; what was recorded: Handed the letter to print",
            "carta D-1; lo registrado: Mandó a imprimir la carta",
        ),
        (
            EventKind.TRAIL_EXPORTED,
            {"form": "csv", "first": "2026-11-01", "members": False},
            "as a list (CSV); from 2026-11-01; without members' names",
            "como lista (CSV); del 2026-11-01; sin los nombres de las personas afiliadas",
        ),
        (
            EventKind.CASEBOOK_CHECKED,
            {"findings": 2, "first": 17},
            "findings: 2; the first at place 17",
            "hallazgos: 2; el primero en el lugar 17",
        ),
        (
            "failed to unlock",
            {"at": "2026-11-24T13:12:00+00:00", "way": "passphrase"},
            "at 2026-11-24 09:12:00; by passphrase",
            "el 2026-11-24 09:12:00; con una frase",
        ),
        (EventKind.CASEBOOK_CHECKED, {"first": None}, "", ""),
    ],
)
def test_details_are_told_in_words(
    action: str, detail: dict[str, object], english: str, spanish: str
) -> None:
    assert words(action, "en", **detail) == english
    assert words(action, "es", **detail) == spanish


def test_a_name_without_words_and_a_time_that_is_none_are_told_as_they_are_kept() -> None:
    assert words("something new", "es", colour="blue", many=3) == "colour: blue; many: 3"
    assert words("failed to unlock", "en", at="yesterday") == "at yesterday"


def test_fingerprints_can_be_left_out() -> None:
    detail = {"case_id": "C-1", "attachment": "A1", "sha256": "00ff"}
    assert detail_words("opened an attachment", detail, "en", local=local, digests=False) == "attachment A1"
    assert words("opened an attachment", "en", **detail) == "attachment A1; SHA-256 00ff"


def test_a_list_for_programs_keeps_the_names_as_recorded() -> None:
    detail = {"case_id": "C-1", "through": "app", "first": None, "members": True}
    assert recorded(detail) == "through: app; members: true"
