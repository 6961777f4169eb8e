"""Bring the Qt Linguist file of the screen up to date with the program, and release it.

``python -m tests.tools.translations`` reads every ``tr("…")`` under ``ui/``, keeps the translations that are
there, adds what is new as unfinished, drops what nothing says any more, and writes the compiled file beside
it. ``--missing`` prints what has no translation yet. Qt's own ``lupdate`` knows ``tr`` only as a method of a
class and would list a module's texts under another context than the one it looks up: they are read here.
"""

import argparse
import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "ui"
LINGUIST_FILE = ROOT / "resources" / "i18n" / "dictamen_es.ts"
_DOCTYPE = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One thing that the screen says, in the program's own language.

    Attributes:
        context: the group under which Qt looks it up.
        source: the English text.
    """

    context: str
    source: str


def texts_of_the_screen() -> set[Text]:
    """Everything that ``ui/`` passes through ``tr`` or ``QCoreApplication.translate``."""
    return {text for path in SOURCES.rglob("*.py") for text in texts_of(path)}


def texts_of(path: Path) -> Iterator[Text]:
    """What one module says.

    Raises:
        ValueError: a text is put together while the program runs, so that no translator can see it.
    """
    tree = _tree(path)
    context = _context(path)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called == "QCoreApplication.translate" and isinstance(node.args[1], ast.Constant):
            yield Text(_literal(node.args[0], path), _literal(node.args[1], path))
        elif called == "tr":
            if context is None:
                raise ValueError(f"{path}:{node.lineno}: tr comes from nowhere")
            yield Text(context, _literal(node.args[0], path))


def read_linguist_file(path: Path = LINGUIST_FILE) -> dict[Text, str]:
    """The translations of a Linguist file; those that are unfinished are empty."""
    if not path.is_file():
        return {}
    return {
        Text(context.findtext("name", ""), message.findtext("source", "")): _finished(message)
        for context in ET.parse(path).getroot().findall("context")  # noqa: S314  # a file of this project
        for message in context.findall("message")
    }


def write_linguist_file(translations: dict[Text, str], path: Path = LINGUIST_FILE) -> None:
    """Write the file as Linguist does, by context and then by text, so that two people's changes merge."""
    root = ET.Element("TS", version="2.1", language="es_PR", sourcelanguage="en")
    for name in sorted({text.context for text in translations}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in sorted(each for each in translations if each.context == name):
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = text.source
            translation = ET.SubElement(message, "translation")
            if translations[text]:
                translation.text = translations[text]
            else:
                translation.set("type", "unfinished")
    ET.indent(root, space="    ")
    path.write_text(_DOCTYPE + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def release(source: Path = LINGUIST_FILE, target: Path | None = None) -> Path:
    """Compile a Linguist file for the program, by Qt's own tool; the same file gives the same bytes."""
    compiled = target or source.with_suffix(".qm")
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    if sys.platform == "darwin":
        tool = Path(sys.executable).with_name("pyside6-lrelease")
    command = [str(tool), "-silent", str(source), "-qm", str(compiled)]
    subprocess.run(command, check=True)
    return compiled


def bring_up_to_date() -> dict[Text, str]:
    """Write both files anew; gives what the Linguist file holds now."""
    kept = read_linguist_file()
    # a text that moved to another page keeps its words
    anywhere = {text.source: words for text, words in kept.items() if words}
    now = {text: kept.get(text) or anywhere.get(text.source, "") for text in texts_of_the_screen()}
    write_linguist_file(now)
    release()
    return now


def main() -> None:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--missing", action="store_true", help="print what has no translation yet")
    if words.parse_args().missing:
        kept = read_linguist_file()
        for text in sorted(texts_of_the_screen()):
            if not kept.get(text):
                sys.stdout.write(f"{text.context}\t{text.source}\n")
        return
    now = bring_up_to_date()
    sys.stdout.write(f"{len(now)} texts, {sum(not words for words in now.values())} without a translation\n")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _context(path: Path) -> str | None:
    """The context of a module's ``tr``: its own, or that of the module from which it takes it."""
    for node in _tree(path).body:
        if isinstance(node, ast.FunctionDef) and node.name == "tr":
            call = next(each for each in ast.walk(node) if isinstance(each, ast.Call))
            return _literal(call.args[0], path)
        if isinstance(node, ast.ImportFrom) and any(name.name == "tr" for name in node.names):
            return _context(ROOT.joinpath(*(node.module or "").split(".")).with_suffix(".py"))
    return None


def _literal(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{path}:{node.lineno}: a text for the screen must be written out, not put together")


def _finished(message: ET.Element) -> str:
    translation = message.find("translation")
    unfinished = translation is None or translation.get("type") is not None
    return "" if unfinished or translation is None else translation.text or ""


if __name__ == "__main__":
    main()
