"""People and keys: who may use the casebook, and what may be changed about them."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from app.casebook.register import Member
from app.errors import DictamenError
from app.people import Person
from ui import messages
from ui.fonts import px
from ui.form_page import FormPage
from ui.kit.card import Card
from ui.kit.dates import show_date
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.people.action_form import ActionForm, tr
from ui.people.identity_forms import ExportForm, ImportForm, RenewForm
from ui.people.key_cards import NewKeyCard, RecoveryCard
from ui.people.member_forms import LetInForm, ResetForm, RetireForm, RoleForm
from ui.people.own_forms import NameForm, PassphraseForm
from ui.session import Session
from ui.start.person_fields import role_name


class PeoplePage(FormPage):
    """Everybody who is or was let in, and what may be done about them.

    Signals:
        lock_asked(str): the casebook has to be unlocked again; why, for the person.
    """

    lock_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        lead = tr(
            "Each person opens the casebook with a passphrase and signs letters with a key of their own."
        )
        super().__init__("people", tr("People and keys"), lead)
        self._session = session
        columns = (
            FactsColumn(tr("Name"), strong=True),
            FactsColumn(tr("Role")),
            FactsColumn(tr("License")),
            FactsColumn(tr("Let in")),
        )
        self.table = FactsTable("people/list", tr("People"), columns)
        self.passphrase, self.rename = PassphraseForm(session), NameForm(session)
        self.identity, self.renew, self.export = ImportForm(session), RenewForm(session), ExportForm(session)
        self.let_in, self.role = LetInForm(session), RoleForm(session)
        self.reset, self.retire = ResetForm(session), RetireForm(session)
        self.recovery, self.new_key = RecoveryCard(session), NewKeyCard(session)
        self._arrange()
        self._connect()
        self.refresh()
        self._refuse()

    def refresh(self) -> None:
        """Show the people and keys as they are now."""
        try:
            self.table.set_rows([_line(member) for member in self._session.casebook.staff.everybody()])
            self.identity.refresh()
            self.recovery.refresh()
            self.new_key.refresh()
        except DictamenError as error:
            messages.error(error)

    def wait(self) -> None:
        """Wait for the work that is under way; before the casebook is closed."""
        for form in self._forms():
            form.wait()
        self.new_key.wait()

    def _forms(self) -> tuple[ActionForm, ...]:
        own: tuple[ActionForm, ...] = (self.passphrase, self.rename)
        own = (*own, self.identity, self.renew, self.export)
        return (*own, self.let_in, self.role, self.reset, self.retire, self.recovery)

    def _connect(self) -> None:
        for form in self._forms():
            form.opened.connect(partial(self._bring_into_sight, form))
        self.passphrase.succeeded.connect(lambda _none: messages.info(tr("Your passphrase is changed.")))
        self.rename.succeeded.connect(lambda _none: self.lock_asked.emit(tr("Sign in under your new name.")))
        self.identity.succeeded.connect(lambda _given: self._signs_anew())
        self.renew.succeeded.connect(lambda _none: self._signs_anew())
        self.export.succeeded.connect(lambda path: messages.info(tr("Saved as {0}").format(path)))
        self.let_in.succeeded.connect(self._added)
        self.role.succeeded.connect(self._changed)
        self.reset.succeeded.connect(self._was_reset)
        self.retire.succeeded.connect(self._left)
        self.new_key.finished.connect(
            lambda: self.lock_asked.emit(tr("The casebook has a new key. Sign in again."))
        )

    def _bring_into_sight(self, form: ActionForm) -> None:
        # once the layout knows how long the form is now
        QTimer.singleShot(0, form, partial(self.ensureWidgetVisible, form.submitter, 0, px(32)))

    def _added(self, person: object) -> None:
        self.refresh()
        if isinstance(person, Person):
            messages.info(
                tr("{0} may use the casebook now, with the passphrase you chose.").format(person.name)
            )

    def _signs_anew(self) -> None:
        self.refresh()
        messages.info(tr("You sign with the new identity from now on."))

    def _changed(self, name: object) -> None:
        if name == self._session.person.name:
            self.lock_asked.emit(tr("Your role is changed. Sign in again."))
            return
        self.refresh()
        messages.info(tr("{0} has the new role from the next sign-in on.").format(name))

    def _was_reset(self, name: object) -> None:
        self.refresh()
        messages.info(
            tr("{0} signs in with the passphrase you chose, and has a new signing key.").format(name)
        )

    def _left(self, result: object) -> None:
        self.refresh()
        if isinstance(result, tuple):
            name, new_key = result
            messages.info(tr("{0} gets in no more.").format(name))
            if new_key:
                self.new_key.begin()

    def _refuse(self) -> None:
        if self._session.person.administers:
            return
        refused = tr("Only a person who administers the casebook does this. Ask one of them.")
        for form in (self.let_in, self.role, self.reset, self.retire, self.recovery):
            form.allow(False, refused)  # reads as it is meant
        self.new_key.allow(False, refused)  # as above

    def _arrange(self) -> None:
        people = Card("people/card")
        people.column.addWidget(self.table)
        self.add(people)
        for part in (*self._forms(), self.new_key):
            self.add(part)


def _line(member: Member) -> tuple[str, str, str, str]:
    person = member.person
    role = role_name(person.role)
    if person.administers:
        role = tr("{0}, administers").format(role)
    let_in = tr("Yes")
    if member.retired is not None:
        let_in = tr("Left on {0}").format(show_date(member.retired.astimezone().date()))
    return person.name, role, person.license, let_in
