"""The dose page: picture and table tell the same plan, and what is missing is named with the way there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.case import judge
from app.course import CycleLimit, cycle_limit
from app.facts import Answer
from app.policy import Policy, Purpose
from app.route import Page
from tests.ui.review.closing_cases import desk_with, new_home, sample, sign_in
from ui.kit.cycle_timeline import CycleTimeline
from ui.kit.facts_table import FactsTable
from ui.review.desk import CaseDesk
from ui.review.dose_page import DosePage
from ui.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    new_home(tmp_path)
    session = sign_in(tmp_path)
    yield session
    session.casebook.close()


def opened(qtbot: QtBot, session: Session, document: dict[str, Any]) -> tuple[CaseDesk, DosePage]:
    desk = desk_with(session, document)
    page = DosePage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return desk, page


def part(page: QWidget, name: str) -> Any:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def rows(page: DosePage) -> list[list[str]]:
    model = part(page, "dose/table").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_table_has_limits_units_and_vials_of_each_day_and_their_sums(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, {**sample(23), "measurements": {"height_cm": 170, "weight_kg": 75}})

    first, *_, last = rows(page)

    assert [plain(cell) for cell in first] == [
        "Day 1, Mon 30-Nov-2026",
        "0.5 mg/m²",
        "0.94 mg",
        "Not stated",
        "0.94 mg",
        "10",
        "2",
        "8",
    ]
    assert [plain(cell) for cell in last] == [
        "Cycle 4",
        "1.5 mg/m²",
        "2.82 mg",
        "Not stated",
        "2.82 mg",
        "30",
        "6",
        "24",
    ]


@pytest.mark.parametrize("number", [1, 11, 12, 14, 17, 23, 24, 34])
def test_picture_and_table_tell_the_same_days_and_doses(qtbot: QtBot, session: Session, number: int) -> None:
    _, page = opened(qtbot, session, sample(number))
    spoken = plain(part(page, "dose/timeline").accessibleDescription())

    for row in rows(page)[:-1]:
        day, when = plain(row[0]).split(", ")
        assert f"{day}, {when.rpartition('-')[0]}, {plain(row[4])}" in spoken


def test_narrow_table_has_a_column_for_each_day_and_the_same_figures(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(11))
    wide = rows(page)
    assert part(page, "dose/table").isVisible()

    page.resize(620, 700)

    narrow = part(page, "dose/table_narrow")
    qtbot.waitUntil(narrow.isVisible)
    assert not part(page, "dose/table").isVisible()
    model = narrow.model()
    columns = [[model.index(row, day).data() for row in range(1, model.rowCount())] for day in range(1, 5)]
    assert columns == [row[1:] for row in wide]
    inside = page.widget()
    assert inside is not None
    assert inside.width() <= page.viewport().width()


def test_window_names_its_first_and_last_day_both_included(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(23))

    spoken = part(page, "dose/timeline").accessibleDescription()

    assert "Mon 30-Nov-2026 to Sun 27-Dec-2026, both included: 28 days" in spoken
    assert "Day 28, Sun 27-Dec, last day" in spoken
    assert "Days 8 and 15 may move by 2 days, with at least 6 days between doses" in spoken


def test_planned_dates_stand_in_picture_and_table_and_are_not_asked_to_move(
    qtbot: QtBot, session: Session
) -> None:
    _, page = opened(qtbot, session, sample(34))
    spoken = part(page, "dose/timeline").accessibleDescription()
    assert [row[0] for row in rows(page)[:-1]] == [
        "Day 1, Mon 30-Nov-2026",
        "Day 8, Fri 04-Dec-2026",
        "Day 15, Wed 09-Dec-2026",
    ]
    assert "Day 8, Fri 04-Dec" in spoken
    assert "may move" not in spoken
    assert "planned later" not in spoken


def test_a_date_after_the_window_is_told_beside_it_and_has_no_place_in_it(
    qtbot: QtBot, session: Session
) -> None:
    _, page = opened(qtbot, session, sample(36))
    spoken = part(page, "dose/timeline").accessibleDescription()
    assert "both included: 21 days; planned later: Tue 22-Dec" in spoken
    assert "Day 15" not in spoken
    assert rows(page)[2][0] == "Day 15, Tue 22-Dec-2026"


def test_course_names_the_limit_with_its_line(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(23))

    spoken = part(page, "dose/timeline").accessibleDescription()

    assert "Cycle 4 of at most 6 (Transplant plan: no, line B.iii)" in spoken


def test_longer_first_cycle_says_why(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(14))

    assert "28 days" in page.lead()
    assert "Limits.A.i." in page.lead()


def test_dose_above_the_limit_is_marked_and_cut_to_the_limit(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(11))
    chips = [label.text() for label in part(page, "dose/remarks").findChildren(QLabel)]

    assert any("more than 10\u00a0% above the limit" in chip for chip in chips)
    asked, granted, limit = (rows(page)[0][column] for column in (3, 4, 2))
    assert asked != granted == limit


def test_rounded_dose_is_marked_and_granted_as_asked(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(12))
    chips = [label.text() for label in part(page, "dose/remarks").findChildren(QLabel)]
    rounded = [row for row in rows(page)[:-1] if row[3] != row[2]]

    assert any("rounded, within 10\u00a0% of the limit" in chip for chip in chips)
    assert all(row[3] == row[4] for row in rounded)


def test_without_measurements_the_way_to_them_is_a_button(qtbot: QtBot, session: Session) -> None:
    desk, page = opened(qtbot, session, sample(15))

    assert part(page, "dose/missing").isVisible()
    assert not part(page, "dose/doses_card").isVisible()
    with qtbot.waitSignal(desk.page_asked) as asked:
        QTest.mouseClick(part(page, "dose/mend"), Qt.MouseButton.LeftButton)
    assert asked.args == [Page.REQUEST.value]


def test_without_a_document_for_the_response_the_card_of_it_is_a_button(
    qtbot: QtBot, session: Session
) -> None:
    document: Any = sample(23)
    document["answers"]["response"]["evidence"] = []
    desk, page = opened(qtbot, session, document)

    assert "no document" in part(page, "dose/missing_text").text()
    with qtbot.waitSignal(desk.question_asked) as asked:
        QTest.mouseClick(part(page, "dose/mend"), Qt.MouseButton.LeftButton)
    assert asked.args == ["response"]


def test_plan_follows_a_change_of_the_case(qtbot: QtBot, session: Session) -> None:
    desk, page = opened(qtbot, session, sample(15))

    assert desk.set("measurements", {"height_cm": 170, "weight_kg": 75})
    page.refresh()

    assert not part(page, "dose/missing").isVisible()
    assert plain(rows(page)[0][2]) == "1.504 mg"


def test_incomplete_case_counts_what_is_missing(qtbot: QtBot, session: Session) -> None:
    desk, page = opened(qtbot, session, sample(1))
    assert desk.set("member.birth_date", None)
    assert desk.set("prescriber.npi", None)
    page.refresh()

    assert "2 fields" in part(page, "dose/missing_text").text()
    assert not part(page, "dose/timeline_card").isVisible()


def test_primary_leads_to_the_decision(qtbot: QtBot, session: Session) -> None:
    desk, page = opened(qtbot, session, sample(1))

    with qtbot.waitSignal(desk.page_asked) as asked:
        page.proceed()
    assert asked.args == [Page.DECISION.value]


def test_page_works_in_spanish_policy_texts(qtbot: QtBot, tmp_path: Path) -> None:
    new_home(tmp_path)
    session = sign_in(tmp_path, language="es")
    _, page = opened(qtbot, session, sample(23))

    assert "Ciclos siguientes, RC o RCi alcanzada" in page.lead()
    session.casebook.close()


def test_drawn_widgets_are_named(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session, sample(23))

    assert part(page, "dose/table").accessibleName() == "Doses"
    assert isinstance(part(page, "dose/table"), FactsTable)
    assert part(page, "dose/timeline").accessibleName() == "Cycle timeline"
    assert isinstance(part(page, "dose/timeline"), CycleTimeline)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return judge(sample(1)).policy


@pytest.mark.parametrize(
    ("answers", "limit"),
    [
        ({"hsct_planned": Answer(True)}, CycleLimit(3, "B.ii.A", ("hsct_planned",))),
        ({"hsct_planned": Answer(False)}, CycleLimit(6, "B.iii", ("hsct_planned",))),
        ({}, CycleLimit(6, "B.iii", ())),
        (
            {"hsct_planned": Answer(False), "response": Answer("none", ("E1",))},
            CycleLimit(6, "B.iii", ("hsct_planned",)),
        ),
    ],
)
def test_limit_of_a_course_follows_from_the_answers_that_choose_it(
    policy: Policy, answers: dict[str, Answer], limit: CycleLimit
) -> None:
    assert cycle_limit(policy, Purpose.CONTINUATION, answers) == limit


def test_first_approval_has_no_cycle_limit(policy: Policy) -> None:
    assert cycle_limit(policy, Purpose.INITIAL, {}) is None
