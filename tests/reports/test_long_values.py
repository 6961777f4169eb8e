"""The longest names, addresses and numbers that a case file may hold: nothing on a letter covers anything."""

import ctypes
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # as above
import pytest

from app.case_id import MOST_CHARACTERS
from app.plan import plan
from reports.letter import compose
from reports.page import build_pdf
from tests.reports.cases import DECISIONS, Document, decide

LONGEST = 200
TOUCHING = 0.8  # points by which neighbours of one line may share their boxes


def longest(word: str) -> str:
    """A text of the most characters that a line of a case file may have."""
    return (word * LONGEST)[: LONGEST - 1] + "x"


def with_long_values(document: Document, text: str) -> Document:
    member = dict.fromkeys(("given_name", "family_name", "member_id"), text)
    prescriber = {"name": text, "phone": text}
    return {
        **document,
        "case_id": "W" * MOST_CHARACTERS,
        "request": {**document["request"], "hcpcs": text, "icd10": [text, text]},
        "member": {**document["member"], **member, "address": [text] * 5},
        "prescriber": {**document["prescriber"], **prescriber},
        "evidence": [{**item, "title": text} for item in document["evidence"]],
    }


class Box(NamedTuple):
    """Where a sign stands, in points from the page's lower left corner."""

    left: float
    right: float
    bottom: float
    top: float


def boxes_of(page: Any) -> Iterator[Box]:
    text = page.get_textpage()
    for place in range(text.count_chars()):
        if not chr(pdfium.FPDFText_GetUnicode(text, place)).isspace():
            edges = [ctypes.c_double() for _ in range(4)]
            pdfium.FPDFText_GetCharBox(text, place, *edges)
            yield Box(*(edge.value for edge in edges))


def covered(boxes: list[Box]) -> int:
    """How many pairs of signs lie on one another."""
    boxes.sort()
    pairs = 0
    for place, box in enumerate(boxes):
        beside = takewhile(lambda other: other.left < box.right - TOUCHING, boxes[place + 1 :])  # noqa: B023
        for other in beside:
            wide = min(box.right, other.right) - other.left
            high = min(box.top, other.top) - max(box.bottom, other.bottom)
            pairs += wide > TOUCHING and high > TOUCHING
    return pairs


@pytest.mark.parametrize("word", ["W", "MARÍA "])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", ["approve", "deny", "pend"])
def test_nothing_covers_anything_or_leaves_the_page(kind: str, large: bool, word: str) -> None:
    document, outcome, reason = DECISIONS[kind]
    decided = decide(with_long_values(document, longest(word)), outcome, reason)
    letter = compose(decided, plan("mmm-healthcare"), "es", "D-20261121-7K3M9Q")
    pdf = pypdfium2.PdfDocument(build_pdf(letter, large_print=large))
    said = ""
    for page in pdf:
        boxes = list(boxes_of(page))
        assert min(box.left for box in boxes) >= 0
        assert min(box.bottom for box in boxes) >= 0
        assert max(box.right for box in boxes) <= page.get_width()
        assert max(box.top for box in boxes) <= page.get_height()
        assert covered(boxes) == 0
        said += "".join(page.get_textpage().get_text_bounded().split())
    pdf.close()
    name = decided.review.case.prescriber.name if kind == "pend" else decided.review.case.member.full_name
    assert "".join(name.split()) in said


def test_what_covers_is_found() -> None:
    boxes = [Box(0, 10, 0, 10), Box(9.5, 20, 0, 10), Box(5, 12, 5, 15)]
    assert covered(boxes) == 2
