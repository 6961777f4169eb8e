"""How one's own signing identity stands, in words: until when it counts, and that it ends soon."""

from PySide6.QtCore import QCoreApplication

from app.casebook.own_identity import OwnIdentity
from app.expiry import days_left, ends_soon
from ui.kit.dates import show_date
from ui.session import Session


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("people", text)


def standing_words(session: Session) -> str:
    """Until when the person's signing identity counts, and who vouches for it."""
    certificate = OwnIdentity(session.casebook.staff).certificate()
    if certificate is None:
        return tr("It is made when you sign in where the casebook can be written.")
    day = show_date(certificate.not_valid_after_utc.astimezone().date())
    left = days_left(certificate, session.now())
    own = certificate.issuer == certificate.subject
    made = tr("It was made here.") if own else tr("It comes from an organization.")
    if left < 0:
        return tr("It ended on {0}. Nothing can be signed with it. Make or import a new one.").format(day)
    if ends_soon(certificate, session.now()):
        return (
            f"{made} {tr('It ends on {0}, in {1} days. Make or import a new one in time.').format(day, left)}"
        )
    return f"{made} {tr('It counts until {0}.').format(day)}"


def end_warning(session: Session) -> str:
    """The sentence for whoever signs in with an identity that ends soon or has ended; empty for others."""
    if not session.person.role.may_decide:
        return ""
    certificate = OwnIdentity(session.casebook.staff).certificate()
    if certificate is None or not ends_soon(certificate, session.now()):
        return ""
    day = show_date(certificate.not_valid_after_utc.astimezone().date())
    left = days_left(certificate, session.now())
    if left < 0:
        words = tr("Your signing identity ended on {0}: you cannot sign letters. See People and keys.")
        return words.format(day)
    words = tr("Your signing identity ends on {0}, in {1} days. Make or import a new one: People and keys.")
    return words.format(day, left)
