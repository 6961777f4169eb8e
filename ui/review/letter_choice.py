"""Which letters of a case can be shown: those that were signed, and the one that would be made now."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.case_notes import LetterNote
from app.copies import usual_copy
from app.copy_set import CopyOf, copies_beside
from app.determination import needs_reason
from app.plan import plan
from app.review import Recommendation
from ui.review.choice_words import copy_words, language_words, outcome_words, refusal
from ui.review.desk import CaseDesk
from ui.review.draft import Choice, Draft, LetterWish
from ui.review.values import moment
from ui.review.words import tr

PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class LetterOffer:
    """One letter: a signed one, or the preview of one that would be made.

    Attributes:
        id: the letter's number, of a copy with whose it is, or ``preview``.
        note: of a signed letter.
        wish: of a preview.
        copy: which of the wish's copies the preview shows.
    """

    id: str
    note: LetterNote | None = None
    wish: LetterWish | None = None
    copy: CopyOf | None = None

    def title(self) -> str:
        """What it is: its number, or that it is not signed."""
        return self.note.number if self.note else tr("Preview, not signed")

    def hint(self) -> str:
        """What it says, by whom, when, in which language."""
        if self.note is not None:
            words = tr("{0} by {1}, {2}, {3}")
            note = self.note
            said = words.format(
                outcome_words(note.outcome), note.by, moment(note.at), language_words(note.language)
            )
            return f"{copy_words(note.copy)}. {said}" if note.copy else said
        if self.wish is not None and self.copy is not None:
            return f"{outcome_words(self.wish.outcome)}, {language_words(self.copy.language)}"
        return ""


def letter_offers(desk: CaseDesk) -> list[LetterOffer]:
    """The letters of the case, the newest first; the preview of what is being decided stands before them."""
    signed = [
        offer
        for note in reversed(desk.record.letters)
        for offer in (LetterOffer(note.number, note=note), *map(_copy_offer, note.copies))
    ]
    wish = preview_wish(desk)
    return [LetterOffer(PREVIEW, wish=wish, copy=seen_copy(desk, wish)), *signed] if wish else signed


def copies_to_see(desk: CaseDesk, wish: LetterWish) -> tuple[CopyOf, ...]:
    """The copies that signing would make: the letter itself, then those for prescriber and member."""
    itself, review = CopyOf(usual_copy(wish.outcome), wish.language), desk.judgment.review
    if review is None:
        return (itself,)
    # the plan's own day, which the letter is dated with
    day = desk.session.now().astimezone(plan(review.policy.plan).zone).date()
    return (itself, *copies_beside(review, wish.outcome, day, itself))


def seen_copy(desk: CaseDesk, wish: LetterWish) -> CopyOf:
    """The copy that the person wants to look at, where signing would make it; else the letter itself."""
    copies = copies_to_see(desk, wish)
    return desk.draft.seen if desk.draft.seen in copies else copies[0]


def _copy_offer(note: LetterNote) -> LetterOffer:
    """A copy carries its letter's number, so it is known by whose it is and in which language besides."""
    return LetterOffer(f"{note.number}-{note.copy}-{note.language}", note=note)


def default_offer(offers: Sequence[LetterOffer], draft: Draft) -> str:
    """The id of the letter to show first: what is being decided, else the newest signed one, else nothing."""
    signed = [offer.id for offer in offers if offer.note is not None]
    if draft.choice is None and signed:
        return signed[0]
    return offers[0].id if offers else ""


def preview_wish(desk: CaseDesk) -> LetterWish | None:
    """The letter that the person's choice would make, else the recommended one; None where neither may be."""
    choice = desk.draft.choice or _recommended(desk)
    return None if choice is None or refusal(choice, desk) else wish_for(desk, choice)


def wish_for(desk: CaseDesk, choice: Choice) -> LetterWish | None:
    """The letter that a choice makes with what is written; None where it signs nothing."""
    if choice.outcome is None:
        return None
    draft = desk.draft
    reason = draft.reason.strip() if asks_reason(desk, choice) else ""
    language = draft.language or desk.member_language
    waive = draft.waive.strip() or None
    return LetterWish(choice.outcome, reason or None, language, draft.large_print, waive)


def asks_reason(desk: CaseDesk, choice: Choice) -> bool:
    """Whether a choice departs from the recommendation, so that the letter says why."""
    review = desk.judgment.review
    return choice.outcome is not None and review is not None and needs_reason(review, choice.outcome)


def _recommended(desk: CaseDesk) -> Choice | None:
    review = desk.judgment.review
    if review is None or review.recommendation is Recommendation.REFER:
        return None
    return Choice(review.recommendation.value)
