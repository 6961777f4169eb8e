"""A form that asks for one's own passphrase, and twice for a new one."""

from app.people import Person
from ui.kit.text_fields import PassphraseField
from ui.people.action_form import ActionForm
from ui.start.person_fields import NewPassphraseField, RepeatedField


class NewPassphraseForm(ActionForm):
    """An ``ActionForm`` with these three fields; a subclass calls ``ask`` once.

    Attributes:
        own: the passphrase that counts now.
        new, repeated: the other one.
    """

    def ask(self, person: Person, key: str, own: PassphraseField, new: str) -> None:
        """Put the fields into the form.

        Args:
            person: whose name and license must not be in the new passphrase.
            key: under which the work's errors speak of the present one.
            own: asks for that.
            new: the label of the new one.
        """
        name = self.objectName()
        self.own = own
        self.new = NewPassphraseField(f"{name}/new", new, lambda: (person.name, person.license))
        self.repeated = RepeatedField(f"{name}/repeated", self.new)
        self.repeated.line.returnPressed.connect(self.submit)
        self.add_fields({key: own, "passphrase": self.new, "repeated": self.repeated})
