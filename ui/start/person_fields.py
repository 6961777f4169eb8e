"""The fields that make a person: name, role, license, passphrase twice."""

from collections.abc import Sequence
from typing import Any, cast

from app.errors import DictamenError, InvalidInput
from app.people import Person, Role
from ui.kit.boxes import Column
from ui.kit.choice_fields import ComboField
from ui.kit.field import Field
from ui.kit.text import Hint
from ui.kit.text_fields import PassphraseField, TextField
from ui.start.entry import tr
from ui.start.way_in import LEAST_PASSPHRASE

_COMFORTABLE = 15
"""Characters from which on a passphrase is called long: NIST SP 800-63B-4 asks it of one used alone."""


def role_name(role: Role) -> str:
    """A role in words."""
    return {
        Role.REVIEWER: tr("Reviewer"),
        Role.PHYSICIAN: tr("Physician reviewer"),
        Role.ADMINISTRATOR: tr("Administrator"),
        Role.QA: tr("Quality assurance"),
    }[role]


class PersonFields:
    """The fields of one person; put ``all()`` into a form."""

    def __init__(self, name: str, roles: Sequence[Role]) -> None:
        """``name`` is the page's; fields are named ``NAME/name``, ``NAME/role`` and so on."""
        self.who = TextField(
            f"{name}/name", tr("Name"), tr("As it is signed on letters."), tr("Enter the name.")
        )
        self.role = ComboField(f"{name}/role", tr("Role"), required=tr("Choose the role."))
        self.role.set_placeholder(tr("Choose"))
        for role in roles:
            self.role.add_option(role.value, role_name(role))
        self.license = TextField(
            f"{name}/license", tr("License number"), required=tr("Enter the license number.")
        )
        self.passphrase = NewPassphraseField(f"{name}/passphrase")
        self.repeated = PassphraseField(
            f"{name}/repeated", tr("Passphrase again"), required=tr("Type the passphrase again.")
        )
        self.repeated.add_check(self._is_repeated)

    def all(self) -> list[Field[Any]]:
        """The fields in the order of the form."""
        return [self.who, self.role, self.license, self.passphrase, self.repeated]

    def value(self) -> Person:
        """The person, once no field has a problem.

        Raises:
            InvalidInput: name or license cannot be used.
        """
        return Person(self.who.value() or "", Role(self.role.value() or ""), self.license.value() or "")

    def refuse(self, error: DictamenError) -> Field[Any] | None:
        """Show an error at its field and give that field; None when it is of no field here."""
        fields = {"name": self.who, "license": self.license, "passphrase": self.passphrase}
        field = fields.get(error.field) if isinstance(error, InvalidInput) else None
        if field is not None and isinstance(error, InvalidInput):
            field.set_error(f"{field.label} {error.problem}.")
        return field

    def _is_repeated(self, typed: str) -> str:
        return "" if typed == self.passphrase.value() else tr("The two passphrases differ.")


class NewPassphraseField(PassphraseField):
    """A passphrase that is being chosen, with its length said while it is typed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            tr("Passphrase"),
            tr("At least {0} characters. Several words are easy to remember.").format(LEAST_PASSPHRASE),
            tr("Choose a passphrase."),
        )
        self._length = Hint("")
        self._length.setObjectName(f"{name}/length")
        self._length.hide()
        cast("Column", self.layout()).addWidget(self._length)
        self.add_check(self._is_long_enough)
        self.line.textChanged.connect(self._show_length)

    @staticmethod
    def _is_long_enough(typed: str) -> str:
        if len(typed) >= LEAST_PASSPHRASE:
            return ""
        return tr("The passphrase must be at least {0} characters long.").format(LEAST_PASSPHRASE)

    def _show_length(self, typed: str) -> None:
        self._length.setVisible(bool(typed))
        if len(typed) < LEAST_PASSPHRASE:
            words = tr("{0} characters: too short")
        elif len(typed) < _COMFORTABLE:
            words = tr("{0} characters: long enough, longer is better")
        else:
            words = tr("{0} characters: long")
        self._length.setText(words.format(len(typed)))
