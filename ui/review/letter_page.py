"""The letter: as it would be, or as it was signed, with its checks, to be saved and printed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.casebook import EventKind
from app.errors import DictamenError
from app.fields import Document
from app.route import Page
from ui.fonts import px
from ui.kit.boxes import Column, Row, at_left
from ui.kit.buttons import LinkButton
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint
from ui.language import error_words
from ui.review import letter_files
from ui.review.correct_card import CorrectCard
from ui.review.desk import CaseDesk
from ui.review.draft import Choice
from ui.review.letter_cards import LettersCard, PreviewCard
from ui.review.letter_checks import LetterChecks
from ui.review.letter_choice import LetterOffer, copies_to_see, default_offer, letter_offers
from ui.review.missing_notices import form_words, lack_of, lack_words
from ui.review.page import ReviewPage, SecondaryAction
from ui.review.pdf_view import PdfView
from ui.review.post_card import PostCard
from ui.review.words import tr

_SIDE, _SIDE_BESIDE = 300, 860
_LEAST_HEIGHT, _HEAD = 420, 150
_UNBOUNDED = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class LetterPage(ReviewPage):
    """Shows one letter of the case: the newest signed one, or the preview of what is being decided."""

    page = Page.LETTER
    beside_finding = False

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._listed: tuple[list[str], Choice | None] | None = None
        self._wanted = ""
        self._shown: LetterOffer | None = None
        self._shown_case: Document | None = None
        self._pdf: bytes | None = None
        self._saved = letter_files.SavedLetters()
        self._view = PdfView("letter/view", tr("Letter"))
        nothing = tr("There is no letter yet. Choose a decision first; handing the case over makes none.")
        self._nothing = NoticeBar("letter/nothing", Notice.INFO, nothing)
        self._note = NoticeBar("letter/note", Notice.INFO, "")
        self._lacks = NoticeBar("letter/lacks", Notice.WARNING, "")
        self._failure = NoticeBar("letter/failure", Notice.FAILED, "")
        self._letters, self._preview, self._checks = LettersCard(), PreviewCard(), LetterChecks()
        self._post, self._correct = PostCard(desk), CorrectCard(desk)
        self._build()
        self.refresh()

    # ------------------------------------------------------------ what the frame shows

    def title(self) -> str:
        """The page's heading."""
        note = self._shown.note if self._shown else None
        return tr("Letter {0}").format(note.number) if note else tr("Letter")

    def lead(self) -> str:
        """What is shown."""
        if self._shown is None:
            return ""
        if self._shown.note is None:
            return tr("A preview: {0}. Nothing is signed yet.").format(self._shown.hint())
        return f"{self._shown.hint()}."

    def primary(self) -> str:
        """Save a signed letter; a preview leads back to the decision."""
        return tr("Save letter") if self._is_signed() else tr("Continue to decision")

    def primary_icon(self) -> str:
        """The icon of saving."""
        return "download" if self._is_signed() else ""

    def secondary(self) -> Sequence[SecondaryAction]:
        """Printing, for a signed letter."""
        if not self._is_signed():
            return ()
        return (SecondaryAction("print", tr("Print letter"), "printer", self.print_letter),)

    def refresh(self) -> None:
        """Show the letters as they are now; what a person chose to see stays, until there are others."""
        offers = letter_offers(self.desk)
        listed = ([offer.id for offer in offers], self.desk.draft.choice)
        if listed != self._listed:
            self._wanted = default_offer(offers, self.desk.draft)
        self._listed = listed
        self._show_offer(next((offer for offer in offers if offer.id == self._wanted), None), offers)

    def proceed(self) -> None:
        """Do what the filled button says."""
        if self._is_signed():
            self.save_letter()
        else:
            self.desk.show_page(Page.DECISION)

    def prepare(self, wish: str) -> None:
        """Print by key."""
        if wish == "print" and self._is_signed():
            self.print_letter()

    # ------------------------------------------------------------ saving and printing

    def save_letter(self) -> Path | None:
        """Save the signed letter where the person says; gives the place, or None."""
        number, pdf = self._signed()
        path = letter_files.ask_where(self, f"{self._shown.id}.pdf") if self._shown and pdf else None
        if pdf is None or path is None:
            return None
        # recorded first: what cannot be recorded does not leave the casebook
        if not self._try(lambda: self.desk.record_letter(EventKind.LETTER_SAVED, number)):
            return None
        if not self._try(lambda: self._saved.save(number, pdf, path)):
            self.desk.record_not_done(EventKind.LETTER_SAVED, number)
            return None
        self._post.refresh()
        self._note.show_text(tr("Saved as {0}").format(path))
        return path

    def print_letter(self) -> None:
        """Hand the file to the system's own program; it is saved first, as no copy is made in secret."""
        number, pdf = self._signed()
        if pdf is None:
            return
        path = self._saved.path_of(number, pdf) or self.save_letter()
        if path is None or not self._try(lambda: self.desk.record_letter(EventKind.LETTER_PRINTED, number)):
            return
        if not letter_files.hand_to_system(path):
            self.desk.record_not_done(EventKind.LETTER_PRINTED, number)
            words = tr("No program on this computer opened the letter. Open and print it yourself: {0}")
            self._failure.show_text(words.format(path))
        self._post.refresh()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self._reading = QWidget()
        reading = Column(self._reading, gap=4)
        reading.addLayout(at_left(*self._zoom_buttons(), gap=4))
        reading.addWidget(self._view)
        reading.addWidget(Hint(tr("Printed as it stands here: the letter is a file and is never redrawn.")))
        self._side = QWidget()
        side = Column(self._side, gap=12)
        for card in (self._letters, self._preview, self._post, self._checks, self._correct):
            side.addWidget(card)
        side.addStretch(1)
        self._body = Row(gap=16)
        self._body.addWidget(self._reading, 1)
        self._body.addWidget(self._side)
        for bar in (self._nothing, self._note, self._lacks, self._failure):
            bar.hide()
            self.column.addWidget(bar)
        self.column.addLayout(self._body)
        self._view.failed.connect(self._cannot_show)
        self._letters.chosen.connect(self._choose)
        self._preview.altered.connect(self._alter)
        self._post.dated_anew.connect(self._want)
        self._correct.corrected.connect(self._want)

    def _zoom_buttons(self) -> list[LinkButton]:
        made = []
        for name, text, do in (
            ("zoom_in", tr("Larger"), self._view.zoom_in),
            ("zoom_out", tr("Smaller"), self._view.zoom_out),
            ("zoom_fit", tr("Page width"), self._view.zoom_to_fit),
        ):
            button = LinkButton(text, f"letter/{name}")
            button.clicked.connect(do)
            made.append(button)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the letter in one piece of the page; put the cards below it where both have no room."""
        super().resizeEvent(event)
        beside = self.viewport().width() >= px(_SIDE_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(way)
        self._side.setMinimumWidth(px(_SIDE) if beside else 0)
        self._side.setMaximumWidth(px(_SIDE) if beside else _UNBOUNDED)
        self._view.setFixedHeight(max(px(_LEAST_HEIGHT), self.viewport().height() - px(_HEAD)))

    # ------------------------------------------------------------ showing

    def _show_offer(self, offer: LetterOffer | None, offers: Sequence[LetterOffer]) -> None:
        self._letters.show_offers(offers, offer.id if offer else "")
        self._letters.setVisible(any(one.note is not None for one in offers))
        self._preview.show_draft(self.desk.draft, self.desk.member_language)
        self._preview.setVisible(offer is not None and offer.wish is not None)
        if offer is not None and offer.wish is not None:
            self._preview.show_copies(copies_to_see(self.desk, offer.wish), offer.copy)
        lack = lack_of(self.desk, offer.wish if offer else None)
        self._lacks.show_text(" ".join(filter(None, (lack_words(lack), form_words(lack)))))
        self._checks.setVisible(offer is not None and offer.note is not None)
        number = offer.note.number if offer is not None and offer.note is not None else ""
        self._post.show_letter(number)
        self._correct.show_letter(number)
        self._reading.setVisible(offer is not None)
        self._nothing.setVisible(offer is None)
        stale = offer is not None and offer.wish is not None and self._shown_case is not self.desk.record.case
        self._shown_case = self.desk.record.case
        if offer != self._shown or stale:
            self._shown = offer
            self._load()

    def _load(self) -> None:
        """Make or read what is to be shown."""
        self._pdf = None
        self._checks.forget()
        self._note.show_text("")
        self._failure.show_text("")
        offer = self._shown
        if offer is None:
            self._view.clear()
        elif offer.wish is not None:
            self._view.show_made(self.desk.preview_job(offer.wish, offer.copy))
        elif offer.note is not None:
            self._try(lambda: self._read(offer))

    def _read(self, offer: LetterOffer) -> None:
        """Read a signed letter, show it and put every check to it."""
        if offer.note is not None:
            pdf = self._pdf = self.desk.letter(offer.note)
            self._view.show_made(lambda: pdf)
            self._checks.check(pdf, self.desk.session.casebook)

    def _cannot_show(self, error: DictamenError) -> None:
        self._failure.show_text(tr("There is no letter to show: {0}").format(error_words(error)))

    def _choose(self, name: str) -> None:
        self._wanted = name
        self.refresh()
        self.reworded.emit()

    def _want(self, name: str) -> None:
        self._wanted = name

    def _alter(self) -> None:
        self._preview.write_to(self.desk.draft)
        self.refresh()
        self.reworded.emit()

    def _is_signed(self) -> bool:
        return self._shown is not None and self._shown.note is not None

    def _signed(self) -> tuple[str, bytes | None]:
        note = self._shown.note if self._shown else None
        return (note.number, self._pdf) if note else ("", None)

    def _try(self, do: Callable[[], object]) -> bool:
        """Do something that may fail for a reason that people can mend; say so where it does."""
        try:
            do()
        except DictamenError as error:
            self._failure.show_text(error_words(error))
            return False
        self._failure.show_text("")
        return True
