"""The cards beside a letter: which letters there are, and how the one that is not signed yet will be."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.copies import Copy
from app.copy_set import CopyOf
from app.text import LANGUAGES
from ui.kit.boxes import Column
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.choices import CheckRow, ChoiceGroup
from ui.kit.text import SectionTitle
from ui.review.choice_words import language_words
from ui.review.draft import Draft
from ui.review.letter_choice import LetterOffer
from ui.review.words import tr


class LettersCard(Card):
    """The letters of the case; choosing one shows it.

    Signals:
        chosen(str): a person chose the letter of this id.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("letter/letters")
        self._offers: tuple[LetterOffer, ...] = ()
        self._group = ChoiceGroup("letter", tr("Letters of this case"))
        self._place = Column()
        self._place.addWidget(self._group)
        self.column.addWidget(SectionTitle(tr("Letters of this case")))
        self.column.addLayout(self._place)

    def show_offers(self, offers: Sequence[LetterOffer], shown: str) -> None:
        """List these letters and mark the one that is shown."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            group = ChoiceGroup("letter", tr("Letters of this case"))
            for offer in offers:
                group.add(offer.id, offer.title(), offer.hint())
            group.chosen.connect(self.chosen)
            self._place.replaceWidget(self._group, group)
            self._group.setParent(None)  # at once, as names are unique in a window
            group.show()
            self._group.deleteLater()
            self._group = group
        self._group.set_value(shown)


class PreviewCard(Card):
    """Language and size of the letter that would be made, and which of its copies is shown.

    They belong to the decision's draft.

    Signals:
        altered: a person wants it otherwise.
    """

    altered = Signal()

    def __init__(self) -> None:
        super().__init__("letter/preview_card")
        self._language = ComboField("letter/language", tr("Language"))
        for language in LANGUAGES:
            self._language.add_option(language, language_words(language))
        self._large = CheckRow(tr("Large print, 18 points"), "letter/large_print")
        self._copies: tuple[CopyOf, ...] = ()
        self._copy = ComboField("letter/copy", tr("Copy to look at"), tr("Signing makes all of them."))
        self.column.addWidget(SectionTitle(tr("This preview")))
        self.column.addWidget(self._copy)
        self.column.addWidget(self._language)
        self.column.addWidget(self._large)
        self._copy.committed.connect(self.altered)
        self._language.committed.connect(self.altered)
        self._large.clicked.connect(self.altered)

    def show_draft(self, draft: Draft, language: str) -> None:
        """Show how the letter would be; ``language`` is the member's, for a draft that names none."""
        self._language.set_value(draft.language or language)
        self._large.setChecked(draft.large_print)

    def show_copies(self, copies: Sequence[CopyOf], seen: CopyOf | None) -> None:
        """Offer the copies that signing would make, and mark the one that is shown."""
        if tuple(copies) != self._copies:
            self._copies = tuple(copies)
            self._copy.combo.clear()
            for one in copies:
                words = tr("{0}, {1}").format(_whose(one.copy), language_words(one.language))
                self._copy.add_option("-".join(one), words)
        self._copy.set_value("-".join(seen) if seen else None)

    def write_to(self, draft: Draft) -> None:
        """Put what was chosen into the draft."""
        copy, _, language = (self._copy.value() or "").partition("-")
        draft.seen = CopyOf(Copy(copy), language) if copy else None
        draft.language, draft.large_print = self._language.value(), self._large.isChecked()


def _whose(copy: Copy) -> str:
    """For whom a copy is, in a word: the list is narrow."""
    return {Copy.BOTH: tr("Plan"), Copy.MEMBER: tr("Member"), Copy.PRESCRIBER: tr("Prescriber")}[copy]
