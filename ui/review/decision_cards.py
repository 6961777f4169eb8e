"""The cards above a decision: the recommendation, the hand-over that stands, and what was decided."""

from app.case_notes import LetterNote, Referral
from app.determination import Outcome
from app.people import Role
from ui.kit.status import Status
from ui.review.choice_words import outcome_words
from ui.review.desk import CaseDesk
from ui.review.headline_card import HeadlineCard
from ui.review.recommendation import recommendation_words
from ui.review.values import moment
from ui.review.words import tr


class RecommendationCard(HeadlineCard):
    """What the program recommends; left out where a referral and the lines not met say it already."""

    def __init__(self) -> None:
        super().__init__("decision/recommendation")

    def show_case(self, desk: CaseDesk) -> None:
        """Show the recommendation on the case."""
        words = recommendation_words(desk.judgment)
        self.show_words(*words)
        told = desk.record.referral is not None and words.status is Status.NOT_MET
        self.setVisible(desk.record.decision is None and not told)


class ReferralCard(HeadlineCard):
    """Who referred the case, when and why, and who took it over; or the question it came back with."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("decision/referral")
        self._give_back = self.add_button(tr("Give back"), "decision/give_back")
        self._give_back.clicked.connect(desk.give_back)

    def show_case(self, desk: CaseDesk) -> None:
        """Show the hand-over of the case, if there is one."""
        referral, question = desk.record.referral, desk.record.question
        shown = desk.record.decision is None and (referral is not None or question is not None)
        self.setVisible(shown)
        if referral is not None:
            self._show_referral(referral, desk)
        elif question is not None:
            title = tr("A physician reviewer returned this case with a question")
            self.show_words(Status.OPEN, title, _quoted(question), "undo-2")
        person = desk.session.person
        self._give_back.setVisible(referral is not None and referral.taken_by == person.name)

    def _show_referral(self, referral: Referral, desk: CaseDesk) -> None:
        title = tr("Referred by {0}").format(referral.by)
        text = f"{moment(referral.at)}. {_taken(referral, desk)}\n{_quoted(referral.note)}"
        self.show_words(Status.NOT_MET, title, text, "stethoscope")


def _taken(referral: Referral, desk: CaseDesk) -> str:
    """Who works on it now."""
    if referral.taken_by is None or referral.taken_at is None:
        waits = desk.session.person.role is Role.PHYSICIAN
        return tr("Nobody has taken it over yet.") if waits else tr("It waits for a physician reviewer.")
    if referral.taken_by == desk.session.person.name:
        return tr("You took it over {0}.").format(moment(referral.taken_at))
    return tr("{0} took it over {1}.").format(referral.taken_by, moment(referral.taken_at))


def _quoted(text: str) -> str:
    return f"“{text}”"


class DecidedCard(HeadlineCard):
    """The signed decision."""

    def __init__(self) -> None:
        super().__init__("decision/decided")

    def show_note(self, note: LetterNote | None) -> None:
        """Show the decision, if there is one."""
        self.setVisible(note is not None)
        if note is None:
            return
        adverse = Outcome(note.outcome).is_adverse
        title = tr("Decided: {0}").format(outcome_words(note.outcome).lower())
        text = tr("Signed by {0}, {1}. Letter {2}.")
        status = Status.NOT_MET if adverse else Status.MET
        self.show_words(status, title, text.format(note.by, moment(note.at), note.number), "signature")
