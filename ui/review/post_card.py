"""What was done with a signed letter, and what may be done next: issue, say how it went out, date anew."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.casebook import EventKind
from app.errors import DictamenError
from app.post import Channel, Post, PostFact, Recipient
from ui.kit.boxes import Column, at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.dates import show_date
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle
from ui.language import app_words, error_words
from ui.review.desk import CaseDesk
from ui.review.sign_again import SignAgain
from ui.review.values import moment
from ui.review.words import tr


class PostCard(Card):
    """The way of one letter; each step is recorded with who did it and when.

    Signals:
        dated_anew(str): another letter, of this number, took the place of the one in sight.
    """

    dated_anew = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("letter/post", gap=10)
        self._desk = desk
        self._number = ""
        self._post: Post | None = None
        self._facts, self._steps = Column(gap=4), Column(gap=8)
        self._late = NoticeBar("letter/late", Notice.WARNING, "")
        self._failure = NoticeBar("letter/post_failure", Notice.FAILED, "")
        self.column.addWidget(SectionTitle(tr("On its way")))
        self.column.addLayout(self._facts)
        self.column.addWidget(self._late)
        self.column.addWidget(self._failure)
        self.column.addLayout(self._steps)
        self._anew = SignAgain(desk, "letter/anew", tr("Date it anew and sign"))
        self._anew.asked.connect(self._sign_anew)
        self._anew.replaced.connect(self.dated_anew)
        self._anew.refused.connect(self._failure.show_text)
        self.column.addWidget(self._anew)

    def show_letter(self, number: str) -> None:
        """Show a signed letter by its number; nothing for an empty one."""
        self._number, self._post = number, None
        self._failure.show_text("")
        self.setVisible(bool(number))
        if number:
            self.refresh()

    def refresh(self) -> None:
        """Show what was done until now, such as a print by another way."""
        if not self._number:
            return
        try:
            self._post = Post(self._desk.session.casebook, self._desk.case.case_id)
            self._show(self._post)
        except DictamenError as error:
            self._failure.show_text(error_words(error))

    # ------------------------------------------------------------ showing

    def _show(self, post: Post) -> None:
        for place in (self._facts, self._steps):
            _clear(place)
        for fact in post.of(self._number):
            self._facts.addWidget(Secondary(_fact_words(fact)))
        if not post.of(self._number):
            self._facts.addWidget(Hint(tr("Signed; nothing else was done with it yet.")))
        late = post.late(self._number, self._desk.session.now())
        may_write = self._desk.session.person.role.may_write
        self._late.show_text(self._why_late(post) if late else "")
        self._anew.setVisible(late and may_write)
        replaced = post.replaced_by(self._number)
        if replaced is not None:
            self._steps.addWidget(Hint(tr("Letter {0} took its place.").format(replaced)))
        elif not late and may_write:
            self._show_steps(post)

    def _why_late(self, post: Post) -> str:
        day = show_date(post.notes(self._number)[-1].at.date())
        words = tr("It is dated {0} and did not go out that day. Date it anew: the decision stays as it is.")
        return words.format(day)

    def _show_steps(self, post: Post) -> None:
        for to in Recipient:
            if to in post.issued_to(self._number):
                self._steps.addWidget(self._dispatch_step(to))
                continue
            name, words = f"letter/issue/{to.value}", _issue_words(to)
            button = SecondaryButton(words, name, icon="mail")
            button.clicked.connect(partial(self._issue, to))
            refusal = post.why_not_issued(self._number, to, self._desk.session.now())
            button.setEnabled(refusal is None)
            button.setAccessibleDescription(app_words(refusal) if refusal else "")
            self._steps.addWidget(_step(button))
            if refusal:
                self._steps.addWidget(Hint(app_words(refusal)))

    def _dispatch_step(self, to: Recipient) -> QWidget:
        field = ComboField(f"letter/how/{to.value}", _how_label(to), waits=True)
        for channel in Channel:
            field.add_option(channel.value, channel_words(channel.value))
        field.set_value(Channel.MAIL.value)
        button = SecondaryButton(tr("It went out"), f"letter/dispatch/{to.value}", icon="check")
        button.setAccessibleDescription(_how_label(to))
        button.clicked.connect(lambda: self._dispatch(to, Channel(field.value() or Channel.MAIL)))
        step = QWidget()
        column = Column(step, gap=6)
        column.addWidget(field)
        column.addLayout(at_left(button))
        return step

    # ------------------------------------------------------------ doing

    def _issue(self, to: Recipient) -> None:
        self._do(lambda post: post.issue(self._number, to, self._desk.session.now()))

    def _dispatch(self, to: Recipient, how: Channel) -> None:
        self._do(lambda post: post.dispatch(self._number, to, how, self._desk.session.now()))

    def _do(self, act: Callable[[Post], None]) -> None:
        if self._post is None:
            return
        try:
            act(self._post)
        except DictamenError as error:
            self._failure.show_text(error_words(error))
            return
        self._failure.show_text("")
        self._show(self._post)

    # ------------------------------------------------------------ dating anew

    def _sign_anew(self) -> None:
        if self._post is not None and self._anew.is_ready():
            self._anew.sign(self._number, partial(_job, self._desk, self._post, self._number))


def _clear(place: Column) -> None:
    """Take every widget out at once, as names are unique in a window."""
    while item := place.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()


def channel_words(channel: str) -> str:
    """How a letter goes out."""
    return {
        Channel.MAIL: tr("By mail"),
        Channel.PORTAL: tr("Through the portal"),
        Channel.HAND: tr("By hand"),
        Channel.FAX: tr("By fax"),
    }[Channel(channel)]


def _issue_words(to: Recipient) -> str:
    return tr("Issue to the member") if to is Recipient.MEMBER else tr("Issue to the prescriber")


def _how_label(to: Recipient) -> str:
    return tr("How it goes to the member") if to is Recipient.MEMBER else tr("How it goes to the prescriber")


def _step(button: SecondaryButton) -> QWidget:
    step = QWidget()
    Column(step).addLayout(at_left(button))
    return step


def _fact_words(fact: PostFact) -> str:
    member = fact.to == Recipient.MEMBER
    words = {
        EventKind.LETTER_ISSUED: tr("Issued to the member") if member else tr("Issued to the prescriber"),
        EventKind.LETTER_DISPATCHED: tr("Sent to the member") if member else tr("Sent to the prescriber"),
        EventKind.LETTER_PRINTED: tr("Handed to print"),
        EventKind.LETTER_SAVED: tr("Saved as a file"),
        EventKind.NOT_DONE: tr("The step before could not be done"),
    }[EventKind(fact.action)]
    if fact.how:
        words = f"{words}, {channel_words(fact.how).lower()}"
    return tr("{0}: {1}, {2}").format(words, fact.by, moment(fact.at))


def _job(desk: CaseDesk, post: Post, number: str, passphrase: str) -> Callable[[], object]:
    casebook, at, witness = desk.session.casebook, desk.session.now(), desk.case.witness
    pdf = desk.letter(post.notes(number)[-1])

    def sign() -> object:
        from reports.reissue import dated_anew  # noqa: PLC0415  # pyHanko would slow every start

        return dated_anew(pdf, casebook.identity(passphrase), at=at, witness=witness)

    return sign
