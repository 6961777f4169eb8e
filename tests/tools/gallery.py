"""Draw every widget of the kit into PNG files: both themes, two text sizes.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.gallery FOLDER
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.tools.gallery_facts import decision, dose, empty, worklist
from tests.tools.gallery_questions import criteria, request
from ui import theme

_SIZE = QSize(1280, 800)


PAGES: tuple[Callable[[], QWidget], ...] = (criteria, request, dose, decision, worklist, empty)


def draw(app: QApplication, folder: Path) -> list[Path]:
    """Draw every page in both themes at 100 and 125 %; gives the files."""
    files = []
    for chosen in (theme.Theme.LIGHT, theme.Theme.DARK):
        for scale in (1.0, 1.25):
            theme.apply(app, chosen, scale)
            for page in PAGES:
                window = page()
                window.resize(_SIZE)
                window.show()
                app.processEvents()
                files.append(folder / f"{page.__name__}-{chosen}-{scale:.0%}.png")
                window.grab().save(str(files[-1]))
                window.close()
                window.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return files


def main() -> None:
    """Draw into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file in draw(QApplication([]), folder):
        print(file)


if __name__ == "__main__":
    main()
