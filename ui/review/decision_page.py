"""The decision: the recommendation, what it rests on, what the person decides, and signing it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.logic import NOT_MET
from app.people import Role
from app.route import Page
from ui.kit.card import Card
from ui.kit.check_list import CheckList
from ui.kit.text import SectionTitle
from ui.review.check_rows import CheckedLine, lines_not_met, lines_to_check
from ui.review.choice_card import ChoiceCard
from ui.review.choice_words import action_of
from ui.review.decision_cards import DecidedCard, RecommendationCard, ReferralCard
from ui.review.desk import CaseDesk
from ui.review.draft import Choice, Draft
from ui.review.follow_up_card import FollowUpCard
from ui.review.page import Complaint, ReviewPage, SecondaryAction
from ui.review.sign_panel import SignPanel
from ui.review.words import tr


class DecisionPage(ReviewPage):
    """First the decision is prepared, then, as a step of its own, it is signed."""

    page = Page.DECISION

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._signing = False
        self._questions: dict[str, str] = {}
        self._shown: tuple[bool, tuple[CheckedLine, ...]] | None = None
        self._recommendation = RecommendationCard()
        self._referral = ReferralCard(desk)
        self._decided = DecidedCard()
        self._follow_up = FollowUpCard(desk)
        self._basis = Card("decision/basis")
        self._basis_title = SectionTitle()
        self._checks = CheckList("decision/check")
        self._choice = ChoiceCard(desk)
        self._panel = SignPanel(desk)
        self._build()

    # ------------------------------------------------------------ what the frame shows

    def title(self) -> str:
        """The page's heading."""
        return action_of(self.desk.draft.choice) if self._signing else tr("Decision")

    def lead(self) -> str:
        """What signing means, or who may decide."""
        if self._signing:
            return tr("Read it once more, then sign with your passphrase.")
        if self.desk.record.decision is not None:
            return tr("This case is decided. A later decision is added to it and never overwrites it.")
        if self.desk.judgment.finding.status is NOT_MET:
            return tr(
                "Only a physician reviewer may deny or approve in part. "
                "Nothing is signed until you press Sign."
            )
        return tr("Nothing is signed until you press Sign. A signed decision is never overwritten.")

    def primary(self) -> str:
        """The next step, named after what is chosen."""
        if self.busy:
            return tr("Signing")
        if self.desk.record.decision is not None:
            return tr("Show letter")
        if self._may_take_over():
            return tr("Take over")
        if not self._choice.anything_allowed():
            return tr("Back to worklist")
        return action_of(self.desk.draft.choice)

    def primary_icon(self) -> str:
        """The pen beside whatever signs."""
        choice = self.desk.draft.choice
        signs = self._choice.anything_allowed() and (choice is None or choice.outcome is not None)
        return "signature" if signs else ""

    def secondary(self) -> Sequence[SecondaryAction]:
        """The preview of the letter."""
        if self._signing or self._choice.wish() is None or not self._choice.anything_allowed():
            return ()
        return (SecondaryAction("preview", tr("Preview letter"), "", self._preview),)

    @property
    def busy(self) -> bool:
        """Whether a letter is being signed."""
        return self._panel.busy

    def refresh(self) -> None:
        """Show the case as it is now."""
        self._recommendation.show_case(self.desk)
        self._referral.show_case(self.desk)
        self._decided.show_note(self.desk.record.decision)
        self._follow_up.show_case()
        self._show_basis()
        self._choice.show_case()
        if not self.busy:
            self._signing = self._signing and self._choice.wish() is not None
            self._panel.show_wish(self._choice.wish() if self._signing else None)
        self._show_step()

    def complaints(self) -> list[Complaint]:
        """What is missing for the step at hand."""
        if self._signing:
            return self._panel.complaints()
        if self.busy or not self._choice.anything_allowed():
            return []
        return self._choice.complaints()

    def proceed(self) -> None:
        """Do what the filled button says."""
        if self.busy:
            return
        if self._signing:
            self._panel.sign()
        elif self.desk.record.decision is not None:
            self.desk.show_page(Page.LETTER)
        elif self._may_take_over():
            self.desk.take_over()
        elif not self._choice.anything_allowed():
            self.desk.closed.emit()
        else:
            self._carry_out()

    def step_back(self) -> bool:
        """Leave signing; what was decided and written stays."""
        if not self._signing or self.busy:
            return self.busy
        self._go_to_step(signing=False)
        self._choice.setFocus()
        return True

    def dismiss(self) -> bool:
        """Leave signing by Escape."""
        return self.step_back()

    def prepare(self, wish: str) -> None:
        """Choose what was asked for by key, such as ``refer`` or ``pend``."""
        if wish in set(Choice) and not self._signing:
            self._choice.choose(Choice(wish))

    # ------------------------------------------------------------ building and showing

    def _build(self) -> None:
        self._basis.column.addWidget(self._basis_title)
        self._basis.column.addWidget(self._checks)
        parts = (
            self._referral,
            self._recommendation,
            self._decided,
            self._follow_up,
            self._basis,
            self._choice,
            self._panel,
        )
        for part in parts:
            self.column.addWidget(part)
        self._checks.change.connect(self._change)
        self._choice.altered.connect(self.reworded)
        self._panel.entered.connect(self._press)
        self._panel.busy_changed.connect(self._show_step)
        self._panel.busy_changed.connect(self.reworded)
        self._panel.signed.connect(self._end_signing)

    def _show_basis(self) -> None:
        """What the decision rests on: the lines not met, or everything that makes them met or open."""
        judgment, decided = self.desk.judgment, self.desk.record.decision is not None
        not_met = judgment.finding.status is NOT_MET
        met_title = tr("What the decision rests on") if decided else tr("Check before you sign")
        self._basis_title.setText(tr("What is not met") if not_met else met_title)
        lines = (lines_not_met if not_met else lines_to_check)(judgment, self.desk.language)
        self._questions = {checked.line.id: checked.question for checked in lines}
        changeable = self.desk.case.why_read_only is None
        shown = (changeable, tuple(lines))
        if shown != self._shown:  # what stands there keeps its focus
            self._checks.set_lines([checked.line for checked in lines], changeable=changeable)
        self._shown = shown

    def _show_step(self) -> None:
        signing, decided = self._signing, self.desk.record.decision is not None
        if signing:
            for card in (self._recommendation, self._referral, self._decided, self._follow_up):
                card.hide()
        self._basis.setVisible(not signing)
        self._choice.setVisible(not signing and not decided)
        self._panel.setVisible(signing)
        for step in (self._choice, self._panel):
            step.setEnabled(not self.busy)

    def _go_to_step(self, *, signing: bool) -> None:
        self._signing = signing
        self.refresh()
        self.reworded.emit()
        self.verticalScrollBar().setValue(0)

    def _change(self, line: str) -> None:
        question = self._questions.get(line, "")
        if question:
            self.desk.show_question(question)
        else:
            self.desk.show_page(Page.REQUEST)

    # ------------------------------------------------------------ acting

    def _may_take_over(self) -> bool:
        referral = self.desk.record.referral
        waits = referral is not None and referral.taken_by is None and self.desk.record.decision is None
        return waits and self.desk.session.person.role is Role.PHYSICIAN

    def _carry_out(self) -> None:
        if self._choice.wish() is not None:
            self._go_to_step(signing=True)
            self._panel.focus_passphrase()
        elif self.desk.draft.choice is Choice.REFER:
            self._hand_over(self.desk.refer)
        else:
            self._hand_over(self.desk.send_back)

    def _hand_over(self, hand: Callable[[str], bool]) -> None:
        text = self._choice.text()
        kept, self.desk.draft = self.desk.draft, Draft()
        if hand(text):
            self._choice.forget()
        else:
            self.desk.draft = kept
        self.refresh()
        self.reworded.emit()

    def _preview(self) -> None:
        if not self._choice.complaints():
            self.desk.show_page(Page.LETTER)

    def _press(self) -> None:
        """Enter in the passphrase is the filled button."""
        if not self.complaints():
            self.proceed()

    def _end_signing(self, kept: bool) -> None:
        if kept:
            self.desk.draft = Draft()
            self._choice.forget()
        self._go_to_step(signing=False)
        if kept:
            self.desk.show_page(Page.LETTER)
