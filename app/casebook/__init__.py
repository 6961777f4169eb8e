"""The casebook: cases kept locally, sealed, append-only."""

from app.casebook.book import Casebook
from app.casebook.events import EventKind
from app.casebook.keys import Cost
from app.casebook.problems import (
    Busy,
    Damaged,
    KeyChanged,
    NoCasebook,
    NoSuchCase,
    NotAllowed,
    NotLetIn,
    NotSaved,
    StaleSave,
    TooSoon,
)
from app.casebook.records import (
    Document,
    RevisionEntry,
    Row,
    Saved,
    Scalar,
    Stored,
    Trouble,
    TroubleKind,
)
from app.casebook.tables import Change
from app.casebook.trail import State, TrailEntry
from app.casebook.verify import Witness
from app.casebook.witnesses import WitnessFit

__all__ = [
    "Busy",
    "Casebook",
    "Change",
    "Cost",
    "Damaged",
    "Document",
    "EventKind",
    "KeyChanged",
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
    "State",
    "Stored",
    "TooSoon",
    "TrailEntry",
    "Trouble",
    "TroubleKind",
    "Witness",
    "WitnessFit",
]
