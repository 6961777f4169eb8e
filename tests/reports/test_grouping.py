import dataclasses

import pytest

from reports.blocks import (
    Block,
    Bullets,
    Column,
    Fact,
    FactTable,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
    words,
)
from reports.letter import compose
from reports.page import build_pdf
from tests.reports.cases import determination
from tests.reports.test_page import PLAN, page_texts

HEADING = "A heading that must not stand alone"
FIRST = "First of what follows"
FOLLOWING: dict[str, Block] = {
    "table": Table((Column("Line", 1), Column("Said", 3)), ((FIRST, "words"), ("second", "words"))),
    "facts": FactTable((Fact(FIRST, "words"), Fact("second", "words"))),
    "list": Bullets(((words(FIRST), words("more of it")), (words("second"),)), numbered=True),
    "group": KeepTogether((Paragraph(words(FIRST)), Paragraph(words("second")))),
    "text": Paragraph(words(FIRST)),
}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", FOLLOWING)
def test_no_heading_stands_alone_at_the_foot_of_a_page(kind: str, large: bool) -> None:
    letter = compose(determination("approve"), PLAN, "en", "D-20261121-7K3M9Q")
    turned = 0
    for lines in range(60):
        before = tuple(Paragraph(words(f"line {number}")) for number in range(lines))
        blocks = (*before, Heading(HEADING), FOLLOWING[kind])
        pages = page_texts(build_pdf(dataclasses.replace(letter, blocks=blocks), large_print=large))
        (page,) = (text for text in pages if HEADING in text.replace("\u00a0", " "))
        assert FIRST in page.replace("\u00a0", " "), f"after {lines} lines"
        turned += page is pages[-1] and len(pages) > 1
    assert turned  # or no heading came near the foot


def test_a_group_in_a_group_does_not_begin_a_new_page() -> None:
    letter = compose(determination("approve"), PLAN, "en", "D-20261121-7K3M9Q")
    inner = KeepTogether((Heading("Inner heading"), Bullets(((words("an item"),),))))
    blocks = (Paragraph(words("before")), KeepTogether((Heading("Outer heading"), inner)))
    assert len(page_texts(build_pdf(dataclasses.replace(letter, blocks=blocks)))) == 1
