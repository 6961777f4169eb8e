"""JSON of case files: read with exact decimals, and written so that it means the same."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.errors import InvalidInput


def parse_json(text: str) -> object:
    """JSON with exact decimals; a field that stands twice, NaN and infinities are refused.

    Raises:
        InvalidInput: saying what is wrong and where.
    """
    try:
        return json.loads(
            text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twins
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InvalidInput("", f"is not JSON ({error.msg}, {where})") from None
    except (ValueError, InvalidOperation, RecursionError):
        raise InvalidInput("", "is not usable JSON: a number is too long or the nesting too deep") from None


def _refuse_constant(name: str) -> object:
    raise InvalidInput("", f"holds {name}, which is not a number; every number must be finite")


def _refuse_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise InvalidInput(twin if twin.isprintable() else "", "stands twice in one object; each field once")
    return table


def read_text(source: Path) -> str:
    """A file's text in UTF-8.

    Raises:
        InvalidInput: it cannot be read, or is not UTF-8.
    """
    try:
        return source.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({error.strerror})") from None
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
