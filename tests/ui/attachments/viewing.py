"""What tests of attached files do: attach, wait, look at the viewer."""

import io

from PySide6.QtWidgets import QLabel

from app import case_attachments
from app.attachments import type_of
from tests.ui.review.driven import Driven, part
from ui.attachments.attachment_card import AttachmentCard
from ui.review.case_view import CaseView
from ui.review.pdf_view import PdfView


def attach(view: CaseView, content: bytes, name: str = "fax.pdf") -> str:
    """Attach without the screen's own way in."""
    kept = view.desk.session.casebook.attachments.keep(io.BytesIO(content))
    assert view.desk.attach(kept, name, type_of(content[:1024]))
    return case_attachments.attached(view.desk.record)[-1].id


def card(view: CaseView) -> AttachmentCard:
    """The card of the case's files."""
    return part(view, "attachments", AttachmentCard)


def wait_attached(driven: Driven, view: CaseView, count: int) -> None:
    """Wait until so many files are attached."""
    driven.qtbot.waitUntil(lambda: not card(view).is_busy(), timeout=20_000)
    assert len(case_attachments.attached(view.desk.record)) == count


def shown(driven: Driven, view: CaseView) -> PdfView:
    """The viewer's pages, once those in sight are drawn."""
    pages = part(view, "viewer/view", PdfView)
    driven.qtbot.waitUntil(pages.is_drawn, timeout=20_000)
    return pages


def label(view: CaseView, name: str) -> str:
    """The words of a label."""
    return part(view, name, QLabel).text()
