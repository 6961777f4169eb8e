"""Which criteria have a row, how each stands there, and why: also split lines and what must not be."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.case import Judgment, judge
from app.case_json import storable
from app.policy import Purpose
from app.policy_file import INSTALLATION, load_policy
from app.route import Page
from tests.policies.every_policy import SYNTHETIC, bare_case
from tests.ui.review.driven import Driven, part
from tests.ui.review.test_finding_lines import lines
from ui.kit.finding_model import TreeLine
from ui.kit.finding_tree import FindingTree
from ui.kit.status import Status
from ui.review.finding_lines import finding_lines
from ui.review.finding_reasons import reasons_title

NUMBER = "SYN-FIXED-02"

# To begin: not two things at once, and by one of two lines that the age of the hives chooses.
RULES = """
[[criterion]]
id = "Start"
en = "To begin"
es = "Para comenzar"
all_of = ["Start.a", "Start.b", "Start.c"]

[[criterion]]
id = "Start.a"
en = "Nothing that rules it out"
es = "Nada que lo excluya"
none_of = ["Start.a.1", "Start.a/short"]

[[criterion]]
id = "Start.a.1"
en = "Nothing was tried"
es = "No se probó nada"
test = { fact = "tried", is = "nothing" }

[[criterion]]
id = "Start.a/short"
en = "A steroid for short hives"
es = "Un esteroide para una urticaria corta"
all_of = ["Start.a/steroid", "Start.a/weeks"]

[[criterion]]
id = "Start.a/steroid"
en = "A steroid"
es = "Un esteroide"
test = { fact = "tried", is = "steroid" }

[[criterion]]
id = "Start.a/weeks"
en = "Short hives"
es = "Una urticaria corta"
test = { fact = "weeks_of_hives", below = 3 }

[[criterion]]
id = "Start.b"
en = "Old hives are judged otherwise than new ones"
es = "La urticaria antigua se juzga de otra manera que la nueva"
if = "Start.b/old"
then = "Start.b.1"
else = "Start.b.2"

[[criterion]]
id = "Start.b/old"
en = "Hives for more than 20 weeks"
es = "Urticaria por más de 20 semanas"
test = { fact = "weeks_of_hives", above = 20 }

[[criterion]]
id = "Start.b.1"
en = "A steroid was tried"
es = "Se probó un esteroide"
test = { fact = "tried", is = "steroid" }

[[criterion]]
id = "Start.b.2"
en = "An antihistamine was tried"
es = "Se probó un antihistamínico"
test = { fact = "tried", is = "antihistamine" }

[[criterion]]
id = "Start.c"
en = "The steroid was stopped in time, if there was one"
es = "El esteroide se detuvo a tiempo, si lo hubo"
any_of = [
    { fact = "tried", one_of = ["antihistamine", "nothing"] },
    { fact = "steroid_stopped", within_days_before_start = 90 },
]

