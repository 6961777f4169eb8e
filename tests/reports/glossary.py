"""Every text of the product in both languages, to hold against the glossary."""

import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from typing import Any

import resources
from app.glossary import Pair
from app.text import LANGUAGES


@cache
def shipped() -> tuple[Pair, ...]:
    """Every text that stands in a data file or on the screen, in both languages."""
    return (*_by_language(), *_side_by_side(), *_screen())


def _by_language() -> Iterator[Pair]:
    """Files of one language each, with the same keys."""
    for folder in ("letters", "sheets", "audit"):
        english, spanish = (dict(_leaves(_read(folder, f"{name}.toml"))) for name in LANGUAGES)
        assert english.keys() == spanish.keys()
        for key, text in english.items():
            yield Pair(f"{folder} {key}", text, spanish[key])


def _leaves(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _leaves(item, f"{key}[{place}]")


def _side_by_side() -> Iterator[Pair]:
    """Files in which both languages stand beside each other."""
    for folder in ("letters", "notices", "policies", "plans", "i18n"):
        for source in sorted(resources.path(folder).glob("*.toml")):
            if source.name not in {"glossary.toml", "en.toml", "es.toml"}:
                for key, en, es in _tables(_read(folder, source.name)):
                    yield Pair(f"{folder}/{source.name} {key}", en, es)


def _tables(value: object, key: str = "") -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        if set(LANGUAGES) <= value.keys() and isinstance(value["en"], str):
            yield value.get("code", key), value["en"], value["es"]
        for name, item in value.items():
            yield from _tables(item, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _tables(item, f"{key}[{place}]")


def _screen() -> Iterator[Pair]:
    root = ET.fromstring(resources.path("i18n", "dictamen_es.ts").read_bytes())  # noqa: S314 - our own file
    for message in root.iter("message"):
        en, translation = message.findtext("source") or "", message.find("translation")
        forms = [] if translation is None else translation.findall("numerusform") or [translation]
        for form in forms:
            yield Pair(f"i18n/dictamen_es.ts {en[:40]}", en, form.text or "")


def _read(folder: str, name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path(folder, name).read_text(encoding="utf-8"))
