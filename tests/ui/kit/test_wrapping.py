from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ui import fonts
from ui.kit.notices import Notice, NoticeBar
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import Hint
from ui.kit.wrapping import lines_of, longest_word, wrapped


def _metrics() -> QFontMetrics:
    return fonts.metrics()


def test_a_date_is_never_torn_at_its_hyphens() -> None:
    text = "Marrow, 10-Nov-2026"
    width = longest_word(_metrics(), text)

    assert lines_of(_metrics(), text, width) == ["Marrow,", "10-Nov-2026"]


def test_a_no_break_space_keeps_an_amount_and_its_unit_together() -> None:
    width = _metrics().horizontalAdvance("take 1.5")

    assert lines_of(_metrics(), "take 1.5\N{NO-BREAK SPACE}mg", width) == ["take", "1.5\N{NO-BREAK SPACE}mg"]


def test_a_line_ends_neither_before_a_power_of_ten_nor_before_a_percent_sign() -> None:
    width = _metrics().horizontalAdvance("at least 100")

    assert lines_of(_metrics(), "at least 100 ×10^9/L", width) == ["at least", "100 ×10^9/L"]  # noqa: RUF001
    assert lines_of(_metrics(), "at least 100 %", width) == ["at least", "100 %"]


def test_an_empty_text_takes_no_room() -> None:
    assert lines_of(_metrics(), "", 100) == []
    assert wrapped(_metrics(), "", 100).height() == 0


def test_a_line_break_in_the_text_stays() -> None:
    assert lines_of(_metrics(), "one\n\ntwo", 500) == ["one", "", "two"]


@given(st.text(alphabet="abcde fgh-", max_size=80), st.integers(min_value=1, max_value=400))
def test_every_character_is_shown_and_every_line_fits(text: str, width: int) -> None:
    lines = lines_of(_metrics(), text, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(_metrics().horizontalAdvance(line) <= width or len(line) == 1 for line in lines)


def test_a_page_of_wrapping_texts_ends_with_its_last_card(qtbot: QtBot) -> None:
    page = ScrollPage("page")
    qtbot.addWidget(page)
    texts = [
        Hint("as complete remission, but with platelets or neutrophils still low " * 3) for _ in range(30)
    ]
    for text in texts:
        page.column.addWidget(text)
    page.resize(700, 300)
    page.show()
    inside = page.widget()
    assert inside is not None
    below = inside.height() - texts[-1].geometry().bottom()
    assert 0 < below <= 30
    assert page.verticalScrollBar().maximum() > 0


def test_the_links_of_a_notice_stand_below_it_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    bar = NoticeBar("bar", Notice.WARNING, "Call Clínica Sur and compare the fingerprint.")
    links = [bar.add_action(words, words) for words in ("They are the same: enter", "Cancel")]
    qtbot.addWidget(bar)
    bar.show()
    for width, below in ((900, False), (240, True), (900, False)):
        bar.resize(width, bar.heightForWidth(width))
        qtbot.waitUntil(lambda below=below: (links[0].y() < links[1].y()) == below)  # type: ignore[misc] # bound now
        assert bar.minimumSizeHint().width() <= 240
        assert all(link.geometry().right() <= bar.width() for link in links)
