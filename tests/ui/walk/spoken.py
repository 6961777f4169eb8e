"""What a screen says, and the words of it that are English: on a Spanish screen there should be none."""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import resources
from app.case_file import load_case
from app.policy import Policy
from app.policy_file import installed_policies
from tests.ui.walk import drawn
from tests.ui.walk.past import attached_files
from ui.attachments.words import short_name
from ui.review.pdf_view import PdfView

_WORDS = """
about above add added all already an and another any anybody are as asked at away be because been before
below between both but by cannot case cases changed check checked choose chosen close closed could day
days did do does done dose each either else empty end ended enter every everybody everything expires false
file files first for from gave get give given gives go goes good had have her here his hour hours how if
into is it its know known last least left less letter letters like line made make makes many may means
member met might missing month months more most much must my name named need needs never new newest next
nobody none not nothing now of off on one only open opened or other others our out over own page pages
passphrase people person physician please policy read ready record reviewer same say says see set she
should show shown shows sign signed since some somebody something still such take taken than that the
their them then there these they this those three through to today too true two under until up us use used
version was way we week weeks were what when where whether which while who whose why will with within
without word words work would write wrong year years yes yet you your
"""
ENGLISH = frozenset(_WORDS.split())
"""Common words of English that no Spanish word is spelled as."""

_TYPED = (
    *(
        "Enter",
        "letter.pdf",
        "no-policy.toml",
        "nobody",
        "Member Vélez, Test",
        "Person-Rivera",
        "Test Member",
    ),
    *(
        "letters-2026-11-24",
        "Notice of language help",
        "Two cycles come before a transplant.",
    ),
    *(
        "Cycle 4 asked for with a transplant planned.",
        "Treatment plan signed by the",
        "Marrow biopsy with flow",
    ),
)
"""What stands on screens of the walk in whatever language: a key, names of files and people, what was typed.

Of what is broken into lines it is the first line."""

_CODE = re.compile(r"\d\d-[a-z]{3}-\d{4}|\b[0-9a-f]*\d[0-9a-f]*\b")
"""Dates and checksums."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def english(window: QWidget) -> Iterator[str]:
    """What a window says in English, but for what people wrote and what is called so."""
    for said in sorted(texts(window)):
        rest = said.replace("\N{NO-BREAK SPACE}", " ")
        for text in _own():
            rest = re.sub(re.escape(text), " ", rest, flags=re.IGNORECASE)
        rest = _CODE.sub(" ", rest)
        words = {word.casefold() for word in _WORD.findall(rest)} & ENGLISH
        if words:
            yield f"English: {said[:120]!r}: {' '.join(sorted(words))}"


@cache
def _own() -> tuple[str, ...]:
    """What is nobody's to translate, the longest first."""
    cases = (load_case(path) for path in resources.path("samples").glob("*.json"))
    titles = {evidence.title for case in cases for evidence in case.evidence}
    files = {name for name, _ in attached_files()} | {short_name(name) for name, _ in attached_files()}
    policies = installed_policies().values()
    printed = {source for policy in policies for source in (*policy.references, *_cited(policy))}
    return tuple(sorted({*_TYPED, *titles, *files, *printed}, key=len, reverse=True))


def _cited(policy: Policy) -> Iterator[str]:
    """Where what the policy's file says comes from."""
    yield from (advisory.source for advisory in policy.advisories.values())
    rules = (policy.course.interruption, policy.course.intent, policy.response and policy.response.mrd)
    for rule in rules:
        yield from re.split(r"[()]", rule.source) if rule else ()  # what stands in brackets is drawn raised


def texts(window: QWidget) -> set[str]:
    """Everything that a window shows or has a screen reader say."""
    lines = drawn.lines_of(window)
    said = {line.text for line in lines if not isinstance(line.widget, QLabel | QAbstractButton)}
    said.add(window.windowTitle())
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not isinstance(widget, PdfView):  # papers speak their own language
            said |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
            said |= set(_shown(widget))
    return {text for text in said if text}


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QAbstractItemView():
            yield from _items(widget, QModelIndex())
        case _:
            pass


def _items(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role)) for role in _ROLES if index.data(role) is not None)
            if column == 0:
                yield from _items(view, index)