"""


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path) -> Iterator[None]:
    text = (SYNTHETIC / "syn-fixed-02.toml").read_text(encoding="utf-8")
    text = re.sub(
        r'\[\[criterion]]\nid = "Start".*?(?=\[\[criterion]]\nid = "Renewal")', RULES, text, flags=re.DOTALL
    )
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "syn.toml").write_text(text, encoding="utf-8")
    with INSTALLATION.with_folder(folder):
        yield


def document(purpose: Purpose = Purpose.INITIAL, **values: object) -> dict[str, object]:
    (source,) = INSTALLATION.folders[-1].glob("*.toml")
    answers = {name: {"value": value, "evidence": ["E1"]} for name, value in values.items()}
    return {**bare_case(load_policy(source), purpose), "answers": answers}


def judged(purpose: Purpose = Purpose.INITIAL, **values: object) -> Judgment:
    return judge(storable(document(purpose, **values)))


def rows(judgment: Judgment) -> dict[str, TreeLine]:
    return lines(finding_lines(judgment, "en"))


def test_a_split_line_with_a_bare_test_has_its_row_with_status_and_answer() -> None:
    renewal = rows(judged(Purpose.CONTINUATION, activity_score=20))
    assert list(renewal) == ["Renewal", "Renewal/low", "Renewal/middle"]
    assert (renewal["Renewal/low"].status, renewal["Renewal/low"].dim) == (Status.NEUTRAL, True)
    assert renewal["Renewal/middle"].status is Status.MET
    high = rows(judged(Purpose.CONTINUATION, activity_score=30))
    assert (high["Renewal/low"].status, high["Renewal/low"].note) == (
        Status.NOT_MET,
        "Answered: 30\u00a0points",
    )
    assert high["Renewal/low"].label == "A low score"
    assert high["Renewal/middle"].note == "Activity score: 30\u00a0points"
    empty = rows(judged(Purpose.CONTINUATION))
    assert (empty["Renewal/low"].status, empty["Renewal/low"].note) == (Status.OPEN, "Not answered yet")


def test_what_must_not_be_is_said_so_and_fails_where_it_holds() -> None:
    bad = rows(judged(tried="steroid", weeks_of_hives=2))
    assert bad["Start.a"].status is Status.NOT_MET
    assert (bad["Start.a.1"].label, bad["Start.a.1"].status) == ("Not: Nothing was tried", Status.MET)
    assert bad["Start.a/short"].status is Status.NOT_MET
    assert bad["Start.a/steroid"].label == "Not: A steroid"
    assert bad["Start.a/weeks"].note == "Answered: 2\u00a0weeks"
    good = rows(judged(tried="steroid", weeks_of_hives=30))
    assert good["Start.a"].status is good["Start.a/short"].status is Status.MET
    assert good["Start.a/weeks"].status is Status.MET, "one of two that must not be together does not hold"
    assert good["Start.a/steroid"].dim
    part_way = rows(judged(weeks_of_hives=2))
    assert part_way["Start.a/short"].status is Status.OPEN
    assert part_way["Start.a/steroid"].note == "Not answered yet"


def test_a_condition_chooses_and_never_fails() -> None:
    old = rows(judged(tried="steroid", weeks_of_hives=30))
    assert (old["Start.b/old"].label, old["Start.b/old"].status) == (
        "If: Hives for more than 20 weeks",
        Status.MET,
    )
    assert old["Start.b.1"].status is Status.MET
    assert old["Start.b.2"].dim
    new = rows(judged(tried="steroid", weeks_of_hives=8))
    assert (new["Start.b/old"].status, new["Start.b/old"].note) == (Status.NEUTRAL, "Answered: 8\u00a0weeks")
    assert new["Start.b.1"].dim
    assert new["Start.b.2"].status is Status.NOT_MET
    unknown = rows(judged(tried="steroid"))
    assert (unknown["Start.b/old"].status, unknown["Start.b/old"].note) == (Status.OPEN, "Not answered yet")


def test_no_row_fails_in_a_case_that_meets_everything() -> None:
    judgment = judged(tried="antihistamine", weeks_of_hives=8)
    shown = rows(judgment)
    assert shown["Start"].status is Status.MET
    assert {row.status for row in shown.values()} <= {Status.MET, Status.NEUTRAL}


@pytest.mark.parametrize(
    ("weeks", "line", "title"),
    [
        (2, "Start.a/weeks", "Why this holds in Start.a"),
        (30, "Start.a/weeks", "Why this does not hold in Start.a"),
        (30, "Start.b/old", "Why this holds in Start.b"),
        (30, "Start.b.2", "Why Start.b.2 is not met"),
    ],
)
def test_the_reason_of_a_statement_says_whether_it_holds(weeks: int, line: str, title: str) -> None:
    found = finding_lines(judged(tried="steroid", weeks_of_hives=weeks), "en")
    assert reasons_title(found.finding_of[line], statement=line in found.statements) == title


def test_a_split_line_explains_itself_when_it_is_chosen(driven: Driven) -> None:
    view = driven.open(storable(document(Purpose.CONTINUATION, activity_score=30)), Page.RESPONSE)
    part(view, "finding/tree", FindingTree).set_current("Renewal/middle")
    driven.settle()
    labels: list[QLabel] = part(view, "finding/why").findChildren(QLabel)
    said = [label.text() for label in labels if label.isVisible()]
    assert said[0] == "Why this part of Renewal is not met"
    assert "Activity score: 30 points" in said
    assert part(view, "finding/changes").isVisible()
