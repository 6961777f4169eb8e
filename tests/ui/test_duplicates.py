"""A request that another open case makes already is told where it is typed and where its file is opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.case_file import parse_case
from app.case_json import parse_json
from app.desk import add_case, open_case
from app.determination import Outcome, determine
from app.review import review
from app.route import Page
from tests.ui.shell import Shell
from ui.kit.notices import NoticeBar
from ui.review.case_view import CaseView


def said(shell: Shell) -> str:
    """What the bar under the banner says of another case, or nothing."""
    (bar,) = view(shell).findChildren(NoticeBar, "case/twice")
    return bar.text() if bar.isVisible() else ""


def view(shell: Shell) -> CaseView:
    """The case in sight."""
    assert shell.window.case is not None
    return shell.window.case.view


def test_typing_the_same_request_tells_of_the_open_one_and_leads_there(opened: Shell) -> None:
    first = opened.add("01")
    opened.places.cases.refresh()
    opened.ctrl(Qt.Key.Key_N)
    assert said(opened) == ""
    opened.type_in("member/member_id", "M55500001")
    opened.key(Qt.Key.Key_Tab)
    assert said(opened) == f"The same is asked for in an open case: {first}. Decide one of them only."
    opened.click("case/twice/open")
    assert view(opened).desk.case.case_id == first
    assert said(opened)  # the first one knows of the second now


def test_another_cycle_or_another_member_is_not_the_same(opened: Shell) -> None:
    opened.add("01")
    opened.ctrl(Qt.Key.Key_N)
    opened.type_in("member/member_id", "M55500999")
    opened.key(Qt.Key.Key_Tab)
    assert said(opened) == ""


def test_opening_a_case_file_tells_it(opened: Shell, tmp_path: Path, sample: object) -> None:
    first = opened.add("01")
    assert callable(sample)
    path = tmp_path / "again.json"
    path.write_bytes(sample("01").read_bytes())
    assert opened.window.opening is not None
    opened.window.opening.take_in([path])
    assert first in said(opened)


def test_of_several_files_those_are_named_that_ask_twice(opened: Shell, sample: object) -> None:
    assert callable(sample)
    opened.add("01")
    assert opened.window.opening is not None
    opened.window.opening.take_in([sample("01"), sample("09")])
    message = opened.places.bar.text()
    assert message.startswith("2 cases were added. The same is asked for in another open case: ")
    assert message.count(",") == 0


def test_a_decided_case_is_not_told_as_an_open_one(opened: Shell, sample: object) -> None:
    assert callable(sample)
    assert opened.window.session is not None
    casebook = opened.window.session.casebook
    document = parse_json(sample("01").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    first = open_case(casebook, add_case(casebook, document).case_id)
    decided = determine(
        review(parse_case(document)), Outcome.APPROVE, casebook.person, opened.window.session.now(), None
    )
    first.keep_letter(decided, "L-1", "en", b"a letter")
    opened.window.show_case(open_case(casebook, opened.add("01")), Page.REQUEST)
    assert said(opened) == ""


@pytest.mark.parametrize("page", [Page.REQUEST, Page.DECISION])
def test_it_is_told_on_every_page(opened: Shell, page: Page) -> None:
    opened.add("01")
    second = opened.add("01")
    assert opened.window.session is not None
    opened.window.show_case(open_case(opened.window.session.casebook, second), page)
    assert said(opened)
