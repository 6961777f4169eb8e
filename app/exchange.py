"""Exchange of cases between sites: a case goes with its letters."""

from pathlib import Path

from app.casebook import Casebook
from app.casebook.exchange import Exchange
from app.casebook.sites import MOST_CARD_BYTES
from app.errors import InvalidInput
from app.files import read_file
from app.retention import letters_of


def exchange_of(casebook: Casebook) -> Exchange:
    """The exchange of an open casebook."""
    return casebook.exchange(letters_of)


def card_text(path: Path) -> str:
    """The text of another site's card.

    Raises:
        DictamenError: the file cannot be read, or is no text of a card's size.
    """
    content = read_file(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text or len(content) > MOST_CARD_BYTES:
        raise InvalidInput("card", "must be a site card, a short text file", str(path))
    return text
