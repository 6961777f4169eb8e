"""Reading TOML data files block by block; every complaint names the file, the block and the key."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.errors import InvalidInput, reason_of
from app.text import LANGUAGES, Text


def read_toml(source: Path) -> tuple[bytes, "Block"]:
    """The file's bytes and its top block.

    Raises:
        InvalidInput: the file cannot be read or is not TOML.
    """
    import tomllib  # noqa: PLC0415  # judging a case takes none of the 4 ms that it takes to load

    try:
        data = source.read_bytes()
        table = tomllib.loads(data.decode())
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({reason_of(error)})", str(source)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput("", f"is not a TOML file in UTF-8 ({error})", str(source)) from error
    return data, Block(str(source), "", table)


def fingerprint(data: bytes) -> str:
    """The SHA-256 of a file, in lower-case hexadecimal."""
    import hashlib  # noqa: PLC0415  # as tomllib: 3 ms

    return hashlib.sha256(data).hexdigest()


class Block:
    """One table of a data file. Each key is asked for by its type; ``finish`` refuses what is left."""

    def __init__(self, source: str, name: str, table: dict[str, object]) -> None:
        self._source = source
        self.name = name
        self._left = dict(table)

    def error(self, key: str, problem: str) -> InvalidInput:
        """A complaint about one key of this block."""
        where = f"{self.name}: {key}" if self.name and key else self.name or key
        return InvalidInput(where, problem, self._source)

    def within(self, key: str, table: dict[str, object]) -> "Block":
        """A table that stands as one item in the list ``key`` of this block."""
        return Block(self._source, f"{self.name}: {key}" if self.name else key, table)

    def finish(self) -> None:
        """Refuse every key that nobody asked for: a typing error is never silently ignored."""
        for key in self._left:
            raise self.error(key, "unknown key")

    def has(self, key: str) -> bool:
        """Whether the key is there and not asked for yet."""
        return key in self._left

    @property
    def left(self) -> tuple[str, ...]:
        """The keys that nobody asked for yet."""
        return tuple(self._left)

    def take(self, key: str) -> object:
        """The value as it stands; it must be there."""
        if key not in self._left:
            raise self.error(key, "is missing")
        return self._left.pop(key)

    def string(self, key: str) -> str:
        """A text that is not empty."""
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, "must be a text")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.take(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.error(key, "must be a list of texts")
        return tuple(value)

    def integer(self, key: str, least: int = 0) -> int:
        """A whole number of at least ``least``."""
        value = self.take(key)
        if type(value) is not int or value < least:
            raise self.error(key, f"must be a whole number, {least} or more")
        return value

    def yes_no(self, key: str) -> bool:
        """A plain yes or no, written true or false."""
        value = self.take(key)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def amount(self, key: str) -> Decimal:
        """An exact decimal of zero or more, written as a text so that no digit is lost."""
        return self.as_amount(key, self.take(key))

    def amounts(self, key: str) -> tuple[Decimal, ...]:
        """A list of exact decimals."""
        value = self.take(key)
        if not isinstance(value, list) or not value:
            raise self.error(key, 'must be a list of amounts, e.g. ["0.8", "0.5"]')
        return tuple(self.as_amount(key, item) for item in value)

    def as_amount(self, key: str, value: object) -> Decimal:
        """A value of this block as an exact decimal; ``key`` is for the complaint."""
        try:
            number = Decimal(value) if isinstance(value, str) else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or number < 0:
            raise self.error(key, 'must be an amount in quotes, e.g. "0.8"')
        return number

    def day(self, key: str) -> date:
        """A date, written without quotes."""
        value = self.take(key)
        if type(value) is not date:
            raise self.error(key, "must be a date, e.g. 2024-05-09")
        return value

    def text(self, key: str) -> Text:
        """A table with one text per language."""
        block = self.block(key)
        text = block.languages()
        block.finish()
        return text

    def languages(self) -> Text:
        """The texts of this block itself, one key per language."""
        return Text({language: self.string(language) for language in LANGUAGES})

    def block(self, key: str) -> "Block":
        """A table within this one."""
        value = self.take(key)
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return self.within(key, value)

    def blocks(self, key: str, name: str = "id") -> Iterator["Block"]:
        """The tables of a list, each named in errors by its own id (or by the key ``name``)."""
        value = self.take(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, f"must be a list of [[{key}]] blocks")
        for number, table in enumerate(value, 1):
            yield self.within(f"{key} {table.get(name, f'number {number}')}", table)

    def dated_blocks(self, key: str) -> Iterator["Block"]:
        """A table, or a list of tables that each hold for their own days."""
        if isinstance(self._left.get(key), dict):
            return iter([self.block(key)])
        return self.blocks(key, "from")

    def optional_blocks(self, key: str, name: str = "id") -> Iterator["Block"]:
        """The tables of a list that may be left out."""
        return self.blocks(key, name) if self.has(key) else iter(())
