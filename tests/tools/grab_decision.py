"""Grab the pages that end a review into PNG files: both themes, two text sizes, reviewer and physician.

Usage: QT_QPA_PLATFORM=offscreen python tests/tools/grab_decision.py FOLDER
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.review.closing_cases import desk_with, new_home, sample, sign_in
from ui import theme
from ui.kit.boxes import Column
from ui.kit.footer import FooterBar
from ui.kit.text import PageTitle, Text
from ui.review.dose_page import DosePage
from ui.review.page import ReviewPage


def framed(page: ReviewPage, width: int, height: int) -> QWidget:
    """The page with its title, its lead and its footer."""
    frame = QWidget()
    column = Column(frame)
    head = Column(margins=(24, 20, 24, 0), gap=3)
    head.addWidget(PageTitle(page.title()))
    lead = Text(page.lead())
    head.addWidget(lead)
    column.addLayout(head)
    column.addWidget(page, 1)
    footer = FooterBar("footer")
    for step in page.secondary():
        footer.add_secondary(step.text, f"footer/{step.id}", step.icon)
    footer.set_primary(page.primary(), page.primary_icon())
    footer.show_saved("All changes saved, 09:11:52")
    column.addWidget(footer)
    frame.resize(width, height)
    return frame


def main() -> None:
    """Grab all pages."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        new_home(home)
        session = sign_in(home)
        for name, scale in ((theme.Theme.LIGHT, 1.0), (theme.Theme.DARK, 1.25)):
            theme.apply(app, name, scale)
            for number in (1, 11, 12, 14, 15, 21, 23, 16):
                document = sample(number)
                document.pop("case_id", None)
                desk = desk_with(session, document)
                frame = framed(DosePage(desk), 1060, 738)
                frame.show()
                app.processEvents()
                frame.grab().save(str(folder / f"dose-{number:02}-{name}-{round(scale * 100)}.png"))
                frame.close()
        session.casebook.close()


if __name__ == "__main__":
    main()
