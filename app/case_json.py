"""JSON of case files: read with exact decimals, and written so that it means the same."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.errors import InvalidInput, reason_of

_LONGEST_NAME = 200


def parse_json(text: str) -> object:
    """JSON with exact decimals; a field that stands twice, NaN and infinities are refused.

    Raises:
        InvalidInput: saying what is wrong and where.
    """
    twins: list[tuple[dict[str, object], str]] = []
    field: str | None = None

    def table_of(pairs: list[tuple[str, object]]) -> dict[str, object]:
        table = dict(pairs)
        if len(table) != len(pairs):
            keys = [key for key, _ in pairs]
            twins.append((table, next(key for key in keys if keys.count(key) > 1)))
        return table

    try:
        document = json.loads(
            text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=table_of
        )
        if twins:
            # an object that a twin of its own name replaced is gone, and with it the path to its fields
            field = next(_paths(document, {id(table): key for table, key in twins}, ""))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InvalidInput("", f"is not JSON ({error.msg}, {where})") from None
    except (ValueError, InvalidOperation, RecursionError):
        raise InvalidInput("", "is not usable JSON: a number is too long or the nesting too deep") from None
    if field is not None:
        raise InvalidInput(field, "stands twice in one object; each field once")
    return document


def _refuse_constant(name: str) -> object:
    raise InvalidInput("", f"holds {name}, which is not a number; every number must be finite")


def _paths(value: object, twins: Mapping[int, str], path: str) -> Iterator[str]:
    """The paths of the fields that stand twice; a name that cannot be shown gives that of its object."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _paths(item, twins, f"{path}[{place}]")
    if isinstance(value, dict):
        if id(value) in twins:
            yield _below(path, twins[id(value)])
        for key, item in value.items():
            yield from _paths(item, twins, _below(path, key))


def _below(path: str, key: str) -> str:
    if not key.isprintable() or len(key) > _LONGEST_NAME:
        return path
    return f"{path}.{key}" if path else key


def read_text(source: Path) -> str:
    """A file's text in UTF-8.

    Raises:
        InvalidInput: it cannot be read, or is not UTF-8.
    """
    try:
        return source.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({reason_of(error)})") from None
    except UnicodeDecodeError:
        raise InvalidInput("", "is not text in UTF-8") from None


def storable(document: Mapping[str, object]) -> dict[str, object]:
    """A document read with exact decimals, as plain JSON values that mean the same.

    Doses and laboratory values become texts, which keep every digit; other numbers stay numbers.
    """
    plain = {key: _storable(value) for key, value in document.items()}
    if isinstance(document.get("laboratory"), dict):
        plain["laboratory"] = _in_full(document["laboratory"])
    request = document.get("request")
    if isinstance(request, dict) and isinstance(request.get("doses_mg"), list):
        doses = [format(d, "f") if isinstance(d, Decimal) else d for d in request["doses_mg"]]
        plain["request"] = {**request, "doses_mg": doses}
    return plain


def _in_full(value: object) -> object:
    """The same values with every fraction as a text."""
    if isinstance(value, dict):
        return {key: _in_full(item) for key, item in value.items()}
    return format(value, "f") if isinstance(value, Decimal) else value


def _storable(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_storable(item) for item in value]
    return value
