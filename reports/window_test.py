"""A page that shows whether letters fit a window envelope, printed as letters are printed."""

from io import BytesIO

import pikepdf
from reportlab.lib.units import mm

from app.errors import InvalidInput
from reports.batch import wording_of_post
from reports.blocks import AddressBlock, Banner, Block, Letter, Paragraph, words
from reports.page import CREATOR, build_pdf
from reports.wording import Wording

MOST_MM = 20
"""Millimetres by which the page may be moved each way: more would push the addresses off their margins."""


def window_test(language: str, *, right_mm: int = 0, down_mm: int = 0) -> bytes:
    """The PDF of the test page for a number 10 double-window envelope.

    Args:
        language: ``en`` or ``es``.
        right_mm: how far everything is moved to the right, in millimetres; negative to the left.
        down_mm: how far down; negative up.

    Raises:
        InvalidInput: it would be moved further than ``MOST_MM``.
    """
    for name, value in (("right", right_mm), ("down", down_mm)):
        if abs(value) > MOST_MM:
            raise InvalidInput(name, f"must be from -{MOST_MM} to {MOST_MM} millimetres")
    return _moved(build_pdf(_page(wording_of_post(language), right_mm, down_mm)), right_mm, down_mm)


def _page(says: Wording, right_mm: int, down_mm: int) -> Letter:
    sentences = says.sentences
    moved = right_mm or down_mm
    advice = (
        says.text("window.shifted", right=right_mm, down=down_mm) if moved else sentences["window.unshifted"]
    )
    address = AddressBlock(
        (sentences["window.sender_1"], sentences["window.sender_2"]),
        tuple(sentences[f"window.recipient_{line}"] for line in range(1, 5)),
        (words(sentences["window.beside"]),),
    )
    blocks: tuple[Block, ...] = (
        address,
        Banner(sentences["window.title"]),
        *(Paragraph(words(text)) for text in (sentences["window.lead"], advice, sentences["window.body"])),
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


def _moved(pdf: bytes, right_mm: int, down_mm: int) -> bytes:
    """The same with each page's content moved, as a printer would that is set so."""
    if not right_mm and not down_mm:
        return pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            place = f"q 1 0 0 1 {right_mm * mm:.3f} {-down_mm * mm:.3f} cm".encode()
            page.contents_add(place, prepend=True)
            page.contents_add(b"Q")
        target = BytesIO()
        opened.save(target, deterministic_id=True)
        return target.getvalue()
