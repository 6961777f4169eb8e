"""Grab the files of a case and the viewer into PNG files: both themes, two text sizes, wide and narrow.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_attachments FOLDER
"""

import io
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas

from app.attachments import FileType, Spot, type_of
from app.route import Page
from tests.tools.grab_case import LIGHT, LOOKS, NOW, Grabber, part_of
from tests.ui.review.closing_cases import new_home, sample, sign_in
from ui import theme
from ui.attachments.attachment_card import AttachmentCard
from ui.review.case_view import CaseView
from ui.review.pdf_view import PdfView

_MOST_SECONDS = 10.0


def fax(pages: int = 7) -> bytes:
    """A PDF file of several pages, as a fax would come."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 760, f"Hospital Ejemplo - Pathology, page {number}")
        canvas.setFont("Helvetica", 11)
        for line in range(30):
            canvas.drawString(
                72, 720 - 20 * line, f"{line + 1:02}  Invented line of an invented report. CD22 positive."
            )
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def photograph() -> bytes:
    """A JPEG file, as a telephone takes it of a paper."""
    picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#d8cfc0"))
    painter = QPainter(picture)
    painter.fillRect(150, 90, 1300, 1020, QColor("#fbfaf6"))
    painter.setFont(QFont("Atkinson Hyperlegible Next", 36))
    for line in range(12):
        painter.drawText(230, 200 + 75 * line, f"Invented laboratory sheet, line {line + 1}")
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG")  # type: ignore[call-overload]  # PySide takes the name of the format
    return bytes(buffer.data().data())


def attached_files() -> tuple[tuple[str, bytes], ...]:
    """What came with the request."""
    return (
        ("Núñez Rivera marrow fax.pdf", fax()),
        ("IMG_2231.jpg", photograph()),
        ("dose calculation of the hospital pharmacy with a long name.xlsx", b"PK\x03\x04 invented"),
    )


class Files(Grabber):
    """Opens cases with files and grabs them.

    Attributes:
        sight: the card that is scrolled to.
    """

    sight = "attachments"

    def case(self, count: int) -> CaseView:
        """A case with so many files, on its request page, scrolled to them."""
        view = self.view({**sample(1), "case_id": f"C-{count}-files"}, Page.REQUEST)
        for name, content in attached_files()[:count]:
            kept = self.session.casebook.attachments.keep(io.BytesIO(content))
            view.desk.attach(kept, name, type_of(content[:1024]))
        return view

    def grab(self, name: str, view: CaseView) -> None:
        """Grab the view in every look, scrolled to the files, once the pages in sight are drawn."""
        view.show()
        for chosen, scale, size in LOOKS:
            view.resize(size)
            theme.apply(self._app, chosen, scale)
            self._settle(view)
            words = f"{name}-{chosen}-{round(scale * 100)}-{size.width()}"
            view.grab().save(str(self._folder / f"{words}.png"))
        theme.apply(self._app, LIGHT, 1.0)

    def _settle(self, view: CaseView) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        pages = view.findChild(PdfView, "viewer/view")
        card = view.findChild(QWidget, self.sight)
        end = time.monotonic() + 0.3
        while time.monotonic() < end or (pages is not None and _is_drawing(pages, end)):
            self._app.processEvents()
            if card is not None and card.isVisible():
                view.stack.page().ensureWidgetVisible(card)


def _is_drawing(pages: PdfView, since: float) -> bool:
    waited = time.monotonic() - since
    return waited < _MOST_SECONDS and bool(pages.page_count()) and not pages.is_drawn()


def main() -> None:
    """Grab all."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.apply(app, LIGHT, 1.0)
    with tempfile.TemporaryDirectory() as place:
        new_home(Path(place))
        session = sign_in(Path(place))
        session.now = lambda: NOW  # type: ignore[method-assign] # the grabs should not depend on the day
        files = Files(folder, app, session)
        for count in (0, 1, 3):
            view = files.case(count)
            if count:
                view.desk.locate("E1", Spot("A1", 3))
            view.show()
            app.processEvents()
            files.grab(f"files-{count}", view)
        files.sight = "documents"
        files.grab("documents", view)
        part_of(view, "documents/E2/locate").click()  # type: ignore[attr-defined] # a button
        files.grab("documents-form", view)
        files.sight = "attachments"
        card = view.findChild(AttachmentCard)
        if card is not None:
            card.attach_files([Path("/invented/folder/one.pdf"), Path("/invented/folder/another report.pdf")])
        files.grab("files-refused", view)
        view.show_attachment("A1", 3)
        files.grab("viewer-pdf", view)
        view.show_attachment("A2")
        files.grab("viewer-picture", view)
        view.close_attachment()
        view.show_page(Page.CRITERIA)
        files.grab("criteria-with-file", view)
        broken = session.casebook.attachments.keep(io.BytesIO(b"%PDF-1.7 cut off"))
        view.desk.attach(broken, "cut off.pdf", FileType.PDF)
        view.show_attachment("A4")
        files.grab("viewer-broken", view)
        session.casebook.close()


if __name__ == "__main__":
    main()
