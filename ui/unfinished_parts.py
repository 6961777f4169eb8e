"""What stands half done in a case and at the places between cases, as a document, and the way back."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.route import Page
from ui.half_done import HalfDone, half_done, put_back
from ui.places import AUDIT, DECIDED, LETTERS, SETTINGS, WORKLIST, Places
from ui.review.draft import Choice

if TYPE_CHECKING:
    from app.casebook import Document
    from ui.review.case_view import CaseView
    from ui.window import Window

PLACES, LEFT = "places", "left"

_ONLY_SOUGHT = frozenset({WORKLIST, DECIDED, SETTINGS})
"""Where nothing is typed but what to look for, and settings count at once."""

_ONLY_ASKED = frozenset({AUDIT, LETTERS})
"""Where what is typed says which days to look at; it is not worth a visit after the window was closed."""

_NOT_SHOWN_AGAIN = frozenset({WORKLIST, SETTINGS})
"""The first place anyway, and the one from which a person goes to restore a backup."""


def page_named(named: object) -> Page | None:
    """The page of that name, or None."""
    return Page(named) if isinstance(named, str) and named in set(Page) else None


# ---------------------------------------------------------------- a case


def case_work(view: "CaseView") -> dict[str, Any]:
    """How a case stands on the screen: page, focus, what is half done, the choice, the file in sight."""
    focused = QApplication.focusWidget()
    inside = focused is not None and view.isAncestorOf(focused)
    draft = view.desk.draft
    return {
        "case_id": view.desk.case.case_id,
        "policy": view.desk.policy.number,
        "page": view.stack.page().page.value,
        "focus": focused.objectName() if inside and focused is not None else "",
        "cursor": focused.cursorPosition() if isinstance(focused, QLineEdit) and inside else None,
        "typed": [{"page": page.value, **item._asdict()} for page, item in _half_done_pages(view)],
        "choice": draft.choice.value if draft.choice is not None else None,
        "language": draft.language,
        "large_print": draft.large_print,
        "file": view.attachment_in_sight(),
    }


def typed_in_case(view: "CaseView") -> bool:
    """Whether anything in a case is saved nowhere yet."""
    return any(True for _ in _half_done_pages(view))


def put_back_case(view: "CaseView", work: "Mapping[str, Any]") -> bool:
    """Put back what was chosen and typed, and the focus; says whether words came back."""
    chosen = work.get("choice")
    draft = view.desk.draft
    draft.choice = Choice(chosen) if chosen in set(Choice) else None
    draft.language, draft.large_print = work.get("language"), bool(work.get("large_print"))
    view.stack.refresh()
    front, done = view.stack.page().page, False
    typed = _items(work.get("typed"))
    for page in Page:
        items = [_item(item) for item in typed if item.get("page") == page]
        if items:
            view.show_page(page)
            done = put_back(view.stack.page(), items) or done
    view.show_page(page_named(work.get("page")) or front)
    _focus(view, work)
    return done


def _half_done_pages(view: "CaseView") -> Iterator[tuple[Page, HalfDone]]:
    for page in view.stack.made():
        for item in half_done(page):
            yield page.page, item


def _focus(view: "CaseView", work: "Mapping[str, Any]") -> None:
    name = work.get("focus")
    found = view.findChildren(QWidget, name) if name else []
    if found and found[0].isVisibleTo(view):
        found[0].setFocus()
        cursor = work.get("cursor")
        if isinstance(found[0], QLineEdit) and isinstance(cursor, int):
            found[0].deselect()
            found[0].setCursorPosition(cursor)


# ---------------------------------------------------------------- the places between cases


def place_work(window: "Window", *, only_words: bool) -> dict[str, Any]:
    """The place in sight, unless it is the worklist, and what is half done at any of them."""
    places = window.places
    if places is None:
        return {}
    skipped = _ONLY_SOUGHT | _ONLY_ASKED if only_words else _ONLY_SOUGHT
    typed = {
        place: [item._asdict() for item in found]
        for place, page in places.made().items()
        if place not in skipped and (found := [*half_done(page)])
    }
    work: dict[str, Any] = {PLACES: typed} if typed else {}
    place = places.place()
    if place in typed or (place not in _NOT_SHOWN_AGAIN and not only_words):
        work["place"] = place
    return work


def put_back_places(places: Places, typed: object) -> bool:
    """Put back what was half done between cases; says whether there was a field for any of it."""
    if not isinstance(typed, Mapping):
        return False
    done = False
    for place, items in typed.items():
        if place in places.destinations():
            done = put_back(places.page_of(place), map(_item, _items(items))) or done
    return done


def show_place_again(places: Places, work: "Document") -> None:
    """Go to the place that was in sight."""
    place = work.get("place")
    if isinstance(place, str) and place in places.destinations():
        places.show_place(place)


def show_what_lay_over(window: "Window", work: "Mapping[str, Any]") -> None:
    """Show the attached file, or the history, that lay over the page of the case."""
    frame = window.case
    if frame is None:
        return
    match work.get("file"):
        case [str(name), int(number)]:
            frame.view.show_attachment(name, number)
    if work.get("history"):
        frame.view.ask_history()


def _items(listed: object) -> "list[Mapping[str, Any]]":
    return [item for item in listed if isinstance(item, Mapping)] if isinstance(listed, list) else []


def _item(item: "Mapping[str, Any]") -> HalfDone:
    return HalfDone(*(str(item.get(name, "")) for name in HalfDone._fields))
