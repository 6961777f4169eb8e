"""The card in which a person says what to do with the case, and why."""

from typing import NamedTuple

from PySide6.QtCore import Signal

from app.determination import LONGEST_REASON
from app.text import LANGUAGES
from ui.kit.boxes import Column, Row
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.choices import CheckRow, ChoiceGroup
from ui.kit.printable import unprintable
from ui.kit.text import ErrorText, SectionTitle
from ui.kit.text_fields import AreaField
from ui.review.choice_words import choices_for, hint_of, language_words, refusal, title_of
from ui.review.desk import CaseDesk
from ui.review.draft import Choice, LetterWish
from ui.review.letter_choice import asks_reason, wish_for
from ui.review.page import Complaint
from ui.review.words import tr


class _Offer(NamedTuple):
    """A choice as it is shown: with what it brings, or with why it may not be used."""

    choice: Choice
    hint: str
    refusal: str


class ChoiceCard(Card):
    """The choices, the text that one of them needs, and the letter's language and size.

    What is chosen and written stands in ``desk.draft``; it is kept while the case changes around it.

    Signals:
        altered: a person chose or wrote something else.
    """

    altered = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("decision/choice_card")
        self._desk = desk
        self._offers: tuple[_Offer, ...] = ()
        self._group = ChoiceGroup("decision", tr("Your decision"))
        self._error = ErrorText()
        self._texts = {
            Choice.REFER: _text(
                "decision/note", tr("Note for the physician reviewer"), tr("Write the note.")
            ),
            Choice.RETURN: _text(
                "decision/question", tr("Question for the reviewer"), tr("Write the question.")
            ),
        }
        self._reason = _text(
            "decision/reason", tr("Your reason, printed on the letter"), tr("Give your reason.")
        )
        self._reason.add_check(lambda reason: unprintable(" ".join(reason.split())))
        self._reason.set_placeholder(tr("Say why, for this member, in plain words."))
        self._language = ComboField("decision/language", tr("Letter language"))
        self._large = CheckRow(tr("Large print, 18 points"), "decision/large_print")
        self._build()

    def choose(self, choice: Choice) -> bool:
        """Choose as a person would; says whether it may be chosen."""
        allowed = any(offer.choice is choice and not offer.refusal for offer in self._offers)
        if allowed:
            self._group.set_value(choice)
            self._take(choice)
        return allowed

    def anything_allowed(self) -> bool:
        """Whether the person may do anything with this case now."""
        return any(not offer.refusal for offer in self._offers)

    def show_case(self) -> None:
        """Show the choices as the case allows them now."""
        self._show_offers(tuple(self._offer(choice) for choice in choices_for(self._desk.session.person)))
        draft = self._desk.draft
        if draft.choice is not None and not self.choose(draft.choice):
            draft.choice = None
        self._group.set_value(draft.choice)
        self._language.set_value(draft.language or self._desk.member_language)
        self._large.setChecked(draft.large_print)
        self._show_texts()

    def text(self) -> str:
        """The note or the question for whom the case is handed to."""
        field = self._needed_text()
        return (field.value() or "") if field else ""

    def wish(self) -> LetterWish | None:
        """The letter that the choice asks for; None where it signs nothing."""
        choice = self._desk.draft.choice
        return wish_for(self._desk, choice) if choice else None

    def complaints(self) -> list[Complaint]:
        """What keeps the choice from being carried out, shown at its place."""
        chosen = self._desk.draft.choice is not None
        problem = "" if chosen else tr("Choose what to do with this case.")
        self._error.setText(problem)
        self._error.setVisible(bool(problem))
        if problem:
            return [Complaint(problem, self._group)]
        field = self._needed_text()
        said = field.reveal() if field else ""
        return [Complaint(said, field)] if field and said else []

    def forget(self) -> None:
        """Empty the texts, after they were used."""
        for field in (self._reason, *self._texts.values()):
            field.set_value(None)

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        for language in LANGUAGES:
            self._language.add_option(language, language_words(language))
        self._choices = Column()
        self._choices.addWidget(self._group)
        self._letter = Row(gap=16)
        self._letter.addWidget(self._language, 1)
        self._letter.addWidget(self._large, 1)
        self.column.addWidget(SectionTitle(tr("Your decision")))
        self.column.addLayout(self._choices)
        for part in (self._error, self._reason, *self._texts.values()):
            self.column.addWidget(part)
        self.column.addLayout(self._letter)
        self._error.hide()
        self._reason.edited.connect(self._keep_reason)
        self._language.committed.connect(self._keep_letter)
        self._large.toggled.connect(self._keep_letter)

    def _offer(self, choice: Choice) -> _Offer:
        refused = refusal(choice, self._desk)
        return _Offer(choice, "" if refused else hint_of(choice, self._desk.judgment.review), refused)

    def _show_offers(self, offers: tuple[_Offer, ...]) -> None:
        """Build the rows anew, if they say something else than before."""
        if offers == self._offers:
            return
        had_focus = self._group.isAncestorOf(self.focusWidget())
        group = ChoiceGroup("decision", tr("Your decision"))
        for offer in offers:
            group.add(offer.choice, title_of(offer.choice), offer.hint).refuse(offer.refusal)
        group.chosen.connect(lambda value: self._take(Choice(value)))
        self._choices.replaceWidget(self._group, group)
        self._group.setParent(None)  # at once, as names are unique in a window
        group.show()
        self._group.deleteLater()
        self._group, self._offers = group, offers
        if had_focus:
            group.focus()

    # ------------------------------------------------------------ answering

    def _take(self, choice: Choice) -> None:
        self._desk.draft.choice = choice
        self._error.hide()
        self._show_texts()
        self.altered.emit()

    def _keep_reason(self) -> None:
        self._desk.draft.reason = self._reason.value() or ""
        self.altered.emit()

    def _keep_letter(self) -> None:
        draft = self._desk.draft
        draft.language, draft.large_print = self._language.value(), self._large.isChecked()
        self.altered.emit()

    def _show_texts(self) -> None:
        needed = self._needed_text()
        for field in (self._reason, *self._texts.values()):
            field.setVisible(field is needed)
        signs = self.wish() is not None
        for part in (self._language, self._large):
            part.setVisible(signs)

    def _needed_text(self) -> AreaField | None:
        choice = self._desk.draft.choice
        if choice in self._texts:
            return self._texts[choice]
        return self._reason if choice and asks_reason(self._desk, choice) else None


def _text(name: str, label: str, required: str) -> AreaField:
    field = AreaField(name, label, required=required)
    field.add_check(_too_long)
    return field


def _too_long(text: str) -> str:
    over = len(text) - LONGEST_REASON
    if over <= 0:
        return ""
    return tr("At most {0} characters; this is {1} too long.").format(LONGEST_REASON, over)
