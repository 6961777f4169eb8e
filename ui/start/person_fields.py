"""The fields that make a person: name, role, license, passphrase twice."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from app.errors import DictamenError, InvalidInput
from app.people import Person, Role
from ui.kit.boxes import Column
from ui.kit.choice_fields import ComboField
from ui.kit.field import Field
from ui.kit.printable import unprintable
from ui.kit.text import Hint
from ui.kit.text_fields import PassphraseField, TextField
from ui.language import app_words, language
from ui.start.entry import tr
from ui.start.way_in import LEAST_PASSPHRASE

if TYPE_CHECKING:
    from app.passphrases import Level


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
        self.role = ComboField(f"{name}/role", tr("Role"), required=tr("Choose the role."), waits=True)
        self.role.set_placeholder(tr("Choose"))
        for role in roles:
            self.role.add_option(role.value, role_name(role))
        self.license = TextField(
            f"{name}/license", tr("License number"), required=tr("Enter the license number.")
        )
        for printed in (self.who, self.license):
            printed.add_check(unprintable)
        self.passphrase = NewPassphraseField(
            f"{name}/passphrase", tr("Passphrase"), lambda: (self.who.text(), self.license.text())
        )
        self.repeated = RepeatedField(f"{name}/repeated", self.passphrase)

    def all(self) -> list[Field[Any]]:
        """The fields in the order of the form."""
        return list(self.by_name().values())

    def by_name(self) -> dict[str, Field[Any]]:
        """The fields in the order of the form, by the names under which errors speak of them."""
        return {
            "name": self.who,
            "role": self.role,
            "license": self.license,
            "passphrase": self.passphrase,
            "repeated": self.repeated,
        }

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
            field.set_error(f"{field.label} {app_words(error.problem)}.")
        return field


class NewPassphraseField(PassphraseField):
    """A passphrase that is being chosen; how strong it is, and why, is said while it is typed."""

    def __init__(self, name: str, label: str, about: Callable[[], Sequence[str]] = tuple) -> None:
        """``about`` gives what others know of the person: passphrases built on it are weak."""
        super().__init__(
            name,
            label,
            tr("At least {0} characters. Several words are easy to remember.").format(LEAST_PASSPHRASE),
            tr("Choose a passphrase."),
        )
        self._about = about
        self._strength = Hint("")
        self._strength.setObjectName(f"{name}/strength")
        self._strength.hide()
        cast("Column", self.layout()).addWidget(self._strength)
        self.add_check(self._is_good_enough)
        self.line.textChanged.connect(self._show_strength)

    def set_error(self, problem: str) -> None:
        """Show a problem in place of the strength, whose reason it gives; or take it away."""
        super().set_error(problem)
        self._strength.setVisible(not problem and bool(self.line.text()))

    def _is_good_enough(self, typed: str) -> str:
        if len(typed) < LEAST_PASSPHRASE:
            return tr("The passphrase must be at least {0} characters long.").format(LEAST_PASSPHRASE)
        found, why = self._judge(typed)
        if found is passphrase_levels().GUESSABLE:
            return tr("This passphrase is guessed easily: {0}.").format(why)
        return ""

    def _show_strength(self, typed: str) -> None:
        self.set_error("")  # it is of what stood here before
        if not typed:
            return
        if len(typed) < LEAST_PASSPHRASE:
            self._strength.setText(tr("{0} characters: too short").format(len(typed)))
            return
        levels = passphrase_levels()
        found, why = self._judge(typed)
        words = {
            levels.GUESSABLE: tr("Too easy to guess: {0}"),
            levels.WEAK: tr("Weak: {0}. One or two words more make it strong."),
            levels.FAIR: tr("Fair: {0}. One word more makes it strong."),
            levels.STRONG: tr("Strong"),
        }
        self._strength.setText(words[found].format(why))

    def _judge(self, typed: str) -> "tuple[Level, str]":
        from app.passphrases import strength  # noqa: PLC0415  # its word lists are not loaded before the paint

        found = strength(typed, self._about())
        return found.level, found.reason[language()] if found.reason else ""


class RepeatedField(PassphraseField):
    """The same passphrase once more."""

    def __init__(self, name: str, first: NewPassphraseField) -> None:
        super().__init__(name, tr("Passphrase again"), required=tr("Type the passphrase again."))
        self._first = first
        self.add_check(self._is_repeated)

    def _is_repeated(self, typed: str) -> str:
        return "" if typed == self._first.value() else tr("The two passphrases differ.")


def passphrase_levels() -> "type[Level]":
    """The levels of strength, loaded when they are needed."""
    from app.passphrases import Level  # noqa: PLC0415  # not before the first paint

    return Level
