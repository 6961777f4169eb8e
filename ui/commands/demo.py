"""``dictamen demo``: the whole job on the shipped sample cases, as a clinic would do it."""

import argparse
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import resources
from app import visit
from app.case import cover_of
from app.case_file import load_case
from app.casebook import Casebook
from app.desk import add_case, open_case
from app.determination import Outcome
from app.errors import DictamenError, reason_of
from app.files import write_letter
from app.people import Person, Role
from app.review import Recommendation, Review, review
from ui.commands.letters import read_document
from ui.commands.output import say

_MARK = ".dictamen-demo"
_PASSPHRASE = "demonstration only"  # noqa: S105  # it guards invented people in a folder of their own

_REVIEWER = Person("Ana Ruiz Demo, RN", Role.REVIEWER, "RN-00000")
_PHYSICIAN = Person("Inés Peña Demo, MD", Role.PHYSICIAN, "MD-00000")

_REASON = {
    "en": "I read the documents named in this letter and agree with each point above.",
    "es": "Leí los documentos nombrados en esta carta y estoy de acuerdo con cada punto anterior.",
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """The two people of the demonstration, each with the casebook open."""

    reviewer: Casebook
    physician: Casebook

    def decider(self, recommendation: Recommendation) -> Casebook:
        """A reviewer signs approvals and requests for information; anything less is the physician's."""
        adverse = {Recommendation.REFER, Recommendation.APPROVE_IN_PART}
        return self.physician if recommendation in adverse else self.reviewer


def run(options: argparse.Namespace) -> int:
    """Evaluate, keep, decide, sign, export and verify every sample; prints each letter's path.

    An earlier demonstration in the folder ``options.out`` is replaced.

    Returns:
        0 when every letter verifies and the casebook is whole, else 1.

    Raises:
        DictamenError: the folder holds something else, or cannot be written.
    """
    out: Path = options.out
    home = _prepare(out)
    Casebook.create(home, _REVIEWER, _PASSPHRASE, cover_of=cover_of).close()
    with Casebook.unlock(home, _REVIEWER.name, _PASSPHRASE, cover_of=cover_of) as reviewer:
        visit.begin(reviewer, "demo")
        reviewer.add_person(_PHYSICIAN, _PASSPHRASE)
        with Casebook.unlock(home, _PHYSICIAN.name, _PASSPHRASE, cover_of=cover_of) as physician:
            visit.begin(physician, "demo")
            desk = _Desk(reviewer, physician)
            samples = sorted(resources.path("samples").glob("*.json"))
            genuine = [_work(desk, sample, out / "letters") for sample in samples]
            troubles = reviewer.verify()
    for trouble in troubles:
        say(str(trouble))
    say("")
    state = "damaged" if troubles else "whole"
    say(f"{sum(genuine)} of {len(genuine)} letters are genuine; the casebook is {state}")
    say(f"casebook {home}; people {_REVIEWER.name} and {_PHYSICIAN.name}; passphrase {_PASSPHRASE!r}")
    _open_app(home)
    return 0 if all(genuine) and not troubles else 1


def _prepare(out: Path) -> Path:
    """An empty folder for this demonstration."""
    try:
        if (out / _MARK).exists():
            shutil.rmtree(out)
        elif out.exists() and any(out.iterdir()):
            raise DictamenError(f"{out}: is not empty and no earlier demonstration; choose another folder")
        (out / "letters").mkdir(parents=True)
        (out / _MARK).touch()
    except OSError as error:
        raise DictamenError(f"{out}: cannot be used ({reason_of(error)})") from None
    return out / "casebook"


def _work(desk: _Desk, sample: Path, letters: Path) -> bool:
    """One sample from its file to a verified letter."""
    from reports.check import check  # noqa: PLC0415  # loads what signs
    from reports.issue import issue  # noqa: PLC0415  # as above

    judged = review(load_case(sample))
    case = read_document(sample)
    saved = add_case(desk.reviewer, case)
    casebook = desk.decider(judged.recommendation)
    work = open_case(casebook, saved.case_id)
    outcome = _outcome(judged)
    language = judged.case.member.language
    issued = issue(
        {**case, "case_id": saved.case_id},
        outcome,
        casebook.identity(_PASSPHRASE),
        reason=_REASON[language] if outcome is Outcome.DENY else None,
        language=language,
        large_print=False,
        at=datetime.now().astimezone(),
        witness=work.witness,
    )
    work.keep_letter(issued.determination, issued.letter_number, language, issued.pdf)
    path = letters / f"{sample.stem}.pdf"
    write_letter(path, issued.pdf)
    verdict = check(path.read_bytes(), casebook.signers())
    say(f"{judged.case.title}")
    say(f"  {judged.recommendation} -> {outcome}, {'genuine' if verdict.good else 'NOT GENUINE'}: {path}")
    return verdict.good


def _outcome(judged: Review) -> Outcome:
    if judged.recommendation is Recommendation.REFER:
        return Outcome.DENY
    return Outcome(judged.recommendation.value)


def _open_app(home: Path) -> None:
    """With a screen that a person can see, open the app on the demonstration's casebook."""
    from ui.screen import why_no_window  # noqa: PLC0415  # asks the display

    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("CI") or why_no_window() is not None:
        return
    from ui.desktop import run_desktop  # noqa: PLC0415  # loads Qt

    os.environ["DICTAMEN_HOME"] = str(home.absolute())
    run_desktop()
