"""What each check of a letter asks, and what it means, for people who know nothing of signatures."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("verify", text)


class Question(NamedTuple):
    """A check as it is shown: its name, and why it matters."""

    title: str
    means: str


def question(name: str) -> Question:
    """The words of a check; one that has none is shown under its own name."""
    return _questions().get(name, Question(name[:1].upper() + name[1:], ""))


def _questions() -> dict[str, Question]:
    return {**_of_the_file(), **_of_the_signer(), **_of_the_contents(), **_of_the_casebook()}


def _of_the_file() -> dict[str, Question]:
    return {
        "readable PDF": Question(tr("Readable"), tr("A damaged file says nothing that counts.")),
        "one signature": Question(
            tr("One signature"), tr("A second signature or form field could cover up a change.")
        ),
        "whole file covered": Question(
            tr("Whole file"), tr("What lies outside the signature could be put in by anybody.")
        ),
        "nothing added": Question(
            tr("Nothing added"), tr("PDF files can carry later changes on top; a letter carries none.")
        ),
        "signature container": Question(
            tr("Nothing hidden"), tr("The place of the signature is the one part that it cannot cover.")
        ),
        "intact": Question(tr("Intact"), tr("One changed letter or number would break the signature.")),
        "certified": Question(
            tr("Certified"), tr("The signer declared the letter final. Others can only approve a copy.")
        ),
    }


def _of_the_signer() -> dict[str, Question]:
    return {
        "signer trusted": Question(
            tr("Signer known"),
            tr("Anybody can make a certificate with any name. It counts only if you had it beforehand."),
        ),
        "signer named": Question(
            tr("Signer named"), tr("The person named on the page is the one whose key signed it.")
        ),
    }


def _of_the_contents() -> dict[str, Question]:
    return {
        "documents embedded": Question(
            tr("Case inside"), tr("The letter carries the case that was decided, so that it can be re-run.")
        ),
        "policy known": Question(
            tr("Policy known"), tr("The same version of the policy is needed to judge the case again.")
        ),
        "same recommendation": Question(
            tr("Same recommendation again"), tr("This computer judged the case anew, from the facts inside.")
        ),
        "decision allowed": Question(
            tr("Decision allowed"), tr("Only a physician may decide less than was asked for.")
        ),
        "pages": Question(
            tr("Pages say the same"), tr("The printed words are those that the case and decision make.")
        ),
    }


def _of_the_casebook() -> dict[str, Question]:
    return {
        "casebook head hash": Question(
            tr("Place in the casebook"),
            tr("The letter remembers how the casebook stood. A casebook rewritten since does not fit."),
        ),
        "kept in the casebook": Question(
            tr("Kept in the casebook"), tr("The casebook keeps each letter that was signed here.")
        ),
    }
