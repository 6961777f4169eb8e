"""Find the sentences that the layers below the screen say to people: errors, and reasons why not.

``python -m tests.tools.sentences`` prints those that ``resources/i18n/sentences_es.toml`` does not list, each
with a place ``{0}`` for each value, to be put there; ``--gone`` prints those that nothing says any more.
"""

import argparse
import ast
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAYING = ("app", "reports")
LIST = ROOT / "resources" / "i18n" / "sentences_es.toml"
_ROOT_ERRORS, _WITH_FIELD, _CHECK = ("DictamenError", "Refused"), "InvalidInput", "Check"
_PLACES = {_WITH_FIELD: 1, _CHECK: 2}
"""Which argument holds the sentence; else it is the first."""

_USUAL = "SENTENCE"
"""What a kind of error says where nothing else is said."""

_AT_A_FIELD = (".refuse", ".error")
"""Methods that note or raise that a field of a case file, or a key of a data file, cannot be used."""

_FINDINGS = ("error", "remark")
"""Functions that make a finding of the check of a policy file; its words are the third argument."""

_TOLD = "left_out.append"
"""What notes that an added file does not count, and why."""

_SLIPS = ("unused_blocks", "conditions_on_nothing")
"""Functions that give pairs: a block of a policy file, and what is wrong with it."""

_CHECKING = ("examination.py", "signature_check.py", "content_check.py", "casebook_check.py")
"""Modules whose functions give a sentence: what a check of a letter found."""

_REASONS = ("why_", "_why_", "allowed")
"""Functions whose names begin so give a sentence: why something is not allowed, or what is."""

_WARNINGS = ("warnings", "warning", "missing_inserts")
"""Functions of these names give whole sentences about what is allowed and yet not well."""

_DEEPEST = 3
"""Steps from an error back to where its words are written out."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an expression stands: the function, or the module, and the module."""

    scope: ast.AST
    module: ast.Module


def sentences() -> set[str]:
    """All of them. What a variable holds that came from elsewhere is found where it was written out."""
    return {sentence for path in _modules() for sentence in sentences_of(path)}


def sentences_of(path: Path) -> Iterator[str]:
    """Those of one module."""
    module = _tree(path)
    for statement in (node for node in ast.walk(module) if isinstance(node, ast.Assign)):
        if _USUAL in _targets(statement):
            yield from _templates(statement.value, _Place(module, module))
    for scope in (module, *_functions(module)):
        for call in _calls_in(scope):
            words = _words_of(call)
            if words is not None:
                yield from _templates(words, _Place(scope, module))
    for function in _functions(module):
        if function.name in _SLIPS:
            yield from _second_of_pairs(function, module)
        if function.name in _WARNINGS:
            yield from _whole_sentences(function)
        gives = function.returns and ast.unparse(function.returns)
        if function.name.startswith(_REASONS) or (path.name in _CHECKING and gives == "str"):
            yield from _given(function, module)


def listed() -> dict[str, str]:
    """The sentences that are listed, with their translations."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["sentence"]
    return {entry["en"]: entry["es"] for entry in entries}


def main() -> None:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--gone", action="store_true", help="print what nothing says any more")
    said, known = sentences(), set(listed())
    for sentence in sorted(known - said if words.parse_args().gone else said - known):
        sys.stdout.write(f"{sentence}\n")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _modules() -> tuple[Path, ...]:
    return tuple(sorted(path for layer in SAYING for path in (ROOT / layer).rglob("*.py")))


@cache
def _errors() -> frozenset[str]:
    """The names of all kinds of errors for people."""
    names = {*_ROOT_ERRORS}
    classes = [
        node for path in _modules() for node in ast.walk(_tree(path)) if isinstance(node, ast.ClassDef)
    ]
    while True:
        more = {each.name for each in classes if {ast.unparse(base) for base in each.bases} & names} - names
        if not more:
            return frozenset(names)
        names |= more


def _functions(module: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def _calls_in(scope: ast.AST) -> Iterator[ast.Call]:
    """The calls of a function or a module, without those of the functions within."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from _calls_in(child)


def _words_of(call: ast.Call) -> ast.expr | None:
    """The argument of an error that holds its sentence."""
    called = ast.unparse(call.func)
    if called == "super().__init__" and call.args:
        return call.args[0]
    if called.endswith(_AT_A_FIELD) and len(call.args) > 1:
        return call.args[1]  # a field, and what is wrong with it
    if called == _TOLD and call.args:
        return call.args[0]
    if called in _FINDINGS and len(call.args) > 2:
        return call.args[2]
    if called not in _errors() and called != _CHECK:
        return None
    place = _PLACES.get(called, 0)
    return call.args[place] if len(call.args) > place else None


def _templates(words: ast.expr, place: _Place, depth: int = 0) -> Iterator[str]:
    """The sentences that an expression may give."""
    match words:
        case ast.Constant(value=str(text)):
            if " " in text:
                yield text
        case ast.JoinedStr(values=parts):
            yield _numbered("".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in parts))
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add()):
            yield _numbered(text + "{}")
        case ast.IfExp(body=first, orelse=second):
            yield from _templates(first, place, depth)
            yield from _templates(second, place, depth)
        case ast.Name(id=name) if depth < _DEEPEST:
            for value in _values_of(name, place):
                yield from _templates(value, place, depth + 1)
        case ast.Call(func=ast.Name(id=name)) if depth < _DEEPEST:
            for function in (each for each in _functions(place.module) if each.name == name):
                yield from _given(function, place.module, depth + 1)


def _whole_sentences(function: ast.FunctionDef) -> Iterator[str]:
    """What is written out in a function, but for its docstring, and ends as a sentence."""
    place = _Place(function, ast.Module([], []))
    written = (node for statement in function.body[1:] for node in ast.walk(statement))
    for node in written:
        if isinstance(node, ast.JoinedStr | ast.Constant):
            yield from (text for text in _templates(node, place) if text.endswith(".") and text[0].isupper())


def _second_of_pairs(function: ast.FunctionDef, module: ast.Module) -> Iterator[str]:
    """The sentences in the pairs that a function yields."""
    for node in ast.walk(function):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield from _templates(node.value.elts[1], _Place(function, module))


def _given(function: ast.FunctionDef, module: ast.Module, depth: int = 0) -> Iterator[str]:
    """The sentences that a function may give back."""
    for given in ast.walk(function):
        if isinstance(given, ast.Return) and given.value is not None:
            yield from _templates(given.value, _Place(function, module), depth)


def _values_of(name: str, place: _Place) -> list[ast.expr]:
    """What a name is set to: in the function, else in the module."""
    for scope in (place.scope, place.module):
        found = [
            node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign | ast.AnnAssign)
            and node.value is not None
            and name in _targets(node)
        ]
        if found:
            return found
    return []


def _targets(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _numbered(template: str) -> str:
    """The template with its places numbered."""
    first, *others = template.split("{}")
    return first + "".join(f"{{{number}}}{part}" for number, part in enumerate(others))


if __name__ == "__main__":
    main()
