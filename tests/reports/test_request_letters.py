import re
from datetime import timedelta

import pytest

from app.determination import Outcome
from reports.blocks import Bullets, texts_of
from reports.wording import wording
from tests.reports.cases import (
    REVIEWER,
    approved,
    case,
    decide,
    determination,
    too_much,
)
from tests.reports.composing import LANGUAGES, letter, text


def test_a_request_lists_each_missing_item_and_the_deadline_that_does_not_stop() -> None:
    decided = determination("pend")
    bullets = next(block for block in letter(decided).blocks if isinstance(block, Bullets))
    openings = decided.review.openings
    assert bullets.numbered
    assert len(bullets.items) == len(openings.questions) + len(openings.documents) + 1
    said = text(decided)
    for name in (*openings.questions, *openings.documents):
        assert decided.review.policy.questions[name].ask_for["en"] in said
    assert "Height, weight" in said
    assert "Monday, November 23, 2026, 2:05 p.m., Puerto Rico time" in said
    assert "does not stop" in said


@pytest.mark.parametrize(
    ("language", "in_time", "late"),
    [
        (
            "en",
            ("We must decide by Monday", "before the time above", "We will decide in time"),
            ("We had to decide by Monday", "that time has passed", "Send it at once, with the letter number"),
        ),
        (
            "es",
            ("Debemos decidir a más tardar el lunes", "antes de la hora indicada", "Decidiremos a tiempo"),
            ("Debíamos decidir a más tardar el lunes", "ese plazo ya pasó", "Envíelo de inmediato"),
        ),
    ],
)
def test_a_request_after_its_deadline_speaks_of_no_time_that_is_left(
    language: str, in_time: tuple[str, ...], late: tuple[str, ...]
) -> None:
    decided = determination("pend")
    for seconds, said, unsaid in ((0, in_time, late), (1, late, in_time)):
        words = text(decided._replace(at=decided.review.due + timedelta(seconds=seconds)), language)
        assert [phrase for phrase in said if phrase not in words] == []
        assert [phrase for phrase in unsaid if phrase in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_several_lines_need_is_not_said_in_the_words_of_one_of_them(language: str) -> None:
    document = approved()
    del document["answers"]["regimen"]
    decided = decide(document, Outcome.PEND, None, REVIEWER)
    policy = decided.review.policy
    said = text(decided, language)
    assert "A.ii.B.1, A.ii.B.2, A.ii.B.3" in said
    assert f": {policy.questions['regimen'].short[language]}." in said
    assert policy.criteria["A.ii.B.1"].text[language] not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_has_no_word_of_denial(language: str) -> None:
    said = text(determination("pend"), language).lower()
    assert not re.search(r"denied|denial|denegad|not approved|no aprobad|appeal|apelaci", said)


def test_a_reviewers_own_question_stands_first_in_a_request() -> None:
    decided = decide(approved(), Outcome.PEND, "Which hospital gives the infusion?", REVIEWER)
    bullets = next(block for block in letter(decided).blocks if isinstance(block, Bullets))
    assert "Which hospital gives the infusion?" in texts_of([bullets])[0]
    assert "clinical reviewer" in text(decided)


@pytest.mark.parametrize(
    ("language", "planned", "outside"),
    [
        (
            "en",
            "December 9, 2026",
            (
                "do not cover a dose on December 21, 2026",
                "Planned outside the dates above: December 21, 2026",
            ),
        ),
        (
            "es",
            "9 de diciembre de 2026",
            ("No cubrimos una dosis el 21 de diciembre de 2026", "fechas de arriba: 21 de diciembre de 2026"),
        ),
    ],
)
def test_planned_dates_stand_on_the_letter_and_those_after_the_window_are_told(
    language: str, planned: str, outside: tuple[str, ...]
) -> None:
    dates = ["2026-11-30", "2026-12-09", "2026-12-20"]
    within = text(decide(case(request={"treatment_dates": dates})), language)
    assert planned in within
    assert not [phrase for phrase in outside if phrase in within]
    late = text(decide(case(request={"treatment_dates": [*dates[:2], "2026-12-21"]})), language)
    assert [phrase for phrase in outside if phrase not in late] == []


def test_doses_that_a_physician_approves_as_asked_keep_their_planned_dates() -> None:
    document = too_much()
    document["request"] |= {
        "cycles_requested": 1,
        "treatment_dates": ["2026-11-30", "2026-12-08", "2026-12-15"],
    }
    decided = decide(document, Outcome.APPROVE, "Above the table on purpose.")
    assert decided.cycle is not None
    assert [str(day.date) for day in decided.cycle.days] == document["request"]["treatment_dates"]
    assert [str(day.authorized_mg) for day in decided.cycle.days] == ["2.0", "1.2", "1.2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_says_of_nothing_that_it_is_decided(language: str) -> None:
    said = text(determination("pend"), language)
    words = wording(language)
    lines = said.splitlines()
    assert words.sentences["clinical.due"] in lines
    for key in ("clinical.decision", "clinical.decided"):
        assert words.sentences[key] not in lines
    assert words.sentences["closing.meaning"] not in said
