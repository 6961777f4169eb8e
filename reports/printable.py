"""Whether the letters' font can print what a case holds; said before anything is made, naming the field."""

from collections.abc import Iterator, Mapping

from app.errors import InvalidInput
from app.people import Person
from reports.fonts import first_unprintable

# What a letter never prints, so that it may hold any character.
_UNPRINTED = frozenset({"title", "format"})


def check_printable(case_document: object, person: Person, reason: str | None) -> None:
    """Refuse texts that the font cannot print.

    Raises:
        InvalidInput: naming the field and the character.
    """
    texts = [*_texts(case_document, ""), ("name", person.name), ("license", person.license)]
    texts += [("reason", reason)] if reason is not None else []
    for field, text in texts:
        sign = first_unprintable(text)
        if sign is not None:
            raise InvalidInput(
                field,
                f"holds the sign U+{ord(sign):04X} ({sign}), which the letters' font cannot print;"
                " write it in another way",
            )


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if path or key not in _UNPRINTED:
                yield from _texts(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _texts(item, f"{path}[{place}]")
