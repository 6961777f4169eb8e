"""The casebook: cases kept locally, sealed, append-only."""

from app.casebook.book import Casebook
from app.casebook.keys import Cost
from app.casebook.problems import (
    Busy,
    Damaged,
    NoCasebook,
    NoSuchCase,
    NotAllowed,
    NotLetIn,
    NotSaved,
    StaleSave,
)
from app.casebook.records import Document, RevisionEntry, Row, Saved, Scalar, Stored, Trouble
from app.casebook.verify import Witness

__all__ = [
    "Busy",
    "Casebook",
    "Cost",
    "Damaged",
    "Document",
    "NoCasebook",
    "NoSuchCase",
    "NotAllowed",
    "NotLetIn",
    "NotSaved",
    "RevisionEntry",
    "Row",
    "Saved",
    "Scalar",
    "StaleSave",
    "Stored",
    "Trouble",
    "Witness",
]
