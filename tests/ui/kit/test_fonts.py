import ast
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # it ships no types
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

import resources
from ui import fonts, theme

_KIT = Path(fonts.__file__).parent / "kit"


@pytest.mark.parametrize("name", fonts.FILES)
def test_a_shipped_face_is_static_truetype_as_the_letters_need_it(name: str) -> None:
    face = TTFont(resources.path("fonts", name))

    assert "glyf" in face
    assert "fvar" not in face


def test_the_licence_travels_with_the_font() -> None:
    assert "SIL Open Font License" in resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", [fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD])
def test_each_weight_is_a_face_of_its_own_with_digits_of_one_width(weight: fonts.Weight) -> None:
    font = fonts.font(fonts.Size.BODY, weight)
    measures = QFontMetricsF(font)

    assert QFontInfo(font).family() == fonts.FAMILY
    assert QFontInfo(font).weight() == weight
    assert len({measures.horizontalAdvance(digit * 5) for digit in "0123456789"}) == 1


def test_sizes_follow_the_text_scale_and_stay_within_its_bounds(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme.LIGHT, 1.5)
    assert fonts.px(10) == 15
    assert fonts.font(fonts.Size.LEAD).pixelSize() == 24

    theme.apply(qapp, theme.Theme.LIGHT, 9)
    assert fonts.scale() == fonts.MOST_SCALE

    theme.apply(qapp, theme.Theme.LIGHT, 0.1)
    assert fonts.scale() == fonts.LEAST_SCALE


def _sentences(source: str) -> set[str]:
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)
    }
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and value not in docstrings}


@pytest.mark.parametrize("path", sorted(_KIT.glob("*.py")), ids=lambda path: path.stem)
def test_every_character_of_the_kit_is_in_the_font(path: Path) -> None:
    known = set(TTFont(resources.path("fonts", fonts.FILES[0])).getBestCmap()) | {ord("\n")}

    missing = {
        character
        for text in _sentences(path.read_text("utf-8"))
        for character in text
        if ord(character) not in known
    }

    assert missing == set()
