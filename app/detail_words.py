"""The details of a recorded event in words, in each language of the screen and of reports."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from app.history_words import action_words, known, say

_CASE, _MOMENT, _ACTION = "case_id", "at", "of"
_DIGEST = "sha256"

Clock = Callable[[datetime], datetime]


def detail_words(
    action: str, detail: Mapping[str, object], language: str, *, local: Clock, digests: bool = True
) -> str:
    """The details in one line, but for the case, which is told beside it; empty for none.

    Args:
        action: what was recorded, an ``EventKind`` or other words in its manner.
        detail: names and values as kept. A name that has no words is told as it is kept.
        language: of the words.
        local: puts a moment on the clock of who reads it.
        digests: also tell fingerprints of files.
    """
    left_out = {_CASE} if digests else {_CASE, _DIGEST}
    told = {name: value for name, value in detail.items() if name not in left_out and value is not None}
    return "; ".join(_words(action, name, value, language, local) for name, value in told.items())


def recorded(detail: Mapping[str, object]) -> str:
    """The same details as they are kept, for a list that programs read."""
    told = {name: value for name, value in detail.items() if name != _CASE and value is not None}
    return "; ".join(f"{name}: {_plain(value)}" for name, value in told.items())


def _words(action: str, name: str, value: object, language: str, local: Clock) -> str:
    plain = _plain(value)
    if name == _MOMENT:
        plain = _moment(plain, local)
    elif name == _ACTION:
        plain = action_words(plain, language)
    for code in (f"detail.{name}.{plain}", f"detail.{action}.{name}", f"detail.{name}"):
        if known(code):
            return say(code, language, value=plain)
    return f"{name}: {plain}"


def _moment(text: str, local: Clock) -> str:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{local(at):%Y-%m-%d %H:%M:%S}" if at.tzinfo else text


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
