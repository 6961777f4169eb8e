"""What checking one letter found: in one sentence, then check by check."""

import re
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.boxes import Column, Row, empty
from ui.kit.card import Card
from ui.kit.chips import Chip, StatusIcon
from ui.kit.notices import announce
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, Secondary, SectionTitle, Text
from ui.language import app_words
from ui.review.choice_words import language_words, outcome_words, role_words
from ui.review.values import moment
from ui.verify.words import question, tr

if TYPE_CHECKING:
    from reports.record import LetterRecord
    from reports.verdict import Check, Verdict

SIGNER, HEAD = "signer trusted", "casebook head hash"
_NOT_CHECKED = "Not checked"
_BECAUSE = re.compile("Not checked, because the check “(.+)” did not pass.")


class Standing(Enum):
    """What the checks come to."""

    GENUINE = "genuine"
    UNKNOWN_SIGNER = "unknown signer"
    REFUSED = "refused"


def standing_of(verdict: "Verdict") -> Standing:
    """What the checks come to; an unknown signer alone is no sign of forgery."""
    failed = {check.name for check in verdict.failures}
    if not failed:
        return Standing.GENUINE
    return Standing.UNKNOWN_SIGNER if failed == {SIGNER} else Standing.REFUSED


class VerdictCard(Card):
    """Shows one verdict; ``forget`` shows nothing."""

    def __init__(self) -> None:
        super().__init__("verify/verdict", gap=12)
        self.chip = Chip(Status.INFO, tr("Checking"), "shield-check")
        self.chip.setObjectName("verify/chip")
        self.summary = Text("")
        self.summary.setObjectName("verify/summary")
        self._said, self._lines = Column(gap=2), Column(gap=12)
        self._title = SectionTitle("")
        self._title.setObjectName("verify/file")
        head = Column(gap=6)
        for part in (self._title, self.chip, self.summary):
            head.addWidget(part)
        self.column.addLayout(head)
        self.column.addLayout(self._said)
        self.column.addLayout(self._lines)

    def begin(self, file_name: str) -> None:
        """Say that a file is being checked."""
        empty(self._said)
        empty(self._lines)
        self._title.setText(file_name)
        self.summary.setText("")
        self.chip.show_status(Status.INFO, tr("Checking"), "shield-check")
        self.show()

    def show_verdict(self, verdict: "Verdict", *, in_casebook: bool = False) -> None:
        """Say what was found, the failed checks first.

        Args:
            verdict: of all checks.
            in_casebook: whether a casebook was open that could have known the letter.
        """
        standing = standing_of(verdict)
        status, word, icon = {
            Standing.GENUINE: (Status.MET, tr("Genuine"), ""),
            Standing.UNKNOWN_SIGNER: (Status.OPEN, tr("Signer not known here"), ""),
            Standing.REFUSED: (Status.LATE, tr("Do not rely on it"), "triangle-alert"),
        }[standing]
        self.chip.show_status(status, word, icon)
        self.summary.setText(_summary(standing))
        if verdict.record is not None:
            self._show_record(verdict.record, proven=standing is Standing.GENUINE)
        direct = [check for check in verdict.failures if not check.reason.startswith(_NOT_CHECKED)]
        skipped = [check for check in verdict.failures if check.reason.startswith(_NOT_CHECKED)]
        passed = [check for check in verdict.checks if check.passed]
        for check in (*direct, *skipped, *passed):
            self._lines.addWidget(_line(check))
        if verdict.record is not None and HEAD not in {check.name for check in verdict.checks}:
            self._lines.addWidget(_line(_head_unasked(verdict.record, in_casebook=in_casebook)))
        announce(self.summary)

    def _show_record(self, record: "LetterRecord", *, proven: bool) -> None:
        person = record.person
        self._said.addWidget(FieldLabel(tr("The letter says") if proven else tr("The letter claims")))
        signer = f"{person.name}, {role_words(person.role)}, {person.license}"
        at = tr("{0}, by the clock of the signing computer").format(moment(record.at))
        for text in (
            f"{record.number}: {outcome_words(record.outcome.value)}, {language_words(record.language)}",
            tr("Signed by {0}").format(signer),
            at,
        ):
            self._said.addWidget(Secondary(text))


def _summary(standing: Standing) -> str:
    return {
        Standing.GENUINE: tr("Every check passed. The letter is as it was signed, by a signer known here."),
        Standing.UNKNOWN_SIGNER: tr(
            "The letter is unchanged and agrees with itself, but nothing here says that the signer is whom "
            "the letter names. Ask for the signer's certificate by a way that you trust, and add it above."
        ),
        Standing.REFUSED: tr(
            "At least one check did not pass. Ask the sender for the original, and keep this file for them."
        ),
    }[standing]


def _head_unasked(record: "LetterRecord", *, in_casebook: bool) -> "Check":
    """What the letter says of its casebook, where that casebook is not the one that is open."""
    from reports.verdict import Check  # noqa: PLC0415  # the checks were just made with it

    if record.witness is None:
        text = tr("The letter was made outside a casebook, so there is none to compare it with.")
    elif in_casebook:
        text = tr(
            "It saw place {0} of another casebook; this one keeps no such letter and nobody who signed it."
        )
    else:
        text = tr(
            "It saw place {0} of a casebook. Unlock that casebook and verify the letter there to compare."
        )
    seq = record.witness[0] if record.witness else 0
    return Check(HEAD, False, f"{_NOT_CHECKED}. {text.format(seq)}")


def _line(check: "Check") -> QWidget:
    """One check: how it ended, what it asks, what was found, why it matters."""
    asked = question(check.name)
    line = QWidget()
    line.setObjectName(f"verify/check/{check.name.replace(' ', '_')}")
    row = Row(line, gap=8)
    words = Column(gap=1)
    words.addWidget(FieldLabel(asked.title))
    words.addWidget(Text(_found(check)))
    if asked.means:
        words.addWidget(Hint(asked.means))
    row.addWidget(_icon(check), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return line


def _found(check: "Check") -> str:
    """What was found, without the words that the icon says already."""
    because = _BECAUSE.fullmatch(check.reason)
    if because is not None:
        return tr("It needs “{0}”, which did not pass.").format(question(because[1]).title)
    own = check.reason.removeprefix(f"{_NOT_CHECKED}. ")
    return own if own != check.reason else app_words(check.reason)


def _icon(check: "Check") -> StatusIcon:
    if check.passed:
        status, word = Status.MET, tr("Passed")
    elif check.reason.startswith(_NOT_CHECKED):
        status, word = Status.NEUTRAL, tr("Not checked")
    else:
        status, word = Status.NOT_MET, tr("Did not pass")
    icon = StatusIcon(status)
    icon.setAccessibleName(word)
    return icon
