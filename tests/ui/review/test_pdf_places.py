"""Where pages stand: the same ones are found in sight as by looking at each."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from ui.review.pdf_pages import Sheet
from ui.review.pdf_places import PdfPlaces

SIDES = st.floats(1, 2000)
SHEETS = st.lists(st.builds(Sheet, SIDES, SIDES, st.just("")), max_size=30)


@given(
    SHEETS,
    st.integers(1, 3000),
    st.sampled_from((0.5, 1.0, 3.0)),
    st.integers(-100, 90_000),
    st.integers(1, 3000),
)
def test_pages_in_sight(sheets: list[Sheet], width: int, zoom: float, top: int, height: int) -> None:
    places = PdfPlaces(sheets, width, zoom)
    area = QRect(0, top, max(width, places.whole().width()), height)
    every = [number for number in range(len(sheets)) if places.place(number).intersects(area)]
    assert places.in_sight(area) == every


@given(SHEETS.filter(bool), st.integers(100, 3000), st.sampled_from((0.5, 1.0, 3.0)))
def test_pages_follow_each_other_within_the_whole(sheets: list[Sheet], width: int, zoom: float) -> None:
    places = PdfPlaces(sheets, width, zoom)
    for number in range(1, len(sheets)):
        assert places.place(number).top() > places.place(number - 1).bottom()
    last, whole = places.place(len(sheets) - 1), places.whole()
    assert last.top() + places.size(len(sheets) - 1).height() <= whole.height()
    assert max(places.size(number).width() for number in range(len(sheets))) <= whole.width()


def test_a_file_without_pages_takes_no_room() -> None:
    assert PdfPlaces([], 800, 1.0).in_sight(QRect(0, 0, 800, 600)) == []
    assert PdfPlaces([], 800, 1.0).whole().height() == 0


@given(SHEETS.filter(bool), st.integers(100, 3000), st.integers(0, 90_000))
def test_what_stands_at_a_height_is_found_again(sheets: list[Sheet], width: int, height: int) -> None:
    places = PdfPlaces(sheets, width, 1.0)
    assert places.height_of(*places.spot(height)) == height
