"""Verify a letter: drop a PDF or choose it; each check is told in words, with or without a casebook."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cryptography import x509
from cryptography.x509.oid import NameOID
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.casebook import Casebook, EventKind
from app.errors import DictamenError
from app.files import read_file
from app.identity import certificate_from_pem
from app.people import Role
from app.signed_letters import LETTER_KIND
from ui import messages
from ui.form_page import FormPage
from ui.kit.boxes import Column, empty
from ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.flow import in_lines
from ui.kit.text import Hint, Secondary, SectionTitle
from ui.review.work import alone
from ui.start.job import Job
from ui.start.person_fields import role_name
from ui.verify.verdict_card import VerdictCard
from ui.verify.words import tr

if TYPE_CHECKING:
    from reports.verdict import Verdict


class VerifyPage(FormPage):
    """Takes one letter at a time.

    Attributes:
        trusted: the certificates that a person added here; beside them those of the open casebook count.
    """

    def __init__(self, casebook: Casebook | None = None) -> None:
        lead = tr("For any letter that Dictamen signed, also one of a case that this computer never saw.")
        super().__init__("verify", tr("Verify a letter"), lead)
        self._casebook = casebook
        self._job: Job | None = None
        self._path: Path | None = None
        self.trusted: dict[str, x509.Certificate] = {}
        # beside a casebook the side bar has the filled button
        button = PrimaryButton if casebook is None else SecondaryButton
        self.choose = button(tr("Choose a letter"), "verify/choose", icon="folder-open")
        self.add_certificate = LinkButton(tr("Add a signer's certificate"), "verify/certificate", icon="plus")
        self._names = Column(gap=2)
        self.verdict = VerdictCard()
        self._arrange()
        self.choose.clicked.connect(self._ask_for_letter)
        self.add_certificate.clicked.connect(self._ask_for_certificate)
        self.setAcceptDrops(True)

    def wait(self) -> None:
        """Wait for the check that is under way; before the casebook is closed."""
        if self._job is not None:
            self._job.wait()

    # ------------------------------------------------------------ checking

    def check(self, path: Path) -> None:
        """Check a file off the screen's thread."""
        if self._job is not None:
            return
        self._path = path
        self.verdict.begin(path.name)
        self._job = Job(_job(path, list(self.trusted.values()), self._casebook), self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.start()

    def trust(self, path: Path) -> None:
        """Take a certificate as that of a known signer, and check the letter in sight again."""
        try:
            certificate = certificate_from_pem(read_file(path), path.name)
        except DictamenError as error:
            messages.error(error)
            return
        self.trusted[certificate.subject.rfc4514_string()] = certificate
        empty(self._names)
        for name in sorted(map(_name, self.trusted.values())):
            self._names.addWidget(Secondary(tr("Counts as known: {0}").format(name)))
        if self._path is not None:
            self.check(self._path)

    def _show(self, verdict: object) -> None:
        self._job = None
        self.verdict.show_verdict(cast("Verdict", verdict), in_casebook=self._casebook is not None)
        self.bring_to_sight(self.verdict)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.verdict.hide()
        if not isinstance(error, DictamenError):
            raise error
        messages.error(error)

    # ------------------------------------------------------------ choosing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in _dropped(event):
            if path.suffix.lower() == ".pem":
                self.trust(path)
            else:
                self.check(path)

    def _ask_for_letter(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a letter"), "", tr("PDF files (*.pdf);;All files (*)")
        )
        if chosen:
            self.check(Path(chosen))

    def _ask_for_certificate(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Add a signer's certificate"), "", tr("Certificates (*.pem *.crt)")
        )
        if chosen:
            self.trust(Path(chosen))

    # ------------------------------------------------------------ building

    def _arrange(self) -> None:
        taking = Card("verify/take")
        taking.column.addWidget(SectionTitle(tr("Drop a letter here, or choose it")))
        taking.column.addWidget(Secondary(self._whom()))
        taking.column.addLayout(in_lines(self.choose, self.add_certificate))
        taking.column.addLayout(self._names)
        self.add(taking)
        self.verdict.hide()
        self.add(self.verdict)
        self.add(_limits())

    def _whom(self) -> str:
        if self._casebook is not None:
            return tr("Whom this casebook trusts is known; further signers are known by their certificates.")
        return tr(
            "Signers are known by their certificates (.pem), which you add. Nothing leaves this computer."
        )


def _limits() -> QWidget:
    """What no check of this kind can tell."""
    card = Card("verify/limits")
    card.column.addWidget(SectionTitle(tr("What this does not prove")))
    for text in (
        tr(
            "The time. It is that of the signing computer's own clock; no outside service stamped it. "
            "Somebody with the key could have set the clock back."
        ),
        tr("That the signer's key was in the right hands. It proves the key, not who typed the passphrase."),
        tr("That what was typed into the case is true. It proves that nobody changed it since."),
        tr("That the letter was sent, or is the newest one. The case's own record tells that."),
    ):
        card.column.addWidget(Hint(text))
    return card


def _dropped(event: QDropEvent) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _name(certificate: x509.Certificate) -> str:
    """Who a certificate says it is: name, role and license, or whatever an organization put there."""
    return ", ".join(_in_words(str(part.value), part.oid) for part in certificate.subject)


def _in_words(value: str, kind: x509.ObjectIdentifier) -> str:
    is_role = kind == NameOID.TITLE and value in set(Role)
    return role_name(Role(value)) if is_role else value


def _job(
    path: Path, trusted: Sequence[x509.Certificate], casebook: Casebook | None
) -> Callable[[], "Verdict"]:
    def run() -> "Verdict":
        from reports.check import check  # noqa: PLC0415  # pyHanko is slow to import

        pdf = read_file(path)
        with alone():  # it reads pages, as previews of letters do
            if casebook is None:
                return check(pdf, trusted)
            verdict = check(pdf, [*trusted, *casebook.signers()])
            if _is_of(casebook, verdict):
                from reports.casebook_check import against_casebook  # noqa: PLC0415  # as above

                verdict = against_casebook(verdict, casebook)
            casebook.record(EventKind.LETTERS_CHECKED, letters=1, bad=0 if verdict.good else 1)
            return verdict

    return run


def _is_of(casebook: Casebook, verdict: "Verdict") -> bool:
    """Whether the letter should be known here: the casebook keeps its number, or its signer works here."""
    record = verdict.record
    if record is None:
        return False
    if any(row.kind == LETTER_KIND for row in casebook.matching("number", record.number)):
        return True
    # one that a restored or rewritten casebook has lost saw a place in it, and one of its people signed it
    return record.witness is not None and any(
        member.goes_by(record.person.name) for member in casebook.staff.everybody()
    )
