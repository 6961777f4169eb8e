"""What an administrator does about others: letting in, a new role, a new passphrase, leaving."""

from collections.abc import Callable, Sequence
from typing import Any

from app.people import Person, Role
from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.field import Field
from ui.kit.printable import unprintable
from ui.kit.text_fields import TextField
from ui.people.action_form import ActionForm, tr
from ui.session import Session
from ui.start.person_fields import NewPassphraseField, PersonFields, RepeatedField, role_name

YES, NO = "yes", "no"


class LetInForm(ActionForm):
    """A new person."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/add",
            tr("Let somebody in"),
            tr("Choose a first passphrase together; it opens every case in this casebook."),
            tr("Let somebody in"),
            tr("Let this person in"),
        )
        self._session = session
        self.person = PersonFields("people", tuple(Role))
        self.person.repeated.line.returnPressed.connect(self.submit)
        self.add_fields(self.person.by_name())

    def _work(self) -> Callable[[], object]:
        person, passphrase = self.person.value(), self.person.passphrase.value() or ""
        casebook = self._session.casebook

        def let_in() -> Person:
            casebook.add_person(person, passphrase)
            return person

        return let_in


class _MemberForm(ActionForm):
    """Something about one of the others, chosen by name."""

    def __init__(self, session: Session, name: str, words: Sequence[str], *, with_self: bool = False) -> None:
        super().__init__(name, *words)
        self._session = session
        self._with_self = with_self
        self.who = ComboField(f"{name}/who", tr("Person"), required=tr("Choose the person."), waits=True)
        self.who.set_placeholder(tr("Choose"))
        self.who.committed.connect(self._show_person)

    def _prepare(self) -> None:
        self.who.combo.clear()
        for person in self._session.casebook.people():
            if self._with_self or person.name != self._session.person.name:
                self.who.add_option(person.name, person.name)
        self.who.set_value(None)

    def _chosen(self) -> Person | None:
        named = self.who.value()
        return next((known for known in self._session.casebook.people() if known.name == named), None)

    def _show_person(self) -> None:
        """Show what the chosen person is now."""


class RoleForm(_MemberForm):
    """Another role, or the right to administer."""

    def __init__(self, session: Session) -> None:
        words = (
            tr("Change a role"),
            tr("The person signs in again, and a new role brings a new signing key."),
            tr("Change a role"),
            tr("Change the role"),
        )
        super().__init__(session, "people/role-of", words, with_self=True)
        self.role = ComboField("people/role-of/role", tr("Role"), required=tr("Choose the role."), waits=True)
        for role in Role:
            self.role.add_option(role.value, role_name(role))
        self.administers = ChoiceField(
            "people/role-of/administers", tr("Administers the casebook"), required=tr("Choose one.")
        )
        self.administers.add_option(YES, tr("Yes"), tr("Lets people in, changes them, and gives new keys."))
        self.administers.add_option(NO, tr("No"))
        self.add_fields({"name": self.who, "role": self.role, "administers": self.administers})

    def _show_person(self) -> None:
        if person := self._chosen():
            self.role.set_value(person.role.value)
            self.administers.set_value(YES if person.administers else NO)

    def _work(self) -> Callable[[], object]:
        staff, name, role = (
            self._session.casebook.staff,
            self.who.value() or "",
            Role(self.role.value() or ""),
        )
        administers = self.administers.value() == YES

        def change() -> str:
            staff.set_role(name, role, administers=administers)
            return name

        return change


class ResetForm(_MemberForm):
    """A new passphrase for somebody who forgot theirs."""

    def __init__(self, session: Session) -> None:
        words = (
            tr("Reset a forgotten passphrase"),
            tr(
                "The person gets a new passphrase and a new signing key. The former key is lost for ever; "
                "what was signed with it stays valid."
            ),
            tr("Reset a passphrase"),
            tr("Reset the passphrase"),
        )
        super().__init__(session, "people/reset", words)
        self.name = TextField("people/reset/name", tr("New name"), tr("Only where the name changed as well."))
        self.name.add_check(unprintable)
        self.new = NewPassphraseField("people/reset/passphrase", tr("New passphrase"), self._about)
        self.repeated = RepeatedField("people/reset/repeated", self.new)
        self.repeated.line.returnPressed.connect(self.submit)
        fields: dict[str, Field[Any]] = {"who": self.who, "name": self.name}
        self.add_fields({**fields, "passphrase": self.new, "repeated": self.repeated})

    def _about(self) -> tuple[str, ...]:
        person = self._chosen()
        return (person.name, person.license) if person else ()

    def _work(self) -> Callable[[], object]:
        staff, name, new = self._session.casebook.staff, self.who.value() or "", self.new.value() or ""
        new_name = self.name.value()

        def give() -> str:
            staff.reset(name, new, new_name)
            return new_name or name

        return give


class RetireForm(_MemberForm):
    """Somebody leaves."""

    def __init__(self, session: Session) -> None:
        words = (
            tr("Somebody leaves"),
            tr("The person gets in no more. What they did and signed stays, and nobody else gets the name."),
            tr("Close somebody's way in"),
            tr("Close the way in"),
        )
        super().__init__(session, "people/retire", words)
        self.new_key = ChoiceField(
            "people/retire/key",
            tr("New data key"),
            required=tr("Choose whether the casebook gets a new key."),
        )
        self.new_key.add_option(
            YES,
            tr("Give the casebook a new key at once"),
            tr("With a copy of the file, the person could still open what is sealed under the present one."),
        )
        self.new_key.add_option(NO, tr("Keep the present key"))
        self.add_fields({"name": self.who, "key": self.new_key})

    def _prepare(self) -> None:
        super()._prepare()
        self.new_key.set_value(YES)

    def _work(self) -> Callable[[], object]:
        staff, name, new_key = (
            self._session.casebook.staff,
            self.who.value() or "",
            self.new_key.value() == YES,
        )

        def retire() -> tuple[str, bool]:
            staff.retire(name)
            return name, new_key

        return retire
