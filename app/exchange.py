"""Exchange of cases between sites: a case goes with its letters."""

from app.casebook import Casebook
from app.casebook.exchange import Exchange
from app.retention import letters_of


def exchange_of(casebook: Casebook) -> Exchange:
    """The exchange of an open casebook."""
    return casebook.exchange(letters_of)
