"""The casebook: cases kept locally, sealed, append-only."""

from app.casebook.book import Casebook
from app.casebook.events import EventKind
from app.casebook.keys import Cost
from app.casebook.problems import (
    Busy,
    Damaged,
    Forked,
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
    VERSIONS,
    Document,
    Origin,
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
    "VERSIONS",
    "Busy",
    "Casebook",
    "Change",
    "Cost",
    "Damaged",
    "Document",
    "EventKind",
    "Forked",
    "KeyChanged",
    "NoCasebook",
    "NoSuchCase",
    "NotAllowed",
    "NotLetIn",
    "NotSaved",
    "Origin",
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
