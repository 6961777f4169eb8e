"""A page that shows whether letters fit a window envelope, printed as letters are printed."""

from io import BytesIO

import pikepdf
from reportlab.lib.units import inch, mm

from app.envelope import NUMBER_10, Envelope
from app.errors import InvalidInput
from reports.batch import wording_of_post
from reports.blocks import AddressBlock, Banner, Block, Letter, Paragraph, words
from reports.page import CREATOR, build_pdf
from reports.sheet import HEIGHT, WIDTH
from reports.wording import Wording

MOST_MM = 20
"""Millimetres by which the page may be moved each way: more would push the addresses off their margins."""


_FOLD_MARK = 0.4 * inch
"""Length of the dashes at the sheet's edges where it is folded; printers leave some of it white."""


def window_test(
    language: str, envelope: Envelope = NUMBER_10, *, right_mm: int = 0, down_mm: int = 0
) -> bytes:
    """The PDF of the test page for a plan's window envelope, with marks where the sheet is folded.

    Args:
        language: ``en`` or ``es``.
        envelope: the plan's.
        right_mm: how far everything is moved to the right, in millimetres; negative to the left.
        down_mm: how far down; negative up.

    Raises:
        InvalidInput: it would be moved further than ``MOST_MM``.
    """
    for name, value in (("right", right_mm), ("down", down_mm)):
        if abs(value) > MOST_MM:
            raise InvalidInput(name, f"must be from -{MOST_MM} to {MOST_MM} millimetres")
    page = build_pdf(_page(wording_of_post(language), envelope, right_mm, down_mm))
    return _drawn(page, envelope, right_mm, down_mm)


def _page(says: Wording, envelope: Envelope, right_mm: int, down_mm: int) -> Letter:
    sentences = says.sentences
    moved = right_mm or down_mm
    advice = (
        says.text("window.shifted", right=right_mm, down=down_mm) if moved else sentences["window.unshifted"]
    )
    address = AddressBlock(
        (sentences["window.sender_1"], sentences["window.sender_2"]),
        tuple(sentences[f"window.recipient_{line}"] for line in range(1, 5)),
        (words(sentences["window.beside"]),),
        envelope,
    )
    lead = says.text("window.lead", envelope=envelope.name[says.language])
    blocks: tuple[Block, ...] = (
        address,
        Banner(sentences["window.title"]),
        *(Paragraph(words(text)) for text in (lead, advice, sentences["window.body"])),
    )
    return Letter(
        number="",
        language=says.language,
        locale=says.locale,
        title=sentences["window.title"],
        author=CREATOR,
        marks=(),
        footer=sentences["window.footer"],
        page_label=sentences["cover.page"],
        unbroken=(),
        blocks=blocks,
    )


def _drawn(pdf: bytes, envelope: Envelope, right_mm: int, down_mm: int) -> bytes:
    """The page with its fold marks, all moved as a printer would that is set so."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        page.contents_add(_fold_marks(envelope), prepend=False)
        page.contents_add(f"q 1 0 0 1 {right_mm * mm:.3f} {-down_mm * mm:.3f} cm".encode(), prepend=True)
        page.contents_add(b"Q", prepend=False)
        target = BytesIO()
        opened.save(target, deterministic_id=True)
        return target.getvalue()


def _fold_marks(envelope: Envelope) -> bytes:
    """Dashes at both edges of the sheet, which nobody hears read."""
    drawn = ["/Artifact BMC q 0.5 w"]
    for fold in envelope.folds:
        height = HEIGHT - float(fold) * inch
        drawn += [
            f"{left:.2f} {height:.2f} m {left + _FOLD_MARK:.2f} {height:.2f} l S"
            for left in (0, WIDTH - _FOLD_MARK)
        ]
    return " ".join((*drawn, "Q EMC")).encode()
