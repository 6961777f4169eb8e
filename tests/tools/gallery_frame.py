"""The frame around the gallery's pages."""

from PySide6.QtWidgets import QWidget

from ui.kit.banner import Fact, MemberBanner, Urgency
from ui.kit.boxes import Column, Row
from ui.kit.buttons import BackLink, PrimaryButton
from ui.kit.side_bar import SideBar
from ui.kit.status import Status
from ui.kit.text import PageTitle, Secondary


def heading(page: Column, title: str, text: str) -> None:
    words = Column(gap=3)
    words.addWidget(PageTitle(title))
    words.addWidget(Secondary(text))
    page.addLayout(words)


def side_bar(*, case: bool) -> SideBar:
    side = SideBar("nav")
    if case:
        side.add_top(BackLink("Worklist", "nav/back"))
        side.add_item("request", "file-text", "Request").set_mark(Status.MET)
        side.add_item("criteria", "list-checks", "Criteria").set_mark(Status.OPEN)
        side.add_item("dose", "calendar-days", "Dose and schedule", "Dose").set_mark(Status.MET)
        side.add_item("decision", "signpost", "Decision")
        side.add_item("letter", "mail", "Letter")
        side.select("criteria")
    else:
        side.add_brand("Dictamen", "shield-check")
        side.add_top(PrimaryButton("New request", "nav/new", icon="plus"))
        side.add_item("worklist", "list-checks", "Worklist").set_count(9)
        side.add_item("decided", "archive", "Decided").set_count(134)
        side.add_gap()
        side.add_item("policies", "book-open", "Policies")
        side.add_item("people", "key-round", "People and keys", "People")
        side.add_item("settings", "settings", "Settings")
        side.select("worklist")
    side.add_person("Ana Ruiz, RN", "Nurse reviewer")
    return side


def _banner() -> MemberBanner:
    banner = MemberBanner("banner")
    facts = [Fact("Born", "02-Apr-1968 (58 y)"), Fact("Member ID", "M00012345")]
    banner.show_member(
        "Núñez Rivera", "María del Carmen", [*facts, Fact("Plan", "MMM MA"), Fact("Language", "")]
    )
    banner.show_clock("1 h 13 min", "Decision due today 10:25", Urgency.SOON)
    return banner


def case_frame(side: QWidget, page: QWidget, footer: QWidget, panel: QWidget | None = None) -> QWidget:
    window = QWidget()
    all_ = Column(window)
    all_.addWidget(_banner())
    below = Row()
    all_.addLayout(below, 1)
    below.addWidget(side)
    middle = Column()
    middle.addWidget(page, 1)
    middle.addWidget(footer)
    below.addLayout(middle, 1)
    if panel is not None:
        below.addWidget(panel)
    return window
