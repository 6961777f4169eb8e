"""How long from an answer, an undo or another page to painted, in a case with every page filled.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.answers [TIMES]
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from PySide6.QtWidgets import QApplication

from app.desk import add_case, open_case
from app.route import Page
from tests.ui.review.closing_cases import new_home, sample, sign_in
from ui import theme
from ui.review.case_view import CaseView


def measure(app: QApplication, what: str, times: int, do: Callable[[int], object]) -> None:
    """Print what something takes until it is painted: by the clock, and of the processor alone."""
    waited, worked = [], []
    for turn in range(times):
        begun, busy = perf_counter(), process_time()
        do(turn)
        app.processEvents()
        waited.append(1000 * (perf_counter() - begun))
        worked.append(1000 * (process_time() - busy))
    print(f"{what:18} median {median(waited):6.1f} ms, of the processor {median(worked):6.1f} ms")


def main() -> None:
    """Measure all of it."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.Theme.LIGHT)
    with tempfile.TemporaryDirectory() as place:
        new_home(Path(place))
        session = sign_in(Path(place))
        saved = add_case(session.casebook, sample(25))
        view = CaseView(session, open_case(session.casebook, saved.case_id), Page.REQUEST)
        view.resize(1280, 800)
        view.show()
        app.processEvents()
        pages = (Page.REQUEST, Page.CRITERIA, Page.RESPONSE)
        measure(app, "page, first time", 2, lambda turn: view.show_page(pages[turn + 1]))
        measure(app, "page, again", times, lambda turn: view.show_page(pages[turn % 3]))
        view.show_page(Page.RESPONSE)
        app.processEvents()
        answers = ("none", "cr")
        measure(app, "answer", times, lambda turn: view.desk.answer("response", answers[turn % 2]))
        measure(app, "undo", times // 2, lambda _turn: view.desk.undo())
        session.casebook.close()


if __name__ == "__main__":
    main()
