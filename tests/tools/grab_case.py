"""Grab the case view with its input pages into PNG files: both themes, two text sizes, wide and narrow.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_case FOLDER [PART…]
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.case import new_case
from app.desk import OpenCase, add_case, open_case
from app.policy_file import installed_policies
from app.route import Page
from tests.ui.review.closing_cases import new_home, sample, sign_in
from ui import theme
from ui.review.case_view import CaseView
from ui.session import Session

NOW = datetime.fromisoformat("2026-11-24T09:11:52-04:00")
LIGHT, DARK = theme.Theme.LIGHT, theme.Theme.DARK
WIDE, NARROW = QSize(1280, 800), QSize(1000, 700)
LOOKS = (
    (LIGHT, 1.0, WIDE),
    (DARK, 1.0, WIDE),
    (LIGHT, 1.25, WIDE),
    (DARK, 1.25, NARROW),
    (LIGHT, 1.0, NARROW),
)


class Grabber:
    """Opens cases at a fixed time and grabs them in every look."""

    def __init__(self, folder: Path, app: QApplication, session: Session) -> None:
        self._folder, self._app, self.session = folder, app, session

    def view(self, document: dict[str, object], page: Page) -> CaseView:
        """A case, opened on a page."""
        saved = add_case(self.session.casebook, document)
        return CaseView(self.session, open_case(self.session.casebook, saved.case_id), page)

    def grab(self, name: str, view: CaseView) -> None:
        """Grab the view as it stands."""
        view.show()
        for chosen, scale, size in LOOKS:
            view.resize(size)
            theme.apply(self._app, chosen, scale)
            for _ in range(5):
                self._app.processEvents()
            words = f"{name}-{chosen}-{round(scale * 100)}-{size.width()}"
            view.grab().save(str(self._folder / f"{words}.png"))
        theme.apply(self._app, LIGHT, 1.0)


def part_of(view: CaseView, name: str) -> QWidget:
    """A control of the view by its object name."""
    found = view.findChild(QWidget, name)
    if found is None:
        raise LookupError(name)
    return found


def criteria(grabber: Grabber) -> None:
    """As in the guide: one document missing, and the picker of that question open."""
    document = sample(1)
    document["request"] = {**document["request"], "received_at": "2026-11-21T10:25:00-04:00"}  # type: ignore[dict-item] # a JSON object
    document["answers"] = {**document["answers"], "disease_status": {"value": "relapsed", "evidence": []}}  # type: ignore[dict-item] # a JSON object
    view = grabber.view(document, Page.CRITERIA)
    grabber.grab("criteria-open", view)
    view.show_target("disease_status")
    view.commands.add_document()
    grabber.grab("criteria-picker", view)


def findings(grabber: Grabber) -> None:
    """Met, not met, many things open, a continuation."""
    for number in (1, 9, 16, 22, 28, 30):
        grabber.grab(f"criteria-{number:02}", grabber.view(sample(number), Page.CRITERIA))


def response(grabber: Grabber) -> None:
    """The response page: a late cycle, and a missing MRD report."""
    for number in (21, 25):
        grabber.grab(f"response-{number}", grabber.view(sample(number), Page.RESPONSE))


def request(grabber: Grabber) -> None:
    """A whole request, a new one, and one with what was typed wrong."""
    view = grabber.view(sample(25), Page.REQUEST)
    grabber.grab("request-25", view)
    record = new_case(installed_policies()["MP-RX-FP-12-23"], NOW, "MMM MA")
    new = CaseView(grabber.session, OpenCase(grabber.session.casebook, record), Page.REQUEST)
    grabber.grab("request-new", new)
    new.desk.set("request.start_date", "soon")
    new.desk.set("measurements.weight_kg", 7500)
    new.go_on()
    grabber.grab("request-wrong", new)
    for place, target in enumerate(("member.given_name", "prescriber.npi", "documents")):
        new.show_target(target)
        bar = new.stack.page().verticalScrollBar()
        bar.setValue(bar.maximum() if target == "documents" else bar.value())
        grabber.grab(f"request-wrong-{place}", new)


def read_only(grabber: Grabber) -> None:
    """A case that a physician has taken over, as the reviewer sees it."""
    view = grabber.view(sample(22), Page.CRITERIA)
    view.desk.refer("Cycle 4 asked for with a transplant planned.")
    record, referral = view.desk.record, view.desk.record.referral
    if referral is not None:
        taken = replace(referral, taken_by="Inés Muestra Peña, MD", taken_at=NOW)
        view.desk.case.record = replace(record, referral=taken)
    view.desk.changed.emit()
    grabber.grab("read-only-criteria", view)
    view.show_page(Page.REQUEST)
    grabber.grab("read-only-request", view)


PARTS: dict[str, Callable[[Grabber], None]] = {
    "criteria": criteria,
    "findings": findings,
    "response": response,
    "request": request,
    "read_only": read_only,
}


def main() -> None:
    """Grab all parts, or those named after the folder."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:] or list(PARTS)
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.apply(app, LIGHT, 1.0)
    with tempfile.TemporaryDirectory() as place:
        new_home(Path(place))
        session = sign_in(Path(place))
        session.now = lambda: NOW  # type: ignore[method-assign] # the grabs should not depend on the day
        for name in wanted:
            PARTS[name](Grabber(folder, app, session))
        session.casebook.close()


if __name__ == "__main__":
    main()
