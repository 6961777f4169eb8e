"""The people who use Dictamen: who they are, and what each may do."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.errors import InvalidInput

MAX_LENGTH = 128
"""Characters in a name or a license: far more than any real one, so that a pasted page is noticed."""


class Role(StrEnum):
    """What a person does; the value is the word of the command line and of certificates."""

    REVIEWER = "reviewer"
    PHYSICIAN = "physician"
    ADMINISTRATOR = "administrator"
    QA = "qa"

    @property
    def may_decide(self) -> bool:
        """Whether this role determines requests (an approval, a request for information)."""
        return self in {Role.REVIEWER, Role.PHYSICIAN}

    @property
    def may_deny(self) -> bool:
        """Whether this role may deny, or approve less than was asked for: physicians alone."""
        return self is Role.PHYSICIAN

    @property
    def may_administer(self) -> bool:
        """Whether this role lets people in and keeps the list of trusted signers."""
        return self is Role.ADMINISTRATOR

    @property
    def may_write(self) -> bool:
        """Whether this role saves cases; quality assurance only reads."""
        return self is not Role.QA


@dataclass(frozen=True)
class Person:
    """One user of the casebook.

    Attributes:
        name: as it is signed, in Unicode NFC, without spaces around it.
        role: what the person does.
        license: the professional license number, as printed on letters.
        administers: lets people in and keeps the trusted signers. True for every administrator, and for
            whoever created the casebook, whatever their role: somebody has to let the second person in.

    Raises:
        InvalidInput: the name or the license is empty, too long, or holds control characters.
    """

    name: str
    role: Role
    license: str
    administers: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _one_line("name", self.name))
        object.__setattr__(self, "license", _one_line("license", self.license))
        object.__setattr__(self, "administers", self.administers or self.role.may_administer)

    @property
    def may_keep(self) -> bool:
        """Whether this person puts holds, purges and exchanges: all but quality assurance that only reads."""
        return self.role.may_write or self.administers


def same_name(one: str, other: str) -> bool:
    """Whether two typings mean one name: neither letter case, spacing nor the form of accents matters."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """The form in which names are compared."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


def _one_line(field: str, text: str) -> str:
    cleaned = unicodedata.normalize("NFC", text).strip()
    if not cleaned:
        raise InvalidInput(field, "must not be empty")
    if len(cleaned) > MAX_LENGTH:
        raise InvalidInput(field, f"must be at most {MAX_LENGTH} characters long")
    if any(unicodedata.category(character) in _UNPRINTABLE for character in cleaned):
        raise InvalidInput(field, "must be one line of printable characters")
    return cleaned


_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that no name or license needs: controls, invisible formats, surrogates, line breaks."""
