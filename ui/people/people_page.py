"""People and keys: who may use the casebook, and letting somebody in."""

from PySide6.QtCore import QCoreApplication, Qt

from app.errors import DictamenError, InvalidInput
from app.people import Person, Role
from ui import messages
from ui.form_page import FormPage
from ui.kit.boxes import Row
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.notices import ErrorSummary, Problem, problems_of
from ui.kit.text import Secondary, SectionTitle
from ui.session import Session
from ui.start.job import Job
from ui.start.person_fields import PersonFields, role_name


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("people", text)


class PeoplePage(FormPage):
    """Everybody who is let in; who administers the casebook can let others in."""

    def __init__(self, session: Session) -> None:
        lead = tr(
            "Each person opens the casebook with a passphrase and signs letters with a key of their own."
        )
        super().__init__("people", tr("People and keys"), lead)
        self._session = session
        self._job: Job | None = None
        self.summary = ErrorSummary("people/problems")
        columns = (
            FactsColumn(tr("Name"), strong=True),
            FactsColumn(tr("Role")),
            FactsColumn(tr("License")),
            FactsColumn(tr("Administers")),
        )
        self.table = FactsTable("people/list", tr("People"), columns)
        self.fields = PersonFields("people", tuple(Role))
        self.let_in = SecondaryButton(tr("Let this person in"), "people/add", icon="plus")
        self.let_in.clicked.connect(self.submit)
        self.fields.repeated.line.returnPressed.connect(self.submit)
        self._arrange()
        self._refuse()
        self.refresh()

    def refresh(self) -> None:
        """List the people as they are now."""
        self.table.set_rows([_line(person) for person in self._session.casebook.people()])

    def submit(self) -> None:
        """Let the person in, or show what is missing."""
        if self._job is not None or self.summary.show_problems(problems_of(self.fields.all())):
            return
        try:
            person = self.fields.value()
        except InvalidInput as error:
            self._show_refusal(error)
            return
        casebook, passphrase = self._session.casebook, self.fields.passphrase.value() or ""
        self._job = Job(lambda: casebook.add_person(person, passphrase), self)
        self._job.done.connect(lambda _none: self._added(person))
        self._job.failed.connect(self._fail)
        self._show_busy()
        self._job.start()

    def wait(self) -> None:
        """Wait for the work that is under way; before the casebook is closed."""
        if self._job is not None:
            self._job.wait()

    def _added(self, person: Person) -> None:
        self._end()
        for field in self.fields.all():
            field.set_value(None)
        self.refresh()
        messages.info(tr("{0} may use the casebook now, with the passphrase you chose.").format(person.name))

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, DictamenError):
            raise error
        self._show_refusal(error)

    def _show_refusal(self, error: DictamenError) -> None:
        field = self.fields.refuse(error)
        if field is None:
            messages.error(error)
        else:
            self.summary.show_problems([Problem(field.error(), field)])
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._job = None
        self._show_busy()

    def _show_busy(self) -> None:
        busy = self._job is not None
        self.let_in.set_words(tr("Making the keys") if busy else tr("Let this person in"))
        for field in self.fields.all():
            field.setEnabled(not busy)

    def _refuse(self) -> None:
        if self._session.person.administers:
            return
        for field in self.fields.all():
            field.setEnabled(False)
        self.let_in.setEnabled(False)
        self.let_in.setAccessibleDescription(self._reason.text())

    def _arrange(self) -> None:
        self.add(self.summary)
        people = Card("people/card")
        people.column.addWidget(self.table)
        self.add(people)
        form = Card("people/form", gap=14)
        form.column.addWidget(SectionTitle(tr("Let somebody in")))
        administers = self._session.person.administers
        allowed = tr("Choose a first passphrase together; it opens every case in this casebook.")
        refused = tr("Only a person who administers the casebook lets others in. Ask one of them.")
        self._reason = Secondary(allowed if administers else refused)
        self._reason.setObjectName("people/reason")
        form.column.addWidget(self._reason)
        for field in self.fields.all():
            form.column.addWidget(field)
        row = Row()
        row.addWidget(self.let_in)
        row.addStretch(1)
        form.column.addLayout(row)
        self.add(form)


def _line(person: Person) -> tuple[str, str, str, str]:
    administers = tr("Yes") if person.administers else tr("No")
    return person.name, role_name(person.role), person.license, administers
