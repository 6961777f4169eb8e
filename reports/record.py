"""What a letter carries about itself: the case, the result and the determination, as canonical JSON."""

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from importlib.metadata import version

from app.copies import usual_copy
from app.determination import Determination, Outcome
from app.errors import InvalidInput
from app.people import Person, Role
from app.plan import Plan
from app.text import LANGUAGES
from reports.edition import Edition, read_edition
from reports.frame import TEMPLATE
from reports.reason_texts import policy_words
from reports.wording import wording

FORMAT = "dictamen.determination/1"

Json = dict[str, object]

_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}", re.ASCII)
# Crockford's base 32: no I, L, O or U, so that a number survives the telephone and handwriting.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_SIGNS = 6


def new_letter_number(day: date) -> str:
    """A letter number that says nothing about anyone: ``D-20261124-7K3M9Q``."""
    return f"D-{day:%Y%m%d}-" + "".join(secrets.choice(_SIGNS) for _ in range(_RANDOM_SIGNS))


def checked_letter_number(number: str) -> str:
    """The number, when it can stand on a letter and in a file name.

    Raises:
        InvalidInput: it cannot.
    """
    if not _NUMBER.fullmatch(number):
        raise InvalidInput("letter_number", "must be 1 to 40 letters, digits and hyphens")
    return number


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """What was decided and how the letter was made, enough to make it again.

    Attributes:
        edition: whose copy it is, which letter it replaces and what is enclosed.
        witness: place and link of the case's newest revision in the casebook; None outside a casebook.
        made_with: versions and file hashes that the looks of the letter depend on.
    """

    number: str
    outcome: Outcome
    person: Person
    at: datetime
    reason: str | None
    language: str
    large_print: bool
    made_with: Mapping[str, str]
    edition: Edition
    witness: tuple[int, str] | None = None

    def document(self) -> Json:
        """As JSON values, ``dictamen.determination/1``."""
        return {
            "format": FORMAT,
            "letter_number": self.number,
            "outcome": self.outcome.value,
            "person": {
                "name": self.person.name,
                "role": self.person.role.value,
                "license": self.person.license,
            },
            "at": self.at.isoformat(),
            "reason": self.reason,
            "language": self.language,
            "large_print": self.large_print,
            "casebook": None if self.witness is None else {"seq": self.witness[0], "link": self.witness[1]},
            "made_with": dict(self.made_with),
            **self.edition.document(self.outcome),
        }


def record_of(  # noqa: PLR0913 - each is a fact of the letter
    determination: Determination,
    plan: Plan,
    number: str,
    language: str,
    large: bool,
    edition: Edition | None = None,
    witness: tuple[int, str] | None = None,
) -> LetterRecord:
    """The record of a letter that is about to be made."""
    return LetterRecord(
        number=number,
        outcome=determination.outcome,
        person=determination.person,
        at=determination.at,
        reason=determination.reason,
        language=language,
        large_print=large,
        made_with=made_with(plan, determination.review.policy.number, language),
        edition=edition or Edition(usual_copy(determination.outcome)),
        witness=witness,
    )


def made_with(plan: Plan, policy_number: str, language: str) -> dict[str, str]:
    """What the looks of a letter depend on beside the case: arrangement, texts, plan data, layout library."""
    return {
        "template": TEMPLATE,
        "wording": wording(language).sha256,
        "policy_words": policy_words(policy_number).sha256,
        "plan": plan.sha256,
        "reportlab": version("reportlab"),
    }


def read_record(document: object) -> LetterRecord:
    """A record from its JSON values.

    Raises:
        ValueError: it is none of this version's.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f"the determination is not in the format {FORMAT}")
    try:
        record = _read(document)
    except (KeyError, TypeError, AttributeError, InvalidInput) as error:
        raise ValueError("the determination lacks a field or has a wrong one") from error
    if record.document() != document:
        raise ValueError("the determination has fields or spellings that this version does not write")
    return record


def _read(document: Json) -> LetterRecord:
    person: Mapping[str, str] = document["person"]  # type: ignore[assignment]  # checked by the caller's comparison
    at = datetime.fromisoformat(str(document["at"]))
    if at.utcoffset() is None or document["language"] not in LANGUAGES:
        raise ValueError("the determination has no offset on its time, or an unknown language")
    reason, outcome = document["reason"], Outcome(str(document["outcome"]))
    return LetterRecord(
        number=checked_letter_number(str(document["letter_number"])),
        outcome=outcome,
        person=Person(person["name"], Role(person["role"]), person["license"]),
        at=at,
        reason=None if reason is None else str(reason),
        language=str(document["language"]),
        large_print=document["large_print"] is True,
        made_with=dict(document["made_with"]),  # type: ignore[call-overload]  # as above
        edition=read_edition(document, outcome),
        witness=_read_witness(document["casebook"]),
    )


def _read_witness(value: object) -> tuple[int, str] | None:
    if not isinstance(value, dict):
        return None
    return int(value["seq"]), str(value["link"])


# ---------------------------------------------------------------- canonical JSON


def canonical_json(value: object) -> bytes:
    """JSON in UTF-8 with sorted keys, two-space indents and every number exactly as it came in."""
    return ("".join(_written(value, "\n")) + "\n").encode()


def _written(value: object, line: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        entries = [(f"{json.dumps(key, ensure_ascii=False)}: ", value[key]) for key in sorted(value)]
        yield from _nested("{", entries, "}", line)
    elif isinstance(value, list | tuple):
        yield from _nested("[", [("", item) for item in value], "]", line)
    elif isinstance(value, Decimal):
        yield str(value)
    else:
        yield json.dumps(value, ensure_ascii=False)


def _nested(opening: str, entries: list[tuple[str, object]], closing: str, line: str) -> Iterator[str]:
    deeper = line + "  "
    for place, (label, item) in enumerate(entries):
        yield (opening if place == 0 else ",") + deeper + label
        yield from _written(item, deeper)
    yield line + closing if entries else opening + closing
