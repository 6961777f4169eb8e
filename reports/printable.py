"""Whether the letters' font can print a text; said before anything is made, naming the field."""

from collections.abc import Iterator, Mapping

from app.errors import InvalidInput
from app.people import Person
from reports.blocks import Letter, texts_of
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
            raise InvalidInput(field, f"holds {_named(sign)}; write it in another way")


def check_letter(letter: Letter) -> None:
    """Refuse a letter that would print a box in place of a sign, whichever file the text came from.

    Raises:
        InvalidInput: naming the character, not the text, in which people may be named.
    """
    for text in (*letter.marks, *texts_of(letter.blocks), letter.footer, letter.page_label):
        sign = first_unprintable(text)
        if sign is not None:
            raise InvalidInput("", f"a text of the plan or of the policy holds {_named(sign)}")


def _named(sign: str) -> str:
    """A sign by its code, and as it looks where it can be seen."""
    shown = f" ({sign})" if sign.isprintable() else ""
    return f"the sign U+{ord(sign):04X}{shown}, which the letters' font cannot print"


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
