"""The test page for window envelopes: the two addresses in the windows, nothing else; moved as asked."""

from decimal import Decimal
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
import pytest

from app.envelope import NUMBER_10
from app.errors import InvalidInput
from app.text import Text
from reports.window_test import MOST_MM, window_test

INCH, MM = 72.0, 72 / 25.4
SHEET_HEIGHT = 11 * INCH


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


def boxes(pdf: bytes) -> dict[str, Box]:
    """Where each run of text of the first page stands, in points from the left and bottom edge."""
    document = pdfium.PdfDocument(pdf)
    text = document[0].get_textpage()
    found = {}
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        found[text.get_text_bounded(left, bottom, right, top).strip()] = Box(left, bottom, right, top)
    document.close()
    return found


def windows(slide_right: float, slide_down: float) -> tuple[Box, Box]:
    """Return address and recipient windows on the sheet, for a sheet that lies so far right and down.

    The folded sheet stands on the envelope's lower edge, 4.125 x 9.5 inches; its top panel is 4 inches high.
    """
    made = []
    for left, bottom, width, height in ((0.625, 2.375, 3.25, 0.875), (0.625, 1.0, 4.0, 1.0)):
        x = (left - slide_right) * INCH
        y = SHEET_HEIGHT - 4 * INCH + (bottom + slide_down) * INCH
        made.append(Box(x, y, x + width * INCH, y + height * INCH))
    return made[0], made[1]


def within(inner: Box, outer: Box) -> bool:
    return (
        inner.left >= outer.left
        and inner.right <= outer.right
        and inner.bottom >= outer.bottom
        and inner.top <= outer.top
    )


def meets(one: Box, other: Box) -> bool:
    apart = (
        one.right < other.left or other.right < one.left or one.top < other.bottom or other.top < one.bottom
    )
    return not apart


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("slide", [(0.0, 0.0), (1.0, 0.0), (0.0, 0.125), (1.0, 0.125)])
def test_only_the_addresses_show_wherever_the_sheet_lies(language: str, slide: tuple[float, float]) -> None:
    found = boxes(window_test(language))
    sender, recipient = windows(*slide)
    shown = {text for text, box in found.items() if meets(box, sender) or meets(box, recipient)}
    addresses = {"en": ("RETURN ADDRESS", "LAST LINE"), "es": ("REMITENTE", "ÚLTIMA LÍNEA")}
    for begins in addresses[language]:
        assert any(text.startswith(begins) for text in shown), shown
    assert len(shown) == 6, shown
    assert all(within(found[text], sender) or within(found[text], recipient) for text in shown)


def test_the_page_has_marks_where_the_plan_folds_its_sheets() -> None:
    """At both edges, 4 and 7.5 inches below the top; as an artifact, so that nobody hears them read."""
    with pikepdf.open(BytesIO(window_test("en"))) as pdf:
        found = pikepdf.parse_content_stream(pdf.pages[0])
    drawn = [
        (str(item.operator), [float(value) for value in item.operands])
        for item in found[-14:]
        if str(item.operator) in {"m", "l"}
    ]
    heights = {values[1] for _, values in drawn}
    assert heights == {SHEET_HEIGHT - 4 * INCH, SHEET_HEIGHT - 7.5 * INCH}
    starts = sorted({values[0] for name, values in drawn if name == "m"})
    assert starts == pytest.approx([0, 8.1 * INCH], abs=0.05)
    marked = [str(item.operands[0]) for item in found if str(item.operator) == "BMC"]
    assert marked[-1] == "/Artifact"


def test_the_page_is_for_the_plan_s_own_envelope() -> None:
    other = NUMBER_10._replace(
        name=Text({"en": "blue envelope", "es": "sobre azul"}),
        recipient_window=NUMBER_10.recipient_window._replace(bottom=Decimal("0.75")),
    )
    plain, moved = boxes(window_test("en")), boxes(window_test("en", other))
    assert plain["LAST LINE OF THE ADDRESS"].top - moved["LAST LINE OF THE ADDRESS"].top == pytest.approx(
        0.25 * INCH, abs=0.05
    )
    assert any("blue envelope" in text for text in moved)


def test_the_page_is_moved_as_asked() -> None:
    before, after = boxes(window_test("en")), boxes(window_test("en", right_mm=4, down_mm=-3))
    moved, stood = after["RETURN ADDRESS"], before["RETURN ADDRESS"]
    assert moved.left - stood.left == pytest.approx(4 * MM, abs=0.05)
    assert moved.top - stood.top == pytest.approx(3 * MM, abs=0.05)
    assert any("4 mm to the right" in text for text in after)


def test_it_is_not_moved_off_the_page() -> None:
    with pytest.raises(InvalidInput, match="right: must be from -20 to 20"):
        window_test("en", right_mm=MOST_MM + 1)


def test_the_same_page_has_the_same_bytes() -> None:
    assert window_test("es", down_mm=2) == window_test("es", down_mm=2)
    assert BytesIO(window_test("es")).read(5) == b"%PDF-"
