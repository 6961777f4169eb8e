"""The first start: the first person creates the casebook."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from app.errors import DictamenError, InvalidInput
from app.home import why_not_local
from app.people import Role
from ui.kit.notices import Notice, NoticeBar, Problem
from ui.messages import sentence
from ui.start import way_in
from ui.start.entry import EntryPage, tr
from ui.start.person_fields import PersonFields


class FirstPage(EntryPage):
    """Creates the casebook with its first person, who administers it."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            "first",
            tr("Create the casebook"),
            tr(
                "Your passphrase seals every case on this computer and signs your letters. "
                "Nobody can recover it: without it, what only you can open is lost."
            ),
            tr("Create the casebook"),
        )
        self._home = home
        self._warn_of_place()
        self.person = PersonFields("first", (Role.REVIEWER, Role.PHYSICIAN, Role.ADMINISTRATOR))
        self._add_fields(self.person.all())
        self._add_button()
        self._offer_restore()
        self._offer_verify()
        self.person.repeated.line.returnPressed.connect(self.submit)

    def _warn_of_place(self) -> None:
        reason = why_not_local(self._home)
        if reason is None:
            return
        words = tr("The casebook would lie in {0}, but {1}. Saves can be lost there; choose a local folder.")
        notice = NoticeBar("first/place", Notice.WARNING, words.format(self._home, reason))
        self.card.column.addWidget(notice)

    def _work(self) -> Callable[[], object]:
        home, passphrase = self._home, self.person.passphrase.value() or ""
        person = self.person.value()
        return lambda: way_in.create(home, person, passphrase)

    def submit(self) -> None:
        """Create the casebook, or show what is missing."""
        try:
            super().submit()
        except InvalidInput as error:
            self._refused(error)

    def _busy_words(self) -> str:
        return tr("Creating")

    def _refused(self, error: DictamenError) -> None:
        field = self.person.refuse(error)
        if field is None:
            super()._refused(error)
        else:
            self.summary.show_problems([Problem(field.error() or sentence(error), field)])
            field.setFocus(Qt.FocusReason.OtherFocusReason)
