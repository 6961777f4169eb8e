"""Everything that ships as words can be drawn with the shipped font."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

import resources

FILES = sorted(
    file
    for folder in ("policies", "plans", "letters", "post", "notices", "i18n", "samples")
    for file in resources.path(folder).rglob("*")
    if file.suffix in {".toml", ".json"}
)
FONTS = sorted(resources.path("fonts").glob("*.ttf"))


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from words_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from words_in(item)


@pytest.fixture(scope="module")
def drawable() -> set[str]:
    """The characters that every cut of the font has, and the line break."""
    maps = []
    for font in FONTS:
        with TTFont(font) as read:
            maps.append(set(map(chr, read.getBestCmap())))
    return set.intersection(*maps) | {"\n"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_character_is_in_the_font(file: Path, drawable: set[str]) -> None:
    text = file.read_text(encoding="utf-8")
    read = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    words = set("".join(words_in(read)))
    assert words
    assert sorted(words - drawable) == []


def test_the_files_and_the_fonts_were_found() -> None:
    assert len(FONTS) == 5
    assert {"policies", "plans", "samples"} <= {file.parent.name for file in FILES}
